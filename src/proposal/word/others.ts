/** What stands in a Word file outside the texts that are found again. */
import type { WordParagraph } from '../../read/docx/model.ts';
import { stampsOf, wordsIn } from '../../read/docx/settle.ts';
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
    const words = otherWords(wordsIn([paragraph], 'accepted'));
    const stamps = stampsOf([paragraph]);
    const isOurs = stamps.length === 0 && wordsOf(words).every(isKnown);
    if (words === '' || isOurs || seen.has(words)) return [];
    seen.add(words);
    return [{ words, where: 'head or foot of the pages', ...authorOf(stamps, false) }];
  });
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
