import { LANGS, LANGUAGES } from '../../../languages/index.ts';
import { type Lang, weekdayOf } from '../../model/index.ts';
import { byLanguage } from '../by-language.ts';
import { daysFrom } from './selected-days.ts';
import { type Token, tellsDate, tokensOf } from './tokens.ts';

/** Days of the week, and groups of them, in all languages: the words of a phrase need not be in the language of its date. */
const NAMES = LANGS.flatMap((lang) => [
  ...LANGUAGES[lang].cldr.weekdays,
  LANGUAGES[lang].dates.read.recurring,
]).join('|');
const DAYS = new RegExp(`(?<![\\p{L}\\p{M}])(?:${NAMES})(?![\\p{L}\\p{M}])`, 'iu');
/** Their letters alone, which are asked for first: V8 takes long to make ready what asks for `\p{…}` in either case. */
const LETTERS = new RegExp(NAMES.replaceAll(/\\p\{L\}[*+]/g, ''), 'iu');
const namesDays = (words: string): boolean => LETTERS.test(words) && DAYS.test(words);
/** A day in short is one among few words: So is a Sunday in `außer So`, and none in a sentence. */
const FEW = 3;

/** Whether words tell something of when: a month, a day, a number, that it comes again. */
export function tellsWhen(words: string, lang: Lang): boolean {
  return namesDays(words) || tokensOf(words, lang).some(tellsDate) || comesAgain(words, lang);
}

const again = byLanguage(
  ({ dates: { read } }) =>
    new RegExp(`(?<![\\p{L}\\p{M}])(?:${read.every}|${read.recurring})(?![\\p{L}\\p{M}])`, 'iu'),
);

/** Whether words of a language that are no date say that one comes again: every, Mondays, ежедневно. */
export function comesAgain(words: string, lang: Lang): boolean {
  return again(lang).test(words);
}

/**
 * Whether words in brackets say on which days of the week something is, or is not: except Mondays, sauf le lundi, nur am Wochenende, кроме пн. EDTF cannot
 * say it.
 *
 * @param lang language of the phrase, whose days in short are known
 */
export function namesDaysOfWeek(words: string, lang: Lang | undefined): boolean {
  if (namesDays(words)) return true;
  if (lang === undefined || words.trim().split(/\s+/).length > FEW) return false;
  return tokensOf(words, lang).some(({ value }) => value.kind === 'weekday');
}

/**
 * Whether days of the week in brackets are those of the date itself: one day is what it is, whatever else is said of its week; of a few days the first
 * and the last are named, or each (`4–5 May (Sat, Sun)`).
 *
 * @param tokens what stands in the brackets
 */
export function saysItsDays(tokens: readonly Token[], edtf: string): boolean {
  const days = edtf.match(/\d{4}-\d\d-\d\d/g) ?? [];
  const [first = '', last = first] = [days[0], days.at(-1)];
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
