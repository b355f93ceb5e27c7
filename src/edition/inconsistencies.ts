import { dataSums, type EditionEntry, publishedSums } from './files.ts';
import { fingerprintOf } from './fingerprint.ts';
import { heldAndElsewhere, LOCK_FILE, type Lock, lockText, PUBLISHED } from './lock.ts';

/** One thing in which an edition is not as its lock says, or its lock not as it was written. */
export interface Inconsistency {
  /** Path inside the edition's folder. */
  file: string;
  /** Entry of the lock. */
  field?: string;
  problem: 'changed' | 'missing' | 'extra' | 'link' | 'special' | 'altered' | 'damaged' | 'unreadable';
  /** The problem in words. */
  message: string;
}

/** What is there of an edition. */
export interface EditionFacts {
  /** Name of its folder. */
  name: string;
  entries: readonly EditionEntry[];
  /** The date in its programme.yaml, where that can be read. */
  date: string | undefined;
  /** The lock of the edition that it names as its base; undefined when there is none. */
  base: Lock | undefined;
}

/** In what an edition is not as its lock says; by path. */
export function inconsistencies(lock: Lock, text: string, facts: EditionFacts): Inconsistency[] {
  const published = lock.keepsPublished === false ? {} : prefixed(lock.published);
  const { held } = heldAndElsewhere(lock);
  return [
    ...lockProblems(lock, text, facts),
    ...oddEntries({ ...held, ...published }, facts.entries),
    ...fileProblems(held, dataSums(facts.entries)),
    ...fileProblems(published, prefixed(publishedSums(facts.entries))),
  ].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

function lockProblems(lock: Lock, text: string, { name, date, base }: EditionFacts): Inconsistency[] {
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
    lock.version > 1 &&
    lock.base.fingerprint !== fingerprintOf(base)
  )
    altered(
      'base',
      `is edition ${lock.base.edition} with the fingerprint ${lock.base.fingerprint}, but the lock of that edition has ${fingerprintOf(base)}`,
    );
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
    if (kind === 'link') return [{ file, problem: 'link', message: 'is a link' }];
    if (kind === 'other') return [{ file, problem: 'special', message: 'is neither a file nor a folder' }];
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
