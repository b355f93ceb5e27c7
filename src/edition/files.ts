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

/** The folders of a dataset that are part of an edition, and the file extensions in them. */
const FOLDERS = [
  { folder: 'events', ending: '.yaml' },
  { folder: 'reference', ending: '.yaml' },
  { folder: 'texts', ending: '.md' },
] as const;

/** The size limit for a file of a frozen edition. */
export const EDITION_FILE: FileLimit = {
  maxBytes: LIMITS.editionFileBytes,
  hint: messageOf('move-elsewhere'),
};

/** A data file: its path within the dataset or edition folder, with forward slashes, and its bytes. */
export interface DataFile {
  path: string;
  bytes: Uint8Array;
}

/** Reads the data files of a draft, sorted by path: programme.yaml, the events, the reference lists and the texts. */
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
    files.push({ path: file, bytes: await readBytes(path.join(dir, file), EDITION_FILE) });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Handles the error of reading a folder: an empty list if the folder does not exist. */
export function noneIfMissing(error: unknown): never[] {
  if (isMissing(error)) return [];
  throw error;
}

/** The SHA-256 checksums of files, by path. */
export function sumsOf(files: readonly DataFile[]): Record<string, string> {
  return Object.fromEntries(
    files.map(({ path: file, bytes }) => [file, createHash('sha256').update(bytes).digest('hex')]),
  );
}

/** An entry in the folder of a frozen edition. */
export interface EditionEntry {
  /** The path within the folder, with forward slashes. */
  path: string;
  /**
   * The type of the entry. Symbolic links are never followed. Entries that are not files, folders or links (`other`)
   * and entries with names that are not UTF-8 (`name`) are never opened.
   */
  kind: 'file' | 'folder' | 'link' | 'other' | 'name';
  /** The SHA-256 checksum of a file. */
  sum?: string;
}

/** All entries in the folder of a frozen edition. */
export async function editionEntries(dir: string): Promise<EditionEntry[]> {
  const entries: EditionEntry[] = [];
  const visit = async (inside: string): Promise<void> => {
    const found = await readdir(path.join(dir, inside), { withFileTypes: true, encoding: 'buffer' });
    const named = found.map((entry) => ({ entry, name: String(entry.name) }));
    for (const { entry, name: entryName } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = inside === '' ? entryName : `${inside}/${entryName}`;
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

/** The SHA-256 checksum of a file, which can be of any size. */
export async function sumOfFile(file: string): Promise<string> {
  const sum = createHash('sha256');
  await pipeline(createReadStream(file), sum);
  return sum.digest('hex');
}

/** The checksums of an edition's data files, that is, of all its files except the lock and the published files. */
export function dataSums(entries: readonly EditionEntry[]): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap(({ path: file, sum }) =>
      sum === undefined || file === LOCK_FILE || file.startsWith(`${PUBLISHED}/`) ? [] : [[file, sum]],
    ),
  );
}

/** The checksums of the published files that an edition contains, keyed by path within published/. */
export function publishedSums(entries: readonly EditionEntry[]): Record<string, string> {
  const inside = `${PUBLISHED}/`;
  return Object.fromEntries(
    entries.flatMap(({ path: file, sum }) =>
      sum === undefined || !file.startsWith(inside) ? [] : [[file.slice(inside.length), sum]],
    ),
  );
}

/**
 * Reads the lock file of a frozen edition.
 *
 * @returns the lock and the text of the file
 * @throws UserError if the lock is missing or invalid
 */
export async function readLockFile(dir: string): Promise<{ lock: Lock; text: string }> {
  const file = path.join(dir, LOCK_FILE);
  const text = await readTextFileIfThere(file);
  if (text === undefined) throw new UserError(messageOf('edition-without-lock'), { file });
  try {
    return { lock: parseLock(text), text };
  } catch (error) {
    const [problem] = error instanceof UserError ? error.problems : [];
    throw new UserError({ ...(problem ?? messageOf('lock-damaged')), at: { file } });
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
 * Reads the locks of all editions in a data folder.
 *
 * @throws UserError if a lock is missing or invalid
 */
export async function readLocks(dataDir: string): Promise<Lock[]> {
  return Promise.all((await editionNames(dataDir)).map((name) => readLock(editionDir(dataDir, name))));
}

/** Sorts locks by date and, for the same date, by name, which is the order in which the editions were frozen. */
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
