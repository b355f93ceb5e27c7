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
import { tokensOf } from './tokens.ts';

/** A date and its times of day, each in the original words. */
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
  // Only the first of these words is neutral; the others, such as "around", add a meaning.
  at: LANGS.flatMap((lang) => {
    const { at, sign = '' } = LANGUAGES[lang].dates.read.hours;
    const [first = ''] = at.split('|');
    return sign.split('|').includes(first) ? [] : first;
  }).join('|'),
  from: hourWords('from').join('|'),
  to: hourWords('to').join('|'),
} as const;

/** A cheap test for a possible time of day; most cells contain none. */
const LIKE_A_CLOCK = new RegExp(
  `\\d\\s?:\\d\\d|(?<![\\d-])\\d\\d?-(?:00|15|30|45)(?![\\d-])|(?<!\\p{L})(?:${hourWords(
    'hour',
    'am',
    'pm',
    'noon',
    'midnight',
    'sign',
  )
    .map((words) => words.replaceAll('.', '').replaceAll(/[ ’-]/g, '\\W?'))
    .join('|')})(?!\\p{L})`,
  'iu',
);

/** Finds the times of day in the words of a date, with leading words such as from and at. */
function hoursBeside(words: string, lang: Lang | undefined): readonly HoursFound[] {
  if (!LIKE_A_CLOCK.test(words)) return [];
  const own = lang === undefined ? [] : hoursInLanguage(words, lang);
  return lang !== undefined && own.length > 0 && isOfDates(restOf(words, own), lang)
    ? own
    : hoursIn(words, lang);
}

/** Whether every word is a date word of a language, so that no other language can find more times among them. */
function isOfDates(words: string, lang: Lang): boolean {
  return tokensOf(words, lang).every(({ value }) => value.kind !== 'word');
}

/** Removes times, and the separators before them, from words. */
function restOf(words: string, all: readonly HoursFound[]): string {
  // Times after "except Sunday" exclude only a part of the day, so they are not removed; the date then cannot be
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
 * Offsets of the times of day in running text, each with the separator before it; only numbers outside them can be
 * days.
 */
export function hoursInText(text: string, lang: Lang): { start: number; end: number }[] {
  // Most texts have no digits and therefore no days. Testing the words would be more expensive.
  if (!/\d/.test(text) || !LIKE_A_CLOCK.test(text)) return [];
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) =>
    hoursInLanguage(sentence, lang).map(({ start, end }) => ({
      start: index + sentence.slice(0, start).replace(SIGNS, '').length,
      end: index + end,
    })),
  );
}

const SENTENCE = /.+?(?:[.!?](?=\s)|$)/gmu;

/** The words of a date without its times of day and without the separators before these times. */
export function withoutHours(words: string, lang: Lang): string {
  const found = LIKE_A_CLOCK.test(words) ? hoursInLanguage(words, lang) : [];
  return found.length === 0 ? (dottedHours(words)?.date ?? words) : restOf(words, found);
}

/**
 * Splits words into a date and the times of day before or after it: `Sa, 4. Mai, 19.30–21 Uhr`, `4 mai de 14h à 18h
 * (complet)`, `20h30, samedi 4 mai`. Undefined if there are several times, or if a date after the first might have no
 * time of its own: the time then does not apply to every date.
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

/** Creates a pattern for small date words with the given roles, in all languages. */
const small = (...roles: readonly DateRole[]): string =>
  `(?:${LANGS.flatMap((lang) => roles.flatMap((role) => LANGUAGES[lang].dates.read.small[role] || [])).join('|')})`;

/** Words at the end of a date that state that the times apply to each day, such as "täglich" and "jeweils". */
const DAILY_BEFORE = new RegExp(`(?<=[\\s,;–—-])(?:${small('daily', 'lead')}[\\s,;–—-]+)+$`, 'iu');
const DAILY_BEHIND = new RegExp(`^\\s*${small('daily')}(?![\\p{L}]|\\s*\\d)`, 'iu');
/** The separator between times and a date after them: punctuation and words such as "on" and "the". */
const JOINT = new RegExp(`^\\s*[,·•|–—-]?\\s*(?:${small('lead', 'article', 'day')}\\s+)*`, 'iu');

/** A word for "except" and a weekday, at the end of the words. */
const EXCEPT = new RegExp(`(?<!\\p{L})${small('except')}[\\s\\p{L}.]+$`, 'iu');
const SIGNS = /[\s,;·•|–—-]+$/;
const BRACKETS = /\([^)]*\)/g;
const EMPTY_BRACKETS = /\s*\(\s*\)/;
/** A word for "at" before figures, unless the figures could be days, as in "в 17-30". */
const LEADING = new RegExp(`^(?:@\\s*|(?:${CLOCK.at})\\s+)(?=\\d)(?!\\d\\d?-[1-5])`, 'iu');

/**
 * Times with a full stop and no other numbers; behind a date without a year, their minutes cannot be a month (4 мая,
 * 18.00 и 20.00; Sa 4. Mai 19.30–21.00; 4. Mai (Einlass 19.00, Beginn 20.00)).
 */
const [DOTTED_TIMES, DOTTED_NO_MONTHS] = ['[0-5]\\d', '(?:00|1[3-9]|[2-5]\\d)'].map(
  (minutes) =>
    new RegExp(`^(?=[\\p{L}\\d])\\D*(?:(?<!\\d)(?:[01]?\\d|2[0-4])\\.${minutes}(?!\\d)\\D*)+$`, 'u'),
);
const AFTER_YEAR = /\d{4}(?:\s?\p{L}\.?)?$/u;

/** Two numbers after a comma that follows a day and its month or year, which are no days: 1–3 May, daily 10–18. */
const BARE_HOURS = new RegExp(
  `^(.*(?<!\\d)\\d{1,2}(?!\\d).*(?:\\p{L}|\\d{4})\\.?),\\s*((?:${small('daily', 'lead')}\\s+)*(?:(?:${CLOCK.from})\\s+)?(\\d{1,2})\\s?(?:[-–—]|${CLOCK.to})\\s?(\\d{1,2}))$`,
  'iu',
);

/** A time at the end of the words, and a bracket after it, which belongs to the time if it contains one: (doors 18.30). */
const BEFORE_BRACKET = /^(.*\d\.\d\d)(\s*\([^()]*\))$/u;

function dottedHours(words: string): DateAndClock | undefined {
  // Longer words are no date, and the patterns take quadratic time.
  if (words.length > LIMITS.dateCharacters) return undefined;
  const [, main, bracket = ''] = BEFORE_BRACKET.exec(words) ?? [];
  const found = main === undefined ? undefined : dottedAtEnd(main);
  if (found === undefined) return dottedAtEnd(words);
  const { date, time } = found;
  return /\d\.\d\d\)$/.test(bracket) ? { date, time: time + bracket } : { date: date + bracket, time };
}

function dottedAtEnd(words: string): DateAndClock | undefined {
  if (/\d\.\d\d\)?$/.test(words)) return dottedTimes(words);
  const [, before = '', time = '', from, to] = BARE_HOURS.exec(words) ?? [];
  const areDays = Number(to) > Number(from) && Number(to) <= 12;
  return time !== '' && !areDays && Number(to) <= 24 ? { date: before.replace(SIGNS, ''), time } : undefined;
}

/** The times at the end of the words, from the first separator behind a number after which all words are times. */
function dottedTimes(words: string): DateAndClock | undefined {
  for (const { index, 0: sign } of words.matchAll(/[\s,;(]+/gu)) {
    const date = words.slice(0, index).replace(SIGNS, '');
    if (!/\d/.test(date)) continue;
    const rest = words.slice(index + sign.length);
    const time = (sign.includes('(') ? rest.replace(/\)$/, '') : rest).replace(LEADING, '');
    const pattern = AFTER_YEAR.test(date) ? DOTTED_TIMES : DOTTED_NO_MONTHS;
    if (pattern?.test(time) !== true) continue;
    const phrase = parseTimePhrase(time);
    if ('hours' in phrase || ('unclear' in phrase && phrase.unclear)) return { date, time };
  }
  return undefined;
}

/**
 * Whether words are only times of day, in any language: `dès 18h`, `9h-12h / 14h-18h`, `ab 20 Uhr`, `10:00 и 14:00`,
 * `noon`, `at 7.45`. Impossible times (`25 Uhr`) count as times.
 */
export function isClocks(words: string): boolean {
  if (!LIKE_A_CLOCK.test(words) && !DOTTED.test(words)) return false;
  return LANGS.some((lang) => {
    const phrase = parseTimePhrase(words, lang);
    if (!('hours' in phrase)) return 'wrong' in phrase || phrase.unclear === true;
    return phrase.hours.some(({ doors, start, end }) => (doors ?? start ?? end) !== undefined);
  });
}

/** Whether words are only a part of the day, in any language: Matin, Nachmittag. */
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
