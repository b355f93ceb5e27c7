import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { chooseSeed } from './support/property-runs.ts';

/** The folder of the in-memory file system on Linux. */
const MEMORY = '/dev/shm';
/** Minimum free space in bytes for tests in this folder. */
const ROOM = 4 * 1024 ** 3;

/**
 * Chooses the seed of the property tests, and the folder for temporary files, once for all workers, which inherit the
 * variables. Tests copy and remove thousands of small files: in memory, this takes half of the CPU time that it takes
 * on a disk.
 *
 * @returns a function that removes the folder
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
    // The system is not Linux, or a container has no write access.
    return undefined;
  }
}
