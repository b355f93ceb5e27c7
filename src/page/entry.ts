/** Creates the calendar entry of an event (RFC 5545) from the words on the page. */
import { daysAfter, momentOf, type Time } from './times.ts';

export interface EventWords {
  id: string;
  title: string;
  description: string;
  place: string;
  /** Address of the event on the page; empty if the page is a local file. */
  link: string;
}

/**
 * Whether an event has a calendar entry: it has at least one time, and all of its times are whole days or have a known
 * time zone.
 */
export const hasEntry = (times: readonly Time[]): boolean =>
  times.length > 0 && times.every((time) => isWhole(time) || time.zone !== undefined);

/**
 * Whether a time is entered in the calendar as whole days. This includes times on several days whose end is later than
 * their start, because start and end then apply to each day.
 */
const isWhole = ({ from, to, start, end }: Time): boolean =>
  start === undefined || (from !== to && (end === undefined || end > start));

/**
 * A calendar with the entries of one event. The entries have the same identifiers as in the calendar of the programme,
 * so that a calendar application does not import them twice.
 *
 * @param date date of the edition, YYYY-MM-DD
 * @param name name of the programme
 */
export function calendarOf(words: EventWords, times: readonly Time[], date: string, name: string): string {
  let [stretch, part] = [0, 0];
  const events = times.map((time, index) => {
    const before = times[index - 1];
    [stretch, part] =
      before?.from === time.from && before.to === time.to ? [stretch, part + 1] : [stretch + 1, 1];
    const number = part > 1 ? `.${stretch}-${part}` : stretch > 1 ? `.${stretch}` : '';
    return [
      'BEGIN:VEVENT',
      `UID:${words.id}${number}@${name}`,
      `DTSTAMP:${digits(date)}T000000Z`,
      ...spanOf(time),
      `SUMMARY:${escaped(words.title)}`,
      ...(words.place === '' ? [] : [`LOCATION:${escaped(words.place)}`]),
      ...(words.description === '' ? [] : [`DESCRIPTION:${escaped(words.description)}`]),
      ...(words.link === '' ? [] : [`URL:${words.link}`]),
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//programme//programme//EN',
    ...events.flat(),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function spanOf(time: Time): string[] {
  const { from, to, start = 0, end, zone } = time;
  if (isWhole(time) || zone === undefined)
    return [`DTSTART;VALUE=DATE:${digits(from)}`, `DTEND;VALUE=DATE:${digits(daysAfter(to, 1))}`];
  const utc = (day: string, minutes: number): string =>
    `${digits(new Date(momentOf(day, minutes, zone)).toISOString().slice(0, 19))}Z`;
  return [`DTSTART:${utc(from, start)}`, ...(end === undefined ? [] : [`DTEND:${utc(to, end)}`])];
}

const digits = (moment: string): string => moment.replace(/[-:]/g, '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

/** Splits a line into lines of at most 75 bytes; continuation lines begin with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [text, length] = ['', 0];
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (length + bytes > 75) [text, length] = [`${text}\r\n `, 1];
    text += character;
    length += bytes;
  }
  return text;
}
