import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Problem, UserError } from '../errors.ts';
import { statIfThere } from '../read/index.ts';
import { noneIfMissing, readLock, sumOfFile } from './files.ts';
import { LOCK_FILE } from './lock.ts';
import { messageOf } from './messages.ts';

/**
 * Finds the fonts that an edition does not contain because they may not be redistributed. The fonts may have any names
 * in the folder fonts/ of the dataset, where they are found by their checksums in the lock.
 *
 * @param dir the folder of the edition; the result is empty for the draft, which has no lock
 * @param files paths of missing files, within the folder of the edition
 * @returns the path of each font that the lock lists as not included, keyed by its path within the edition
 * @throws UserError that lists the fonts that fonts/ does not contain either
 */
export async function fontsElsewhere(dir: string, files: readonly string[]): Promise<Map<string, string>> {
  if ((await statIfThere(path.join(dir, LOCK_FILE))) === undefined) return new Map();
  const { edition, data, elsewhere = [] } = await readLock(dir);
  const folder = path.join(dir, '..', '..', 'fonts');
  const found = new Map<string, string>();
  const missing: Problem[] = [];
  const sums = await filesBySum(folder);
  for (const file of files.filter((name) => elsewhere.includes(name))) {
    const sum = data[file] ?? '';
    const place = sums.get(sum);
    if (place !== undefined) found.set(file, place);
    else
      missing.push({
        ...messageOf('edition-font-missing', { edition, sum, folder }),
        at: { file: path.join(dir, file) },
      });
  }
  if (missing.length > 0) throw new UserError(missing);
  return found;
}

/** The paths of the files in a folder, keyed by SHA-256 checksum. */
export async function filesBySum(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(noneIfMissing);
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => path.join(folder, name));
  return new Map(
    await Promise.all(files.map(async (file): Promise<[string, string]> => [await sumOfFile(file), file])),
  );
}
