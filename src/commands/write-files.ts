import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { attempt } from '../system-errors.ts';
import { type Content, writeFileOf } from './content.ts';
import { holdSignals, ownerName } from './this-process.ts';
import { JOURNAL, journalText, settle, workingName } from './unfinished.ts';

/** A file to be written, whole. */
export interface OutputFile {
  path: string;
  bytes: Content;
}

/** Takes files into a set; what is added at once is kept or, when it cannot be written, refused together. */
export type AddFiles = (files: readonly OutputFile[]) => void;

/**
 * Writes files so that either all of them are new or all earlier ones are as they were.
 *
 * @param folder where all of them lie
 * @throws UserError when a folder or file cannot be written
 */
export async function writeFiles(
  files: readonly OutputFile[],
  folder: string = commonFolder(files),
): Promise<void> {
  if (files.length > 0) await writeSet(folder, (add) => add(files));
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
 * Writes a set of files that are made one after the other: each is written into a working folder beside, and when all are complete they
 * take their places. What is killed before that has changed nothing; after it, the journal in the working folder lets the next command
 * finish (`settle`). A failure or a signal leaves all earlier files as they were.
 *
 * @param folder where all of them lie; made when there is none
 * @param make makes the files
 * @throws UserError when a folder or file cannot be written
 */
export async function writeSet<T>(folder: string, make: (add: AddFiles) => T | Promise<T>): Promise<T> {
  let working: string | undefined;
  // Folders that are made for it, the outer before the inner; once files are in them they stay.
  const folders: string[] = [];
  const clean = (): void => {
    discard(working);
    removeEmpty(folders);
  };
  const release = holdSignals(clean);
  try {
    attempt(folder, () => makeFolder(folder, folders));
    settle(folder);
    working = attempt(folder, () => mkdtempSync(path.join(folder, workingName(ownerName()))));
    const set = new FileSet(folder, working, folders);
    const made = await make((files) => set.add(files));
    set.commit();
    return made;
  } finally {
    clean();
    await release();
  }
}

/** Removes a working folder; where that fails, the next command does it. */
function discard(working: string | undefined): void {
  if (working === undefined) return;
  try {
    rmSync(path.join(working, JOURNAL), { force: true });
    rmSync(working, { recursive: true, force: true });
  } catch {}
}

/** Removes those of the folders that hold nothing. */
function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders.toReversed())
    try {
      rmdirSync(folder);
    } catch {}
}

class FileSet {
  readonly #folder: string;
  readonly #working: string;
  readonly #folders: string[];
  /** Numbers of the files by their paths. */
  readonly #numbers = new Map<string, number>();
  #next = 0;

  constructor(folder: string, working: string, folders: string[]) {
    this.#folder = folder;
    this.#working = working;
    this.#folders = folders;
  }

  add(files: readonly OutputFile[]): void {
    const numbers = files.map((file) => {
      if (this.#numbers.has(file.path))
        throw new UserError({
          message: 'two outputs have this name',
          at: { file: file.path },
          hint: 'give one of the values that they are named after other words',
        });
      const number = this.#next++;
      attempt(file.path, () => this.#prepare(file, this.#beside(number, 'new'), this.#beside(number, 'old')));
      return [file.path, number] as const;
    });
    for (const [file, number] of numbers) this.#numbers.set(file, number);
  }

  #beside(number: number, which: 'new' | 'old'): string {
    return path.join(this.#working, `${number}-${which}`);
  }

  #prepare({ path: file, bytes }: OutputFile, fresh: string, earlier: string): void {
    const home = path.dirname(file);
    attempt(home, () => makeFolder(home, this.#folders));
    if (leavesFolder(realpathSync(this.#folder), realpathSync(home)))
      throw new UserError({
        message: `a link leads out of ${this.#folder}`,
        at: { file: home },
        hint: 'put the folder itself in the place of the link',
      });
    const found = statSync(file, { throwIfNoEntry: false });
    if (found !== undefined && !found.isFile())
      throw new UserError({
        message: found.isDirectory() ? 'expected a file, found a folder' : 'this is no file',
        at: { file },
        hint: 'choose another place',
      });
    writeFileOf(fresh, bytes);
    if (found !== undefined) copyFileSync(file, earlier);
  }

  /** Puts all new files in their places, or none. */
  commit(): void {
    const files = [...this.#numbers];
    if (files.length > 1) this.#writeJournal(files);
    const done: [string, number][] = [];
    try {
      for (const [file, number] of files) {
        attempt(file, () => renameSync(this.#beside(number, 'new'), file));
        done.push([file, number]);
      }
    } catch (error) {
      for (const [file, number] of done) this.#undo(file, number);
      throw error;
    }
  }

  #writeJournal(files: readonly (readonly [string, number])[]): void {
    const journal = path.join(this.#working, JOURNAL);
    const entries = files.map(([file, number]) => ({ file: path.relative(this.#folder, file), number }));
    attempt(this.#folder, () => {
      writeFileSync(`${journal}.new`, journalText(entries));
      renameSync(`${journal}.new`, journal);
    });
  }

  /** The new file first goes back and the earlier one stays where it is kept, so that a kill meanwhile still leaves both. */
  #undo(file: string, number: number): void {
    const earlier = this.#beside(number, 'old');
    renameSync(file, this.#beside(number, 'new'));
    if (lstatSync(earlier, { throwIfNoEntry: false }) === undefined) return;
    copyFileSync(earlier, `${earlier}-back`);
    renameSync(`${earlier}-back`, file);
  }
}

/**
 * Makes a folder and those that it lies in. Node’s own way never ends in a folder such as /proc, where nothing can be made.
 *
 * @param made gets the folders that there were not
 */
export function makeFolder(folder: string, made: string[] = []): void {
  const exists = (): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (exists()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent, made);
  try {
    mkdirSync(folder);
    made.push(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!exists()) throw error;
  }
}
