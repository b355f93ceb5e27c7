import { LANGUAGES } from '../../../languages/index.ts';
import { LANGS, type Lang, type Precision, parseEdtf } from '../../model/index.ts';
import { hoursInText } from './clock.ts';
import {
  type DateCursor,
  type DateOptions,
  hasRole,
  isGlued,
  isKind,
  isMark,
  readingOf,
  skipRoles,
  valueAt,
  yearAt,
} from './date-cursor.ts';
import { isDeadline, isNameOfPlace, type Surroundings } from './not-of-the-event.ts';
import type { Point } from './point.ts';
import { type Resolved, resolve, type WeekdayClaim } from './resolve.ts';
import { type List, pointsOf, readList } from './span.ts';
import { tokensOf } from './tokens.ts';

/** A date found in running text. */
export interface DateFound {
  /** Offset of the start of the date in the text. */
  start: number;
  end: number;
  words: string;
  edtf: string;
  /**
   * The precision of the date. A year alone (the 2024 Olympic Games), or an interval that starts with a year, is rarely
   * the date of the event.
   */
  precision: Precision;
  weekdays?: readonly WeekdayClaim[];
}

/**
 * Finds the dates in running text, in order. Without `lang`, all languages are tried. If `year` is given, dates without
 * a year are found too, with two exceptions: a month alone is found only after a word such as `in`, and quarters,
 * semesters and dates in digits (5.06) are found only with a year. Seasons, application deadlines, and dates in the
 * names of streets and holidays (rue du 11 Novembre, праздник 9 Мая) are not returned.
 */
export function datesIn(text: string, options: DateOptions = {}): DateFound[] {
  const langs = options.lang === undefined ? LANGS : [options.lang];
  const found = langs.flatMap((lang) => datesInOneLanguage(text, lang, options));
  if (langs.length === 1) return found;
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DateFound[] = [];
  for (const date of found) if (date.start >= (kept.at(-1)?.end ?? 0)) kept.push(date);
  return kept;
}

function datesInOneLanguage(text: string, lang: Lang, options: DateOptions): DateFound[] {
  const hours = hoursInText(text, lang);
  let hour = 0;
  const tokens = tokensOf(text, lang).filter(({ start, end }) => {
    while (end > (hours[hour]?.end ?? end)) hour += 1;
    return start < (hours[hour]?.start ?? end);
  });
  const reader: DateCursor = { tokens, ...readingOf(lang, options, true) };
  const found: DateFound[] = [];
  for (let at = 0; at < reader.tokens.length; ) {
    const { next, list, date } = stepFrom(reader, at, options.year);
    const [first, last] = [reader.tokens[at], reader.tokens[next - 1]];
    at = next;
    if (list === undefined || date === undefined || first === undefined || last === undefined) continue;
    const { start } = first;
    const end = hours.find((one) => one.start === last.end)?.end ?? last.end;
    if (isOther({ text, start, end }, list, lang)) continue;
    found.push({
      start,
      end,
      words: text.slice(start, end),
      edtf: date.edtf,
      precision: parseEdtf(date.edtf).precision,
      ...(date.weekdays.length === 0 ? {} : { weekdays: date.weekdays }),
    });
  }
  return found;
}

/** Whether a date is part of a name or is an application deadline. */
function isOther(around: Surroundings, { spans }: List, lang: Lang): boolean {
  const [span] = spans;
  if (spans.length > 1 || span === undefined) return false;
  const named = span.kind === 'one' && span.point.precision === 'day';
  if (named && (isNameOfPlace(around) || isHoliday(around, span.point, lang))) return true;
  return isDeadline(around, span.kind === 'until', lang);
}

/**
 * Whether a date is the name of a holiday: in languages that write months in lower case, the month is capitalised (14
 * Juillet, 9 Мая), but not entirely in capitals.
 */
function isHoliday({ text, start, end }: Surroundings, { year, weekday }: Point, lang: Lang): boolean {
  if (year !== undefined || weekday !== undefined || LANGUAGES[lang].dates.read.capitalMonths) return false;
  return /\d\s+\p{Lu}\p{Ll}+$/u.test(text.slice(start, end));
}

/** The date that begins at a position, if any, and the position at which to continue. */
function stepFrom(
  reader: DateCursor,
  at: number,
  year: number | undefined,
): { next: number; list?: List; date?: Resolved } {
  if (isKind(reader, at, 'season')) return { next: afterSeason(reader, at) };
  const list = startsDate(reader, at) ? readList(reader, at) : undefined;
  if (list === undefined) return { next: at + 1 };
  // A list of bare numbers does not contain a date, so the search continues after the list.
  if (list.value.spans.flatMap(pointsOf).every((point) => point.precision === 'bare'))
    return { next: list.next };
  if (!endsDate(reader, list.next) || !hasEvidence(reader, at, list.value)) return { next: at + 1 };
  const resolved = resolve([list.value], [], year === undefined ? {} : { year });
  return 'why' in resolved ? { next: at + 1 } : { next: list.next, list: list.value, date: resolved };
}

/** The position after a season and its year, because the year in `autumn 2021` is not a date by itself. */
function afterSeason(reader: DateCursor, at: number): number {
  const year = skipRoles(reader, at + 1, 'of', 'article');
  return yearAt(reader, year) === undefined ? at + 1 : year + 1;
}

/**
 * Whether a date can begin at a position: a token with a meaning in dates, after a space or a bracket (unlike the 19 in
 * COVID-19).
 */
function startsDate(reader: DateCursor, at: number): boolean {
  const value = valueAt(reader, at);
  if (value === undefined || value.kind === 'word' || value.kind === 'mark') return false;
  if (value.kind === 'small' && !hasRole(reader, at, 'from', 'since', 'between', 'until')) return false;
  return !isGlued(reader, at) || isMark(reader, at - 1, 'open', 'other');
}

/**
 * Whether a date can end before a position, that is, no word or number is attached to it as in `2021-based`, `2021/22`
 * or `2021.5`.
 */
function endsDate(reader: DateCursor, next: number): boolean {
  if (!isGlued(reader, next) || isKind(reader, next, 'note')) return true;
  if (!isKind(reader, next, 'mark')) return false;
  return !isGlued(reader, next + 1) || isMark(reader, next + 1, 'close', 'other', 'dot', 'comma');
}

function hasEvidence(reader: DateCursor, at: number, list: List): boolean {
  const points = list.spans.flatMap(pointsOf);
  if (startsWithLead(reader, at, list)) return false;
  if (points.some((point) => point.year !== undefined || point.shortYear !== undefined)) return true;
  return points.every((point) => tellsWithoutYear(reader, at, point, list));
}

/** Whether a word before the date is part of it: French `du` is part of a range, but not of a single date. */
function startsWithLead(reader: DateCursor, at: number, list: List): boolean {
  return isKind(reader, at, 'small') && list.spans[0]?.kind === 'one';
}

function tellsWithoutYear(reader: DateCursor, at: number, point: Point, list: List): boolean {
  if (point.doubtful === true || point.precision === 'quarter' || point.precision === 'semester')
    return false;
  if (point.precision !== 'month' || list.spans.length > 1 || list.spans[0]?.kind !== 'one') return true;
  let before = at - 1;
  while (hasRole(reader, before, 'article')) before -= 1;
  return point.approximate === true || hasRole(reader, before, 'lead');
}
