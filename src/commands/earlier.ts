import { loadCompare } from '../compare/index.ts';
import { type DocumentOptions, loadWhatsNew } from '../document/index.ts';
import { editionsInOrder, readLocks } from '../edition/index.ts';
import { DRAFT, type Programme } from '../model/index.ts';
import { readProgramme } from '../read/index.ts';

/**
 * The editions that were frozen before an edition, the oldest first; for the draft, all editions.
 *
 * @param data folder of the dataset
 * @throws UserError when one cannot be read
 */
export async function earlierEditions(edition: string, data: string): Promise<Programme[]> {
  const names = editionsInOrder(await readLocks(data)).map((lock) => lock.edition);
  const earlier = edition === DRAFT ? names : names.slice(0, Math.max(0, names.indexOf(edition)));
  return Promise.all(earlier.map((name) => readProgramme(data, name)));
}

/** The changes of a programme since an earlier edition; empty, without loading anything, if no edition is named. */
export async function newsSince(
  edition: string | undefined,
  programme: Programme,
  data: string,
): Promise<Pick<DocumentOptions, 'news'>> {
  if (edition === undefined) return {};
  const [{ compare }, { noveltyOf }, earlier] = await Promise.all([
    loadCompare(),
    loadWhatsNew(),
    readProgramme(data, edition),
  ]);
  return { news: noveltyOf(compare(earlier, programme)) };
}
