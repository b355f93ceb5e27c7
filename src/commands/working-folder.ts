/**
 * Working folders, in which commands prepare files before moving them into place, and the write lock of the target
 * folder.
 */
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ownerName } from './this-process.ts';

/**
 * Folder in the target folder that contains the working folder of the command that is currently moving files into
 * place. Only one command at a time can move files into place.
 */
export const WRITE_LOCK = '.writing';

/**
 * File in a working folder that lists the target of each file. The journal exists as long as some files may not be in
 * place yet.
 */
export const JOURNAL = 'journal.json';

/** Names of working folders; each contains the name of the process that owns the folder. */
const WORKING = /^\.writing-(\d{1,10}-\d{1,15})-([A-Za-z0-9_-]{6})$/;

/** A working folder that was found. */
export interface FoundWorking {
  path: string;
  /** Name of the process that owns the folder, as returned by `ownerName`. */
  owner: string;
  /** Path that the folder would have if this process owned it. */
  asMine: string;
}

/**
 * Creates a folder in which this process prepares files. Inside the new folder, another folder with the same name
 * contains the files. Renaming the outer folder turns it into the write lock; the name of the inner folder then
 * identifies the owner.
 */
export function makeWorking(folder: string): string {
  const working = mkdtempSync(path.join(folder, `.writing-${ownerName()}-`));
  try {
    mkdirSync(filesOf(working));
    return working;
  } catch (error) {
    discard(working);
    throw error;
  }
}

/** Path of the files in a new working folder. */
export const filesOf = (working: string): string => path.join(working, path.basename(working));

/** The working folders that a folder or a write lock contains. */
export function workingIn(folder: string): FoundWorking[] {
  return namesIn(folder).flatMap((name) => {
    const [, owner, chance] = WORKING.exec(name) ?? [];
    const found = path.join(folder, name);
    if (owner === undefined || chance === undefined || !isFolder(found)) return [];
    return [{ path: found, owner, asMine: path.join(folder, `.writing-${ownerName()}-${chance}`) }];
  });
}

/** Whether there is a file, a folder or a link at a path. */
export function exists(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false }) !== undefined;
}

/**
 * The sorted names in a folder; empty if the folder cannot be read, because the code that needs the folder reports the
 * error.
 */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/**
 * Whether a path is a folder, and not a link to a folder. False if the system refuses to read the path, because the
 * code that needs the folder reports the error.
 */
export function isFolder(place: string): boolean {
  try {
    return lstatSync(place).isDirectory();
  } catch {
    return false;
  }
}

/** Removes a working folder, its journal first. If the folder cannot be removed, the next command removes it. */
export function discard(working: string | undefined): void {
  if (working === undefined) return;
  try {
    rmSync(path.join(working, JOURNAL), { force: true });
    rmSync(working, { recursive: true, force: true });
  } catch {}
}

/**
 * Releases a write lock. Another command may have acquired the lock in the meantime. An empty lock is treated as
 * released.
 */
export function releaseLock(lock: string): void {
  try {
    rmdirSync(lock);
  } catch {}
}
