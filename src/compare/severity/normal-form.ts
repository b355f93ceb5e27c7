import type { Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';
import { numbersIn, valuesOfWords, withValues } from './numbers.ts';
import { hoursBesideDate } from './numerals.ts';

/**
 * Converts the numbers and some phrases of a text to a normal form, so that different notations of the same value
 * become equal. "XXe siècle" becomes "20 siècle", "zweistündig" becomes "2-stündig", "1½" becomes "1,5", "half an hour"
 * and "30 minutes" become "0:30 h", and a telephone number becomes its digits.
 *
 * @param other the other version of the text, which can tell whether "half past six" is in the morning or the evening
 */
export function normalForm(text: string, lang: Lang, other = ''): string {
  const { wordings, past, roman, ordinal, compound, duration, unit } = formsOf(lang);
  const hours = hoursBesideDate(other.replace(/(?<=\d)\.(?=\d\d)/gu, ':'), lang);
  const inWords = (words: string): string =>
    wordings.reduce((worded, [phrase, plainly]) => worded.replace(phrase, plainly), words);
  const atTime = (words: string, [phrase, minutes]: (typeof past)[number]): string =>
    words.replace(phrase, (_, hour: string) => {
      const time = 60 * Number(valuesOfWords(lang).get(hour.toLowerCase()) ?? hour) + minutes;
      const [early, late] = [time, time + 12 * 60].map(
        (one) => `${Math.floor(one / 60)}:${String(one % 60).padStart(2, '0')}`,
      );
      return (hours.includes(`${late}`) ? late : early) ?? '';
    });
  const plain = inWords(inDigits(past.reduce(atTime, inWords(text)), lang))
    .replace(roman, (numeral) => String(romanValue(numeral)))
    .replace(ordinal, '')
    .replace(HALF, (_, whole = '0') => `${whole},5`)
    .replace(TELEPHONE, (number) => number.replace(/[^+\d]/gu, ''));
  const digits =
    compound === undefined
      ? plain
      : plain.replace(
          compound,
          (_, number: string) => `${valuesOfWords(lang).get(number.toLowerCase()) ?? number}-`,
        );
  return digits.replace(duration, (found, hours = '0', more?: string, only?: string) => {
    const minutes = Math.round(60 * Number(hours.replace(',', '.'))) + Number(more ?? only ?? 0);
    if (more === undefined && only === undefined && /^\d+$/u.test(hours)) return found;
    const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
    return `${Math.floor(minutes / 60)}${rest} ${unit}`;
  });
}

/** Writes the numbers of a text in digits, except "one" and "half". */
function inDigits(text: string, lang: Lang): string {
  return withValues(
    text,
    numbersIn(text, lang).filter(({ isOne, value }) => !isOne && value !== '0.5'),
  );
}

const HALF = /(?<![\d.,])(?:(\d{1,3})\s?)?½/gu;
/**
 * A telephone number that begins with a trunk or international prefix and has at least nine digits, such as
 * 0841/305-1234 or 8 (342) 212-00-17.
 */
const TELEPHONE = /(?<![\p{L}\d.,/:-])(?:\+\d|\(?[08])(?:[ \u00a0\u202f()./‑–-]{0,3}\d){8,14}(?![\d:])/gu;

const formsOf = byLanguage(({ dates, meaning: { numbers, numberCompounds, wordings, alternatives } }) => {
  const ending = dates.read.ordinalEnding;
  const { before, after, hour } = dates.read.hours;
  const number = `\\d{1,2}|${Object.values(numbers).join('|')}`;
  const [minutes = '', hours = ''] = alternatives.duration.map((words) => words.replaceAll('*', '\\p{L}*'));
  return {
    /** Phrases for minutes before or after an hour. */
    past: [
      ...before.map(([words, minutes]) => [`(?:${words})\\s?(${number})`, minutes] as const),
      ...after.map(([words, minutes]) => [`(${number})\\s(?:(?:${hour})\\s)?(?:${words})`, minutes] as const),
    ].map(
      ([phrase, minutes]) =>
        [new RegExp(`(?<![\\p{L}\\d])(?:${phrase})(?![\\p{L}\\d])`, 'giu'), minutes] as const,
    ),
    wordings: Object.entries(wordings).map(
      ([phrase, plainly]) => [new RegExp(`(?<!\\p{L})(?:${phrase})(?!\\p{L})`, 'giu'), plainly] as const,
    ),
    /** Roman numerals of at least two letters; a single letter can be an initial or a word. */
    roman: new RegExp(
      `(?<![\\p{L}\\p{M}\\d.])(?=[IVXХ]{2})[XХ]{0,3}(?:I[XХ]|IV|V?I{0,3})(?=(?![\\p{L}\\p{M}])|${ending})`,
      'gu',
    ),
    ordinal: new RegExp(`(?<=\\d)(?=[-‑–.]?[\\p{L}])${ending}`, 'gu'),
    /** A length of time in hours, in hours and minutes, or in minutes. */
    duration: new RegExp(
      `(?<![\\d.,:])(?:(\\d{1,3}(?:[.,]\\d)?)[\\s\u00a0-]?(?:${hours})\\.?(?!\\p{L})(?:,?\\s\\p{L}{0,3}\\s?(\\d{1,2})\\s?(?:${minutes})\\.?)?|(\\d{1,3})[\\s\u00a0-]?(?:${minutes})\\.?)(?![\\p{L}\\d])`,
      'giu',
    ),
    unit: hours.split('|')[0] ?? '',
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
