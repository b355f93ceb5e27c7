/** Folders in which commands make files ready before these take their places, and the write lock of the folder that they belong to. */
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ownerName } from './this-process.ts';

/** In a folder: what holds the working folder of the one command that puts its files into their places now. */
export const WRITE_LOCK = '.writing';

/** In a working folder: which of its files goes where. It is there as long as some of the files may have taken their places and some not. */
export const JOURNAL = 'journal.json';

/** Working folders, with the process that they belong to. */
const WORKING = /^\.writing-(\d{1,10}-\d{1,15})-([A-Za-z0-9_-]{6})$/;

/** A working folder that was found. */
export interface FoundWorking {
  path: string;
  /** As `ownerName` gives it. */
  owner: string;
  /** Its path if it belonged to this process. */
  asMine: string;
}

/**
 * Makes a folder in which this process makes files ready. It holds one of the same name, for the files: with one rename it becomes the
 * write lock, and the inner name says whose that is.
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

/** Where the files of a new working folder are. */
export const filesOf = (working: string): string => path.join(working, path.basename(working));

/** The working folders in a folder, or in a write lock. */
export function workingIn(folder: string): FoundWorking[] {
  return namesIn(folder).flatMap((name) => {
    const [, owner, chance] = WORKING.exec(name) ?? [];
    const found = path.join(folder, name);
    if (owner === undefined || chance === undefined || !isFolder(found)) return [];
    return [{ path: found, owner, asMine: path.join(folder, `.writing-${ownerName()}-${chance}`) }];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // Whoever needs the folder says so.
    return [];
  }
}

/** Whether a place is a folder, not a link to one. A place that the system refuses to look at is none: whoever needs it reports that. */
export function isFolder(place: string): boolean {
  try {
    return lstatSync(place).isDirectory();
  } catch {
    return false;
  }
}

/** Removes a working folder, its journal first; where that fails, the next command does it. */
export function discard(working: string | undefined): void {
  if (working === undefined) return;
  try {
    rmSync(path.join(working, JOURNAL), { force: true });
    rmSync(working, { recursive: true, force: true });
  } catch {}
}

/** Gives a write lock back. Another command may have it by now; one that holds nothing is free. */
export function releaseLock(lock: string): void {
  try {
    rmdirSync(lock);
  } catch {}
}
