/**
 * Matches events whose titles changed. If a speaker or a body has only one event in each list on a day, at a time and
 * in a place, these are the same event. A talk that takes the place of a free slot is the same event as the slot.
 */
import {
  type Bounds,
  edtfBounds,
  type FieldKind,
  fold,
  hoursIn,
  isEdtf,
  parseTimePhrase,
} from '../model/index.ts';
import { parseDatePhrase } from '../text/dates/index.ts';
import type { FieldWords } from './change.ts';
import { isOpenTitle } from './open-title.ts';
import { isOfPeople, isOfPlaces } from './severity/index.ts';

/** Title, time, place and participants of an event; placeholders are omitted. */
export interface TimeAndPlace {
  title: string;
  /** Speakers or performers; empty if no field names any. */
  people: string;
  bodies: string;
  place: string;
  day: string | undefined;
  hour: string | undefined;
  /** Whether the slot is free, that is, its title is a placeholder and no speaker is named. */
  isFree: boolean;
}

/** The time, place and participants of an event. */
export function slotOf(
  { fields }: { fields: readonly FieldWords[] },
  kinds: ReadonlyMap<string, FieldKind>,
): TimeAndPlace {
  const stated = fields.filter(({ words }) => !isOpenTitle(words));
  const wordsIn = (wanted: (field: string) => boolean): string =>
    stated
      .filter(({ field }) => wanted(field))
      .map(({ words }) => fold(words))
      .sort()
      .join('\n');
  const isText = (field: string, is: (id: string) => boolean): boolean =>
    kinds.get(field) === 'text' && is(field);
  const people = wordsIn((field) => isText(field, isOfPeople));
  return {
    title: wordsIn((field) => kinds.get(field) === 'title'),
    people,
    bodies: wordsIn((field) => field.startsWith('bodies.')),
    place: wordsIn((field) => kinds.get(field) === 'place' || isText(field, isOfPlaces)),
    day: dayOf(stated, kinds),
    hour: hourOf(stated, kinds),
    isFree:
      people === '' && fields.some(({ field, words }) => kinds.get(field) === 'title' && isOpenTitle(words)),
  };
}

/**
 * Functions that return keys by which slots in two lists are matched. A key contains no day or time if no event in the
 * lists has one.
 */
export interface SlotKeys {
  /**
   * A key made from participants, day, time and place; undefined if one of these is missing. For a speaker, the place
   * is optional, because a speaker can only be in one place at a time.
   */
  byPeople: (slot: TimeAndPlace) => string | undefined;
  /** A key made from day, time and place, for a slot that is free in one of the lists. */
  free: (slot: TimeAndPlace) => string | undefined;
}

/** Creates the functions that return keys for the slots in two lists. */
export function slotKeys(slots: readonly TimeAndPlace[]): SlotKeys {
  const [hasDays, hasHours] = [
    slots.some(({ day }) => day !== undefined),
    slots.some(({ hour }) => hour !== undefined),
  ];
  const isKnown = ({ day, hour }: TimeAndPlace): boolean =>
    (day !== undefined || !hasDays) && (hour !== undefined || !hasHours);
  return {
    byPeople: (slot) => {
      const { people, bodies, place, day = '', hour = '' } = slot;
      if (!isKnown(slot) || (people === '' && (bodies === '' || place === '' || !hasDays || !hasHours)))
        return undefined;
      return JSON.stringify([people === '' ? bodies : people, day, hour, place]);
    },
    free: (slot) => {
      const { place, day = '', hour } = slot;
      return !isKnown(slot) || place === '' || hour === undefined
        ? undefined
        : JSON.stringify([day, hour, place]);
    },
  };
}

/** The first and last day of an event; undefined if its date cannot be parsed. */
export function daysOf(
  fields: readonly FieldWords[],
  kinds: ReadonlyMap<string, FieldKind>,
): Bounds | undefined {
  const day = dayOf(fields, kinds);
  return day !== undefined && isEdtf(day) ? edtfBounds(day) : undefined;
}

/** The day of an event as EDTF, or its date text if this is not a date. */
function dayOf(fields: readonly FieldWords[], kinds: ReadonlyMap<string, FieldKind>): string | undefined {
  const when = fields.find(({ field }) => field === 'when');
  const date = fields.find(({ field }) => kinds.get(field) === 'date');
  if (when !== undefined || date === undefined) return when?.words;
  const phrase = parseDatePhrase(date.words, date.lang === undefined ? {} : { lang: date.lang });
  return 'edtf' in phrase ? phrase.edtf : fold(date.words);
}

/** The times of day from the time field, or from the date text. */
function hourOf(fields: readonly FieldWords[], kinds: ReadonlyMap<string, FieldKind>): string | undefined {
  for (const { field, lang, words } of fields) {
    const kind = kinds.get(field);
    if (kind !== 'time' && kind !== 'date') continue;
    const phrases =
      kind === 'time' ? [parseTimePhrase(words, lang)] : hoursIn(words, lang).map(({ phrase }) => phrase);
    const hours = phrases.flatMap((phrase) => ('hours' in phrase ? phrase.hours : []));
    if (hours.some(({ start }) => start !== undefined)) return JSON.stringify(hours);
  }
  return undefined;
}
