import path from 'node:path';
import {
  chainOf,
  currentTakedowns,
  messageOf as editionMessage,
  type FoundEdition,
  filesBySum,
  findEdition,
  firstPublishedSums,
  fontsNotHeld,
  foundFingerprint,
  type Inconsistency,
  inconsistencies,
  LOCK_FILE,
  type Lock,
  type Made,
  presentPublished,
  publishedDigest,
  readLock,
  sumOfFile,
  type TakenDown,
  type WaivedGate,
} from '../edition/index.ts';
import { outcomeOf, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { DRAFT, type Programme } from '../model/index.ts';
import { editionDir, findEditions, readDesign, readProgramme, statIfThere } from '../read/index.ts';
import { buildOutputs, erratumOf } from './build.ts';
import { earlierEditions } from './earlier.ts';
import { FORMATS, PAPER_FORMAT_NAMES } from './formats.ts';
import { type Look, openLook } from './look.ts';
import { madeBy, makerDifferences } from './made-by.ts';
import { messageOf } from './messages.ts';
import { MANIFEST, publishedOf, publishedSumsOf } from './publish.ts';

export interface VerifyOptions {
  /** Folder of the dataset; `data` when left out. */
  data?: string | undefined;
  /** Name of the edition; all of them when left out. */
  edition?: string | undefined;
  /** What the fingerprint of the edition is known to be, from elsewhere. */
  expect?: string | undefined;
  /** What the digest of its published files is known to be, from elsewhere. */
  expectPublished?: string | undefined;
  /** Pass although the first content of files that were taken down cannot be proved. */
  allowTakedown?: boolean | undefined;
  /** Build the published files again and compare. */
  rebuild?: boolean | undefined;
}

/** What became of a published file when it was built again. */
export interface RebuiltFile {
  file: string;
  same: boolean;
}

/** Whether an edition is as its lock says. */
interface Consistency {
  edition: string;
  inconsistencies: Inconsistency[];
  /** What could be read of it. */
  found?: FoundEdition;
  programme?: Programme;
}

/** A file that was taken down from an edition. */
export interface EditionTakedown extends TakenDown {
  edition: string;
}

/** A font that an edition does not hold. */
export interface FontNotHeld {
  edition: string;
  file: string;
  sum: string;
  /** Where a file with this sum lies, if there is one in fonts/ of the dataset. */
  foundAt?: string;
}

/** What is known of an edition. */
export interface VerifyResult {
  edition: string;
  /** In what it is not as its lock says. */
  inconsistencies: readonly Inconsistency[];
  /** Fingerprint that its data give as they are there. */
  fingerprint?: string;
  /** Whether the fingerprint is the one that was expected, and proves all earlier editions. */
  expected?: boolean;
  /** Why the fingerprint does not prove all earlier editions, although it is the one that was expected. */
  notProved?: readonly Message[];
  /** Digest of its published files as they are there; none of an edition that does not keep them. */
  published?: string;
  /** Whether the digest is the one that was expected. */
  publishedExpected?: boolean;
  /** Whether it keeps what was published; of editions frozen with a lock of version 1 the sums alone are known. */
  keepsPublished: boolean;
  /** Gates that it was frozen without, where there are some. */
  waived?: readonly WaivedGate[];
  /** Files that were taken down: of the edition, and where a fingerprint is expected data of all before it. */
  takenDown: EditionTakedown[];
  /** Fonts that are not held, by the edition; where a fingerprint is expected, by all before it too. */
  fontsNotHeld: FontNotHeld[];
  /** In what the program that made the published files differs from this one. */
  madeDifferently: string[];
  /** The published files built again. */
  rebuilt?: RebuiltFile[];
  passed: boolean;
}

export interface VerifyFileOptions {
  /** Folder of the dataset; `data` when left out. */
  data?: string | undefined;
  file: string;
}

/** Which edition a file is of. */
export interface VerifyFileResult {
  file: string;
  sha256: string;
  /** The editions that published it, and under what names: two can publish the same bytes. */
  published: { edition: string; file: string }[];
  /** Editions whose locks cannot be read, in which it was not looked for. */
  notRead: string[];
}

/**
 * Verifies frozen editions: that they are consistent with their locks. Whoever can write can make a new lock, so that no more than
 * that is known unless the fingerprint is.
 *
 * @throws UserError when there is no such edition, or the folder of editions is none
 *
 * @example
 * ```ts
 * import { verify } from 'programme';
 *
 * for (const { edition, passed } of await verify()) console.log(edition, passed); // 1 true
 * ```
 */
export async function verify(options: VerifyOptions = {}): Promise<VerifyResult[]> {
  const { data = 'data', edition } = options;
  if ((options.expect ?? options.expectPublished) !== undefined && edition === undefined)
    throw new UserError(
      messageOf('expectation-without-edition', {
        command: { command: ['verify', '2', '--expect', 'FINGERPRINT'] },
      }),
    );
  const made = await madeBy();
  const verifications: VerifyResult[] = [];
  for (const consistency of await consistencies(data, edition))
    verifications.push(await verificationOf(consistency, data, options, made));
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
  if (edition === DRAFT) throw new UserError(messageOf('draft-not-frozen'));
  if (edition !== undefined && !known.includes(edition))
    throw new UserError(messageOf('edition-or-file-unknown', { edition, known: names.join(', ') || 'none' }));
  const found: Consistency[] = [];
  for (const name of edition === undefined ? known : [edition])
    found.push(names.includes(name) ? await consistencyOf(name, data) : noEdition(name));
  return found;
}

function noEdition(edition: string): Consistency {
  return {
    edition,
    inconsistencies: [{ file: '.', problem: 'extra', ...editionMessage('edition-is-none') }],
  };
}

async function consistencyOf(edition: string, data: string): Promise<Consistency> {
  const outcome = await outcomeOf(findEdition(data, edition));
  if ('error' in outcome) return withoutLock(edition, outcome.error);
  const found = outcome.value;
  const read = await outcomeOf(readProgramme(data, edition));
  const programme = 'value' in read ? read.value : undefined;
  const problems = inconsistencies(found, {
    date: programme?.config.date,
    base: await baseOf(found.lock, data),
  });
  // What was changed is named already; only data that are as they were frozen are not to be unreadable.
  if ('error' in read && problems.length === 0)
    problems.push({
      file: 'programme.yaml',
      problem: 'unreadable',
      ...editionMessage('edition-data-unreadable', { why: read.error.message }),
    });
  return {
    edition,
    inconsistencies: problems,
    found,
    ...(programme === undefined ? {} : { programme }),
  };
}

function withoutLock(edition: string, error: UserError): Consistency {
  const said = editionMessage('edition-lock-unreadable', {
    why: error.problems.map((problem) => problem.message).join('; '),
  });
  return { edition, inconsistencies: [{ file: LOCK_FILE, problem: 'damaged', ...said }] };
}

async function verificationOf(
  { edition, inconsistencies: problems, found, programme }: Consistency,
  data: string,
  options: VerifyOptions,
  made: Made,
): Promise<VerifyResult> {
  const { expect, expectPublished } = options;
  if (found === undefined)
    return {
      edition,
      inconsistencies: problems,
      ...(expect === undefined ? {} : { expected: false }),
      ...(expectPublished === undefined ? {} : { publishedExpected: false }),
      keepsPublished: false,
      takenDown: [],
      fontsNotHeld: [],
      madeDifferently: [],
      passed: false,
    };
  const { lock } = found;
  const fingerprint = foundFingerprint(found);
  const keepsPublished = lock.keepsPublished !== false;
  const published = keepsPublished ? publishedDigest(firstPublishedSums(found)) : undefined;
  const { editions, gaps } =
    expect === undefined ? { editions: [found], gaps: [] } : await chainOf(data, found);
  const madeDifferently = makerDifferences(lock.made, made);
  const rebuilt =
    options.rebuild && programme !== undefined
      ? await rebuiltOf(lock, programme, data, fingerprint)
      : undefined;
  const sameBytes = rebuilt === undefined || rebuilt.every(({ same }) => same);
  const takenDown = editions.flatMap((one) => takedownsOf(one, one === found));
  const isExpected = expect === undefined || (expect === fingerprint && gaps.length === 0);
  const isPublishedExpected = expectPublished === undefined || expectPublished === published;
  const isAnchored = expect !== undefined || expectPublished !== undefined;
  return {
    edition,
    fingerprint,
    ...(expect === undefined ? {} : { expected: isExpected }),
    ...(expect === fingerprint && gaps.length > 0 ? { notProved: gaps } : {}),
    ...(published === undefined ? {} : { published }),
    ...(expectPublished === undefined ? {} : { publishedExpected: isPublishedExpected }),
    inconsistencies: problems,
    keepsPublished,
    ...(lock.waived === undefined ? {} : { waived: lock.waived }),
    takenDown,
    fontsNotHeld: await notHeldBy(editions, data),
    madeDifferently,
    ...(rebuilt === undefined ? {} : { rebuilt }),
    passed:
      problems.length === 0 &&
      isExpected &&
      isPublishedExpected &&
      (!isAnchored || takenDown.length === 0 || options.allowTakedown === true) &&
      (sameBytes || madeDifferently.length > 0),
  };
}

/** The files taken down from an edition; of those before the verified one, whose published files prove nothing of it, the data alone. */
function takedownsOf({ name, lock }: FoundEdition, isVerified: boolean): EditionTakedown[] {
  return [...currentTakedowns(lock).values()]
    .filter(({ file }) => isVerified || lock.data[file] !== undefined)
    .map((takedown) => ({ edition: name, ...takedown }));
}

async function notHeldBy(editions: readonly FoundEdition[], data: string): Promise<FontNotHeld[]> {
  const fonts = editions.flatMap((found) =>
    Object.entries(fontsNotHeld(found))
      .filter(([file]) => !found.entries.some((entry) => entry.path === file))
      .map(([file, sum]) => ({ edition: found.name, file, sum })),
  );
  if (fonts.length === 0) return [];
  const places = await filesBySum(path.join(data, 'fonts'));
  return fonts.map((font) => {
    const foundAt = places.get(font.sum);
    return foundAt === undefined ? font : { ...font, foundAt };
  });
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
): Promise<RebuiltFile[]> {
  const source = editionDir(data, programme.edition);
  const look = await openLook(await readDesign(data, programme.edition), source);
  const sums = await rebuiltSums(lock, programme, source, data, look, fingerprint ?? lock.fingerprint);
  return Object.entries(presentPublished(lock)).map(([file, sum]) => ({
    file,
    same: sums.get(file) === sum,
  }));
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
    const erratum = await erratumOf(programme, data);
    const published = await publishedOf(programme, source, earlier, look, fingerprint, {
      by: lock.extracts,
      ...erratum,
    });
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
 *
 * @example
 * ```ts
 * import { verifyFile } from 'programme';
 *
 * const { published } = await verifyFile({ file: 'data/programme.yaml' });
 * console.log(published.length); // 0
 * ```
 */
export async function verifyFile({ data = 'data', file }: VerifyFileOptions): Promise<VerifyFileResult> {
  const { names } = await findEditions(data);
  const sha256 = await sumOfFile(file);
  const result: VerifyFileResult = { file, sha256, published: [], notRead: [] };
  for (const edition of names) {
    const read = await outcomeOf(readLock(editionDir(data, edition)));
    if ('error' in read) {
      result.notRead.push(edition);
      continue;
    }
    const { published } = read.value;
    const sums = [...Object.entries(published), ...Object.entries(presentPublished(read.value))];
    const found = sums.filter(([, sum]) => sum === sha256).map(([name]) => name);
    result.published.push(...[...new Set(found)].map((name) => ({ edition, file: name })));
  }
  return result;
}

/** Whether words on the command line mean a file rather than an edition. */
export async function isFileInHand(words: string, data: string): Promise<boolean> {
  const { names, others } = await findEditions(data);
  if (words === DRAFT || names.includes(words) || others.includes(words)) return false;
  const found = await statIfThere(words);
  if (found === undefined) return false;
  if (!found.isFile()) throw new UserError(messageOf('file-to-verify-not-file', { file: words }));
  return true;
}
