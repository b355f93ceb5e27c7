import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const CACHE = path.resolve('node_modules/.cache');
const MAKING = 'making-';
/** Milliseconds after which a lock is ignored, because its process may have been killed. */
const PATIENCE = 120_000;

/**
 * A folder that is created once for all test files: the first caller creates it, the others wait.
 *
 * @param kind type of the content
 * @param sum checksum of all inputs
 * @param keep number of newest folders of this kind that are kept
 */
export async function madeOnce(
  kind: string,
  sum: string,
  keep: number,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const cache = path.join(CACHE, kind);
  const made = path.join(cache, sum.slice(0, 16));
  if (existsSync(made)) return made;
  mkdirSync(cache, { recursive: true });
  const lock = path.join(cache, `${MAKING}${path.basename(made)}`);
  while (!isTaken(lock)) {
    await setTimeout(100);
    if (existsSync(made)) return made;
  }
  const scratch = mkdtempSync(path.join(cache, MAKING));
  try {
    await make(scratch);
    renameSync(scratch, made);
  } catch (error) {
    // Another process may have created it first.
    if (!existsSync(made)) throw error;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
    rmSync(lock, { recursive: true, force: true });
  }
  removeOldest(cache, keep);
  return made;
}

/** Takes a lock unless another process has it. */
function isTaken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    return since !== undefined && Date.now() - since > PATIENCE;
  }
}

function removeOldest(cache: string, keep: number): void {
  const ages = readdirSync(cache)
    .filter((name) => !name.startsWith(MAKING))
    .map((name) => ({ name, made: statSync(path.join(cache, name)).mtimeMs }))
    .sort((a, b) => b.made - a.made);
  for (const { name } of ages.slice(keep)) rmSync(path.join(cache, name), { recursive: true, force: true });
}

/** A checksum of files and folders with their content, by path inside a folder. Hidden files are ignored. */
export function sumOf(folder: string, places: readonly string[]): string {
  const sum = createHash('sha256');
  for (const place of places) addTo(sum, folder, place);
  return sum.digest('hex');
}

function addTo(sum: ReturnType<typeof createHash>, folder: string, place: string): void {
  const full = path.join(folder, place);
  sum.update(`${place}\n`);
  if (!statSync(full).isDirectory()) sum.update(readFileSync(full));
  else
    for (const entry of readdirSync(full, { withFileTypes: true }).sort(byName)) {
      const inside = path.join(place, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isSymbolicLink()) sum.update(`link ${inside}\n`);
      else addTo(sum, folder, inside);
    }
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
