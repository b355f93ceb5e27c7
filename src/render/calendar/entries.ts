import type { EventRecord } from '../../document/index.ts';
import { momentsOf } from '../../text/dates/index.ts';
import { momentOf } from './clock.ts';

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

type Occurrence = EventRecord['occurrences'][number];
type Days = NonNullable<Occurrence['days']>;

/**
 * The entries of events: one for each stretch of days, and for each time of a day. A time begins with the start, or where the words give none with the doors; an
 * end is after midnight, or on the last of several days, where the words say so. A date that is not known to the day gives none, and neither does a time of day without a time zone: nothing is
 * guessed. Times of each of several days, and words that give no start, stand in the description alone.
 */
export function calendarEntries(
  records: readonly EventRecord[],
  calendar: CalendarOf,
): { entries: Entry[]; leftOut: LeftOut[] } {
  const entries: Entry[] = [];
  const leftOut: LeftOut[] = [];
  for (const record of records) {
    const { id, title, occurrences } = record;
    const dated = occurrences.flatMap((occurrence) =>
      occurrence.days === undefined ? [] : [{ ...occurrence, days: occurrence.days }],
    );
    if (dated.length === 0 || dated.length < occurrences.length) leftOut.push({ id, title, reason: 'date' });
    else if (dated.some((one) => momentsOf(one) !== undefined && one.timezone === undefined))
      leftOut.push({ id, title, reason: 'timezone' });
    else entries.push(...entriesOf(record, dated, calendar));
  }
  return { entries, leftOut };
}

/**
 * The entries of an event. The first of a stretch of days is known by the number of the stretch, as if it were alone, so that a time that is added does not make the
 * others new ones.
 */
function entriesOf(
  record: EventRecord,
  occurrences: readonly (Occurrence & { days: Days })[],
  { name, page }: CalendarOf,
): Entry[] {
  const { id, title, theme, fields, status } = record;
  const links = fields.filter(({ kind }) => kind === 'link').map(({ words }) => words);
  const link = links.length === 1 ? links[0] : page && `${page}#${id}`;
  const said = fields.filter(({ kind }) => kind === 'description');
  const rest = fields.filter(({ kind }) => kind !== 'description');
  let [stretch, time] = [0, 0];
  return occurrences.map((occurrence, index): Entry => {
    const isSame = occurrences[index - 1]?.date === occurrence.date;
    [stretch, time] = isSame ? [stretch, time + 1] : [stretch + 1, 1];
    const number = time > 1 ? `.${stretch}-${time}` : stretch > 1 ? `.${stretch}` : '';
    return {
      uid: `${id}${number}@${name}`,
      ...spanOf(occurrence),
      summary: title.replaceAll('\n', ' '),
      description: [
        ...said.map(({ words }) => words),
        ...rest.map(({ heading, words }) => `${heading}: ${words}`),
      ].join('\n'),
      theme: theme.title.replaceAll('\n', ' '),
      ...(link === undefined ? {} : { link }),
      status: status === 'cancelled' ? 'CANCELLED' : status === 'postponed' ? 'TENTATIVE' : 'CONFIRMED',
    };
  });
}

const DAY = 86_400_000;

function spanOf(occurrence: Occurrence & { days: Days }): Pick<Entry, 'start' | 'end' | 'isDays'> {
  const { days, timezone } = occurrence;
  const moments = momentsOf(occurrence);
  if (moments === undefined || timezone === undefined)
    return { start: midnight(days.start), end: midnight(days.end) + DAY, isDays: true };
  return {
    start: momentOf(moments.start, timezone),
    ...(moments.end && { end: momentOf(moments.end, timezone) }),
    isDays: false,
  };
}

/** Midnight in UTC. */
export function midnight(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}
