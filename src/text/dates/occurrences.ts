/** The times at which events take place, as values for calendars, pages and data. */
import type { DateRole } from '../../../languages/index.ts';
import {
  boundsOf,
  dateOf,
  daysAfter,
  type Edtf,
  type EdtfDate,
  type Event,
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
  withoutUndefined,
  wordsInAll,
} from '../../model/index.ts';
import { CENTURY, type DayOrder } from './date-cursor.ts';
import { edtfOf } from './parse.ts';
import { daysFrom } from './selected-days.ts';
import { type Mark, tokensOf } from './tokens.ts';

/** A time at which an event takes place. */
export interface Occurrence {
  /** The day or period of the occurrence, from `when` of the event, as EDTF. */
  date: string;
  /**
   * First and last day, YYYY-MM-DD, inclusive. Undefined if the exact days are unknown: for a month, an open end or an
   * approximate day.
   */
  days?: { start: string; end: string };
  /** The printed text of the time. */
  words?: string;
  /**
   * Time at which the doors open, in minutes as in `Hours`, like `start` and `end`. `momentsOf` combines these times
   * with days.
   */
  doors?: number;
  start?: number;
  end?: number;
  /** IANA name of the time zone of the times, if it is certain. */
  timezone?: string;
}

/** A day, YYYY-MM-DD, and the minutes since its beginning. */
export interface Moment {
  day: string;
  minutes: number;
}

/**
 * Start and end of an occurrence. In an occurrence of several days, an end time that is not later than the start time,
 * or more than 24 hours after it, is on the last day. Undefined for whole days, and for times that apply to each of several days.
 */
export function momentsOf({
  days,
  doors,
  start = doors,
  end,
}: Pick<Occurrence, 'days' | 'doors' | 'start' | 'end'>): { start: Moment; end?: Moment } | undefined {
  if (days === undefined || start === undefined) return undefined;
  const last = end !== undefined && days.start !== days.end && end > start + DAY ? end - DAY : end;
  if (days.start !== days.end && last === end && (end === undefined || end > start)) return undefined;
  return {
    start: { day: days.start, minutes: start },
    ...(last !== undefined && { end: { day: days.end, minutes: last } }),
  };
}

/**
 * The occurrences of an event: those stored in the dataset, otherwise those derived from `when` and the text of its
 * time field. Each range of days in `when` is an occurrence. If a day has several times, each time is an occurrence:
 * `Sa 10–12 u. 14–16 Uhr, So 10–14 Uhr` results in three occurrences for a Saturday and the next Sunday. A range of up
 * to a week whose days have different times is split into days. If there is no time field, times are taken from the
 * text of the date, as in `Sa 4.5. 10–12 Uhr, So 5.5. 14–16 Uhr`. If the text is not understood, or if several fields
 * contain a time, the occurrences have no times.
 *
 * @param lang the language of `words` in the occurrences
 */
export function occurrencesOf(event: Event, config: ProgrammeFile, lang: Lang): Occurrence[] {
  const { when } = event;
  if (when === undefined) return [];
  const timezone = timezoneOf(event, config);
  const zoned = timezone === undefined ? {} : { timezone };
  const { time, doors } = timesOf(event, config);
  const printed = time === undefined ? {} : { words: linesIn(time, lang, config).words };
  const written = (event.occurrences ?? []).flatMap((text) => readOccurrence(text) ?? []);
  if (written.length > 0)
    return written.flatMap(({ date, ...stated }) =>
      spansOf(date).map((span) => ({ ...span, ...printed, ...zoned, ...stated })),
    );
  const hours = withDoors(hoursOf(time, when, config), hoursOf(doors, when, config));
  const date = textOf(event, dateOf(config) ?? '');
  const beside = date === undefined || time !== undefined ? undefined : hoursBeside(date, when, config);
  const isNight = date === undefined ? () => false : nightIn(date, config);
  return spansOf(when).flatMap((whole) => {
    const of = beside?.(whole) ?? hours;
    const span = isNight(of) ? eveningOf(whole) : whole;
    return withHours(span, of).map(({ weekdays: _, inexact: __, ...times }) => ({
      ...times,
      ...printed,
      ...zoned,
    }));
  });
}

/**
 * A function that states whether the two days of a date are one night, to whose first day the times apply: times from
 * the afternoon on if the date names a night (`night of 5–6 May, 11 pm – 4 am`), and times that end after midnight if
 * only a slash or a word for "to the next day" joins the days (`5/6 May, 11 pm – 4 am`).
 */
function nightIn(date: Text, config: ProgrammeFile): (hours: readonly Hours[]) => boolean {
  const { words, lang } = linesIn(date, config.language, config);
  const values = tokensOf(words, lang).map(({ value }) => value);
  const count = (...marks: readonly Mark[]): number =>
    values.filter((value) => value.kind === 'mark' && marks.includes(value.mark)).length;
  const has = (...roles: readonly DateRole[]): boolean =>
    values.some((value) => value.kind === 'small' && value.roles.some((role) => roles.includes(role)));
  const isNamed = values.some(({ kind }) => kind === 'night');
  const isJoined = has('overnight') || count('slash') === 1;
  const isRange = count('dash') > 0 || has('to', 'until');
  return ([first]) => {
    const isLate = isNamed && (first?.doors ?? first?.start ?? 0) >= DAY / 2;
    return isLate || (isJoined && !isRange && (first?.end ?? 0) > DAY);
  };
}

/** The first of two consecutive days. */
function eveningOf(span: Span): Span {
  const { start, end } = span.days ?? {};
  return start !== undefined && end === daysAfter(start)
    ? { date: start, days: { start, end: start } }
    : span;
}

/**
 * The days of the week (1 is Monday, as in ISO 8601) on which an event takes place, if its time field names weekdays
 * for every time of day. Undefined for events with occurrences in the dataset, which state their own days.
 */
export function weekdaysOf(event: Event, config: ProgrammeFile): readonly number[] | undefined {
  const { time } = timesOf(event, config);
  const { when, occurrences = [] } = event;
  if (time === undefined || when === undefined || occurrences.length > 0) return undefined;
  const named = hoursOf(time, when, config).map(({ weekdays }) => weekdays);
  return named.length === 0 || named.includes(undefined)
    ? undefined
    : [...new Set(named.flatMap((days) => days ?? []))].sort();
}

/** The texts of an event's time and of the time at which its doors open; none if several fields contain the same time. */
function timesOf(event: Event, { fields }: HasFields): { time?: Text; doors?: Text } {
  const texts = fields.flatMap(({ kind, id, heading = id }) => {
    const text = kind === 'time' ? textOf(event, id) : undefined;
    return text === undefined ? [] : [{ text, isOfDoors: wordsInAll(heading).some(namesDoors) }];
  });
  const [time, another] = texts.filter(({ isOfDoors }) => !isOfDoors);
  const [doors, more] = texts.filter(({ isOfDoors }) => isOfDoors);
  return (another ?? more) === undefined ? withoutUndefined({ time: time?.text, doors: doors?.text }) : {};
}

/** Whether the heading of a column states that its times are those at which doors open, such as "Einlass". */
export function namesDoors(heading: string): boolean {
  const phrase = parseTimePhrase(`${heading} 19:00`);
  const [hours] = 'hours' in phrase ? phrase.hours : [];
  return hours?.doors !== undefined && hours.start === undefined;
}

/** Adds the time at which doors open to the time of an event, unless the event has several times. */
function withDoors(hours: readonly Hours[], ofDoors: readonly Hours[]): readonly Hours[] {
  const [{ doors, start = doors } = {}] = ofDoors;
  return start === undefined || hours.length > 1 ? hours : [{ doors: start, ...hours[0] }];
}

function linesIn(text: Text, lang: Lang, config: ProgrammeFile): { words: string; lang: Lang } {
  const { words, lang: textLang } = textIn(text, lang, config.language);
  return { words: paragraphsOf(words).join('\n'), lang: textLang };
}

/** The times of day in a time field, read from its text in the main language. */
function hoursOf(time: Text | undefined, when: string, config: ProgrammeFile): readonly Hours[] {
  if (time === undefined) return [];
  const { words, lang } = linesIn(time, config.language, config);
  const phrase = parseTimePhrase(words, lang, isOfSeveralDays(when));
  return 'hours' in phrase ? phrase.hours : [];
}

/**
 * A function that returns the times in the text of a date for a range of its days. A single time applies to all days.
 * If there are several times, each applies to the days before it in the text. Undefined if there are no times, or if it
 * is uncertain to which days they apply.
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
  const dateOf = (days: string, order?: DayOrder): string =>
    edtfOf(days, { lang, period: when, century: CENTURY, ...(order && { order }) }) ?? '';
  const parts = found.map(({ start, hours }, index) => {
    const whole = words.slice(found[index - 1]?.end ?? 0, start).replace(SIGNS, '');
    const plain = whole.replace(LEAD, '');
    // The first word is not removed if it is needed for the date, as the month in "Jan 1".
    const days = dateOf(plain) === '' ? whole : plain;
    return { hours, days, date: dateOf(days) };
  });
  const span = hoursOfSpan(parts, /^[\s)]*\//.test(words.slice(first.end)));
  const range = parts.map(({ days }) => days).join(' – ');
  const isRange = ([undefined, 'day-first', 'month-first'] as const).some(
    (order) => dateOf(range, order) === when,
  );
  if (span !== undefined && isRange) return () => [span];
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
 * The times of a range of days whose first and last day each have a time: `Fr 5.5. 22 Uhr – Sa 6.5. 2 Uhr`. Undefined
 * if a slash separates them, because they may then be two separate times.
 */
function hoursOfSpan(parts: readonly { hours: readonly Hours[] }[], isSlashed: boolean): Hours | undefined {
  const times = parts.map(({ hours }) =>
    hours.flatMap(({ doors, start = doors, end }) => [start ?? [], end ?? []].flat()),
  );
  const [start = 0, end = 0] = times.flat();
  const isSpan = !isSlashed && times.length === 2 && times.every(({ length }) => length === 1);
  return isSpan ? { start, end: end > start ? end + DAY : end } : undefined;
}

/** Punctuation around the day before a time, such as the bracket in `Fri 17 (7 pm)`. */
const SIGNS = /^[\s,;:/|)–—-]+|[\s,;:(–—-]+$/gu;
/** A short word before a day, such as `and`. */
const LEAD = /^\p{L}{1,3}\s+(?=[\p{L}\d])/u;

type Span = Pick<Occurrence, 'date' | 'days'>;

function spansOf(when: string): Span[] {
  const date = parseEdtf(when);
  return (date.precision === 'set' ? [...date.members] : [date]).map((span) => ({
    date: formatEdtf(span),
    ...(endsOf(span).every(isExact) && { days: boundsOf(span) }),
  }));
}

/** Whether a planned date, as EDTF, consists only of exact days, without months, open ends or approximate days. */
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

/** Maximum number of days in a range that is split into days if their times differ. */
const MAX_DAYS = 7;

/**
 * Combines a range of days with times: returns one copy of the range per time, or a single copy if there are no times.
 */
function withHours(span: Span, hours: readonly Hours[]): (Span & Hours)[] {
  const { days } = span;
  const daily = hours.filter(({ weekdays }) => weekdays === undefined);
  const of = (one: Span, given: readonly Hours[]): (Span & Hours)[] =>
    given.length === 0 ? [one] : given.map((each) => ({ ...one, ...each }));
  if (days === undefined) return of(span, daily.length === 1 ? daily : []);
  const each = (daysFrom(days.start, days.end, MAX_DAYS) ?? []).map((day) => ({
    date: day,
    days: { start: day, end: day },
    hours: hoursOn(day, hours),
  }));
  if (days.start === days.end) return of(span, each[0]?.hours ?? []);
  const isOwn =
    each.every((day) => day.hours.length > 0) &&
    each.some((day) => day.hours.some(({ weekdays }) => weekdays !== undefined));
  if (isOwn) return each.flatMap(({ hours: hoursOfDay, ...day }) => of(day, hoursOfDay));
  return of(span, daily.length === 1 && daily.length === hours.length ? daily : []);
}

/** The times of a day: the times for its weekday, otherwise the times for every day. */
function hoursOn(day: string, hours: readonly Hours[]): readonly Hours[] {
  const ofWeekday = hours.filter(({ weekdays }) => weekdays?.includes(weekdayOf(day)));
  return ofWeekday.length > 0 ? ofWeekday : hours.filter(({ weekdays }) => weekdays === undefined);
}

/**
 * The local time of a moment in ISO 8601, such as 2027-05-15T19:30. 1440 minutes are midnight at the end of the day.
 */
export function localTime({ day, minutes }: Moment): string {
  const clock = [Math.floor(minutes / 60) % 24, minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return `${daysAfter(day, Math.floor(minutes / DAY))}T${clock}`;
}

const DAY = 24 * 60;

/**
 * The time zone of an event: its own time zone, otherwise that of its sides, otherwise that of the programme. Undefined
 * if its sides are in different time zones.
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
