/** Parses written times of day. The same grammar applies to time fields and to times within date cells. */
import { LANGUAGES } from '../../languages/index.ts';
import type { Message } from '../messages.ts';
import { reason } from '../reasons.ts';
import {
  type DayPart,
  dayLead,
  type HourMark,
  type HourRole,
  type HourText,
  type HourToken,
  hourText,
  hourTokens,
} from './hour-words.ts';
import { LIMITS } from './limits.ts';
import { Memory } from './memory.ts';
import { withoutUndefined } from './records.ts';
import { LANGS, type Lang } from './text.ts';

/**
 * The times of an event on one day, in minutes after the midnight at which the printed day begins. 1440 is midnight at
 * the end of that day, and greater values are after it: 22 h – 2 h is 1320 to 1560.
 */
export interface Hours {
  /** The days of the week to which the times apply, if they are stated; 1 is Monday, as in ISO 8601. */
  weekdays?: readonly number[];
  /** The time at which the doors open. */
  doors?: number;
  start?: number;
  /** The end. An end that is not later than the start is on the last of several days (18:00–12:00 on 5–7 May). */
  end?: number;
  /** A statement in place of a time. `open`: no time is stated, or the time is arranged with the organiser. */
  inexact?: DayPart | 'allDay' | 'open';
}

/** The result of parsing a written time. */
export type TimePhrase =
  | { hours: readonly Hours[] }
  /** The words could not be parsed. `unclear`: the words state times, but these are ambiguous. */
  | { unread: Message; unclear?: true }
  /** The words from `start` to `end` were parsed, but they are not a possible time of day. */
  | { wrong: Message; start: number; end: number };

/**
 * Times of day that were found within a text: the offsets of the words, including words such as "from" and "at", and
 * their meaning.
 */
export interface HoursFound {
  start: number;
  end: number;
  phrase: TimePhrase;
}

/**
 * Parses the text of a time field: `19.30–21 Uhr`, `10h-12h et 14h-18h`, `doors 18, start 19`, `сб 12:00–18:00`.
 * Nothing is guessed: every word must have a known meaning, except words in brackets without a number, and in English,
 * 7.30 without am or pm is not accepted. An end that is not later than its start is on the next day if it is at six in
 * the morning or earlier, or within twelve hours of the start. Any other end that is not later than its start is on the
 * last day if there are several days; if there is only one day, it is an error.
 *
 * @param lang language of the words, which is tried before the others
 * @param ofSeveralDays whether the times span consecutive days, from the start on the first day to the end on the last
 */
export function parseTimePhrase(words: string, lang?: Lang, ofSeveralDays = false): TimePhrase {
  if (words.length > LIMITS.dateCharacters) return { unread: reason('time-too-long') };
  return phrases.get(`${lang ?? ''} ${ofSeveralDays} ${words}`, () => readPhrase(words, lang, ofSeveralDays));
}

const phrases = new Memory<TimePhrase>(500);

function readPhrase(words: string, lang: Lang | undefined, ofSeveralDays: boolean): TimePhrase {
  const text = hourText(words);
  let found: TimePhrase | undefined;
  for (const one of languagesToTry(lang)) {
    const { phrase, known } = phraseIn(text, one, {
      hasRemarks: lang === undefined || one === lang,
      ofSeveralDays,
    });
    if ('hours' in phrase || known) return phrase;
    if (found === undefined || ('unread' in found && 'wrong' in phrase)) found = phrase;
  }
  return found ?? { unread: reason('not-a-time') };
}

/**
 * Finds the times of day within a text with other content, such as a date, from left to right. For example, it finds
 * `20 Uhr` in `Sa. 4.7., 20 Uhr`, `de 10 h à 16 h` in `le 15 mai, de 10 h à 16 h`, `7pm` in `July 3 - 7pm`, and two
 * ranges in `Sa 4.5. 10–12 Uhr, So 5.5. 14–16 Uhr`. Each time must have a time marker (a colon, h, Uhr, pm, noon),
 * because a number alone is a day. Weekdays and parts of the day (`soirée`, `abends`) are left to the date parser. A
 * separator before the times, such as a comma or dash, is not included. Times that are ambiguous (in `July 3, 7:30`,
 * either half of the day is possible) or impossible (`25 Uhr`) are returned as well, and `phrase` contains the reason.
 *
 * @param lang language of the words, which is tried before the others
 * @param ofSeveralDays as in `parseTimePhrase`
 */
export function hoursIn(words: string, lang?: Lang, ofSeveralDays = false): readonly HoursFound[] {
  if (words.length > LIMITS.dateCharacters) return [];
  return foundHours.get(`${lang ?? ''} ${ofSeveralDays} ${words}`, () =>
    findHours(words, lang, ofSeveralDays),
  );
}

const foundHours = new Memory<readonly HoursFound[]>(500);

function findHours(words: string, lang: Lang | undefined, ofSeveralDays: boolean): readonly HoursFound[] {
  const text = hourText(words);
  if (lang !== undefined && isBareDate(text, lang)) return [];
  let best: HoursFound[] = [];
  const reach = (found: readonly HoursFound[]): number =>
    found.reduce((sum, { start, end }) => sum + end - start, 0);
  for (const one of languagesToTry(lang)) {
    const found = timesIn(text, one, ofSeveralDays);
    if (reach(found) > reach(best)) best = found;
  }
  return best;
}

/**
 * Whether a text consists only of numbers, weekdays, months and marks such as dashes, so that it does not contain a
 * time in any language.
 */
function isBareDate(text: HourText, lang: Lang): boolean {
  return hourTokens(text, lang).every(
    ({ digits, mark, roles, weekdays }) =>
      digits !== undefined ||
      weekdays !== undefined ||
      roles.has('month') ||
      (mark !== undefined && DATE_MARKS.has(mark)),
  );
}

const DATE_MARKS: ReadonlySet<HourMark> = new Set(['dash', 'dot', 'comma', 'slash', 'and']);

/**
 * All languages, beginning with the given one. Callers try all of them, because a programme can contain dates and times
 * in other languages.
 */
export function languagesToTry(lang: Lang | undefined): Lang[] {
  return lang === undefined ? [...LANGS] : [lang, ...LANGS.filter((other) => other !== lang)];
}

interface HourCursor {
  tokens: readonly HourToken[];
  words: string;
  twelveHours: boolean;
  dashMinutes: boolean;
  commaMinutes: boolean;
  /**
   * Whether the times are within a text with other content, in which a number is a time only if it has a time marker.
   */
  inText: boolean;
  ofSeveralDays: boolean;
}

interface Read<T> {
  value: T;
  next: number;
}

type Half = 'am' | 'midday' | 'pm' | 'night';

/** A parsed time. */
interface Clock {
  hour: number;
  minute: number;
  half?: Half;
  /** Whether the number has a time marker: a colon, h, Uhr, pm, or a name such as "noon". */
  signed: boolean;
  /** Whether the minutes follow a full stop, so that the time may also be a date. */
  dotted: boolean;
  /** Whether the time can only be in 24-hour notation (19, 09). */
  full: boolean;
  /** Minutes to add to the time, as for "half past". */
  shift: number;
  /** Whether words for minutes precede the hour, as in `halb acht`. Such times never state the half of the day. */
  spoken?: true;
  /** Minutes after midnight, once the half of the day has been determined. */
  at?: number;
  /** The position of the first token. */
  from: number;
  to: number;
}

interface Slot {
  weekdays?: readonly number[];
  doors?: Clock;
  start?: Clock;
  end?: Clock;
  inexact?: Hours['inexact'];
  /**
   * Whether a word such as "at", "from" or "doors" precedes the numbers. `named`: this word precedes nothing but times.
   */
  led: boolean;
  named?: true;
  /** Whether the slot is separated from the previous one by nothing but a slash. */
  slashed?: true;
  /** Whether a dash separates the weekday of the slot from the previous slot. */
  dashed?: true;
  from: number;
  to: number;
}

/** Maximum number of slots; it limits the processing time of malicious texts. */
const MAX_SLOTS = 24;

/** The codes of messages about impossible times of day. */
type Impossible =
  | 'no-time-of-day'
  | 'no-time-of-morning'
  | 'no-time-of-afternoon'
  | 'time-before-doors'
  | 'time-ends-before-start';

/** An error in the words, with the positions of the affected tokens. */
interface Wrong {
  why: Impossible;
  from: number;
  to: number;
}

/**
 * @param hasRemarks whether unknown words in brackets may be skipped. Such words must not be skipped if the text may be
 * in another language, in which they may have a meaning
 */
function phraseIn(
  text: HourText,
  lang: Lang,
  how: { hasRemarks: boolean; ofSeveralDays: boolean },
): { phrase: TimePhrase; known: boolean } {
  const reader = readerOf(text, lang, { ...how, inText: false });
  const known = reader.tokens.every(isKnown) && reader.tokens.some(({ digits }) => digits !== undefined);
  const slots = readSlots(reader);
  if (slots === undefined) return { phrase: { unread: whyNot(reader) }, known };
  return { phrase: phraseOf(slots, reader), known };
}

function phraseOf(slots: readonly Slot[], reader: HourCursor): TimePhrase {
  const { tokens, words } = reader;
  const hours = hoursOf(slots, reader);
  if ('unread' in hours) return hours;
  if (!('why' in hours)) return { hours };
  const { why, from, to } = hours;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? words.length];
  return { wrong: reason(why, { words: words.slice(start, end) }), start, end };
}

function readerOf(
  text: HourText,
  lang: Lang,
  { hasRemarks, ...how }: Pick<HourCursor, 'inText' | 'ofSeveralDays'> & { hasRemarks: boolean },
): HourCursor {
  const { twelveHours, dashMinutes, commaMinutes = false } = LANGUAGES[lang].dates.read.hours;
  const all = hourTokens(text, lang);
  return {
    tokens: hasRemarks ? withoutRemarks(all, how.inText) : all,
    words: text.words,
    twelveHours,
    dashMinutes,
    commaMinutes,
    ...how,
  };
}

function whyNot({ tokens, words }: HourCursor): Message {
  if (tokens.some(({ roles }) => roles.has('or'))) return reason('one-of-several-times');
  const unknown = tokens.filter((token) => !isKnown(token)).slice(0, 3);
  if (unknown.length === 0) return reason('not-a-time');
  return reason('words-not-understood', {
    words: unknown.map(({ start, end }) => words.slice(start, end)),
  });
}

function isKnown({ digits, mark, roles, capitals: _, ...meaning }: HourToken): boolean {
  if (digits !== undefined || roles.size > 0) return true;
  if (mark !== undefined) return mark !== 'other';
  return ['weekdays', 'number', 'before', 'after'].some((key) => key in meaning);
}

/** Removes brackets that contain no words for times, and times that are not those of the event. */
function withoutRemarks(tokens: readonly HourToken[], inText: boolean): HourToken[] {
  const kept: HourToken[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isAge(tokens, at)) {
      at += 1;
      continue;
    }
    const aside = endOfAside(tokens, at, inText);
    if (aside !== undefined) {
      at = aside - 1;
      continue;
    }
    const close =
      token.mark === 'open' ? tokens.findIndex(({ mark }, index) => index > at && mark === 'close') : -1;
    const inner = close < 0 ? [] : tokens.slice(at + 1, close);
    const isUnknown = inner.some(({ mark, roles }) => mark === undefined && roles.size === 0);
    const isBehindTime = inner.length > 0 && kept.some(({ digits }) => digits !== undefined);
    if ((isUnknown && inner.every(isRemark)) || (isBehindTime && isLength(inner))) at = close;
    else kept.push(token);
  }
  return kept;
}

/** Whether a number and a plus sign, at the end or before a mark, state a minimum age: 19:00 (12+). */
function isAge(tokens: readonly HourToken[], at: number): boolean {
  if (tokens[at]?.digits === undefined) return false;
  const [plus, next] = tokens.slice(at + 1, at + 3);
  return plus?.mark === 'and' && plus.glued && (next === undefined || next.mark !== undefined);
}

/**
 * The end of an aside, which extends to the next separator. An aside is a word such as "box office" or "duration" with
 * its times, a word for doors with unknown words ("doors 30 minutes before"), or a word such as "followed by" without
 * times. Undefined if there is no aside, or if it also contains times of the event.
 */
function endOfAside(tokens: readonly HourToken[], at: number, inText: boolean): number | undefined {
  const roles = tokens[at]?.roles;
  if (!roles?.has('aside') && !roles?.has('next') && !roles?.has('doors')) return undefined;
  const sign = tokens.findIndex(({ mark }, index) => index > at && mark !== undefined && ENDS.includes(mark));
  const end = sign < 0 ? tokens.length : sign;
  const areDoors = at > 0 && !inText && roles.has('doors') && !tokens.slice(at + 1, end).every(isKnown);
  const isAside = roles.has('aside') || areDoors;
  if (!isAside && !roles.has('next')) return undefined;
  const isOfEvent = ({ roles: others, mark, digits }: HourToken): boolean =>
    isAside
      ? mark === 'and' || OF_EVENT.some((role) => others.has(role))
      : digits !== undefined || NAME_HOURS.some((role) => others.has(role));
  return tokens.slice(at + 1, end).some(isOfEvent) ? undefined : end;
}

const ENDS: readonly HourMark[] = ['comma', 'semicolon', 'slash', 'close'];
const OF_EVENT = ['and', 'doors', 'start', 'end'] as const;
const NAME_HOURS = ['hour', 'am', 'pm', 'noon', 'midnight'] as const;

/** The roles of words that a remark without a time can contain. */
const REMARKED = ['and', 'at', 'to', 'from', 'filler', 'doors', 'start', 'end', 'aside', 'next'] as const;

/**
 * Whether a token can be part of a remark, because it does not affect times. A word in capitals cannot be part of a
 * remark, because it may be a time zone, such as MSK or UTC.
 */
function isRemark({ digits, mark, roles, weekdays, number, capitals }: HourToken): boolean {
  if (digits !== undefined || weekdays !== undefined || number !== undefined || capitals) return false;
  return mark !== undefined || roles.size === 0 || REMARKED.some((role) => roles.has(role));
}

/** Whether the words in brackets state the length of an event, such as "2 hours", "ca. 1 h 30" or "1,5 Std". */
function isLength(inner: readonly HourToken[]): boolean {
  const number = inner.find(({ digits }) => digits !== undefined);
  const isPart = ({ digits, mark, roles }: HourToken): boolean =>
    digits !== undefined || mark === 'comma' || mark === 'dot' || LENGTH.some((role) => roles.has(role));
  return (
    Number(number?.digits) <= LONGEST_HOURS &&
    inner.every(isPart) &&
    inner.some(({ roles }) => roles.has('hour'))
  );
}

const LENGTH = ['hour', 'minute', 'at', 'filler'] as const;
/** Maximum number of hours that words in brackets can state as a length; a greater number is a time of day. */
const LONGEST_HOURS = 5;

const isMark = ({ tokens }: HourCursor, at: number, ...marks: readonly HourMark[]): boolean => {
  const mark = tokens[at]?.mark;
  return mark !== undefined && marks.includes(mark);
};
const has = ({ tokens }: HourCursor, at: number, ...roles: readonly HourRole[]): boolean => {
  const known = tokens[at]?.roles;
  return known !== undefined && known.size > 0 && roles.some((role) => known.has(role));
};
const isGlued = ({ tokens }: HourCursor, at: number): boolean => tokens[at]?.glued === true;

function skip(reader: HourCursor, at: number, ...roles: readonly HourRole[]): number {
  let next = at;
  while (next - at < 4 && has(reader, next, ...roles) && !isTime(reader, next)) next += 1;
  return next;
}

/** Whether a token, such as "noon", is a time on its own, even if it also has other roles. */
function isTime(reader: HourCursor, at: number): boolean {
  return has(reader, at, 'noon', 'midnight');
}

/** Reads the complete text as a sequence of slots, each with times; undefined if this is not possible. */
function readSlots(reader: HourCursor): Slot[] | undefined {
  const slots: Slot[] = [];
  let weekdays: readonly number[] | undefined;
  let at = afterMarks(reader, 0);
  while (at < reader.tokens.length) {
    if (slots.length >= MAX_SLOTS) return undefined;
    const days = readWeekdays(reader, at);
    const isDashed = days !== undefined && slots.length > 0 && isMark(reader, at - 1, 'dash');
    if (days !== undefined) {
      // It is unclear whether `Sa 10 Uhr – So 16 Uhr` means one span or two starts.
      const before = slots.at(-1);
      if (isMark(reader, at - 1, 'dash') && before !== undefined && before.end === undefined)
        return undefined;
      weekdays = days.value;
      at = afterMarks(reader, days.next);
    }
    const slot = readSlot(reader, at, slots.at(-1));
    if (slot === undefined) return undefined;
    const isSlashed = isMark(reader, at - 1, 'slash');
    // A time after a complete range, as in 14h-15h30-17h, is neither an end nor a start.
    if (days === undefined && isMark(reader, at - 1, 'dash') && slots.at(-1)?.end && !slot.value.end)
      return undefined;
    if (slot.value !== slots.at(-1))
      slots.push({
        ...slot.value,
        ...(weekdays && { weekdays }),
        ...(isSlashed && { slashed: true as const }),
        ...(isDashed && { dashed: true as const }),
      });
    at = afterMarks(reader, slot.next);
    if (at === slot.next && at < reader.tokens.length && !beginsWithWord(reader, at)) return undefined;
  }
  return slots.length === 0 ? undefined : slots;
}

/**
 * Whether a token is a weekday or a word that can introduce times. Without a separator, the next times must begin with
 * such a token (`20 Uhr Einlass 19 Uhr`).
 */
function beginsWithWord(reader: HourCursor, at: number): boolean {
  return (
    has(reader, at, 'doors', 'start', 'end', 'from', 'open') || reader.tokens[at]?.weekdays !== undefined
  );
}

/** The position after the separators between times: punctuation and "and". */
function afterMarks(reader: HourCursor, at: number): number {
  let next = at;
  while (
    isMark(reader, next, 'comma', 'semicolon', 'slash', 'and', 'open', 'close', 'colon', 'dash') ||
    has(reader, next, 'and', 'names') ||
    reader.tokens[next]?.after === 0 ||
    (isMark(reader, next, 'dot') && next === reader.tokens.length - 1)
  )
    next += 1;
  return next;
}

/** Reads days of the week, such as `Sa`, `Di–Fr`, `samedi et dimanche`, `du mardi au dimanche` and `Mo, Mi, Fr`. */
function readWeekdays(reader: HourCursor, at: number): Read<readonly number[]> | undefined {
  const daysAt = (place: number) => reader.tokens[place]?.weekdays;
  let next = skip(reader, at, 'at', 'from', 'filler');
  const first = daysAt(next);
  if (first === undefined) return undefined;
  const days = [...first];
  next += 1;
  for (;;) {
    const isTo = isMark(reader, next, 'dash') || has(reader, next, 'to');
    const place = isTo
      ? skip(reader, next + 1, 'filler', 'at')
      : isMark(reader, next, 'comma', 'slash', 'and') || has(reader, next, 'and')
        ? skip(reader, next + 1, 'at', 'filler', 'and')
        : next;
    const more = place === next ? undefined : daysAt(place);
    if (more === undefined) break;
    const [from = 1, to = 1] = [days.at(-1), more[0]];
    if (isTo) for (let day = (from % 7) + 1; day !== to; day = (day % 7) + 1) days.push(day);
    days.push(...more);
    next = place + 1;
  }
  return { value: [...new Set(days)].sort((a, b) => a - b), next };
}

type Label = 'doors' | 'start' | 'end';
const LABELS: readonly Label[] = ['doors', 'start', 'end'];

/**
 * Reads the times of one slot. If the words add to the previous slot, as in `Einlass 18 Uhr, Beginn 19 Uhr`, that slot
 * is extended.
 */
function readSlot(reader: HourCursor, at: number, before: Slot | undefined): Read<Slot> | undefined {
  const label = labelAt(reader, at);
  if (label !== undefined) {
    let place = at + 1;
    while (isMark(reader, place, 'colon', 'dash', 'dot') || labelAt(reader, place) === label) place += 1;
    const labelled = readRange(reader, place);
    if (labelled !== undefined) {
      const value = { ...labelled.value, from: at, named: true as const };
      return joined(label, { value, next: labelled.next }, before);
    }
    // "Start" and "show" can also be nouns after a part of the day, as in "afternoon show".
    if (label !== 'start') return undefined;
  }
  const range = readRange(reader, at) ?? readInexact(reader, at);
  if (range === undefined) return undefined;
  const isBracketed = isMark(reader, range.next, 'open') && isMark(reader, range.next + 2, 'close');
  const place = isBracketed ? range.next + 1 : range.next;
  const after = labelAt(reader, place);
  // A number before such a word counts it, as in "3 showings: 10 am, noon, 2 pm".
  const { start, end, doors } = range.value;
  const isBare = start !== undefined && !start.signed && !start.dotted && !start.full;
  if (after !== undefined && isBare && !end && !doors && place === at + 1)
    return readSlot(reader, place, before);
  if (after === undefined || 'inexact' in range.value || startsTime(reader, place + 1)) {
    const isStart = before?.doors !== undefined && before.start === undefined && before.end === undefined;
    return isStart && range.value.start !== undefined ? joined('start', range, before) : range;
  }
  return joined(after, { value: range.value, next: isBracketed ? place + 2 : place + 1 }, before);
}

function labelAt(reader: HourCursor, at: number): Label | undefined {
  return isTime(reader, at) ? undefined : LABELS.find((label) => has(reader, at, label));
}

/** Whether a time begins at a position, or after a colon at that position. */
function startsTime(reader: HourCursor, at: number): boolean {
  return readRange(reader, isMark(reader, at, 'colon') ? at + 1 : at) !== undefined;
}

/** Applies a label to a time or range: the label states whether the time is that of the doors, the start or the end. */
function joined(label: Label, { value, next }: Read<Slot>, before: Slot | undefined): Read<Slot> | undefined {
  if (label === 'end') {
    const end = value.start ?? value.end;
    if (before === undefined)
      return { value: { led: true, from: value.from, to: value.to, ...(end && { end }) }, next };
    if (before.end !== undefined || end === undefined || (value.start && value.end)) return undefined;
    return { value: Object.assign(before, { end, to: value.to }), next };
  }
  if (label === 'doors') {
    const { start: doors, doors: others, end: start, ...rest } = value;
    if (doors === undefined || others !== undefined) {
      // The words state both the arrival and the start, as in "arrive 9.30 for 10".
      return others !== undefined && !adds(before, 'doors')
        ? { value: { ...value, led: true }, next }
        : undefined;
    }
    const given = { ...rest, doors, ...(start && { end: start }), led: true };
    if (!adds(before, 'doors')) return { value: given, next };
    return start === undefined
      ? { value: Object.assign(before, { doors, led: true, to: value.to }), next }
      : undefined;
  }
  if (adds(before, 'start') && value.start !== undefined && value.doors === undefined) {
    const { start, end } = value;
    return { value: Object.assign(before, { start, ...(end && { end }), led: true, to: value.to }), next };
  }
  return value.start === undefined ? undefined : { value: { ...value, led: true }, next };
}

/** Whether a labelled time can be added to a slot, because the slot has a start but no doors, or doors but no start. */
function adds(before: Slot | undefined, label: 'doors' | 'start'): before is Slot {
  if (before === undefined || before[label] !== undefined) return false;
  return label === 'doors' ? before.start !== undefined : before.doors !== undefined;
}

/** Reads a statement in place of times, such as "all day", "in the evening", "by appointment" or "until 6 pm". */
function readInexact(reader: HourCursor, at: number): Read<Slot> | undefined {
  const place = skip(reader, at, 'at', 'filler');
  const roles = reader.tokens[place]?.roles;
  const inexact = (['allDay', 'open', 'morning', 'midday', 'afternoon', 'evening', 'night'] as const).find(
    (role) => roles?.has(role),
  );
  return inexact === undefined || reader.inText
    ? undefined
    : { value: { inexact, led: false, from: at, to: place + 1 }, next: place + 1 };
}

/**
 * Reads a time or a range, such as `19.30`, `von 10 bis 12`, `10h-12h`, `between 2 and 4 pm`, `ab 14 Uhr`, `bis 18
 * Uhr`, `7 for 7.30 pm`, `abends ab 8`.
 */
function readRange(reader: HourCursor, at: number): Read<Slot> | undefined {
  const part = reader.inText ? undefined : halfOfPart(reader, at);
  const lead = part === undefined ? at : afterPart(reader, at);
  if (has(reader, lead, 'to') && !has(reader, lead, 'at', 'from')) {
    const end = readClock(reader, skip(reader, lead + 1, 'at', 'to', 'filler'));
    if (end === undefined) return undefined;
    return { value: { end: end.value, led: true, from: at, to: end.next }, next: end.next };
  }
  const between = has(reader, lead, 'between');
  const place = skip(reader, lead, 'at', 'from', 'between', 'filler');
  const read = readClock(reader, place);
  if (read === undefined) return undefined;
  const start =
    part === undefined || read.value.half !== undefined ? read.value : { ...read.value, half: part };
  const slot: Slot = { start, led: place > lead, from: at, to: read.next };
  if (has(reader, read.next, 'comeFor')) {
    const show = readClock(reader, skip(reader, read.next + 1, 'at', 'filler'));
    // The label can follow the time, as in "for a 10 am start".
    const next = show !== undefined && has(reader, show.next, 'start') ? show.next + 1 : show?.next;
    if (show !== undefined && next !== undefined)
      return { value: { ...slot, doors: start, start: show.value, led: true, to: next }, next };
  }
  const joint = afterTo(reader, read.next, between);
  const openEnd = skip(reader, joint, 'filler');
  const end = joint === read.next ? undefined : readClock(reader, skip(reader, joint, 'at', 'filler', 'to'));
  // In languages without such minutes, 20-00 may be a time or a range that ends at midnight.
  const isBare = start.to === start.from + 1 && isGlued(reader, joint);
  if (end !== undefined && isBare && reader.tokens[joint]?.digits === '00') return undefined;
  if (end !== undefined) return { value: { ...slot, end: end.value, to: end.next }, next: end.next };
  const open = isMark(reader, openEnd, 'comma', 'open') ? openEnd + 1 : openEnd;
  if (has(reader, open, 'openEnd') && !startsTime(reader, open + 1))
    return { value: { ...slot, to: open + 1 }, next: open + 1 };
  return { value: slot, next: read.next };
}

/** The position after the word or character between the ends of a range. */
function afterTo(reader: HourCursor, at: number, between: boolean): number {
  if (between) return has(reader, at, 'and') || isMark(reader, at, 'dash') ? at + 1 : at;
  const dash = isMark(reader, at, 'dash') ? at + 1 : at;
  return has(reader, dash, 'to') ? dash + 1 : dash;
}

/** The position after a part of the day and its colon, as in `matin : 9 h`. */
function afterPart(reader: HourCursor, at: number): number {
  return isMark(reader, at + 1, 'colon') ? at + 2 : at + 1;
}

/** The half of the day, if a part of the day precedes the time, as in `abends um 8`. */
function halfOfPart(reader: HourCursor, at: number): Half | undefined {
  const half = halfAt(reader, at);
  if (half === undefined || has(reader, at, 'am', 'pm')) return undefined;
  const place = skip(reader, afterPart(reader, at), 'at', 'from', 'filler');
  return readClock(reader, place) === undefined ? undefined : half;
}

/** The half of the day according to the word after an hour. */
function halfAt(reader: HourCursor, at: number): Half | undefined {
  // In German, "am" is a preposition before a day (20 Uhr am 4. Mai).
  const next = reader.tokens[at + 1];
  const isDay = next?.digits !== undefined || next?.weekdays !== undefined;
  if (has(reader, at, 'am') && isDay && reader.inText && !reader.twelveHours) return undefined;
  // In a text with other content, "4a" is more likely a room.
  const isLetter = isGlued(reader, at) && !reader.inText;
  if (has(reader, at, 'am', 'morning') || (isLetter && has(reader, at, 'amLetter'))) return 'am';
  if (has(reader, at, 'pm', 'afternoon', 'evening') || (isLetter && has(reader, at, 'pmLetter'))) return 'pm';
  return (['midday', 'night'] as const).find((role) => has(reader, at, role));
}

function readClock(reader: HourCursor, at: number): Read<Clock> | undefined {
  const place = skip(reader, at, 'at', 'filler');
  const { tokens } = reader;
  const token = tokens[place];
  if (token === undefined) return undefined;
  const whole = { signed: true, dotted: false, full: true, from: place };
  if (isTime(reader, place)) {
    const named: Pick<Clock, 'hour' | 'half'> = has(reader, place, 'noon')
      ? { hour: 12, half: 'pm' }
      : { hour: 24 };
    const added = addedAfter(reader, place + 1);
    return { value: { ...whole, ...named, minute: 0, shift: added.value, to: added.next }, next: added.next };
  }
  if (token.before !== undefined) {
    const hour = readNumber(reader, place + 1);
    if (hour === undefined || hour.value.number > 24) return undefined;
    const sign = has(reader, hour.next, 'hour') ? hour.next + 1 : hour.next;
    const clock = {
      ...whole,
      hour: hour.value.number,
      minute: 0,
      shift: token.before,
      spoken: true as const,
      full: hour.value.number > 12,
    };
    return withHalf(reader, { ...clock, to: sign });
  }
  return readFigures(reader, place);
}

/** Reads a number in figures or words. */
function readNumber(reader: HourCursor, at: number): Read<{ number: number; digits?: string }> | undefined {
  const token = reader.tokens[at];
  if (token?.digits !== undefined)
    return { value: { number: Number(token.digits), digits: token.digits }, next: at + 1 };
  if (token?.number === undefined) return undefined;
  const unit = reader.tokens[isMark(reader, at + 1, 'dash') || has(reader, at + 1, 'and') ? at + 2 : at + 1];
  const next = unit === reader.tokens[at + 1] ? at + 2 : at + 3;
  const isTens = [10, 20, 30, 40, 50].includes(token.number);
  return isTens && unit?.number !== undefined && unit.number < 10
    ? { value: { number: token.number + unit.number }, next }
    : { value: { number: token.number }, next: at + 1 };
}

function readFigures(reader: HourCursor, at: number): Read<Clock> | undefined {
  const number = readNumber(reader, at);
  if (number === undefined) return undefined;
  const { digits } = number.value;
  let { next } = number;
  let hour = number.value.number;
  let minute = 0;
  let dotted = false;
  // A letter directly before a number, as in "H1", is more likely part of a code.
  const isLed = has(reader, at - 1, 'sign') && !isGlued(reader, at);
  let signed = isLed;
  const isWhole = has(reader, next, 'hour') && reader.tokens[next + 1]?.digits === undefined;
  if (digits?.length === 4 && (isWhole || isInFourDigits(reader, at))) {
    signed ||= !isWhole;
    minute = hour % 100;
    hour = Math.floor(hour / 100);
  } else if (digits !== undefined) {
    if (digits.length > 2) return undefined;
    const minutes = gluedMinutes(reader, next);
    if (minutes !== undefined) {
      ({ minute } = minutes);
      ({ next } = minutes);
      signed ||=
        minutes.mark === 'colon' || (minutes.mark === 'dash' && (minute === 0 || has(reader, at - 1, 'at')));
      dotted = !signed;
    }
    // Numbers with a full stop can be dates, such as 4.5., 10.05.27 and 4.
    const isDotted = isMark(reader, next, 'dot') && isGlued(reader, next);
    if (isDotted && !isLed && (dotted || isDateDot(reader, next))) return undefined;
    if (!isLed && isDay(reader, at, next)) return undefined;
  }
  if (has(reader, next, 'hour')) {
    signed = true;
    next += 1;
    const minutes =
      dotted || minute > 0 || (digits?.length ?? 0) > 2 ? undefined : minutesAfterHour(reader, next);
    if (minutes !== undefined) {
      minute = minutes.value;
      ({ next } = minutes);
    }
  }
  if (
    digits === undefined &&
    !signed &&
    halfAt(reader, next) === undefined &&
    reader.tokens[next]?.after === undefined
  )
    return undefined;
  const full = hour >= 13 || digits?.startsWith('0') === true;
  return withHalf(reader, { hour, minute, signed, dotted, full, shift: 0, from: at, to: next });
}

/** Whether a number is part of a range of two times in four digits, such as 1400-1615. */
function isInFourDigits({ tokens, inText }: HourCursor, at: number): boolean {
  const isTime = (place: number): boolean => /^(?:[01]\d|2[0-3])[0-5][05]$/.test(tokens[place]?.digits ?? '');
  const isRange = (place: number): boolean =>
    isTime(place) && tokens[place + 1]?.mark === 'dash' && isTime(place + 2);
  return !inText && (isRange(at) || isRange(at - 2));
}

/**
 * Reads minutes such as `:30` and `.30` and, in languages that use this notation or if it cannot be an hour, `-30`.
 * Seconds, which occur in tables, are skipped.
 */
function gluedMinutes(
  reader: HourCursor,
  at: number,
): { minute: number; mark: HourMark; next: number } | undefined {
  const mark = reader.tokens[at]?.mark;
  const minutes = reader.tokens[at + 1]?.digits;
  if (minutes?.length !== 2 || !isGlued(reader, at) || !isGlued(reader, at + 1)) return undefined;
  const isDashed =
    mark === 'dash' &&
    ['00', '15', '30', '45'].includes(minutes) &&
    (reader.dashMinutes ||
      (!reader.inText && !isEnd(Number(reader.tokens[at - 1]?.digits), Number(minutes))));
  const isAfterComma =
    reader.commaMinutes && mark === 'comma' && (has(reader, at - 2, 'sign') || has(reader, at + 2, 'hour'));
  if (mark !== 'colon' && mark !== 'dot' && !isDashed && !isAfterComma) return undefined;
  const seconds =
    mark === 'colon' && isMark(reader, at + 2, 'colon') && reader.tokens[at + 3]?.digits === '00';
  return { minute: Number(minutes), mark, next: seconds ? at + 4 : at + 2 };
}

/** Whether a range of hours can end at the second hour: unlike 20-22, 18-30 and 17-15 are not ranges. */
function isEnd(first: number, last: number): boolean {
  return last <= 24 && (last > first || afterMidnight(first * 60, last * 60) !== undefined);
}

/** Whether a full stop belongs to a day, as in `4. Mai` or `15.5`. */
function isDateDot(reader: HourCursor, at: number): boolean {
  return reader.tokens[at + 1]?.digits !== undefined || (reader.inText && at + 1 < reader.tokens.length);
}

/**
 * Whether a number is part of a date. Next to a month or a slash, a number is a day or a month (`3 July`, `July 3`,
 * `3/7`), unless it has a time marker.
 */
function isDay(reader: HourCursor, at: number, next: number): boolean {
  // The number is a month or a year, as in "21/11/26 h 21", "3.5.27 – 14:30" and "3 May 27 – 2 pm".
  const { digits: own, start = 0 } = reader.tokens[at] ?? {};
  const isInDate =
    isGlued(reader, at) && /\d(?:\.|\/\d+\/)$/.test(reader.words.slice(Math.max(0, start - 5), start));
  if (reader.inText && (isInDate || (Number(own) > 24 && has(reader, at - 1, 'month')))) return true;
  if (!reader.inText || has(reader, next, 'hour') || next > at + 1) return false;
  // The number is a day before a month, as in "1 mai", "1er mai", "1° maggio" and "1 de mayo".
  const { digits, mark = 'other', roles } = reader.tokens[next] ?? {};
  const isJoint = digits === undefined && mark === 'other' && (roles?.size === 0 || roles?.has('from'));
  if (has(reader, isJoint ? next + 1 : next, 'month')) return true;
  const isSlashed = (place: number): boolean => isMark(reader, place, 'slash') && isGlued(reader, place);
  if (isDayBeforeTime(reader, at, next)) return true;
  const isBefore = isSlashed(next) && (!isMark(reader, at - 1, 'dash') || isSlashed(next + 2));
  const isAfter = isSlashed(at - 1) && isGlued(reader, at) && reader.tokens[at - 2]?.digits !== undefined;
  if (isBefore || (isAfter && !isMark(reader, at - 3, 'dash'))) return true;
  const before = reader.tokens[isMark(reader, at - 2, 'dot') ? at - 3 : at - 2];
  return has(reader, at - 1, 'month') && before?.digits === undefined && halfAt(reader, next) === undefined;
}

/**
 * Whether a number between an article or "until" and a word that means both "at" and "to" is a day: le 7 à 20h30, el 7
 * a las 20.30, fino al 7 alle 12. After a weekday, the number is a day only if it cannot begin a range, as in sabato 25
 * alle 9.
 */
function isDayBeforeTime(reader: HourCursor, at: number, next: number): boolean {
  if (!has(reader, next, 'at') || !has(reader, next, 'to')) return false;
  const { start = 0, digits: day } = reader.tokens[at] ?? {};
  const { digits: hour } = reader.tokens[next + 1] ?? {};
  if (hour === undefined) return false;
  const lead = dayLead(reader.words.slice(Math.max(0, start - LONGEST_LEAD), start));
  const [first, last] = [Number(day) * 60, Number(hour) * 60 + 59];
  const isRange = first <= DAY && (first <= last || afterMidnight(first, last) !== undefined);
  return lead === 'article' || (lead === 'weekday' && !isRange);
}

/** Number of characters before a day that are searched for a weekday or article. */
const LONGEST_LEAD = 20;

/** Reads minutes after an hour, such as the 30 in `19 h 30` and `20 heures trente`, but not the 16 in `14h 16h`. */
function minutesAfterHour(reader: HourCursor, at: number): Read<number> | undefined {
  const number = readNumber(reader, at);
  if (number === undefined) return undefined;
  const { next } = number;
  const { digits } = number.value;
  if (has(reader, next, 'minute')) return { value: number.value.number, next: next + 1 };
  const goesOn =
    (isMark(reader, next, 'colon', 'dot') && isGlued(reader, next) && isGlued(reader, next + 1)) ||
    has(reader, next, 'hour', 'month');
  if (goesOn || (digits === undefined ? number.value.number < 10 : digits.length !== 2)) return undefined;
  return { value: number.value.number, next };
}

/** Reads minutes in words after an hour, such as `et demie`. */
function addedAfter(reader: HourCursor, at: number): Read<number> {
  const after = reader.tokens[at]?.after;
  if (after !== undefined) return { value: after, next: at + 1 };
  const minutes = isMark(reader, at, 'comma') ? undefined : minutesAfterHour(reader, at);
  return minutes === undefined || reader.inText ? { value: 0, next: at } : minutes;
}

/** Adds the half of the day, and minutes in words, to the time that they follow. */
function withHalf(reader: HourCursor, clock: Clock): Read<Clock> {
  let { to } = clock;
  const added = reader.tokens[to]?.after;
  if (added !== undefined) to += 1;
  // A part of the day is read only directly after a time (8 Uhr abends), because after words that leave the end open,
  // it may belong to the next time.
  const half = halfAt(reader, to);
  if (half !== undefined) to += 1;
  if (reader.tokens[to]?.after === 0) to += 1;
  // In "12 noon" and "12 midnight", the word states the half of the day.
  const named = clock.hour === 12 && clock.minute === 0 && isTime(reader, to) ? to : undefined;
  if (named !== undefined) to += 1;
  const value: Clock = {
    ...clock,
    ...(half && { half }),
    ...(named !== undefined && has(reader, named, 'midnight') ? { hour: 24 } : {}),
    signed: clock.signed || half !== undefined || named !== undefined || added !== undefined,
    full: clock.full || named !== undefined,
    shift: clock.shift + (added ?? 0),
    to,
  };
  return { value, next: to };
}

/** The times of the slots in minutes, or the reason why they are ambiguous or impossible. */
function hoursOf(
  slots: readonly Slot[],
  reader: HourCursor,
): Hours[] | Extract<TimePhrase, { unread: Message }> | Wrong {
  const clocks = slots.flatMap(clocksOf);
  const areTimes =
    clocks.some(({ signed, dotted }) => signed || dotted) ||
    slots.some((slot) => (slot.led || (slot.start && slot.end)) && clocksOf(slot).some(({ full }) => full));
  if (clocks.length > 0 && !areTimes) return { unread: reason('numbers-are-no-times') };
  for (const clock of clocks) {
    const why = impossible(clock);
    if (why !== undefined) return { why, from: clock.from, to: clock.to };
  }
  for (const days of new Set(slots.map(({ weekdays }) => weekdays)))
    tellHalves(slots.filter(({ weekdays }) => weekdays === days).flatMap(clocksOf));
  const hasDoors = slots.some(({ doors }) => doors !== undefined);
  if (
    isAmbiguous(clocks, (clock) => clock.spoken === true, 11) ||
    (reader.twelveHours && isAmbiguous(clocks, () => true, hasDoors ? 11 : 8))
  )
    return { unread: reason('time-of-either-half'), unclear: true };
  const isSpan = reader.ofSeveralDays && slots.length === 1;
  const hours: Hours[] = [];
  for (const slot of slots) {
    const read = slotHours(slot, isSpan);
    if ('why' in read) return read;
    const before = hours.at(-1);
    if (before !== undefined && areOneSpan(before, read)) hours.splice(-1, 1, { ...before, ...read });
    else hours.push(read);
  }
  if (!isSpan && hours.some(({ start, end }) => end !== undefined && end === start))
    return { unread: reason('time-ends-at-start'), unclear: true };
  if (slots.some((slot, index) => isDoorsOrStart(slots[index - 1], slot)))
    return { unread: reason('doors-or-two-times'), unclear: true };
  if (slots.some(({ dashed }, index) => dashed && slots[index - 1]?.end === undefined))
    return { unread: reason('dash-of-days'), unclear: true };
  const form = new Set(slots.map(({ weekdays }) => weekdays)).size === 1 ? formOf(slots) : '';
  // The ends of two spans: 9h/12h et 14h/18h.
  if (form === './../.' && areInOrder(hours))
    return [0, 2].map((index) => ({
      ...hours[index],
      ...withoutUndefined({ end: hours[index + 1]?.start }),
    }));
  if (form === './–/.' || (!reader.twelveHours && slots.some((_, index) => mayBeSpan(slots, index))))
    return { unread: reason('slashes-of-times'), unclear: true };
  const timed = hours.filter(({ inexact }) => inexact !== 'open');
  return timed.length === 0 ? hours : timed;
}

/**
 * Whether two slots form a single span, because one has only a start and the other only an end (`9 Uhr, bis 13 Uhr`,
 * `bis 22 Uhr, ab 16 Uhr`).
 */
function areOneSpan(one: Hours, other: Hours): boolean {
  const { start = 0, end = 0 } = { ...one, ...other };
  const isHalf = ({ doors, ...range }: Hours): boolean =>
    doors === undefined && (range.start === undefined) !== (range.end === undefined);
  const areHalves = isHalf(one) && isHalf(other) && (one.start === undefined) !== (other.start === undefined);
  return areHalves && one.weekdays === other.weekdays && start < end;
}

/**
 * Whether two times are probably doors and start: they are separated by a slash and at most an hour apart
 * (`19.30/20.00`).
 */
function isDoorsOrStart(before: Slot | undefined, { slashed, start, end, named }: Slot): boolean {
  if (!slashed || named || before?.named || end !== undefined || before?.end !== undefined) return false;
  const [first, second] = [before?.start?.at, start?.at];
  return first !== undefined && second !== undefined && second > first && second - first <= 60;
}

/** Whether a slash joins two times, which can be two sessions or, in languages without am and pm, a span: `14h/18h`. */
function mayBeSpan(slots: readonly Slot[], index: number): boolean {
  const [first, second, third] = [slots[index], slots[index + 1], slots[index + 2]];
  const areTimes = [first, second].every(
    (slot) => slot?.start !== undefined && slot.doors === undefined && slot.end === undefined && !slot.named,
  );
  return areTimes && second?.slashed === true && !first?.slashed && !third?.slashed;
}

/** The form of times and ranges joined by slashes: `9h/12h – 14h/18h` becomes `./–/.`. */
function formOf(slots: readonly Slot[]): string {
  return slots.map(({ slashed, end }) => (slashed ? '/' : '') + (end ? '–' : '.')).join('');
}

function areInOrder(hours: readonly Hours[]): boolean {
  return hours.every(({ start = 0 }, index) => index === 0 || start > (hours[index - 1]?.start ?? DAY));
}

/** The times of a slot in chronological order: doors, start, end. */
function clocksOf({ doors, start, end }: Slot): Clock[] {
  return [doors, start, end].filter((clock) => clock !== undefined);
}

function impossible({ hour, minute, half }: Clock): Impossible | undefined {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return 'no-time-of-day';
  if (half === 'am' && hour > 12) return 'no-time-of-morning';
  return half === 'pm' && hour === 0 ? 'no-time-of-afternoon' : undefined;
}

const MIDDAY = 12 * 60;
const DAY = 24 * 60;

/** The minutes of a time according to its half of the day. 12 at night is midnight at the end of the day. */
function byHalf({ hour, minute, shift, half }: Clock): number {
  if (hour > 12 || half === undefined) return hour * 60 + minute + shift;
  const evening =
    half === 'pm' || (half === 'night' && hour >= 6 && hour < 12) || (half === 'midday' && hour !== 11);
  if (half === 'night' && hour === 12) return DAY + minute + shift;
  return (hour % 12) * 60 + (evening ? MIDDAY : 0) + minute + shift;
}

/**
 * Determines the minutes of consecutive times. The half of the day of a time that does not state it is derived from
 * adjacent times, so that the times are in order (7–9 pm, 11.30–1 pm, 10 am – 2, 2 & 7.30 pm).
 */
function tellHalves(clocks: Clock[]): void {
  const isOpen = (clock: Clock): boolean => !clock.full && clock.half === undefined && clock.hour <= 12;
  for (const clock of clocks) if (!isOpen(clock)) clock.at = byHalf(clock);
  const halved = clocks.some(({ half }) => half !== undefined);
  const choices = ({ hour, minute, shift }: Clock): number[] =>
    (hour === 12 ? [0, MIDDAY, DAY] : [0, MIDDAY]).map((half) => (hour % 12) * 60 + half + minute + shift);
  for (let index = clocks.length - 2; index >= 0 && halved; index -= 1) {
    const [clock, next] = [clocks[index], clocks[index + 1]];
    if (clock === undefined || clock.at !== undefined || next?.at === undefined || next.half === undefined)
      continue;
    const limit = next.at === 0 ? DAY : next.at;
    const at = choices(clock).findLast((choice) => choice < limit);
    if (at !== undefined) Object.assign(clock, { at, half: at < MIDDAY ? 'am' : 'pm' });
  }
  for (const [index, clock] of clocks.entries()) {
    if (clock.at !== undefined) continue;
    const before = clocks[index - 1];
    const at =
      before?.half === undefined ? undefined : choices(clock).find((choice) => choice > (before.at ?? 0));
    if (at === undefined) clock.at = byHalf(clock);
    else Object.assign(clock, { at, half: at < MIDDAY ? 'am' : 'pm' });
  }
}

/**
 * Whether, among the times to be considered, an hour from 1 to `last` may be in either half of the day, because the
 * words do not state the half and no other hour implies 24-hour notation.
 */
function isAmbiguous(
  clocks: readonly Clock[],
  isOfConcern: (clock: Clock) => boolean,
  last: number,
): boolean {
  const is24 = clocks.some((clock) => clock.full && clock.half === undefined && clock.hour % 12 !== 0);
  return (
    !is24 &&
    clocks
      .filter(isOfConcern)
      .some(({ hour, half, full }) => half === undefined && !full && hour >= 1 && hour <= last)
  );
}

/** @param ofSeveralDays whether the end may be on the last of several days */
function slotHours(slot: Slot, ofSeveralDays: boolean): Hours | Wrong {
  const { weekdays, doors, end, inexact, from, to } = slot;
  const wrong = (why: Impossible): Wrong => ({ why, from, to });
  let start = slot.start?.at;
  if (doors?.at !== undefined && start !== undefined && start < doors.at) {
    const next = afterMidnight(doors.at, start);
    if (next === undefined) return wrong('time-before-doors');
    start = next;
  }
  const first = start ?? doors?.at;
  let last = end?.at;
  if (first !== undefined && last !== undefined && last < first) {
    const next = afterMidnight(first, last);
    if (next === undefined && (!ofSeveralDays || weekdays !== undefined))
      return wrong('time-ends-before-start');
    last = next ?? last;
  }
  return {
    ...(weekdays && { weekdays }),
    ...(doors?.at !== undefined && { doors: doors.at }),
    ...withoutUndefined({ start, end: last }),
    ...(inexact && { inexact }),
  };
}

/**
 * Moves the time `last` to the day after `first`, in minutes; undefined if `last` is more likely an earlier time on the
 * same day.
 */
export function afterMidnight(first: number, last: number): number | undefined {
  const next = last + DAY;
  return last !== first && (last <= 6 * 60 || next - first <= MIDDAY) ? next : undefined;
}

/** Finds times with time markers in a text with other content, in one language. */
export function hoursInLanguage(words: string, lang: Lang, ofSeveralDays = false): HoursFound[] {
  return words.length > LIMITS.dateCharacters ? [] : timesIn(hourText(words), lang, ofSeveralDays);
}

function timesIn(text: HourText, lang: Lang, ofSeveralDays: boolean): HoursFound[] {
  const reader = readerOf(text, lang, { inText: true, hasRemarks: true, ofSeveralDays });
  const found: HoursFound[] = [];
  for (let at = 0; at < reader.tokens.length; ) {
    const read = withBracket(reader, at, readStretch(reader, at));
    const [first, last] = [reader.tokens[at], reader.tokens[(read?.next ?? 0) - 1]];
    if (read !== undefined && first !== undefined && last !== undefined)
      found.push({ start: first.start, end: last.end, phrase: read.value });
    at = read?.next ?? at + 1;
  }
  return found;
}

/**
 * Extends a range of tokens to include the closing bracket after it if the opening bracket is within the range, as in
 * "20h (doors 19h)".
 */
function withBracket(
  reader: HourCursor,
  from: number,
  read: Read<TimePhrase> | undefined,
): Read<TimePhrase> | undefined {
  if (read === undefined || !isMark(reader, read.next, 'close')) return read;
  const marks = reader.tokens.slice(from, read.next).map(({ mark }) => mark);
  return marks.lastIndexOf('open') > marks.lastIndexOf('close') ? { ...read, next: read.next + 1 } : read;
}

/** Reads consecutive slots, each with its own time marker. */
function readStretch(reader: HourCursor, from: number): Read<TimePhrase> | undefined {
  if (reader.tokens[from]?.mark !== undefined) return undefined;
  if (has(reader, from, 'and') && !has(reader, from, 'at', 'from', 'doors', 'start')) return undefined;
  const slots: Slot[] = [];
  let [at, next] = [from, from];
  while (at < reader.tokens.length && slots.length < MAX_SLOTS) {
    const last = slots.at(-1);
    const slot = readSlot(reader, at, last);
    if (slot === undefined) break;
    // A bare number is a time if "and" joins it to a time, as in "18 and 20 h".
    const isAlone =
      slot.value !== last && last !== undefined && !isSigned(slot.value) && !isAnd(reader, next);
    // In "9–12 / 14–18 h", the first range is one of times as well.
    const isJoined =
      isAnd(reader, slot.next) ||
      (slot.value.end !== undefined && isMark(reader, slot.next, 'slash') && !isGlued(reader, slot.next));
    if (isAlone || (last === undefined && !isSigned(slot.value) && !isJoined)) break;
    if (slot.value !== last) slots.push(slot.value);
    ({ next } = slot);
    at = afterMarks(reader, next);
    if (at === next && !beginsWithWord(reader, at)) break;
  }
  return slots.some(isSigned) ? { value: phraseOf(slots, reader), next } : undefined;
}

/** Whether the words of a slot can mean nothing but times. */
function isSigned(slot: Slot): boolean {
  return clocksOf(slot).some(({ signed, full }) => signed || (slot.named && full));
}

function isAnd(reader: HourCursor, at: number): boolean {
  return has(reader, at, 'and') || isMark(reader, at, 'and');
}
