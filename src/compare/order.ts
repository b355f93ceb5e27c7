/**
 * Finds the smallest set of items that must move to reach the new order: the positions (indexes into `ranks`) outside a
 * longest increasing subsequence. Moving an item counts as one move, regardless of how many items it passes. Inserting
 * an item does not count as a move of the others.
 *
 * @param ranks for each item in the old order, its rank in the new order; ranks are unique
 */
export function moved(ranks: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous = new Array<number>(ranks.length).fill(-1);
  const rankAt = (position: number | undefined): number => ranks[position ?? -1] ?? Number.NEGATIVE_INFINITY;
  ranks.forEach((rank, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rankAt(tails[middle]) < rank) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const out = new Set(ranks.keys());
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) out.delete(index);
  return out;
}
