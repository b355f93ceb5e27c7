import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownerLives, ownerName } from '../../../src/commands/this-process.ts';
import { completeWrites } from '../../../src/commands/unfinished.ts';
import { writeFiles } from '../../../src/commands/write-files.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { runs } from '../../support/property-runs.ts';

/** No process has this id, because the largest process id is about four million. */
const DEAD = '999999999-1';

interface Left {
  /** The content of the working folder, which is inside the write lock. */
  working?: Readonly<Record<string, string>>;
  /** The content of the folder around it. */
  files?: Readonly<Record<string, string>>;
  owner?: string;
}

/** A folder in the state that a command leaves if it is killed while it renames its files. */
function left({ working = {}, files = {}, owner = DEAD }: Left): { folder: string; working: string } {
  const folder = scratchFolder();
  const inside = path.join(folder, '.writing', `.writing-${owner}-aB3dEf`);
  mkdirSync(inside, { recursive: true });
  for (const [name, text] of Object.entries(working)) writeFileSync(path.join(inside, name), text);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return { folder, working: inside };
}

function journal(...files: string[]): string {
  return JSON.stringify({ version: 1, files: files.map((file, number) => ({ file, number })) });
}

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const full = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, full), readFileSync(full, 'utf8')];
    }),
  );
}

describe('Working folder of a killed command', () => {
  it('A write that was interrupted before it replaced a file is discarded', () => {
    const { folder } = left({ working: { '0-new': 'half' }, files: { 'a.yaml': 'old' } });
    expect(completeWrites(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('A write that was interrupted while it was replacing files is completed', () => {
    const { folder } = left({
      working: {
        'journal.json': journal('a.yaml', 'deep/b.yaml', 'c.yaml'),
        '1-new': 'B',
        '1-old': 'b',
        '2-new': 'C',
      },
      files: { 'a.yaml': 'A', 'deep/b.yaml': 'b' },
    });
    expect(completeWrites(folder)).toEqual([
      `a command had been interrupted while it wrote into ${folder}: finished ${path.join(folder, 'deep/b.yaml')}, ${path.join(folder, 'c.yaml')}`,
    ]);
    expect(contents(folder)).toEqual({ 'a.yaml': 'A', 'deep/b.yaml': 'B', 'c.yaml': 'C' });
    expect(completeWrites(folder)).toEqual([]);
  });

  it('A file that somebody has changed since a command was killed is never replaced', () => {
    const { folder } = left({
      working: { 'journal.json': journal('a.yaml', 'b.yaml'), '0-new': 'A', '0-old': 'a', '1-new': 'B' },
      files: { 'a.yaml': 'a, and a word more', 'b.yaml': 'made by hand' },
    });
    expect(completeWrites(folder)).toEqual([
      `changed since a command was interrupted, and left as they are: ${path.join(folder, 'a.yaml')}, ${path.join(folder, 'b.yaml')}`,
    ]);
    expect(contents(folder)).toEqual({ 'a.yaml': 'a, and a word more', 'b.yaml': 'made by hand' });
  });

  it('A working folder without a journal is removed', () => {
    const folder = scratchFolder();
    mkdirSync(path.join(folder, `.writing-${DEAD}-aB3dEf`, `.writing-${DEAD}-aB3dEf`), { recursive: true });
    expect(completeWrites(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('A write that the same process left incomplete is also completed', () => {
    const { folder } = left({
      owner: ownerName(),
      working: { 'journal.json': journal('a.yaml', 'b.yaml'), '1-new': 'B', '1-old': 'b' },
      files: { 'a.yaml': 'A', 'b.yaml': 'b' },
    });
    expect(completeWrites(folder)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['a.yaml', 'b.yaml']);
    expect(contents(folder)).toEqual({ 'a.yaml': 'A', 'b.yaml': 'B' });
  });

  it('The working folder of a running process is not removed', async () => {
    // Files that this process prepares do not affect its other operations.
    const ready = path.join(scratchFolder(), `.writing-${ownerName()}-aB3dEf`);
    mkdirSync(ready);
    expect(completeWrites(path.dirname(ready))).toEqual([]);
    expect(existsSync(ready)).toBe(true);

    // The same process id with another start time: the id was reused.
    const reused = left({ owner: `${ownerName().split('-')[0]}-1`, working: { '0-new': 'half' } });
    completeWrites(reused.folder);
    expect(existsSync(reused.working)).toBe(false);

    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    expect(ownerLives(`${child.pid}-0`)).toBe(true);
    const running = left({ owner: `${child.pid}-0`, working: { '0-new': 'half' } });
    expect(completeWrites(running.folder)).toEqual([]);
    expect(existsSync(running.working)).toBe(true);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(ownerLives(`${child.pid}-0`)).toBe(false);
    completeWrites(running.folder);
    expect(readdirSync(running.folder)).toEqual([]);
  });

  it('The next command completes an interrupted write before it writes other files', async () => {
    const { folder } = left({
      working: { 'journal.json': journal('a.yaml', 'b.yaml'), '0-new': 'A', '1-new': 'B' },
    });
    await writeFiles([{ path: path.join(folder, 'a.yaml'), bytes: 'newer' }]);
    expect(contents(folder)).toEqual({ 'a.yaml': 'newer', 'b.yaml': 'B' });
  });

  it('Files, links and folders whose names are similar to that of a working folder are not changed', () => {
    const folder = scratchFolder();
    const elsewhere = left({ working: { '0-new': 'half' } });
    symlinkSync(elsewhere.working, path.join(folder, `.writing-${DEAD}-aB3dEf`));
    writeFileSync(path.join(folder, `.writing-${DEAD}-abcdef`), 'a file');
    mkdirSync(path.join(folder, '.writing-drafts'));
    const before = readdirSync(folder);
    expect(completeWrites(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual(before);
    expect(readdirSync(elsewhere.working)).toEqual(['0-new']);
  });
});

describe('Forged journal', () => {
  const forged: Readonly<Record<string, string>> = {
    'leads to the parent folder': journal('../outside.txt'),
    'leads to the parent folder through a subfolder': journal('deep/../../outside.txt'),
    'leads to the root': journal('/tmp/outside.txt'),
    'leads to the parent folder with backslashes': journal('..\\outside.txt'),
    'leads through a link': journal('link/outside.txt'),
    'leads into a hidden folder': journal('.git/config'),
    'has an empty path': journal(''),
    'is not JSON': '{"files": [',
    'is null': 'null',
    'has an object instead of a list': '{"files": {"0": "a"}}',
    'has other entries': '{"files": ["a.txt"]}',
    'has a path instead of a number': '{"files": [{"file": "a.txt", "number": "../0"}]}',
  };
  it.each(Object.entries(forged))('A journal that %s is not applied and is reported', (_, text) => {
    const { folder, working } = left({ working: { 'journal.json': text, '0-new': 'forged' } });
    const outside = scratchFolder();
    symlinkSync(outside, path.join(folder, 'link'));
    mkdirSync(path.join(folder, '.git'));
    mkdirSync(path.join(folder, 'deep'));
    const [line, ...others] = completeWrites(folder);
    expect(others).toEqual([]);
    expect(line).toContain('this is no journal of this program, and nothing was done; delete the folder');
    expect(
      readdirSync(folder)
        .filter((name) => name !== '.writing')
        .sort(),
    ).toEqual(['.git', 'deep', 'link']);
    expect(readdirSync(outside)).toEqual([]);
    expect(readdirSync(path.join(folder, '.git'))).toEqual([]);
    expect(existsSync(path.join(path.dirname(folder), 'outside.txt'))).toBe(false);
    expect(existsSync(working)).toBe(false);
  });

  it('A journal never causes a file to be replaced by a link', () => {
    const { folder, working } = left({
      working: { 'journal.json': journal('a.txt') },
      files: { 'a.txt': 'a' },
    });
    symlinkSync('/etc/passwd', path.join(working, '0-new'));
    symlinkSync('/etc/passwd', path.join(working, '0-old'));
    completeWrites(folder);
    expect(contents(folder)).toEqual({ 'a.txt': 'a' });
  });

  it('A journal never causes changes outside its folder', () => {
    const step = fc.constantFrom(
      '..',
      '.',
      '',
      '/',
      '\\',
      'a',
      'link',
      '.writing-1-1-aaaaaa',
      '…',
      '%2e%2e',
      '~',
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), fc.constantFrom('/', '\\', '//'), (steps, separator) => {
        const around = scratchFolder();
        const { folder } = left({
          working: { 'journal.json': journal(steps.join(separator)), '0-new': 'forged' },
        });
        const inner = path.join(around, 'inner');
        renameSync(folder, inner);
        mkdirSync(path.join(around, 'beside'));
        symlinkSync('../beside', path.join(inner, 'link'));
        completeWrites(inner);
        expect(readdirSync(around).sort()).toEqual(['beside', 'inner']);
        expect(readdirSync(path.join(around, 'beside'))).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });
});
