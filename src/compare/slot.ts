/** Matches events under new titles: the only event of a speaker or body at a day, hour and place is the same event, and so is a free slot that somebody took. */
import { type FieldKind, fold, hoursIn, parseTimePhrase } from '../model/index.ts';
import { parseDatePhrase } from '../text/dates/index.ts';
import type { FieldWords } from './change.ts';
import { isOpenTitle } from './open-title.ts';
import { isOfPeople, isOfPlaces } from './severity/index.ts';

/** Where and when an event is, and who takes part; without what says only that it is not known yet. */
export interface Slot {
  /** Those who speak or perform; empty where no field names them. */
  people: string;
  bodies: string;
  place: string;
  day: string | undefined;
  hour: string | undefined;
  /** Whether its title only says that there is none yet. */
  isOpen: boolean;
}

/** The slot of an event. */
export function slotOf(
  { fields }: { fields: readonly FieldWords[] },
  kinds: ReadonlyMap<string, FieldKind>,
): Slot {
  const told = fields.filter(({ words }) => !isOpenTitle(words));
  const wordsIn = (wanted: (field: string) => boolean): string =>
    told
      .filter(({ field }) => wanted(field))
      .map(({ words }) => fold(words))
      .sort()
      .join('\n');
  const isText = (field: string, is: (id: string) => boolean): boolean =>
    kinds.get(field) === 'text' && is(field);
  return {
    people: wordsIn((field) => isText(field, isOfPeople)),
    bodies: wordsIn((field) => field.startsWith('bodies.')),
    place: wordsIn((field) => isText(field, isOfPlaces)),
    day: dayOf(told, kinds),
    hour: hourOf(told, kinds),
    isOpen: fields.some(({ field, words }) => kinds.get(field) === 'title' && isOpenTitle(words)),
  };
}

/** What slots are told by in two lists: those of lists in which no event has a day, or an hour, by the rest. */
export interface SlotKeys {
  /**
   * By who takes part, the day, the hour and the place. Nothing where one of them is not given; who speaks is at one place at a time, so
   * that a speaker needs none.
   */
  byPeople: (slot: Slot) => string | undefined;
  /** By day, hour and place alone, for a slot that is free in one list. */
  free: (slot: Slot) => string | undefined;
}

/** What the slots of two lists are told by. */
export function slotKeys(slots: readonly Slot[]): SlotKeys {
  const [hasDays, hasHours] = [
    slots.some(({ day }) => day !== undefined),
    slots.some(({ hour }) => hour !== undefined),
  ];
  const isKnown = ({ day, hour }: Slot): boolean =>
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

/** The day as EDTF, or in words where they are no date. */
function dayOf(fields: readonly FieldWords[], kinds: ReadonlyMap<string, FieldKind>): string | undefined {
  const when = fields.find(({ field }) => field === 'when');
  const date = fields.find(({ field }) => kinds.get(field) === 'date');
  if (when !== undefined || date === undefined) return when?.words;
  const phrase = parseDatePhrase(date.words, date.lang === undefined ? {} : { lang: date.lang });
  return 'edtf' in phrase ? phrase.edtf : fold(date.words);
}

/** The hours: of a field of times, or within the words of the date. */
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
