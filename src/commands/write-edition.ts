import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { attempt } from '../system-errors.ts';
import { type Content, writeFileOf } from './content.ts';
import { messageOf } from './messages.ts';
import { exists } from './working-folder.ts';
import { type FileSet, type OutputFile, writeSet } from './write-files.ts';

/** A planned edition. */
export interface NewEdition {
  /** Folder of the edition, which must not exist yet. */
  folder: string;
  /** Files of the edition, keyed by path within its folder. */
  files: readonly OutputFile[];
  /**
   * Names of the editions that existed when the plan was made. If another edition has been added since, the new edition
   * would have a different base.
   */
  beside: readonly string[];
  /** Files of the data folder that are replaced together with the edition. */
  together?: readonly OutputFile[];
}

/**
 * Writes an edition and the files that are replaced together with it, either all or none. All files of the edition have
 * been flushed to the disk before they are moved into place.
 *
 * @param data folder of the dataset
 * @param verify called while no other command writes into the dataset, before the files are moved into place; it throws
 *   if the edition must not be frozen after all
 * @throws UserError when the files cannot be written, or another edition was frozen in the meantime
 */
export async function writeEdition(edition: NewEdition, data: string, verify: () => void): Promise<void> {
  const { folder, files, together = [] } = edition;
  const make = (set: FileSet): void => {
    set.add(together);
    set.addFolder(folder, (fresh) => {
      for (const { path: file, bytes } of files)
        attempt(path.join(folder, file), () => writeThrough(path.join(fresh, file), bytes));
      for (const inner of foldersIn(fresh)) attempt(folder, () => flush(inner));
    });
  };
  await writeSet(data, make, () => {
    verify();
    attempt(folder, () => requireFree(edition));
  });
  const editions = path.dirname(folder);
  attempt(editions, () => flush(editions));
}

/** Writes a new file and the folders that contain it, and flushes the bytes to the disk. */
function writeThrough(file: string, bytes: Content): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileOf(file, bytes, 'wx', fsyncSync);
}

/** A folder and all its subfolders, innermost folders first. */
function foldersIn(folder: string): string[] {
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...inside.flatMap(({ name }) => foldersIn(path.join(folder, name))), folder];
}

/** Flushes the entries of a folder to the disk, on systems that support this. */
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

/**
 * @throws UserError when another edition has been added since the plan was made, or the path of the edition is in use
 */
function requireFree({ folder, beside }: NewEdition): void {
  const name = path.basename(folder);
  const newer = readdirSync(path.dirname(folder), { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && !beside.includes(entry.name),
  );
  const known = { edition: name, command: { command: ['verify'] } };
  if (newer !== undefined && newer.name !== name)
    throw new UserError(messageOf('freeze-overtaken-by-another', { ...known, newer: newer.name }));
  // Renaming a folder to this path would replace an empty folder.
  if (exists(folder)) throw new UserError(messageOf('freeze-overtaken', known));
}
