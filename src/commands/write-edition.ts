import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { attempt, isMissing } from '../system-errors.ts';
import { type Content, writeContent } from './content.ts';
import { messageOf } from './messages.ts';
import { ownerLives, ownerName } from './this-process.ts';
import { discard, filesOf, makeWorking } from './working-folder.ts';
import { FileSet, makeFolder, type OutputFile } from './write-files.ts';
import { withWriteLock } from './write-lock.ts';

/** A planned edition. */
export interface NewEdition {
  /** Folder of the edition, which must not exist. */
  folder: string;
  /** Files of the edition, by path within its folder. */
  files: readonly OutputFile[];
  /**
   * Names of the editions that existed when the plan was made; an edition that was added since would be the base of
   * this one.
   */
  beside: readonly string[];
  /** Files of the data folder that are replaced together with the edition. */
  together?: readonly OutputFile[];
}

const HINT = 'see that there is space on the disk, and that you may write into the folder';

/**
 * Writes an edition, all or nothing: its files are written into a new folder next to it, and when all are on the disk
 * one rename makes it the edition.
 *
 * @param data folder of the dataset
 * @param verify called while no other command writes into the dataset, before the rename; throws if the edition must
 *   not be frozen after all
 * @throws UserError when the files cannot be written, or another freeze was faster
 */
export async function writeEdition(edition: NewEdition, data: string, verify: () => void): Promise<void> {
  const editions = path.dirname(edition.folder);
  attempt(editions, () => makeFolder(editions), HINT);
  const working = attempt(editions, () => newWorkingFolder(editions, path.basename(edition.folder)), HINT);
  try {
    const written = path.join(working, path.basename(working));
    attempt(written, () => mkdirSync(written), HINT);
    for (const { path: file, bytes } of edition.files) {
      const target = path.join(written, file);
      attempt(target, () => writeThrough(target, bytes), HINT);
    }
    for (const folder of foldersIn(written)) attempt(folder, () => flush(folder), HINT);
    const lock = attempt(data, () => makeWorking(data), HINT);
    try {
      const set = new FileSet(data, filesOf(lock), [], HINT);
      set.add(edition.together ?? []);
      await withWriteLock(data, lock, (files) => {
        verify();
        attempt(edition.folder, () => requireFree(edition), HINT);
        set.addFolder(edition.folder, written, files);
        set.commit(files);
      });
    } finally {
      discard(lock);
    }
    attempt(editions, () => flush(editions), HINT);
  } finally {
    discard(working);
  }
}

/**
 * Removes the folders of killed freezes. Each folder is first renamed, so that a freeze that is still running, on
 * another machine that shares the disk, fails as a whole.
 *
 * @param editions the folder of editions
 */
export function removeLeftovers(editions: string): void {
  const folder = lstatSync(editions, { throwIfNoEntry: false });
  if (!folder?.isDirectory()) return;
  for (const name of attempt(editions, () => readdirSync(editions), HINT)) {
    const owner = WORKING.exec(name)?.[1];
    if (owner !== undefined && !ownerLives(owner))
      attempt(path.join(editions, name), () => removeLeftover(editions, name), HINT);
  }
}

function removeLeftover(editions: string, name: string): void {
  const working = newWorkingFolder(editions, 'leftover');
  try {
    renameSync(path.join(editions, name), path.join(working, name));
  } catch (error) {
    // Another freeze removed it first.
    if (!isMissing(error)) throw error;
  } finally {
    discard(working);
  }
}

/** Working folders of freezes. No edition has such a name, and hidden folders are never read. */
const WORKING = /^\.freezing-.*-(\d{1,10}-\d{1,15})-[A-Za-z0-9_-]{6}$/;

function newWorkingFolder(editions: string, purpose: string): string {
  return mkdtempSync(path.join(editions, `.freezing-${purpose}-${ownerName()}-`));
}

/** Writes a new file and its folders, and flushes the bytes to the disk. */
function writeThrough(file: string, bytes: Content): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const open = openSync(file, 'wx');
  try {
    writeContent(open, bytes);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

/** A folder and all its subfolders, the innermost first. */
function foldersIn(folder: string): string[] {
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...inside.flatMap(({ name }) => foldersIn(path.join(folder, name))), folder];
}

/** Flushes the names in a folder to the disk, on systems that can. */
function flush(folder: string): void {
  try {
    const open = openSync(folder, 'r');
    try {
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  }
}

/** @throws UserError when another edition was added since the plan was made, or the path of the edition is in use */
function requireFree({ folder, beside }: NewEdition): void {
  const name = path.basename(folder);
  const newer = readdirSync(path.dirname(folder), { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !beside.includes(entry.name),
  );
  if (newer !== undefined) throw overtaken(name, newer.name);
  // A rename would replace an empty folder.
  if (lstatSync(folder, { throwIfNoEntry: false }) !== undefined) throw overtaken(name, name);
}

function overtaken(name: string, newer: string): UserError {
  const command = { command: ['verify'] };
  return new UserError(
    newer === name
      ? messageOf('freeze-overtaken', { edition: name, command })
      : messageOf('freeze-overtaken-by-another', { edition: name, newer, command }),
  );
}
