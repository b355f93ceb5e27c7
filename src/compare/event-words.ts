/** The words of events as numbers, field by field, and how much each word tells. */
import type { FieldKind } from '../model/field-kinds.ts';
import type { FieldWords } from './change.ts';
import { isOpenTitle } from './open-title.ts';

/** Distinct words as ascending numbers. */
export type Bag = readonly number[];

/** What fields tell of an event beside others of their sort. */
export type Part = 'title' | 'bodies' | 'description' | 'date' | 'region' | 'category' | 'detail' | 'figure';

/** A part of an event; details, such as speaker and venue, are each a part of their own. */
export interface PartWords {
  part: Part;
  bag: Bag;
}

export interface EventWords {
  /** All words but codes and dates for machines. */
  all: Bag;
  /** By name; without a title that says that there is none yet, or that others of other bodies have too. */
  parts: ReadonlyMap<string, PartWords>;
  /** Whether others of the list have its title, bodies and details: only their dates tell them apart. */
  serial: boolean;
}

/** Words of two lists of events, and how much each word tells. */
export interface Vocabulary {
  old: readonly EventWords[];
  new: readonly EventWords[];
  /** Weight by number of a word: more, the fewer events have it. */
  weight: readonly number[];
}

const PART_OF_KIND: Readonly<Record<FieldKind, Part>> = {
  title: 'title',
  description: 'description',
  date: 'date',
  region: 'region',
  category: 'category',
  text: 'detail',
  link: 'detail',
  email: 'detail',
  phone: 'detail',
  time: 'figure',
  price: 'figure',
  number: 'figure',
};

/** Words of two lists of events, by the fields of each. */
export function vocabularyOf(
  oldEvents: readonly { fields: readonly FieldWords[] }[],
  newEvents: readonly { fields: readonly FieldWords[] }[],
  kinds: ReadonlyMap<string, FieldKind>,
): Vocabulary {
  const numbers = new Map<string, number>();
  const folded = new Map<string, number>();
  const holders: number[] = [];
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const number = folded.get(plain) ?? folded.size;
    folded.set(plain, number);
    numbers.set(word, number);
    return number;
  };
  const wordsOf = ({ fields }: { fields: readonly FieldWords[] }): Omit<EventWords, 'serial'> => {
    const all = new Set<number>();
    const parts = new Map<string, { part: Part; words: Set<number> }>();
    for (const field of fields) {
      const place = placeOf(field.field, kinds);
      if (place === undefined) continue;
      const words = wordsIn(field).map(numberOf);
      if (field.lang !== undefined) for (const word of words) all.add(word);
      if (place.part === 'title' && isOpenTitle(field.words)) continue;
      const known = parts.get(place.name);
      if (known === undefined) parts.set(place.name, { part: place.part, words: new Set(words) });
      else for (const word of words) known.words.add(word);
    }
    for (const word of all) holders[word] = (holders[word] ?? 0) + 1;
    return {
      all: bagOf(all),
      parts: new Map([...parts].map(([name, { part, words }]) => [name, { part, bag: bagOf(words) }])),
    };
  };
  const oldWords = withinList(oldEvents.map(wordsOf));
  const newWords = withinList(newEvents.map(wordsOf));
  const total = oldWords.length + newWords.length;
  const weight = Array.from({ length: folded.size }, (_, word) => Math.log(1 + total / (holders[word] ?? 1)));
  return { old: oldWords, new: newWords, weight };
}

/** Parts that a series of events has in common. */
const SERIAL: readonly Part[] = ['title', 'bodies', 'detail'];

/** Events with their series told, and without titles that tell none from another. */
function withinList(events: readonly Omit<EventWords, 'serial'>[]): EventWords[] {
  const keyOf = ({ parts }: Omit<EventWords, 'serial'>, among: readonly Part[]): string =>
    JSON.stringify(
      [...parts].flatMap(([name, { part, bag }]) => (among.includes(part) ? [[name, bag]] : [])),
    );
  const series = events.map((event) => keyOf(event, SERIAL));
  const titles = events.map((event) => keyOf(event, ['title']));
  const ofSeries = countsOf(series);
  const ofTitle = countsOf(titles);
  return events.map(({ all, parts }, index) => {
    const serial = (ofSeries.get(series[index] ?? '') ?? 0) > 1;
    const telling = serial || (ofTitle.get(titles[index] ?? '') ?? 0) === 1;
    return { all, parts: telling ? parts : new Map([...parts].filter(([name]) => name !== 'title')), serial };
  });
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Name and sort of the part that a field belongs to; how a column is printed or what is accepted is no part. */
function placeOf(
  field: string,
  kinds: ReadonlyMap<string, FieldKind>,
): { name: string; part: Part } | undefined {
  const kind = kinds.get(field);
  if (kind !== undefined) {
    const part = PART_OF_KIND[kind];
    return { name: part === 'detail' || part === 'figure' ? field : part, part };
  }
  if (field.startsWith('bodies.')) return { name: 'bodies', part: 'bodies' };
  if (field.startsWith('regions.')) return { name: 'region', part: 'region' };
  return field === 'when' ? { name: 'date', part: 'date' } : undefined;
}

/** Codes of regions and a date for machines are words as a whole. */
function wordsIn({ lang, words }: FieldWords): readonly string[] {
  return lang === undefined ? words.split(', ') : (words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

function bagOf(words: ReadonlySet<number>): Bag {
  return [...words].sort((a, b) => a - b);
}
