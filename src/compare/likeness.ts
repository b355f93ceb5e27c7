/**
 * Determines how similar the words of events are, regardless of the ids. Rare words have a higher weight than frequent
 * ones.
 */
import type { Bag, EventPart, EventWords, Vocabulary } from './event-words.ts';
import { isOfPeople } from './severity/index.ts';

/** The sum of the weights of the words in a bag. */
export function weightOf(bag: Bag, weight: readonly number[]): number {
  return bag.reduce((sum, word) => sum + (weight[word] ?? 0), 0);
}

/** The words that two bags have in common. */
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
export function bagDifference(a: Bag, b: Bag): Bag {
  const excluded = new Set(b);
  return a.filter((word) => !excluded.has(word));
}

/**
 * The similarity of two bags by the weights of their common words (Dice coefficient): 0 if no words are shared, 1 if
 * all words are.
 */
export function likeness(a: Bag, b: Bag, weight: readonly number[]): number {
  const all = weightOf(a, weight) + weightOf(b, weight);
  return all === 0 ? 0 : (2 * weightOf(common(a, b), weight)) / all;
}

/** The relative weights of the parts of an event. */
const WORTH: Readonly<Record<EventPart, number>> = {
  title: 3,
  bodies: 2.5,
  description: 2,
  date: 1.5,
  detail: 1.5,
  region: 0.7,
  category: 0.5,
  figure: 0.5,
};
/** Two titles that have less than this share of words in common count as different. */
const TITLE_FROM = 0.35;
/**
 * If the dates of two events are completely different, titles that have less than this share of words in common count
 * as different.
 */
const OTHER_DAY_TITLE_FROM = 0.5;
/** Dates or speakers that have less than this share of words in common count as completely different. */
const OTHER_UNDER = 0.3;
/**
 * Events whose titles have less than this share of words in common match only if they also have something in common
 * that no other event has.
 */
const SAME_TITLE_FROM = 0.75;
/**
 * Two events with different titles on the same day are matched by their descriptions only if the descriptions share at
 * least this proportion of their words, at least `DESCRIPTION_WORDS` words in all, and at least `EXCLUSIVE_WORDS` words
 * that no other event has. A cinema, for example, announces all its films in the same words.
 */
const DESCRIPTION_FROM = 0.6;
const DESCRIPTION_WORDS = 8;
const EXCLUSIVE_WORDS = 3;
/**
 * Two events on the same day match regardless of their titles if their descriptions have at least this number of words,
 * and at least the share `RETOLD_FROM` of their words in common.
 */
const LONG_DESCRIPTION = 25;
const RETOLD_FROM = 0.5;
/**
 * Minimum similarity, with frequent words weighted less, at which two long descriptions identify an event; frequent
 * words alone do not identify an event.
 */
const RETOLD_WEIGHT_FROM = 0.35;
/** Minimum share of their words that the long descriptions of two events on different days must have in common. */
const RETOLD_OTHER_DAY_FROM = 0.8;
/**
 * If two descriptions have at least this share of words in common, a single word that occurs in no other event is
 * sufficient evidence.
 */
const MOSTLY_RETOLD_FROM = 0.7;
/**
 * If the titles, the descriptions and the bodies of two events each have at least this share of words in common, the
 * three together are sufficient evidence.
 */
const TOGETHER_FROM = 0.5;
/**
 * If one of two events has no title yet, the events match if their bodies or a detail have at least this share of words
 * in common.
 */
const UNTITLED_FROM = 0.8;

/**
 * The similarity of two events (0 to 1), and whether it is only a guess, because the evidence could apply to other
 * events as well.
 */
export interface Likeness {
  score: number;
  isGuess: boolean;
}

/**
 * The similarity of two events, determined by the parts that both have, so that an added or extended text does not
 * reduce the similarity. Undefined if the events cannot match because of their titles or, in a series, because of their
 * dates.
 */
export function eventLikeness(
  a: EventWords,
  b: EventWords,
  { weight, isExclusive }: Pick<Vocabulary, 'weight' | 'isExclusive'>,
): Likeness | undefined {
  let worth = 0;
  let shared = 0;
  const shares = new Map<string, number>();
  for (const [name, { part, bag }] of a.parts) {
    const other = b.parts.get(name)?.bag;
    if (other === undefined) continue;
    const share = sharedShare(bag, other, weight);
    shares.set(name, share);
    worth += WORTH[part];
    shared += WORTH[part] * share;
  }
  const score = worth === 0 ? 0 : shared / worth;
  const title = shares.get('title');
  const description = shares.get('description') ?? 0;
  const sharedDescription = commonIn(a, b, 'description');
  const ownWords = sharedDescription.filter(isExclusive).length;
  const described =
    description >= DESCRIPTION_FROM &&
    sharedDescription.length >= DESCRIPTION_WORDS &&
    ownWords >= EXCLUSIVE_WORDS;
  /**
   * The share of words that the events have in common, for each part that is rare in both lists and for which `isMeant`
   * returns true.
   */
  const rare = (isMeant: (name: string, part: EventPart) => boolean): number[] =>
    [...shares]
      .filter(([name]) => {
        const [part, other] = [a.parts.get(name), b.parts.get(name)];
        return part?.isRare === true && other?.isRare === true && isMeant(name, part.part);
      })
      .map(([, share]) => share);
  const otherPeople = [...shares].some(([name, share]) => isOfPeople(name) && share < OTHER_UNDER);
  if (title === undefined) {
    // A free slot that replaces a talk is a different event, even if it is in the same room.
    const wentFree = b.isOpen && !a.isOpen;
    const details = wentFree ? [] : rare((_, part) => part === 'detail');
    const tells = described || Math.max(shares.get('bodies') ?? 0, ...details) >= UNTITLED_FROM;
    return tells && !otherPeople && score >= 0.75 ? { score, isGuess: true } : undefined;
  }
  if ((a.serial || b.serial) && !isWithin(a, b, weight)) return undefined;
  const otherDay = areOtherDays(a.days, b.days) || (shares.get('date') ?? 1) < OTHER_UNDER;
  const enough = otherDay ? OTHER_DAY_TITLE_FROM : TITLE_FROM;
  const samePeople = rare((name, part) => part === 'bodies' || isOfPeople(name)).some(
    (share) => share >= UNTITLED_FROM,
  );
  const words = commonIn(a, b, 'title');
  const isOwnTitle =
    words.some(isExclusive) ||
    words.length === Math.min(bagOfPart(a, 'title').length, bagOfPart(b, 'title').length);
  const isSame =
    title >= SAME_TITLE_FROM || described || samePeople || (isOwnTitle && !otherDay && !otherPeople);
  const together = Math.min(title, description, shares.get('bodies') ?? 0) >= TOGETHER_FROM;
  const isSure = (title >= enough && isSame) || (described && !otherDay);
  const isLikely = isSure || (together && !otherDay && !otherPeople);
  const alike = isLikely ? { score, isGuess: !isSure } : undefined;
  const retoldShare = retold(a, b);
  const isRetold =
    retoldShare >= (otherDay ? RETOLD_OTHER_DAY_FROM : RETOLD_FROM) &&
    description >= RETOLD_WEIGHT_FROM &&
    ownWords >= (retoldShare >= MOSTLY_RETOLD_FROM ? 1 : EXCLUSIVE_WORDS);
  return isRetold && retoldShare > score ? { score: retoldShare, isGuess: title < enough } : alike;
}

/** The share of their words that two long descriptions have in common; 0 if one of them is short. */
function retold(a: EventWords, b: EventWords): number {
  const [one, other] = [bagOfPart(a, 'description'), bagOfPart(b, 'description')];
  const isLong = Math.min(one.length, other.length) >= LONG_DESCRIPTION;
  return isLong ? (2 * common(one, other).length) / (one.length + other.length) : 0;
}

/** Whether the days of two events are known and have no day in common. */
function areOtherDays(a: EventWords['days'], b: EventWords['days']): boolean {
  return a !== undefined && b !== undefined && (a.end < b.start || b.end < a.start);
}

/**
 * Whether two events have the same days, or the date of one contains all words of the other date (9 May, 9 May 2021);
 * false for events without dates.
 */
function isWithin(a: EventWords, b: EventWords, weight: readonly number[]): boolean {
  if (a.days !== undefined && a.days.start === b.days?.start && a.days.end === b.days.end) return true;
  const [one, other] = [bagOfPart(a, 'date'), bagOfPart(b, 'date')];
  const least = Math.min(weightOf(one, weight), weightOf(other, weight));
  return least > 0 && weightOf(common(one, other), weight) === least;
}

function bagOfPart({ parts }: EventWords, name: 'title' | 'description' | 'date'): Bag {
  return parts.get(name)?.bag ?? [];
}

function commonIn(a: EventWords, b: EventWords, name: 'title' | 'description'): Bag {
  return common(bagOfPart(a, name), bagOfPart(b, name));
}

/**
 * The similarity of two bags by the weights of their words: the mean of the Dice coefficient and the overlap
 * coefficient.
 */
function sharedShare(a: Bag, b: Bag, weight: readonly number[]): number {
  const [left, right] = [weightOf(a, weight), weightOf(b, weight)];
  const both = weightOf(common(a, b), weight);
  return left === 0 || right === 0 ? 0 : both / (left + right) + both / (2 * Math.min(left, right));
}

/**
 * Maximum number of index entries that a search reads, so that searches for frequent words do not take quadratic time.
 */
const MAX_INSPECTED = 400;
/** Maximum number of candidates that a search returns. */
const MAX_CANDIDATES = 8;

/**
 * Creates a search for the bags that have the rarest words in common with a given bag, the best first. Equally good
 * bags are sorted by their distance from the relative position `near` in the list (0 is its beginning, 1 its end).
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
    let left = MAX_INSPECTED;
    for (const word of rarestFirst) {
      for (const member of (index.get(word) ?? []).slice(0, left)) {
        shared.set(member, (shared.get(member) ?? 0) + (weight[word] ?? 0));
        left--;
      }
      if (left === 0) break;
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || distance(a[0], near) - distance(b[0], near) || a[0] - b[0])
      .slice(0, MAX_CANDIDATES)
      .map(([member]) => member);
  };
}
