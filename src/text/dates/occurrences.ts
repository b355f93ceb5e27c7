/** The times at which events take place, as values for calendars, pages and data. */
import {
  boundsOf,
  daysAfter,
  type Edtf,
  type EdtfDate,
  type Event,
  eventTexts,
  formatEdtf,
  type HasFields,
  type Hours,
  hoursIn,
  isOfSeveralDays,
  type Lang,
  ownProperty,
  type ProgrammeFile,
  paragraphsOf,
  parseEdtf,
  parseTimePhrase,
  readOccurrence,
  type Text,
  textIn,
  textOf,
  weekdayOf,
} from '../../model/index.ts';
import { CENTURY } from './date-cursor.ts';
import { parseDatePhrase } from './parse.ts';
import { daysFrom } from './selected-days.ts';

/** One time at which an event takes place. */
export interface Occurrence {
  /** Planned day, days or period from `when`: EDTF. */
  date: string;
  /**
   * First and last day, YYYY-MM-DD, inclusive; missing if the date is not known to the day: a month, an open end, an
   * approximate day.
   */
  days?: { start: string; end: string };
  /** The text of the time, as printed. */
  words?: string;
  /** Doors, start and end, in minutes as in `Hours`; `momentsOf` adds their days. */
  doors?: number;
  start?: number;
  end?: number;
  /** IANA name of the time zone of the times, if it is certain. */
  timezone?: string;
}

/** A day, YYYY-MM-DD, and minutes after its beginning. */
export interface Moment {
  day: string;
  minutes: number;
}

/**
 * Start and end of an occurrence. An end that is not later than the start is on the last of several days. Undefined
 * for whole days, and for times that apply to each of several days.
 */
export function momentsOf({
  days,
  doors,
  start = doors,
  end,
}: Pick<Occurrence, 'days' | 'doors' | 'start' | 'end'>): { start: Moment; end?: Moment } | undefined {
  if (days === undefined || start === undefined) return undefined;
  if (days.start !== days.end && (end === undefined || end > start)) return undefined;
  return {
    start: { day: days.start, minutes: start },
    ...(end !== undefined && { end: { day: days.end, minutes: end } }),
  };
}

/**
 * The occurrences of an event: those written in the dataset; otherwise derived from `when` and the words of its time.
 * Each range of days of `when` is an occurrence, and so is each time of a day: `Sa 10–12 u. 14–16 Uhr, So 10–14 Uhr` on
 * a Saturday and a Sunday are three occurrences. If the days of at most a week have different times, each day is an
 * occurrence. If no field contains the time, the words of the date are used: `Sa 4.5. 10–12 Uhr, So 5.5. 14–16 Uhr`. If
 * the words are not understood, or several fields contain a time, there are no times.
 *
 * @param lang language of the words
 */
export function occurrencesOf(event: Event, config: ProgrammeFile, lang: Lang): Occurrence[] {
  const { when } = event;
  if (when === undefined) return [];
  const timezone = timezoneOf(event, config);
  const zoned = timezone === undefined ? {} : { timezone };
  const [time, ...others] = textsOfKind(event, config, 'time');
  const said = time === undefined || others.length > 0 ? {} : { words: linesIn(time, lang, config).words };
  const written = (event.occurrences ?? []).flatMap((text) => readOccurrence(text) ?? []);
  if (written.length > 0)
    return written.flatMap(({ date, ...own }) =>
      spansOf(date).map((span) => ({ ...span, ...said, ...zoned, ...own })),
    );
  const hours = said.words === undefined || time === undefined ? [] : hoursOf(time, when, config);
  const [date] = time === undefined ? textsOfKind(event, config, 'date') : [];
  const beside = date === undefined ? undefined : hoursBeside(date, when, config);
  return spansOf(when).flatMap((span) =>
    withHours(span, beside?.(span) ?? hours).map(({ weekdays: _, inexact: __, ...times }) => ({
      ...times,
      ...said,
      ...zoned,
    })),
  );
}

/**
 * The days of the week (1 is Monday, as in ISO 8601) on which an event takes place, if the words of its time name
 * weekdays for each time of day. Undefined for events with written occurrences, which state their own days.
 */
export function weekdaysOf(event: Event, config: ProgrammeFile): readonly number[] | undefined {
  const [time, ...others] = textsOfKind(event, config, 'time');
  const { when, occurrences = [] } = event;
  if (time === undefined || when === undefined || others.length > 0 || occurrences.length > 0)
    return undefined;
  const named = hoursOf(time, when, config).map(({ weekdays }) => weekdays);
  return named.length === 0 || named.includes(undefined)
    ? undefined
    : [...new Set(named.flatMap((days) => days ?? []))].sort();
}

function textsOfKind(event: Event, config: HasFields, kind: 'date' | 'time'): Text[] {
  return eventTexts(config).flatMap((field) => {
    const text = field.kind === kind ? textOf(event, field.column) : undefined;
    return text === undefined ? [] : [text];
  });
}

function linesIn(text: Text, lang: Lang, config: ProgrammeFile): { words: string; lang: Lang } {
  const { words, lang: own } = textIn(text, lang, config.language);
  return { words: paragraphsOf(words).join('\n'), lang: own };
}

/** The times of day in the text of a time field, in the main language. */
function hoursOf(time: Text, when: string, config: ProgrammeFile): readonly Hours[] {
  const { words, lang } = linesIn(time, config.language, config);
  const phrase = parseTimePhrase(words, lang, isOfSeveralDays(when));
  return 'hours' in phrase ? phrase.hours : [];
}

/**
 * The times in the words of a date for a range of its days: a single time applies to all of them; each of several
 * times applies to the days before it. Undefined if there are no times, or if it is uncertain to which days they
 * apply.
 */
function hoursBeside(
  date: Text,
  when: string,
  config: ProgrammeFile,
): ((span: Span) => readonly Hours[]) | undefined {
  const { words, lang } = linesIn(date, config.language, config);
  const found = hoursIn(words, lang, isOfSeveralDays(when)).map(({ phrase, ...place }) => ({
    ...place,
    hours: 'hours' in phrase ? phrase.hours : [],
  }));
  const [first, ...others] = found;
  if (first === undefined || found.some(({ hours }) => hours.length === 0)) return undefined;
  if (others.length === 0) return () => first.hours;
  const dateOf = (days: string): string => {
    const phrase = parseDatePhrase(days, { lang, period: when, century: CENTURY });
    return 'edtf' in phrase ? phrase.edtf : '';
  };
  const parts = found.map(({ start, hours }, index) => {
    const whole = words.slice(found[index - 1]?.end ?? 0, start).replace(SIGNS, '');
    const plain = whole.replace(LEAD, '');
    // The first word may be a month: Jan 1.
    const days = dateOf(plain) === '' ? whole : plain;
    return { hours, days, date: dateOf(days) };
  });
  const span = hoursOfSpan(parts);
  if (span !== undefined && dateOf(parts.map(({ days }) => days).join(' – ')) === when) return () => [span];
  const each = new Map(
    parts.flatMap(({ date: days, hours }) =>
      days === '' ? [] : spansOf(days).map((span): [string, readonly Hours[]] => [span.date, hours]),
    ),
  );
  const isWhole =
    parts.every(({ date: days }) => days !== '') && spansOf(when).every((span) => each.has(span.date));
  return isWhole ? (span) => each.get(span.date) ?? [] : undefined;
}

/**
 * The times of consecutive days with a time at the first and at the last one: `Fr 5.5. 22 Uhr – Sa 6.5. 2 Uhr`.
 * Undefined if the end is later in the day than the start: the two times may then be separate.
 */
function hoursOfSpan([first, last, ...others]: readonly { hours: readonly Hours[] }[]): Hours | undefined {
  const [from, to] = [first, last].map((part) => (part?.hours.length === 1 ? part.hours[0] : undefined));
  if (others.length > 0 || from?.start === undefined || to?.start === undefined) return undefined;
  const isOpen = [from, to].every(({ end, doors }) => end === undefined && doors === undefined);
  return isOpen && to.start <= from.start ? { start: from.start, end: to.start } : undefined;
}

/** Punctuation around the day before a time: the bracket of `Fri 17 (7 pm)`. */
const SIGNS = /^[\s,;:/|)–—-]+|[\s,;:(–—-]+$/gu;
/** A word such as `and` before a day. */
const LEAD = /^\p{L}{1,3}\s+(?=[\p{L}\d])/u;

type Span = Pick<Occurrence, 'date' | 'days'>;

function spansOf(when: string): Span[] {
  const date = parseEdtf(when);
  return (date.precision === 'set' ? [...date.members] : [date]).map((span) => ({
    date: formatEdtf(span),
    ...(endsOf(span).every(isExact) && { days: boundsOf(span) }),
  }));
}

/** Whether a planned date, EDTF, is known to the day: no month, open end or approximate day. */
export function isKnownToTheDay(when: string): boolean {
  return spansOf(when).every(({ days }) => days !== undefined);
}

function endsOf(span: Edtf): (EdtfDate | undefined)[] {
  if (span.precision === 'interval') return [span.start, span.end];
  return span.precision === 'set' ? [undefined] : [span];
}

function isExact(date: EdtfDate | undefined): boolean {
  return date?.precision === 'day' && !date.approximate && !date.uncertain;
}

/** Maximum number of days that are converted to separate occurrences if their times differ. */
const MAX_DAYS = 7;

/** Adds times to a range of days: one copy of the range per time, or a single copy if there are no times. */
function withHours(span: Span, hours: readonly Hours[]): (Span & Hours)[] {
  const { days } = span;
  const daily = hours.filter(({ weekdays }) => weekdays === undefined);
  const of = (one: Span, some: readonly Hours[]): (Span & Hours)[] =>
    some.length === 0 ? [one] : some.map((each) => ({ ...one, ...each }));
  if (days === undefined) return of(span, daily.length === 1 ? daily : []);
  const each = (daysFrom(days.start, days.end, MAX_DAYS) ?? []).map((day) => ({
    date: day,
    days: { start: day, end: day },
    hours: hoursOn(day, hours),
  }));
  if (days.start === days.end) return of(span, each[0]?.hours ?? []);
  const isOwn =
    each.length > 0 && each.every((day) => day.hours.some(({ weekdays }) => weekdays !== undefined));
  if (isOwn) return each.flatMap(({ hours: own, ...day }) => of(day, own));
  return of(span, daily.length === 1 && daily.length === hours.length ? daily : []);
}

/** The times of a day: the times for its weekday, otherwise the times for every day. */
function hoursOn(day: string, hours: readonly Hours[]): readonly Hours[] {
  const own = hours.filter(({ weekdays }) => weekdays?.includes(weekdayOf(day)));
  return own.length > 0 ? own : hours.filter(({ weekdays }) => weekdays === undefined);
}

/**
 * Local time in ISO 8601 for minutes after the beginning of a day: 2027-05-15T19:30; 1440 is the midnight at its end.
 */
export function localTime({ day, minutes }: Moment): string {
  const clock = [Math.floor(minutes / 60) % 24, minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return `${daysAfter(day, Math.floor(minutes / DAY))}T${clock}`;
}

const DAY = 24 * 60;

/**
 * The time zone of an event: its own, otherwise the time zone of its sides, otherwise the time zone of the programme.
 * It is undefined if the event has two sides in different time zones.
 */
function timezoneOf(event: Event, { sides, timezone }: ProgrammeFile): string | undefined {
  const onSides = sides.filter(
    ({ id }) => ownProperty(event.bodies, id) !== undefined || hasRegions(event.regions, id),
  );
  const zones = new Set(onSides.map((side) => side.timezone ?? timezone));
  return event.timezone ?? (zones.size === 0 ? timezone : zones.size === 1 ? [...zones][0] : undefined);
}

function hasRegions(regions: Event['regions'], side: string): boolean {
  const found = ownProperty(regions, side);
  return found === 'all-regions' || Array.isArray(found);
}
