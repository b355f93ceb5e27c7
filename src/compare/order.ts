/**
 * What has to move so that a sequence stands in its new order, and no more than that: positions (indexes into `ranks`) outside a
 * longest increasing subsequence. One thing moved is one move, whatever it moved past; an insertion is none.
 *
 * @param ranks for each thing in the old order its rank in the new one; no rank twice
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
