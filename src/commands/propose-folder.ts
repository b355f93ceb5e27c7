import { existsSync } from 'node:fs';
import path from 'node:path';
import { dataFiles, editionFingerprint, lastEdition, readLocks, sumsOf } from '../edition/index.ts';
import type { Programme } from '../model/index.ts';
import { changesOfCopy } from '../proposal/index.ts';
import { editionNames, readDataset } from '../read/index.ts';
import { withEmphasisOf } from '../text/index.ts';
import { type ProposalSource, sumOf } from './proposal-source.ts';

/**
 * What somebody's copy of the dataset proposes. Both start from the newest frozen edition that both have; without one from the draft
 * as it is now, so that each difference is proposed.
 *
 * @throws UserError when the folder holds no valid dataset
 */
export async function readFolderSource(
  data: string,
  folder: string,
  draft: Programme,
): Promise<ProposalSource> {
  const inside = path.join(folder, 'data');
  const dir = !existsSync(path.join(folder, 'programme.yaml')) && existsSync(inside) ? inside : folder;
  const theirs = await readDataset(dir);
  const common = await commonEdition(data, dir);
  const base = common === undefined ? draft : withEmphasisOf(await readDataset(data, common), draft.config);
  const sums = sumsOf(await dataFiles(dir));
  return {
    ...changesOfCopy(base, theirs),
    base: common === undefined ? 'the draft as it was then' : `edition ${common}`,
    sum: sumOf(JSON.stringify(sums)),
    comments: [],
    unplaced: [],
    notes: common === undefined ? [NO_BASE] : [],
  };
}

const NO_BASE =
  'no frozen edition is in both: each difference from the draft is proposed, also what was changed in the draft alone';

/** Name of the edition frozen last of those that are the same in two data folders. */
async function commonEdition(data: string, other: string): Promise<string | undefined> {
  const theirs = new Set(await editionNames(other));
  const shared: Awaited<ReturnType<typeof readLocks>> = [];
  for (const lock of await readLocks(data)) {
    if (!theirs.has(lock.edition)) continue;
    const [own, their] = [
      await editionFingerprint(data, lock.edition),
      await editionFingerprint(other, lock.edition),
    ];
    if (own !== undefined && own === their) shared.push(lock);
  }
  return lastEdition(shared)?.edition;
}
