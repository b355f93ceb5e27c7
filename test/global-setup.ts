import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { chooseSeed } from './support/property-runs.ts';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** Bytes that are free there, where tests may use it. */
const ROOM = 4 * 1024 ** 3;

/**
 * Chooses the seed of the property tests, and the folder for temporary files, once for all workers, which inherit the variables. Tests copy
 * and remove thousands of small files: in memory that takes half the CPU time that it takes on a disk.
 *
 * @returns what removes that folder
 */
export default function setup(): () => void {
  const seed = chooseSeed();
  process.env.PROPERTY_SEED = String(seed);
  if (process.env.CI) console.log(`Property tests: the same cases again with PROPERTY_SEED=${seed}`);
  const folder = process.env.TMPDIR === undefined ? folderInMemory() : undefined;
  if (folder === undefined) return () => {};
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

function folderInMemory(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize < ROOM ? undefined : mkdtempSync(path.join(MEMORY, 'programme-tests-'));
  } catch {
    // Another system, or a container that may not write there.
    return undefined;
  }
}
