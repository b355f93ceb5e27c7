import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MESSAGES } from '../../languages/index.ts';
import { UserError } from '../errors.ts';
import { LIMITS } from '../model/index.ts';
import { editionDir, editionNames, type FileLimit, readBytes, readTextFileIfThere } from '../read/index.ts';
import { isMissing } from '../system-errors.ts';
import { compareNames } from '../text/index.ts';
import { LOCK_FILE, type Lock, PUBLISHED, parseLock } from './lock.ts';
import { messageOf } from './messages.ts';

/** Folders of a dataset that belong to an edition, with the extensions of their files. */
const FOLDERS = [
  { folder: 'events', ending: '.yaml' },
  { folder: 'reference', ending: '.yaml' },
  { folder: 'texts', ending: '.md' },
] as const;

/** Size limit for a file of a frozen edition. */
export const EDITION_FILE: FileLimit = {
  maxBytes: LIMITS.editionFileBytes,
  hint: messageOf('move-elsewhere'),
};

/** A data file: its bytes, and its path within the folder, with forward slashes. */
export interface DataFile {
  file: string;
  bytes: Uint8Array;
}

/** The files of the draft from which an edition is made, sorted by path. */
export async function dataFiles(dir: string): Promise<DataFile[]> {
  const names = await Promise.all(
    FOLDERS.map(async ({ folder, ending }) => {
      const found = await readdir(path.join(dir, folder)).catch(noneIfMissing);
      return found
        .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
        .map((name) => `${folder}/${name}`);
    }),
  );
  const files: DataFile[] = [];
  for (const file of ['programme.yaml', ...names.flat()])
    files.push({ file, bytes: await readBytes(path.join(dir, file), EDITION_FILE) });
  return files.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function noneIfMissing(error: unknown): string[] {
  if (isMissing(error)) return [];
  throw error;
}

/** SHA-256 checksums by path. */
export function sumsOf(files: readonly DataFile[]): Record<string, string> {
  return Object.fromEntries(
    files.map(({ file, bytes }) => [file, createHash('sha256').update(bytes).digest('hex')]),
  );
}

/** An entry in the folder of a frozen edition. */
export interface EditionEntry {
  /** Path within the folder, with forward slashes. */
  path: string;
  /**
   * Links are never followed. Entries that are neither files nor folders (`other`), and entries whose names are not
   * UTF-8 (`name`), are never opened.
   */
  kind: 'file' | 'folder' | 'link' | 'other' | 'name';
  /** SHA-256 checksum of a file. */
  sum?: string;
}

/** All entries in the folder of a frozen edition. */
export async function editionEntries(dir: string): Promise<EditionEntry[]> {
  const entries: EditionEntry[] = [];
  const visit = async (inside: string): Promise<void> => {
    const found = await readdir(path.join(dir, inside), { withFileTypes: true, encoding: 'buffer' });
    const named = found.map((entry) => ({ entry, name: String(entry.name) }));
    for (const { entry, name: own } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = inside === '' ? own : `${inside}/${own}`;
      if (!isUtf8(entry.name)) entries.push({ path: name, kind: 'name' });
      else if (entry.isFile())
        entries.push({ path: name, kind: 'file', sum: await sumOfFile(path.join(dir, name)) });
      else if (entry.isDirectory()) {
        entries.push({ path: name, kind: 'folder' });
        await visit(name);
      } else entries.push({ path: name, kind: entry.isSymbolicLink() ? 'link' : 'other' });
    }
  };
  await visit('');
  return entries;
}

/** SHA-256 checksum of a file of any size. */
export async function sumOfFile(file: string): Promise<string> {
  const sum = createHash('sha256');
  await pipeline(createReadStream(file), sum);
  return sum.digest('hex');
}

/**
 * The checksums of the data files of an edition. All its files except the lock and the published files are data files.
 */
export function dataSums(entries: readonly EditionEntry[]): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap(({ path: file, sum }) =>
      sum === undefined || file === LOCK_FILE || file.startsWith(`${PUBLISHED}/`) ? [] : [[file, sum]],
    ),
  );
}

/** The checksums of the published files that an edition contains, by path within published/. */
export function publishedSums(entries: readonly EditionEntry[]): Record<string, string> {
  const inside = `${PUBLISHED}/`;
  return Object.fromEntries(
    entries.flatMap(({ path: file, sum }) =>
      sum === undefined || !file.startsWith(inside) ? [] : [[file.slice(inside.length), sum]],
    ),
  );
}

/**
 * Reads the lock of a frozen edition, and also returns its text.
 *
 * @returns the lock and its text
 * @throws UserError if the lock is missing or invalid
 */
export async function readLockFile(dir: string): Promise<{ lock: Lock; text: string }> {
  const file = path.join(dir, LOCK_FILE);
  const text = await readTextFileIfThere(file);
  if (text === undefined) throw new UserError(messageOf('edition-without-lock'), { file });
  try {
    return { lock: parseLock(text), text };
  } catch (error) {
    const [said] = error instanceof UserError ? error.problems : [];
    throw new UserError({ ...(said ?? messageOf('lock-damaged')), at: { file } });
  }
}

/**
 * Reads the lock of a frozen edition.
 *
 * @throws UserError if the lock is missing or invalid
 */
export async function readLock(dir: string): Promise<Lock> {
  return (await readLockFile(dir)).lock;
}

/**
 * Reads the locks of all editions of a data folder.
 *
 * @throws UserError if a lock is missing or invalid
 */
export async function readLocks(dataDir: string): Promise<Lock[]> {
  return Promise.all((await editionNames(dataDir)).map((name) => readLock(editionDir(dataDir, name))));
}

/** Locks in the order in which the editions were frozen: sorted by date, then by name. */
export function editionsInOrder(locks: readonly Lock[]): Lock[] {
  const byName = compareNames(MESSAGES);
  return [...locks].sort((a, b) =>
    a.date === b.date ? byName(a.edition, b.edition) : a.date < b.date ? -1 : 1,
  );
}

/** The lock of the edition that was frozen last; undefined if there is none. */
export function lastEdition(locks: readonly Lock[]): Lock | undefined {
  return editionsInOrder(locks).at(-1);
}
