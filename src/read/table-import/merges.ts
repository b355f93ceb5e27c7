import type { Sheet } from '../sheet/index.ts';

/** Where cells are merged. */

/** Rows that cells merged downwards cover, by their first column. */
export function mergedDown({ merges, rows }: Sheet): Map<number, Set<number>> {
  const last = rows.at(-1)?.number ?? 0;
  const covered = new Map<number, Set<number>>();
  for (const { top, bottom, left } of merges) {
    if (bottom === top) continue;
    const list = covered.get(left) ?? new Set<number>();
    for (let row = top; row <= Math.min(bottom, last); row++) list.add(row);
    covered.set(left, list);
  }
  return covered;
}

/** Columns in which ranges begin that are merged sideways, by row. */
export function mergedSideways({ merges }: Sheet): Map<number, Set<number>> {
  const starts = new Map<number, Set<number>>();
  for (const { top, left, right } of merges)
    if (right > left) starts.set(top, (starts.get(top) ?? new Set<number>()).add(left));
  return starts;
}
