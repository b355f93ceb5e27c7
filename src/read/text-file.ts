import { LIMITS } from '../model/index.ts';
import { DISK, type FileLimit, type Files, readBytes } from './file.ts';
import { messageOf } from './messages.ts';
import { decodeUtf8 } from './yaml.ts';

/** A text file of a dataset. */
export const TEXT_FILE: FileLimit = {
  mostBytes: LIMITS.textFileBytes,
  hint: messageOf('dataset-holds-text'),
};

/**
 * The text of a UTF-8 file of a dataset, with line ends as line feeds.
 *
 * @throws UserError when there is no such file, it cannot be read, is too large or no text
 */
export async function readTextFile(file: string, files: Files = DISK): Promise<string> {
  return decodeUtf8(await readBytes(file, TEXT_FILE, files), file);
}

/**
 * The text of a UTF-8 file that need not be there; undefined when it is not.
 *
 * @throws UserError when it cannot be read, is too large or no text
 */
export async function readTextFileIfThere(file: string, files: Files = DISK): Promise<string | undefined> {
  const bytes = await files.bytes(file, TEXT_FILE);
  return bytes === undefined ? undefined : decodeUtf8(bytes, file);
}
