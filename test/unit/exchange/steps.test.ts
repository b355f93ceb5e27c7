import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../src/model/records.ts';

/** The steps of every import, each with its entry files. */
const STEPS: readonly (readonly [string, readonly string[]])[] = [
  // Only the rows of a review sheet show that it is one.
  ['open', ['src/commands/open.ts', 'src/exchange/verdicts/read.ts']],
  [
    'read',
    [
      'src/exchange/dataset-copy.ts',
      'src/exchange/word/read.ts',
      'src/exchange/xliff/read.ts',
      'src/exchange/workbook/read.ts',
      'src/commands/sheet-plan.ts',
    ],
  ],
  ['find the changes', ['src/proposal/changes.ts']],
  ['compare them with the draft', ['src/proposal/decide.ts']],
  [
    'apply or store them',
    [
      'src/proposal/accept.ts',
      'src/proposal/files.ts',
      'src/commands/import.ts',
      'src/commands/draft-files.ts',
    ],
  ],
];

const NAMES =
  /\b(?:import|export)\s+(?:type\s+)?(?:\{([^}]*)\}\s+from\s+)?'(\.[^']+)'|\bimport\('(\.[^']+)'\)/g;

interface Import {
  names: readonly string[];
  file: string;
  late: boolean;
}

const imports = new Map<string, Import[]>();

const importsOf = (file: string): Import[] => valueAt(imports, file, () => readImports(file));

const readImports = (file: string): Import[] =>
  [...readFileSync(file, 'utf8').matchAll(NAMES)].map(([, names = '', from, late]) => ({
    names: names.split(',').flatMap(
      (name) =>
        name
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0] || [],
    ),
    file: path.join(path.dirname(file), from ?? late ?? ''),
    late: late !== undefined,
  }));

/**
 * The files that a file needs to be loaded; imports through the entry file of a folder are resolved to the declaring
 * file.
 */
function neededBy(start: string): Set<string> {
  const needed = new Set<string>();
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (needed.has(file) || !existsSync(file)) continue;
    needed.add(file);
    for (const { names, file: from, late } of importsOf(file)) {
      if (late) continue;
      if (path.basename(from) !== 'index.ts') waiting.push(from);
      else
        for (const name of names)
          waiting.push(importsOf(from).find((own) => own.names.includes(name))?.file ?? from);
    }
  }
  needed.delete(start);
  return needed;
}

describe('Steps of an import', () => {
  const later = STEPS.map(([, files], index) => ({
    files,
    later: STEPS.slice(index + 1).flatMap(([, others]) => others),
  }));

  it.each(STEPS.map(([name], index) => [name, index] as const))(
    'The files for the step "%s" do not import files for a later step',
    (_, index) => {
      const { files, later: others } = later[index] ?? { files: [], later: [] };
      expect(files.every((file) => existsSync(file))).toBe(true);
      const wrong = files.flatMap((file) =>
        [...neededBy(file)]
          .filter((other) => others.includes(other))
          .map((other) => `${file} needs ${other}`),
      );
      expect(wrong).toEqual([]);
    },
  );

  it.each(STEPS.slice(0, 2).flatMap(([, files]) => files))(
    '%s, a file for one of the first two steps, loads no rendering code',
    (file) => {
      const renderers = [...neededBy(file)].filter((other) =>
        /^src\/(?:render|typeset)\/|^templates\//.test(other),
      );
      expect(neededBy(file).size).toBeGreaterThan(9);
      expect(renderers).toEqual([]);
    },
  );
});
