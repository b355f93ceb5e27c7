/** Converts local times of a time zone. */
import type { Moment } from '../../text/dates/index.ts';

/**
 * The moment of a local time on a day in a time zone; milliseconds since 1970. A time that clocks show twice means
 * the first moment; a time that they skip means that duration after midnight.
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

/** Offset of a zone from UTC at a moment, positive to the east; milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const at = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return local - moment;
}
