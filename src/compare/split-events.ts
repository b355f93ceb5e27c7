import type { Bag, Subject } from './event-words.ts';
import { bagDifference, candidateSearch, common, weightOf } from './likeness.ts';

/** Minimum share of its words that an event must have lost to count as split. */
const LACKS_FROM = 0.2;
/** Minimum share of the words of a split-off event that must come from the original event. */
const FROM_WHOLE = 0.6;
/** Minimum share of the words in the title of a split-off event that must come from the original event. */
const TITLE_FROM_WHOLE = 0.5;
/** Minimum share of the words lost by the original event that a split-off event must contain. */
const OF_LACKING = 0.5;
/**
 * Minimum number of words lost by the original event that a split-off event must contain; unrelated events can share a
 * single word.
 */
const MIN_WORDS = 2;

/**
 * Finds the events that were split off from other events: unmatched events that contain most of the words that another
 * event lost, and few other words. If it is called with the old and new events swapped, it finds the events that were
 * merged into others.
 *
 * @param wholes the words of the events that may have been split
 * @param rests the words of the events in the other list, which are searched for split-off events
 * @param partner for the position of each matched event in `wholes`, the position of its match in `rests`
 * @returns for the position of each split-off event in `rests`, the position in `wholes` of the event from which it was
 *   split off
 */
export function findSplitEvents(
  wholes: readonly Subject[],
  rests: readonly Subject[],
  partner: ReadonlyMap<number, number>,
  weight: readonly number[],
): Map<number, number> {
  const lacking = new Map<number, Bag>();
  for (const [whole, rest] of partner) {
    const all = wholes[whole]?.all ?? [];
    const absent = bagDifference(all, rests[rest]?.all ?? []);
    if (absent.length > 0 && weightOf(absent, weight) >= LACKS_FROM * weightOf(all, weight))
      lacking.set(whole, absent);
  }
  const bags = wholes.map(({ all }) => all);
  const search = candidateSearch(bags, [...lacking.keys()], weight);
  const taken = new Set(partner.values());
  const share = (of: Bag, among: Bag): number => weightOf(common(of, among), weight) / weightOf(of, weight);
  const found = new Map<number, number>();
  rests.forEach(({ title, all }, part) => {
    if (taken.has(part)) return;
    const origin = search(all, part / rests.length).find((whole) => {
      const words = bags[whole] ?? [];
      const absent = lacking.get(whole) ?? [];
      return (
        common(absent, all).length >= MIN_WORDS &&
        share(all, words) >= FROM_WHOLE &&
        share(title, words) >= TITLE_FROM_WHOLE &&
        share(absent, all) >= OF_LACKING
      );
    });
    if (origin !== undefined) found.set(part, origin);
  });
  return found;
}
