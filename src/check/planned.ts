import type { Message } from '../messages.ts';
import {
  type Bounds,
  dateOf,
  type Event,
  edtfBounds,
  OPEN_START,
  type Programme,
  type Text,
  textOf,
  valueAt,
  yearWithin,
} from '../model/index.ts';
import { type DateOptions, type DatePhrase, parseDatePhrase } from '../text/dates/index.ts';
import type { BareFinding } from './finding.ts';
import { type CheckContext, findingAt } from './rule.ts';
import type { PrintedText } from './texts.ts';

/**
 * The year of a programme that covers a single year. Dates without a year are in this year. Undefined for other
 * programmes.
 */
export function programmeYear({ config }: Programme): number | undefined {
  return yearWithin(config.period);
}

const phrases = new WeakMap<Programme, Map<string, DatePhrase>>();

/**
 * Parses the text of a date cell. `when` of the event, if defined, determines the century of two-digit years and the
 * order of day and month in dates such as 03/04/2031. In a programme that covers several years, such as a season, dates
 * without a year are in the year of `when` or, if `when` is undefined, in the only year that fits. Results are cached.
 */
export function readDate({ words, lang, event }: PrintedText, programme: Programme): DatePhrase {
  const known = valueAt(phrases, programme, () => new Map<string, DatePhrase>());
  const yearOfEvent = event?.when === undefined ? undefined : yearOf(event.when);
  const year = programmeYear(programme) ?? yearOfEvent;
  const century = yearOfEvent === undefined ? undefined : yearOfEvent - (yearOfEvent % 100);
  const key = `${lang} ${event?.when ?? ''} ${words}`;
  return valueAt(known, key, () => {
    const read = (order: Pick<DateOptions, 'order'>): DatePhrase =>
      parseDatePhrase(words, {
        lang,
        ...(year === undefined ? { period: programme.config.period } : { year }),
        ...(century !== undefined && { century }),
        ...order,
      });
    const phrase = read({});
    if (!('why' in phrase) || phrase.why.code !== 'day-and-month-swappable') return phrase;
    const inOrder = [read({ order: 'day-first' }), read({ order: 'month-first' })];
    return inOrder.find((other) => 'edtf' in other && other.edtf === event?.when) ?? phrase;
  });
}

/** The year in which a date begins or, if its start is open, in which it ends. */
export function yearOf(edtf: string): number {
  const { start, end } = edtfBounds(edtf);
  return Number.parseInt(start === OPEN_START ? end : start, 10);
}

/** The texts of the date column. */
export function dateTexts({ texts }: CheckContext): PrintedText[] {
  return texts.filter(({ kind }) => kind === 'date');
}

/** The planned date of an event in words: the text of the programme's date field. */
export function dateIn(event: Event, { config }: Programme): Text | undefined {
  const field = dateOf(config);
  return field === undefined ? undefined : textOf(event, field);
}

/** The date of an event as EDTF: `when`, otherwise the parsed date text; undefined if there is neither. */
export function plannedEdtf(event: Event, programme: Programme): string | undefined {
  if (event.when !== undefined) return event.when;
  const lang = programme.config.language;
  const date = dateIn(event, programme);
  const words = typeof date === 'string' ? date : date?.[lang];
  if (words === undefined) return undefined;
  const phrase = readDate({ at: {}, words, lang }, programme);
  return 'edtf' in phrase ? phrase.edtf : undefined;
}

/** The first and last day of an event; undefined if its date is not known. */
export function plannedBounds(event: Event, programme: Programme): Bounds | undefined {
  const edtf = plannedEdtf(event, programme);
  return edtf === undefined ? undefined : edtfBounds(edtf);
}

/** A finding about the date of an event. The finding is at the date text or, if there is none, at `when`. */
export function dateFinding(event: Event, { programme }: CheckContext, message: Message): BareFinding {
  const date = dateIn(event, programme);
  const name = dateOf(programme.config) ?? '';
  const { language } = programme.config;
  const words = typeof date === 'string' ? date : (date?.[language] ?? '');
  const field = typeof date === 'string' ? name : date === undefined ? 'when' : `${name}.${language}`;
  return findingAt({ event: event.id, field }, message, words);
}

/** Whether two periods have a day in common. */
export function overlap(a: Bounds, b: Bounds): boolean {
  return a.start <= b.end && b.start <= a.end;
}
