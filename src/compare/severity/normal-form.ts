import type { Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';
import { valuesOfWords } from './numbers.ts';

/**
 * Converts the numbers and some phrases of a text to a normal form, so that different notations of the same value
 * become equal. "XXe siècle" becomes "20 siècle", "zweistündig" becomes "2-stündig", "1½" becomes "1,5", "half an hour"
 * becomes "30 minutes", and a telephone number becomes its digits.
 */
export function normalForm(text: string, lang: Lang): string {
  const { wordings, roman, ordinal, compound } = formsOf(lang);
  const plain = wordings
    .reduce((worded, [phrase, plainly]) => worded.replace(phrase, plainly), text)
    .replace(roman, (numeral) => String(romanValue(numeral)))
    .replace(ordinal, '')
    .replace(HALF, (_, whole: string) => `${whole},5`)
    .replace(TELEPHONE, (number) => number.replace(/[^+\d]/gu, ''));
  return compound === undefined
    ? plain
    : plain.replace(
        compound,
        (_, number: string) => `${valuesOfWords(lang).get(number.toLowerCase()) ?? number}-`,
      );
}

const HALF = /(?<![\d.,])(\d{1,3})\s?½/gu;
/**
 * A telephone number that begins with a trunk or international prefix and has at least nine digits, such as
 * 0841/305-1234 or 8 (342) 212-00-17.
 */
const TELEPHONE = /(?<![\p{L}\d.,/:-])(?:\+\d|\(?[08])(?:[ \u00a0\u202f()./‑–-]{0,3}\d){8,14}(?![\d:])/gu;

const formsOf = byLanguage(({ dates, meaning: { numbers, numberCompounds, wordings } }) => {
  const ending = dates.read.ordinalEnding;
  return {
    wordings: Object.entries(wordings).map(
      ([phrase, plainly]) => [new RegExp(`(?<!\\p{L})(?:${phrase})(?!\\p{L})`, 'giu'), plainly] as const,
    ),
    /** Roman numerals of at least two letters; a single letter can be an initial or a word. */
    roman: new RegExp(
      `(?<![\\p{L}\\p{M}\\d.])(?=[IVXХ]{2})[XХ]{0,3}(?:I[XХ]|IV|V?I{0,3})(?=(?![\\p{L}\\p{M}])|${ending})`,
      'gu',
    ),
    ordinal: new RegExp(`(?<=\\d)(?=[-‑–.]?[\\p{L}])${ending}`, 'gu'),
    compound:
      numberCompounds === undefined
        ? undefined
        : new RegExp(`(?<!\\p{L})(${Object.values(numbers).join('|')})(?=(?:${numberCompounds}))`, 'giu'),
  };
});

function romanValue(numeral: string): number {
  const digits = [...numeral].map((letter) => ({ I: 1, V: 5 })[letter] ?? 10);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}
