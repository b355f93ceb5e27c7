import { countsOf, type FieldKind, groupBy } from '../model/index.ts';
import { type EventWords, eventWords, subjectsOf, type Vocabulary, vocabularyOf } from './event-words.ts';
import type { Item, Matching } from './item.ts';
import { candidateSearch, eventLikeness, likeness } from './likeness.ts';
import { matchIds } from './match-themes.ts';
import { isOpenTitle } from './open-title.ts';
import { findSplitEvents } from './split-events.ts';
import { slotKeys, slotOf, type TimeAndPlace } from './time-and-place.ts';

/**
 * Minimum share of the ids in both lists that must belong to similar events. Below this share, the ids were probably
 * reassigned and are ignored.
 */
const TRUSTED_FROM = 0.5;
/** Minimum weighted similarity at which two events with the same id count as the same event. */
const SAME_ID_FROM = 0.25;
/** Minimum similarity at which two events with different ids match. */
const SAME_FROM = 0.5;
/**
 * An amount that is added to the similarity of events in the same theme, so that copies of an event in different themes
 * are matched within their themes.
 */
const THEME_BONUS = 0.1;
/**
 * Maximum number of times that the remaining events are searched for matches. More than one search is needed only for
 * large groups of nearly identical events.
 */
const MAX_ROUNDS = 4;
/**
 * Matches the events of the old list to those of the new one. The cost is linear in the number of events, even if no
 * ids match. The order is:
 *
 * - events with the same id and mostly the same words (if the ids as a whole can be trusted)
 * - events with the same words but a different id
 * - the most similar events
 * - the only events of a speaker or body on a day, at a time and in a place
 * - events that have only their id in common
 *
 * @param areIdsMade whether ids were generated from titles. Events with the same title exchange such ids when they are
 * reordered, so that identical words take precedence over identical ids
 */
export function matchEvents(
  oldEvents: readonly Item[],
  newEvents: readonly Item[],
  kinds: ReadonlyMap<string, FieldKind>,
  areIdsMade = false,
): Matching {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const match = (old: number, found: number): void => {
    partner.set(old, found);
    taken.add(found);
  };
  const openOld = (): number[] => [...oldEvents.keys()].filter((index) => !partner.has(index));
  const openNew = (): number[] => [...newEvents.keys()].filter((index) => !taken.has(index));
  const matchEqual = (key: (item: Item) => string, agreed: (old: number, found: number) => boolean): void => {
    const waiting = groupBy(openNew(), (index) => keyOf(newEvents, index, key));
    for (const old of openOld()) {
      const found = waiting.get(keyOf(oldEvents, old, key))?.shift();
      if (found !== undefined && agreed(old, found)) match(old, found);
    }
  };
  const always = (): boolean => true;
  /** Matches the remaining events whose key is unique in both lists. */
  const matchOnly = (key: (item: Item) => string | undefined): void => {
    const keyed = (list: readonly Item[], open: readonly number[]): Map<string | undefined, number[]> =>
      groupBy(open, (index) => {
        const item = list[index];
        return item === undefined ? undefined : key(item);
      });
    const waiting = keyed(newEvents, openNew());
    for (const [key, old] of keyed(oldEvents, openOld())) {
      const found = waiting.get(key);
      if (key === undefined || old.length > 1 || found?.length !== 1) continue;
      match(old[0] ?? -1, found[0] ?? -1);
    }
  };

  matchEqual((item) => `${item.id} ${item.content}`, always);
  const vocabulary = openNew().length > 0 ? vocabularyOf(oldEvents, newEvents) : undefined;
  if (vocabulary !== undefined) {
    const { weight } = vocabulary;
    const alike = (old: number, found: number): boolean =>
      likeness(vocabulary.old[old] ?? [], vocabulary.new[found] ?? [], weight) >= SAME_ID_FROM;
    const copies = {
      old: countsOf(oldEvents.map(({ content }) => content)),
      new: countsOf(newEvents.map(({ content }) => content)),
    };
    const isOther = (old: number, found: number): boolean =>
      areIdsMade &&
      (copies.new.has(oldEvents[old]?.content ?? '') || copies.old.has(newEvents[found]?.content ?? ''));
    /**
     * Whether the event is one of several identical breaks, some of which were added or removed, so that it cannot be
     * matched.
     */
    const isAmbiguous = (old: number): boolean => {
      const item = oldEvents[old];
      return (
        item !== undefined &&
        isBare(item, kinds) &&
        copies.old.get(item.content) !== copies.new.get(item.content)
      );
    };
    const shared = sharedIds(oldEvents, newEvents);
    const kept = shared.filter(({ old, new: found }) => partner.get(old) === found || alike(old, found));
    if (kept.length >= TRUSTED_FROM * shared.length)
      matchEqual(
        (item) => item.id,
        (old, found) => alike(old, found) && !isOther(old, found),
      );
    matchEqual(
      (item) => `${item.theme} ${item.content}`,
      (old) => !isAmbiguous(old),
    );
    matchEqual(
      (item) => item.content,
      (old) => !isAmbiguous(old),
    );
    matchOnly((item) => titleAndDate(item, kinds));
    // Events with the same title are matched by `when`, because dates may be written differently, then also by place
    // and time.
    for (const tells of [[], ['place'], ['hour'], ['place', 'hour']] as const)
      matchOnly((item) => titleAndDay(item, kinds, tells));
    const words = {
      old: eventWords(oldEvents, openOld(), kinds, vocabulary),
      new: eventWords(newEvents, openNew(), kinds, vocabulary),
    };
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const found = likelyPairs(oldEvents, newEvents, openOld(), openNew(), vocabulary, words);
      for (const pair of found) match(pair.old, pair.new);
      if (found.length === 0) break;
    }
    if (openOld().length > 0 && openNew().length > 0)
      for (const key of onlySlots(oldEvents, newEvents, kinds)) matchOnly(key);
    matchEqual((item) => item.id, always);
  }

  const at = (list: readonly Item[], indexes: readonly number[]): Item[] =>
    indexes.flatMap((index) => list[index] ?? []);
  return {
    pairs: oldEvents.flatMap((old, index) => {
      const found = newEvents[partner.get(index) ?? -1];
      return found === undefined ? [] : [{ old, new: found }];
    }),
    removed: at(oldEvents, openOld()),
    added: at(newEvents, openNew()),
    ...partedAndMerged(oldEvents, newEvents, partner, kinds, vocabulary),
  };
}

/** Like `matchEvents`, but for lists in which events with the same id are always the same event. */
export function matchEventsById(
  oldEvents: readonly Item[],
  newEvents: readonly Item[],
  kinds: ReadonlyMap<string, FieldKind>,
): Matching {
  const matching = matchIds(oldEvents, newEvents);
  if (matching.removed.length === 0 && matching.added.length === 0) return matching;
  const partner = new Map(sharedIds(oldEvents, newEvents).map((pair) => [pair.old, pair.new]));
  const vocabulary = vocabularyOf(oldEvents, newEvents);
  return { ...matching, ...partedAndMerged(oldEvents, newEvents, partner, kinds, vocabulary) };
}

/** The positions of the events whose id is in both lists. */
function sharedIds(oldEvents: readonly Item[], newEvents: readonly Item[]): { old: number; new: number }[] {
  const byId = new Map(newEvents.map((item, index) => [item.id, index]));
  return oldEvents.flatMap(({ id }, old) => {
    const found = byId.get(id);
    return found === undefined ? [] : [{ old, new: found }];
  });
}

/** Whether an event, such as a break, has no date, time or description except placeholders. */
function isBare({ fields }: Item, kinds: ReadonlyMap<string, FieldKind>): boolean {
  return fields.every(
    ({ field, words }) =>
      field !== 'when' &&
      (!['date', 'time', 'description'].includes(kinds.get(field) ?? '') || isOpenTitle(words)),
  );
}

function keyOf(list: readonly Item[], index: number, key: (item: Item) => string): string {
  const item = list[index];
  return item === undefined ? '' : key(item);
}

interface Likely {
  old: number;
  new: number;
  score: number;
  distance: number;
  isGuess: boolean;
}

/** If the scores of two matches differ by less than this, the better one is a guess. */
const GUESS_WITHIN = 0.05;

/** Removes pairs that are only guesses if one of the two events has another possible match that is nearly as good. */
function withoutGuesses(likely: readonly Likely[]): Likely[] {
  const byOld = groupBy(likely, (pair) => pair.old);
  const byNew = groupBy(likely, (pair) => pair.new);
  return likely.filter((pair) => {
    const rivals = [...(byOld.get(pair.old) ?? []), ...(byNew.get(pair.new) ?? [])];
    const isRival = (other: Likely): boolean => other !== pair && other.score > pair.score - GUESS_WITHIN;
    return !pair.isGuess || !rivals.some(isRival);
  });
}

/** The pairs of events that are sufficiently similar, the most similar first. */
function likelyPairs(
  oldEvents: readonly Item[],
  newEvents: readonly Item[],
  openOld: readonly number[],
  openNew: readonly number[],
  vocabulary: Vocabulary,
  words: { old: ReadonlyMap<number, EventWords>; new: ReadonlyMap<number, EventWords> },
): { old: number; new: number }[] {
  const search = candidateSearch(vocabulary.new, openNew, vocabulary.weight);
  const likely: Likely[] = [];
  for (const old of openOld) {
    const before = words.old.get(old);
    if (before === undefined) continue;
    const near = old / oldEvents.length;
    for (const found of search(vocabulary.old[old] ?? [], near)) {
      const after = words.new.get(found);
      const alike = after && eventLikeness(before, after, vocabulary);
      const bonus = oldEvents[old]?.theme === newEvents[found]?.theme ? THEME_BONUS : 0;
      const distance = Math.abs(found / newEvents.length - near);
      if (alike !== undefined && alike.score >= SAME_FROM)
        likely.push({ old, new: found, score: alike.score + bonus, distance, isGuess: alike.isGuess });
    }
  }
  likely.sort((a, b) => b.score - a.score || a.distance - b.distance || a.old - b.old || a.new - b.new);
  const usedOld = new Set<number>();
  const usedNew = new Set<number>();
  return withoutGuesses(likely).filter((pair) => {
    if (usedOld.has(pair.old) || usedNew.has(pair.new)) return false;
    usedOld.add(pair.old);
    usedNew.add(pair.new);
    return true;
  });
}

/** The events that were split off from other events, and those that were merged into other events. */
function partedAndMerged(
  oldEvents: readonly Item[],
  newEvents: readonly Item[],
  partner: ReadonlyMap<number, number>,
  kinds: ReadonlyMap<string, FieldKind>,
  vocabulary: Vocabulary | undefined,
): Pick<Matching, 'splits' | 'merges'> {
  const isEachPaired = partner.size === oldEvents.length && partner.size === newEvents.length;
  if (vocabulary === undefined || isEachPaired) return { splits: new Map(), merges: new Map() };
  const old = subjectsOf(oldEvents, kinds, vocabulary);
  const now = subjectsOf(newEvents, kinds, vocabulary);
  const back = new Map([...partner].map(([before, after]) => [after, before]));
  const named = (
    found: ReadonlyMap<number, number>,
    list: readonly Item[],
    whole: (index: number) => number | undefined,
  ): Map<string, string> =>
    new Map(
      [...found].flatMap(([part, origin]): [string, string][] => {
        const item = list[part];
        const other = newEvents[whole(origin) ?? -1];
        return item === undefined || other === undefined ? [] : [[item.id, other.id]];
      }),
    );
  return {
    splits: named(findSplitEvents(old, now, partner, vocabulary.weight), newEvents, (whole) =>
      partner.get(whole),
    ),
    merges: named(findSplitEvents(now, old, back, vocabulary.weight), oldEvents, (whole) => whole),
  };
}

/**
 * Functions that return the key of an event's slot if it is unique in both lists: first by participants, then by place
 * for slots that are free in the old list. Two events are not matched by participants if the title of either event
 * belongs to a different event in the other list.
 */
function onlySlots(
  oldEvents: readonly Item[],
  newEvents: readonly Item[],
  kinds: ReadonlyMap<string, FieldKind>,
): ((item: Item) => string | undefined)[] {
  const slotsOf = (list: readonly Item[]): TimeAndPlace[] => list.map((item) => slotOf(item, kinds));
  const [before, after] = [slotsOf(oldEvents), slotsOf(newEvents)];
  const keys = slotKeys([...before, ...after]);
  const titlesOf = (list: readonly TimeAndPlace[]): ReadonlySet<string> =>
    new Set(list.flatMap(({ title }) => title || []));
  const [oldTitles, newTitles] = [titlesOf(before), titlesOf(after)];
  const mayMatch = (old: TimeAndPlace, found: TimeAndPlace): boolean =>
    old.title === found.title || !(newTitles.has(old.title) || oldTitles.has(found.title));
  return (['byPeople', 'free'] as const).map((sort) => {
    const [oldSlots, newSlots] = [groupBy(before, keys[sort]), groupBy(after, keys[sort])];
    return (item) => {
      const key = keys[sort](slotOf(item, kinds));
      const [old, ...oldOthers] = oldSlots.get(key) ?? [];
      const [found, ...newOthers] = newSlots.get(key) ?? [];
      if (!old || !found || oldOthers.length + newOthers.length > 0) return undefined;
      return (sort === 'free' ? old.isFree : mayMatch(old, found)) ? key : undefined;
    };
  });
}

/**
 * A key made from the title and `when`, and from the place and the time if `tells` includes them. Undefined if the
 * title or `when` is missing.
 */
function titleAndDay(
  { fields }: Item,
  kinds: ReadonlyMap<string, FieldKind>,
  tells: readonly ('place' | 'hour')[],
): string | undefined {
  const words = (isMeant: (kind: FieldKind | undefined, field: string) => boolean): string[] =>
    fields
      .filter(({ field }) => isMeant(kinds.get(field), field))
      .map((field) => `${field.field} ${field.lang ?? ''} ${field.words.toLowerCase()}`)
      .sort();
  const title = words((kind) => kind === 'title');
  const day = words((_, field) => field === 'when');
  const isOpen = fields.some(({ field, words: title }) => kinds.get(field) === 'title' && isOpenTitle(title));
  if (title.length === 0 || day.length === 0 || isOpen) return undefined;
  const place = words(
    (kind, field) => kind === 'text' || kind === 'place' || kind === 'region' || field.startsWith('bodies.'),
  );
  // 10 h, 10:00 and 10 Uhr are the same time.
  const hour = words((kind) => kind === 'time').map((hours) => (hours.match(/[1-9]\d*/g) ?? []).join(' '));
  return JSON.stringify([title, day, tells.includes('place') && place, tells.includes('hour') && hour]);
}

/** A key made from the title and the date text; undefined if either is missing. */
function titleAndDate({ fields }: Item, kinds: ReadonlyMap<string, FieldKind>): string | undefined {
  const words = (wanted: FieldKind): string[] =>
    fields.filter(({ field }) => kinds.get(field) === wanted).map((field) => field.words.toLowerCase());
  const [title, date] = [words('title'), words('date')];
  return title.length === 0 || date.length === 0 || title.some(isOpenTitle) || date.some(isOpenTitle)
    ? undefined
    : JSON.stringify([title, date]);
}
