import { CLOCK_SIGNS } from '../../model/index.ts';

/** Times of day as they are printed. */

/** Hours and minutes after midnight. */
export interface ClockTime {
  hour: number;
  minute: number;
}

/** From when, and to when where that is said. */
export interface ClockTimes {
  start: ClockTime;
  end?: ClockTime;
}

const { between, after, morning, afternoon } = CLOCK_SIGNS;
const TIME = `(\\d{1,2})(?:\\s?(?:${between}|\\.)\\s?(\\d{2}))?(?:\\s?(?:(${morning})|(${afternoon})))?(?:\\s?(?:${after}))?`;
const TIMES = new RegExp(`^${TIME}(?:\\s?[–—-]\\s?${TIME})?$`, 'iu');

/** The time that words say, one or a range; undefined where they say several, or anything else. A mere number is no time. */
export function clockTimes(words: string): ClockTimes | undefined {
  const found = TIMES.exec(words.trim());
  if (found === null || /^[\d\s–—-]+$/.test(words)) return undefined;
  const [, hour, minute, early, late, endHour, endMinute, endEarly, endLate] = found;
  const half = halfOf(early, late) ?? (endHour === undefined ? undefined : halfOf(endEarly, endLate));
  const start = clockTime(hour, minute, half);
  const end = endHour === undefined ? undefined : clockTime(endHour, endMinute, halfOf(endEarly, endLate));
  if (start === undefined || (endHour !== undefined && end === undefined)) return undefined;
  return { start, ...(end === undefined ? {} : { end }) };
}

type Half = 'morning' | 'afternoon';

function halfOf(early: string | undefined, late: string | undefined): Half | undefined {
  if (early !== undefined) return 'morning';
  return late === undefined ? undefined : 'afternoon';
}

function clockTime(hour: string | undefined, minute = '0', half?: Half): ClockTime | undefined {
  const said = Number(hour);
  const full = half === undefined ? said : (said % 12) + (half === 'afternoon' ? 12 : 0);
  const isTime = half === undefined ? said <= 23 : said >= 1 && said <= 12;
  return isTime && Number(minute) <= 59 ? { hour: full, minute: Number(minute) } : undefined;
}

/**
 * The moment at which the clocks of a time zone show a time on a day; milliseconds since 1970. Of a time that they show twice it is the
 * first, and one that they leave out is as long after midnight as it says.
 *
 * @param day YYYY-MM-DD
 * @param zone IANA name
 */
export function momentOf(day: string, { hour, minute }: ClockTime, zone: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const shown = Date.UTC(year, month - 1, date, hour, minute);
  const guesses = [shown - 86_400_000, shown + 86_400_000].map((moment) => shown - offsetAt(moment, zone));
  const right = guesses.filter((moment) => moment + offsetAt(moment, zone) === shown);
  return right.length > 0 ? Math.min(...right) : Math.max(...guesses);
}

/** How far the clocks of a zone are ahead of UTC at a moment; milliseconds. */
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
