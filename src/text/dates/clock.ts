import { type DateRole, LANGUAGES } from '../../../languages/index.ts';
import {
  type HoursFound,
  hoursIn,
  hoursInLanguage,
  LANGS,
  type Lang,
  LIMITS,
  parseTimePhrase,
} from '../../model/index.ts';
import { monthNames } from './lexicon.ts';
import { tokensOf } from './tokens.ts';

/** A date and its times of day, each as written. */
export interface DateAndClock {
  date: string;
  time: string;
}

const hourWords = (
  ...keys: readonly ('hour' | 'am' | 'pm' | 'noon' | 'midnight' | 'at' | 'sign' | 'from' | 'to')[]
): string[] =>
  LANGS.flatMap((lang) => keys.flatMap((key) => LANGUAGES[lang].dates.read.hours[key]?.split('|') ?? []));

/** Words before times of day, in all languages. */
const CLOCK = {
  // Only the first word for "at" in each language has no additional meaning. The other words in the list, such as
  // "around", also have another meaning.
  at: LANGS.flatMap((lang) => {
    const { at, sign = '' } = LANGUAGES[lang].dates.read.hours;
    const [first = ''] = at.split('|');
    return sign.split('|').includes(first) ? [] : first;
  }).join('|'),
  from: hourWords('from').join('|'),
  to: hourWords('to').join('|'),
} as const;

/** Those words for "at" that do not also mean "to". */
const AT = CLOCK.at
  .split('|')
  .filter((word) => !CLOCK.to.split('|').includes(word))
  .join('|');

/**
 * A cheap first test for times of day in a text in lower case; most cells contain none. (V8 compiles case-insensitive
 * patterns slowly.)
 */
const CLOCK_IN_LOWER_CASE = new RegExp(
  `\\d\\s?:\\d\\d|(?<![\\d-])\\d\\d?-(?:00|15|30|45)(?![\\d-])|(?<!\\p{L})(?:${hourWords(
    'hour',
    'am',
    'pm',
    'noon',
    'midnight',
    'sign',
  )
    .concat(
      LANGS.flatMap((lang) => {
        const { before, after } = LANGUAGES[lang].dates.read.hours;
        return [...before, ...after].flatMap(([words]) => words.split('|'));
      }),
    )
    .map((words) => words.toLowerCase().replaceAll(/[ ’.-]+/g, '\\W*'))
    .join('|')})(?!\\p{L})`,
  'u',
);
const isLikeClock = (words: string): boolean => CLOCK_IN_LOWER_CASE.test(words.toLowerCase());

/** Finds the times of day in a date text, each with the words that introduce it, such as "from" and "at". */
function hoursBeside(words: string, lang: Lang | undefined): readonly HoursFound[] {
  if (!isLikeClock(words)) return [];
  const hours = lang === undefined ? [] : hoursInLanguage(words, lang);
  return lang !== undefined && hours.length > 0 && isOfDates(restOf(words, hours), lang)
    ? hours
    : hoursIn(words, lang);
}

/** Whether every word has a meaning in the dates of a language. The words then contain no times of another language. */
function isOfDates(words: string, lang: Lang): boolean {
  return tokensOf(words, lang).every(({ value }) => value.kind !== 'word');
}

/** Removes times, and the separators before them, from a text. */
function restOf(words: string, all: readonly HoursFound[]): string {
  // Times after "except Sunday" exclude only a part of that day. Such times are not removed, so that the date cannot be
  // parsed.
  const found = all.filter(({ start }) => !EXCEPT.test(words.slice(0, start)));
  let rest = '';
  let from = 0;
  for (const { start, end } of found) {
    rest += `${words.slice(from, start).replace(SIGNS, '')} `;
    from = end;
  }
  return rest + words.slice(from);
}

/**
 * Offsets of the times of day in running text, each including the separator before it. A number within a time is not
 * the number of a day.
 */
export function hoursInText(text: string, lang: Lang): { start: number; end: number }[] {
  // Most texts contain no digits and therefore no days; testing for digits is cheaper than testing for words.
  if (!/\d/.test(text) || !isLikeClock(text)) return [];
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) =>
    hoursInLanguage(sentence, lang).map(({ start, end }) => ({
      start: index + sentence.slice(0, start).replace(SIGNS, '').length,
      end: index + end,
    })),
  );
}

const SENTENCE = /.+?(?:[.!?](?=\s)|$)/gmu;

/** Removes the times of day, and the separators before them, from a date text. */
export function withoutHours(words: string, lang: Lang): string {
  const found = isLikeClock(words) ? hoursInLanguage(words, lang) : [];
  return found.length === 0 ? (dottedHours(words)?.date ?? words) : restOf(words, found);
}

/**
 * Splits a text into a date and the times of day before or after it, as in `Sa, 4. Mai, 19.30–21 Uhr`, `4 mai de 14h à
 * 18h (complet)` and `20h30, samedi 4 mai`. Undefined if there are several times, or if the time might apply to only
 * some of several dates.
 *
 * @param isDate whether a text is a date
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
  const daily = DAILY_BEHIND.exec(words.slice(hours.end))?.[0] ?? '';
  const before = words.slice(0, hours.start).replace(DAILY_BEFORE, '');
  const [start, after] = [before.length, words.slice(hours.end + daily.length)];
  if (more !== undefined || EXCEPT.test(before) || (start > 0 && /\d/.test(after.replaceAll(BRACKETS, ''))))
    return undefined;
  const all = start === 0 ? after.replace(JOINT, '') : `${before.replace(SIGNS, '')}${after}`;
  const date = all.replace(EMPTY_BRACKETS, '').trim();
  const time = words
    .slice(start, hours.end + daily.length)
    .replace(LEADING, '')
    .trim();
  return isDate(date) ? { date, time } : undefined;
}

/** The source of a pattern for the small words of dates, in all languages, that have one of the given roles. */
const small = (...roles: readonly DateRole[]): string =>
  `(?:${LANGS.flatMap((lang) => roles.flatMap((role) => LANGUAGES[lang].dates.read.small[role] || [])).join('|')})`;

/** Words at the end of a date which state that the times apply to every day, such as "täglich" and "jeweils". */
const DAILY_BEFORE = new RegExp(`(?<=[\\s,;–—-])(?:${small('daily', 'lead')}[\\s,;–—-]+)+$`, 'iu');
const DAILY_BEHIND = new RegExp(`^\\s*${small('daily')}(?![\\p{L}]|\\s*\\d)`, 'iu');
/** The separator between times and the date after them: punctuation, and words such as "on" and "the". */
const JOINT = new RegExp(`^\\s*[,·•|–—-]?\\s*(?:${small('lead', 'article', 'day')}\\s+)*`, 'iu');

/** A word for "except" with a weekday at the end of a text. */
const EXCEPT = new RegExp(`(?<!\\p{L})${small('except')}[\\s\\p{L}.]+$`, 'iu');
const SIGNS = /(?:[\s,;·•|–—-]|(?<=\s)\/)+$/;
const BRACKETS = /\([^)]*\)/g;
const EMPTY_BRACKETS = /\s*\(\s*\)/;
/** A word for "at" before a time, unless the figures after it could be days, as in "в 17-30". */
const LEADING = new RegExp(`^(?:@\\s*|(?:${CLOCK.at})\\s+)(?=\\d)(?!\\d\\d?-[1-5])`, 'iu');

/**
 * Texts in which all numbers are times with a full stop, as in `4 мая, 18.00 и 20.00` or `4. Mai (Einlass 19.00, Beginn
 * 20.00)`. The second pattern is for times after a date without a year: the minutes then must not be the number of a
 * month.
 */
const [DOTTED_TIMES, DOTTED_NO_MONTHS] = ['[0-5]\\d', '(?:00|1[3-9]|[2-5]\\d)'].map(
  (minutes) =>
    new RegExp(
      `^(?=[\\p{L}\\d])\\D*(?:(?<!\\d)(?:(?:[01]?\\d|2[0-4])\\s?[–—-]\\s?)?(?:[01]?\\d|2[0-4])\\.${minutes}(?!\\d)\\D*)+$`,
      'u',
    ),
);
/** A month without a day has no time: in `Mai 20.30`, the number before the full stop may be the day. */
const MONTHS: ReadonlySet<string> = new Set(LANGS.flatMap(monthNames).map((month) => month.toLowerCase()));
const AFTER_YEAR = /\d{4}(?:\s?\p{L}\.?)?$/u;

/**
 * A range of two numbers after a day with its month or year, as in `1–3 May, daily 10–18` and `5 мая с 10 до 17`, or a
 * number after "at". The numbers can be hours. Without a comma, there must be words for "from" and "to".
 */
const BARE_HOURS = new RegExp(
  `^(.*(?<!\\d)\\d{1,2}(?!\\d).*(?:\\p{L}|\\d)\\.?)(?:,\\s*((?:${small('daily', 'lead')}\\s+)*(?:(?:${CLOCK.from})\\s+)?(\\d{1,2})\\s?(?:[-–—]|${CLOCK.to})\\s?(\\d{1,2}))|,?\\s+((?:${CLOCK.from})\\s+\\d{1,2}\\s+(?:${CLOCK.to})\\s+\\d{1,2}|(?:${AT})\\s+\\d{1,2}))$`,
  'iu',
);

/**
 * A time at the end of a text, and words in brackets after it. If these words contain a time, as in `(doors 18.30)`,
 * they are part of the time.
 */
const BEFORE_BRACKET = /^(.*\d\.\d\d)(\s*\([^()]*\))$/u;

function dottedHours(words: string): DateAndClock | undefined {
  // Longer texts are not dates, and the patterns take quadratic time.
  if (words.length > LIMITS.dateCharacters) return undefined;
  const [, main, bracket = ''] = BEFORE_BRACKET.exec(words) ?? [];
  const found = main === undefined ? undefined : dottedAtEnd(main);
  if (found === undefined) return dottedAtEnd(words);
  const { date, time } = found;
  return /\d\.\d\d\)$/.test(bracket) ? { date, time: time + bracket } : { date: date + bracket, time };
}

function dottedAtEnd(words: string): DateAndClock | undefined {
  if (/\d\.\d\d\)?$/.test(words)) return dottedTimes(words);
  if (!/(?<!\d)\d\d?$/.test(words)) return undefined;
  const [, before = '', range, from, to, led] = BARE_HOURS.exec(words) ?? [];
  const areDays = Number(to) > Number(from) && Number(to) <= 12;
  const time = led ?? (areDays || Number(to) > 24 ? undefined : range);
  return time === undefined ? undefined : { date: before.replace(SIGNS, ''), time };
}

/**
 * Splits a text into a date and the times at its end: at the first separator after a number that is followed only by
 * times.
 */
function dottedTimes(words: string): DateAndClock | undefined {
  for (const { index, 0: sign } of words.matchAll(/[\s,;(]+/gu)) {
    const date = words.slice(0, index).replace(SIGNS, '');
    const rest = words.slice(index + sign.length);
    const time = (sign.includes('(') ? rest.replace(/\)$/, '') : rest).replace(LEADING, '');
    if (date === '' || MONTHS.has(date.toLowerCase()) || /^[^(]*\)/.test(time)) continue;
    const pattern = AFTER_YEAR.test(date) ? DOTTED_TIMES : DOTTED_NO_MONTHS;
    if (pattern?.test(time) !== true) continue;
    const phrase = parseTimePhrase(time);
    if ('hours' in phrase || ('unclear' in phrase && phrase.unclear)) return { date, time };
  }
  return undefined;
}

/**
 * Whether a text consists only of times of day, in any language, such as `dès 18h`, `9h-12h / 14h-18h`, `ab 20 Uhr`,
 * `10:00 и 14:00`, `noon` and `at 7.45`. Impossible times (`25 Uhr`) count as times.
 *
 * @param mayBeBare whether times without a time marker (such as a colon, h or Uhr) count, as in `10–18`
 */
export function isClocks(words: string, mayBeBare = false): boolean {
  if (!mayBeBare && !isLikeClock(words) && !DOTTED.test(words)) return false;
  return LANGS.some((lang) => {
    const phrase = parseTimePhrase(words, lang);
    if (!('hours' in phrase)) return 'wrong' in phrase || phrase.unclear === true;
    return phrase.hours.some(({ doors, start, end }) => (doors ?? start ?? end) !== undefined);
  });
}

/** Whether a text consists only of a part of the day, in any language, such as `Matin` and `Nachmittag`. */
export function isPartOfDay(words: string): boolean {
  return PARTS_OF_DAY.has(words.trim().toLowerCase());
}

const PARTS_OF_DAY: ReadonlySet<string> = new Set(
  LANGS.flatMap((lang) => {
    const { parts, noon } = LANGUAGES[lang].dates.read.hours;
    return [...Object.values(parts), noon].flatMap((words) => words.split('|'));
  }),
);

const DOTTED = /(?<![\d.])\d{1,2}\.\d\d(?![\d.])/;
