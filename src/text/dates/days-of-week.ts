import { LANGS, LANGUAGES } from '../../../languages/index.ts';
import { type Lang, weekdayOf } from '../../model/index.ts';
import { byLanguage } from '../by-language.ts';
import { daysFrom } from './selected-days.ts';
import { type Token, tellsDate, tokensOf } from './tokens.ts';

/**
 * Days of the week, and groups of them, in all languages, because such words can be in a language other than that of
 * the date.
 */
const NAMES = LANGS.flatMap((lang) => [
  ...LANGUAGES[lang].cldr.weekdays,
  LANGUAGES[lang].dates.read.recurring,
]).join('|');
const DAYS = new RegExp(`(?<![\\p{L}\\p{M}])(?:${NAMES})(?![\\p{L}\\p{M}])`, 'iu');
/**
 * A cheaper first test for days of the week, without `\p{…}`, because V8 is slow to compile case-insensitive patterns
 * that contain it.
 */
const LETTERS = new RegExp(NAMES.replaceAll(/\\p\{L\}[*+]/g, ''), 'iu');
const namesDays = (words: string): boolean => LETTERS.test(words) && DAYS.test(words);
/**
 * Maximum number of words of a text in which an abbreviated weekday counts: `So` is a Sunday in `außer So`, but not
 * in a sentence.
 */
const MAX_WORDS = 3;

/** Whether a text contains a month, a day, a number or a word for recurrence. */
export function tellsWhen(words: string, lang: Lang): boolean {
  return namesDays(words) || tokensOf(words, lang).some(tellsDate) || comesAgain(words, lang);
}

const again = byLanguage(
  ({ dates: { read } }) =>
    new RegExp(`(?<![\\p{L}\\p{M}])(?:${read.every}|${read.recurring})(?![\\p{L}\\p{M}])`, 'iu'),
);

/** Whether a text that is not a date contains a word for recurrence, such as "every", "Mondays" or "ежедневно". */
export function comesAgain(words: string, lang: Lang): boolean {
  return again(lang).test(words);
}

/**
 * Whether words in brackets state on which weekdays an event does or does not take place, such as `except Mondays`,
 * `sauf le lundi`, `nur am Wochenende` or `кроме пн`. EDTF cannot express this.
 *
 * @param lang language of the phrase; only abbreviations of weekdays in this language are recognised
 */
export function namesDaysOfWeek(words: string, lang: Lang | undefined): boolean {
  if (namesDays(words)) return true;
  if (lang === undefined || words.trim().split(/\s+/).length > MAX_WORDS) return false;
  return tokensOf(words, lang).some(({ value }) => value.kind === 'weekday');
}

/**
 * Whether the weekdays in brackets after a date are those of all its days. For a single day, the result is always true.
 * For several days, the brackets must name either the first and last weekday or all weekdays, as in `4–5 May (Sat,
 * Sun)`.
 *
 * @param tokens the tokens within the brackets
 */
export function saysItsDays(tokens: readonly Token[], edtf: string): boolean {
  const days = edtf.match(/\d{4}-\d\d-\d\d/g) ?? [];
  const [first, last = first] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return false;
  if (days.length === 1 && /^[\d-]+$/.test(edtf)) return true;
  const weekdays = tokens.flatMap(({ value }) => (value.kind === 'weekday' ? [value.weekday] : []));
  const isAll = tokens.every(({ value }) => ['weekday', 'small', 'mark'].includes(value.kind));
  const count = edtf.includes('/') ? daysFrom(first, last, 7)?.length : days.length;
  return (
    isAll &&
    count !== undefined &&
    count <= 7 &&
    (weekdays.length === 2 || weekdays.length === count) &&
    weekdays[0] === weekdayOf(first) &&
    weekdays.at(-1) === weekdayOf(last)
  );
}
