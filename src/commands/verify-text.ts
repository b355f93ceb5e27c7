import { PUBLISHED, type WaivedGate } from '../edition/index.ts';
import { listed, printable } from '../errors.ts';
import type { Site, SiteDifference } from './site.ts';
import type { EditionTakedown, FontNotHeld, VerifyFileResult, VerifyResult } from './verify.ts';

/** The result of verification as lines for a terminal, with escaped file names. */
export function verificationText(
  editions: readonly VerifyResult[],
  file?: VerifyFileResult,
  site?: Site,
): string {
  const lines = [
    ...(file === undefined ? [] : fileLines(file)),
    ...editions.flatMap(editionLines),
    ...(site === undefined ? [] : siteLines(site)),
    ...(comparedWithLock(editions, file) ? ['published files: compared with the lock only'] : []),
  ];
  return lines.length === 0 ? 'there is no edition' : lines.map((line) => printable(line)).join('\n');
}

/**
 * Whether the result could be mistaken for proof of the published files, although they were compared only with the
 * lock.
 */
function comparedWithLock(editions: readonly VerifyResult[], file?: VerifyFileResult): boolean {
  return editions.some(
    ({ keepsPublished, expected, publishedExpected }) =>
      keepsPublished && publishedExpected === undefined && (expected !== undefined || file !== undefined),
  );
}

function fileLines({ file, published, notRead }: VerifyFileResult): string[] {
  const unread = notRead.map((edition) => `  the lock of edition ${edition} cannot be read`);
  const found = published.map((own) => `${file}: ${own.file} of edition ${own.edition}`);
  return [...(found.length > 0 ? found : [`${file}: NOT published with any edition`]), ...unread];
}

function editionLines(verification: VerifyResult): string[] {
  const { edition, fingerprint, inconsistencies, keepsPublished, madeDifferently } = verification;
  const consistent = inconsistencies.length === 0 ? 'consistent' : 'NOT consistent';
  return [
    `edition ${edition}: ${consistent} with its lock`,
    ...(fingerprint === undefined ? [] : [`  fingerprint ${fingerprint}${fingerprintResult(verification)}`]),
    ...publishedLines(verification),
    ...inconsistencies.map(({ file, field, message }) =>
      field === undefined ? `  ${file}: ${message}` : `  ${file}: ${field} ${message}`,
    ),
    ...waivedLines(verification.waived).map((line) => `  ${line}`),
    ...verification.takenDown.map((takedown) => `  ${takedownLine(takedown, edition)}`),
    ...verification.fontsNotHeld.map((font) => `  ${notHeldLine(font, edition)}`),
    ...(keepsPublished || fingerprint === undefined
      ? []
      : ['  frozen with a lock of version 1: what was published is known by its sums alone']),
    ...(verification.rebuilt ?? []).map(
      ({ file, same }) => `  built again, ${file}: ${same ? 'the same bytes' : 'other bytes'}`,
    ),
    ...(madeDifferently.length === 0
      ? []
      : [`  published by another version: ${madeDifferently.join(', ')}`]),
  ];
}

/** The gates that were waived when an edition was frozen, each with person and reason. */
export function waivedLines(waived: readonly WaivedGate[] = []): string[] {
  return waived.map(({ gate, by, why }) => printable(`frozen without the gate ${gate}, by ${by}: ${why}`));
}

function fingerprintResult({ expected, notProved, takenDown }: VerifyResult): string {
  if (expected === undefined) return '';
  if (notProved !== undefined) return `: not proved: ${notProved.map(({ message }) => message).join('; ')}`;
  return expected ? `: the expected one${exceptFor(takenDown)}` : ': NOT the expected one';
}

function publishedLines({ published, publishedExpected, takenDown }: VerifyResult): string[] {
  if (published === undefined)
    return publishedExpected === undefined
      ? []
      : ['  published files: not proved: the edition does not hold them'];
  const own = takenDown.filter(({ file }) => file.startsWith(`${PUBLISHED}/`));
  const result =
    publishedExpected === undefined
      ? ''
      : publishedExpected
        ? `: the expected ones${exceptFor(own)}`
        : ': NOT the expected ones';
  return [`  published files ${published}${result}`];
}

/** What an expected checksum does not prove: the content of files before their takedown. */
function exceptFor(takenDown: readonly EditionTakedown[]): string {
  if (takenDown.length === 0) return '';
  const dates = [...new Set(takenDown.map(({ date }) => date))].sort();
  const files = takenDown.length === 1 ? '1 file' : `${takenDown.length} files`;
  const content = takenDown.length === 1 ? 'its first content' : 'their first content';
  return `, but for ${files} taken down on ${dates.join(' and ')}: ${content} cannot be proved`;
}

function takedownLine({ edition, file, sum, date, by, why }: EditionTakedown, verified: string): string {
  const of = edition === verified ? '' : `edition ${edition}, `;
  const how = sum === undefined ? 'removed' : 'replaced';
  return `${of}${file}: taken down on ${date} and ${how}, by ${by}: ${why}`;
}

function notHeldLine({ edition, file, sum, foundAt }: FontNotHeld, verified: string): string {
  const of = edition === verified ? '' : `edition ${edition}, `;
  const where =
    foundAt === undefined
      ? `not in fonts/ either; its SHA-256 sum is ${sum}`
      : `the same bytes are in ${foundAt}`;
  return `${of}${file}: a font that the edition does not hold; ${where}`;
}

/** The state of the web folder: it is enough to report that it is outdated, without the number of outdated copies. */
function siteLines({ folder, made, differences }: Site): string[] {
  if (!made)
    return [`${folder}, the folder for the web, is not made: \`programme verify --publish\` makes it`];
  if (differences.length === 0) return [`${folder} is what the editions give`];
  const files = differences.map(
    ({ file, problem }) => `${file}${file === '' ? '' : ' '}(${PROBLEMS[problem]})`,
  );
  const isMended = differences.some(({ problem }) => problem !== 'blocked' && problem !== 'name');
  return [
    `${folder} is NOT what the editions give: ${listed(files, 5)}`,
    ...(isMended ? ['  `programme verify --publish` mends it'] : []),
  ];
}

const PROBLEMS: Readonly<Record<SiteDifference['problem'], string>> = {
  missing: 'missing',
  changed: 'changed',
  extra: 'extra',
  link: 'a link',
  blocked: 'something else is in its place: remove it yourself',
  name: 'its name is not UTF-8: remove it yourself',
};

/** A difference that remains after publishing. */
export function siteDifference({ file, problem }: SiteDifference): string {
  return `left as it was: ${printable(file)} (${PROBLEMS[problem]})`;
}
