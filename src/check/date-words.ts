import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, perObject } from '../model/index.ts';
import { comesAgain, hoursInText, type Token, tellsDate, tokensOf } from '../text/dates/index.ts';
import type { PrintedText } from './texts.ts';

/** The words in a date cell that do not belong to a date. */
export interface ForeignWords {
  /** The ranges of the words that do not belong to a date, including the brackets around them. */
  stretches: { start: number; end: number }[];
  /** Whether the other words in the cell contain a date. */
  tellsDate: boolean;
  /** Whether the words describe a recurring date, such as "every Tuesday". */
  comesAgain: boolean;
}

/** Words, in any language, that refer to another source for the date instead of stating it. */
const REFERENCE = new RegExp(
  `^(?:${LANGS.map((lang) => LANGUAGES[lang].dates.read.reference.replaceAll('.', '\\.')).join('|')})(?=\\s)`,
  'iu',
);

/** Finds the words of a date cell that are not date words in the language of the cell. */
export const foreignWords = perObject(({ words, lang }: PrintedText): ForeignWords => {
  const hours = hoursInText(words, lang);
  const tokens = tokensOf(words, lang).filter(
    (token) => !hours.some(({ start, end }) => start <= token.start && token.end <= end),
  );
  const reference = REFERENCE.exec(words);
  const stretches = reference === null ? [] : [{ start: 0, end: reference[0].length }];
  tokens.forEach(({ value, start, end }, index) => {
    if (!isForeign(value)) return;
    const last = stretches.at(-1);
    if (last !== undefined && isForeign(tokens[index - 1]?.value)) last.end = end;
    else stretches.push({ start, end });
  });
  return {
    comesAgain: comesAgain(words, lang),
    stretches: stretches.map((stretch) => withBrackets(words, stretch)),
    tellsDate: tokens.some(tellsDate),
  };
});

/**
 * Whether a token is not part of a date. A label such as `Date:`, which the date parser skips, counts as foreign,
 * because it only repeats the column heading.
 */
function isForeign(value: Token['value'] | undefined): boolean {
  return value?.kind === 'word' || value?.kind === 'label';
}

function withBrackets(
  words: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const bracketed = words[start - 1] === '(' && words[end] === ')';
  return bracketed ? { start: start - 1, end: end + 1 } : { start, end };
}
