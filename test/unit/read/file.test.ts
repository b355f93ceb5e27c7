import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readBytes, readBytesIfThere } from '../../../src/read/file.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';
import { withoutCodes } from '../../support/without-codes.ts';

const LIMIT = { maxBytes: 1024 * 1024, hint: 'write less' };
const NOT_A_FILE = {
  message: 'the path is a device, a pipe or a socket, not a file',
  hint: 'save its content to a file',
};

async function problemsOf(file: string): Promise<unknown> {
  try {
    return await readBytesIfThere(file, LIMIT);
  } catch (error) {
    return error instanceof UserError ? withoutCodes(error.problems) : error;
  }
}

describe('Reading the bytes of a file', () => {
  it.each([0, 1, 4095, 4096, 4097, 12_288, 1024 * 1024])(
    'A file of %i bytes is read completely',
    async (length) => {
      const file = path.join(scratchFolder(), 'file');
      const bytes = Buffer.from(Array.from({ length }, (_, index) => index % 251));
      writeFileSync(file, bytes);
      expect(Buffer.from(await readBytes(file, LIMIT)).equals(bytes)).toBe(true);
    },
  );

  it('A file is read through a symbolic link', async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'file'), 'words');
    symlinkSync('file', path.join(folder, 'link'));
    expect(Buffer.from(await readBytes(path.join(folder, 'link'), LIMIT)).toString()).toBe('words');
  });

  it('A file is read to its end even if its reported size is zero', async () => {
    const bytes = await readBytes('/proc/self/status', LIMIT);
    expect(Buffer.from(bytes).toString()).toContain('\nPid:');
  });

  it('For a file that does not exist, the result is `undefined` or an error, as the caller requests', async () => {
    const file = path.join(scratchFolder(), 'none');
    expect(await readBytesIfThere(file, LIMIT)).toBeUndefined();
    await expect(readBytes(file, LIMIT)).rejects.toMatchObject({
      problems: [{ message: 'the file is missing', at: { file } }],
    });
  });

  it('A file that exceeds the size limit is not read', async () => {
    const folder = scratchFolder();
    for (const [name, size] of Object.entries({ larger: 1024 * 1024 + 1, huge: 64 * 1024 ** 3 })) {
      const file = path.join(folder, name);
      writeFileSync(file, '');
      truncateSync(file, size);
      expect(await problemsOf(file)).toEqual([
        { message: 'the file is larger than 1 MB', at: { file }, hint: 'write less' },
      ]);
    }
  });

  it('Folders, devices, pipes and sockets are not read, not even through a symbolic link', async () => {
    const folder = scratchFolder();
    const [dir, pipe, link, socket] = ['dir', 'pipe', 'link', 'socket'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string, string];
    mkdirSync(dir);
    execFileSync('mkfifo', [pipe]);
    symlinkSync('/dev/zero', link);
    const server = createServer().listen(socket);
    onTestFinished(() => {
      server.close();
    });
    expect(await problemsOf(dir)).toEqual([
      { message: 'expected a file, found a folder', at: { file: dir } },
    ]);
    for (const file of ['/dev/zero', '/dev/null', pipe, link, socket])
      expect(await problemsOf(file), file).toEqual([{ ...NOT_A_FILE, at: { file } }]);
  });

  it('A symbolic link to itself is not read', async () => {
    const file = path.join(scratchFolder(), 'loop');
    symlinkSync('loop', file);
    expect(await problemsOf(file)).toEqual([{ message: 'the links form a loop', at: { file } }]);
  });
});
