import type { Lang } from '../model/text.ts';

/** No-break space. */
export const NBSP = '\u00a0';
/** Narrow no-break space. */
export const NARROW_NBSP = '\u202f';

/** A pair of quotation marks; French ones stand off from the words by a no-break space. */
export interface QuotationMarks {
  open: string;
  close: string;
  /** Space inside the marks. */
  space: string;
}

/** How a language sets its texts. */
export interface Typography {
  /** Quotation marks, outer and inner. */
  quotes: readonly [outer: QuotationMarks, inner: QuotationMarks];
  /** Punctuation marks that take a no-break space before them, and which one. */
  spaceBefore: ReadonlyMap<string, string>;
  /** The dash between words. */
  dash: string;
}

const HIGH_MARKS = new Map([
  [':', NBSP],
  [';', NARROW_NBSP],
  ['!', NARROW_NBSP],
  ['?', NARROW_NBSP],
  ['»', NBSP],
]);

/**
 * Conventions of the languages: English as the Interinstitutional Style Guide of the European Union sets it, with double quotation
 * marks outside; French after the Lexique des règles typographiques en usage à l'Imprimerie nationale; Russian after Milchin's
 * handbook for publishers.
 */
export const TYPOGRAPHY: Readonly<Record<Lang, Typography>> = {
  en: {
    quotes: [
      { open: '“', close: '”', space: '' },
      { open: '‘', close: '’', space: '' },
    ],
    spaceBefore: new Map(),
    dash: '–',
  },
  fr: {
    quotes: [
      { open: '«', close: '»', space: NBSP },
      { open: '“', close: '”', space: '' },
    ],
    spaceBefore: HIGH_MARKS,
    dash: '–',
  },
  ru: {
    quotes: [
      { open: '«', close: '»', space: '' },
      { open: '„', close: '“', space: '' },
    ],
    spaceBefore: new Map(),
    dash: '—',
  },
};

/** Stretches of a text that are addresses of the web or of mail: typography leaves them alone. */
export function addressesIn(words: string): { start: number; end: number }[] {
  if (!/@|:\/\/|www\./i.test(words)) return [];
  return [...words.matchAll(/(?:https?:\/\/|www\.)[^\s»”"]+|[^\s@,;()]+@[^\s@,;()]+\.[^\s@,;()]+/giu)].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
}
