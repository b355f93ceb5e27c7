import { renameSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { refusalOf } from '../system-errors.ts';
import { messageOf } from './messages.ts';
import { completeWrites } from './unfinished.ts';
import { discard, exists, JOURNAL, releaseLock, WRITE_LOCK } from './working-folder.ts';

/** Milliseconds between two attempts to acquire the lock, and the number of attempts. */
const PAUSE = 20;
const ATTEMPTS = 1500;

/**
 * Moves files into place in a folder while no other command does. Other commands wait; the lock of a dead process is
 * broken, and its work is completed. Because the lock contains the files, taking the lock away also takes the files
 * away: a command that has lost its lock, for example to another machine that cannot see its process, cannot complete
 * its work.
 *
 * @param working a folder made by `makeWorking` in this folder; it no longer exists afterwards
 * @param act gets the current folder of the files. It must not await anything, so that no signal interrupts it. If it
 *   throws and leaves a journal, everything stays for the next command to complete
 * @throws UserError when another command holds the lock, or the system refuses it
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
    completeWrites(folder);
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

/** Whether a working folder has become the lock: a folder can be renamed only onto an empty one. */
function isTaken(working: string, lock: string): boolean {
  try {
    renameSync(working, lock);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Windows reports different error codes, even if the lock is empty.
    const isHeld =
      ['ENOTEMPTY', 'EEXIST'].includes(code) || (['EPERM', 'EACCES'].includes(code) && exists(lock));
    if (!isHeld) throw refusalOf(error, lock);
    releaseLock(lock);
    return false;
  }
}
