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
  return lines.length === 0 ? 'there are no editions' : lines.map((line) => printable(line)).join('\n');
}

/**
 * Whether the result could be mistaken for proof that the published files are unchanged, although these files were only
 * compared with the lock.
 */
function comparedWithLock(editions: readonly VerifyResult[], file?: VerifyFileResult): boolean {
  return editions.some(
    ({ published, expected, publishedExpected }) =>
      published !== undefined &&
      publishedExpected === undefined &&
      (expected !== undefined || file !== undefined),
  );
}

function fileLines({ file, published, notRead }: VerifyFileResult): string[] {
  const unread = notRead.map((edition) => `  unreadable lock: edition ${edition}`);
  const found = published.map((one) => `${file}: ${one.file} of edition ${one.edition}`);
  return [...(found.length > 0 ? found : [`${file}: NOT a published file of any edition`]), ...unread];
}

function editionLines(verification: VerifyResult): string[] {
  const { edition, fingerprint, inconsistencies, madeDifferently } = verification;
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
    ...(verification.rebuilt ?? []).map(
      ({ file, same, sameContent }) =>
        `  rebuilt, ${file}: ${same ? 'same bytes' : sameContent ? 'same content, compressed by another version of Node' : 'DIFFERENT bytes'}`,
    ),
    ...(madeDifferently.length === 0
      ? []
      : [`  published with other versions: ${listed(madeDifferently, 3)}`]),
  ];
}

/** The gates that were waived when an edition was frozen, each with the person and the reason. */
export function waivedLines(waived: readonly WaivedGate[] = []): string[] {
  return waived.map(({ gate, by, why }) => printable(`frozen without the gate ${gate}, by ${by}: ${why}`));
}

function fingerprintResult({ expected, notProved, takenDown }: VerifyResult): string {
  if (expected === undefined) return '';
  if (notProved !== undefined) return `: not verified: ${notProved.map(({ message }) => message).join('; ')}`;
  return expected ? `: as expected${exceptFor(takenDown)}` : ': NOT as expected';
}

function publishedLines({ published, publishedExpected, takenDown }: VerifyResult): string[] {
  if (published === undefined)
    return publishedExpected === undefined
      ? []
      : ['  published files: not verified, because its lock cannot be read'];
  const removed = takenDown.filter(({ file }) => file.startsWith(`${PUBLISHED}/`));
  const result =
    publishedExpected === undefined
      ? ''
      : publishedExpected
        ? `: as expected${exceptFor(removed)}`
        : ': NOT as expected';
  return [`  published files ${published}${result}`];
}

/** What an expected checksum does not prove: the content that files had before their takedown. */
function exceptFor(takenDown: readonly EditionTakedown[]): string {
  if (takenDown.length === 0) return '';
  const dates = [...new Set(takenDown.map(({ date }) => date))].sort();
  const files = takenDown.length === 1 ? '1 file' : `${takenDown.length} files`;
  const content = takenDown.length === 1 ? 'its original content' : 'their original content';
  return `, except ${files} taken down on ${dates.join(' and ')}: ${content} cannot be verified`;
}

function takedownLine({ edition, file, sum, date, by, why }: EditionTakedown, verified: string): string {
  const of = edition === verified ? '' : `edition ${edition}, `;
  const how = sum === undefined ? 'removed' : 'replaced';
  return `${of}${file}: taken down on ${date} and ${how}, by ${by}: ${why}`;
}

function notHeldLine({ edition, file, sum, foundAt }: FontNotHeld, verified: string): string {
  const of = edition === verified ? '' : `edition ${edition}, `;
  const where =
    foundAt === undefined ? `not in fonts/ either; its SHA-256 checksum is ${sum}` : `found in ${foundAt}`;
  return `${of}${file}: font not included in the edition; ${where}`;
}

/** The state of the web folder, and its first differences from the frozen editions. */
function siteLines({ folder, made, differences }: Site): string[] {
  if (!made) return [`the web folder ${folder} does not exist; \`programme verify --publish\` creates it`];
  if (differences.length === 0) return [`${folder} is up to date`];
  const files = differences.map(
    ({ file, problem }) => `${file}${file === '' ? '' : ' '}(${PROBLEMS[problem]})`,
  );
  const isMended = differences.some(({ problem }) => problem !== 'blocked' && problem !== 'name');
  return [
    `${folder} is NOT up to date: ${listed(files, 5)}`,
    ...(isMended ? ['  `programme verify --publish` updates it'] : []),
  ];
}

const PROBLEMS: Readonly<Record<SiteDifference['problem'], string>> = {
  missing: 'missing',
  changed: 'changed',
  extra: 'extra',
  link: 'a link',
  blocked: 'blocked by another file or folder; remove it by hand',
  name: 'its name is not valid UTF-8; remove it by hand',
};

/** Describes a difference that remains after publishing. */
export function siteDifference({ file, problem }: SiteDifference): string {
  return `not changed: ${printable(file)} (${PROBLEMS[problem]})`;
}
