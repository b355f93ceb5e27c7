/** Converts local times in a time zone to moments and to ISO 8601. */
import type { Moment } from './occurrences.ts';

/**
 * The moment of a local time on a day in a time zone, in milliseconds since 1970. When the clocks change, a time that
 * occurs twice means the first of the two moments, and a time that is skipped is counted as a duration after midnight.
 *
 * @param zone IANA name
 */
export function momentOf({ day, minutes }: Moment, zone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const shown = Date.UTC(year, month - 1, date, 0, minutes);
  const guesses = [shown - 86_400_000, shown + 86_400_000].map((moment) => shown - offsetAt(moment, zone));
  const right = guesses.filter((moment) => moment + offsetAt(moment, zone) === shown);
  return right.length > 0 ? Math.min(...right) : Math.max(...guesses);
}

/** A moment in ISO 8601, to the minute, with the UTC offset of the time zone, such as `2030-06-01T19:30+02:00`. */
export function zonedTime(moment: Moment, zone: string): string {
  const time = momentOf(moment, zone);
  const offset = offsetAt(time, zone);
  const size = Math.abs(Math.round(offset / 60_000));
  const [hours, minutes] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${new Date(time + offset).toISOString().slice(0, 16)}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Returns a cached formatter for moments in the local time of a zone. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, clock);
  return clock;
}

/** Offset of a zone from UTC at a moment, in milliseconds; positive east of Greenwich. */
function offsetAt(moment: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(moment);
  const at = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return local - moment;
}
