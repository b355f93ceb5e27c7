/** Represents the words of events as sets of numbers for each part, with a weight for each word. */
import { type Bounds, countsOf, type FieldKind, valueAt } from '../model/index.ts';
import type { FieldWords } from './change.ts';
import { isOpenTitle } from './open-title.ts';
import { isTimeWord } from './severity/index.ts';
import { daysOf } from './time-and-place.ts';

/** A set of words, represented by their numbers in ascending order. */
export type Bag = readonly number[];

/** The parts of an event by which events are compared. */
export type EventPart =
  | 'title'
  | 'bodies'
  | 'description'
  | 'date'
  | 'region'
  | 'category'
  | 'detail'
  | 'figure';

/** The words of a part of an event. Each detail, such as the speaker or the venue, is a separate part. */
interface PartWords {
  part: EventPart;
  bag: Bag;
  /**
   * Whether only a few events in the list contain the words of this part. A day or a hall that many events share does
   * not identify an event.
   */
  isRare: boolean;
}

export interface EventWords {
  /** The parts by name, except titles that are placeholders or that events of other bodies also have. */
  parts: ReadonlyMap<string, PartWords>;
  /**
   * Whether the event belongs to a series: other events in the list have the same title, bodies and details, and only
   * the dates differ.
   */
  serial: boolean;
  /** Whether the title of the event is a placeholder. */
  isOpen: boolean;
  /** The first and last day of the event, if they are known. */
  days: Bounds | undefined;
}

/** The words in two lists of events, and the weights of these words. */
export interface Vocabulary {
  /** The words of each old event, without codes and `when`. */
  old: readonly Bag[];
  new: readonly Bag[];
  /**
   * The weight of each word, indexed by the number of the word. The fewer events contain a word, the higher its weight.
   */
  weight: readonly number[];
  /** Whether at most one event in each list contains a word. */
  isExclusive: (word: number) => boolean;
  /** The words of a field, represented by their numbers. A region code or the value of `when` counts as one word. */
  wordsOf: (field: FieldWords) => readonly number[];
}

interface Fields {
  fields: readonly FieldWords[];
}

const PART_OF_KIND: Readonly<Record<FieldKind, EventPart>> = {
  title: 'title',
  description: 'description',
  date: 'date',
  region: 'region',
  category: 'category',
  text: 'detail',
  place: 'detail',
  link: 'detail',
  email: 'detail',
  phone: 'detail',
  picture: 'detail',
  time: 'figure',
  price: 'figure',
  number: 'figure',
};

/** Builds the vocabulary of two lists of events from the fields of the events. */
export function vocabularyOf(oldEvents: readonly Fields[], newEvents: readonly Fields[]): Vocabulary {
  const numbers = new Map<string, number>();
  const folded = new Map<string, number>();
  const holders: number[] = [];
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const number = valueAt(folded, plain, () => folded.size);
    numbers.set(word, number);
    return number;
  };
  const bagOf = ({ fields }: Fields): Bag => {
    const words = fields
      .filter((field) => field.lang !== undefined)
      .flatMap((field) => field.words.match(WORDS) ?? []);
    const bag = [...new Set(words.map(numberOf))].sort(ascending);
    for (const word of bag) holders[word] = (holders[word] ?? 0) + 1;
    return bag;
  };
  const oldBags = oldEvents.map(bagOf);
  const newBags = newEvents.map(bagOf);
  const all = oldBags.length + newBags.length;
  const weight = holders.map((count) => Math.log(1 + all / count));
  const codeOf = (code: string): number => {
    const number = numberOf(code);
    weight[number] ??= Math.log(1 + all);
    return number;
  };
  return {
    old: oldBags,
    new: newBags,
    weight,
    isExclusive: (word) => (holders[word] ?? 0) <= 2,
    wordsOf: ({ lang, words }) =>
      lang === undefined ? words.split(', ').map(codeOf) : (words.match(WORDS) ?? []).map(numberOf),
  };
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const ascending = (a: number, b: number): number => a - b;

/**
 * The words that state the subject of an event. Dates, bodies and figures are excluded, because many events share them.
 */
export interface Subject {
  title: Bag;
  /** The words of the title and the description. */
  all: Bag;
}

/** The words that state the subject of each event. */
export function subjectsOf(
  list: readonly Fields[],
  kinds: ReadonlyMap<string, FieldKind>,
  { wordsOf }: Vocabulary,
): Subject[] {
  return list.map(({ fields }) => {
    const bagOf = (...parts: FieldKind[]): Bag => {
      const texts = fields.filter(({ field }) => parts.some((kind) => kind === kinds.get(field)));
      return [...new Set(texts.flatMap(wordsOf))].sort(ascending);
    };
    return { title: bagOf('title'), all: bagOf('title', 'description') };
  });
}

/** The words of the events at the given positions in a list, keyed by position. */
export function eventWords(
  list: readonly Fields[],
  wanted: readonly number[],
  kinds: ReadonlyMap<string, FieldKind>,
  { wordsOf }: Vocabulary,
): Map<number, EventWords> {
  const events = list.map(({ fields }) => ({ fields: fields.flatMap((field) => withoutDate(field, kinds)) }));
  const ofSeries = countsOf(events.map((event) => keyOf(event, kinds, SERIAL)));
  const ofTitle = countsOf(events.map((event) => keyOf(event, kinds, ['title'])));
  const ofField = countsOf(events.flatMap((event) => event.fields.map(valueIn)));
  return new Map(
    wanted.map((index): [number, EventWords] => {
      const event = events[index] ?? { fields: [] };
      const serial = (ofSeries.get(keyOf(event, kinds, SERIAL)) ?? 0) > 1;
      const telling = serial || ofTitle.get(keyOf(event, kinds, ['title'])) === 1;
      const words = new Map<string, { part: EventPart; words: number[]; isRare: boolean }>();
      for (const field of event.fields) {
        const place = placeOf(field.field, kinds);
        if (place === undefined || isOpenText(field) || (place.part === 'title' && !telling)) continue;
        const known = words.get(place.name);
        const isRare = (ofField.get(valueIn(field)) ?? 0) <= MAX_RARE_EVENTS;
        if (known === undefined)
          words.set(place.name, { part: place.part, words: [...wordsOf(field)], isRare });
        else {
          known.words.push(...wordsOf(field));
          known.isRare ||= isRare;
        }
      }
      const parts = new Map(
        [...words].map(([name, wordsOfPart]): [string, PartWords] => [
          name,
          {
            part: wordsOfPart.part,
            bag: [...new Set(wordsOfPart.words)].sort(ascending),
            isRare: wordsOfPart.isRare,
          },
        ]),
      );
      const isOpen = event.fields.some((field) => kinds.get(field.field) === 'title' && isOpenText(field));
      return [index, { parts, serial, isOpen, days: daysOf(list[index]?.fields ?? [], kinds) }];
    }),
  );
}

/**
 * A value counts as rare if at most this number of events in a list share it; a speaker, for example, may have several
 * events.
 */
const MAX_RARE_EVENTS = 3;

const valueIn = ({ field, lang, words }: FieldWords): string => `${field} ${lang} ${words}`;

/**
 * Splits a title that contains a date into the title and the date, so that two meetings on the same day do not count as
 * similar only because the date is in their titles.
 */
function withoutDate(title: FieldWords, kinds: ReadonlyMap<string, FieldKind>): FieldWords[] {
  const { field, lang, words } = title;
  if (kinds.get(field) !== 'title') return [title];
  const isDate = (word: string): boolean =>
    lang !== undefined && (/^\d+$/.test(word) || isTimeWord(word, lang));
  const all = words.match(WORDS) ?? [];
  const rest = all.filter((word) => !isDate(word));
  if (lang === undefined || rest.length === 0 || !all.some((word) => isTimeWord(word, lang))) return [title];
  return [
    { ...title, words: rest.join(' ') },
    { field: 'when', lang, words: all.filter(isDate).join(' ') },
  ];
}

/** Whether a text is only a placeholder. */
function isOpenText({ lang, words }: FieldWords): boolean {
  return lang !== undefined && isOpenTitle(words);
}

/** The parts that the events in a series have in common. */
const SERIAL: readonly EventPart[] = ['title', 'bodies', 'detail'];

function keyOf(
  { fields }: Fields,
  kinds: ReadonlyMap<string, FieldKind>,
  parts: readonly EventPart[],
): string {
  return fields
    .filter(({ field }) => parts.some((part) => part === placeOf(field, kinds)?.part))
    .map(valueIn)
    .join('\n');
}

/** The name and kind of the part to which a field belongs; undefined if the field is not used to compare events. */
function placeOf(
  field: string,
  kinds: ReadonlyMap<string, FieldKind>,
): { name: string; part: EventPart } | undefined {
  const kind = kinds.get(field);
  if (kind !== undefined) {
    const part = PART_OF_KIND[kind];
    return { name: part === 'detail' || part === 'figure' ? field : part, part };
  }
  if (field.startsWith('bodies.')) return { name: 'bodies', part: 'bodies' };
  if (field.startsWith('regions.')) return { name: 'region', part: 'region' };
  return field === 'when' ? { name: 'date', part: 'date' } : undefined;
}
