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

/**
 * The sequence with `placed` put in: each at its number, counted from 1 in the result.
 */
export function insertAt<T>(kept: readonly T[], placed: readonly { item: T; number: number }[]): T[] {
  const result: T[] = [];
  const ascending = [...placed].sort((a, b) => a.number - b.number);
  let next = 0;
  for (const item of kept) {
    for (; ascending[next]?.number === result.length + 1; next++) {
      const found = ascending[next];
      if (found !== undefined) result.push(found.item);
    }
    result.push(item);
  }
  return [...result, ...ascending.slice(next).map((found) => found.item)];
}
