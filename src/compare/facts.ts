import { fold, type Lang } from '../model/index.ts';
import { datesIn } from '../text/dates/index.ts';
import { byLanguage } from '../text/index.ts';
import { numbersIn } from './numbers.ts';

/** What a text says in numbers and dates. */
export interface Figures {
  /** Dates as EDTF with their weekdays, and the numbers, months and weekdays beside them, in their order. */
  resolved: readonly string[];
  /** Numbers, months and weekdays as they stand, in their order. */
  written: readonly string[];
  /** The text around what is resolved. */
  around: string;
}

/**
 * The numbers and dates of a text, whichever way they are written: 7 000 is 7000, two is 2, December 19 is 19 December.
 *
 * @param year year of the programme, for dates that give none
 * @param ones whether one and first in words are numbers: one is an article too
 */
export function figuresOf(words: string, lang: Lang, year: number | undefined, ones = false): Figures {
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
    around += '#';
    end = date.end;
  }
  pass(text.length);
  return { resolved, written: figuresIn(words, lang, ones).map(({ value }) => value), around };
}

/** December 9 as 9 December, in languages that write both: without a year, only the latter is read as a date. */
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

/** The numbers, months and weekdays of a text in their order. */
function figuresIn(text: string, lang: Lang, ones: boolean): Figure[] {
  const numbers = numbersIn(text, lang).filter(({ isOne }) => ones || !isOne);
  const taken = new Set(numbers.map(({ start }) => start));
  const times = [...text.matchAll(WORD)].flatMap(({ 0: word, index: start }): Figure[] => {
    const value = taken.has(start) ? undefined : timeOf(word, lang);
    return value === undefined ? [] : [{ start, end: start + word.length, value }];
  });
  return [...numbers, ...times].sort((a, b) => a.start - b.start);
}

function timeOf(word: string, lang: Lang): string | undefined {
  const { times, capitals } = timesOf(lang);
  return capitals && word.toLowerCase() === word ? undefined : times.get(fold(word));
}

/** Months and weekdays by their names, folded. */
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

/** Whether a word is a month or a weekday. */
export function isTimeWord(word: string, lang: Lang): boolean {
  return timesOf(lang).times.has(fold(word));
}
