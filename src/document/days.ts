/**
 * For a programme whose events are grouped by day: the group in which an event is printed, and its position within that
 * group.
 */
import {
  daysAfter,
  type Event,
  edtfBounds,
  edtfOrder,
  edtfPeriod,
  type Lang,
  type ProgrammeFile,
} from '../model/index.ts';
import { isKnownToTheDay, momentsOf, type Occurrence, occurrencesOf } from '../text/dates/index.ts';
import { dateInWords } from './date-in-words.ts';

/** The value of `groups` for groups by day, unless a theme has a column with this name. */
export const DAY = 'day';

/** Kinds of groups in printed order. */
const KINDS: readonly DayKind[] = ['several', 'day', 'period', 'in-words', 'open'];

/**
 * The kind of date that an event has: a single day; several days; a month or a longer period, if the day is not known;
 * a date that is only given in words; or no date at all.
 */
export type DayKind = 'day' | 'several' | 'period' | 'in-words' | 'open';

/** The position of an event in a programme by day. */
export interface DayPosition {
  kind: DayKind;
  /** The day or the period, EDTF; empty for the other kinds. */
  when: string;
  /** Sort key within a group. */
  order: string;
  /** The days on which the event takes place, without those of a range of more than a week. */
  on: readonly OnDay[];
}

/** A day on which an event takes place. */
export interface OnDay {
  /** YYYY-MM-DD. */
  day: string;
  /** Start of the event in minutes after midnight, if stated. */
  start?: number;
  /** The start time as printed. */
  words?: string;
}

/** Maximum number of days of a range that are listed individually. */
const WEEK = 7;

/** The days of a range; none for a range of more than a week. */
export function daysWithinWeek(days: Occurrence['days']): string[] {
  if (days === undefined) return [];
  const { start, end } = days;
  const all = Array.from({ length: WEEK }, (_, index) => daysAfter(start, index));
  return daysAfter(start, WEEK) <= end ? [] : all.filter((day) => day <= end);
}

/** Finds the position of an event in a programme by day, from its date and its times. */
export function dayPositionOf(event: Event, config: ProgrammeFile, lang: Lang): DayPosition {
  const { when } = event;
  if (when === undefined) {
    const kind = dateInWords(event, config) === undefined ? 'open' : 'in-words';
    return { kind, when: '', order: '', on: [] };
  }
  const period: DayPosition = { kind: 'period', when: edtfPeriod(when), order: edtfOrder(when), on: [] };
  // Times of day are parsed only if the day is known, because parsing is slow and otherwise has no effect.
  if (event.occurrences === undefined && !isKnownToTheDay(when)) return period;
  const spans = occurrencesOf(event, config, lang).map(spanOf);
  const days = spans.filter((span) => span !== undefined);
  const [first] = days;
  if (first === undefined || days.length < spans.length) return period;
  const start = String(Math.min(...days.map((span) => span.start ?? 0)) + DAY_MINUTES).padStart(6, '0');
  const on = days.flatMap(({ from, to, ...time }) =>
    daysWithinWeek({ start: from, end: to }).map((day): OnDay => ({ day, ...time })),
  );
  if (days.every((span) => span.from === first.from && span.to === first.from))
    return { kind: 'day', when: first.from, order: start, on };
  return { kind: 'several', when: '', order: `${edtfBounds(when).start} ${start}`, on };
}

const DAY_MINUTES = 24 * 60;

/** The first and last day of an occurrence; only the first day for an event that ends within 24 hours. */
function spanOf(
  occurrence: Occurrence,
): ({ from: string; to: string } & Pick<OnDay, 'start' | 'words'>) | undefined {
  const { days, doors, start = doors, words } = occurrence;
  if (days === undefined) return undefined;
  const time = start === undefined ? {} : { start, ...(words === undefined ? {} : { words }) };
  const moments = momentsOf(occurrence);
  const isNight =
    moments?.end !== undefined &&
    moments.end.day === daysAfter(moments.start.day) &&
    moments.end.minutes <= moments.start.minutes;
  return { from: days.start, to: isNight ? days.start : days.end, ...time };
}

/** Compares two events by their group and, within a group, by their order. */
export function compareDays(a: DayPosition, b: DayPosition): number {
  return compareWords(keyOf(a), keyOf(b)) || compareWords(a.order, b.order);
}

/** A key that identifies a group. The printed order of groups is the order of their keys. */
export function keyOf({ kind, when }: Pick<DayPosition, 'kind' | 'when'>): string {
  return `${KINDS.indexOf(kind)} ${when === '' ? '' : edtfOrder(when)}`;
}

export const compareWords = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
