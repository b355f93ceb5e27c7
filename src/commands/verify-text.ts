import type { FileVerification, Verification } from './verify.ts';

/** What was verified, as lines for a terminal. */
export function verificationText(editions: readonly Verification[], file?: FileVerification): string {
  const lines = [...(file === undefined ? [] : fileLines(file)), ...editions.flatMap(editionLines)];
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
