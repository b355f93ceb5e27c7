import { LANGUAGES } from '../../../languages/index.ts';
import type { Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';
import { inFull, withoutStops } from './abbreviations.ts';
import { type Alternative, alternativesIn, meaningOf } from './alternatives.ts';
import { isNumberWord } from './numbers.ts';
import { withoutNumerals } from './numerals.ts';
import { isNegation, isOnly } from './word-list.ts';

/** The meaning of a text, as far as it can be determined from the word lists of the language. */
export interface Reading {
  alternatives: readonly Alternative[];
  /** Number of negations; a restriction counts as two, because "only with a ticket" means "not without a ticket". */
  negations: number;
  /** Number of restrictions, such as "only for members" (but not "not only for members"). */
  limits: number;
  /** All words of the text except function words and currencies. */
  words: readonly WordInReading[];
  currencies: readonly string[];
}

export interface WordInReading {
  /** The word in lower case, or the meaning of an alternative. */
  word: string;
  written: string;
}

/** Determines the meaning of a text from the word lists of its language. */
export function readingOf(text: string, lang: Lang): Reading {
  const plain = withoutNumerals(text, lang);
  const alternatives = alternativesIn(plain, lang);
  const isMoney = ({ kind }: Alternative): boolean => kind === 'currency';
  let rest = '';
  for (const { start, end } of alternatives)
    if (start >= rest.length) rest += plain.slice(rest.length, start) + ' '.repeat(end - start);
  rest += plain.slice(rest.length);
  const words = [...rest.matchAll(/#|[\p{L}\p{M}\p{N}]+/gu)]
    // Several letters after a figure are an ordinal ending (1re), but a single letter is part of a name (room 2b).
    .filter(({ 0: word, index }) => word.length === 1 || rest[index - 1] !== '#')
    .filter(([word]) => !smallWords(lang).has(word.toLowerCase()) || isNegation(lang)(word))
    .map(({ 0: word, index }) => ({ start: index, word: word.toLowerCase(), written: word.toLowerCase() }));
  const told = alternatives
    .filter((one) => !isMoney(one))
    .map((one) => ({
      start: one.start,
      word: meaningOf(one),
      written: plain.slice(one.start, one.end).toLowerCase(),
    }));
  const isDuty = (at: number): boolean =>
    alternatives.some(({ kind, start, end }) => kind === 'duty' && start <= at && at < end);
  const limits = [...plain.matchAll(WORDS)].filter(
    ({ 0: word, index }, at, all) =>
      isOnly(lang)(word.toLowerCase()) && !isNegation(lang)(all[at - 1]?.[0] ?? '') && !isDuty(index),
  ).length;
  // A negation within an alternative ("not allowed") is part of that alternative and is not counted.
  const negations = [...plain.matchAll(LANGUAGES[lang].meaning.negations)].filter(
    ({ index }) => rest[index] !== ' ',
  );
  return {
    alternatives,
    limits,
    negations: negations.length + alternatives.filter(({ denies }) => denies).length + 2 * limits,
    words: [...words, ...told].sort((a, b) => a.start - b.start),
    currencies: alternatives.filter(isMoney).map(meaningOf),
  };
}

/** Whether a word is a number word; a phrase with a number, such as "first floor", is not. */
export const isNumeral = ({ written }: WordInReading, lang: Lang): boolean =>
  !written.includes(' ') && isNumberWord(written, lang);

export const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** The articles and function words of a language, in lower case. */
export const smallWords = byLanguage(
  ({ rules, articles }) => new Set([...rules.functionWords.split('|'), ...articles.split('|')]),
);

/** The words of a text except function words; abbreviations are expanded. */
export function contentWords(text: string, lang: Lang): string[] {
  return (text.toLowerCase().match(WORDS) ?? [])
    .filter((word) => !smallWords(lang).has(word))
    .map((word) => inFull(word, lang));
}

/** Converts a text to lower case and expands its abbreviations. */
export function spelledOut(text: string, lang: Lang): string {
  return withoutStops(text).replace(/\p{L}+/gu, (word) =>
    inFull(word.toLowerCase().replaceAll('ß', 'ss'), lang),
  );
}
