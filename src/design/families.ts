/** The publisher's font families, from the design file and from the brand.yml file that it extends. */

import type { Message } from '../messages.ts';
import type { BrandFont, FontOfFile } from './file.ts';
import { messageOf } from './messages.ts';
import type { Family } from './schema.ts';

/** A font file of a family. */
interface FontFile {
  path: string;
  /** CSS font weight, from 1 to 1,000. */
  weight: number;
  italic: boolean;
}

/** The family that results from font files, and the files that the family does not use. */
export interface Letters {
  family: Family;
  unused: readonly string[];
}

const REGULAR = 400;
const BOLD = 700;
/** Minimum weight of bold fonts. */
const BOLD_FROM = 600;

/** Weights by their names in brand.yml. Variable fonts are not listed, because they have no single weight. */
const WEIGHTS: Readonly<Record<string, number>> = {
  thin: 100,
  'extra-light': 200,
  'ultra-light': 200,
  light: 300,
  normal: REGULAR,
  regular: REGULAR,
  medium: 500,
  'semi-bold': BOLD_FROM,
  'demi-bold': BOLD_FROM,
  bold: BOLD,
  'extra-bold': 800,
  'ultra-bold': 800,
  black: 900,
};

/** The family of a design file; undefined if it has no regular font. */
export function ownLetters({ family, files, web }: FontOfFile): Letters | undefined {
  const letters = lettersOf(
    family,
    files.map((file) =>
      typeof file === 'string'
        ? { path: file, weight: REGULAR, italic: false }
        : { path: file.path, weight: weightOf(file.weight), italic: file.style === 'italic' },
    ),
  );
  return letters && web ? { ...letters, family: { ...letters.family, web } } : letters;
}

/**
 * The family of a brand.yml file whose font files are in the folder of the dataset; undefined if it has no regular
 * font.
 */
export function brandLetters({ family, files = [] }: BrandFont): Letters | undefined {
  return lettersOf(
    family,
    files.map(({ path, weight, style }) => ({ path, weight: weightOf(weight), italic: style === 'italic' })),
  );
}

function weightOf(weight: string | number | undefined): number {
  const number = Number(weight);
  return Number.isNaN(number) ? (WEIGHTS[String(weight)] ?? REGULAR) : number;
}

/**
 * Selects the file with the nearest weight for each style. If there is no bold font, bold text is printed in the
 * regular font.
 */
function lettersOf(family: string, files: readonly FontFile[]): Letters | undefined {
  const nearest = (weight: number, italic: boolean): string | undefined => {
    const isBold = weight >= BOLD_FROM;
    const fit = files.filter((file) => file.italic === italic && file.weight >= BOLD_FROM === isBold);
    return fit.toSorted((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))[0]?.path;
  };
  const regular = nearest(REGULAR, false);
  if (regular === undefined) return undefined;
  const [bold = regular, italic, boldItalic] = [
    nearest(BOLD, false),
    nearest(REGULAR, true),
    nearest(BOLD, true),
  ];
  const used = [regular, bold, italic, boldItalic];
  return {
    family: {
      family,
      regular,
      bold,
      ...(italic === undefined ? {} : { italic }),
      ...(boldItalic === undefined ? {} : { boldItalic }),
    },
    unused: files.map(({ path }) => path).filter((path) => !used.includes(path)),
  };
}

/** Names of families in a CSS font list: `'Example Sans', Arial, sans-serif`. */
export function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((name) => name !== '');
}

/** The reason why a family of a brand.yml file cannot be used, with a hint; undefined if the family can be used. */
export function whyNotTaken({ family, source = 'file', files = [] }: BrandFont): Message | undefined {
  if (source === 'google' || source === 'bunny')
    return messageOf('family-on-network', { family, source: source === 'google' ? 'Google' : 'Bunny' });
  if (source !== 'file') return messageOf('family-files-elsewhere', { family });
  const outside = files.find(({ path }) => !/^fonts\/[^/\\]{1,100}$/.test(path));
  if (outside !== undefined) return messageOf('family-file-outside', { family, file: outside.path });
  return files.length > 0 ? undefined : messageOf('family-without-files', { family });
}
