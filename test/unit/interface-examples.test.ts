import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import * as programme from '../../src/package.ts';
import { replaced, scratchFolder } from '../support/dataset-folder.ts';

/** Examples of the functions of the public interface by name, from the file of types. */
const EXAMPLES = new Map(
  [
    ...readFileSync('types/index.d.ts', 'utf8').matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport declare function (\w+)/g,
    ),
  ].map(([, comment = '', name = '']): [string, string | undefined] => [
    name,
    /@example\n \* ```ts\n([\s\S]*?) \* ```/.exec(comment)?.[1]?.replace(/^ \* ?/gm, ''),
  ]),
);

it('Every function of the public interface has an example', () => {
  const functions = Object.entries(programme).filter(
    ([name, value]) => typeof value === 'function' && /^[a-z]/.test(name),
  );
  expect([...EXAMPLES].filter(([, code]) => code !== undefined).map(([name]) => name)).toEqual(
    functions.map(([name]) => name).sort((a, b) => (a < b ? -1 : 1)),
  );
});

/** A new folder with the sample dataset in data/, and a copy with a different title if the example has a partner. */
function workplace(code: string): string {
  const folder = scratchFolder();
  cpSync('data', path.join(folder, 'data'), { recursive: true });
  if (!code.includes('partner')) return folder;
  cpSync('data', path.join(folder, 'partner'), { recursive: true });
  const file = path.join(folder, 'partner/events/culture.yaml');
  writeFileSync(file, replaced(readFileSync(file, 'utf8'), 'title: Language marathon', 'title: Marathon'));
  return folder;
}

/** The files of the sample dataset. */
const FILES: ReadonlyMap<string, string> = new Map(
  readdirSync('data', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .map((file) => [path.relative('data', file), readFileSync(file, 'utf8')]),
);

/** The output of an example, and its documented output. */
async function printedBy(code: string): Promise<{ printed: string[]; said: string[] }> {
  const printed: string[] = [];
  const print = (...values: unknown[]): unknown => printed.push(values.map(String).join(' '));
  const body = code.replace(/^import (\{.*\}) from 'programme';$/gm, 'const $1 = exported;');
  // The examples are code of this repository.
  const run = new Function('exported', 'files', 'console', `return (async () => {${body}})();`) as (
    ...given: unknown[]
  ) => Promise<void>;
  await run(programme, new Map(FILES), { log: print, error: () => undefined });
  return {
    printed,
    said: [...code.matchAll(/^ *.*console\.log\(.*\);.* \/\/ (.*)$/gm)].map(([, words = '']) => words),
  };
}

it.each([...EXAMPLES].flatMap(([name, code = '']) => (code === '' ? [] : [{ name, code }])))(
  'The example for $name prints the documented output',
  async ({ code }) => {
    const home = process.cwd();
    const files = workplace(code);
    process.chdir(files);
    onTestFinished(() => process.chdir(home));
    const { printed, said } = await printedBy(code);
    expect(printed).toEqual(said);
  },
);
