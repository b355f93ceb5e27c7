import type { RoughPart } from '../../../languages/index.ts';
import {
  type DateCursor,
  digitsAt,
  gluedDigits,
  hasRole,
  isGlued,
  isKind,
  isMark,
  monthAt,
  numeralAt,
  type Read,
  skipRoles,
  valueAt,
  yearAt,
} from './date-cursor.ts';
import type { VaguePart, VagueRange } from './vague-range.ts';

/**
 * One date as written. Parts that the words omit are undefined and are later taken from adjacent dates: the `9` in
 * `9–19 December 2021` has no month and no year.
 */
export interface Point {
  /** `bare`: a number alone, which may be a day, a quarter or a semester. */
  precision: 'bare' | 'day' | 'month' | 'quarter' | 'semester' | 'year';
  /** The day of the month, the number of the quarter or semester, or the bare number. */
  number?: number;
  month?: number;
  year?: number;
  /** The year, if it is written with only two digits. */
  shortYear?: number;
  /** The weekday as written, which may be wrong. 1 is Monday, as in ISO 8601. */
  weekday?: number;
  approximate?: boolean;
  /** The named part of the date, such as its beginning. */
  stretch?: VagueRange;
  /**
   * Whether the date is written in digits that may not be a date, such as 3.05 or 1/12, unless the context confirms it.
   */
  doubtful?: boolean;
  /** Whether day and month may have to be swapped, because their order is unknown, as in 03/04/2021. */
  swappable?: boolean;
  /** Whether the month precedes the day, so that more days can follow, as in "June 4, 5". */
  monthFirst?: true;
  /** Whether the date is written like 3/4. In a list such as "3/4, 5/6 June", this can also mean two days. */
  slashed?: boolean;
}

/** Reads a date, including small words before it and a weekday after it. */
export function readPoint(reader: DateCursor, at: number): Read<Point> | undefined {
  const leads = skipRoles(reader, at, 'lead', 'article');
  const start = leads === at ? at : skipRoles(reader, leads, 'of', 'article');
  const rough = readRough(reader, start);
  const whole = rough !== undefined || leadsWhole(reader, at, start);
  const core = rough?.next ?? start;
  const day = readWeekday(reader, core) ?? readCore(reader, core, whole);
  if (day === undefined) return undefined;
  // A day has no named part: in "ends on 2 May" and "début le 5 juin", the first word is not part of the date.
  if (rough?.value.stretch !== undefined && day.value.precision === 'day') return undefined;
  // After a month without a day, two digits are the day: June 27.
  const isMonth = rough === undefined && day.value.precision === 'month';
  const year = isMonth ? undefined : yearAfterMonth(reader, day);
  const point = { ...day.value, ...rough?.value, ...year?.value };
  const last = year?.next ?? day.next;
  const weekday = readWeekdayAfter(reader, last);
  const end = weekday?.next ?? last;
  const isParted = isMark(reader, end, 'comma') && hasRole(reader, end + 1, 'inclusive');
  const next = skipRoles(reader, isParted ? end + 1 : end, 'inclusive');
  return { value: weekday === undefined ? point : { ...point, weekday: weekday.value }, next };
}

/**
 * Reads a two-digit year at the end of the text, after the name of a month, as in `mid June 27` and `7 Oct. 27`. After
 * a date with a day, a number up to 24 may be an hour and is not read.
 */
function yearAfterMonth(
  reader: DateCursor,
  { value, next }: Read<Point>,
): Read<Pick<Point, 'shortYear'>> | undefined {
  const { precision, year, shortYear } = value;
  const digits = reader.strict || isOrdinal(reader, next) ? undefined : digitsAt(reader, next, 2, 2);
  const month = monthAt(reader, isMark(reader, next - 1, 'dot') ? next - 2 : next - 1);
  const isHour = precision === 'day' && Number(digits) <= 24;
  const isYear = month !== undefined && (year ?? shortYear) === undefined && digits !== undefined && !isHour;
  return isYear && next + 1 === reader.tokens.length
    ? { value: { shortYear: digits }, next: next + 1 }
    : undefined;
}

/**
 * Whether words such as `throughout the` or `в течение` precede the date; the word "year" can then follow without a
 * number.
 */
function leadsWhole(reader: DateCursor, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (hasRole(reader, at, 'whole')) return true;
  return false;
}

/**
 * Reads words for a part of a date, such as `early`, `mid-`, `mid- to late`, `end of the` and `vers la mi-` and, before
 * a month, `first half of` and `вторая декада`.
 */
function readRough(reader: DateCursor, at: number): Read<Pick<Point, 'approximate' | 'stretch'>> | undefined {
  const about = valueAt(reader, at);
  if (about?.kind === 'rough' && about.part === 'about') {
    const next = afterRoughWord(reader, at);
    return readRoughParts(reader, next) ?? { value: { approximate: true }, next };
  }
  return readRoughParts(reader, at) ?? readShareOfMonth(reader, at);
}

function readRoughParts(
  reader: DateCursor,
  at: number,
): Read<{ approximate: true; stretch: VagueRange }> | undefined {
  const from = roughPartAt(reader, at);
  if (from === undefined) return undefined;
  const joint = isMark(reader, at + 1, 'dash', 'slash') ? at + 2 : at + 1;
  const second = skipRoles(reader, joint, 'to', 'until', 'and', 'article');
  const to = roughPartAt(reader, second);
  if (to === undefined)
    return { value: { approximate: true, stretch: { from, to: from } }, next: afterRoughWord(reader, at) };
  return { value: { approximate: true, stretch: { from, to } }, next: afterRoughWord(reader, second) };
}

function roughPartAt(reader: DateCursor, at: number): RoughPart | undefined {
  const value = valueAt(reader, at);
  return value?.kind === 'rough' && value.part !== 'about' ? value.part : undefined;
}

/** The halves and thirds of a month, in order. */
const SHARES: Readonly<Record<'half' | 'fortnight' | 'third', readonly VaguePart[]>> = {
  half: ['first half', 'second half'],
  fortnight: ['first half', 'second half'],
  third: ['early', 'middle', 'late'],
};

function readShareOfMonth(
  reader: DateCursor,
  at: number,
): Read<{ approximate: true; stretch: VagueRange }> | undefined {
  const number = numeralAt(reader, at);
  const unit = valueAt(reader, at + 1);
  if (number === undefined || unit?.kind !== 'unit') return undefined;
  if (unit.unit !== 'half' && unit.unit !== 'fortnight' && unit.unit !== 'third') return undefined;
  const part = SHARES[unit.unit][number - 1];
  const month = skipRoles(reader, at + 2, 'of', 'article');
  if (part === undefined || monthAt(reader, month) === undefined) return undefined;
  return { value: { approximate: true, stretch: { from: part, to: part } }, next: month };
}

function afterRoughWord(reader: DateCursor, at: number): number {
  return skipRoles(reader, isMark(reader, at + 1, 'dash') ? at + 2 : at + 1, 'of', 'article', 'lead');
}

function readWeekday(reader: DateCursor, at: number): Read<Point> | undefined {
  const value = valueAt(reader, at);
  if (value?.kind !== 'weekday') return undefined;
  const day = skipRoles(reader, isMark(reader, at + 1, 'comma') ? at + 2 : at + 1, 'article');
  const read = readCore(reader, day, false);
  if (read === undefined || (read.value.precision !== 'day' && read.value.precision !== 'bare'))
    return undefined;
  return { value: { ...read.value, weekday: value.weekday }, next: read.next };
}

/**
 * Reads a weekday after a date, as in `5 May, Friday`, unless it is followed by another date, another weekday or
 * `only`.
 */
function readWeekdayAfter(reader: DateCursor, at: number): Read<number> | undefined {
  const place = isMark(reader, at, 'comma') ? at + 1 : at;
  const value = valueAt(reader, place);
  if (value?.kind !== 'weekday' || readWeekday(reader, place) !== undefined) return undefined;
  if (hasRole(reader, place + 1, 'only')) return undefined;
  const isJoined =
    isMark(reader, place + 1, 'dash', 'comma', 'slash', 'and') || hasRole(reader, place + 1, 'and', 'to');
  if (isJoined && isKind(reader, skipRoles(reader, place + 2, 'article'), 'weekday')) return undefined;
  return { value: value.weekday, next: place + 1 };
}

function readCore(reader: DateCursor, at: number, whole: boolean): Read<Point> | undefined {
  return (
    readYearFirst(reader, at) ??
    readRomanMonth(reader, at) ??
    readDigits(reader, at) ??
    readNumeralFirst(reader, at) ??
    readMonth(reader, at) ??
    readPart(reader, at) ??
    readYearNamed(reader, at, whole)
  );
}

/** Reads dates that begin with the year: 2021-03-19, 2021-03, 2021, 2021 Semester 2, 2021-Q3, 2021 March. */
function readYearFirst(reader: DateCursor, at: number): Read<Point> | undefined {
  const year = yearAt(reader, at);
  if (year === undefined) return undefined;
  for (const mark of ['dash', 'dot', 'slash'] as const) {
    const month = gluedDigits(reader, at + 1, mark, 1, 2);
    if (month === undefined) continue;
    const day = gluedDigits(reader, at + 3, mark, 1, 2);
    if (day !== undefined) return { value: { precision: 'day', year, month, number: day }, next: at + 5 };
    if (gluedDigits(reader, at + 1, mark, 2, 2) === undefined) continue;
    if (mark !== 'dash' || month < 1 || month > 12) return undefined;
    return { value: { precision: 'month', year, month }, next: at + 3 };
  }
  const next = isKind(reader, at + 1, 'year') ? at + 2 : at + 1;
  const part = readPart(reader, isMark(reader, next, 'dash') ? next + 1 : next);
  if (part !== undefined && part.value.year === undefined) {
    return { value: { ...part.value, year }, next: part.next };
  }
  const month = reader.strict ? undefined : monthAt(reader, next);
  if (month !== undefined) return { value: { precision: 'month', year, month }, next: next + 1 };
  return { value: { precision: 'year', year }, next };
}

/** Reads dates with the month in Roman numerals: 6.XII.2027, 6/XII, 6 XII 2027. */
function readRomanMonth(reader: DateCursor, at: number): Read<Point> | undefined {
  const number = digitsAt(reader, at, 1, 2);
  if (number === undefined) return undefined;
  const isParted = isMark(reader, at + 1, 'dot', 'slash', 'dash') && isGlued(reader, at + 1);
  const place = isParted ? at + 2 : at + 1;
  const value = valueAt(reader, place);
  const month =
    value?.kind === 'roman' || (value?.kind === 'ordinal' && reader.tokens[place]?.capital === true)
      ? value.number
      : undefined;
  if (month === undefined) return undefined;
  const day: Point = { precision: 'day', number, month };
  const isGluedTo = isGlued(reader, place) && (isParted || isOrdinal(reader, at));
  const year = isGluedTo ? gluedYear(reader, place + 1) : undefined;
  if (year !== undefined) return { value: { ...day, ...year.value }, next: afterYearWord(reader, year.next) };
  const behind = afterDot(reader, place) ?? place + 1;
  const apart = yearAt(reader, behind);
  if (apart !== undefined && value?.kind === 'roman')
    return { value: { ...day, year: apart }, next: afterYearWord(reader, behind + 1) };
  return isGluedTo && !reader.strict ? { value: { ...day, doubtful: true }, next: behind } : undefined;
}

/** Reads a year that follows the month without a space, usually after a separator: -2027, /27, .2027. */
function gluedYear(reader: DateCursor, at: number): Read<Pick<Point, 'year' | 'shortYear'>> | undefined {
  const place = isMark(reader, at, 'dash', 'slash', 'dot') && isGlued(reader, at) ? at + 1 : at;
  if (!isGlued(reader, place)) return undefined;
  const year = yearAt(reader, place);
  if (year !== undefined) return { value: { year }, next: place + 1 };
  const shortYear = digitsAt(reader, place, 2, 2);
  return shortYear === undefined ? undefined : { value: { shortYear }, next: place + 1 };
}

/** Reads dates in digits: 19.03.2021, 19/03/2021, 19-03-2021, 19.03.21, 03.2021, 19.03, 19/03, 19. 3. 2021, 19.3. */
function readDigits(reader: DateCursor, at: number): Read<Point> | undefined {
  const first = digitsAt(reader, at, 1, 2);
  if (first === undefined) return undefined;
  const [ordinalMonth, ordinalYear] = [digitsAt(reader, at + 1, 1, 2), yearAt(reader, at + 2)];
  if (ordinalMonth !== undefined && isOrdinal(reader, at) && isOrdinal(reader, at + 1)) {
    const day: Point = { precision: 'day', number: first, month: ordinalMonth };
    if (ordinalYear !== undefined) return { value: { ...day, year: ordinalYear }, next: at + 3 };
    if (ordinalMonth <= 12) return { value: { ...day, doubtful: true }, next: at + 2 };
  }
  for (const mark of ['dot', 'slash', 'dash'] as const) {
    const year = mark === 'dash' ? undefined : gluedDigits(reader, at + 1, mark, 4, 4);
    if (year !== undefined)
      return { value: { precision: 'month', month: first, year }, next: afterYearWord(reader, at + 3) };
    const month = gluedDigits(reader, at + 1, mark, 1, 2);
    if (month === undefined) continue;
    const isOpen = mark !== 'dot' && reader.order === undefined;
    const turned =
      mark !== 'dot' && (reader.order === 'month-first' || (isOpen && month > 12 && first <= 12));
    const day: Point = turned
      ? { precision: 'day', number: month, month: first }
      : { precision: 'day', number: first, month };
    if (isOpen && first <= 12 && month <= 12 && first !== month) day.swappable = true;
    const fullYear = gluedDigits(reader, at + 3, mark, 4, 4);
    if (fullYear !== undefined)
      return { value: { ...day, year: fullYear }, next: afterYearWord(reader, at + 5) };
    const shortYear = gluedDigits(reader, at + 3, mark, 2, 2);
    // In 25-26-27 May, the last number is a day.
    const isYear = shortYear !== undefined && monthAt(reader, skipRoles(reader, at + 5, 'of')) === undefined;
    if (isYear) return { value: { ...day, shortYear }, next: afterYearWord(reader, at + 5) };
    if (mark === 'dash' || day.month === 0 || (day.month ?? 0) > 12) return undefined;
    const ended = mark === 'dot' ? afterDot(reader, at + 2) : undefined;
    const isSlash = (place: number): boolean => isMark(reader, place, 'slash') && isGlued(reader, place);
    const isWhole =
      digitsAt(reader, at + 2, 2, 2) !== undefined ||
      (!reader.strict && (mark === 'slash' || isBeforeEnd(reader, at + 3)));
    const next = ended ?? (isWhole ? at + 3 : undefined);
    if (next === undefined || monthAt(reader, next) !== undefined) return undefined;
    // "3/4.5." means two days in May, and "3/4/5 May" means three.
    if (
      mark === 'slash' &&
      (isSlash(next) || isOrdinal(reader, at + 2) || gluedDigits(reader, next, 'dot', 1, 2) !== undefined)
    )
      return undefined;
    return { value: { ...day, doubtful: true, ...(mark === 'slash' ? { slashed: true } : {}) }, next };
  }
  return undefined;
}

/** Whether the end of a range with a numeric month follows, as in 30.8 – 1.9.2019. */
function isBeforeEnd(reader: DateCursor, at: number): boolean {
  const end = isMark(reader, at, 'dash', 'slash') ? at + 1 : skipRoles(reader, at, 'to', 'until');
  return end > at && gluedDigits(reader, end + 1, 'dot', 1, 2) !== undefined;
}

/**
 * The position after a number and its full stop, which some languages also write after the month (7.3.). Undefined
 * without a full stop.
 */
function afterDot(reader: DateCursor, at: number): number | undefined {
  if (isOrdinal(reader, at)) return at + 1;
  return isMark(reader, at + 1, 'dot') && isGlued(reader, at + 1) ? at + 2 : undefined;
}

/** Whether the token at a position is a number with an ordinal ending, such as 4th or 1er. */
export function isOrdinal(reader: DateCursor, at: number): boolean {
  const value = valueAt(reader, at);
  return value?.kind === 'number' && value.ordinal;
}

/**
 * Reads dates that begin with a number: 9 December 2021, 1st of February, 2nd quarter 2021, II полугодие, and the bare
 * 9 in a range.
 */
function readNumeralFirst(reader: DateCursor, at: number): Read<Point> | undefined {
  const number = numeralAt(reader, at);
  if (number === undefined) return undefined;
  const joined = afterJoint(reader, at + 1);
  const monthPlace = joined ?? skipRoles(reader, at + 1, 'of');
  const month = monthAt(reader, monthPlace);
  if (month !== undefined && isMonth(reader, monthPlace)) {
    const point: Point = { precision: 'day', number, month };
    const year = joined === undefined ? undefined : gluedYear(reader, monthPlace + 1);
    return year === undefined
      ? withYear(reader, monthPlace + 1, point)
      : { value: { ...point, ...year.value }, next: afterYearWord(reader, year.next) };
  }
  const part = readPart(reader, at);
  if (part !== undefined) return part;
  const year = yearAt(reader, isMark(reader, at + 1, 'comma') ? at + 2 : at + 1);
  return year === undefined
    ? { value: { precision: 'bare', number }, next: at + 1 }
    : withYear(reader, at + 1, { precision: 'bare', number });
}

/** The position of the month name in forms such as 4-Dec, 4/Dec/2021 and 4.déc.; undefined for other forms. */
function afterJoint(reader: DateCursor, at: number): number | undefined {
  const isJoined =
    isMark(reader, at, 'dash', 'slash', 'dot') && isGlued(reader, at) && isGlued(reader, at + 1);
  return isJoined && monthAt(reader, at + 1) !== undefined ? at + 1 : undefined;
}

/**
 * Reads dates that begin with the name of the month: December 2021 and, if the language allows it, December 9, 2021.
 */
function readMonth(reader: DateCursor, at: number): Read<Point> | undefined {
  const month = monthAt(reader, at);
  if (month === undefined || !isMonth(reader, at)) return undefined;
  const number = reader.monthFirst ? dayAfterMonth(reader, at + 1) : undefined;
  if (number !== undefined)
    return withYear(reader, at + 2, { precision: 'day', number, month, monthFirst: true });
  return withYear(reader, at + 1, { precision: 'month', month });
}

/**
 * Whether a word that can be the name of a month means the month. In running text, "may" and "march" must be
 * capitalised.
 */
function isMonth(reader: DateCursor, at: number): boolean {
  return !(reader.strict && reader.capitalMonths) || reader.tokens[at]?.capital === true;
}

/**
 * Reads the day after a month. In running text, as in `In May 20 artists`, the number is a day only if it is an
 * ordinal, if a year follows, or if a word before the month introduces days.
 */
function dayAfterMonth(reader: DateCursor, at: number): number | undefined {
  const number = numeralAt(reader, at);
  if (number === undefined || monthAt(reader, skipRoles(reader, at + 1, 'of')) !== undefined)
    return undefined;
  const value = valueAt(reader, at);
  if (value?.kind === 'number' && value.clipped) return undefined;
  if (!reader.strict) return number;
  const rangeEnd = isMark(reader, at + 1, 'dash') ? at + 3 : at + 1;
  const year = yearAt(reader, isMark(reader, rangeEnd, 'comma') ? rangeEnd + 1 : rangeEnd);
  return year !== undefined || isOrdinal(reader, at) || isBeforeDay(reader, at - 2) ? number : undefined;
}

/** Whether a word at a position, such as "on", "from" or "Friday", introduces days rather than months. */
function isBeforeDay(reader: DateCursor, at: number): boolean {
  const before = isMark(reader, at, 'comma') ? at - 1 : at;
  return isKind(reader, before, 'weekday') || hasRole(reader, at, 'day', 'from', 'between', 'to', 'until');
}

/** Reads a part of a year: Quarter 3 2021, 3e trimestre, Q3 2021, second half of 2021. */
function readPart(reader: DateCursor, at: number): Read<Point> | undefined {
  const value = valueAt(reader, at);
  if (value?.kind === 'part')
    return withYear(reader, at + 1, { precision: value.part, number: value.number });
  const numberFirst = numeralAt(reader, at);
  const unitPlace = numberFirst === undefined ? at : at + 1;
  const unit = valueAt(reader, unitPlace);
  const number = numberFirst ?? numeralAt(reader, at + 1);
  if (unit?.kind !== 'unit' || number === undefined) return undefined;
  if (unit.unit === 'fortnight' || unit.unit === 'third') return undefined;
  const next = at + 2;
  const read = withYear(reader, next, { precision: unit.unit === 'half' ? 'semester' : unit.unit, number });
  // A half is a semester only if a year follows.
  return unit.unit === 'half' && read.next === next ? undefined : read;
}

/** Reads a year after the word for it: the year 2021, année 2021 and, without a number, `throughout the year`. */
function readYearNamed(reader: DateCursor, at: number, whole: boolean): Read<Point> | undefined {
  if (!isKind(reader, at, 'year')) return undefined;
  const year = yearAt(reader, at + 1);
  if (year !== undefined) return { value: { precision: 'year', year }, next: afterYearWord(reader, at + 2) };
  return whole && !reader.strict ? { value: { precision: 'year' }, next: at + 1 } : undefined;
}

/**
 * Adds the year that follows a date: `2021`, `’21`, `, 2021`, `of the year 2021`, `2021 г.`. After a part of a year,
 * `of the year` is read as well.
 */
function withYear(reader: DateCursor, at: number, point: Point): Read<Point> {
  // The year can follow without a space, as in Juin/2027, Q3-2027 and T3/27.
  const isWide = point.precision !== 'day' && point.precision !== 'bare';
  const glued = isWide && isMark(reader, at, 'dash', 'slash') ? gluedYear(reader, at) : undefined;
  if (glued !== undefined && (glued.value.year !== undefined || point.precision !== 'month'))
    return { value: { ...point, ...glued.value }, next: afterYearWord(reader, glued.next) };
  const words = isMark(reader, at, 'comma') ? at + 1 : skipRoles(reader, at, 'of', 'article');
  const named = isKind(reader, words, 'year');
  const year = yearAt(reader, named ? words + 1 : words);
  if (year !== undefined) {
    return { value: { ...point, year }, next: afterYearWord(reader, named ? words + 2 : words + 1) };
  }
  const clipped = valueAt(reader, at);
  if (clipped?.kind === 'number' && clipped.clipped)
    return { value: { ...point, shortYear: clipped.number }, next: at + 1 };
  const part = point.precision === 'quarter' || point.precision === 'semester';
  return { value: point, next: part && named && !isMark(reader, at, 'comma') ? words + 1 : at };
}

function afterYearWord(reader: DateCursor, at: number): number {
  return isKind(reader, at, 'year') ? at + 1 : at;
}
