import { createHash } from 'node:crypto';

/** What the fingerprint of an edition depends on. */
export interface Fingerprinted {
  edition: string;
  /** YYYY-MM-DD */
  date: string;
  /** The edition before it; its fingerprint where it is known. */
  base: { fingerprint?: string | undefined } | null;
  /** SHA-256 sums of all data files, by path inside the edition's folder. */
  data: Readonly<Record<string, string>>;
}

/**
 * The fingerprint of an edition: SHA-256, hexadecimal, over lines that end in a line feed: `edition NAME`, `date YYYY-MM-DD`,
 * `base FINGERPRINT` (`base -` where there is none) and for each data file, in the order of the bytes of the paths, what `sha256sum`
 * prints. The published files are not part of it: a better renderer does not make another edition.
 */
export function fingerprintOf({ edition, date, base, data }: Fingerprinted): string {
  const lines = [`edition ${edition}`, `date ${date}`, `base ${base?.fingerprint ?? '-'}`];
  return createHash('sha256')
    .update([...lines.map((line) => `${line}\n`), ...sumLines(data)].join(''))
    .digest('hex');
}

/** Sums by path as `sha256sum` prints them, in the order of the bytes of the paths. */
export function sumLines(sums: Readonly<Record<string, string>>): string[] {
  return Object.entries(sums)
    .map(([path, sum]) => ({ path: Buffer.from(path), line: `${sum}  ${path}\n` }))
    .sort((a, b) => Buffer.compare(a.path, b.path))
    .map(({ line }) => line);
}
