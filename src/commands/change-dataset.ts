import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { LOCK_FILE } from '../edition/index.ts';
import { UserError } from '../errors.ts';
import { sha256Of } from './content.ts';
import { messageOf } from './messages.ts';
import { completeWrites } from './unfinished.ts';
import { namesIn } from './working-folder.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

/** The decision of a command: the files to write and the result to return. */
export interface Decision<T> {
  files: readonly OutputFile[];
  result: T;
}

/** Maximum number of attempts to make a decision while other processes change the dataset. */
const ATTEMPTS = 10;

/**
 * Changes a dataset according to a decision that depends on its content. If another command or an editor changes the
 * dataset before the files are written, nothing is written, and `decide` is called again.
 *
 * @param data folder of the dataset
 * @param decide reads the dataset and decides; it must write nothing
 * @throws UserError when a file cannot be written, or the dataset changes during every attempt
 */
export function changeDataset<T>(data: string, decide: () => Promise<Decision<T>>): Promise<T> {
  return whileUnchanged(data, async (verify) => {
    const { files, result } = await decide().catch((error: unknown) => {
      // Files that were read while another process was writing may be inconsistent.
      verify();
      throw error;
    });
    await writeFiles(files, data, verify);
    return result;
  });
}

/**
 * Runs an action on a dataset, and runs it again if the dataset has changed in the meantime.
 *
 * @param act must call `verify` before it changes anything, and must not catch the error that `verify` throws
 */
export async function whileUnchanged<T>(data: string, act: (verify: () => void) => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    completeWrites(data);
    const before = datasetState(data);
    try {
      return await act(() => requireSame(before, datasetState(data)));
    } catch (error) {
      if (attempts === ATTEMPTS || !(error instanceof ChangedMeanwhile)) throw error;
    }
  }
}

/** SHA-256 checksums of the files on which decisions are based, keyed by path; undefined for a missing file. */
export type DatasetState = ReadonlyMap<string, string | undefined>;

/** The error that is thrown if another program has changed the dataset since the decision was made. */
class ChangedMeanwhile extends UserError {}

/** @throws UserError if two states differ; the message lists the files that have changed */
export function requireSame(before: DatasetState, now: DatasetState): void {
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
    (file) => before.get(file) !== now.get(file),
  );
  if (changed.length > 0)
    throw new ChangedMeanwhile(messageOf('dataset-changed-meanwhile', { files: changed.sort() }));
}

const DRAFT_FILES = ['programme.yaml', 'design.yaml', 'approvals.yaml', 'words.txt'];
const DRAFT_FOLDERS = ['events', 'reference', 'texts'];
/** Other folders in the data folder whose content affects decisions. */
const OTHER_FOLDERS = ['proposals', 'mappings'];

/** Returns the state of a draft. Call this function before the draft is read. */
export function draftState(data: string): DatasetState {
  return sumsOf(data, [...DRAFT_FILES, ...DRAFT_FOLDERS.flatMap((folder) => filesIn(data, folder))]);
}

/** The state of a dataset: its draft, its proposals and mappings, and the names of its editions. */
export function datasetState(data: string): DatasetState {
  const locks = namesIn(path.join(data, EDITIONS)).map((name) => path.join(EDITIONS, name, LOCK_FILE));
  const others = OTHER_FOLDERS.flatMap((folder) => filesIn(data, folder));
  return new Map([...draftState(data), ...sumsOf(data, [...others, ...locks])]);
}

const EDITIONS = 'editions';

function filesIn(data: string, folder: string): string[] {
  return namesIn(path.join(data, folder))
    .filter((name) => /\.(?:yaml|md)$/.test(name) && !name.startsWith('.'))
    .map((name) => path.join(folder, name));
}

function sumsOf(data: string, files: readonly string[]): DatasetState {
  return new Map(files.map((name) => path.join(data, name)).map((file) => [file, sumOf(file)]));
}

function sumOf(file: string): string | undefined {
  try {
    if (!statSync(file).isFile()) return undefined;
    return sha256Of(readFileSync(file));
  } catch {
    return undefined;
  }
}
