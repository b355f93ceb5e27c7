/**
 * Machine-readable dates: the part of EDTF (ISO 8601-2:2019, level 2) that planned dates need.
 *
 *   2021  2021-04  2021-04-19    year, month, day
 *   2021-33 … 2021-36            quarters 1 to 4
 *   2021-40  2021-41             semesters 1 and 2
 *   2021-12-09/2021-12-19        interval between days, months or years; `..` is an open side
 *   {2021-03-03,2021-04-19..2021-04-23}   several days, months or years, all of them meant
 *   2021-08~  2021-08?  2021-08%          approximate, uncertain, both
 */
import type { Message } from '../messages.ts';
import { reason } from '../reasons.ts';

/** Qualifiers for approximate or uncertain dates. */
interface Qualified {
  approximate: boolean;
  uncertain: boolean;
}
/** A quarter, 1 to 4, or a semester, 1 or 2. */
type EdtfPart = Qualified & { precision: 'quarter' | 'semester'; year: number; number: number };
/** A date, in which months are numbered from 1 to 12 and days from 1 to 31. */
export type EdtfDate =
  | (Qualified & { precision: 'year'; year: number })
  | (Qualified & { precision: 'month'; year: number; month: number })
  | (Qualified & { precision: 'day'; year: number; month: number; day: number })
  | EdtfPart;

export interface EdtfInterval {
  precision: 'interval';
  /** The start; undefined if it is open. */
  start: EdtfDate | undefined;
  /** The end; undefined if it is open. */
  end: EdtfDate | undefined;
}
export interface EdtfSet {
  precision: 'set';
  members: readonly (EdtfDate | EdtfInterval)[];
}
export type Edtf = EdtfDate | EdtfInterval | EdtfSet;
export type Precision = Edtf['precision'];

/**
 * The first and last day of a date, both inclusive. The days are written YYYY-MM-DD and can therefore be compared as
 * strings.
 */
export interface Bounds {
  start: string;
  end: string;
}

/** The first day of a date with an open start. This day precedes every day that can be expressed in EDTF. */
export const OPEN_START = '0000-01-01';
/** The last day of a date with an open end. This day follows every day that can be expressed in EDTF. */
export const OPEN_END = '9999-12-31';

/** Whether a text is valid EDTF of a supported kind. */
export function isEdtf(text: string): boolean {
  return edtfProblem(text) === undefined;
}

/** The reason why a text is not valid EDTF of a supported kind; undefined if it is. */
export function edtfProblem(text: string): Message | undefined {
  const edtf = read(text);
  return 'code' in edtf ? edtf : undefined;
}

/** Whether a text is an existing day, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const edtf = readDate(text);
  return 'precision' in edtf && edtf.precision === 'day' && !edtf.approximate && !edtf.uncertain;
}

/**
 * Parses an EDTF text.
 *
 * @throws Error if the text is not valid EDTF (see `isEdtf`)
 */
export function parseEdtf(text: string): Edtf {
  const edtf = read(text);
  if ('code' in edtf) throw new Error(edtf.message);
  return edtf;
}

/** Formats a parsed date as EDTF text; the inverse of `parseEdtf`. */
export function formatEdtf(edtf: Edtf): string {
  if (edtf.precision === 'set')
    return `{${edtf.members.map((member) => formatSpan(member, '..')).join(',')}}`;
  return formatSpan(edtf, '/');
}

/**
 * The first and last day of an EDTF text; `OPEN_START` or `OPEN_END` if that end is open. Throws an error if the text
 * is invalid, like `parseEdtf`.
 */
export function edtfBounds(text: string): Bounds {
  return boundsOf(parseEdtf(text));
}

/** Whether a text is an interval of consecutive days or longer periods, or a set of such intervals. */
export function isOfSeveralDays(text: string): boolean {
  const edtf = read(text);
  if ('code' in edtf) return false;
  const spans = edtf.precision === 'set' ? edtf.members : [edtf];
  return spans.every(({ precision }) => precision === 'interval');
}

/** The year that contains a period; undefined if the period extends beyond a year. */
export function yearWithin(period: string): number | undefined {
  const { start, end } = edtfBounds(period);
  return start.slice(0, 4) === end.slice(0, 4) ? Number(start.slice(0, 4)) : undefined;
}

/**
 * The month, quarter, semester or year, as EDTF, under which a chronological index lists an EDTF text. A day is listed
 * under its month, an interval under the month (or year) of its start, and a set of dates under its first date. Throws
 * an error if the text is invalid, like `parseEdtf`.
 */
export function edtfPeriod(text: string): string {
  return formatEdtf(periodOf(parseEdtf(text)));
}

/**
 * A key for sorting EDTF texts: if the keys are sorted as strings, the dates are in chronological order. Throws an
 * error if the text is invalid, like `parseEdtf`.
 *
 * Dates are first sorted by the period under which an index lists them, so that dates under the same heading are
 * adjacent. Periods are sorted by start and, if they have the same start, by length (January, quarter 1, semester 1,
 * the year, then February). Within a period, dates are sorted by first day, then by last day.
 */
export function edtfOrder(text: string): string {
  const edtf = parseEdtf(text);
  const period = boundsOf(periodOf(edtf));
  const bounds = boundsOf(edtf);
  return [period.start, period.end, bounds.start, bounds.end, text].join(' ');
}

/**
 * A comparison function for sorting EDTF texts chronologically (see `edtfOrder`). The order is total: the result is
 * zero only for identical texts.
 */
export function compareEdtf(a: string, b: string): number {
  const keyA = edtfOrder(a);
  const keyB = edtfOrder(b);
  if (keyA === keyB) return 0;
  return keyA < keyB ? -1 : 1;
}

/** The day of the week of a date (YYYY-MM-DD), numbered as in ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

/** The day that is `days` days after the given day; both are written YYYY-MM-DD. */
export function daysAfter(date: string, days = 1): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

const DAY = 24 * 60 * 60 * 1000;

/** Number of days in a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The EDTF codes of the first quarter and the first semester. */
const FIRST_CODE = { quarter: 33, semester: 40 };
const MONTHS_OF = { quarter: 3, semester: 6 };

/**
 * Maximum number of characters of an EDTF text. Every planned date is shorter, and messages about malicious texts stay
 * short.
 */
const LONGEST = 500;

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/;

/** Parses a text; returns a message if it is invalid. */
function read(text: string): Edtf | Message {
  if (text.length > LONGEST) return reason('edtf-too-long', { most: LONGEST });
  if (text.startsWith('{') && text.endsWith('}')) return readSet(text);
  return text.includes('/') ? readInterval(text, text.split('/')) : readDate(text);
}

function readSet(text: string): EdtfSet | Message {
  const members: (EdtfDate | EdtfInterval)[] = [];
  for (const part of text.slice(1, -1).split(',')) {
    if (part.startsWith('..') || part.endsWith('..')) return reason('edtf-set-open', { text });
    const member = part.includes('..') ? readInterval(part, part.split('..')) : readDate(part);
    if ('code' in member) return member;
    if (isPart(member)) return reason('edtf-set-of-parts', { text });
    members.push(member);
  }
  const qualifiers = new Set(members.flatMap(endsOf).map(qualifierOf));
  return qualifiers.size > 1 ? reason('edtf-set-of-qualifiers', { text }) : { precision: 'set', members };
}

function readInterval(text: string, sides: string[]): EdtfInterval | Message {
  const [first = '', last = '', ...more] = sides;
  if (more.length > 0) return reason('edtf-ends-too-many', { text });
  if (first === '' || last === '') return reason('edtf-end-missing', { text });
  if (first === '..' && last === '..') return reason('edtf-without-end', { text });
  const start = first === '..' ? undefined : readDate(first);
  if (start !== undefined && 'code' in start) return start;
  const end = last === '..' ? undefined : readDate(last);
  if (end !== undefined && 'code' in end) return end;
  if (isPart(start) || isPart(end)) return reason('edtf-interval-of-parts', { text });
  const interval: EdtfInterval = { precision: 'interval', start, end };
  const bounds = boundsOf(interval);
  return bounds.end < bounds.start ? reason('edtf-ends-before-start', { text }) : interval;
}

function isPart(date: Edtf | undefined): boolean {
  return date?.precision === 'quarter' || date?.precision === 'semester';
}

function readDate(text: string): EdtfDate | Message {
  if (text === '') return reason('edtf-empty');
  const parts = DATE.exec(text);
  if (parts === null) return reason('not-edtf', { text });
  const qualifier = parts[4] ?? '';
  const qualified = { approximate: /[~%]/.test(qualifier), uncertain: /[?%]/.test(qualifier) };
  const year = Number(parts[1]);
  if (parts[2] === undefined) return { precision: 'year', year, ...qualified };
  const month = Number(parts[2]);
  if (parts[3] === undefined) {
    if (month >= 1 && month <= 12) return { precision: 'month', year, month, ...qualified };
    return readPart(text, year, month, qualified);
  }
  const day = Number(parts[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return reason('edtf-not-in-calendar', { text });
  return { precision: 'day', year, month, day, ...qualified };
}

function readPart(text: string, year: number, code: number, qualified: Qualified): EdtfPart | Message {
  if (code >= 21 && code <= 32) return reason('edtf-season', { text });
  if (code >= 37 && code <= 39) return reason('edtf-four-months', { text });
  const precision = code < FIRST_CODE.semester ? 'quarter' : 'semester';
  const number = code - FIRST_CODE[precision] + 1;
  if (number < 1 || number * MONTHS_OF[precision] > 12) return reason('edtf-part-unknown', { text });
  if (qualified.approximate || qualified.uncertain) return reason('edtf-part-qualified', { text });
  return { precision, year, number, ...qualified };
}

/** The dates in a date, interval or set; open ends are omitted. */
export function endsOf(edtf: Edtf): EdtfDate[] {
  if (edtf.precision === 'set') return edtf.members.flatMap(endsOf);
  return edtf.precision === 'interval' ? [edtf.start, edtf.end].filter((end) => end !== undefined) : [edtf];
}

/** First and last day of a date. */
export function boundsOf(edtf: Edtf): Bounds {
  if (edtf.precision === 'set') {
    const bounds = edtf.members.map(boundsOf);
    const [start = OPEN_START] = bounds.map((one) => one.start).sort();
    const [end = OPEN_END] = bounds
      .map((one) => one.end)
      .sort()
      .reverse();
    return { start, end };
  }
  if (edtf.precision === 'interval')
    return {
      start: edtf.start === undefined ? OPEN_START : boundsOf(edtf.start).start,
      end: edtf.end === undefined ? OPEN_END : boundsOf(edtf.end).end,
    };
  const [first, last] = monthsOf(edtf);
  const [firstDay, lastDay] =
    edtf.precision === 'day' ? [edtf.day, edtf.day] : [1, daysInMonth(edtf.year, last)];
  return { start: calendarDate(edtf.year, first, firstDay), end: calendarDate(edtf.year, last, lastDay) };
}

/** First and last month of a date. */
function monthsOf(date: EdtfDate): [number, number] {
  if (date.precision === 'year') return [1, 12];
  if (date.precision === 'month' || date.precision === 'day') return [date.month, date.month];
  const length = MONTHS_OF[date.precision];
  return [(date.number - 1) * length + 1, date.number * length];
}

function periodOf(edtf: Edtf): EdtfDate {
  if (edtf.precision === 'set') {
    const [first = ''] = edtf.members.map(formatEdtf).sort(compareEdtf);
    return periodOf(parseEdtf(first));
  }
  if (edtf.precision === 'interval') {
    const side = edtf.start ?? edtf.end;
    if (side === undefined) throw new Error('an interval has an end');
    return periodOf(side);
  }
  const certain = { approximate: false, uncertain: false };
  if (edtf.precision !== 'day') return { ...edtf, ...certain };
  return { precision: 'month', year: edtf.year, month: edtf.month, ...certain };
}

function formatSpan(span: EdtfDate | EdtfInterval, separator: string): string {
  if (span.precision !== 'interval') return formatDate(span);
  const [start, end] = [span.start, span.end].map((side) => (side === undefined ? '..' : formatDate(side)));
  return `${start}${separator}${end}`;
}

function formatDate(date: EdtfDate): string {
  return `${fieldsOf(date)}${qualifierOf(date)}`;
}

function fieldsOf(date: EdtfDate): string {
  const year = String(date.year).padStart(4, '0');
  if (date.precision === 'year') return year;
  if (date.precision === 'month') return `${year}-${two(date.month)}`;
  if (date.precision === 'day') return calendarDate(date.year, date.month, date.day);
  return `${year}-${FIRST_CODE[date.precision] + date.number - 1}`;
}

function qualifierOf(date: EdtfDate): string {
  if (date.approximate && date.uncertain) return '%';
  if (date.approximate) return '~';
  return date.uncertain ? '?' : '';
}

/** A day as YYYY-MM-DD. */
export function calendarDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
