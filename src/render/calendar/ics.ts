/**
 * Writes the calendar of a programme (RFC 5545, RFC 7986). The sequence number and the timestamp of an entry, by
 * which calendar programs detect a change, are derived from the editions and not from the clock.
 */
import ical, { ICalEventStatus, ICalEventTransparency, type ICalLocation } from 'ical-generator';
import { type Entry, midnight } from './entries.ts';

/** The calendar entries of one edition, and the date of the edition, YYYY-MM-DD. */
interface CalendarEdition {
  date: string;
  entries: readonly Entry[];
}

export interface CalendarFile {
  title: string;
  /** Describes the events that the calendar omits. */
  description: string;
  /** The earlier editions in order, followed by the edition for which the calendar is written. */
  editions: readonly CalendarEdition[];
}

/**
 * An entry, the number of times that it has changed since it was added, and the date of the first edition that contains
 * the entry in its current form.
 */
interface Dated {
  entry: Entry;
  sequence: number;
  date: string;
}

/**
 * Writes a calendar file, UTF-8. Entries that exist in earlier editions but not in this one are marked as cancelled, so
 * that calendar programs remove them.
 */
export function calendarFile({ title, description, editions }: CalendarFile): Uint8Array {
  const calendar = ical({ name: title, description, prodId: { company: 'programme', product: 'programme' } });
  for (const { entry, sequence, date } of datedEntries(editions)) {
    calendar.createEvent({
      id: entry.uid,
      stamp: new Date(midnight(date)),
      sequence,
      start: new Date(entry.start),
      ...(entry.end === undefined ? {} : { end: new Date(entry.end) }),
      allDay: entry.isDays,
      summary: entry.summary,
      ...(entry.description === '' ? {} : { description: entry.description }),
      ...(entry.link === undefined ? {} : { url: entry.link }),
      ...(entry.location === undefined ? {} : { location: locationOf(entry.location, entry.position) }),
      categories: [{ name: entry.theme }],
      status: ICalEventStatus[entry.status],
      ...(entry.isDays ? { transparency: ICalEventTransparency.TRANSPARENT } : {}),
    });
  }
  return Buffer.from(`${calendar.toString()}\r\n`);
}

function locationOf(title: string, [lat, lon]: readonly number[] = []): ICalLocation {
  return lat === undefined || lon === undefined ? { title } : { title, geo: { lat, lon } };
}

/**
 * The entries of the last edition in order, followed by entries that exist only in earlier editions. The latter are
 * marked as cancelled and have only titles and times.
 */
function datedEntries(editions: readonly CalendarEdition[]): Dated[] {
  const known = new Map<string, Dated>();
  let now: readonly Entry[] = [];
  for (const { date, entries } of editions) {
    now = entries;
    const here = new Set(entries.map(({ uid }) => uid));
    const dropped = [...known.values()]
      .filter(({ entry }) => !here.has(entry.uid))
      .map(({ entry: { uid, start, end, isDays, summary, theme } }): Entry => {
        const ends = end === undefined ? {} : { end };
        return { uid, start, ...ends, isDays, summary, theme, description: '', status: 'CANCELLED' };
      });
    for (const entry of [...entries, ...dropped]) {
      const before = known.get(entry.uid);
      if (before === undefined) known.set(entry.uid, { entry, sequence: 0, date });
      else if (JSON.stringify(before.entry) !== JSON.stringify(entry))
        known.set(entry.uid, { entry, sequence: before.sequence + 1, date });
    }
  }
  const order = [...new Set([...now.map(({ uid }) => uid), ...known.keys()])];
  return order.flatMap((uid) => known.get(uid) ?? []);
}
