import { LIMITS } from '../model/index.ts';
import { DISK, type FileLimit, type Files, readBytes } from './file.ts';
import { messageOf } from './messages.ts';
import { decodeUtf8 } from './yaml.ts';

/** The size limit for a text file of a dataset. */
export const TEXT_FILE: FileLimit = { maxBytes: LIMITS.textFileBytes, hint: messageOf('dataset-holds-text') };

/**
 * Reads the text of a UTF-8 file of a dataset, with LF line endings.
 *
 * @throws UserError if the file does not exist, cannot be read, is too large or is not a text file
 */
export async function readTextFile(file: string, files: Files = DISK): Promise<string> {
  return decodeUtf8(await readBytes(file, TEXT_FILE, files), file);
}

/**
 * Reads the text of an optional UTF-8 file; undefined if the file does not exist.
 *
 * @throws UserError if the file cannot be read, is too large or is not a text file
 */
export async function readTextFileIfThere(file: string, files: Files = DISK): Promise<string | undefined> {
  const bytes = await files.bytes(file, TEXT_FILE);
  return bytes === undefined ? undefined : decodeUtf8(bytes, file);
}
