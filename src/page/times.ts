/** The times of events, in the format that src/render/html/days.ts writes, and the days that a reader can choose. */

/** A time at which an event takes place. Days are YYYY-MM-DD; times of day are in minutes after midnight. */
export interface Time {
  from: string;
  to: string;
  start?: number;
  end?: number;
  /** IANA name of a time zone. */
  zone?: string;
  /** The days of the week, as ISO 8601 numbers. */
  weekdays?: string;
}

const TOKEN = /^([\d-]+)(?:\/([\d-]+))?(?:T(\d+)(?:-(\d+))?)?(?:@(\d+))?(?:\*(\d+))?$/;

/** The times of an event, and the last day on which it can take place; this day is empty if it is not known. */
export function timesOf(text: string, zones: readonly string[]): { times: Time[]; until: string } {
  if (text.startsWith('<')) return { times: [], until: text.slice(1) };
  const times = text.split(' ').flatMap((token): Time[] => {
    const [, from, to = from, start, end, zone, weekdays] = TOKEN.exec(token) ?? [];
    if (from === undefined || to === undefined) return [];
    const name = zone === undefined ? undefined : zones[Number(zone)];
    return [
      {
        from,
        to,
        ...(start === undefined ? {} : { start: Number(start) }),
        ...(end === undefined ? {} : { end: Number(end) }),
        ...(name === undefined ? {} : { zone: name }),
        ...(weekdays === undefined ? {} : { weekdays }),
      },
    ];
  });
  return {
    times,
    until:
      times
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? '',
  };
}

/** The day that comes the given number of days after another day. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7;

/** Whether an event takes place on a day. Times after midnight belong to the previous evening. */
function isOn({ from, to, start, end, weekdays }: Time, day: string): boolean {
  const isNight = start !== undefined && end !== undefined && end <= start && to === daysAfter(from, 1);
  return from <= day && day <= (isNight ? from : to) && (weekdays?.includes(String(weekdayOf(day))) ?? true);
}

/** Whether a time is a period of more than a week. */
export const isLong = ({ from, to }: Time): boolean => daysAfter(from, 7) <= to;

/** The current day in a time zone; if no time zone is given, the current day on the device. */
export function today(zone: string | undefined): string {
  return new Intl.DateTimeFormat('sv', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(new Date());
}

/** Time in minutes after midnight: events that start at this time or later on a Friday count as weekend events. */
const EVENING = 17 * 60;

/**
 * A day that a reader has chosen. For the Friday of a weekend, only events that start at or after a given time count.
 */
interface Choice {
  day: string;
  after?: number;
}

/**
 * The days that a choice selects. A choice is YYYY-MM-DD, `today`, `tomorrow` or `weekend`; any other text selects no
 * days.
 */
export function daysOf(choice: string, now: string): Choice[] {
  if (choice === 'today') return [{ day: now }];
  if (choice === 'tomorrow') return [{ day: daysAfter(now, 1) }];
  if (choice === 'weekend') {
    const weekday = weekdayOf(now);
    const saturday = daysAfter(now, weekday === 7 ? -1 : 6 - weekday);
    return [
      { day: saturday },
      { day: daysAfter(saturday, 1) },
      { day: daysAfter(saturday, -1), after: EVENING },
    ];
  }
  return /^\d{4}-\d\d-\d\d$/.test(choice) && !Number.isNaN(Date.parse(choice)) ? [{ day: choice }] : [];
}

/** Whether an event takes place on one of the chosen days. */
export function isChosen(times: readonly Time[], choices: readonly Choice[]): boolean {
  return times.some((time) =>
    choices.some(({ day, after = 0 }) => isOn(time, day) && (after === 0 || (time.start ?? 0) >= after)),
  );
}

/**
 * A sort key (day and minutes) for the first of the given times that is on a chosen day or, if no day is chosen, today
 * or later. On each day, long periods and times without a start time come first. Past events are sorted by day.
 */
export function keyOf(times: readonly Time[], choices: readonly Choice[], now: string): string {
  const keys = times.flatMap((time) => {
    const start = String((time.start ?? -1) + 1).padStart(5, '0');
    const days = choices.flatMap(({ day }) => (isOn(time, day) ? [day] : []));
    return [
      ...days,
      ...(choices.length > 0 ? [] : [time.from < now && time.to >= now ? now : time.from]),
    ].map((day) => `${day} ${start}`);
  });
  const later = keys.filter((key) => key >= now);
  return (later.length > 0 ? later : keys).sort()[0] ?? '';
}

/** Number of minutes by which a time zone is ahead of UTC at a moment. */
function offsetAt(moment: number, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).formatToParts(moment);
  const at = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'));
  return Math.round((shown - moment) / 60_000);
}

/**
 * Converts a local time to milliseconds since 1970-01-01 UTC. If the time occurs twice on that day (when clocks are set
 * back), the first moment is returned. If the time is skipped (when clocks are set forward), it is counted as a
 * duration after midnight.
 */
export function momentOf(day: string, minutes: number, zone: string): number {
  const shown = Date.parse(day) + minutes * 60_000;
  const guesses = [shown - 86_400_000, shown + 86_400_000].map(
    (moment) => shown - offsetAt(moment, zone) * 60_000,
  );
  const right = guesses.filter((moment) => moment + offsetAt(moment, zone) * 60_000 === shown);
  return right.length > 0 ? Math.min(...right) : Math.max(...guesses);
}

/** Whether the clock of the device shows a different time from a time zone on a day. */
export function differs(zone: string, day: string): boolean {
  const noon = Date.parse(`${day}T12:00Z`);
  return offsetAt(noon, zone) !== offsetAt(noon, undefined);
}
