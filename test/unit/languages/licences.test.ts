import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGS, LANGUAGES } from '../../../languages/index.ts';
import { bundledPackages } from '../../../scripts/bundled.mjs';

const packages = await bundledPackages();
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  peerDependenciesMeta: Record<string, { optional?: boolean }>;
};

/**
 * Licences that allow distribution together with a program under any licence; with MPL, only the files themselves must
 * stay open.
 */
const ALLOWED = [
  'MIT',
  'ISC',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'MPL-1.1',
  'MPL-2.0',
];

/** Whether an SPDX expression, in which licences are joined by either AND or OR, is allowed. */
function isAllowed(license: string): boolean {
  const expression = license.replace(/^\((.*)\)$/, '$1');
  if (expression.includes(' OR ')) return expression.split(' OR ').some(isAllowed);
  return expression.split(' AND ').every((name) => ALLOWED.includes(name));
}

test('Every dependency that is bundled or loaded has an allowed licence', () => {
  expect(packages.length).toBeGreaterThan(30);
  expect(packages.filter(({ license }) => !isAllowed(license))).toEqual([]);
});

test('A licence that is not allowed is detected', () => {
  expect(['(GPL-2.0 OR GPL-3.0)', '(MIT AND GPL-3.0)', 'unknown'].filter(isAllowed)).toEqual([]);
  expect(isAllowed('(GPL-3.0 OR MIT)')).toBe(true);
});

test('NOTICE lists every package', () => {
  const notice = readFileSync('NOTICE', 'utf8');
  expect(packages.filter(({ name, version }) => !notice.includes(`${name} ${version} (`))).toEqual([]);
});

test('The first dictionary of a language is a dependency or an optional peer dependency', () => {
  for (const lang of LANGS) {
    const [dictionary] = LANGUAGES[lang].dictionaries;
    const bundled = manifest.dependencies[dictionary] !== undefined;
    expect([dictionary, bundled || manifest.peerDependenciesMeta[dictionary]?.optional]).toEqual([
      dictionary,
      true,
    ]);
  }
});
