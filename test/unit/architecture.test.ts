import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Parts of the program and what each may import, types included. */
const ALLOWED: Record<string, readonly string[]> = {
  'src/errors.ts': [],
  'src/types': [],
  'src/model': ['src/model'],
  'src/text': ['src/text', 'src/model'],
  'src/reference': ['src/reference', 'src/model', 'src/text'],
  'src/read': [
    'src/read',
    'src/model',
    'src/reference',
    'src/text',
    'src/errors.ts',
    'src/setting',
    'templates/tokens.ts',
  ],
  'src/check': ['src/check', 'src/model', 'src/reference', 'src/text', 'src/errors.ts'],
  'src/compare': ['src/compare', 'src/model', 'src/text', 'src/reference'],
  'src/edition': ['src/edition', 'src/model', 'src/read', 'src/compare', 'src/errors.ts'],
  'src/document': ['src/document', 'src/model', 'src/compare', 'src/reference', 'src/text'],
  'src/setting': ['src/setting', 'src/document', 'src/model', 'src/errors.ts', 'templates/tokens.ts'],
  'src/render/pdf': [
    'src/render/pdf',
    'src/document',
    'src/setting',
    'src/model',
    'src/text',
    'src/errors.ts',
    'templates',
  ],
  'src/render/docx': [
    'src/render/docx',
    'src/document',
    'src/compare',
    'src/setting',
    'src/model',
    'src/text',
    'src/errors.ts',
    'templates',
  ],
  'src/render/sheet': [
    'src/render/sheet',
    'src/model',
    'src/text',
    'src/reference',
    'src/errors.ts',
    'src/document',
  ],
  'src/inspect': ['src/inspect'],
  'src/report': ['src/report', 'src/model', 'src/text', 'src/check', 'src/compare', 'src/errors.ts'],
  'src/commands': ['src', 'templates/tokens.ts'],
  'src/cli.ts': ['src/commands', 'src/report', 'src/check', 'src/compare', 'src/model', 'src/errors.ts'],
  templates: ['templates', 'src/document', 'src/text', 'src/model'],
};

/** Only these touch the disk. */
const DISK = ['src/read', 'src/edition', 'src/commands'];

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.posix.join(entry.parentPath.split(path.sep).join('/'), entry.name));
}

const files = [...filesOf('src'), ...filesOf('templates')];
const partOf = (file: string): string =>
  Object.keys(ALLOWED)
    .filter((part) => file === part || file.startsWith(`${part}/`))
    .sort((a, b) => b.length - a.length)[0] ?? file;

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name);
}

const isUnder = (target: string, allowed: string): boolean =>
  target === allowed || target.startsWith(`${allowed}/`);

describe('imports', () => {
  it('run one way', () => {
    const wrong = files.flatMap((file) => {
      const allowed = ALLOWED[partOf(file)];
      if (allowed === undefined) return [`${file} belongs to no part`];
      return importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => path.posix.normalize(path.posix.join(path.posix.dirname(file), name)))
        .filter((target) => !allowed.some((part) => isUnder(target, part)))
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('of the disk stand in reading, editions and commands only', () => {
    const wrong = files.filter(
      (file) =>
        !DISK.some((part) => isUnder(file, part)) &&
        importsOf(file).some((name) => /^(node:)?fs(\/promises)?$/.test(name)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the sources', () => {
  it('name the process in the command line only', () => {
    const wrong = files.filter(
      (file) =>
        file !== 'src/cli.ts' &&
        /\bprocess\.(argv|env|exit|stdout|stderr|stdin|cwd)\b/.test(readFileSync(file, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('read no clock and no chance', () => {
    const wrong = files.filter((file) =>
      /Math\.random|Date\.now|new Date\(\)|performance\.now/.test(readFileSync(file, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('know nothing of the example programme', () => {
    const example = /\b2021\b(?!-)|franco-?russ|france|russia\b|росси|дипломат/i;
    const wrong = files
      // Language data may speak of languages, examples in rules and comments show what a rule finds.
      .filter((file) => !isUnder(file, 'src/check/rules') && !isUnder(file, 'templates/dataset'))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
          .filter((line) => example.test(line.replace(/`[^`]*such as[^`]*`|'[^']*such as[^']*'/g, '')))
          .map((line) => `${file}: ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
  });
});
