import { editionEntries, foundFingerprint, readLock, readLockFile, sumOfFile } from '../edition/files.ts';
import { type Inconsistency, inconsistencies } from '../edition/inconsistencies.ts';
import { LOCK_FILE, type Lock, type Made } from '../edition/lock.ts';
import { UserError } from '../errors.ts';
import { DRAFT, type Programme } from '../model/programme.ts';
import { editionDir, findEditions, readProgramme } from '../read/dataset.ts';
import { readDesign } from '../read/design.ts';
import { statIfThere } from '../read/file.ts';
import { buildOutputs } from './build.ts';
import { earlierEditions } from './earlier.ts';
import { FORMATS, PAPER_FORMAT_NAMES } from './formats.ts';
import type { Host } from './host.ts';
import { type Look, openLook } from './look.ts';
import { madeBy, makerDifferences } from './made-by.ts';
import { MANIFEST, publishedOf, publishedSumsOf } from './publish.ts';

export interface VerifyOptions {
  /** Folder of the dataset. */
  data: string;
  /** What the fingerprint of the edition is known to be, from elsewhere. */
  expect?: string;
  /** Build the published files again and compare. */
  rebuild?: boolean;
}

/** What became of a published file when it was built again. */
export interface OutputCheck {
  file: string;
  same: boolean;
}

/** Whether an edition is as its lock says. */
export interface Consistency {
  edition: string;
  inconsistencies: Inconsistency[];
  /** What could be read of it. */
  lock?: Lock;
  programme?: Programme;
  /** Fingerprint that its data give as they are there. */
  fingerprint?: string;
}

/** What is known of an edition. */
export interface Verification extends Pick<Consistency, 'edition' | 'fingerprint' | 'inconsistencies'> {
  /** Whether the fingerprint is the one that was expected. */
  expected?: boolean;
  /** Whether it keeps what was published; a lock of version 1 has the sums alone. */
  keepsPublished: boolean;
  /** In what the program that made the published files differs from this one. */
  madeDifferently: string[];
  /** The published files built again. */
  rebuilt?: OutputCheck[];
  passed: boolean;
}

/** Which edition a file is of. */
export interface FileVerification {
  file: string;
  sha256: string;
  /** The edition that published it, and under what name. */
  published?: { edition: string; file: string };
  /** Editions whose locks cannot be read, in which it was not looked for. */
  notRead: string[];
}

/**
 * Verifies frozen editions: that they are consistent with their locks. Whoever can write can make a new lock, so that no more than
 * that is known unless the fingerprint is.
 *
 * @param edition all of them when left out
 * @throws UserError when there is no such edition, or the folder of editions is none
 */
export async function verifyEditions(
  edition: string | undefined,
  options: VerifyOptions,
  { runtime }: Host,
): Promise<Verification[]> {
  if (options.expect !== undefined && edition === undefined)
    throw new UserError({
      message: 'a fingerprint is that of one edition',
      hint: 'name the edition: `programme verify 2 --expect FINGERPRINT`',
    });
  const made = await madeBy(runtime);
  const verifications: Verification[] = [];
  for (const consistency of await consistencies(options.data, edition))
    verifications.push(await verificationOf(consistency, options, made));
  return verifications;
}

/**
 * Compares frozen editions with their locks.
 *
 * @param edition all of them when left out
 * @throws UserError when there is no such edition, or the folder of editions is none
 */
export async function consistencies(data: string, edition?: string): Promise<Consistency[]> {
  const { names, others } = await findEditions(data);
  const known = [...names, ...others];
  if (edition === DRAFT)
    throw new UserError({ message: 'the draft is not frozen', hint: 'name a frozen edition' });
  if (edition !== undefined && !known.includes(edition))
    throw new UserError({
      message: `there is no edition "${edition}", and no file of that name`,
      hint: `editions: ${names.join(', ') || 'none'}`,
    });
  const found: Consistency[] = [];
  for (const name of edition === undefined ? known : [edition])
    found.push(names.includes(name) ? await consistencyOf(name, data) : noEdition(name));
  return found;
}

function noEdition(edition: string): Consistency {
  const message = 'is no edition: it is a link or a file, or has a name that no edition has';
  return { edition, inconsistencies: [{ file: '.', problem: 'extra', message }] };
}

async function consistencyOf(edition: string, data: string): Promise<Consistency> {
  const dir = editionDir(data, edition);
  const file = await outcomeOf(readLockFile(dir));
  if ('error' in file) return withoutLock(edition, file.error);
  const { lock, text } = file.value;
  const entries = await editionEntries(dir);
  const read = await outcomeOf(readProgramme(data, edition));
  const programme = 'value' in read ? read.value : undefined;
  const found = inconsistencies(lock, text, {
    name: edition,
    entries,
    date: programme?.config.date,
    base: await baseOf(lock, data),
  });
  // What was changed is named already; only data that are as they were frozen are not to be unreadable.
  if ('error' in read && found.length === 0)
    found.push({ file: 'programme.yaml', problem: 'unreadable', message: read.error.message });
  return {
    edition,
    inconsistencies: found,
    lock,
    fingerprint: foundFingerprint(lock, edition, entries),
    ...(programme === undefined ? {} : { programme }),
  };
}

function withoutLock(edition: string, error: UserError): Consistency {
  const message = error.problems.map((problem) => problem.message).join('; ');
  return { edition, inconsistencies: [{ file: LOCK_FILE, problem: 'damaged', message }] };
}

async function verificationOf(
  { edition, inconsistencies: found, lock, programme, fingerprint }: Consistency,
  { data, expect, rebuild }: VerifyOptions,
  made: Made,
): Promise<Verification> {
  const madeDifferently = lock === undefined ? [] : makerDifferences(lock.made, made);
  const expected = expect === undefined || expect === fingerprint;
  const rebuilt =
    rebuild && lock !== undefined && programme !== undefined
      ? await rebuiltOf(lock, programme, data, fingerprint)
      : undefined;
  const sameBytes = rebuilt === undefined || rebuilt.every(({ same }) => same);
  return {
    edition,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(expect === undefined ? {} : { expected }),
    inconsistencies: found,
    keepsPublished: lock !== undefined && lock.keepsPublished !== false,
    madeDifferently,
    ...(rebuilt === undefined ? {} : { rebuilt }),
    passed: found.length === 0 && expected && (sameBytes || madeDifferently.length > 0),
  };
}

/** The lock of the edition that a lock names as its base; undefined when it cannot be read. */
async function baseOf({ base, edition }: Lock, data: string): Promise<Lock | undefined> {
  if (base === null || base.edition === edition) return undefined;
  const { names } = await findEditions(data);
  if (!names.includes(base.edition)) return undefined;
  const read = await outcomeOf(readLock(editionDir(data, base.edition)));
  return 'value' in read ? read.value : undefined;
}

async function rebuiltOf(
  lock: Lock,
  programme: Programme,
  data: string,
  fingerprint: string | undefined,
): Promise<OutputCheck[]> {
  const source = editionDir(data, programme.edition);
  const look = await openLook(await readDesign(data, programme.edition), source);
  const sums = await rebuiltSums(lock, programme, source, data, look, fingerprint ?? lock.fingerprint);
  return Object.entries(lock.published).map(([file, sum]) => ({ file, same: sums.get(file) === sum }));
}

/** Sums of what is published, by name: of editions from before there was a manifest PDF and Word, each with its edition in its name. */
async function rebuiltSums(
  lock: Lock,
  programme: Programme,
  source: string,
  data: string,
  look: Look,
  fingerprint: string,
): Promise<Map<string, string>> {
  const names = Object.keys(lock.published);
  if (names.includes(MANIFEST)) {
    const earlier = await earlierEditions(lock.edition, data);
    const published = await publishedOf(programme, source, earlier, look, fingerprint, lock.extracts);
    return new Map(Object.entries(publishedSumsOf(published)));
  }
  const formats = PAPER_FORMAT_NAMES.filter((format) =>
    names.some((name) => name.endsWith(`.${FORMATS[format].ending}`)),
  );
  const outputs = await buildOutputs(programme, { formats, out: '', source }, look, { fingerprint });
  return new Map(outputs.map(({ built: { path, sha256 } }) => [path, sha256]));
}

/**
 * Looks up which edition published a file, by its bytes.
 *
 * @throws UserError when it is no file
 */
export async function verifyFile(file: string, data: string): Promise<FileVerification> {
  const { names } = await findEditions(data);
  const sha256 = await sumOfFile(file);
  const result: FileVerification = { file, sha256, notRead: [] };
  for (const edition of names) {
    const read = await outcomeOf(readLock(editionDir(data, edition)));
    if ('error' in read) {
      result.notRead.push(edition);
      continue;
    }
    const found = Object.entries(read.value.published).find(([, sum]) => sum === sha256);
    if (found !== undefined) return { ...result, published: { edition, file: found[0] } };
  }
  return result;
}

/** Whether words on the command line mean a file rather than an edition. */
export async function isFileInHand(words: string, data: string): Promise<boolean> {
  const { names, others } = await findEditions(data);
  if (words === DRAFT || names.includes(words) || others.includes(words)) return false;
  const found = await statIfThere(words);
  if (found === undefined) return false;
  if (!found.isFile())
    throw new UserError({ message: `${words} is not a file`, hint: 'name an edition or a file' });
  return true;
}

/** What a promise gives, or the error of the user's that it ends with. */
async function outcomeOf<T>(promise: Promise<T>): Promise<{ value: T } | { error: UserError }> {
  try {
    return { value: await promise };
  } catch (error) {
    if (error instanceof UserError) return { error };
    throw error;
  }
}
