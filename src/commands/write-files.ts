import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';

/** A file to be written, whole. */
export interface OutputFile {
  path: string;
  bytes: Uint8Array | string;
}

/** A file on its way: its new content, and a copy of the earlier file if there is one. */
interface Replacement {
  path: string;
  fresh: string;
  earlier: string | undefined;
}

/**
 * Writes files so that either all of them are new or all earlier ones are as they were: each is written into a folder beside its
 * place, and only when all are complete do they take their places. Nothing is awaited, so that no signal comes in between.
 *
 * @throws UserError when a folder or file cannot be written
 */
export function writeFiles(files: readonly OutputFile[]): void {
  const scratch = new Map<string, string>();
  try {
    const replacements = files.map((file, index) => {
      const folder = path.dirname(file.path);
      attempt(folder, () => {
        makeFolder(folder);
        if (!scratch.has(folder)) scratch.set(folder, mkdtempSync(path.join(folder, '.writing-')));
      });
      return attempt(file.path, () => prepare(file, path.join(scratch.get(folder) ?? '', String(index))));
    });
    replaceAll(replacements);
  } finally {
    for (const folder of scratch.values()) rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a folder and those that it lies in. Node’s own way never ends in a folder such as /proc, where nothing can be made. */
function makeFolder(folder: string): void {
  const exists = (): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (exists()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another thread may have made it meanwhile.
    if (!exists()) throw error;
  }
}

function prepare({ path: file, bytes }: OutputFile, beside: string): Replacement {
  const replacement = { path: file, fresh: `${beside}-new`, earlier: undefined };
  writeFileSync(replacement.fresh, bytes);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return replacement;
  if (!found.isFile()) throw refusal(file, found.isDirectory() ? 'is a folder, not a file' : 'is not a file');
  copyFileSync(file, `${beside}-old`);
  return { ...replacement, earlier: `${beside}-old` };
}

/** Puts all new files in their places, or none. */
function replaceAll(replacements: readonly Replacement[]): void {
  const done: Replacement[] = [];
  try {
    for (const replacement of replacements) {
      attempt(replacement.path, () => renameSync(replacement.fresh, replacement.path));
      done.push(replacement);
    }
  } catch (error) {
    for (const { path: file, earlier } of done) {
      if (earlier === undefined) rmSync(file, { force: true });
      else renameSync(earlier, file);
    }
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be written',
  EPERM: 'may not be written',
  EBUSY: 'is held by another program',
  EROFS: 'is on a read-only disk',
  ENOTDIR: 'is not in a folder: a part of its path is a file',
  EEXIST: 'is not a folder',
  ENOSPC: 'does not fit on the disk',
  ENAMETOOLONG: 'has too long a name',
};

/** Does something to a file or folder; what the system refuses is an error of the user's. */
export function attempt<T>(place: string, action: () => T, hint = OUTPUT_HINT): T {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof UserError || code === undefined) throw error;
    throw refusal(place, REASONS[code] ?? `cannot be written (${code})`, hint);
  }
}

const OUTPUT_HINT = 'choose another folder with --out, or close the program that holds the file';

function refusal(place: string, reason: string, hint = OUTPUT_HINT): UserError {
  return new UserError({ message: `${place} ${reason}`, hint });
}
