import { readFile, stat } from 'node:fs/promises';
import { type Problem, UserError } from '../errors.ts';
import { LARGEST_FILE } from './limits.ts';
import { decodeUtf8 } from './yaml.ts';

/**
 * The text of a UTF-8 file of a dataset.
 *
 * @throws UserError when there is no such file, it cannot be read, is too large or no text
 */
export async function readTextFile(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    const found = await stat(file);
    if (!found.isFile())
      throw refused(file, found.isDirectory() ? 'expected a file, found a folder' : 'this is no file');
    if (found.size > LARGEST_FILE)
      throw refused(
        file,
        `the file is larger than ${LARGEST_FILE / 1024 / 1024} MB`,
        'a dataset holds text only',
      );
    bytes = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof UserError || code === undefined) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refused(file, 'the file is missing');
    throw refused(
      file,
      code === 'EACCES' || code === 'EPERM'
        ? 'the file may not be read'
        : `the file cannot be read (${code})`,
    );
  }
  return decodeUtf8(bytes, file);
}

function refused(file: string, message: string, hint?: string): UserError {
  const problem: Problem = { message, at: { file } };
  return new UserError(hint === undefined ? problem : { ...problem, hint });
}
