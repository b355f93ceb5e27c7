/**
 * Reads files. Only the reading itself is asynchronous. A file is opened, and its status read, synchronously, because a
 * thread would cost more time than the call.
 */

import { closeSync, constants, fstatSync, lstatSync, openSync, read, type Stats, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { UserError } from '../errors.ts';
import type { Message, Parameter } from '../messages.ts';
import { isMissing, refusalOf } from '../system-errors.ts';
import { messageOf } from './messages.ts';

/** A limit on the size of a file. */
export interface FileLimit {
  maxBytes: number;
  /** The hint for a file that is too large. */
  hint: Parameter;
}

/** A source of dataset files: the disk or memory. */
export interface Files {
  /** Returns the bytes of a file; see `readBytesIfThere`. */
  bytes(file: string, limit: FileLimit): Promise<Uint8Array | undefined>;
  /** Returns the names of the entries in a folder; empty if the folder does not exist. */
  names(folder: string): Promise<readonly string[]>;
  /** Whether a file or folder exists. */
  has(place: string): Promise<boolean>;
}

export const DISK: Files = {
  bytes: readBytesIfThere,
  names: (folder) => readdir(folder).catch(() => []),
  has: async (place) => (await statIfThere(place)) !== undefined,
};

/**
 * Returns the bytes of a file. The type and size of the file are checked before anything is read: only regular files up
 * to the limit are accepted, so the function never waits for a pipe or a device.
 *
 * @throws UserError if the file does not exist, is not a regular file, is too large or cannot be read
 */
export async function readBytes(file: string, limit: FileLimit, files: Files = DISK): Promise<Uint8Array> {
  const bytes = await files.bytes(file, limit);
  if (bytes === undefined) throw refused(file, messageOf('file-missing'));
  return bytes;
}

/**
 * Like `readBytes`, but returns undefined if the file does not exist.
 *
 * @throws UserError if the file is not a regular file, is too large or cannot be read
 */
export async function readBytesIfThere(file: string, limit: FileLimit): Promise<Uint8Array | undefined> {
  let handle: number | undefined;
  try {
    // Opening a device or a pipe can have side effects, so the type is also checked before the file is opened.
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
 * Returns the status of the file or folder at a path, following symbolic links; undefined if there is none. A path that
 * cannot be accessed is not treated as missing.
 *
 * @throws UserError if the system denies access
 */
export async function statIfThere(file: string): Promise<Stats | undefined> {
  return ifThere(file, statSync);
}

/** Like `statIfThere`, but if the path is a symbolic link, returns the status of the link itself. */
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
  if (found.size > limit.maxBytes) throw tooLarge(file, limit);
}

/**
 * Reads as many bytes as the file had when it was opened. Files whose reported size is 0, such as those in /proc, are
 * read to the end.
 */
async function readAll(handle: number, size: number, file: string, limit: FileLimit): Promise<Uint8Array> {
  let bytes = Buffer.allocUnsafeSlow(size === 0 ? PIECE : size);
  let length = 0;
  for (;;) {
    const { bytesRead } = await readInto(handle, bytes, length, bytes.length - length, null);
    length += bytesRead;
    if (length === size || bytesRead === 0) return bytes.subarray(0, length);
    if (length > limit.maxBytes) throw tooLarge(file, limit);
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(length)]);
  }
}

const readInto = promisify(read);
const PIECE = 4096;

export function tooLarge(file: string, { maxBytes, hint }: FileLimit): UserError {
  return refused(file, messageOf('file-too-large', { megabytes: maxBytes / 1024 / 1024, hint }));
}

function refused(file: string, message: Message): UserError {
  return new UserError(message, { file });
}
