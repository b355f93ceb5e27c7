import type { Lang } from '../model/text.ts';
import { byLanguage } from '../text/by-language.ts';
import { datesIn } from '../text/dates/find.ts';
import { fold } from '../text/dates/lexicon.ts';

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
 */
export function figuresOf(words: string, lang: Lang, year: number | undefined): Figures {
  const text = dayFirst(words, lang);
  const resolved: string[] = [];
  let around = '';
  let end = 0;
  const pass = (to: number): void => {
    const passed = text.slice(end, to);
    resolved.push(...figuresIn(passed, lang));
    around += passed.replace(FIGURE, (word) => (figureOf(word, lang) === undefined ? word : '#'));
  };
  for (const date of datesIn(text, { lang, ...(year !== undefined && { year }) })) {
    pass(date.start);
    resolved.push(date.weekdays === undefined ? date.edtf : date.edtf + JSON.stringify(date.weekdays));
    around += '#';
    end = date.end;
  }
  pass(text.length);
  return { resolved, written: figuresIn(words, lang), around };
}

/** December 9 as 9 December, in languages that write both: without a year, only the latter is read as a date. */
function dayFirst(text: string, lang: Lang): string {
  const { times, monthFirst } = wordsOf(lang);
  if (!monthFirst) return text;
  return text.replace(/(\p{Lu}\p{Ll}+) (\d{1,2})(?![\p{L}\p{N}]|[.,:]\d)/gu, (found, month, day) =>
    times.get(fold(month))?.startsWith(MONTH) === true ? `${day} ${month}` : found,
  );
}

const MONTH = 'month ';
const FIGURE =
  /(?<![\p{L}\p{N}.,])[-\u2212]?\d+(?:[ \u00a0\u202f]\d{3}(?!\d)|[.,:]\d+)*|\d+|\p{L}[\p{L}\p{M}]*/gu;

function figuresIn(text: string, lang: Lang): string[] {
  return [...text.matchAll(FIGURE)].flatMap(([word]) => figureOf(word, lang) ?? []);
}

function figureOf(word: string, lang: Lang): string | undefined {
  if (/\d/.test(word)) return withoutGroups(word, lang).replace('\u2212', '-');
  const { numbers, times, capitals } = wordsOf(lang);
  const small = word.toLowerCase();
  return numbers.get(small) ?? (capitals && small === word ? undefined : times.get(fold(word)));
}

/** Numbers without what parts their thousands: 7 000 and 7,000 are 7000. */
export function withoutGroups(text: string, lang: Lang): string {
  return text.replace(groupsOf(lang), '');
}

const groupsOf = byLanguage(
  ({ meaning: { groupMark = '' } }) =>
    new RegExp(
      `(?<=(?<![\\d.,])\\d{1,3}(?:[ \\u00a0\\u202f${groupMark}]\\d{3})*)[ \\u00a0\\u202f${groupMark}](?=\\d{3}(?![\\d.,]\\d|\\d))`,
      'gu',
    ),
);

/** Number words by their value, and months and weekdays by their names, folded. */
const wordsOf = byLanguage(({ meaning, cldr, dates }) => {
  const numbers = Object.entries(meaning.numbers).flatMap(([value, words]) =>
    words.split('|').map((word): [string, string] => [word, value]),
  );
  const named = (names: readonly string[], prefix: string): [string, string][] =>
    names.flatMap((words, index) =>
      words
        .split('|')
        .filter((word) => word !== '' && !word.endsWith('.'))
        .map((word): [string, string] => [fold(word), `${prefix}${index + 1}`]),
    );
  return {
    numbers: new Map(numbers),
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
  return wordsOf(lang).times.has(fold(word));
}
