import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
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
  'src/desk/this-machine.ts',
];
/**
 * Files that read the clock: decisions are stored with their date, which no output contains. The desk also uses the
 * clock to end sessions, and random numbers to create secrets.
 */
const THE_CLOCK = ['src/commands/today.ts', 'src/desk/this-machine.ts', 'src/page/times.ts'];
/**
 * Files that use the network: the server of the desk, which only this machine can reach, and the page that calls it.
 */
const THE_DESK = ['src/desk/guard.ts', 'src/desk/open.ts', 'src/desk/server.ts', 'src/desk/page/client.ts'];
/** Folders whose subfolders are parts. */
const PARTS_WITH_PARTS = ['render', 'exchange'];
/** Parts that read or write files. */
const TOUCH_THE_DISK = ['src/read', 'src/edition', 'src/proposal', 'src/launch', 'src/commands', 'src/desk'];

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

/** Whether a file or folder exists; the desk may be left out. */
const isHere = (name: string): boolean => !name.startsWith('src/desk') || existsSync('src/desk');

const ofDesk = (name: string): boolean => name.startsWith(path.join('src', 'desk', path.sep));

/** The part of a file: its folder, or the file itself if it is next to the folders. */
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

/** Files that import each other, directly or indirectly: each cycle with all its files. */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const reach = new Map([...imports.keys()].map((file) => [file, reachedFrom(file, imports)]));
  const circles = [...imports.keys()]
    .filter((file) => reach.get(file)?.has(file))
    .map((file) => [...(reach.get(file) ?? [])].filter((other) => reach.get(other)?.has(file)).sort());
  return [...new Map(circles.map((files) => [files.join(), files])).values()];
}

/** All files that a file imports, directly or indirectly. */
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

/**
 * Whether a file may import another file: one in its own folder or a parent of it, or the entry file of any other
 * folder.
 */
function isOpenTo(file: string, name: string): boolean {
  const folder = path.dirname(name);
  return (
    path.basename(name) === 'index.ts' ||
    folder === 'src' ||
    `${path.dirname(file)}/`.startsWith(`${folder}/`)
  );
}

/** Folders that are not in the package; no file of the package may import scripts, benchmarks or tests. */
const own = (name: string): boolean => /^(languages|src|templates|scripts|bench|test)\//.test(name);

describe('Module boundaries', () => {
  it('Each folder imports only from the folders that the table of allowed imports lists for it', () => {
    const wrong = sources.flatMap(({ file, part, imports }) =>
      imports
        .filter((name) => own(name) && partOf(name) !== part)
        .filter((name) => !PARTS[part]?.imports.includes(partOf(name)))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('Only the desk and its tests import the desk, so the rest of the program works without the folder of the desk', () => {
    const tests = ['test', 'scripts', 'bench']
      .filter((folder) => existsSync(folder))
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
      )
      .filter((name) => /\.m?tsx?$/.test(name) && !name.includes('desk'))
      .map((file) => ({ file, part: '', imports: importsOf(file, readFileSync(file, 'utf8')) }));
    const isAboutDesk = (name: string): boolean =>
      ofDesk(name) || name.startsWith(path.join('test', 'unit', 'desk', path.sep));
    const wrong = [...sources, ...tests].filter(
      ({ part, imports }) => part !== 'src/desk' && imports.some(isAboutDesk),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('The table of allowed imports lists every folder, and these imports do not form a cycle', () => {
    expect(new Set(sources.map(({ part }) => part))).toEqual(new Set(Object.keys(PARTS).filter(isHere)));
    const imports = Object.entries(PARTS).map(([part, { imports }]): [string, readonly string[]] => [
      part,
      imports,
    ]);
    expect(circlesOf(new Map(imports))).toEqual([]);
  });

  it('Files do not import each other in a cycle, even through type imports or dynamic imports', () => {
    expect(circlesOf(new Map(sources.map(({ file, imports }) => [file, imports])))).toEqual([]);
  });

  it.each([
    [{ a: ['b'], b: ['c'], c: [] }, []],
    [{ a: ['b', 'c'], b: ['d'], c: ['d'], d: ['a'] }, [['a', 'b', 'c', 'd']]],
    [{ a: ['a', 'b'], b: ['c'], c: ['b'] }, [['a'], ['b', 'c']]],
  ])('Files with the imports %j form the cycles %j', (imports, circles) => {
    expect(circlesOf(new Map<string, readonly string[]>(Object.entries(imports)))).toEqual(circles);
  });

  it('Code that reads a returned file does not import the code that writes or renders such a file', () => {
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

  it('A file in another folder is imported only if it is the entry file of that folder', () => {
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

  it('Entry files use only named exports and have a module comment', () => {
    const entries = sources.filter(({ file }) => path.basename(file) === 'index.ts');
    expect(entries.length).toBeGreaterThan(30);
    expect(
      entries
        .filter(({ text, code }) => !text.startsWith('/**') || /export \*/.test(code))
        .map(({ file }) => file),
    ).toEqual([]);
    expect(
      sources
        .filter(
          ({ file, code }) =>
            file !== 'src/package.ts' && /import \* as \w+ from '\.[^']*index\.ts'/.test(code),
        )
        .map(({ file }) => file),
    ).toEqual([]);
  });

  it('Only the parts that read or write files import node:fs', () => {
    const wrong = sources
      .filter(({ part }) => !TOUCH_THE_DISK.includes(part))
      .filter(({ imports }) => imports.some((name) => /^(node:)?fs(\/|$)/.test(name)))
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });

  it('Only the listed files use `process`', () => {
    const wrong = sources
      .filter(
        ({ file, code }) => !KNOW_THE_PROCESS.includes(file) && /\bprocess\b/.test(withoutStrings(code)),
      )
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
    expect(sources.filter(({ imports }) => imports.includes('node:process'))).toEqual([]);
  });

  it('No code uses the clock, the time zone or the locale of the machine, or random numbers', () => {
    const unsteady =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bperformance\.|\.toLocale[A-Z]\w*\(\)|\.get(Date|Day|Month|FullYear|Hours)\(|\bresolvedOptions\b/;
    expect(sources.filter(({ code }) => unsteady.test(code)).map(({ file }) => file)).toEqual(
      THE_CLOCK.filter(isHere),
    );
  });

  it('Every import of zod is a namespace import, so that its translated error messages stay out of the bundle', () => {
    expect(
      sources.filter(({ code }) => /\bimport\s+(?!type\b|\*).*'zod'/.test(code)).map(({ file }) => file),
    ).toEqual([]);
  });

  it('No code uses the network, except that the desk accepts requests from this machine', () => {
    const wrong = sources
      .filter(({ file }) => !THE_DESK.includes(file))
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

describe('Terms of the 2021 programme', () => {
  it('The code contains neither the year, the countries nor the cities of the 2021 programme, and does not treat a language as a country', async () => {
    const { places: gazetteer } = (await readProgramme('data', '1')).reference;
    const places = gazetteer
      .map(({ name }) => (typeof name === 'string' ? name : (name.en ?? '')))
      .filter((name) => /^\p{Lu}\p{Ll}{4,}$/u.test(name));
    expect(places.length).toBeGreaterThan(50);
    const names = new RegExp(
      `\\b(2021|france|russia|franco-|russo-|fr-[a-z]{3}|ru-[a-z]{3}|${places.join('|')})\\b|росси|дипломат`,
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

/** Language codes that are also English words or names in the code. */
const PLAIN_WORDS = ['as', 'be', 'id', 'is', 'it', 'my', 'no', 'or', 'pt', 'so', 'to'];

describe('Language-specific data', () => {
  it('Files outside languages/ neither name a language nor contain a table keyed by language', () => {
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

describe('Words of human languages', () => {
  /** The program generated from src/page/ is checked there. */
  const judged = sources
    .filter(({ part, file }) => part !== 'languages' && file !== 'src/render/html/script.ts')
    .map(({ file, text }) => ({ file, ...literalsOf(file, text) }));
  const isTable = (word: string): boolean => LETTER_TABLES.some((table) => table.includes(word));

  it('No regular expression outside languages/ contains a word of a human language', () => {
    const wrong = judged.flatMap(({ file, patterns }) =>
      patterns
        .flatMap(wordsOfPattern)
        .filter((word) => !TECHNICAL_WORDS.has(word.toLowerCase()) && !isTable(word.toLowerCase()))
        .map((word) => `${file}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });

  it('No string outside languages/ contains letters that are not used in English', () => {
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
  ])('The check detects a word of a human language in %s', (code, words) => {
    expect(literalsOf('a.ts', code).patterns.flatMap(wordsOfPattern)).toEqual(words);
  });
});

describe('Appearance', () => {
  const drawing = sources.filter(({ file }) =>
    /^(templates|src\/render\/(pdf|docx)|src\/typeset)\//.test(file),
  );
  /**
   * Numbers that are not lengths but are needed in some files that draw: units of formats, heading levels, tolerances
   * of line breaking.
   */
  const ALLOWED: Readonly<Record<string, readonly string[]>> = {
    'templates/docx/cover.ts': ['1000'],
    'templates/docx/drawing.ts': ['12_700', '60_000', '100_000'],
    'templates/docx/event-styles.ts': ['3'],
    'templates/docx/part-styles.ts': ['3'],
    'templates/docx/styles.ts': ['3'],
    'templates/docx/style-sheet.ts': ['20', '8'],
    'src/render/pdf/paint-marks.ts': ['0.5523'],
    'src/render/docx/line-counter.ts': ['0.05', '0.5'],
    'src/typeset/break-lines.ts': ['0.45'],
  };

  it('Layout and drawing code contains no literal colours', () => {
    expect(drawing.length).toBeGreaterThan(40);
    expect(drawing.filter(({ code }) => /#[0-9a-f]{6}\b/i.test(code)).map(({ file }) => file)).toEqual([]);
  });

  it('Templates contain no literal lengths, and layout code contains no fractional lengths', () => {
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
