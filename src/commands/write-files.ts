import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';

/** A file to be written, whole. */
export interface OutputFile {
  path: string;
  bytes: Uint8Array | string;
}

/** Files that are being written; removed when the process is interrupted. */
const pending = new Set<string>();

/**
 * Writes files so that either all of them are new or all earlier ones are as they were: each is written beside its place, and only
 * when all are complete are they renamed.
 *
 * @throws UserError when a folder or file cannot be written
 */
export async function writeFiles(files: readonly OutputFile[]): Promise<void> {
  const beside = files.map((file) => ({ ...file, temporary: `${file.path}.${process.pid}.tmp` }));
  try {
    for (const file of beside) {
      await mkdir(path.dirname(file.path), { recursive: true });
      pending.add(file.temporary);
      await writeFile(file.temporary, file.bytes);
    }
    for (const file of beside) {
      await rename(file.temporary, file.path);
      pending.delete(file.temporary);
    }
  } catch (error) {
    throw asUserError(error) ?? error;
  } finally {
    await removePending(beside.map((file) => file.temporary));
  }
}

/** Removes what an interrupted run left half written. */
export async function removePending(files: Iterable<string> = pending): Promise<void> {
  for (const file of files) {
    if (!pending.has(file)) continue;
    await rm(file, { force: true });
    pending.delete(file);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be written',
  EPERM: 'may not be written',
  EROFS: 'is on a read-only disk',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'is not in a folder: a part of its path is a file',
  EEXIST: 'is not a folder',
  ENOSPC: 'does not fit on the disk',
  ENAMETOOLONG: 'has too long a name',
};

function asUserError(error: unknown): UserError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path: from, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const reason = code === undefined ? undefined : REASONS[code];
  if (reason === undefined) return undefined;
  const place = dest ?? from?.replace(/\.\d+\.tmp$/, '');
  return new UserError({
    message: `${place ?? 'the output'} ${reason}`,
    hint: 'choose another folder with --out, or close the program that holds the file',
  });
}
