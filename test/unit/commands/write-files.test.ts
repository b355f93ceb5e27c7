import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../../src/commands/write-files.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';

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

describe('writing files', () => {
  it('makes the folders, replaces what was there, and leaves nothing else', async () => {
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
    ['is a device', (place: string) => symlinkSync('/dev/null', place), 'this is no file'],
    [
      'lies under a file',
      (place: string) => writeFileSync(path.dirname(place), ''),
      'expected a folder, found a file',
    ],
  ])('leaves all earlier files as they were when one place %s', async (_, occupy, reason) => {
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

  it('puts back what was replaced when a later file cannot take its place', async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'a.txt'), 'old');
    const write = () =>
      writeFiles([
        { path: path.join(folder, 'a.txt'), bytes: 'new' },
        { path: path.join(folder, 'b.txt'), bytes: 'new' },
        // This place becomes a folder for the file after it.
        { path: path.join(folder, 'c'), bytes: 'new' },
        { path: path.join(folder, 'c', 'd.txt'), bytes: 'new' },
      ]);
    await expect(write()).rejects.toThrow(`${path.join(folder, 'c')}: `);
    expect(contents(folder)).toEqual({ 'a.txt': 'old' });
  });

  it('names the place and the reason', async () => {
    await expect(writeFiles([{ path: '/proc/programme/a.txt', bytes: '' }])).rejects.toThrow(
      '/proc/programme: there is no such file or folder',
    );
  });
});
