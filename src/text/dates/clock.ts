import { type DateRole, LANGUAGES } from '../../../languages/index.ts';
import {
  type HoursFound,
  hoursIn,
  hoursInLanguage,
  LANGS,
  type Lang,
  parseTimePhrase,
} from '../../model/index.ts';
import { afterSign, type Reader, readingOf, skipRoles } from './reader.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A date and the times of day beside it, each in the words as they stand. */
export interface DateAndClock {
  date: string;
  time: string;
}

const clockOf = (key: 'at' | 'from' | 'to'): string =>
  LANGS.map((lang) => LANGUAGES[lang].dates.read.clock[key]).join('|');

/** Words before clock times in all languages. */
const CLOCK = {
  at: clockOf('at'),
  from: clockOf('from'),
  to: clockOf('to'),
} as const;

/** What could be a time of day, seen without reading: most cells have nothing of the kind. */
const LIKE_A_CLOCK = new RegExp(
  `\\d\\s?:\\d\\d|(?<!\\p{L})(?:${LANGS.map((lang) => LANGUAGES[lang].dates.read.hour.replaceAll('.', '').replaceAll(' ', '\\W?')).join('|')})(?!\\p{L})`,
  'iu',
);

/** The times of day that stand in words of a date, with what leads to them (from, at). */
function hoursBeside(words: string, lang: Lang | undefined): HoursFound[] {
  if (!LIKE_A_CLOCK.test(words)) return [];
  const own = lang === undefined ? [] : hoursInLanguage(words, lang);
  return lang !== undefined && own.length > 0 && isOfDates(restOf(words, own), lang)
    ? own
    : hoursIn(words, lang);
}

/** Whether every word is one of dates in a language: no other language can read more hours among them. */
function isOfDates(words: string, lang: Lang): boolean {
  return tokensOf(words, lang).every(({ value }) => value.kind !== 'word');
}

/** What words say besides the hours in them, without a sign before each of those. */
function restOf(words: string, found: readonly HoursFound[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of found) {
    rest += `${words.slice(from, start).replace(SIGNS, '')} `;
    from = end;
  }
  return rest + words.slice(from);
}

/** Words of a date without the times of day in them, and without a sign before each of those. */
export function withoutHours(words: string, lang: Lang): string {
  const found = LIKE_A_CLOCK.test(words) ? hoursInLanguage(words, lang) : [];
  return found.length === 0 ? (dottedHours(words)?.date ?? words) : restOf(words, found);
}

/**
 * Words that are a date with times of day before it or behind it, apart: `Sa, 4. Mai, 19.30–21 Uhr`, `4 mai de 14h à 18h (complet)`,
 * `20h30, samedi 4 mai`. Undefined where times stand in several places, or a date behind them may have none: they are not of the whole date.
 *
 * @param isDate whether words are a date
 * @param lang language of the words, which is tried before the others
 */
export function dateAndHours(
  words: string,
  isDate: (words: string) => boolean,
  lang?: Lang,
): DateAndClock | undefined {
  const found = hoursBeside(words, lang);
  const [hours, more] = found;
  const dotted = hours === undefined ? dottedHours(words) : undefined;
  if (hours === undefined) return dotted !== undefined && isDate(dotted.date) ? dotted : undefined;
  const [start, end] = [startOfDaily(words.slice(0, hours.start), lang), endOfDaily(words, hours.end, lang)];
  const [before, after] = [words.slice(0, start).replace(SIGNS, ''), words.slice(end)];
  if (more !== undefined || (before !== '' && /\d/.test(after.replaceAll(BRACKETS, '')))) return undefined;
  const date = before === '' ? afterJoint(after, lang) : `${before}${after}`.trim();
  const time = words.slice(start, end).replace(LEADING, '').trim();
  return isDate(date) ? { date, time } : undefined;
}

/** Where words begin that say at the end of a date that the hours behind them are those of each day: `täglich`, `jeweils`. */
function startOfDaily(words: string, lang: Lang | undefined): number {
  for (const one of lang === undefined ? LANGS : [lang]) {
    const tokens = tokensOf(words, one);
    let at = tokens.length;
    while (at > 1 && has(tokens[at - 1], 'daily', 'lead')) at -= 1;
    const first = tokens[at];
    if (first !== undefined) return first.start;
  }
  return words.length;
}

/** Where such words end behind hours. */
function endOfDaily(words: string, from: number, lang: Lang | undefined): number {
  for (const one of lang === undefined ? LANGS : [lang]) {
    const [first, another] = tokensOf(words.slice(from), one);
    if (first !== undefined && has(first, 'daily') && another?.value.kind !== 'number')
      return from + first.end;
  }
  return from;
}

function has(token: Token | undefined, ...roles: readonly DateRole[]): boolean {
  return token?.value.kind === 'small' && token.value.roles.some((role) => roles.includes(role));
}

const SIGNS = /[\s,;–—-]+$/;
const BRACKETS = /\([^)]*\)/g;
/** At, where figures follow. */
const LEADING = new RegExp(`^(?:@\\s*|(?:${CLOCK.at})\\s+)(?=\\d)`, 'iu');

/** Times with a full stop at the end of words, behind a year, or with minutes that are no month: 4 мая, 18.00; Sa 4. Mai 19.30–21.00. */
const [BEHIND_YEAR, BEHIND_DATE] = [
  ['\\d{4}', '[0-5]\\d'],
  ['\\S', '(?:00|1[3-9]|[2-5]\\d)'],
].map(([before, minutes]) => {
  const time = `(?:[01]?\\d|2[0-4])\\.${minutes}`;
  return new RegExp(
    `^(.*?${before})[\\s,;]+(?:(?:${CLOCK.at})\\s+)?((?:(?:${CLOCK.from})\\s+)?${time}(?:\\s?(?:[-–—]|${CLOCK.to})\\s?${time})?)$`,
    'iu',
  );
});

function dottedHours(words: string): DateAndClock | undefined {
  if (!/\d\.\d\d$/.test(words)) return undefined;
  const [, before, time] = BEHIND_YEAR?.exec(words) ?? BEHIND_DATE?.exec(words) ?? [];
  const date = before?.replace(SIGNS, '') ?? '';
  return time !== undefined && /\d/.test(date) ? { date, time } : undefined;
}

/** A date behind times of day without what joins the two: a sign, `on`, `the`. */
function afterJoint(words: string, lang: Lang | undefined): string {
  for (const one of lang === undefined ? LANGS : [lang]) {
    const tokens = tokensOf(words, one);
    const reader: Reader = { tokens, ...readingOf(one, {}, false) };
    const next = skipRoles(reader, afterSign(reader, 0), 'lead', 'article', 'day');
    if (next > 0) return words.slice(tokens[next]?.start ?? words.length).trim();
  }
  return words.trim();
}

/**
 * Whether words are times of day in any of the languages and nothing else: `dès 18h`, `9h-12h / 14h-18h`, `ab 20 Uhr`, `10:00 и 14:00`, `noon`, `at 7.45`. Those that
 * no day has (`25 Uhr`) are meant to be some.
 */
export function isClocks(words: string): boolean {
  if (!LIKE_A_CLOCK.test(words) && !DOTTED.test(words)) return false;
  return LANGS.some((lang) => {
    const phrase = parseTimePhrase(words, lang);
    if (!('hours' in phrase)) return 'wrong' in phrase || phrase.unclear === true;
    return phrase.hours.some(({ doors, start, end }) => (doors ?? start ?? end) !== undefined);
  });
}

const DOTTED = /(?<![\d.])\d{1,2}\.\d\d(?![\d.])/;
