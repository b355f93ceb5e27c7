import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, LineCounter, parse, parseDocument, stringify } from 'yaml';
import { locator, type Path } from '../../../src/read/locator.ts';
import { decodeUtf8, parseYaml } from '../../../src/read/yaml.ts';
import { runs } from '../../support/property-runs.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('Reading a text file', () => {
  it.each([
    ['a byte order mark', '\ufeffid: a\n'],
    ['Windows line endings', 'id: a\r\n'],
    ['classic Mac line endings', 'id: a\r'],
  ])('The text of a file with %s is read correctly', (_, text) => {
    expect(decodeUtf8(bytes(text), 'a.yaml')).toBe('id: a\n');
  });

  it('If a file contains bytes that are not UTF-8, the line of the first of them is reported', () => {
    const lines = fc.array(fc.string({ unit: 'grapheme' }).filter((line) => !/[\r\n]/.test(line)));
    fc.assert(
      fc.property(lines, lines, (above, below) => {
        const whole = Buffer.concat([
          bytes(above.map((line) => `${line}\n`).join('')),
          Buffer.from([0xff]),
          bytes(below.map((line) => `\n${line}`).join('')),
        ]);
        expect(() => decodeUtf8(whole, 'a.yaml')).toThrow(
          `a.yaml:${above.length + 1}: the file is not UTF-8`,
        );
      }),
    );
  });
});

/** Values of a dataset: groups, lists and texts, with any characters that YAML can contain. */
const value = fc.letrec((tie) => ({
  text: fc.string({ unit: 'grapheme', maxLength: 40 }),
  key: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((key) => key !== '__proto__'),
  any: fc.oneof(
    { maxDepth: 4 },
    tie('text'),
    fc.boolean(),
    fc.integer(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(tie('key') as fc.Arbitrary<string>, tie('any'), { maxKeys: 4 }),
  ),
})).any;

/** Every path of a value. */
function pathsOf(root: unknown, path: Path = []): Path[] {
  if (typeof root !== 'object' || root === null) return [path];
  const steps = Array.isArray(root) ? root.keys() : Object.keys(root);
  return [
    path,
    ...[...steps].flatMap((step) => pathsOf((root as Record<string, unknown>)[step], [...path, step])),
  ];
}

/** The position of a path according to the other YAML reader. */
function placeByYaml(text: string, path: Path): { line: number; column: number } | undefined {
  const lines = new LineCounter();
  let node: unknown = parseDocument(text, { lineCounter: lines }).contents;
  let range: readonly number[] | null | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      range = isScalar(pair?.key) ? pair.key.range : undefined;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      range = (node as { range?: readonly number[] }).range;
    }
  }
  if (range?.[0] === undefined) return undefined;
  const { line, col } = lines.linePos(range[0]);
  return { line, column: col };
}

describe('YAML files', () => {
  const styles = [
    {},
    { collectionStyle: 'flow' },
    { defaultStringType: 'QUOTE_DOUBLE' },
    { lineWidth: 20 },
  ] as const;

  it('YAML values that another library wrote in any style are read correctly', async () => {
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom(...styles), async (written, style) => {
        expect(await parseYaml(stringify(written, style), 'a.yaml')).toEqual(written);
      }),
    );
  });

  it('YAML values have the positions that another library reports', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(...styles), (written, style) => {
        const text = stringify(written, style);
        const locate = locator(text);
        for (const path of pathsOf(written)) {
          const expected = placeByYaml(text, path);
          if (expected !== undefined) expect({ path, ...locate(path) }).toEqual({ path, ...expected });
        }
      }),
    );
  });

  it('A missing value in a YAML file has the position of its nearest existing parent', () => {
    const locate = locator('- id: a\n  names:\n    en: b\n- id: c\n-\n');
    expect(locate([0, 'names', 'fr'])).toEqual({ line: 2, column: 3 });
    expect(locate([1, 'names', 'fr'])).toEqual({ line: 4, column: 3 });
    expect(locate([7, 'names'])).toEqual({ line: 1, column: 1 });
    expect(locate(['id'])).toEqual({ line: 1, column: 1 });
  });

  it('Values are strings, numbers, booleans or null; dates and YAML 1.1 words (such as yes) are strings', async () => {
    const text =
      'a: 2030-01-15\nb: 2030-41\nc: 2030\nd: yes\ne: off\nf: 12:30\ng: true\nh: null\ni: ~\nj:\nk: "2030"\nl: 0.5\n';
    expect(await parseYaml(text, 'a.yaml')).toEqual({
      a: '2030-01-15',
      b: '2030-41',
      c: 2030,
      d: 'yes',
      e: 'off',
      f: '12:30',
      g: true,
      h: null,
      i: null,
      j: null,
      k: '2030',
      l: 0.5,
    });
  });

  it('Merge keys have no effect, and no key changes an object prototype', async () => {
    const read = await parseYaml(
      '<<: {a: 1}\n__proto__: {polluted: true}\nconstructor: {polluted: true}\n',
      'a.yaml',
    );
    expect(Object.keys(read as object)).toEqual(['<<', '__proto__', 'constructor']);
    expect((read as { a?: unknown }).a).toBeUndefined();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('Any text is either read with the same result as by another YAML library, or rejected with an error', async () => {
    const signs = 'a é 😀 \n␣␣ \t - ␣ :␣ ?␣ [ ] { } , " \' | > &a␣ *a ! # % @ \\ << \ud800 \u0000 \ufffe'
      .split(' ')
      .map((sign) => sign.replaceAll('␣', ' '));
    const hostile = fc.string({ unit: fc.constantFrom(...signs, '\n'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const read = await parseYaml(text, 'a.yaml').catch((error: Error) => error);
        if (read instanceof Error) {
          expect(read.name).toBe('UserError');
          expect(read.message).toMatch(/^a\.yaml(:\d+:\d+)?: \S/);
        } else expect(read).toEqual(parse(text, { logLevel: 'silent' }));
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('YAML file of 10 MB', () => {
  const MEGABYTES = 10_000_000;
  const CROWD = 'a.yaml: this file and those read before it have more than 1,000,000 values in total';

  it('One cell of 10 MB is read within the memory limit', async () => {
    const words = 'x y '.repeat(MEGABYTES / 4);
    expect(await parseYaml(`title: "${words.trimEnd()}"\n`, 'a.yaml')).toEqual({ title: words.trimEnd() });
  });

  it.each([
    ['lines that are not YAML', 'a: [1\n', CROWD],
    ['brackets', '[', CROWD],
    ['lists of numbers', '- 1\n', CROWD],
    ['lists in brackets', '[],', CROWD],
    ['quotation marks', '"', 'a.yaml:1:3: the YAML is not valid: '],
  ])('A file with %s is rejected', async (_, line, message) => {
    const read = parseYaml(line.repeat(MEGABYTES / line.length), 'a.yaml');
    await expect(read).rejects.toThrow(message);
  });

  it('No more than one thousand problems are reported', async () => {
    const read = parseYaml('a: *a\n'.repeat(100_000), 'a.yaml');
    const problems = await read.catch((error: { problems: readonly unknown[] }) => error.problems);
    expect(problems).toHaveLength(1000);
  });
});

describe('Dataset of the repository', () => {
  const files = readdirSync('data', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );

  it.each(files)('%s is read by two YAML libraries with the same result', async (name) => {
    const text = readFileSync(path.join('data', name), 'utf8');
    expect(await parseYaml(text, name)).toEqual(parse(text));
  });
});
