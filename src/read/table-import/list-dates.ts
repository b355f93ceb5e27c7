/** Determines the year of the dates in a list, and their order of day and month. */
import type { Message } from '../../messages.ts';
import { type Lang, weekdayOf } from '../../model/index.ts';
import {
  CENTURY,
  type DateOptions,
  type DayOrder,
  datesWithoutOrder,
  dayOrderOf,
  edtfOf,
  parseDatePhrase,
} from '../../text/dates/index.ts';
import { messageOf } from './messages.ts';
import {
  type Answers,
  answeredOrder,
  answeredYear,
  type ListYear,
  orderQuestion,
  type Question,
  yearQuestion,
  yearsOf,
} from './questions.ts';
import type { EventRow } from './rows.ts';

/** The year to assume for dates without a year in a list, and the years that the list covers. */
export interface ListYears {
  /** The year or season of dates without a year; undefined if the list has no dates. */
  year: ListYear | undefined;
  first: number;
  last: number;
  /** Asks for the year if the list does not determine it. Until the user answers, the proposed year is used. */
  question?: Question;
}

/** The year of the dates in a list, and their order of day and month. */
export interface ListedDates {
  years: ListYears;
  /**
   * The order of day and month; undefined if the order of the language applies, or if the dates contradict each other.
   */
  order: DayOrder | undefined;
  /**
   * Questions about the year of the dates and about the order of day and month, if the dates do not determine them.
   * Until the user answers the questions, the proposed year and order are used.
   */
  questions: readonly Question[];
}

/**
 * The year of the dates in a list, and their order of day and month, if the caller, the mapping or an answer specifies
 * them.
 */
interface GivenDates {
  year?: ListYear | undefined;
  order?: DayOrder | undefined;
  answers?: Answers | undefined;
}

/**
 * Determines the year of the dates in a list, and their order of day and month, from the dates and from names.
 *
 * @param names names that may contain the year: the title, the name of the file
 * @throws UserError if an answer is neither a year nor an order of day and month
 */
export function listedDates(
  rows: readonly EventRow[],
  names: readonly string[],
  lang: Lang,
  given: GivenDates,
): ListedDates {
  const years = yearOfList(rows, names, lang, answeredYear(given.answers) ?? given.year);
  const { year, question } = years;
  const { order, questions } = listedOrder(rows, { lang, ...(typeof year === 'number' && { year }) }, given);
  return { years, order, questions: question === undefined ? questions : [question, ...questions] };
}

/**
 * Determines the order of day and month in the dates of a list.
 *
 * @throws UserError if the answer is not an order of day and month
 */
export function listedOrder(
  rows: readonly EventRow[],
  options: Pick<DateOptions, 'lang' | 'year'>,
  given: GivenDates,
): Omit<ListedDates, 'years'> {
  const dates = rows.flatMap(datesOf);
  const order = answeredOrder(given.answers) ?? given.order ?? dayOrderOf(dates, options);
  const open = order === undefined ? datesWithoutOrder(dates, options) : [];
  return {
    order: order === 'mixed' ? undefined : order,
    questions: open.length === 0 ? [] : [orderQuestion(open, options)],
  };
}

/** A year in a date: four digits, or two digits after a numeric day and month, as in 4.5.30 or 4/5/30. */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)|(?<=(?<![\d./])\d{1,2}(?:\.\d{1,2}\.|\/\d{1,2}\/))\d\d(?![\d./])/g;
/** Number of years between an event and the other events of a list of several years. */
const FEW_YEARS = 5;
/** A season, such as 2027/28 or 2027-28. */
const SEASON = /(?<!\d)((?:19|20)\d\d)[/–-](\d\d)(?!\d)/g;
/** Maximum number of dates whose weekdays are checked. */
const COMPARED = 300;
/** Minimum number of weekdays that are needed to infer a year. */
const MIN_WEEKDAYS = 2;

/**
 * Determines the year of dates without a year, and the range of years in a list. If all dates have a year, the most
 * frequent year is used. If some dates have no year, the year that fits their weekdays is used. If there are too few
 * weekdays, the only year in the names or in a column is used. If the names and columns contain no year, but at least
 * half of all dates have a year and all these years are the same, this year is used. In all other cases, the result
 * contains a question.
 *
 * @param others names that may contain the year: the title, the name of the file
 * @param given the year of dates without a year, if it is already known
 */
export function yearOfList(
  rows: readonly EventRow[],
  others: readonly string[],
  language: Lang,
  given?: ListYear,
): ListYears {
  if (typeof given === 'string') return { year: given, ...rangeOf(given) };
  const dates = rows
    .map((row) => ({ texts: datesOf(row), year: row.year }))
    .filter(({ texts }) => texts.length > 0);
  const counts = new Map<number, number>();
  const open: string[] = [];
  // A row can contain two dates: a start and an end.
  let [dated, undated] = [0, 0];
  for (const { texts, year } of dates) {
    const named = new Set(year === undefined ? yearsOfDates(texts, language) : [year]);
    for (const year of named) counts.set(year, (counts.get(year) ?? 0) + 1);
    const without = named.size > 0 ? [] : texts.filter((text) => isDate(text, language));
    open.push(...without);
    if (without.length > 0) undated += 1;
    else dated += 1;
  }
  const called = [...new Set([...yearsInColumn(rows), ...yearsIn(others)])];
  const named = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const found = (year: number): ListYears => {
    // A single event in another year does not extend the period of a list.
    const least = (named[0]?.[1] ?? 0) > 4 ? 2 : 1;
    const often = named.filter(([, count]) => count >= least);
    // In a list of several years, single events may be in the years around them.
    const reach = often.length > 2 ? FEW_YEARS : 0;
    const around = named.filter(([one]) => often.some(([other]) => Math.abs(one - other) <= reach));
    // If a list covers many years, no year may occur often enough; then all years are included.
    const usual = (sumOf(around) * 10 >= sumOf(named) * 9 ? around : named).map(([one]) => one);
    const years = open.length > 0 || usual.length === 0 ? [...usual, year] : usual;
    return { year, first: Math.min(...years), last: Math.max(...years) };
  };
  if (given !== undefined) return found(given);
  const [most] = named;
  const near = [...new Set([...called, ...named.map(([year]) => year)])];
  if (open.length === 0) {
    const year = most?.[0] ?? called[0];
    return year === undefined ? { year, ...rangeOf() } : found(year);
  }
  const candidates = [...new Set(near.flatMap((year) => [year, year + 1, year - 1]))];
  const fitting = yearsOfWeekdays(open, candidates, language);
  const ask = (why: Message): ListYears => {
    const [proposal] = fitting ?? [...seasonsIn(others), ...near];
    const range = rangeOf(proposal);
    const question = yearQuestion(why, open, proposal === undefined ? undefined : String(proposal));
    return { year: range.first, ...range, question };
  };
  if (fitting !== undefined) {
    const agreed =
      called.find((year) => fitting.includes(year)) ?? named.find(([year]) => fitting.includes(year))?.[0];
    const year = agreed ?? (fitting.length === 1 ? fitting[0] : undefined);
    return year === undefined ? ask(messageOf('weekdays-fit-no-year', { count: open.length })) : found(year);
  }
  if (called.length === 1 && called[0] !== undefined) return found(called[0]);
  if (most !== undefined && named.length === 1 && dated >= undated) return found(most[0]);
  const years = named.map(([year]) => String(year));
  return ask(
    years.length === 0 ? noYear(open) : messageOf('few-dates-with-year', { count: undated, dated, years }),
  );
}

/** The first and last year of a season, or a single year twice; the first year of the century if nothing is given. */
const rangeOf = (year?: ListYear): Pick<ListYears, 'first' | 'last'> =>
  yearsOf(String(year ?? '')) ?? { first: CENTURY, last: CENTURY };

const sumOf = (counted: readonly (readonly [number, number])[]): number =>
  counted.reduce((sum, [, count]) => sum + count, 0);

/** The years in columns that contain the same year in every row with a date. */
function yearsInColumn(rows: readonly EventRow[]): number[] {
  const dated = rows.filter((row) => datesOf(row).length > 0);
  const fields = [...(dated[0]?.cells.keys() ?? [])];
  return fields.flatMap((field) => {
    const [year = '', another] = new Set(dated.map(({ cells }) => cells.get(field)?.text.trim() ?? ''));
    return another === undefined && /^(?:19|20)\d\d$/.test(year) ? Number(year) : [];
  });
}

/** Creates the message that dates have no year. */
export const noYear = ({ length: count }: readonly string[]): Message =>
  messageOf('dates-without-year', { count });

/**
 * The date texts of a row that need a year; empty if a date in the row contains a year or a separate column contains
 * the year.
 */
export function undatedIn(row: EventRow, lang: Lang): string[] {
  const texts = datesOf(row);
  return row.year !== undefined || yearsIn(texts).length > 0
    ? []
    : texts.filter((text) => isDate(text, lang));
}

/** The texts of the dates of a row. */
export function datesOf({ cells }: EventRow): string[] {
  return [...cells].flatMap(([field, cell]) =>
    /^(?:date|start|end|when)(?:\.|$)/.test(field) && cell.text !== '' ? [cell.date ?? cell.text] : [],
  );
}

/** The years of dates, including years that are recognised only when the whole date is parsed, as in 04-05-30. */
function yearsOfDates(texts: readonly string[], lang: Lang): number[] {
  const named = yearsIn(texts);
  if (named.length > 0) return named;
  return texts.flatMap((text) => yearsIn([edtfOf(text, { lang, century: CENTURY }) ?? '']));
}

/** The years that texts contain; for a season, both years. */
export function yearsIn(texts: readonly string[]): number[] {
  return texts
    .flatMap((text) => [
      ...(text.match(YEAR) ?? []).map(Number),
      // A season covers two years, and the text does not show to which of them a date belongs.
      ...seasonsIn([text]).map((season) => Number(season.slice(0, 4)) + 1),
    ])
    .map((year) => (year < 100 ? CENTURY + year : year));
}

/** The seasons that texts contain, such as 2031/32. */
export function seasonsIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    [...text.matchAll(SEASON)].flatMap(([, first, last]) =>
      (Number(first) + 1) % 100 === Number(last) ? [`${first}/${last}`] : [],
    ),
  );
}

/** Whether a text can be read as a date, but only if a year is assumed. */
function isDate(text: string, lang: Lang): boolean {
  const isRead = (given: Pick<DateOptions, 'year' | 'order'>): boolean =>
    edtfOf(text, { lang, century: CENTURY, ...given }) !== undefined;
  const inYear = [{}, { order: 'day-first' }, { order: 'month-first' }] as const;
  return !isRead({}) && inYear.some((order) => isRead({ year: 2000, ...order }));
}

/**
 * The candidate years in which at least nine tenths of the weekdays in the dates are correct; undefined if there are
 * too few weekdays.
 */
function yearsOfWeekdays(
  texts: readonly string[],
  candidates: readonly number[],
  lang: Lang,
): number[] | undefined {
  const fits = candidates.map((year) => weekdaysFit(texts, { lang, century: CENTURY, year }));
  return fits.every((fit) => fit === undefined)
    ? undefined
    : candidates.filter((_, index) => fits[index] !== false);
}

/**
 * Whether at least nine tenths of the weekdays in dates are correct in a year or period; undefined if there are too few
 * weekdays.
 */
export function weekdaysFit(texts: readonly string[], options: DateOptions): boolean | undefined {
  const claims = texts.slice(0, COMPARED).flatMap((text) => {
    const phrase = parseDatePhrase(text, options);
    if ('edtf' in phrase)
      return (phrase.weekdays ?? []).map(({ date, weekday }) => weekdayOf(date) === weekday);
    // If only a period is given, the weekday determines the year, and a date whose weekday fits no year of the period
    // cannot be parsed.
    const { period: _, ...any } = options;
    const read = parseDatePhrase(text, { ...any, year: options.year ?? CENTURY });
    return 'edtf' in read ? (read.weekdays ?? []).map(() => false) : [];
  });
  if (claims.length < MIN_WEEKDAYS) return undefined;
  return claims.filter((isRight) => isRight).length * 10 >= claims.length * 9;
}
