/** What stands in a Word file outside the texts that are found again. */
import { stampsOf, type WordCell, type WordParagraph, wordsIn } from '../../read/docx/index.ts';
import type { Remainder } from '../schema.ts';
import { authorOf } from './authors.ts';

/** A paragraph without the number of its page. */
export function otherWords(words: string): string {
  return words
    .replaceAll('\n', ' ')
    .replace(/(?:\s+\d+)+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words of a paragraph in full, where they were not sent so. */
export function notSent(
  paragraph: WordParagraph,
  expected: ReadonlySet<string>,
  at: Partial<Remainder> = {},
): Remainder[] {
  const [now, before] = [wordsIn([paragraph], 'accepted'), wordsIn([paragraph], 'rejected')];
  const where = paragraph.aside === undefined ? {} : { where: paragraph.aside };
  const by = authorOf(stampsOf([paragraph]), false);
  if (now === '') return before === '' ? [] : [{ words: before, where: 'taken out', ...by }];
  return now === before && expected.has(otherWords(now)) ? [] : [{ words: now, ...at, ...where, ...by }];
}

/** What stands beside the text of cells, such as in text boxes. */
export function besideText(
  cells: readonly (WordCell | undefined)[],
  at: Partial<Remainder> = {},
): Remainder[] {
  return cells.flatMap((cell) => cell?.asides.flatMap((aside) => notSent(aside, NOTHING, at)) ?? []);
}

const NOTHING: ReadonlySet<string> = new Set();

/** Share of common words from which two texts are versions of one. */
export const ALIKE_FROM = 0.3;

/** How many of the words of two texts are common: 0 none, 1 all. */
export function shareOfWords(a: string, b: string): number {
  const [own, other] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  if (own === undefined || other === undefined || own.size === 0 || other.size === 0) return 0;
  const common = [...own].filter((word) => other.has(word)).length;
  return common / Math.max(own.size, other.size);
}

/**
 * What somebody wrote at the head or foot of pages. What the program prints there are words of the cover and of headings, which may be cut
 * off, and numbers.
 *
 * @param others everything that was printed beside events
 */
export function writtenInMargins(margins: readonly WordParagraph[], others: readonly string[]): Remainder[] {
  const known = new Set(others.flatMap(wordsOf));
  const isKnown = (word: string): boolean =>
    known.has(word) || [...known].some((own) => own.startsWith(word));
  const seen = new Set<string>();
  return margins.flatMap((paragraph) => {
    const words = wordsIn([paragraph], 'accepted');
    const stamps = stampsOf([paragraph]);
    const isOurs = stamps.length === 0 && wordsOf(words).every(isKnown);
    if (words === '' || isOurs || seen.has(words)) return [];
    seen.add(words);
    return [{ words, where: 'head or foot of the pages', ...authorOf(stamps, false) }];
  });
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
