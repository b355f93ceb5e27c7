/**
 * Completes interrupted writes. If a command was killed, its working folder may contain files that it was moving into
 * place.
 */
import { lstatSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { listed } from '../errors.ts';
import { jsonOf } from '../model/index.ts';
import { editionsDir } from '../read/index.ts';
import { attempt, refusalOf } from '../system-errors.ts';
import { ownerLives, ownerName } from './this-process.ts';
import {
  discard,
  exists,
  type FoundWorking,
  isFolder,
  JOURNAL,
  releaseLock,
  WRITE_LOCK,
  workingIn,
} from './working-folder.ts';

const LARGEST_JOURNAL = 10 * 1024 * 1024;

/** The work that a command still had to do when it began to move files into place. */
const JournalSchema = z.object({
  /**
   * Each file with its path within the target folder. In the working folder, the new file is called `<number>-new` and
   * the earlier file `<number>-old`.
   */
  files: z.array(z.object({ file: z.string(), number: z.int() })),
  /**
   * Path of a folder that is moved into place before the files. If the folder has not been moved, nothing has changed
   * yet.
   */
  after: z.string().optional(),
});
type Journal = z.infer<typeof JournalSchema>;

export function journalText(files: Journal['files'], after: string | undefined): string {
  return `${JSON.stringify({ version: 1, files, after })}\n`;
}

/**
 * Completes the work that commands left unfinished in a folder because they were killed or the disk was full. If files
 * were being moved into place, all of them are moved, except files that would replace a file that has changed since the
 * command was run. Incomplete sets of files are removed. Working folders of running processes are left alone. Nothing
 * is written outside the folder, whatever a journal contains.
 *
 * @returns descriptions of the completed work, for the user
 * @throws UserError when the system refuses an operation that is needed to complete the work
 */
export function completeWrites(folder: string): string[] {
  const settled = settleLock(folder, path.join(folder, WRITE_LOCK));
  for (const left of [...workingIn(folder), ...workingIn(editionsDir(folder))])
    if (!ownerLives(left.owner) && takenOver(left)) discard(left.asMine);
  return settled;
}

function settleLock(folder: string, lock: string): string[] {
  if (!isFolder(lock)) return [];
  // While this process moves files into place, it runs nothing else. Therefore, a lock with the name of this process is
  // a lock that this process could not release.
  const isAbandoned = ({ owner }: FoundWorking): boolean => owner === ownerName() || !ownerLives(owner);
  const removed = workingIn(lock)
    .filter((found) => isAbandoned(found) && takenOver(found))
    .flatMap(({ asMine }) => finish(folder, asMine));
  releaseLock(lock);
  return removed;
}

/** Takes over a working folder. If two commands find the same folder, only one of them gets it. */
function takenOver({ path: found, asMine }: FoundWorking): boolean {
  try {
    renameSync(found, asMine);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || !isFile(path.join(found, JOURNAL)))
      return false;
    throw refusalOf(error, found);
  }
}

function isFile(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function finish(folder: string, working: string): string[] {
  if (!isFile(path.join(working, JOURNAL))) {
    discard(working);
    return [];
  }
  const journal = readJournal(folder, working);
  if (journal === undefined)
    return [`${working}: this is no journal of this program, and nothing was done; delete the folder`];
  const { files, after } = journal;
  if (after !== undefined && !exists(path.join(folder, after))) {
    discard(working);
    return [];
  }
  const done: string[] = [];
  const kept: string[] = [];
  for (const { file, number } of files) {
    const place = path.join(folder, file);
    const fresh = path.join(working, `${number}-new`);
    if (!isFile(fresh)) continue;
    if (isAsBefore(place, path.join(working, `${number}-old`))) {
      attempt(
        place,
        () => renameSync(fresh, place),
        `let it be written, or delete ${working} to leave the files as they are`,
      );
      done.push(place);
    } else kept.push(place);
  }
  discard(working);
  return [
    ...(done.length === 0
      ? []
      : [`a command had been interrupted while it wrote into ${folder}: finished ${listed(done)}`]),
    ...(kept.length === 0
      ? []
      : [`changed since a command was interrupted, and left as they are: ${listed(kept)}`]),
  ];
}

/** Whether no file exists at a path, or the file still has the content that it had when the journal was written. */
function isAsBefore(place: string, earlier: string): boolean {
  if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return true;
  if (!isFile(place) || !isFile(earlier)) return false;
  return readFileSync(place).equals(readFileSync(earlier));
}

/**
 * The journal of a working folder; undefined if the journal is invalid or contains paths that lead out of the folder.
 */
function readJournal(folder: string, working: string): Journal | undefined {
  const file = path.join(working, JOURNAL);
  if (!isFile(file) || lstatSync(file).size > LARGEST_JOURNAL) return undefined;
  const { data: journal } = JournalSchema.safeParse(jsonOf(readFileSync(file, 'utf8')));
  return journal?.files.every((entry) => staysInside(folder, entry.file)) ? journal : undefined;
}

/** Whether a path stays inside the folder: it must not contain `..`, and must not lead through links. */
function staysInside(folder: string, file: string): boolean {
  const steps = file.split('/');
  // This program writes no hidden files. Backslashes and colons are path syntax on some systems.
  if (steps.some((step) => step === '' || step.startsWith('.') || /[\\:]/.test(step))) return false;
  try {
    const home = path.dirname(path.join(folder, file));
    return realpathSync(home) === path.join(realpathSync(folder), ...steps.slice(0, -1));
  } catch {
    return false;
  }
}
