import { groupBy } from '../model/index.ts';
import type { Item, Matching } from './item.ts';

type Pair = Matching['pairs'][number];

/** Matches items that have the same id. */
export function matchIds(oldItems: readonly Item[], newItems: readonly Item[]): Matching {
  const byId = new Map(newItems.map((item) => [item.id, item]));
  return matching(oldItems, newItems, (item) => byId.get(item.id));
}

/**
 * Matches themes that have the same id, then themes whose id changed but that have the same title or most of their
 * events in common.
 */
export function matchThemes(
  oldThemes: readonly Item[],
  newThemes: readonly Item[],
  events: readonly Pair[],
): Matching {
  const byId = matchIds(oldThemes, newThemes);
  const partners = new Map(byId.pairs.map((pair) => [pair.old, pair.new]));
  const eventsOf = groupBy(events, (pair) => pair.old.theme);
  const free = new Set(byId.added);
  for (const theme of byId.removed) {
    const pairs = eventsOf.get(theme.id) ?? [];
    const found = [...free].find((candidate) => {
      const moved = pairs.filter((pair) => pair.new.theme === candidate.id).length;
      return candidate.content === theme.content || moved > pairs.length / 2;
    });
    if (found === undefined) continue;
    partners.set(theme, found);
    free.delete(found);
  }
  return matching(oldThemes, newThemes, (theme) => partners.get(theme));
}

function matching(
  oldItems: readonly Item[],
  newItems: readonly Item[],
  partnerOf: (item: Item) => Item | undefined,
): Matching {
  const pairs = oldItems.flatMap((old): Pair[] => {
    const found = partnerOf(old);
    return found === undefined ? [] : [{ old, new: found }];
  });
  const found = new Set(pairs.map((pair) => pair.new));
  return {
    pairs,
    removed: oldItems.filter((item) => partnerOf(item) === undefined),
    added: newItems.filter((item) => !found.has(item)),
    splits: new Map(),
    merges: new Map(),
  };
}
