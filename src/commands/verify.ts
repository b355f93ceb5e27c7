import { readFile } from 'node:fs/promises';
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
  PUBLISHED,
  presentPublished,
  publishedDigest,
  readLock,
  sumOfFile,
  type TakenDown,
  type WaivedGate,
} from '../edition/index.ts';
import { ifPossible, outcomeOf, UserError } from '../errors.ts';
import type { Message } from '../messages.ts';
import { DRAFT, type Programme } from '../model/index.ts';
import { editionDir, findEditions, readProgramme, statIfThere } from '../read/index.ts';
import { earlierEditions, erratumOf } from './build.ts';
import { bytesOf, type Content, sha256Of } from './content.ts';
import { openLook } from './design-resources.ts';
import { buildEditionFiles, MANIFEST, publishedContents } from './edition-outputs.ts';
import { madeBy, makerDifferences } from './made-by.ts';
import { messageOf } from './messages.ts';

export interface VerifyOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  /** Name of the edition; by default, all editions are verified. */
  edition?: string | undefined;
  /** The expected fingerprint of the edition, as recorded outside the dataset. */
  expect?: string | undefined;
  /** The expected digest of its published files, as recorded outside the dataset. */
  expectPublished?: string | undefined;
  /** Whether an edition passes even if the original content of taken-down files cannot be proved. */
  allowTakedown?: boolean | undefined;
  /** Whether to build the published files again and compare them with the stored files. */
  rebuild?: boolean | undefined;
}

/** The outcome of rebuilding a published file. */
export interface RebuiltFile {
  file: string;
  /** Whether the bytes are the same. */
  same: boolean;
  /** Whether the bytes differ only in their compression. */
  sameContent?: true;
}

interface Consistency {
  edition: string;
  inconsistencies: Inconsistency[];
  /** The content of the edition; missing if it cannot be read. */
  found?: FoundEdition;
  programme?: Programme;
}

/** A file that was taken down from an edition. */
export interface EditionTakedown extends TakenDown {
  edition: string;
}

/** A font that an edition does not contain. */
export interface FontNotHeld {
  edition: string;
  file: string;
  sum: string;
  /** Path of a file in the dataset's folder fonts/ that has the checksum of the font, if there is one. */
  foundAt?: string;
}

/** The result for an edition. */
export interface VerifyResult {
  edition: string;
  /** Differences between the edition and its lock. */
  inconsistencies: readonly Inconsistency[];
  /** Fingerprint of its current data. */
  fingerprint?: string;
  /** Whether the fingerprint is the expected one and proves all earlier editions. */
  expected?: boolean;
  /** Why the expected fingerprint does not prove all earlier editions. */
  notProved?: readonly Message[];
  /** Digest of its current published files. */
  published?: string;
  /** Whether the digest is the expected one. */
  publishedExpected?: boolean;
  /** Gates that were waived when the edition was frozen, if any. */
  waived?: readonly WaivedGate[];
  /**
   * Files that were taken down from the edition. If a fingerprint is expected, the taken-down data files of all
   * previous editions are included.
   */
  takenDown: EditionTakedown[];
  /** Fonts that the edition or, if a fingerprint is expected, a previous edition does not contain. */
  fontsNotHeld: FontNotHeld[];
  /** Differences between this program and the program that built the published files. */
  madeDifferently: string[];
  /** The rebuilt published files. */
  rebuilt?: RebuiltFile[];
  passed: boolean;
}

export interface VerifyFileOptions {
  /** Folder of the dataset; by default `data`. */
  data?: string | undefined;
  file: string;
}

/** The result of searching the editions for a published file. */
export interface VerifyFileResult {
  file: string;
  sha256: string;
  /**
   * The editions that published the file, each with the name of the file in that edition: two editions can publish the
   * same bytes.
   */
  published: { edition: string; file: string }[];
  /** Editions that were not searched because their locks cannot be read. */
  notRead: string[];
}

/**
 * Verifies that frozen editions are consistent with their locks. Anyone with write access can make a new lock, so even
 * a consistent edition may have been changed. Only a fingerprint that was recorded elsewhere proves that an edition is
 * unchanged.
 *
 * @throws UserError when the edition does not exist, or the path of the editions is not a folder
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
 * @param edition name of an edition; by default all
 * @throws UserError when the edition does not exist, or the path of the editions is not a folder
 */
export async function consistencies(data: string, edition?: string): Promise<Consistency[]> {
  const { names, others } = await findEditions(data);
  const known = [...names, ...others];
  if (edition === DRAFT) throw new UserError(messageOf('draft-not-frozen'));
  if (edition !== undefined && !known.includes(edition))
    throw new UserError(messageOf('edition-or-file-unknown', { edition, known: names.join(', ') || 'none' }));
  const none = { file: '.', problem: 'extra', ...editionMessage('edition-is-none') } as const;
  const found: Consistency[] = [];
  for (const name of edition === undefined ? known : [edition])
    found.push(
      names.includes(name) ? await consistencyOf(name, data) : { edition: name, inconsistencies: [none] },
    );
  return found;
}

async function consistencyOf(edition: string, data: string): Promise<Consistency> {
  const outcome = await outcomeOf(findEdition(data, edition));
  if ('error' in outcome) {
    const why = outcome.error.problems.map((problem) => problem.message).join('; ');
    const message = editionMessage('edition-lock-unreadable', { why });
    return { edition, inconsistencies: [{ file: LOCK_FILE, problem: 'damaged', ...message }] };
  }
  const found = outcome.value;
  const read = await outcomeOf(readProgramme(data, edition));
  const programme = 'value' in read ? read.value : undefined;
  const problems = inconsistencies(found, {
    date: programme?.config.date,
    base: await baseOf(found.lock, data),
  });
  // Changed files are already reported. Unreadable data is reported as a separate problem only if no file has changed.
  if ('error' in read && problems.length === 0)
    problems.push({
      file: 'programme.yaml',
      problem: 'unreadable',
      ...editionMessage('edition-data-unreadable', { why: read.error.message }),
    });
  return { edition, inconsistencies: problems, found, ...(programme === undefined ? {} : { programme }) };
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
      takenDown: [],
      fontsNotHeld: [],
      madeDifferently: [],
      passed: false,
    };
  const { lock } = found;
  const fingerprint = foundFingerprint(found);
  const published = publishedDigest(firstPublishedSums(found));
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
    published,
    ...(expectPublished === undefined ? {} : { publishedExpected: isPublishedExpected }),
    inconsistencies: problems,
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

/**
 * The files taken down from an edition. In editions before the verified edition, only data files count, because the
 * published files of these editions prove nothing about the verified edition.
 */
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

/** The lock of the edition on which another edition is based; undefined if the lock cannot be read. */
async function baseOf({ base, edition }: Lock, data: string): Promise<Lock | undefined> {
  if (base === null || base.edition === edition) return undefined;
  const { names } = await findEditions(data);
  if (!names.includes(base.edition)) return undefined;
  return ifPossible(readLock(editionDir(data, base.edition)));
}

async function rebuiltOf(lock: Lock, programme: Programme, data: string, fingerprint: string) {
  const published = path.join(editionDir(data, programme.edition), PUBLISHED);
  const files = await rebuiltFiles(lock, programme, data, fingerprint);
  const results: RebuiltFile[] = [];
  for (const [file, sum] of Object.entries(presentPublished(lock))) {
    const content = files.get(file);
    const same = content !== undefined && sha256Of(content) === sum;
    const differs = content !== undefined && !same;
    const sameContent = differs && (await isCompressedOtherwise(published, file, sum, content));
    results.push({ file, same, ...(sameContent && { sameContent }) });
  }
  // Manifests are compared without checksums. A manifest is therefore reported as unchanged only if all the files that
  // it lists are unchanged.
  const isOther = results.some(({ same, sameContent }) => !same && !sameContent);
  return results.map(({ file, same, ...rest }) =>
    isOther && file === MANIFEST ? { file, same } : { file, same, ...rest },
  );
}

/** Whether a published file that matches its lock differs from the rebuilt file only in its compression. */
async function isCompressedOtherwise(folder: string, file: string, sum: string, content: Content) {
  const published = await readFile(path.join(folder, file)).catch(() => undefined);
  if (published === undefined || sha256Of(published) !== sum) return false;
  const { haveSameContent } = await import('./same-content.ts');
  return haveSameContent(file, published, bytesOf(content));
}

/** The rebuilt published files of an edition, keyed by path within the folder of published files. */
export async function rebuiltFiles(
  { edition, extracts }: Lock,
  programme: Programme,
  data: string,
  fingerprint: string,
): Promise<Map<string, Content>> {
  const source = editionDir(data, programme.edition);
  const look = await openLook(data, programme.edition);
  const earlier = await earlierEditions(edition, data);
  const options = { by: extracts, ...(await erratumOf(programme, data)) };
  return publishedContents(await buildEditionFiles(programme, source, earlier, look, fingerprint, options));
}

/**
 * Finds the editions that published a file, by its bytes.
 *
 * @throws UserError when the path does not refer to a file
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

/** Whether an argument on the command line is the path of a file rather than the name of an edition. */
export async function isFileInHand(words: string, data: string): Promise<boolean> {
  const { names, others } = await findEditions(data);
  if (words === DRAFT || names.includes(words) || others.includes(words)) return false;
  const found = await statIfThere(words);
  if (found === undefined) return false;
  if (!found.isFile()) throw new UserError(messageOf('file-to-verify-not-file', { file: words }));
  return true;
}
