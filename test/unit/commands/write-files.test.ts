import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { completeWrites } from '../../../src/commands/unfinished.ts';
import { writeFiles } from '../../../src/commands/write-files.ts';
import { UserError } from '../../../src/errors.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { withFaults } from '../../support/disk-changes.ts';

/** All files of a folder and their texts; folders end in a slash. */
function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const full = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, full);
      return entry.isDirectory() ? [`${name}/`, ''] : [name, readFileSync(full, 'utf8')];
    }),
  );
}

describe('writeFiles', () => {
  it('writeFiles creates folders, replaces files and leaves no temporary files behind', async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'a.txt'), 'old');
    await writeFiles([
      { path: path.join(folder, 'a.txt'), bytes: 'new' },
      { path: path.join(folder, 'sub/folder/b.bin'), bytes: new Uint8Array([0x62]) },
    ]);
    expect(contents(folder)).toEqual({
      'a.txt': 'new',
      'sub/': '',
      'sub/folder/': '',
      'sub/folder/b.bin': 'b',
    });
  });

  it.each([
    ['is a folder', (place: string) => mkdirSync(place), 'expected a file, found a folder'],
    ['is a device', (place: string) => symlinkSync('/dev/null', place), 'this is not a regular file'],
    [
      'has a file as its parent folder',
      (place: string) => writeFileSync(path.dirname(place), ''),
      'expected a folder, found a file',
    ],
  ])('All existing files stay unchanged if one of the paths %s', async (_, occupy, reason) => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'a.txt'), 'old');
    const place = path.join(folder, 'sub', 'b.txt');
    if (reason !== 'expected a folder, found a file') mkdirSync(path.dirname(place));
    occupy(place);
    const before = contents(folder);
    const write = () =>
      writeFiles([
        { path: path.join(folder, 'a.txt'), bytes: 'new' },
        { path: path.join(folder, 'c.txt'), bytes: 'new' },
        { path: place, bytes: 'new' },
      ]);
    await expect(write()).rejects.toThrow(reason);
    expect(contents(folder)).toEqual(before);
  });

  it('Replaced files are restored if a later file cannot be written', async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'a.txt'), 'old');
    const write = () =>
      writeFiles([
        { path: path.join(folder, 'a.txt'), bytes: 'new' },
        { path: path.join(folder, 'b.txt'), bytes: 'new' },
        // This path becomes a folder for the next file.
        { path: path.join(folder, 'c'), bytes: 'new' },
        { path: path.join(folder, 'c', 'd.txt'), bytes: 'new' },
      ]);
    await expect(write()).rejects.toThrow(`${path.join(folder, 'c')}: `);
    expect(contents(folder)).toEqual({ 'a.txt': 'old' });
  });

  it('The error that writeFiles throws states the path and the reason', async () => {
    await expect(writeFiles([{ path: '/proc/programme/a.txt', bytes: '' }])).rejects.toThrow(
      '/proc/programme: no such file or directory',
    );
  });
});

/** A folder whose write lock belongs to a running process. */
function lockedFolder(): { folder: string; lock: string } {
  const folder = scratchFolder();
  const lock = path.join(folder, '.writing');
  mkdirSync(path.join(lock, `.writing-${process.ppid}-0-aB3dEf`), { recursive: true });
  return { folder, lock };
}

describe('Write lock of a folder', () => {
  it('A command waits for the lock while the process that holds it runs', async () => {
    const { folder, lock } = lockedFolder();
    const file = path.join(folder, 'a.txt');
    let verified = false;
    const written = writeFiles([{ path: file, bytes: 'new' }], folder, () => {
      verified = true;
    });
    for (let turn = 0; turn < 5; turn++) await new Promise((next) => setImmediate(next));
    expect([verified, readdirSync(folder).includes('a.txt')]).toEqual([false, false]);
    rmSync(lock, { recursive: true });
    await written;
    expect(verified).toBe(true);
    expect(contents(folder)).toEqual({ 'a.txt': 'new' });
  });

  it('A command stops waiting for the lock after a maximum time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { folder, lock } = lockedFolder();
    const written = writeFiles([{ path: path.join(folder, 'a.txt'), bytes: 'new' }], folder);
    const refused = expect(written).rejects.toThrow(
      `another command is writing to ${folder}\n  hint: wait until it ends, then run this command again; if no command is running, delete ${lock}`,
    );
    await vi.advanceTimersByTimeAsync(60_000);
    await refused;
    expect(Object.keys(contents(folder)).filter((name) => !name.startsWith('.writing/'))).toEqual([]);
  });

  it('The write lock is released if the prepared output is outdated', async () => {
    const folder = scratchFolder();
    const verify = (): void => {
      throw new Error('outdated');
    };
    const files = ['a.txt', 'b.txt'].map((name) => ({ path: path.join(folder, name), bytes: 'new' }));
    await expect(writeFiles(files, folder, verify)).rejects.toThrow('outdated');
    expect(contents(folder)).toEqual({});
    await expect(writeFiles([], folder, verify)).rejects.toThrow('outdated');
  });

  it('A command that loses the lock removes its own files, so that no file is written twice', async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'a.txt'), 'old');
    const written = writeFiles(
      ['a.txt', 'b.txt'].map((name) => ({ path: path.join(folder, name), bytes: 'new' })),
      folder,
      // This process is not visible to a command on another machine.
      () => rmSync(path.join(folder, '.writing'), { recursive: true }),
    );
    await expect(written).rejects.toThrow('another command is completing or undoing the interrupted write');
    expect(contents(folder)).toEqual({ 'a.txt': 'old' });
  });
});

describe('Disk that fails at one change, or at one change and all later ones', () => {
  const NEW = { 'a.txt': 'new', 'b.txt': 'new', 'deep/c.txt': 'new' };
  const OLD = { 'a.txt': 'old', 'deep/c.txt': 'old' };
  const onlyFiles = (folder: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(contents(folder)).filter(
        ([name]) => !name.endsWith('/') && !name.startsWith('.writing'),
      ),
    );

  it.each([
    ['EIO', () => true],
    // Removing and renaming files need no disk space.
    ['ENOSPC', (change: string) => !/^r/.test(change)],
    ['ENOSPC', (change: string) => !change.startsWith('rm')],
  ] as const)(
    'If disk changes fail with %s, either all files are old, or all files are new, or the error states that the next command will finish replacing them',
    async (code, isBad) => {
      const outcomes = new Set<string>();
      for (let from = 1; ; from++) {
        const folder = scratchFolder();
        mkdirSync(path.join(folder, 'deep'));
        for (const [name, text] of Object.entries(OLD)) writeFileSync(path.join(folder, name), text);
        let [changes, failed] = [0, 0];
        const files = Object.entries(NEW).map(([name, bytes]) => ({ path: path.join(folder, name), bytes }));
        const fails = (change: string): boolean => {
          const isFault = ++changes >= from && isBad(change);
          if (isFault) failed++;
          return isFault;
        };
        const error = await withFaults(code, fails, () =>
          writeFiles(files, folder).catch((caught: unknown) => caught),
        );
        if (failed === 0) break;
        const left = onlyFiles(folder);
        const said = completeWrites(folder);
        const settled = onlyFiles(folder);
        if (error === undefined) expect([left, settled]).toEqual([NEW, NEW]);
        else {
          expect(error).toBeInstanceOf(UserError);
          const isOpen = String(error).includes('the unfinished changes could not be undone');
          expect(settled).toEqual(isOpen ? NEW : OLD);
          if (!isOpen) expect(left).toEqual(OLD);
          expect(said.length).toBe(isOpen ? 1 : 0);
          outcomes.add(isOpen ? 'finished later' : 'as it was');
        }
        expect(readdirSync(folder)).not.toContain('.writing');
      }
      expect([...outcomes].sort()).toEqual(
        code === 'EIO' ? ['as it was', 'finished later'] : expect.arrayContaining(['as it was']),
      );
    },
  );
});
