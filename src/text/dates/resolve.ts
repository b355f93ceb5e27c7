import type { Message } from '../../messages.ts';
import {
  boundsOf,
  calendarDate,
  daysAfter,
  type EdtfDate,
  edtfBounds,
  edtfProblem,
  formatEdtf,
  isEdtf,
  parseEdtf,
  weekdayOf,
} from '../../model/index.ts';
import { reason } from '../../reasons.ts';
import type { DateOptions } from './date-cursor.ts';
import type { NoteSide, Qualifier } from './lexicon.ts';
import type { Point } from './point.ts';
import { daysFrom, selectedText } from './selected-days.ts';
import type { Selection } from './selection.ts';
import { type List, pointsOf, type Span } from './span.ts';
import { stretchOf } from './vague-range.ts';
import { dateTerm } from './words.ts';

/** A weekday that a text states for a date, which may be wrong; proofing checks this. */
export interface WeekdayClaim {
  /** The date, YYYY-MM-DD. */
  date: string;
  /** The stated weekday; 1 is Monday, as in ISO 8601. */
  weekday: number;
}

/** A note that makes a date, or one end of it, approximate or uncertain. */
export interface Note {
  qualifier: Qualifier;
  side: NoteSide;
}

export interface Resolved {
  edtf: string;
  weekdays: readonly WeekdayClaim[];
}

/** Information about the year of dates, in addition to their words. */
type Known = Pick<DateOptions, 'year' | 'century' | 'period'>;

/** The reason why words that were parsed do not result in a valid date. */
export interface Unresolved {
  why: Message;
}

/**
 * Combines lists of dates that belong together, such as `Semester 2` and `9–19 December 2021`, into one EDTF text: that
 * of the most precise date, which must be within the other dates. Missing months and years are taken from adjacent
 * dates. If no date has a year, the known year is used.
 */
export function resolve(
  lists: readonly List[],
  notes: readonly Note[],
  known: Known = {},
  selection?: Selection,
): Resolved | Unresolved {
  const spans = [...lists, ...(selection?.except ?? [])].flatMap((list) => list.spans);
  const points = spans.flatMap(pointsOf);
  const unclear = whyUnclear(spans);
  if (unclear !== undefined) return { why: unclear };
  if (lists.some((list) => list.spans.some((_, index) => isStray(list.spans, index))))
    return { why: reason('numbers-after-day') };
  const dates = new Map<Point, EdtfDate>();
  for (const [index, filled] of fillYears(fillNumbers(points), known).entries()) {
    const date = dateOf(filled);
    if ('why' in date) return date;
    const point = points[index];
    if (point !== undefined) dates.set(point, date);
  }
  for (const span of spans) turnYear(span, dates);

  let found: string | undefined;
  for (const list of lists) {
    const edtf = listText(list, dates, notes);
    if (typeof edtf !== 'string') return edtf;
    const outer: string = found ?? edtf;
    found = finer(outer, edtf);
    if (found === undefined) return { why: notWithin(edtf, outer) };
  }
  if (found === undefined) return { why: reason('not-a-date') };
  const except: string[] = [];
  for (const list of selection?.except ?? []) {
    const text = listText(list, dates, []);
    if (typeof text !== 'string') return text;
    except.push(text);
  }
  const edtf = selection === undefined ? found : selectedText(found, selection, except);
  return typeof edtf === 'string' ? { edtf, weekdays: weekdayClaims(dates) } : edtf;
}

/** The reason why dates that are valid on their own cannot be combined. */
function whyUnclear(spans: readonly Span[]): Message | undefined {
  const isNeighbours = (span: Span): boolean =>
    span.kind === 'range' && span.joint === 'slash' && span.start.precision === 'bare';
  if (spans.some(isNeighbours) && spans.flatMap(pointsOf).some(({ slashed }) => slashed === true))
    return reason('slash-of-date-and-between');
  // In `December to 27`, the number can be a day or a year.
  const isMixed = (span: Span): boolean =>
    span.kind === 'range' &&
    span.start.precision === 'month' &&
    span.end.precision === 'bare' &&
    span.end.year === undefined;
  return spans.some(isMixed) ? reason('range-of-month-and-number') : undefined;
}

/**
 * Whether a span consists of bare numbers after a day with its month, as in `3 May, 10–18`. Such numbers may be hours.
 */
function isStray(spans: readonly Span[], index: number): boolean {
  const [first, ...others] = spans.slice(index).flatMap(pointsOf);
  const before = spans
    .slice(0, index)
    .flatMap(pointsOf)
    .findLast(({ precision }) => precision !== 'bare');
  const isBare = first?.precision === 'bare' && first.weekday === undefined;
  return (
    isBare &&
    others.every(({ month }) => month === undefined) &&
    before?.precision === 'day' &&
    !before.monthFirst
  );
}

/**
 * Completes each bare number with the month (or the unit, such as quarter) of the next date, otherwise of the previous
 * date.
 */
function fillNumbers(points: readonly Point[]): Point[] {
  const filled = [...points];
  for (let index = filled.length - 2; index >= 0; index -= 1) {
    const next = filled[index + 1];
    if (next?.precision !== 'month') adopt(filled, index, next);
  }
  for (let index = 1; index < filled.length; index += 1) adopt(filled, index, filled[index - 1]);
  return filled;
}

function adopt(points: Point[], index: number, neighbour: Point | undefined): void {
  const point = points[index];
  if (point?.precision !== 'bare' || neighbour === undefined) return;
  if (neighbour.precision === 'quarter' || neighbour.precision === 'semester') {
    points[index] = { ...point, precision: neighbour.precision };
  } else if (neighbour.month !== undefined) {
    points[index] = { ...point, precision: 'day', month: neighbour.month };
  }
}

/**
 * Completes each date without a year with the year of the next date, otherwise of the previous date, otherwise with the
 * known year.
 */
function fillYears(points: readonly Point[], { year, century, period }: Known): Point[] {
  const filled = points.map((point) => {
    if (point.shortYear === undefined) return point;
    if (year !== undefined && point.shortYear === year % 100) return { ...point, year };
    return century === undefined ? point : { ...point, year: century + point.shortYear };
  });
  const take = (index: number, from: number | undefined) => {
    const point = filled[index];
    if (from === undefined || point === undefined || point.year !== undefined) return;
    if (point.shortYear === undefined) filled[index] = { ...point, year: from };
  };
  for (let index = filled.length - 2; index >= 0; index -= 1) take(index, filled[index + 1]?.year);
  for (let index = 1; index < filled.length; index += 1) take(index, filled[index - 1]?.year);
  for (const [index, point] of filled.entries()) take(index, year ?? yearIn(period, point));
  return filled;
}

/**
 * The year in which a day or month is within a period and has the stated weekday. Undefined unless there is exactly one
 * such year.
 */
function yearIn(period: string | undefined, point: Point): number | undefined {
  if (period === undefined || point.swappable === true || point.month === undefined) return undefined;
  const { start, end } = edtfBounds(period);
  const [first, last] = [start, end].map((day) => Number(day.slice(0, 4)));
  if (first === undefined || last === undefined || last - first > LONGEST_PERIOD) return undefined;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => {
    const date = dateOf({ ...point, year });
    if ('why' in date || !isEdtf(formatEdtf(date)) || !isWithin(formatEdtf(date), period)) return false;
    return point.weekday === undefined || isOfItsWeekday({ ...point, year });
  });
  return years.length === 1 ? years[0] : undefined;
}

/** Maximum difference between the first and last year of a period that is searched for the year of a date. */
const LONGEST_PERIOD = 10;

function dateOf(point: Point): EdtfDate | Unresolved {
  const { precision, year, month = 0, number = 0 } = point;
  if (precision === 'bare') return { why: reason('number-is-no-date', { number: String(number) }) };
  if (year === undefined && (point.swappable !== true || point.weekday === undefined))
    return point.swappable === true
      ? SWAPPABLE
      : { why: reason(point.shortYear === undefined ? 'year-missing' : 'year-in-two-digits') };
  if (year === undefined) return SWAPPABLE;
  if (point.swappable === true) {
    const { swappable: _, ...day } = point;
    const [asWritten, turned] = [day, { ...day, month: number, number: month }].filter(isOfItsWeekday);
    return asWritten === undefined || turned !== undefined ? SWAPPABLE : dateOf(asWritten);
  }
  const qualified = { approximate: point.approximate === true, uncertain: false };
  switch (precision) {
    case 'day':
      return { precision, year, month, day: number, ...qualified };
    case 'month':
      return { precision, year, month, ...qualified };
    case 'year':
      return { precision, year, ...qualified };
    default:
      // EDTF level 2 does not allow approximate or uncertain quarters and semesters; the qualifier remains only in the
      // words.
      return { precision, year, number, approximate: false, uncertain: false };
  }
}

const SWAPPABLE: Unresolved = { why: reason('day-and-month-swappable') };

/** Whether a day is on the weekday that its words name. */
function isOfItsWeekday({ year = 0, month = 0, number = 0, weekday }: Point): boolean {
  const day = calendarDate(year, month, number);
  return weekday !== undefined && weekdayOf(day) === weekday;
}

/**
 * Corrects the year at one end of a range across the turn of the year: in `28 December – 3 January 2022`, the start is
 * in 2021. If only the start has a year, the end is in the next year.
 */
function turnYear(span: Span, dates: Map<Point, EdtfDate>): void {
  if (span.kind !== 'range') return;
  const start = dates.get(span.start);
  const end = dates.get(span.end);
  if (start === undefined || end === undefined || start.year !== end.year) return;
  if (!('month' in start) || !('month' in end) || start.month <= end.month) return;
  const [startGiven, endGiven] = [span.start, span.end].map(({ year }) => year !== undefined);
  // A night without a year, such as 31 December – 1 January, begins in the known year.
  const isNight = !startGiven && !endGiven && areNeighbours(start, { ...end, year: end.year + 1 });
  if (startGiven === endGiven && !isNight) return;
  if (startGiven || isNight) dates.set(span.end, { ...end, year: end.year + 1 });
  else dates.set(span.start, { ...start, year: start.year - 1 });
}

function listText(
  list: List,
  dates: ReadonlyMap<Point, EdtfDate>,
  notes: readonly Note[],
): string | Unresolved {
  const texts: string[] = [];
  for (const span of list.spans) {
    const text = spanText(span, dates, notes);
    if (typeof text !== 'string') return text;
    texts.push(text);
  }
  const members = withoutFrame(texts, list);
  if ('why' in members) return members;
  const [only] = members;
  if (members.length < 2 && only !== undefined) return only;
  const sorted = members.toSorted(byStart);
  const inOrder = sorted.every((text, index) => text === members[index]);
  if (!inOrder && list.spans.flatMap(pointsOf).some((point) => point.year === undefined)) {
    return { why: reason('dates-out-of-order') };
  }
  return checked(`{${sorted.map(memberText).join(',')}}`);
}

function byStart(a: string, b: string): number {
  const [startA, startB] = [edtfBounds(a).start, edtfBounds(b).start];
  if (startA === startB) return 0;
  return startA < startB ? -1 : 1;
}

/**
 * Converts a date to a member of an EDTF set: intervals are written with two dots, and quarters and semesters, which
 * sets cannot contain, become intervals of months.
 */
function memberText(text: string): string {
  const date = parseEdtf(text);
  if (date.precision !== 'quarter' && date.precision !== 'semester') return text.replace('/', '..');
  return [monthOf(date, 'first'), monthOf(date, 'last')].map(formatEdtf).join('..');
}

/**
 * Removes a period before a comma if more precise dates follow, as in `Semester 2, 9–19 December`. The dates must be
 * within the period.
 */
function withoutFrame(texts: readonly string[], list: List): readonly string[] | Unresolved {
  const [frame, ...others] = texts;
  if (list.separators[0] !== 'comma' || frame === undefined) return texts;
  const { precision } = parseEdtf(frame);
  if (precision !== 'year' && precision !== 'quarter' && precision !== 'semester') return texts;
  if (others.some((text) => parseEdtf(text).precision === precision)) return texts;
  const outside = others.find((text) => !isWithin(text, frame));
  return outside === undefined ? others : { why: notWithin(outside, frame) };
}

function spanText(
  span: Span,
  dates: ReadonlyMap<Point, EdtfDate>,
  notes: readonly Note[],
): string | Unresolved {
  if (span.kind === 'range') return rangeText(span, dates, notes);
  const date = dates.get(span.point);
  if (date === undefined) return { why: reason('not-a-date') };
  if (!isEdtf(formatEdtf(date))) return { why: noSuchDate(date) };
  const [first, last] = endsOf(span.point, date);
  if (span.kind === 'one') return betweenText(noted(first, notes, 'both'), noted(last, notes, 'both'));
  const since = span.kind === 'since';
  const end = noted(since ? monthOf(first, 'first') : monthOf(last, 'last'), notes, 'both');
  return checked(
    formatEdtf({ precision: 'interval', start: since ? end : undefined, end: since ? undefined : end }),
  );
}

function rangeText(
  span: Extract<Span, { kind: 'range' }>,
  dates: ReadonlyMap<Point, EdtfDate>,
  notes: readonly Note[],
): string | Unresolved {
  const given = [dates.get(span.start), dates.get(span.end)];
  if (given[0] === undefined || given[1] === undefined) return { why: reason('not-a-date') };
  const missing = given.find((date) => date !== undefined && !isEdtf(formatEdtf(date)));
  if (missing !== undefined) return { why: noSuchDate(missing) };
  const [start, startEnd] = endsOf(span.start, given[0]);
  const [endStart, end] = endsOf(span.end, given[1]);
  if ((isPart(start) || isPart(end)) && start.precision !== end.precision) {
    return { why: reason('range-of-part-and-date') };
  }
  if (span.joint === 'slash' && !isChain(span, startEnd, endStart))
    return { why: reason('days-not-consecutive') };
  if (span.week === true && daysFrom(boundsOf(start).start, boundsOf(end).end, 7) === undefined)
    return { why: reason('weekdays-of-long-range') };
  if (formatEdtf(start) === formatEdtf(end)) return formatEdtf(noted(start, notes, 'both'));
  return betweenText(
    noted(monthOf(start, 'first'), notes, 'start'),
    noted(monthOf(end, 'last'), notes, 'end'),
  );
}

/** Whether the days joined by slashes are consecutive. */
function isChain({ between }: Extract<Span, { kind: 'range' }>, start: EdtfDate, end: EdtfDate): boolean {
  if (between === undefined) return areNeighbours(start, end);
  const days = daysFrom(boundsOf(start).start, boundsOf(end).end, MAX_CHAIN_DAYS);
  return days?.length === between + 2;
}

/** Maximum number of days that can be joined by slashes. */
const MAX_CHAIN_DAYS = 14;

/**
 * The start and end of a written date. The two differ only if the words name a part of the date, such as its beginning.
 */
function endsOf(point: Point, date: EdtfDate): [EdtfDate, EdtfDate] {
  return point.stretch === undefined ? [date, date] : stretchOf(date, point.stretch);
}

function betweenText(start: EdtfDate, end: EdtfDate): string | Unresolved {
  const text = formatEdtf(start);
  return checked(text === formatEdtf(end) ? text : formatEdtf({ precision: 'interval', start, end }));
}

function isPart(date: EdtfDate): boolean {
  return date.precision === 'quarter' || date.precision === 'semester';
}

/**
 * The first or last month of a quarter or semester, because EDTF intervals cannot contain these. Other dates are
 * returned unchanged.
 */
function monthOf(date: EdtfDate, which: 'first' | 'last'): EdtfDate {
  if (!isPart(date)) return date;
  const bounds = edtfBounds(formatEdtf(date));
  const month = Number((which === 'first' ? bounds.start : bounds.end).slice(5, 7));
  return { precision: 'month', year: date.year, month, approximate: false, uncertain: false };
}

function noted(date: EdtfDate, notes: readonly Note[], side: NoteSide): EdtfDate {
  if (isPart(date)) return date;
  const has = (qualifier: Qualifier) =>
    notes.some((note) => note.qualifier === qualifier && (note.side === 'both' || note.side === side));
  return {
    ...date,
    approximate: date.approximate || has('approximate'),
    uncertain: date.uncertain || has('uncertain'),
  };
}

function areNeighbours(start: EdtfDate, end: EdtfDate): boolean {
  return boundsOf(end).start === daysAfter(boundsOf(start).end);
}

function checked(text: string): string | Unresolved {
  const why = edtfProblem(text);
  if (why === undefined) return text;
  return { why: why.code === 'edtf-ends-before-start' ? reason(ENDS_FIRST) : why };
}

/** Of two dates, the one that is within the other; undefined if there is none. */
function finer(a: string, b: string): string | undefined {
  if (isWithin(b, a)) return b;
  return isWithin(a, b) ? a : undefined;
}

function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [edtfBounds(inner), edtfBounds(outer)];
  return a.start >= b.start && a.end <= b.end;
}

function weekdayClaims(dates: ReadonlyMap<Point, EdtfDate>): WeekdayClaim[] {
  return [...dates].flatMap(([{ weekday }, date]) =>
    weekday === undefined || date.precision !== 'day'
      ? []
      : [{ date: formatEdtf({ ...date, approximate: false, uncertain: false }), weekday }],
  );
}

/** Whether the reason why words are not a date is that a range ends before it starts. */
export function endsBeforeStart({ code }: Message): boolean {
  return code === ENDS_FIRST;
}

const ENDS_FIRST = 'end-before-start';

function notWithin(edtf: string, frame: string): Message {
  return reason('date-not-within', { date: dateTerm(edtf), period: dateTerm(frame) });
}

/** The reason for a date that does not exist, such as 31 June, month 25 or quarter 5. */
function noSuchDate(date: EdtfDate): Message {
  if (date.precision === 'quarter' || date.precision === 'semester')
    return reason(`year-without-${date.precision}`, { number: String(date.number) });
  if (date.precision !== 'day') return reason('no-such-date', { date: formatEdtf(date) });
  if (date.month < 1 || date.month > 12) return reason('year-without-month', { number: String(date.month) });
  const month = dateTerm(formatEdtf({ ...date, precision: 'month' }));
  return reason('month-without-day', { month, number: String(date.day) });
}
