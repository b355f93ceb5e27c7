import type { Language } from '../../../languages/index.ts';
import { fold, type Lang } from '../../model/index.ts';
import { datesIn } from '../../text/dates/index.ts';
import { byLanguage } from '../../text/index.ts';
import { numbersIn, withValues } from './numbers.ts';

/** The numbers, times of day and dates in a text. */
export interface Numerals {
  /** The dates, as EDTF with their weekdays, and all other numbers, times, months and weekdays, in order. */
  resolved: readonly string[];
  /** The text with each number, date or time replaced by `#`. */
  around: string;
}

/**
 * The numbers, times of day and dates in a text, regardless of their notation: 7 000 equals 7000, "two" equals 2, 7 pm
 * equals 19:00, and December 19 equals 19 December.
 *
 * @param year the year of the programme, for dates without a year
 * @param ones whether the words for "one" and "first" count as numbers (in some languages, "one" is also an article)
 */
export function numeralsOf(words: string, lang: Lang, year: number | undefined, ones = false): Numerals {
  const text = dayFirst(words, lang);
  const resolved: string[] = [];
  let around = '';
  let end = 0;
  const pass = (to: number): void => {
    const passed = text.slice(end, to);
    const figures = figuresIn(passed, lang, ones);
    resolved.push(...figures.map(({ value }) => value));
    around += inSigns(passed, figures);
  };
  for (const date of datesIn(text, { lang, ...(year !== undefined && { year }) })) {
    pass(date.start);
    resolved.push(date.weekdays === undefined ? date.edtf : date.edtf + JSON.stringify(date.weekdays));
    resolved.push(...hoursBesideDate(text.slice(date.start, date.end), lang));
    around += '#';
    end = date.end;
  }
  pass(text.length);
  return { resolved, around };
}

/** The numbers, times, months and weekdays in a text, in order, without combining them into dates. */
export function valuesIn(text: string, lang: Lang, ones: boolean): string[] {
  return figuresIn(text, lang, ones).map(({ value }) => value);
}

/**
 * The times of day in a date text, such as "24 September, 6 pm". Numbers such as 12.05 are ignored, because they can be
 * days.
 */
export function hoursBesideDate(words: string, lang: Lang): string[] {
  return clockTimesIn(words, lang)
    .filter(({ start, end }) => /[:\p{L}]/u.test(words.slice(start, end)))
    .map(({ value }) => value);
}

/** Replaces each number, time of day and date in a text with `#`. */
export function withoutNumerals(text: string, lang: Lang): string {
  return inSigns(text, figuresIn(text, lang, false)).replace(/#(?:[\s.,]*#)+/gu, '#');
}

const inSigns = (text: string, figures: readonly Figure[]): string =>
  withValues(
    text,
    figures.map((figure) => ({ ...figure, value: '#' })),
  );

/**
 * Rewrites "December 9" as "9 December" in languages that use both forms, because without a year only "9 December" is
 * parsed as a date.
 */
function dayFirst(text: string, lang: Lang): string {
  const { times, monthFirst } = timesOf(lang);
  if (!monthFirst) return text;
  return text.replace(/(\p{Lu}\p{Ll}+) (\d{1,2})(?![\p{L}\p{N}]|[.,:]\d)/gu, (found, month, day) =>
    times.get(fold(month))?.startsWith(MONTH) === true ? `${day} ${month}` : found,
  );
}

const MONTH = 'month ';
const WORD = /\p{L}[\p{L}\p{M}]*/gu;

interface Figure {
  start: number;
  end: number;
  value: string;
}

/** The numbers, times, months and weekdays in a text, in order. */
function figuresIn(text: string, lang: Lang, ones: boolean): Figure[] {
  const hours = clockTimesIn(text, lang);
  const inHours = new Set(
    hours.flatMap(({ start, end }) => [...Array(end - start).keys()].map((at) => start + at)),
  );
  const numbers = numbersIn(text, lang)
    .filter(({ start, isOne }) => (ones || !isOne) && !inHours.has(start))
    .map((number): Figure => withSign(text, number));
  const taken = new Set(numbers.map(({ start }) => start));
  const times = [...text.matchAll(WORD)].flatMap(({ 0: word, index: start }): Figure[] => {
    const value = taken.has(start) ? undefined : timeOf(word, lang);
    return value === undefined ? [] : [{ start, end: start + word.length, value }];
  });
  return [...hours, ...numbers, ...times].sort((a, b) => a.start - b.start);
}

/** The form in which a number is compared: 8.00 and 8,0 equal 8; 1,5 equals 1.5; 12+ does not equal 12. */
function withSign(text: string, { start, end, value }: Figure): Figure {
  const plain = value.replace(/^(-?\d+)[.,](\d{1,2})$/u, (_, whole, part) =>
    Number(part) === 0 ? whole : `${whole}.${part.replace(/0$/u, '')}`,
  );
  return text[end] === '+' ? { start, end: end + 1, value: `${plain}+` } : { start, end, value: plain };
}

/**
 * Maximum number of characters before a time of day that are searched for a currency. Without this limit, the search
 * would take quadratic time.
 */
const LONGEST_CURRENCY = 40;

/** The times of day in a text. A full hour is represented by its number: 19 Uhr, 19:00 and 7 pm are all 19. */
function clockTimesIn(text: string, lang: Lang): Figure[] {
  const { hour, morning, afternoon, money } = hourWordsOf(lang);
  return [...text.matchAll(hour)].flatMap(({ 0: words, index: start, groups }): Figure[] => {
    const { hours = '', minutes = groups?.written ?? '00', sign, next, later } = groups ?? {};
    // In "3–5 pm", the first time is pm too, but not in "11–2 pm".
    const half = groups?.half ?? (Number(next) > Number(hours) ? later : undefined);
    const end = start + words.length;
    const isTime = [sign, half, groups?.minutes, groups?.written].some((part) => part !== undefined);
    if (!isTime || Number(hours) > 24 || Number(minutes) > 59) return [];
    const before = text.slice(Math.max(0, start - LONGEST_CURRENCY), start);
    if (money.before.test(before) || money.after.test(text.slice(end))) return [];
    const isAfternoon = half !== undefined && afternoon.test(half) && !morning.test(half);
    // "am" and "pm" apply only to hours up to 12: "19 Uhr abends" is 19.
    const isHalf = half !== undefined && Number(hours) <= 12;
    const hour24 = isHalf ? (Number(hours) % 12) + (isAfternoon ? 12 : 0) : Number(hours);
    const value = `${hour24}${minutes === '00' ? '' : `:${minutes}`}`;
    return [{ start, end, value }];
  });
}

function anyOf(...words: readonly string[]): string {
  return words
    .join('|')
    .split('|')
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.').replaceAll('’', "[’']").replaceAll(' ', '\\s'))
    .join('|');
}

/** The source of a regular expression for currencies. */
export const moneyIn = ({ alternatives }: Language['meaning']): string =>
  anyOf(...alternatives.currency)
    .replaceAll('$', '\\$')
    .replaceAll('*', '\\p{L}*');

const hourWordsOf = byLanguage(({ dates, meaning }) => {
  const { hour, am, pm, parts } = dates.read.hours;
  const signs = anyOf(hour);
  const money = moneyIn(meaning);
  const [morning, afternoon] = [anyOf(am, parts.morning), anyOf(pm, parts.afternoon, parts.evening)];
  return {
    hour: new RegExp(
      `(?<![\\d.,:+/\\p{L}])(?<hours>\\d{1,2})(?:[:.](?<minutes>\\d\\d)|\\s?(?:${signs})\\s?(?<written>\\d\\d))?(?![\\d]|[.,:/+]\\d)(?:\\s?(?<sign>${signs})(?!\\p{L}))?(?:\\s?(?<half>${morning}|${afternoon})(?!\\p{L})|(?=\\s?[-–]\\s?(?<next>\\d{1,2})(?:[:.]\\d\\d)?\\s?(?<later>${morning}|${afternoon})(?!\\p{L}))|)(?!\\p{L})`,
      'giu',
    ),
    /** Currency signs and codes before or after a number, which is then not a time of day. */
    money: {
      before: new RegExp(`(?:${money})\\s?$`, 'iu'),
      after: new RegExp(`^\\s?(?:${money})(?!\\p{L})`, 'iu'),
    },
    morning: new RegExp(`^(?:${morning})$`, 'iu'),
    afternoon: new RegExp(`^(?:${afternoon})$`, 'iu'),
  };
});

function timeOf(word: string, lang: Lang): string | undefined {
  const { times, capitals } = timesOf(lang);
  return capitals && word.toLowerCase() === word ? undefined : times.get(fold(word));
}

/** The months and weekdays of a language by their case-folded names. */
const timesOf = byLanguage(({ cldr, dates }) => {
  const named = (names: readonly string[], prefix: string): [string, string][] =>
    names.flatMap((words, index) =>
      words
        .split('|')
        .filter((word) => word !== '' && !word.endsWith('.'))
        .map((word): [string, string] => [fold(word), `${prefix}${index + 1}`]),
    );
  return {
    times: new Map([
      ...named(cldr.months, MONTH),
      ...named(cldr.monthsAfterDay, MONTH),
      ...named(dates.read.months, MONTH),
      ...named(cldr.weekdays, 'weekday '),
      ...named(dates.read.weekdays, 'weekday '),
    ]),
    capitals: dates.read.capitalMonths,
    monthFirst: dates.read.monthFirst,
  };
});

/** Whether a word is the name of a month or weekday, in the singular or plural. */
export function isTimeWord(word: string, lang: Lang): boolean {
  const { times } = timesOf(lang);
  return times.has(fold(word)) || times.has(fold(word).replace(/s$/u, ''));
}
