import { lstatSync, renameSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { refusalOf } from '../system-errors.ts';
import { messageOf } from './messages.ts';
import { settle } from './unfinished.ts';
import { discard, JOURNAL, releaseLock, WRITE_LOCK } from './working-folder.ts';

/** Milliseconds between two attempts to get the lock, and how many there are. */
const PAUSE = 20;
const ATTEMPTS = 1500;

/**
 * Puts files into their places in a folder while no other command does. Others wait; the lock of a process that is gone is broken, and
 * what it had begun is finished. Since the lock holds the files, whoever takes it away takes them too: a command that lost its lock, as
 * to another machine that cannot see its process, cannot end what it began.
 *
 * @param working a folder that `makeWorking` made there; it is gone afterwards
 * @param act gets the folder of the files as it is now. Nothing is awaited meanwhile, so that no signal comes in between. When it throws
 *   and leaves a journal, all stays for the next command to finish
 * @throws UserError when another command keeps the lock, or the system refuses it
 */
export async function withWriteLock<T>(
  folder: string,
  working: string,
  act: (files: string) => T,
): Promise<T> {
  const lock = path.join(folder, WRITE_LOCK);
  for (let attempts = 1; !isTaken(working, lock); attempts++) {
    if (attempts === ATTEMPTS) throw new UserError(messageOf('folder-is-being-written', { folder, lock }));
    await new Promise((next) => setTimeout(next, PAUSE));
    settle(folder);
  }
  const files = path.join(lock, path.basename(working));
  let isUnfinished = false;
  try {
    return act(files);
  } catch (error) {
    isUnfinished = exists(path.join(files, JOURNAL));
    throw error;
  } finally {
    if (!isUnfinished) {
      discard(files);
      releaseLock(lock);
    }
  }
}

/** Whether a working folder has become the lock: a folder is renamed only onto one that holds nothing. */
function isTaken(working: string, lock: string): boolean {
  try {
    renameSync(working, lock);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Windows refuses it in other words, also where the lock is empty.
    const isHeld =
      ['ENOTEMPTY', 'EEXIST'].includes(code) || (['EPERM', 'EACCES'].includes(code) && exists(lock));
    if (!isHeld) throw refusalOf(error, lock);
    releaseLock(lock);
    return false;
  }
}

function exists(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false }) !== undefined;
}
