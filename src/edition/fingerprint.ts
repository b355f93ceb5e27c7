import { createHash } from 'node:crypto';

/** The data on which the fingerprint of an edition depends. */
export interface Fingerprinted {
  edition: string;
  /** YYYY-MM-DD */
  date: string;
  /** The previous edition. */
  base: { fingerprint: string } | null;
  /** SHA-256 checksums of all data files, by path within the edition's folder. */
  data: Readonly<Record<string, string>>;
}

/**
 * The fingerprint of an edition: the hexadecimal SHA-256 of lines that end in a line feed: `edition NAME`, `date
 * YYYY-MM-DD`, `base FINGERPRINT` (`base -` if there is none) and, for each data file, the output of `sha256sum`,
 * sorted by the bytes of the paths. The published files are not included, so that a change to the renderers does not
 * change the fingerprint.
 */
export function fingerprintOf({ edition, date, base, data }: Fingerprinted): string {
  const lines = [`edition ${edition}`, `date ${date}`, `base ${base?.fingerprint ?? '-'}`];
  return createHash('sha256')
    .update([...lines.map((line) => `${line}\n`), ...sumLines(data)].join(''))
    .digest('hex');
}

/** Checksums in the format of `sha256sum`, sorted by the bytes of the paths. */
export function sumLines(sums: Readonly<Record<string, string>>): string[] {
  return Object.entries(sums)
    .map(([path, sum]) => ({ path: Buffer.from(path), line: `${sum}  ${path}\n` }))
    .sort((a, b) => Buffer.compare(a.path, b.path))
    .map(({ line }) => line);
}
