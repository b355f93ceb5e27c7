import { editionsInOrder, readLocks } from '../edition/files.ts';
import { DRAFT, type Programme } from '../model/programme.ts';
import { readProgramme } from '../read/dataset.ts';

/**
 * The editions that were frozen before an edition, the oldest first; before the draft, all.
 *
 * @param data folder of the dataset
 * @throws UserError when one cannot be read
 */
export async function earlierEditions(edition: string, data: string): Promise<Programme[]> {
  const names = editionsInOrder(await readLocks(data)).map((lock) => lock.edition);
  const earlier = edition === DRAFT ? names : names.slice(0, Math.max(0, names.indexOf(edition)));
  return Promise.all(earlier.map((name) => readProgramme(data, name)));
}
