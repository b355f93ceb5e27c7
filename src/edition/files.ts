import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { LIMITS } from '../model/limits.ts';
import { type FileLimit, readBytes } from '../read/file.ts';
import { readTextFileIfThere } from '../read/text-file.ts';
import { LOCK_FILE, type Lock, LockSchema } from './lock.ts';

/** Parts of a dataset that belong to an edition. */
const PARTS = ['programme.yaml', 'events', 'reference'] as const;

const EDITION_FILE: FileLimit = {
  mostBytes: LIMITS.editionFileBytes,
  hint: 'move what is no part of the edition elsewhere',
};

/** A data file of an edition: its path inside the folder, with forward slashes, and its bytes. */
export interface DataFile {
  file: string;
  bytes: Uint8Array;
}

/** The data files of an edition or of the draft, sorted by path. */
export async function dataFiles(dir: string): Promise<DataFile[]> {
  const files: DataFile[] = [];
  for (const part of PARTS) {
    const names = part.endsWith('.yaml')
      ? [part]
      : (await readdir(path.join(dir, part)))
          .filter((name) => name.endsWith('.yaml'))
          .map((name) => `${part}/${name}`);
    for (const file of names)
      files.push({ file, bytes: await readBytes(path.join(dir, file), EDITION_FILE) });
  }
  return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Every file of a frozen edition but its lock, so that what does not belong there is found too. */
export async function allFiles(dir: string): Promise<DataFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  return Promise.all(
    files
      .filter((file) => file !== LOCK_FILE)
      .sort()
      .map(async (file) => ({
        file: file.split(path.sep).join('/'),
        bytes: await readBytes(path.join(dir, file), EDITION_FILE),
      })),
  );
}

/** SHA-256 sums by path. */
export function sumsOf(files: readonly DataFile[]): Record<string, string> {
  return Object.fromEntries(
    files.map(({ file, bytes }) => [file, createHash('sha256').update(bytes).digest('hex')]),
  );
}

/**
 * The lock of a frozen edition.
 *
 * @throws UserError when it is missing or no lock
 */
export async function readLock(dir: string): Promise<Lock> {
  const file = path.join(dir, LOCK_FILE);
  const text = await readTextFileIfThere(file);
  if (text === undefined) {
    throw new UserError({
      message: 'the edition has no lock',
      at: { file },
      hint: 'an edition is frozen with the command freeze',
    });
  }
  try {
    return LockSchema.parse(JSON.parse(text));
  } catch {
    throw new UserError({
      message: 'the lock is damaged',
      at: { file },
      hint: 'restore it from the version control system',
    });
  }
}

/** The edition frozen last, by date and then by name; undefined when there is none. */
export function lastEdition(locks: readonly Lock[]): Lock | undefined {
  return [...locks]
    .sort((a, b) =>
      a.date === b.date
        ? a.edition.localeCompare(b.edition, 'en', { numeric: true })
        : a.date < b.date
          ? -1
          : 1,
    )
    .at(-1);
}
