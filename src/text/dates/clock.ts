import { type DateRole, LANGUAGES } from '../../../languages/index.ts';
import {
  type HoursFound,
  hoursIn,
  hoursInLanguage,
  LANGS,
  type Lang,
  parseTimePhrase,
} from '../../model/index.ts';
import { tokensOf } from './tokens.ts';

/** A date and the times of day beside it, each in the words as they stand. */
export interface DateAndClock {
  date: string;
  time: string;
}

const hourWords = (
  ...keys: readonly ('hour' | 'am' | 'pm' | 'noon' | 'midnight' | 'at' | 'from' | 'to')[]
): string[] =>
  LANGS.flatMap((lang) => keys.flatMap((key) => LANGUAGES[lang].dates.read.hours[key].split('|')));

/** Words before clock times in all languages. */
const CLOCK = {
  // The first is the plain word: others, such as around, say more.
  at: LANGS.map((lang) => LANGUAGES[lang].dates.read.hours.at.split('|')[0]).join('|'),
  from: hourWords('from').join('|'),
  to: hourWords('to').join('|'),
} as const;

/** What could be a time of day, seen without reading: most cells have nothing of the kind. */
const LIKE_A_CLOCK = new RegExp(
  `\\d\\s?:\\d\\d|(?<!\\p{L})(?:${hourWords('hour', 'am', 'pm', 'noon', 'midnight')
    .map((words) => words.replaceAll('.', '').replaceAll(/[ ’-]/g, '\\W?'))
    .join('|')})(?!\\p{L})`,
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

/** Where times of day stand in running text, each with a sign before it: what is left names days. */
export function hoursInText(text: string, lang: Lang): { start: number; end: number }[] {
  // Most texts have no figure, without which no day is named: the test of the words costs more.
  if (!/\d/.test(text) || !LIKE_A_CLOCK.test(text)) return [];
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) =>
    hoursInLanguage(sentence, lang).map(({ start, end }) => ({
      start: index + sentence.slice(0, start).replace(SIGNS, '').length,
      end: index + end,
    })),
  );
}

const SENTENCE = /.+?(?:[.!?](?=\s)|$)/gmu;

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
  const daily = DAILY_BEHIND.exec(words.slice(hours.end))?.[0] ?? '';
  const before = words.slice(0, hours.start).replace(DAILY_BEFORE, '');
  const [start, after] = [before.length, words.slice(hours.end + daily.length)];
  if (more !== undefined || (start > 0 && /\d/.test(after.replaceAll(BRACKETS, '')))) return undefined;
  const date = start === 0 ? after.replace(JOINT, '').trim() : `${before.replace(SIGNS, '')}${after}`.trim();
  const time = words
    .slice(start, hours.end + daily.length)
    .replace(LEADING, '')
    .trim();
  return isDate(date) ? { date, time } : undefined;
}

/** Small words of dates in all languages, as a pattern. */
const small = (...roles: readonly DateRole[]): string =>
  `(?:${LANGS.flatMap((lang) => roles.flatMap((role) => LANGUAGES[lang].dates.read.small[role] || [])).join('|')})`;

/** Words at the end of a date, and behind the hours, that say that these are those of each day: `täglich`, `jeweils`. */
const DAILY_BEFORE = new RegExp(`(?<=[\\s,;–—-])(?:${small('daily', 'lead')}[\\s,;–—-]+)+$`, 'iu');
const DAILY_BEHIND = new RegExp(`^\\s*${small('daily')}(?![\\p{L}]|\\s*\\d)`, 'iu');
/** What joins a date to the hours before it: a sign, `on`, `the`. */
const JOINT = new RegExp(`^\\s*[,–—-]?\\s*(?:${small('lead', 'article', 'day')}\\s+)*`, 'iu');

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
