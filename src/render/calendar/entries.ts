import { addressOf, type EventRecord } from '../../document/index.ts';
import { momentOf, momentsOf } from '../../text/dates/index.ts';

/** A calendar entry for an event: for whole days, or for a time of day with or without an end. */
export interface Entry {
  /** Identifies the entry across all calendars and editions. */
  uid: string;
  /** Milliseconds since 1970-01-01 UTC. An entry for whole days ends at midnight after its last day. */
  start: number;
  end?: number;
  isDays: boolean;
  summary: string;
  description: string;
  theme: string;
  link?: string;
  /** Names and addresses of the places. */
  location?: string;
  /** Latitude and longitude of the place in degrees, if the event has only one place. */
  position?: readonly [number, number];
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
}

/** An event without a calendar entry, and the reason: its date is not exact, or it has a time but no time zone. */
export interface LeftOut {
  id: string;
  title: string;
  reason: 'date' | 'timezone';
}

/** Facts about the programme that its calendar entries contain. */
export interface CalendarOf {
  /** Name of the programme. */
  name: string;
  /**
   * Address of the web page, if there is one. If an event has no link, its calendar entry links to the event on this
   * page.
   */
  page?: string | undefined;
}

type Occurrence = EventRecord['occurrences'][number];
type Days = NonNullable<Occurrence['days']>;

/**
 * The calendar entries of events: one for each range of days and one for each time of day. An entry with a time begins
 * at the start of the event or, if no start is given, when the doors open. If the text states that the event ends after
 * midnight or on the last of several days, the entry ends then. Nothing is guessed: an event has no entry if its date
 * is not an exact day, or if it has a time but no time zone. For events of several days, the times of each day are
 * given only in the description; the same applies to times without a start.
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
 * The entries of an event. The uid of the first entry of a range of days depends only on the position of the range
 * among the ranges, so that adding a time does not change the uids of the other entries.
 */
function entriesOf(
  record: EventRecord,
  occurrences: readonly (Occurrence & { days: Days })[],
  { name, page }: CalendarOf,
): Entry[] {
  const { id, title, theme, fields, status, places } = record;
  const links = fields.filter(({ kind }) => kind === 'link').map(({ words }) => words);
  const link = links.length === 1 ? links[0] : page && `${page}#${id}`;
  const descriptions = fields.filter(({ kind }) => kind === 'description');
  const rest = fields.filter(({ kind }) => kind !== 'description');
  const location = places
    .map((place) => [place.name, addressOf(place)].filter((part) => part !== '').join(', '))
    .join('; ');
  const [place, another] = places;
  const position = another === undefined ? place?.coordinates : undefined;
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
        ...descriptions.map(({ words }) => words),
        ...rest.map(({ heading, words }) => `${heading}: ${words}`),
      ].join('\n'),
      theme: theme.title.replaceAll('\n', ' '),
      ...(link === undefined ? {} : { link }),
      ...(location === '' ? {} : { location }),
      ...(position === undefined ? {} : { position }),
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

/** Midnight (UTC) at the beginning of a day, in milliseconds since 1970-01-01. */
export function midnight(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}
