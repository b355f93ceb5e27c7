import path from 'node:path';
import { outcomeOf, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { DRAFT } from '../model/index.ts';
import { editionDir, findEditions, fontsOfDesign } from '../read/index.ts';
import { dataSums, type EditionEntry, editionEntries, publishedSums, readLockFile } from './files.ts';
import { fingerprintOf } from './fingerprint.ts';
import { currentTakedowns, LOCK_FILE, type Lock, PUBLISHED } from './lock.ts';
import { messageOf } from './messages.ts';

/** An edition as it is on the disk. */
export interface FoundEdition {
  /** Name of its folder. */
  name: string;
  lock: Lock;
  /** Text of the lock. */
  text: string;
  entries: readonly EditionEntry[];
  /** Font files in fonts/ that its design names: only these may be missing from it. */
  fonts: ReadonlySet<string>;
}

/**
 * Reads what is on the disk of an edition.
 *
 * @throws UserError when its lock is missing or damaged
 */
export async function findEdition(dataDir: string, name: string): Promise<FoundEdition> {
  const dir = editionDir(dataDir, name);
  const { lock, text } = await readLockFile(dir);
  return { name, lock, text, entries: await editionEntries(dir), fonts: await fontsOfDesign(dir) };
}

/** Entries that no edition may have. */
export const ODD_ENTRIES = {
  link: 'entry-is-link',
  other: 'entry-is-special',
  name: 'entry-name-not-utf8',
} as const;

/** The fonts that an edition does not hold, by path, with their sums: what its lock names so and its design names too. */
export function fontsNotHeld({ lock, fonts }: Pick<FoundEdition, 'lock' | 'fonts'>): Record<string, string> {
  return Object.fromEntries(
    (lock.elsewhere ?? []).flatMap((file) => {
      const sum = lock.data[file];
      return sum === undefined || !fonts.has(file) ? [] : [[file, sum]];
    }),
  );
}

/**
 * The sums of the data files as they were when the edition was frozen, derived from the files on the disk. The lock is believed for
 * fonts that the edition does not hold, and for the first content of files that were taken down.
 */
function firstDataSums(found: FoundEdition): Record<string, string> {
  return { ...fontsNotHeld(found), ...withFirstContent(dataSums(found.entries), found.lock, '') };
}

/** The same of the published files, by path inside published/. */
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

/** The fingerprint that the files of an edition give, with the base that its lock names. */
export function foundFingerprint(found: FoundEdition): string {
  const { date, base } = found.lock;
  return fingerprintOf({ edition: found.name, date, base, data: firstDataSums(found) });
}

/**
 * The fingerprint of an edition as it is there, for what is built of it; none of the draft, and none of a folder without a lock.
 *
 * @throws UserError when the lock is damaged, or something in the edition's folder is neither file nor folder
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

/** An edition and all that it is based on. */
export interface Chain {
  /** The edition, and those before it that could be read, the newest first. */
  editions: readonly FoundEdition[];
  /** Why the fingerprint of the edition does not prove all those before it; empty when it does. */
  gaps: readonly Message[];
}

/** Follows an edition back to the first, and derives each fingerprint from the files on the disk. */
export async function chainOf(dataDir: string, edition: FoundEdition): Promise<Chain> {
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
      gaps.push(
        read === undefined
          ? messageOf('base-missing', { edition: name })
          : messageOf('base-lock-unreadable', { edition: name }),
      );
      break;
    }
    if (base.fingerprint === undefined)
      gaps.push(messageOf('base-without-fingerprint', { edition: last.name, base: name }));
    else if (base.fingerprint !== foundFingerprint(read.value))
      gaps.push(messageOf('base-is-another', { edition: last.name, base: name }));
    last = read.value;
    editions.push(last);
  }
  return { editions, gaps };
}
