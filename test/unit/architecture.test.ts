import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../languages/index.ts';
import { PARTS } from '../../scripts/parts.ts';
import { readProgramme } from '../../src/read/dataset.ts';
import { literalsOf, wordsOfPattern } from './support/literals.ts';
import { LETTER_TABLES, TECHNICAL_WORDS } from './support/technical-words.ts';

const KNOW_THE_PROCESS = [
  'src/main.ts',
  'src/launch/code-cache.ts',
  'src/launch/programme.ts',
  'src/commands/this-process.ts',
  'src/commands/this-terminal.ts',
];
/** What says which day it is: verdicts are kept with their day, and no output has it. */
const THE_CLOCK = 'src/commands/today.ts';
/** Folders whose folders are parts. */
const PARTS_WITH_PARTS = ['render', 'exchange'];
/** Parts that read or write files. */
const TOUCH_THE_DISK = ['src/read', 'src/edition', 'src/proposal', 'src/launch', 'src/commands'];

interface SourceFile {
  file: string;
  part: string;
  text: string;
  /** The text without comments. */
  code: string;
  imports: readonly string[];
}

const sources: readonly SourceFile[] = ['languages', 'src', 'templates']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    const code = withoutComments(text);
    return { file, part: partOf(file), text, code, imports: importsOf(file, code) };
  });

/** The part that a file belongs to: its folder, or the file itself where it stands beside the folders. */
function partOf(file: string): string {
  const steps = file.replace(/\.tsx?$/, '').split(path.sep);
  const [root = '', first = '', second = ''] = steps;
  if (root === 'languages') return root;
  const isInside = PARTS_WITH_PARTS.includes(first) && steps.length > 3;
  return isInside ? `${root}/${first}/${second}` : `${root}/${first}`;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\//gs, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function importsOf(file: string, code: string): string[] {
  return [...code.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? path.join(path.dirname(file), name) : name,
  );
}

/** Files that import each other, directly or through others: each circle with all its files. */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const reach = new Map([...imports.keys()].map((file) => [file, reachedFrom(file, imports)]));
  const circles = [...imports.keys()]
    .filter((file) => reach.get(file)?.has(file))
    .map((file) => [...(reach.get(file) ?? [])].filter((other) => reach.get(other)?.has(file)).sort());
  return [...new Map(circles.map((files) => [files.join(), files])).values()];
}

/** All files that one imports, directly or through others. */
function reachedFrom(file: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(imports.get(file) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(imports.get(next) ?? []));
  }
  return reached;
}

/** Whether a file may import another one: of its own folder or one around that, or the entry of any other. */
function isOpenTo(file: string, name: string): boolean {
  const folder = path.dirname(name);
  return (
    path.basename(name) === 'index.ts' ||
    folder === 'src' ||
    `${path.dirname(file)}/`.startsWith(`${folder}/`)
  );
}

/** What is not of a package: nothing may import scripts, benchmarks or tests. */
const own = (name: string): boolean => /^(languages|src|templates|scripts|bench|test)\//.test(name);

describe('the parts of the program', () => {
  it('import only what they may', () => {
    const wrong = sources.flatMap(({ file, part, imports }) =>
      imports
        .filter((name) => own(name) && partOf(name) !== part)
        .filter((name) => !PARTS[part]?.imports.includes(partOf(name)))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are all in the table, and the table goes one way', () => {
    expect(new Set(sources.map(({ part }) => part))).toEqual(new Set(Object.keys(PARTS)));
    const below = (part: string, seen: readonly string[]): string[] => {
      expect(seen).not.toContain(part);
      return (PARTS[part]?.imports ?? []).flatMap((other) => [other, ...below(other, [...seen, part])]);
    };
    for (const part of Object.keys(PARTS)) below(part, []);
  });

  it('have no circle of files, neither by values nor by types nor by what is imported late', () => {
    expect(circlesOf(new Map(sources.map(({ file, imports }) => [file, imports])))).toEqual([]);
  });

  it.each([
    [{ a: ['b'], b: ['c'], c: [] }, []],
    [{ a: ['b', 'c'], b: ['d'], c: ['d'], d: ['a'] }, [['a', 'b', 'c', 'd']]],
    [{ a: ['a', 'b'], b: ['c'], c: ['b'] }, [['a'], ['b', 'c']]],
  ])('%j has the circles %j', (imports, circles) => {
    expect(circlesOf(new Map<string, readonly string[]>(Object.entries(imports)))).toEqual(circles);
  });

  it('read what comes back without what writes it', () => {
    const isWriterBeside = (name: string, file: string): boolean =>
      path.dirname(name) === path.dirname(file) && path.basename(name).startsWith('write');
    const imports = new Map(sources.map(({ file, imports }) => [file, imports]));
    const readers = sources.filter(({ file }) =>
      /^src\/exchange\/\w+\/(?:read|tables|record)\.ts$/.test(file),
    );
    expect(readers.length).toBeGreaterThan(4);
    const wrong = readers.flatMap(({ file }) =>
      [...reachedFrom(file, imports)]
        .filter((name) => /^src\/render\//.test(name) || isWriterBeside(name, file))
        .map((name) => `${file} reaches ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are entered by one file each: nothing outside a folder imports what is behind its entry', () => {
    const wrong = sources.flatMap(({ file, imports }) =>
      imports.filter((name) => own(name) && !isOpenTo(file, name)).map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['src/commands/build.ts', 'src/read/index.ts', true],
    ['src/commands/build.ts', 'src/read/sheet/index.ts', true],
    ['src/commands/build.ts', 'src/read/dataset.ts', false],
    ['src/exchange/verdicts/read.ts', 'src/read/sheet/model.ts', false],
    ['src/read/sheet/xlsx.ts', 'src/read/file.ts', true],
    ['src/commands/build.ts', 'src/errors.ts', true],
  ])('%s may import %s: %s', (file, name, may) => {
    expect(isOpenTo(file, name)).toBe(may);
  });

  it('have entries that the bundler sees through: they export by name and say what they are for', () => {
    const entries = sources.filter(({ file }) => path.basename(file) === 'index.ts');
    expect(entries.length).toBeGreaterThan(30);
    expect(
      entries
        .filter(({ text, code }) => !text.startsWith('/**') || /export \*/.test(code))
        .map(({ file }) => file),
    ).toEqual([]);
    expect(
      sources
        .filter(({ code }) => /import \* as \w+ from '\.[^']*index\.ts'/.test(code))
        .map(({ file }) => file),
    ).toEqual([]);
  });

  it('leave the disk to reading, editions and commands', () => {
    const wrong = sources
      .filter(({ part }) => !TOUCH_THE_DISK.includes(part))
      .filter(({ imports }) => imports.some((name) => /^(node:)?fs(\/|$)/.test(name)))
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });

  it('leave the process to the command line and to the file that says who owns what is on the disk', () => {
    const wrong = sources
      .filter(
        ({ file, code }) => !KNOW_THE_PROCESS.includes(file) && /\bprocess\b/.test(withoutStrings(code)),
      )
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
    expect(sources.filter(({ imports }) => imports.includes('node:process'))).toEqual([]);
  });

  it('know neither clock nor chance, nor the time zone and language of the machine', () => {
    const unsteady =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bperformance\.|\.toLocale[A-Z]\w*\(\)|\.get(Date|Day|Month|FullYear|Hours)\(|\bresolvedOptions\b/;
    expect(sources.filter(({ code }) => unsteady.test(code)).map(({ file }) => file)).toEqual([THE_CLOCK]);
  });

  it('take zod as a namespace: under its one name come the messages of all its languages, which every start would read', () => {
    expect(
      sources.filter(({ code }) => /\bimport\s+(?!type\b|\*).*'zod'/.test(code)).map(({ file }) => file),
    ).toEqual([]);
  });

  it('never reach for the network', () => {
    const wrong = sources
      .filter(
        ({ code, imports }) =>
          /\bfetch\(/.test(code) ||
          imports.some((name) => /^(node:)?(https?|net|tls|dns|dgram|http2)$/.test(name)),
      )
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });
});

function withoutStrings(code: string): string {
  return code.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''");
}

describe('nothing of the 2021 programme is in the code', () => {
  it('neither its year and countries nor its cities; languages are no countries', async () => {
    const { places: gazetteer } = (await readProgramme('data', '1')).reference;
    const places = gazetteer
      .map(({ name }) => (typeof name === 'string' ? name : (name.en ?? '')))
      .filter((name) => /^\p{Lu}\p{Ll}{4,}$/u.test(name));
    expect(places.length).toBeGreaterThan(50);
    const names = new RegExp(
      `\\b(2021|france|russia|franco|russo|fr-[a-z]{3}|ru-[a-z]{3}|${places.join('|')})\\b|росси|дипломат`,
      'i',
    );
    const wrong = sources.flatMap(({ file, code }) =>
      code
        .split('\n')
        // The examples of a proofing rule are documentation.
        .filter((line) => !/^\s*(good|bad): /.test(line) && names.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** Codes of languages that are words of English, or names in the code. */
const PLAIN_WORDS = ['as', 'be', 'id', 'is', 'it', 'my', 'no', 'or', 'so', 'to'];

describe('languages are data', () => {
  it('no file outside languages/ names one or keeps a table by language', () => {
    const code = Object.keys(LANGUAGES)
      .filter((lang) => !PLAIN_WORDS.includes(lang))
      .join('|');
    const string = new RegExp(`(['"])(?:${code})\\1`);
    const key = new RegExp(`(?<![\\w.])(?:${code})\\s*:(?!:)|\\.(?:${code})\\b`);
    const wrong = sources
      .filter(({ part }) => part !== 'languages')
      .flatMap(({ file, code: lines }) =>
        lines
          .split('\n')
          // The examples of a proofing rule are documentation.
          .filter((line) => !/^\s*(good|bad): /.test(line))
          .filter((line) => string.test(line) || key.test(withoutStrings(withoutRegExps(line))))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe('words of a language', () => {
  /** The program that is generated from src/page/ is judged there. */
  const judged = sources
    .filter(({ part, file }) => part !== 'languages' && file !== 'src/render/html/script.ts')
    .map(({ file, text }) => ({ file, ...literalsOf(file, text) }));
  const isTable = (word: string): boolean => LETTER_TABLES.some((table) => table.includes(word));

  it('stand in no regular expression outside languages/', () => {
    const wrong = judged.flatMap(({ file, patterns }) =>
      patterns
        .flatMap(wordsOfPattern)
        .filter((word) => !TECHNICAL_WORDS.has(word.toLowerCase()) && !isTable(word.toLowerCase()))
        .map((word) => `${file}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  it('with letters that English lacks stand in no string outside languages/', () => {
    const wrong = judged.flatMap(({ file, strings }) =>
      strings
        .flatMap((words) => words.match(/\p{L}{2,}/gu) ?? [])
        .filter((word) => /\P{ASCII}/u.test(word) && !isTable(word))
        .map((word) => `${file}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['const A = /^(?:von|à|с)\\s/;', ['von', 'à', 'с']],
    ['const A = new RegExp(`(?<!\\\\p{L})(?:toutes)`);', ['toutes']],
    ["const A = '(?:heute|morgen)';", ['heute', 'morgen']],
    ['const A = /[aà]u|à/;', ['à']],
    ['const A = /\\p{Lu}(?<name>\\w+)\\u00e9[a-z]{2}x/;', []],
  ])('are found in %s', (code, words) => {
    expect(literalsOf('a.ts', code).patterns.flatMap(wordsOfPattern)).toEqual(words);
  });
});

describe('the look', () => {
  const drawing = sources.filter(({ file }) =>
    /^(templates|src\/render\/(pdf|docx)|src\/typeset)\//.test(file),
  );
  /** Numbers that are no lengths, where a file that draws needs some: units of formats, levels of headings, tolerances of line breaking. */
  const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    'templates/docx/cover.ts': ['1000'],
    'templates/docx/drawing.ts': ['12_700', '60_000', '100_000'],
    'templates/docx/event-styles.ts': ['3'],
    'templates/docx/part-styles.ts': ['3'],
    'templates/docx/styles.ts': ['3'],
    'templates/docx/style-sheet.ts': ['20', '8'],
    'src/render/pdf/paint-marks.ts': ['0.5523'],
    'src/render/docx/line-counter.ts': ['0.05'],
    'src/typeset/break-lines.ts': ['0.45'],
  };

  it('is the design: what sets and draws has no colour of its own', () => {
    expect(drawing.length).toBeGreaterThan(40);
    expect(drawing.filter(({ code }) => /#[0-9a-f]{6}\b/i.test(code)).map(({ file }) => file)).toEqual([]);
  });

  it('is the design: no length stands in a template, and none with a fraction in what sets and draws', () => {
    const wrong = drawing.flatMap(({ file, code }) => {
      const numbers = withoutStrings(code).match(/(?<![\w.$#-])\d[\d_]*(?:\.\d+)?(?![\w.])/g) ?? [];
      return numbers
        .filter((number) => (file.startsWith('templates/') ? !/^[012]$/.test(number) : number.includes('.')))
        .filter((number) => !ALLOWED[file]?.includes(number))
        .map((number) => `${file}: ${number}`);
    });
    expect(wrong).toEqual([]);
  });
});

function withoutRegExps(line: string): string {
  return line.replace(/\/(?:[^/\\\n]|\\.)+\/[a-z]*/g, '');
}

describe('what is generated', () => {
  it('is as the sources would write it', async () => {
    const { stderr } = await promisify(execFile)(process.execPath, ['scripts/generate.mjs', '--check']).catch(
      (error: { stderr: string }) => error,
    );
    expect(stderr).toBe('');
  });
});
