import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../languages/index.ts';
import { readProgramme } from '../../src/read/dataset.ts';
import { literalsOf, wordsOfPattern } from './support/literals.ts';
import { LETTER_TABLES, TECHNICAL_WORDS } from './support/technical-words.ts';

/** What each part may import of the others; node: and packages aside. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  languages: [],
  'src/errors': [],
  'src/system-errors': ['src/errors'],
  'src/types': [],
  'src/model': ['languages'],
  'src/text': ['languages', 'src/errors', 'src/model'],
  'src/reference': ['languages', 'src/errors', 'src/model', 'src/text'],
  'src/design': ['src/errors'],
  'src/read': [
    'languages',
    'src/errors',
    'src/system-errors',
    'src/model',
    'src/text',
    'src/reference',
    'src/design',
  ],
  'src/check': ['languages', 'src/errors', 'src/model', 'src/text', 'src/reference'],
  'src/compare': ['languages', 'src/model', 'src/text'],
  'src/translation': ['src/model', 'src/text', 'src/compare'],
  'src/edition': [
    'languages',
    'src/errors',
    'src/system-errors',
    'src/model',
    'src/text',
    'src/read',
    'src/compare',
  ],
  'src/proposal': [
    'src/errors',
    'src/model',
    'src/text',
    'src/compare',
    'src/translation',
    'src/read',
    'src/document',
  ],
  'src/document': [
    'languages',
    'src/model',
    'src/text',
    'src/reference',
    'src/check',
    'src/compare',
    'src/translation',
  ],
  'src/typeset': ['languages', 'src/errors', 'src/model', 'src/design', 'src/document'],
  'src/render/pdf': ['src/errors', 'src/model', 'src/design', 'src/document', 'src/typeset', 'templates/pdf'],
  'src/render/docx': [
    'languages',
    'src/model',
    'src/compare',
    'src/design',
    'src/document',
    'src/typeset',
    'templates/docx',
  ],
  'src/render/html': ['src/errors', 'src/model', 'src/design', 'src/document', 'templates/html'],
  'src/render/calendar': ['src/model', 'src/document'],
  'src/render/data': ['src/text', 'src/document'],
  'src/page': [],
  'src/render/xliff': ['src/model', 'src/text', 'src/translation'],
  'src/render/sheet': ['languages', 'src/errors', 'src/model', 'src/text'],
  'src/report': ['src/errors', 'src/model', 'src/text', 'src/check', 'src/compare', 'src/proposal'],
  'src/launch': [],
  'src/commands': [
    'src/launch',
    'languages',
    'src/errors',
    'src/system-errors',
    'src/model',
    'src/text',
    'src/reference',
    'src/read',
    'src/check',
    'src/compare',
    'src/edition',
    'src/proposal',
    'src/design',
    'src/document',
    'src/typeset',
    'src/render/pdf',
    'src/render/docx',
    'src/render/calendar',
    'src/render/data',
    'src/render/html',
    'src/render/sheet',
    'src/render/xliff',
    'src/translation',
    'src/report',
  ],
  'src/index': ['languages', 'src/errors', 'src/check', 'src/compare', 'src/report', 'src/commands'],
  'src/console': [
    'languages',
    'src/errors',
    'src/model',
    'src/read',
    'src/compare',
    'src/proposal',
    'src/report',
    'src/commands',
  ],
  'src/cli': ['languages', 'src/errors', 'src/system-errors', 'src/model', 'src/commands', 'src/console'],
  'src/main': ['src/cli'],
  'templates/pdf': ['src/model', 'src/design', 'src/document'],
  'templates/docx': ['languages', 'src/model', 'src/design', 'src/document'],
  'templates/html': ['src/model', 'src/text', 'src/design', 'src/document'],
};
const KNOW_THE_PROCESS = [
  'src/main.ts',
  'src/launch/code-cache.ts',
  'src/launch/programme.ts',
  'src/commands/this-process.ts',
  'src/commands/this-terminal.ts',
];
/** What says which day it is: verdicts are kept with their day, and no output has it. */
const THE_CLOCK = 'src/commands/today.ts';
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
  const [root = '', first = '', second = ''] = file.replace(/\.tsx?$/, '').split(path.sep);
  if (root === 'languages') return root;
  return first === 'render' ? `${root}/${first}/${second}` : `${root}/${first}`;
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

/** What is not of a package: nothing may import scripts, benchmarks or tests. */
const own = (name: string): boolean => /^(languages|src|templates|scripts|bench|test)\//.test(name);

describe('the parts of the program', () => {
  it('import only what they may', () => {
    const wrong = sources.flatMap(({ file, part, imports }) =>
      imports
        .filter((name) => own(name) && partOf(name) !== part)
        .filter((name) => !MAY_IMPORT[part]?.includes(partOf(name)))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are all in the table, and the table goes one way', () => {
    expect(new Set(sources.map(({ part }) => part))).toEqual(new Set(Object.keys(MAY_IMPORT)));
    const below = (part: string, seen: readonly string[]): string[] => {
      expect(seen).not.toContain(part);
      return (MAY_IMPORT[part] ?? []).flatMap((other) => [other, ...below(other, [...seen, part])]);
    };
    for (const part of Object.keys(MAY_IMPORT)) below(part, []);
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

  it('are all on the map', () => {
    const map = readFileSync('docs/ARCHITECTURE.md', 'utf8');
    const folders = Object.keys(MAY_IMPORT).filter((part) => existsSync(part));
    expect(folders.length).toBeGreaterThan(20);
    expect(
      folders.filter((part) => !map.includes(`\`${part}/\``) && !map.includes(`\`${path.basename(part)}/\``)),
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
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bperformance\b|\.toLocale[A-Z]\w*\(\)|\.get(Date|Day|Month|FullYear|Hours)\(|\bresolvedOptions\b/;
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
    // The regions of all countries are no programme's.
    const judged = sources.filter(({ file }) => file !== 'src/reference/iso-3166-2-names.ts');
    const wrong = judged.flatMap(({ file, code }) =>
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
    .filter(({ file }) => file !== 'src/reference/iso-3166-2-names.ts')
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
