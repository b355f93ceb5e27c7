import path from 'node:path';
import { outcomeOf, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { DRAFT } from '../model/index.ts';
import { editionDir, findEditions, fontsOfDesign } from '../read/index.ts';
import { dataSums, type EditionEntry, editionEntries, publishedSums, readLockFile } from './files.ts';
import { currentTakedowns, fingerprintOf, LOCK_FILE, type Lock, PUBLISHED } from './lock.ts';
import { messageOf } from './messages.ts';

/** An edition as it is on disk. */
export interface FoundEdition {
  /** The name of the edition's folder. */
  name: string;
  lock: Lock;
  /** The text of the lock file. */
  text: string;
  entries: readonly EditionEntry[];
  /** The font files in fonts/ that the design of the edition uses. No other files may be missing from the edition. */
  fonts: ReadonlySet<string>;
}

/**
 * Reads an edition from disk.
 *
 * @throws UserError if its lock is missing or damaged
 */
export async function findEdition(dataDir: string, name: string): Promise<FoundEdition> {
  const dir = editionDir(dataDir, name);
  const { lock, text } = await readLockFile(dir);
  return { name, lock, text, entries: await editionEntries(dir), fonts: await fontsOfDesign(dir) };
}

/** The codes of the messages on entries that an edition must not contain, keyed by type of entry. */
export const ODD_ENTRIES = {
  link: 'entry-is-link',
  other: 'entry-is-special',
  name: 'entry-name-not-utf8',
} as const;

/**
 * The checksums of the fonts that an edition does not contain, by path. The result contains only fonts that the lock
 * lists as missing and that the design uses.
 */
export function fontsNotHeld({ lock, fonts }: Pick<FoundEdition, 'lock' | 'fonts'>): Record<string, string> {
  return Object.fromEntries(
    (lock.elsewhere ?? []).flatMap((file) => {
      const sum = lock.data[file];
      return sum === undefined || !fonts.has(file) ? [] : [[file, sum]];
    }),
  );
}

/**
 * The checksums that the data files had when the edition was frozen, computed from the files on disk. The lock provides
 * the checksums of fonts that the edition does not contain and of the original content of files that were taken down.
 */
function firstDataSums(found: FoundEdition): Record<string, string> {
  return { ...fontsNotHeld(found), ...withFirstContent(dataSums(found.entries), found.lock, '') };
}

/** The checksums that the published files had when the edition was frozen, keyed by path within published/. */
export function firstPublishedSums({ lock, entries }: FoundEdition): Record<string, string> {
  return withFirstContent(publishedSums(entries), lock, `${PUBLISHED}/`);
}

function withFirstContent(
  sums: Readonly<Record<string, string>>,
  lock: Lock,
  folder: '' | `${typeof PUBLISHED}/`,
): Record<string, string> {
  const first = { ...sums };
  const locked = folder === '' ? lock.data : lock.published;
  for (const [path, { sum }] of currentTakedowns(lock)) {
    const file = path.slice(folder.length);
    const was = locked[file];
    if (path.startsWith(folder) && was !== undefined && sums[file] === sum) first[file] = was;
  }
  return first;
}

/** The fingerprint that is computed from the files of an edition and the base in its lock. */
export function foundFingerprint(found: FoundEdition): string {
  const { date, base } = found.lock;
  return fingerprintOf({ edition: found.name, date, base, data: firstDataSums(found) });
}

/**
 * The fingerprint of an edition, computed from its files; undefined for the draft and for a folder without a lock.
 *
 * @throws UserError if the lock is damaged, or if the edition's folder contains anything but files and folders
 */
export async function editionFingerprint(dataDir: string, edition: string): Promise<string | undefined> {
  if (edition === DRAFT) return undefined;
  const dir = editionDir(dataDir, edition);
  const entries = await editionEntries(dir);
  const odd = entries.flatMap(({ path: file, kind }) => {
    if (kind === 'file' || kind === 'folder') return [];
    const at = { file: path.join(dir, file) };
    return [{ ...messageOf(ODD_ENTRIES[kind]), at }];
  });
  if (odd.length > 0) throw new UserError(odd);
  if (!entries.some((entry) => entry.path === LOCK_FILE)) return undefined;
  return foundFingerprint(await findEdition(dataDir, edition));
}

/**
 * Follows the bases of an edition back to the first edition. The fingerprint of each base is computed from its files on
 * disk.
 *
 * @returns `editions`: the edition and the readable editions before it, newest first; `gaps`: the reasons why the
 *   fingerprint of the edition does not prove the content of all editions before it, empty if it does
 */
export async function chainOf(dataDir: string, edition: FoundEdition) {
  const { names } = await findEditions(dataDir);
  const editions = [edition];
  const gaps: Message[] = [];
  for (let last = edition, { base } = edition.lock; base !== null; base = last.lock.base) {
    const name = base.edition;
    if (editions.some((one) => one.name === name)) {
      gaps.push(messageOf('base-in-circle', { edition: last.name, base: name }));
      break;
    }
    const read = names.includes(name) ? await outcomeOf(findEdition(dataDir, name)) : undefined;
    if (read === undefined || 'error' in read) {
      gaps.push(messageOf(read === undefined ? 'base-missing' : 'base-lock-unreadable', { edition: name }));
      break;
    }
    if (base.fingerprint !== foundFingerprint(read.value))
      gaps.push(messageOf('base-is-another', { edition: last.name, base: name }));
    last = read.value;
    editions.push(last);
  }
  return { editions, gaps };
}
