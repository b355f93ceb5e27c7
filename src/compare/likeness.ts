/** How alike events are by their words, whatever their ids: rare words count for more than common ones. */
import type { FieldWords } from './change.ts';

/** Distinct words of an event as ascending numbers. */
export type Bag = readonly number[];

/** Words of two lists of events as numbers, and how much each word tells. */
export interface Vocabulary {
  old: readonly Bag[];
  new: readonly Bag[];
  /** Weight by number of a word: more, the fewer events have it. */
  weight: readonly number[];
}

/** Words of two lists of events, by the fields of each. */
export function vocabularyOf(
  oldEvents: readonly { fields: readonly FieldWords[] }[],
  newEvents: readonly { fields: readonly FieldWords[] }[],
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
  const bagOf = ({ fields }: { fields: readonly FieldWords[] }): Bag => {
    const words = fields
      .filter((field) => field.lang !== undefined)
      .flatMap((field) => field.words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
    const bag = [...new Set(words.map(numberOf))].sort((a, b) => a - b);
    for (const word of bag) holders[word] = (holders[word] ?? 0) + 1;
    return bag;
  };
  const oldBags = oldEvents.map(bagOf);
  const newBags = newEvents.map(bagOf);
  const all = oldBags.length + newBags.length;
  return { old: oldBags, new: newBags, weight: holders.map((count) => Math.log(1 + all / count)) };
}

/** Sum of the weights of words. */
export function weightOf(bag: Bag, weight: readonly number[]): number {
  return bag.reduce((sum, word) => sum + (weight[word] ?? 0), 0);
}

/** The words that are in both bags. */
export function common(a: Bag, b: Bag): Bag {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) both.push(left);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return both;
}

/** The words of `a` that are not in `b`. */
export function without(a: Bag, b: Bag): Bag {
  const gone = new Set(b);
  return a.filter((word) => !gone.has(word));
}

/** Words in common as a share of all, by weight (Dice): 0 nothing, 1 everything. */
export function likeness(a: Bag, b: Bag, weight: readonly number[]): number {
  const all = weightOf(a, weight) + weightOf(b, weight);
  return all === 0 ? 0 : (2 * weightOf(common(a, b), weight)) / all;
}

/** Entries of the index that a search looks at: keeps it linear however common the words are. */
const MOST_LOOKED_AT = 400;
/** Candidates that a search gives. */
const MOST_CANDIDATES = 8;

/**
 * A search for the bags that share the rarest words with a given one, best first. Of candidates that share equally much, those
 * whose position lies nearest to `near` (a share of the whole, 0 to 1) come first.
 */
export function candidateSearch(
  bags: readonly Bag[],
  members: readonly number[],
  weight: readonly number[],
): (bag: Bag, near: number) => number[] {
  const index = new Map<number, number[]>();
  for (const member of members) {
    for (const word of bags[member] ?? []) {
      const holders = index.get(word);
      if (holders === undefined) index.set(word, [member]);
      else holders.push(member);
    }
  }
  const distance = (member: number, near: number): number => Math.abs(member / bags.length - near);
  return (bag, near) => {
    const shared = new Map<number, number>();
    const rarestFirst = [...bag].sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b);
    let left = MOST_LOOKED_AT;
    for (const word of rarestFirst) {
      for (const member of (index.get(word) ?? []).slice(0, left)) {
        shared.set(member, (shared.get(member) ?? 0) + (weight[word] ?? 0));
        left--;
      }
      if (left === 0) break;
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || distance(a[0], near) - distance(b[0], near) || a[0] - b[0])
      .slice(0, MOST_CANDIDATES)
      .map(([member]) => member);
  };
}
