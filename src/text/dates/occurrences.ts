/** When an event takes place, as values: for calendars, pages and data. */
import {
  boundsOf,
  type Edtf,
  type EdtfDate,
  type Event,
  eventTexts,
  formatEdtf,
  type HasFields,
  type Hours,
  isCalendarDate,
  type Lang,
  own,
  type ProgrammeFile,
  paragraphsOf,
  parseEdtf,
  parseTimePhrase,
  readOccurrence,
  textIn,
  textOf,
  weekdayOf,
} from '../../model/index.ts';

/** One time at which an event takes place. */
export interface Occurrence {
  /** Planned day, days or time that `when` gives: EDTF. */
  date: string;
  /** First and last day, YYYY-MM-DD, both included; without them the date is not known to the day: a month, an open end, an approximate day. */
  days?: { start: string; end: string };
  /** The words of the time, as printed. */
  words?: string;
  /** From when people are let in, the start and the end, in minutes as `Hours`; of several days they are those of each. */
  doors?: number;
  start?: number;
  end?: number;
  /** IANA name of the time zone of its times, where one is certain. */
  timezone?: string;
}

/**
 * When an event takes place: its written occurrences, else what `when` and the words of its time say together. Each stretch of days of `when` is one, and each time of a day:
 * `Sa 10–12 u. 14–16 Uhr, So 10–14 Uhr` on a Saturday and a Sunday are three. A week at most whose days each have hours of their own is a day each.
 * Words that are not understood, or are in several fields, give no hours.
 *
 * @param lang language of the words
 */
export function occurrencesOf(event: Event, config: ProgrammeFile, lang: Lang): Occurrence[] {
  if (event.when === undefined) return [];
  const time = timeOf(event, config, lang);
  const timezone = timezoneOf(event, config);
  const about = {
    ...(time === undefined ? {} : { words: time.words }),
    ...(timezone === undefined ? {} : { timezone }),
  };
  const written = (event.occurrences ?? []).flatMap((text) => readOccurrence(text) ?? []);
  if (written.length > 0)
    return written.flatMap(({ date, ...own }) =>
      spansOf(date).map((span) => ({ ...span, ...about, ...own })),
    );
  return spansOf(event.when).flatMap((span) =>
    withHours(span, time?.hours ?? []).map(({ weekdays: _, inexact: __, ...hours }) => ({
      ...hours,
      ...about,
    })),
  );
}

/** The words of the time of an event, and the hours that they say. */
function timeOf(
  event: Event,
  config: ProgrammeFile,
  lang: Lang,
): { words: string; hours: readonly Hours[] } | undefined {
  const times = timesOf(event, config);
  const [only] = times;
  if (only === undefined || times.length > 1) return undefined;
  const { words } = textIn(only, lang, config.language);
  const main = textIn(only, config.language, config.language);
  const phrase = parseTimePhrase(paragraphsOf(main.words).join('\n'), main.lang);
  return { words: paragraphsOf(words).join('\n'), hours: 'hours' in phrase ? phrase.hours : [] };
}

function timesOf(event: Event, config: HasFields) {
  return eventTexts(config).flatMap(({ column, kind }) => {
    const text = kind === 'time' ? textOf(event, column) : undefined;
    return text === undefined ? [] : [text];
  });
}

type Span = Pick<Occurrence, 'date' | 'days'>;

function spansOf(when: string): Span[] {
  const date = parseEdtf(when);
  return (date.precision === 'set' ? [...date.members] : [date]).map((span) => ({
    date: formatEdtf(span),
    ...(endsOf(span).every(isExact) && { days: boundsOf(span) }),
  }));
}

function endsOf(span: Edtf): (EdtfDate | undefined)[] {
  if (span.precision === 'interval') return [span.start, span.end];
  return span.precision === 'set' ? [undefined] : [span];
}

function isExact(date: EdtfDate | undefined): boolean {
  return date?.precision === 'day' && !date.approximate && !date.uncertain;
}

/** A week at most is told day by day where its days have hours of their own. */
const MOST_DAYS = 7;

/** The hours of a stretch of days: each of them on it, or one without. */
function withHours(span: Span, hours: readonly Hours[]): (Span & Hours)[] {
  const { days } = span;
  const daily = hours.filter(({ weekdays }) => weekdays === undefined);
  const of = (one: Span, some: readonly Hours[]): (Span & Hours)[] =>
    some.length === 0 ? [one] : some.map((each) => ({ ...one, ...each }));
  if (days === undefined) return of(span, daily.length === 1 ? daily : []);
  const each = daysBetween(days, MOST_DAYS).map((day) => ({
    date: day,
    days: { start: day, end: day },
    hours: hours.filter(({ weekdays }) => weekdays?.includes(weekdayOf(day)) ?? true),
  }));
  if (days.start === days.end) return of(span, each[0]?.hours ?? []);
  const isOwn =
    each.length > 0 && each.every((day) => day.hours.some(({ weekdays }) => weekdays !== undefined));
  if (isOwn) return each.flatMap(({ hours: own, ...day }) => of(day, own));
  return of(span, daily.length === 1 && daily.length === hours.length ? daily : []);
}

/** The days of a stretch; none where there are more than `most`. */
function daysBetween({ start, end }: { start: string; end: string }, most: number): string[] {
  const days: string[] = [];
  for (let day = start; day <= end; day = dayAfter(day)) {
    if (days.length === most || !isCalendarDate(day)) return [];
    days.push(day);
  }
  return days;
}

/** The day after a day, YYYY-MM-DD. */
function dayAfter(day: string, days = 1): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** What the clocks show so many minutes after a day has begun, as ISO 8601: 2027-05-15T19:30; 1440 is the midnight at its end. */
export function localTime(day: string, minutes: number): string {
  const clock = [Math.floor(minutes / 60) % 24, minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return `${dayAfter(day, Math.floor(minutes / DAY))}T${clock}`;
}

const DAY = 24 * 60;

/**
 * The time zone of the times of an event: its own, else that of the sides that it takes place on, else that of the programme. Where it is on
 * two sides of different time zones, none is certain.
 */
function timezoneOf(event: Event, { sides, timezone }: ProgrammeFile): string | undefined {
  const onSides = sides.filter(
    ({ id }) => own(event.bodies, id) !== undefined || hasRegions(event.regions, id),
  );
  const zones = new Set(onSides.map((side) => side.timezone ?? timezone));
  return event.timezone ?? (zones.size === 0 ? timezone : zones.size === 1 ? [...zones][0] : undefined);
}

function hasRegions(regions: Event['regions'], side: string): boolean {
  const found = own(regions, side);
  return found === 'all-regions' || Array.isArray(found);
}
