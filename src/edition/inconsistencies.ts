import type { Message } from '../messages.ts';
import { dataSums, type EditionEntry, publishedSums } from './files.ts';
import { type FoundEdition, fontsNotHeld, ODD_ENTRIES } from './found.ts';
import {
  afterTakedowns,
  fingerprintOf,
  LOCK_FILE,
  type Lock,
  lockText,
  PUBLISHED,
  presentPublished,
} from './lock.ts';
import { messageOf } from './messages.ts';

/** A difference between an edition and its lock, or a change to the lock itself. */
export interface Inconsistency extends Message {
  /** The path within the edition's folder. */
  file: string;
  /** The key in the lock. */
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
}

/** Data from outside the lock that is needed to check an edition. */
export interface EditionFacts {
  /** The date in the programme.yaml of the edition; undefined if the file cannot be read. */
  date: string | undefined;
  /** The lock of the edition that the checked lock names as its base; undefined if there is no such edition. */
  base: Lock | undefined;
}

/** Lists the differences between an edition and its lock, sorted by path. */
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

/**
 * The checksums that the files of an edition should have now: after all takedowns, and without the fonts that the
 * edition does not contain.
 */
function presentSums(found: FoundEdition): Record<'data' | 'published', Record<string, string>> {
  const { lock } = found;
  const elsewhere = fontsNotHeld(found);
  const held = Object.entries(lock.data).filter(([file]) => elsewhere[file] === undefined);
  return {
    data: afterTakedowns(Object.fromEntries(held), lock),
    published: prefixed(presentPublished(lock)),
  };
}

/** Reports takedowns of files that the edition has never contained. */
function takedownProblems({ takenDown = [], data, published }: Lock): Inconsistency[] {
  const files = new Set([...Object.keys(data), ...Object.keys(prefixed(published))]);
  return takenDown
    .filter(({ file }) => !files.has(file))
    .map(({ file }) => ({
      file: LOCK_FILE,
      field: 'takenDown',
      problem: 'altered',
      ...messageOf('lock-names-unknown-file', { file }),
    }));
}

function lockProblems(
  { name, lock, text, fonts }: FoundEdition,
  { date, base }: EditionFacts,
): Inconsistency[] {
  const problems: Inconsistency[] = [];
  const altered = (field: string, message: Message): void => {
    problems.push({ file: LOCK_FILE, field, problem: 'altered', ...message });
  };
  if (lock.edition !== name)
    altered('edition', messageOf('lock-of-another-folder', { edition: lock.edition, folder: name }));
  if (date !== undefined && lock.date !== date)
    altered('date', messageOf('lock-of-another-date', { date: lock.date, said: date }));
  if (lock.base !== null && (base === undefined || lock.base.edition === name))
    altered('base', messageOf('lock-base-missing', { edition: lock.base.edition }));
  else if (lock.base !== null && base !== undefined && lock.base.fingerprint !== fingerprintOf(base))
    altered(
      'base',
      messageOf('lock-base-is-another', {
        edition: lock.base.edition,
        fingerprint: lock.base.fingerprint,
        found: fingerprintOf(base),
      }),
    );
  for (const file of lock.elsewhere ?? [])
    if (lock.data[file] === undefined || !fonts.has(file))
      altered('elsewhere', messageOf('lock-names-unknown-font', { file }));
  if (lock.fingerprint !== fingerprintOf(lock))
    altered(
      'fingerprint',
      messageOf('lock-fingerprint-is-another', { fingerprint: lock.fingerprint, found: fingerprintOf(lock) }),
    );
  if (text !== lockText(lock)) altered('seal', messageOf('lock-seal-broken'));
  return problems;
}

/**
 * Reports symbolic links, entries that are neither files nor folders, and folders without files that the lock lists.
 */
function oddEntries(
  sums: Readonly<Record<string, string>>,
  entries: readonly EditionEntry[],
): Inconsistency[] {
  const folders = new Set(Object.keys(sums).flatMap(foldersOf));
  return entries.flatMap(({ path: file, kind }): Inconsistency[] => {
    if (kind !== 'file' && kind !== 'folder')
      return [{ file, problem: kind === 'other' ? 'special' : kind, ...messageOf(ODD_ENTRIES[kind]) }];
    if (kind === 'folder' && !folders.has(file))
      return [{ file, problem: 'extra', ...messageOf('edition-folder-extra') }];
    return [];
  });
}

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
    if (actual === undefined)
      problems.push({ file, problem: 'missing', ...messageOf('edition-file-missing') });
    else if (actual !== sum)
      problems.push({ file, problem: 'changed', ...messageOf('edition-file-changed') });
  }
  for (const file of sums.keys())
    if (!known.has(file)) problems.push({ file, problem: 'extra', ...messageOf('edition-file-extra') });
  return problems;
}

function prefixed(sums: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sums).map(([file, sum]) => [`${PUBLISHED}/${file}`, sum]));
}
