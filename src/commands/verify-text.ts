import { listed, printable } from '../errors.ts';
import type { Site } from './site.ts';
import type { FileVerification, Verification } from './verify.ts';

/** What was verified, as lines for a terminal. */
export function verificationText(
  editions: readonly Verification[],
  file?: FileVerification,
  site?: Site,
): string {
  const lines = [
    ...(file === undefined ? [] : fileLines(file)),
    ...editions.flatMap(editionLines),
    ...(site === undefined ? [] : siteLines(site)),
  ];
  return lines.length === 0 ? 'there is no edition' : lines.join('\n');
}

function fileLines({ file, published, notRead }: FileVerification): string[] {
  if (published !== undefined) return [`${file}: ${published.file} of edition ${published.edition}`];
  const unread = notRead.map((edition) => `  the lock of edition ${edition} cannot be read`);
  return [`${file}: NOT published with any edition`, ...unread];
}

function editionLines(verification: Verification): string[] {
  const { edition, fingerprint, expected, inconsistencies, keepsPublished, madeDifferently, rebuilt } =
    verification;
  const consistent = inconsistencies.length === 0 ? 'consistent' : 'NOT consistent';
  const anchor = expected === undefined ? '' : expected ? ': the expected one' : ': NOT the expected one';
  return [
    `edition ${edition}: ${consistent} with its lock`,
    ...(fingerprint === undefined ? [] : [`  fingerprint ${fingerprint}${anchor}`]),
    ...inconsistencies.map(({ file, field, message }) =>
      field === undefined ? `  ${file}: ${message}` : `  ${file}: ${field} ${message}`,
    ),
    ...(keepsPublished || fingerprint === undefined
      ? []
      : ['  a lock of version 1: what was published is known by its sums alone, and the lock has no seal']),
    ...(rebuilt ?? []).map(
      ({ file, same }) => `  built again, ${file}: ${same ? 'the same bytes' : 'other bytes'}`,
    ),
    ...(madeDifferently.length === 0
      ? []
      : [`  published by another version: ${madeDifferently.join(', ')}`]),
  ];
}

/** The folder for the web: a person needs to know that it is behind, not by how many copies of one file. */
function siteLines({ folder, made, differences }: Site): string[] {
  const name = printable(folder);
  if (!made) return [`${name}, the folder for the web, is not made: \`programme verify --publish\` makes it`];
  if (differences.length === 0) return [`${name} is what the editions give`];
  const files = differences.map(({ file, problem }) => `${printable(file)} (${problem})`);
  return [
    `${name} is NOT what the editions give: ${listed(files, 5)}`,
    '  `programme verify --publish` mends it',
  ];
}
