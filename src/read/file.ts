/** Only reading itself, which waits for the disk, goes to a thread and back: for opening and looking that costs more than they take. */

import { closeSync, constants, fstatSync, lstatSync, openSync, read, type Stats, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { UserError } from '../errors.ts';
import type { Message, Parameter } from '../messages.ts';
import { isMissing, refusalOf } from '../system-errors.ts';
import { messageOf } from './messages.ts';

/** What a file may be; `hint` says what to do with one that is larger. */
export interface FileLimit {
  mostBytes: number;
  /** What to do about one that is larger. */
  hint: Parameter;
}

/** Where the files of a dataset are read from: the disk, or values in memory. */
export interface Files {
  /** The bytes of a file, as `readBytesIfThere` gives them. */
  bytes(file: string, limit: FileLimit): Promise<Uint8Array | undefined>;
  /** Names of what is in a folder; none where there is no such folder. */
  names(folder: string): Promise<readonly string[]>;
  /** Whether there is a file or a folder. */
  has(place: string): Promise<boolean>;
}

export const DISK: Files = {
  bytes: readBytesIfThere,
  names: (folder) => readdir(folder).catch(() => []),
  has: async (place) => (await statIfThere(place)) !== undefined,
};

/**
 * The bytes of a file. What it is and how large are known before anything is read: only a regular file has an end, and one that is
 * too large is refused unread. Nothing waits for a pipe or a device.
 *
 * @throws UserError when there is no such file, it is not a regular one, is too large or cannot be read
 */
export async function readBytes(file: string, limit: FileLimit, files: Files = DISK): Promise<Uint8Array> {
  const bytes = await files.bytes(file, limit);
  if (bytes === undefined) throw refused(file, messageOf('file-missing'));
  return bytes;
}

/**
 * The bytes of a file as `readBytes` gives them; undefined when there is no such file.
 *
 * @throws UserError when it is not a regular one, is too large or cannot be read
 */
export async function readBytesIfThere(file: string, limit: FileLimit): Promise<Uint8Array | undefined> {
  let handle: number | undefined;
  try {
    // To open a device or a pipe can have effects of its own, so that it is looked at first, and again when it is open.
    refuseKind(file, statSync(file), limit);
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(handle);
    refuseKind(file, found, limit);
    return await readAll(handle, found.size, file, limit);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw refusalOf(error, file);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/**
 * What a path leads to; undefined when there is nothing. What cannot be looked at is not taken for missing.
 *
 * @throws UserError when the system refuses to say
 */
export async function statIfThere(file: string): Promise<Stats | undefined> {
  return ifThere(file, statSync);
}

/** What stands at a path itself, be it a link; otherwise as `statIfThere`. */
export async function lstatIfThere(file: string): Promise<Stats | undefined> {
  return ifThere(file, lstatSync);
}

function ifThere(file: string, look: (file: string) => Stats): Stats | undefined {
  try {
    return look(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw refusalOf(error, file);
  }
}

function refuseKind(
  file: string,
  found: { isFile(): boolean; isDirectory(): boolean; size: number },
  limit: FileLimit,
): void {
  if (found.isDirectory()) throw refused(file, messageOf('file-is-folder'));
  if (!found.isFile()) throw refused(file, messageOf('file-is-device'));
  if (found.size > limit.mostBytes) throw tooLarge(file, limit);
}

/** As many bytes as the file had when it was opened; of one that says that it is empty, as some do that the system makes, all to its end. */
async function readAll(handle: number, size: number, file: string, limit: FileLimit): Promise<Uint8Array> {
  let bytes = Buffer.allocUnsafeSlow(size === 0 ? PIECE : size);
  let length = 0;
  for (;;) {
    const { bytesRead } = await readInto(handle, bytes, length, bytes.length - length, null);
    length += bytesRead;
    if (length === size || bytesRead === 0) return bytes.subarray(0, length);
    if (length > limit.mostBytes) throw tooLarge(file, limit);
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(length)]);
  }
}

const readInto = promisify(read);
const PIECE = 4096;

export function tooLarge(file: string, { mostBytes, hint }: FileLimit): UserError {
  return refused(file, messageOf('file-too-large', { megabytes: mostBytes / 1024 / 1024, hint }));
}

function refused(file: string, said: Message): UserError {
  return new UserError({ ...said, at: { file } });
}
