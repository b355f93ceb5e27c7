/**
 * Determines the year of dates without a year. A stored mapping contains the year of the list for which it was created.
 * That year may be wrong for the list of a later season, so it is used only if the list confirms it.
 */
import { edtfBounds, type Lang, yearWithin } from '../../model/index.ts';
import { CENTURY, type DateOptions, edtfOf } from '../../text/dates/index.ts';
import { datesOf, noYear, seasonsIn, undatedIn, weekdaysFit, yearOfList, yearsIn } from './list-dates.ts';
import { type Answers, answeredYear, type ListYear, type Question, yearQuestion } from './questions.ts';
import type { EventRow } from './rows.ts';

/** The twelve months of a season as EDTF, from August of its first year, so that each month occurs in only one year. */
export const seasonPeriod = (first: number): string => `${first}-08/${first + 1}-07`;

/**
 * The options for parsing dates without a year: such dates are in the given year or season or, if none is given, in the
 * period of the programme.
 */
export function yearOptions(
  year: ListYear | undefined,
  period: string,
): Pick<DateOptions, 'year' | 'period'> {
  if (typeof year === 'string') return { period: seasonPeriod(Number(year.slice(0, 4))) };
  const known = year ?? yearWithin(period);
  return known === undefined ? { period } : { year: known };
}

/** A list that is being imported into a programme, and the assumed year of its dates without a year. */
export interface StoredYear {
  rows: readonly EventRow[];
  /** Names that may contain the year: the title, the name of the file, and the names of its sheets. */
  names: readonly string[];
  lang: Lang;
  /** The year in the mapping. */
  year: ListYear | undefined;
  /** The period of the programme, as EDTF. */
  period: string;
  /** Whether the mapping was created for a different list, so that its year must be confirmed. */
  isOfAnother: boolean;
  /** Returns the EDTF dates of the programme's events that have the same title as a row. */
  datesOfTitle(row: EventRow): readonly string[];
  answers?: Answers | undefined;
}

/**
 * Minimum share of the dates that must match those of events with the same titles in the programme, so that the year is
 * confirmed.
 */
const KNOWN = 2 / 3;

/**
 * Determines the year of dates without a year. If the list contradicts the stored year, or if nothing confirms it, the
 * result contains a question. The year can be confirmed by weekdays, by years in names or in other dates, and by events
 * of the programme that have the same titles and dates.
 *
 * @throws UserError if the answer is not a year
 */
export function storedYear(list: StoredYear): { year: ListYear | undefined; questions: Question[] } {
  const { rows, names, lang, year, period } = list;
  const answer = answeredYear(list.answers);
  if (answer !== undefined) return { year: answer, questions: [] };
  const open = rows.flatMap((row) => undatedIn(row, lang).map((text) => ({ row, text })));
  if (open.length === 0) return { year, questions: [] };
  const texts = open.map(({ text }) => text);
  const options = { lang, century: CENTURY, ...yearOptions(year, period) };
  const evidence = [weekdaysFit(texts, options), namesFit([...names, ...rows.flatMap(datesOf)], options)];
  const isKnown = ({ row, text }: (typeof open)[number]): boolean => {
    const edtf = edtfOf(text, options);
    const start = edtf && edtfBounds(edtf).start;
    return list.datesOfTitle(row).some((when) => edtfBounds(when).start === start);
  };
  const isContradicted = evidence.includes(false);
  const isConfirmed =
    !list.isOfAnother || evidence.includes(true) || open.filter(isKnown).length >= open.length * KNOWN;
  if (!isContradicted && isConfirmed) return { year, questions: [] };
  const found = yearOfList(rows, names, lang);
  const likely = found.question === undefined ? found.year?.toString() : found.question.proposal;
  return { year, questions: [yearQuestion(noYear(texts), texts, isContradicted ? likely : undefined)] };
}

/**
 * Whether the years and seasons in texts match the year of dates without a year; undefined if the texts contain no
 * years or do not settle this.
 */
function namesFit(texts: readonly string[], { year, period = '' }: DateOptions): boolean | undefined {
  const seasons = new Set(seasonsIn(texts));
  const years = new Set(yearsIn(texts));
  if (years.size === 0) return undefined;
  if (year !== undefined) return years.size === 1 ? years.has(year) : years.has(year) ? undefined : false;
  const periods = [...seasons].map((season) => seasonPeriod(Number(season.slice(0, 4))));
  if (periods.length > 0) return periods.length > 1 ? undefined : periods[0] === period;
  const { start, end } = edtfBounds(period);
  const isWithin = (one: number): boolean => start <= `${one}-12-31` && `${one}-01-01` <= end;
  return [...years].some(isWithin) ? undefined : false;
}
