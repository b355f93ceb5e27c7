import path from 'node:path';
import { dataFiles, editionFingerprint, lastEdition, readLocks, sumsOf } from '../edition/index.ts';
import type { Programme } from '../model/index.ts';
import { editionNames, readDataset, statIfThere } from '../read/index.ts';
import { withEmphasisOf } from '../text/index.ts';
import type { Incoming } from './incoming.ts';
import { messageOf } from './messages.ts';

/** Returns the dataset folder in a received folder: either the folder itself or its subfolder `data`. */
async function datasetIn(folder: string): Promise<string> {
  const isThere = async (name: string): Promise<boolean> =>
    (await statIfThere(path.join(folder, name))) !== undefined;
  return !(await isThere('programme.yaml')) && (await isThere('data')) ? path.join(folder, 'data') : folder;
}

/** The SHA-256 checksums of the files in a copy of a dataset, by file name. */
export async function sumsOfCopy(folder: string): Promise<unknown> {
  return sumsOf(await dataFiles(await datasetIn(folder)));
}

/**
 * Reads the changes that a user has made in a copy of the dataset. The base is the newest frozen edition that the copy
 * and the dataset have in common. Without a common edition, the base is the current draft, so that each difference is
 * proposed.
 *
 * @param data the data folder of the dataset itself
 * @throws UserError if the folder does not contain a valid dataset
 */
export async function readCopy(folder: string, draft: Programme, data: string): Promise<Incoming> {
  const dir = await datasetIn(folder);
  const wished = await readDataset(dir);
  const common = await commonEdition(data, dir);
  const states = { wished, isCopy: true as const, comments: [], leftovers: [] };
  if (common === undefined)
    return {
      ...states,
      base: draft,
      from: messageOf('base-draft'),
      notes: [messageOf('copy-without-edition')],
    };
  const base = withEmphasisOf(await readDataset(data, common), draft.config);
  return { ...states, base, from: messageOf('base-edition', { edition: common }), notes: [] };
}

/** The name of the last frozen edition that is identical in two data folders. */
async function commonEdition(data: string, other: string): Promise<string | undefined> {
  const theirs = new Set(await editionNames(other));
  const shared: Awaited<ReturnType<typeof readLocks>> = [];
  for (const lock of await readLocks(data)) {
    if (!theirs.has(lock.edition)) continue;
    const fingerprint = await editionFingerprint(data, lock.edition);
    if (fingerprint !== undefined && fingerprint === (await editionFingerprint(other, lock.edition)))
      shared.push(lock);
  }
  return lastEdition(shared)?.edition;
}
