import {
  copyFileSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { attempt, isMissing, refusalOf } from '../system-errors.ts';
import { type Content, writeFileOf } from './content.ts';
import { messageOf } from './messages.ts';
import { holdSignals } from './this-process.ts';
import { completeWrites, journalText } from './unfinished.ts';
import { discard, exists, filesOf, JOURNAL, makeWorking, releaseLock, WRITE_LOCK } from './working-folder.ts';

/** A file to be written as a whole. */
export interface OutputFile {
  path: string;
  bytes: Content;
  /** Whether to remove the file instead of writing it. Files are removed once all other files are in place. */
  remove?: true;
}

/**
 * Writes either all files or none: after a failure, all earlier files are unchanged.
 *
 * @param folder folder that contains all of them
 * @param verify called while no other command writes into the folder, immediately before the first file is moved into
 *   place; it throws if nothing may be written after all
 * @throws UserError when a folder or file cannot be written
 */
export async function writeFiles(
  files: readonly OutputFile[],
  folder: string = commonFolder(files),
  verify: () => void = () => {},
): Promise<void> {
  if (files.length > 0) await writeSet(folder, (set) => set.add(files), verify);
  else verify();
  for (const { path: file } of files.filter(({ remove }) => remove))
    attempt(file, () => rmSync(file, { force: true }));
}

function commonFolder(files: readonly OutputFile[]): string {
  const [first = '.', ...others] = files.map((file) => path.dirname(file.path));
  let common = first;
  while (others.some((folder) => leavesFolder(common, folder))) common = path.dirname(common);
  return common;
}

function leavesFolder(folder: string, file: string): boolean {
  const inside = path.relative(folder, file);
  return inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside);
}

/**
 * Writes a set of files that are made one after the other: each file is written into a working folder. When all files
 * are complete, they are moved into place; in each folder, only one set is moved at a time. If the command is killed
 * before the files are moved, nothing has changed. If the command is killed while the files are being moved, the next
 * command completes the set from the journal in the working folder (`completeWrites`). After a failure or a signal, all
 * earlier files are unchanged.
 *
 * @param folder folder that contains all files; it is created if it does not exist
 * @param make creates the files, and adds them to the set
 * @param verify as for `writeFiles`
 * @throws UserError when a folder or file cannot be written
 */
export async function writeSet<T>(
  folder: string,
  make: (set: FileSet) => T | Promise<T>,
  verify: () => void = () => {},
): Promise<T> {
  const workings: string[] = [];
  // Folders that were created for the set, outer folders before inner ones. Folders that contain files are kept.
  const folders: string[] = [];
  const clean = (): void => {
    workings.forEach(discard);
    removeEmpty(folders);
  };
  const release = holdSignals(clean);
  try {
    attempt(folder, () => makeFolder(folder, folders));
    completeWrites(folder);
    const working = attempt(folder, () => makeWorking(folder));
    workings.push(working);
    const set = new FileSet(folder, workings, folders);
    const made = await make(set);
    await withWriteLock(folder, working, (files) => set.commit(files, verify));
    return made;
  } finally {
    clean();
    await release();
  }
}

/** Removes the given folders that are empty. */
function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders.toReversed())
    try {
      rmdirSync(folder);
    } catch {}
}

/** The path of a file or folder that was moved into place, and a function that moves it back. */
type Done = readonly [place: string, undo: () => void];

/** Files, and at most one folder, that are moved into place together. */
export class FileSet {
  readonly #folder: string;
  /** Location of the new files, and of the earlier files that are set aside. */
  #working: string;
  readonly #workings: string[];
  readonly #folders: string[];
  /** The number of each file, keyed by the path of the file. */
  readonly #numbers = new Map<string, number>();
  /** The folder that is added with the files: its target path, which must be free, and its current path. */
  #added: { folder: string; fresh: string } | undefined;
  #next = 0;

  /**
   * @param workings contains the working folder of the set, and receives the working folders that the set creates
   * elsewhere
   * @param folders receives the other folders that the set creates
   */
  constructor(folder: string, workings: string[], folders: string[]) {
    this.#folder = folder;
    this.#working = filesOf(workings[0] ?? folder);
    this.#workings = workings;
    this.#folders = folders;
  }

  /** Adds either all files, or none if one of them cannot be written. */
  add(files: readonly OutputFile[]): void {
    const numbers = files.map((file) => {
      if (this.#numbers.has(file.path))
        throw new UserError(messageOf('output-name-twice'), { file: file.path });
      const number = this.#next++;
      attempt(file.path, () => this.#prepare(file, this.#beside(number, 'new')));
      return [file.path, number] as const;
    });
    for (const [file, number] of numbers) this.#numbers.set(file, number);
  }

  /**
   * Adds a folder at a path that is free. The folder is first written next to this path, because the path can be on
   * another disk and files cannot be moved between disks.
   *
   * @param write writes the content into the folder while the folder still has a temporary path
   */
  addFolder(folder: string, write: (fresh: string) => void): void {
    const home = path.dirname(folder);
    attempt(home, () => makeFolder(home, this.#folders));
    const working = attempt(home, () => makeWorking(home));
    this.#workings.push(working);
    this.#added = { folder, fresh: filesOf(working) };
    write(this.#added.fresh);
  }

  #beside(number: number, which: 'new' | 'old'): string {
    return path.join(this.#working, `${number}-${which}`);
  }

  #prepare({ path: file, bytes }: OutputFile, fresh: string): void {
    const home = path.dirname(file);
    attempt(home, () => makeFolder(home, this.#folders));
    if (leavesFolder(realpathSync(this.#folder), realpathSync(home)))
      throw new UserError(messageOf('link-leads-out', { folder: this.#folder }), { file: home });
    const found = statSync(file, { throwIfNoEntry: false });
    if (found !== undefined && !found.isFile())
      throw new UserError(messageOf(found.isDirectory() ? 'output-is-folder' : 'output-is-no-file'), {
        file,
      });
    writeFileOf(fresh, bytes);
  }

  /**
   * Moves either all new files into place or none. The added folder is moved first. No other code of this program may
   * write into these folders in the meantime.
   *
   * @param working current folder of the files
   * @throws UserError that names the incomplete changes, if the changes can neither be completed nor undone; the
   *   journal is then kept
   */
  commit(working: string, verify: () => void = () => {}): void {
    this.#working = working;
    const files = [...this.#numbers];
    for (const [file, number] of files) attempt(file, () => copyIfThere(file, this.#beside(number, 'old')));
    verify();
    const journal = path.join(working, JOURNAL);
    const added = this.#added;
    const done: Done[] = [];
    try {
      if (files.length + (added === undefined ? 0 : 1) > 1)
        attempt(this.#folder, () => this.#writeJournal(journal, files));
      if (added !== undefined) {
        attempt(added.folder, () => moveInto(added.folder, added.fresh));
        done.push([added.folder, () => renameSync(added.folder, added.fresh)]);
      }
      for (const [file, number] of files) {
        attempt(file, () => moveInto(file, this.#beside(number, 'new')));
        done.push([file, () => this.#undo(file, number)]);
      }
    } catch (error) {
      // This process can lose the lock only to a command that cannot see this process, such as a command on another
      // machine.
      if (!exists(working)) throw new UserError(messageOf('writing-taken-over', { folder: this.#folder }));
      if (exists(journal)) this.#takeBack(done, journal, error);
      throw error;
    }
  }

  #writeJournal(journal: string, files: readonly (readonly [string, number])[]): void {
    const inFolder = (file: string): string => path.relative(this.#folder, file).split(path.sep).join('/');
    const entries = files.map(([file, number]) => ({ file: inFolder(file), number }));
    const after = this.#added && inFolder(this.#added.folder);
    writeFileSync(`${journal}.new`, journalText(entries, after));
    renameSync(`${journal}.new`, journal);
  }

  #takeBack(done: readonly Done[], journal: string, cause: unknown): void {
    const left = [...done];
    try {
      for (let last = left.at(-1); last !== undefined; last = left.at(-1)) {
        const [, undo] = last;
        undo();
        left.pop();
      }
      rmSync(journal, { force: true });
    } catch (error) {
      throw halfDone(
        cause,
        refusalOf(error, this.#folder),
        left.map(([file]) => file),
        this.#folder,
      );
    }
  }

  /**
   * The new file is first moved back into the working folder. After that, the earlier file is copied to its old place,
   * so that both files still exist if the process is killed.
   */
  #undo(file: string, number: number): void {
    const earlier = this.#beside(number, 'old');
    renameSync(file, this.#beside(number, 'new'));
    if (!exists(earlier)) return;
    copyFileSync(earlier, `${earlier}-back`);
    renameSync(`${earlier}-back`, file);
  }
}

/** Waiting times in milliseconds before each further attempt to replace a file that another program has open. */
const PAUSES = [50, 100, 200, 400, 800];

/**
 * Moves a file into place. Sync programs and virus scanners keep files open for a moment, and viewers keep them open as
 * long as they show them. Windows refuses to replace open files.
 */
function moveInto(file: string, fresh: string): void {
  const paused = new Int32Array(new SharedArrayBuffer(4));
  for (const pause of [...PAUSES, 0]) {
    try {
      renameSync(fresh, file);
      return;
    } catch (error) {
      if (!isHeld(error, file)) throw error;
      if (pause === 0) throw Object.assign(error, { code: 'EBUSY' });
    }
    Atomics.wait(paused, 0, 0, pause);
  }
}

/** If another program has a file open, Windows reports missing permission. */
function isHeld(error: unknown, file: string): error is Error {
  const { code = '' } = error as NodeJS.ErrnoException;
  return code === 'EBUSY' || (path.sep === '\\' && ['EPERM', 'EACCES'].includes(code) && exists(file));
}

function copyIfThere(file: string, copy: string): void {
  try {
    copyFileSync(file, copy);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** The error that is thrown if some of the earlier files of a set could not be restored. */
function halfDone(cause: unknown, reason: unknown, files: readonly string[], folder: string): unknown {
  if (!(cause instanceof UserError) || !(reason instanceof UserError)) return cause;
  return new UserError([
    ...cause.problems,
    messageOf(files.length === 0 ? 'nothing-taken-back' : 'writing-not-taken-back', {
      why: reason.problems.map(({ message }) => message).join('; '),
      files,
      folder,
    }),
  ]);
}

/**
 * Creates a folder and its parents. Node’s own function is not used, because it never returns in a folder such as
 * /proc, where nothing can be created.
 *
 * @param made receives the folders that were created
 */
function makeFolder(folder: string, made: string[] = []): void {
  const exists = (): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (exists()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent, made);
  try {
    mkdirSync(folder);
    made.push(folder);
  } catch (error) {
    // Another process may have created the folder in the meantime.
    if (!exists()) throw error;
  }
}

/** Milliseconds between two attempts to acquire the lock, and maximum number of attempts. */
const PAUSE = 20;
const ATTEMPTS = 1500;

/**
 * Moves files into place in a folder while no other command does so. Other commands wait. If the process that holds the
 * lock has ended, its work is completed and its lock is removed. Because the lock contains the files, taking the lock
 * away also takes the files away: a command that has lost its lock, for example to another machine that cannot see its
 * process, cannot complete its work.
 *
 * @param working a folder made by `makeWorking` in this folder; it no longer exists afterwards
 * @param act receives the current folder of the files. The function must not await anything, so that no signal
 * interrupts it. If the function throws and leaves a journal, all files are left for the next command to complete
 * @throws UserError when another command holds the lock, or the system refuses the operation
 */
async function withWriteLock<T>(folder: string, working: string, act: (files: string) => T): Promise<T> {
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

/**
 * Tries to acquire the lock by renaming a working folder, and returns whether this succeeded: a folder can be renamed
 * only to a path that does not exist or is an empty folder.
 */
function isTaken(working: string, lock: string): boolean {
  try {
    renameSync(working, lock);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // On Windows, renaming fails with EPERM or EACCES, even if the lock is empty.
    const isHeld =
      ['ENOTEMPTY', 'EEXIST'].includes(code) || (['EPERM', 'EACCES'].includes(code) && exists(lock));
    if (!isHeld) throw refusalOf(error, lock);
    releaseLock(lock);
    return false;
  }
}
