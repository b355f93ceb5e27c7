import type { Language } from '../../../languages/index.ts';
import { fold, type Lang } from '../../model/index.ts';
import { datesIn } from '../../text/dates/index.ts';
import { byLanguage } from '../../text/index.ts';
import { numbersIn } from './numbers.ts';

/** Numbers, hours and dates in a text. */
export interface Numerals {
  /** Dates as EDTF with their weekdays, and the other numbers, months and weekdays, in order. */
  resolved: readonly string[];
  /** Numbers, months and weekdays as written, in order. */
  written: readonly string[];
  /** The text around the resolved figures. */
  around: string;
}

/**
 * The numbers, hours and dates of a text, regardless of notation: 7 000 is 7000, two is 2, 7 pm is 19:00, December 19
 * is 19 December.
 *
 * @param year year of the programme, for dates without a year
 * @param ones whether the words "one" and "first" are numbers: one is also an article
 */
export function numeralsOf(words: string, lang: Lang, year: number | undefined, ones = false): Numerals {
  const text = dayFirst(words, lang);
  const resolved: string[] = [];
  let around = '';
  let end = 0;
  const pass = (to: number): void => {
    const passed = text.slice(end, to);
    let from = 0;
    for (const figure of figuresIn(passed, lang, ones)) {
      resolved.push(figure.value);
      around += `${passed.slice(from, figure.start)}#`;
      from = figure.end;
    }
    around += passed.slice(from);
  };
  for (const date of datesIn(text, { lang, ...(year !== undefined && { year }) })) {
    pass(date.start);
    resolved.push(date.weekdays === undefined ? date.edtf : date.edtf + JSON.stringify(date.weekdays));
    resolved.push(...hoursBesideDate(text.slice(date.start, date.end), lang));
    around += '#';
    end = date.end;
  }
  pass(text.length);
  return { resolved, written: figuresIn(words, lang, ones).map(({ value }) => value), around };
}

/** The hours in the words of a date (24 September, 6 pm); 12.05 is a day. */
export function hoursBesideDate(words: string, lang: Lang): string[] {
  return clockTimesIn(words, lang)
    .filter(({ start, end }) => /[:\p{L}]/u.test(words.slice(start, end)))
    .map(({ value }) => value);
}

/** A text with `#` for each number, hour and date. */
export function withoutNumerals(text: string, lang: Lang): string {
  let plain = '';
  let end = 0;
  for (const figure of figuresIn(text, lang, false)) {
    plain += `${text.slice(end, figure.start)}#`;
    end = figure.end;
  }
  return (plain + text.slice(end)).replace(/#(?:[\s.,]*#)+/gu, '#');
}

/**
 * Rewrites December 9 as 9 December in languages that use both, because without a year only the latter is parsed as a
 * date.
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

/** The numbers, months and weekdays of a text, in order. */
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

/** The comparable value of a number: 8.00 and 8,0 are 8, 1,5 is 1.5, 12+ is not 12. */
function withSign(text: string, { start, end, value }: Figure): Figure {
  const plain = value.replace(/^(-?\d+)[.,](\d{1,2})$/u, (_, whole, part) =>
    Number(part) === 0 ? whole : `${whole}.${part.replace(/0$/u, '')}`,
  );
  return text[end] === '+' ? { start, end: end + 1, value: `${plain}+` } : { start, end, value: plain };
}

/**
 * Maximum length of a currency in letters; without a limit, reading all text before each hour would take quadratic
 * time.
 */
const LONGEST_CURRENCY = 40;

/** Hours of the day; a full hour is its number, so that 19 Uhr, 19:00 and 7 pm are 19. */
function clockTimesIn(text: string, lang: Lang): Figure[] {
  const { hour, morning, afternoon, money } = hourWordsOf(lang);
  return [...text.matchAll(hour)].flatMap(({ 0: words, index: start, groups }): Figure[] => {
    const { hours = '', minutes = groups?.written ?? '00', sign, next, later } = groups ?? {};
    // 3–5 pm, but not 11–2 pm
    const half = groups?.half ?? (Number(next) > Number(hours) ? later : undefined);
    const end = start + words.length;
    const before = text.slice(Math.max(0, start - LONGEST_CURRENCY), start);
    const isMoney = money.before.test(before) || money.after.test(text.slice(end));
    const isTime = [sign, half, groups?.minutes, groups?.written].some((part) => part !== undefined);
    if (!isTime || isMoney || Number(hours) > 24 || Number(minutes) > 59) return [];
    const isAfternoon = half !== undefined && afternoon.test(half) && !morning.test(half);
    // 7 pm, 12 am; 19 Uhr abends is 19.
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
    /** Currency signs and codes: a number next to one is not an hour. */
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

/** Months and weekdays by name, case-folded. */
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

/** Whether a word is a month or a weekday, or weekdays. */
export function isTimeWord(word: string, lang: Lang): boolean {
  const { times } = timesOf(lang);
  return times.has(fold(word)) || times.has(fold(word).replace(/s$/u, ''));
}
