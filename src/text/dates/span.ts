import {
  afterSign,
  type DateCursor,
  hasRole,
  isKind,
  isMark,
  type Read,
  skipRoles,
  valueAt,
} from './date-cursor.ts';
import { isOrdinal, type Point, readPoint } from './point.ts';

export type Span =
  | { kind: 'one'; point: Point }
  /**
   * `week`: the weekdays of both ends precede the range. `between`: for dates joined by slashes or dashes, the number
   * of dates between the first and the last.
   */
  | { kind: 'range'; start: Point; end: Point; joint: Joint; week?: true; between?: number }
  | { kind: 'since'; point: Point }
  | { kind: 'until'; point: Point };

/** How the ends of a range are joined. A slash can join only consecutive dates (20/21 June). */
type Joint = 'words' | 'slash';

export interface List {
  spans: readonly Span[];
  /** The separators between adjacent spans. */
  separators: readonly Separator[];
}
/** A comma separates dates, or a period from more precise dates within it. */
type Separator = 'comma' | 'and';

/** Maximum number of dates in a phrase; it limits the processing time of malicious texts. */
const MAX_SPANS = 40;

/** The dates of which a span consists. */
export function pointsOf(span: Span): Point[] {
  return span.kind === 'range' ? [span.start, span.end] : [span.point];
}

/** Reads as many consecutive dates and ranges as possible, joined by commas and `and`, and the weekdays before them. */
export function readList(reader: DateCursor, at: number): Read<List> | undefined {
  return readDaysWithWeekdays(reader, at) ?? readSpans(reader, at);
}

/** Reads days after their weekdays, such as `Di + Do, 8. + 10. Juni`. */
function readDaysWithWeekdays(reader: DateCursor, at: number): Read<List> | undefined {
  const weekdays: number[] = [];
  let next = at;
  for (let place: number | undefined = at; place !== undefined; ) {
    const value = valueAt(reader, place);
    if (value?.kind !== 'weekday' || weekdays.length > MAX_SPANS) break;
    weekdays.push(value.weekday);
    next = place + 1;
    place = readSeparator(reader, next)?.next;
  }
  const list = weekdays.length < 2 ? undefined : readSpans(reader, afterSign(reader, next));
  const spans = list?.value.spans.flatMap((span, index): Span[] => {
    const weekday = weekdays[index];
    return span.kind === 'one' && span.point.weekday === undefined && weekday !== undefined
      ? [{ kind: 'one', point: { ...span.point, weekday } }]
      : [];
  });
  return list !== undefined && spans?.length === weekdays.length && list.value.spans.length === spans.length
    ? { value: { ...list.value, spans }, next: list.next }
    : undefined;
}

function readSpans(reader: DateCursor, at: number): Read<List> | undefined {
  const first = readSpan(reader, at);
  if (first === undefined) return undefined;
  const spans = [first.value];
  const separators: Separator[] = [];
  let next = first.next;
  while (spans.length < MAX_SPANS) {
    const separator = readSeparator(reader, next);
    const span = separator === undefined ? undefined : readSpan(reader, separator.next);
    if (separator === undefined || span === undefined) break;
    if (separator.next === next && spans.flatMap(pointsOf).at(-1)?.month === undefined) break;
    const goesOn =
      !reader.strict ||
      continues(spans.at(-1), separator.value, span.value) ||
      isDayAfter(reader, spans, separator.next, span);
    if (!goesOn) break;
    spans.push(span.value);
    separators.push(separator.value);
    next = span.next;
  }
  return { value: { spans, separators }, next };
}

/**
 * Whether a list in running text continues with the next date. This is the case if that date supplies a part that the
 * previous date lacks, as in `3, 4 and 5 June` and `5 February and 3 March 2021`, or if both are months (`in April and
 * May`), but not in `on 5 February, 20 people`.
 */
function continues(last: Span | undefined, separator: Separator, next: Span): boolean {
  const before = last === undefined ? undefined : pointsOf(last).at(-1);
  const [start, end = start] = pointsOf(next);
  if (before === undefined || start === undefined || end === undefined || !alike(before, start)) return false;
  if (before.precision === 'bare') return true;
  if (separator === 'comma' || before.year !== undefined || end.precision === 'bare') return false;
  return before.precision === 'month' || end.year !== undefined;
}

/**
 * Whether a number continues a list of days in running text if the month precedes the days, as in `June 4 and 5, 2021`
 * and `June 4th, 5th and 9th`, but not in `June 4 and 20 artists`.
 */
function isDayAfter(
  reader: DateCursor,
  spans: readonly Span[],
  at: number,
  { value, next }: Read<Span>,
): boolean {
  const days = spans.flatMap(pointsOf);
  const named = days.every(
    ({ precision, year }) => (precision === 'day' || precision === 'bare') && year === undefined,
  );
  if (!reader.monthFirst || !named || value.kind !== 'one' || value.point.precision !== 'bare') return false;
  return isOrdinal(reader, at) || value.point.year !== undefined || !isKind(reader, next, 'word');
}

function readSeparator(reader: DateCursor, at: number): Read<Separator> | undefined {
  if (isMark(reader, at, 'semicolon')) return { value: 'and', next: at + 1 };
  // In a list of days with times, nothing may remain between two days: Fr 5.6. 20 Uhr Sa 6.6. 18 Uhr.
  if (!reader.strict && isKind(reader, at, 'weekday')) return { value: 'and', next: at };
  const comma = isMark(reader, at, 'comma') ? at + 1 : at;
  if (isAnd(reader, comma)) return { value: 'and', next: comma + 1 };
  return comma === at ? undefined : { value: 'comma', next: comma };
}

function readSpan(reader: DateCursor, at: number): Read<Span> | undefined {
  const start = skipRoles(reader, at, 'daily');
  return (
    readNight(reader, start) ??
    readFrom(reader, start) ??
    readUntil(reader, start) ??
    readPlain(reader, start)
  );
}

/**
 * Reads a night between two consecutive days, such as `night of 20–21 May`, `nuit du 20 au 21 mai` and `в ночь с 20 на
 * 21 мая`.
 */
function readNight(reader: DateCursor, at: number): Read<Span> | undefined {
  const night = skipRoles(reader, at, 'lead', 'article');
  if (reader.strict || !isKind(reader, night, 'night')) return undefined;
  // In a phrase such as "the night to Sunday", the night begins on the previous day, so the phrase is not read.
  if (hasRole(reader, night + 1, 'overnight')) return undefined;
  const start = readPoint(reader, skipRoles(reader, night + 1, 'of', 'from', 'lead', 'article'));
  if (start === undefined) return undefined;
  const range = readEnd(reader, start, false) ?? readOver(reader, start) ?? readNext(reader, start);
  if (range?.value.kind !== 'range') return { value: { kind: 'one', point: start.value }, next: start.next };
  return { value: { ...range.value, joint: 'slash' }, next: range.next };
}

/** Reads the next day of a night, such as the 21 in `20. auf 21. Mai`. */
function readOver(reader: DateCursor, start: Read<Point>): Read<Span> | undefined {
  return hasRole(reader, start.next, 'overnight') ? endAt(reader, start, 'slash') : undefined;
}

/**
 * Reads a range with a word before its start, such as `from 6 to 9 September`, `entre le 6 et le 9 septembre` and `с 6
 * по 9 сентября`, and a period without an end, such as `since 2017`.
 */
function readFrom(reader: DateCursor, at: number): Read<Span> | undefined {
  if (!hasRole(reader, at, 'from', 'since', 'between')) return undefined;
  const start = readPoint(reader, at + 1);
  if (start === undefined) return undefined;
  const range = readEnd(reader, start, hasRole(reader, at, 'between'));
  if (range !== undefined) return range;
  if (!hasRole(reader, at, 'since')) return undefined;
  return { value: { kind: 'since', point: start.value }, next: skipRoles(reader, start.next, 'onwards') };
}

/** Reads a period without a start, such as `until 30 June`, `jusqu’au 30 juin` and `до 30 июня`. */
function readUntil(reader: DateCursor, at: number): Read<Span> | undefined {
  if (!hasRole(reader, at, 'until')) return undefined;
  const end = readPoint(reader, skipRoles(reader, at + 1, 'inclusive'));
  return end === undefined ? undefined : { value: { kind: 'until', point: end.value }, next: end.next };
}

/**
 * Reads a date or a range without a word before it, such as `9 December`, `9–19 December`, `20/21 June` and `March 2021
 * onwards`.
 */
function readPlain(reader: DateCursor, at: number): Read<Span> | undefined {
  const week = readWeek(reader, at);
  if (week !== undefined) return week;
  const start = readPoint(reader, at);
  if (start === undefined) return undefined;
  const range = readEnd(reader, start, false) ?? (reader.strict ? undefined : readOver(reader, start));
  if (range !== undefined) return range;
  if (hasRole(reader, start.next, 'onwards')) {
    return { value: { kind: 'since', point: start.value }, next: start.next + 1 };
  }
  return { value: { kind: 'one', point: start.value }, next: start.next };
}

/**
 * Reads a range after the weekdays of both its ends, such as `Monday to Friday, 6–10 September`, or the Saturday and the
 * Sunday of a weekend, such as `weekend of 3–4 July` and `Wochenende 3./4.7.`.
 */
function readWeek(reader: DateCursor, at: number): Read<Span> | undefined {
  const [first, last] = [valueAt(reader, at), valueAt(reader, at + 2)];
  const isWeekend = first?.kind === 'weekend' && !reader.strict;
  const isPair = isMark(reader, at + 1, 'dash', 'slash') || hasRole(reader, at + 1, 'to', 'until', 'and');
  const isWeek = first?.kind === 'weekday' && last?.kind === 'weekday' && isPair;
  if (!isWeekend && !isWeek) return undefined;
  const [from, to] = isWeek ? [first.weekday, last.weekday] : [SATURDAY, SUNDAY];
  const place = isWeek
    ? at + (isMark(reader, at + 3, 'comma') ? 4 : 3)
    : skipRoles(reader, afterSign(reader, at + 1), 'of', 'lead', 'article');
  const start = readPoint(reader, place);
  const range = start && (readEnd(reader, start, false) ?? (isWeekend ? readNext(reader, start) : undefined));
  if (range?.value.kind !== 'range') return undefined;
  const { value, next } = range;
  const isTwoDays = isWeekend || hasRole(reader, at + 1, 'and');
  const ends = { start: { ...value.start, weekday: from }, end: { ...value.end, weekday: to } };
  const joint = isTwoDays ? 'slash' : value.joint;
  return { value: { ...value, ...ends, joint, ...(isWeek && { week: true as const }) }, next };
}

const [SATURDAY, SUNDAY] = [6, 7];

/** Reads the day after a day and "and", such as the 4 in `3 and 4 July`. */
function readNext(reader: DateCursor, start: Read<Point>): Read<Span> | undefined {
  return isAnd(reader, start.next) ? endAt(reader, start, 'slash') : undefined;
}

function isAnd(reader: DateCursor, at: number): boolean {
  return isMark(reader, at, 'and') || hasRole(reader, at, 'and');
}

/** Reads the rest of a range after its start; undefined if no end follows. */
function readEnd(reader: DateCursor, start: Read<Point>, between: boolean): Read<Span> | undefined {
  // A comma can remain after the times have been removed: с 31 декабря, по 1 января.
  const isParted = !reader.strict && isMark(reader, start.next, 'comma');
  if (isParted && hasRole(reader, start.next + 1, 'to', 'until'))
    return readEnd(reader, { ...start, next: start.next + 1 }, false);
  const mark = (['slash', 'dash'] as const).find((one) => isMark(reader, start.next, one));
  if (mark !== undefined && !between) return endOfChain(reader, start, mark);
  const isJoined = between
    ? hasRole(reader, start.next, 'and')
    : hasRole(reader, start.next, 'to', 'until') && !isHour(reader, start);
  return isJoined ? endAt(reader, start, 'words') : undefined;
}

/**
 * Whether the end of a range may be an hour. In `3 May till 5` and `le 3 mai à 20`, the number can mean a day or an
 * hour.
 */
function isHour(reader: DateCursor, { value, next }: Read<Point>): boolean {
  const end = readPoint(reader, next + 1)?.value;
  const isBare = end?.precision === 'bare' && end.year === undefined && end.weekday === undefined;
  return value.month !== undefined && !value.monthFirst && isBare && !isOrdinal(reader, next + 1);
}

/** Reads the other days of a list of days joined by slashes or dashes, such as 5/6/7 June and 5-6-7 June. */
function endOfChain(reader: DateCursor, start: Read<Point>, mark: 'slash' | 'dash'): Read<Span> | undefined {
  let end = endAt(reader, start, mark === 'slash' ? mark : 'words');
  for (let between = 1; end?.value.kind === 'range' && isMark(reader, end.next, mark); between += 1) {
    const more = endAt(reader, { value: start.value, next: end.next }, 'slash');
    if (more?.value.kind !== 'range' || end.value.end.precision !== 'bare') return end;
    end = { value: { ...more.value, between }, next: more.next };
  }
  return end;
}

function endAt(reader: DateCursor, start: Read<Point>, joint: Joint): Read<Span> | undefined {
  const end = readPoint(reader, start.next + 1);
  if (end === undefined || (reader.strict && !endsRange(start.value, end.value))) return undefined;
  return { value: { kind: 'range', start: start.value, end: end.value, joint }, next: end.next };
}

/**
 * Whether a date can be the end of a range in running text, unlike in `5 May – 12 concerts` and `5 May 2021 to 2030`.
 */
function endsRange(start: Point, end: Point): boolean {
  return (
    alike(start, end) && (end.precision !== 'bare' || start.precision === 'bare' || end.year !== undefined)
  );
}

/** Whether two written dates have the same precision; a bare number counts as a day. */
function alike(a: Point, b: Point): boolean {
  const [wide, narrow] = [a.precision, b.precision].map((precision) =>
    precision === 'bare' ? 'day' : precision,
  );
  return wide === narrow;
}
