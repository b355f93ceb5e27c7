import type { Message } from '../../messages.ts';
import {
  daysAfter,
  daysInMonth,
  edtfBounds,
  formatEdtf,
  isEdtf,
  OPEN_END,
  OPEN_START,
  parseEdtf,
  weekdayOf,
} from '../../model/index.ts';
import { reason } from '../../reasons.ts';
import { LAST, type SelectedDay, type Selection } from './selection.ts';
import { dateTerm } from './words.ts';

/**
 * The selected days of a date as EDTF. If they are not consecutive, the result is a set.
 *
 * @param except the excluded dates, as EDTF
 */
export function selectedText(
  edtf: string,
  { only, weekends, exceptWeekdays }: Selection,
  except: readonly string[],
): string | { why: Message } {
  const spans = spansOf(edtf);
  if (spans === undefined) return { why: reason('weekdays-of-vague-period') };
  const isMeant = (day: string): boolean =>
    (only?.some((one) => isSelected(day, one)) ?? true) &&
    !exceptWeekdays.some((one) => isSelected(day, one));
  const meant = new Set<string>();
  for (const { start, end, areMonths } of spans) {
    const days = daysFrom(start, end, MAX_DAYS);
    if (days === undefined) return { why: reason('days-too-many') };
    const [first = '', last = ''] = [days[0], days.at(-1)];
    if (days.length === 1 && !isMeant(first))
      return { why: reason('day-of-other-weekday', { date: dateTerm(first) }) };
    if (weekends && areMonths && (weekdayOf(first) === SUNDAY || weekdayOf(last) === SATURDAY))
      return { why: reason('weekend-in-two-months') };
    for (const day of days) if (isMeant(day)) meant.add(day);
  }
  const isNever = (one: SelectedDay): boolean => ![...meant].some((day) => isSelected(day, one));
  if (only?.some(isNever)) return { why: reason('no-day-left') };
  for (const text of except) {
    const away = spansOf(text);
    if (away === undefined) return { why: reason('left-out-days-unknown') };
    for (const { start, end } of away)
      for (const day of daysFrom(start, end, MAX_DAYS) ?? [start])
        if (!meant.delete(day)) return { why: reason('left-out-day-is-none', { date: dateTerm(day) }) };
  }
  return textOfDays([...meant].sort());
}

function isSelected(day: string, { weekday, numbers }: SelectedDay): boolean {
  const [year = 0, month = 0, number = 0] = day.split('-').map(Number);
  const isLast = number + 7 > daysInMonth(year, month);
  return (
    weekdayOf(day) === weekday &&
    (numbers.length === 0 || numbers.some((one) => (one === LAST ? isLast : Math.ceil(number / 7) === one)))
  );
}

/**
 * First and last day of each member of an EDTF date. Undefined unless all members are exact days, months or ranges of
 * them.
 */
export function spansOf(edtf: string): { start: string; end: string; areMonths: boolean }[] | undefined {
  if (/[~?%]/.test(edtf)) return undefined;
  const date = parseEdtf(edtf);
  const members = date.precision === 'set' ? date.members : [date];
  const spans = members.map((member) => ({ member, ...edtfBounds(formatEdtf(member)) }));
  const isExact = spans.every(({ member, start, end }) => {
    const ends = member.precision === 'interval' ? [member.start, member.end] : [member];
    return (
      start !== OPEN_START &&
      end !== OPEN_END &&
      ends.every((one) => one?.precision === 'day' || one?.precision === 'month')
    );
  });
  return isExact
    ? spans.map(({ start, end, member }) => ({
        start,
        end,
        areMonths: !/-\d\d-\d\d/.test(formatEdtf(member)),
      }))
    : undefined;
}

/** Maximum number of days in a list; it limits the processing time of malicious texts. */
const MAX_DAYS = 400;

/** The days of a period; undefined if there are more than `most`. */
export function daysFrom(start: string, end: string, most: number): string[] | undefined {
  const days: string[] = [];
  for (let day = start; day <= end; day = daysAfter(day)) {
    if (days.length === most) return undefined;
    days.push(day);
  }
  return days;
}

/** Converts sorted days to EDTF; consecutive days become an interval. */
function textOfDays(days: readonly string[]): string | { why: Message } {
  const spans: [first: string, last: string][] = [];
  for (const day of days) {
    const span = spans.at(-1);
    if (span !== undefined && daysAfter(span[1]) === day) span[1] = day;
    else spans.push([day, day]);
  }
  const [only] = spans;
  if (only === undefined) return { why: reason('no-day-left') };
  const text =
    (separator: string) =>
    ([first, last]: [string, string]) =>
      first === last ? first : `${first}${separator}${last}`;
  const edtf = spans.length === 1 ? text('/')(only) : `{${spans.map(text('..')).join(',')}}`;
  return isEdtf(edtf) ? edtf : { why: reason('days-too-many') };
}

const [SATURDAY, SUNDAY] = [6, 7];
