import { dataSums, type EditionEntry, publishedSums } from './files.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type FoundEdition, fontsNotHeld, ODD_ENTRIES } from './found.ts';
import { currentTakedowns, LOCK_FILE, type Lock, lockText, PUBLISHED } from './lock.ts';

/** One thing in which an edition is not as its lock says, or its lock not as it was written. */
export interface Inconsistency {
  /** Path inside the edition's folder. */
  file: string;
  /** Entry of the lock. */
  field?: string;
  problem:
    | 'changed'
    | 'missing'
    | 'extra'
    | 'link'
    | 'special'
    | 'name'
    | 'altered'
    | 'damaged'
    | 'unreadable';
  /** The problem in words. */
  message: string;
}

/** What an edition is compared with beside its lock. */
export interface EditionFacts {
  /** The date in its programme.yaml, where that can be read. */
  date: string | undefined;
  /** The lock of the edition that it names as its base; undefined when there is none. */
  base: Lock | undefined;
}

/** In what an edition is not as its lock says; by path. */
export function inconsistencies(found: FoundEdition, facts: EditionFacts): Inconsistency[] {
  const { lock, entries } = found;
  const { data, published } = presentSums(found);
  return [
    ...lockProblems(found, facts),
    ...oddEntries({ ...data, ...published }, entries),
    ...fileProblems(data, dataSums(entries)),
    ...fileProblems(published, prefixed(publishedSums(entries))),
    ...takedownProblems(lock),
  ].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** The sums that the files of an edition should have: without fonts that it does not hold, and after all takedowns. */
function presentSums(found: FoundEdition): Record<'data' | 'published', Record<string, string>> {
  const { lock } = found;
  const elsewhere = fontsNotHeld(found);
  const takedowns = currentTakedowns(lock);
  const present = (sums: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(sums).flatMap(([file, first]) => {
        const takedown = takedowns.get(file);
        const sum = takedown === undefined ? first : takedown.sum;
        return sum === undefined ? [] : [[file, sum]];
      }),
    );
  const held = Object.entries(lock.data).filter(([file]) => elsewhere[file] === undefined);
  return {
    data: present(Object.fromEntries(held)),
    published: lock.keepsPublished === false ? {} : present(prefixed(lock.published)),
  };
}

/** Takedowns of files that the edition never had. */
function takedownProblems({ takenDown = [], data, published }: Lock): Inconsistency[] {
  const files = new Set([...Object.keys(data), ...Object.keys(prefixed(published))]);
  return takenDown
    .filter(({ file }) => !files.has(file))
    .map(({ file }) => ({
      file: LOCK_FILE,
      field: 'takenDown',
      problem: 'altered',
      message: `names ${file}, which is no file of the edition`,
    }));
}

function lockProblems(
  { name, lock, text, fonts }: FoundEdition,
  { date, base }: EditionFacts,
): Inconsistency[] {
  const problems: Inconsistency[] = [];
  const altered = (field: string, message: string): void => {
    problems.push({ file: LOCK_FILE, field, problem: 'altered', message });
  };
  if (lock.edition !== name) altered('edition', `is "${lock.edition}", but the folder is "${name}"`);
  if (date !== undefined && lock.date !== date)
    altered('date', `is ${lock.date}, but programme.yaml says ${date}`);
  if (lock.base !== null && (base === undefined || lock.base.edition === name))
    altered('base', `is edition ${lock.base.edition}, which is not there or has no lock that can be read`);
  else if (
    lock.base !== null &&
    base !== undefined &&
    // Of a base that a lock of version 1 named, the name alone is known.
    (lock.base.fingerprint !== undefined || lock.keepsPublished !== false) &&
    lock.base.fingerprint !== fingerprintOf(base)
  )
    altered(
      'base',
      `is edition ${lock.base.edition} with the fingerprint ${lock.base.fingerprint}, but the lock of that edition has ${fingerprintOf(base)}`,
    );
  for (const file of lock.elsewhere ?? [])
    if (lock.data[file] === undefined || !fonts.has(file))
      altered('elsewhere', `names ${file}, which is no font of the design of the edition`);
  if (lock.fingerprint !== fingerprintOf(lock))
    altered(
      'fingerprint',
      `is ${lock.fingerprint}, but its name, date, data and base give ${fingerprintOf(lock)}`,
    );
  if (lock.version > 1 && text !== lockText(lock))
    altered('seal', 'does not fit: an entry of the lock was altered after it was written');
  return problems;
}

/** Links, what is neither file nor folder, and folders that no file of the lock is in. */
function oddEntries(
  sums: Readonly<Record<string, string>>,
  entries: readonly EditionEntry[],
): Inconsistency[] {
  const folders = new Set(Object.keys(sums).flatMap(foldersOf));
  return entries.flatMap(({ path: file, kind }): Inconsistency[] => {
    const message = kind === 'file' || kind === 'folder' ? undefined : ODD_ENTRIES[kind];
    if (message !== undefined)
      return [{ file, problem: kind === 'link' || kind === 'name' ? kind : 'special', message }];
    if (kind === 'folder' && !folders.has(file))
      return [{ file, problem: 'extra', message: 'is a folder that the lock does not know' }];
    return [];
  });
}

/** The folders that a path leads through. */
function foldersOf(file: string): string[] {
  const parts = file.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function fileProblems(
  locked: Readonly<Record<string, string>>,
  found: Readonly<Record<string, string>>,
): Inconsistency[] {
  const sums = new Map(Object.entries(found));
  const known = new Map(Object.entries(locked));
  const problems: Inconsistency[] = [];
  for (const [file, sum] of known) {
    const actual = sums.get(file);
    if (actual === undefined) problems.push({ file, problem: 'missing', message: 'is missing' });
    else if (actual !== sum) problems.push({ file, problem: 'changed', message: 'was changed' });
  }
  for (const file of sums.keys())
    if (!known.has(file)) problems.push({ file, problem: 'extra', message: 'is not in the lock' });
  return problems;
}

function prefixed(sums: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sums).map(([file, sum]) => [`${PUBLISHED}/${file}`, sum]));
}
