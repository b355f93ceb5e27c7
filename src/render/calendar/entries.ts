import { type Days, type EventRecord, exactDays } from '../../document/index.ts';
import { type ClockTimes, clockTimes, momentOf } from './clock.ts';

/** What a calendar shows of an event: whole days, or from a moment to another. */
export interface Entry {
  /** Names it in all calendars and editions. */
  uid: string;
  /** Milliseconds since 1970; the end of whole days is the midnight after the last. */
  start: number;
  end?: number;
  isDays: boolean;
  summary: string;
  description: string;
  theme: string;
  link?: string;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
}

/** Why an event is in no calendar: its date is not known to the day, or its time is that of no time zone. */
export interface LeftOut {
  id: string;
  title: string;
  reason: 'date' | 'timezone';
}

/** How entries of a programme are made. */
export interface CalendarOf {
  /** Name of the programme. */
  name: string;
  /** Address of the page on the web, where it has one: an event without a link of its own has its place there. */
  page?: string | undefined;
}

/**
 * The entries of events; of several dates, each is one. A date that is not known to the day gives none, and neither does a time of day
 * without a time zone: nothing is guessed. A time that is no plain clock time, or one beside more than a day, stands in the description alone.
 */
export function calendarEntries(
  records: readonly EventRecord[],
  calendar: CalendarOf,
): { entries: Entry[]; leftOut: LeftOut[] } {
  const entries: Entry[] = [];
  const leftOut: LeftOut[] = [];
  for (const record of records) {
    const { id, title, when, timezone } = record;
    const days = when === undefined ? undefined : exactDays(when);
    const times = timesOf(record);
    if (days === undefined) leftOut.push({ id, title, reason: 'date' });
    else if (times !== undefined && timezone === undefined && days.some(isOneDay))
      leftOut.push({ id, title, reason: 'timezone' });
    else
      days.forEach((span, index) => {
        entries.push(entryOf(record, span, index, times, calendar));
      });
  }
  return { entries, leftOut };
}

function timesOf({ fields }: EventRecord): ClockTimes | undefined {
  const times = fields.filter(({ kind }) => kind === 'time');
  return times.length === 1 ? clockTimes(times[0]?.words ?? '') : undefined;
}

function entryOf(
  record: EventRecord,
  span: Days,
  index: number,
  times: ClockTimes | undefined,
  { name, page }: CalendarOf,
): Entry {
  const { id, title, theme, fields, status, timezone } = record;
  const links = fields.filter(({ kind }) => kind === 'link').map(({ words }) => words);
  const link = links.length === 1 ? links[0] : page && `${page}#${id}`;
  const said = fields.filter(({ kind }) => kind === 'description');
  const rest = fields.filter(({ kind }) => kind !== 'description');
  return {
    uid: `${index === 0 ? id : `${id}.${index + 1}`}@${name}`,
    ...(times !== undefined && timezone !== undefined && isOneDay(span)
      ? { ...timed(span.start, times, timezone), isDays: false }
      : { ...wholeDays(span), isDays: true }),
    summary: title.replaceAll('\n', ' '),
    description: [
      ...said.map(({ words }) => words),
      ...rest.map(({ heading, words }) => `${heading}: ${words}`),
    ].join('\n'),
    theme: theme.title.replaceAll('\n', ' '),
    ...(link === undefined ? {} : { link }),
    status: status === 'cancelled' ? 'CANCELLED' : status === 'postponed' ? 'TENTATIVE' : 'CONFIRMED',
  };
}

const isOneDay = ({ start, end }: Days): boolean => start === end;

const DAY = 86_400_000;

function wholeDays({ start, end }: Days): { start: number; end: number } {
  return { start: midnight(start), end: midnight(end) + DAY };
}

/** Midnight in UTC. */
export function midnight(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}

/** An end before the start is on the next day. */
function timed(day: string, { start, end }: ClockTimes, zone: string): { start: number; end?: number } {
  const from = momentOf(day, start, zone);
  if (end === undefined) return { start: from };
  const to = momentOf(day, end, zone);
  return { start: from, end: to > from ? to : momentOf(nextDay(day), end, zone) };
}

function nextDay(day: string): string {
  return new Date(midnight(day) + DAY).toISOString().slice(0, 10);
}
