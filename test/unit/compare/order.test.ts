import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved } from '../../../src/compare/order.ts';
import { insertAt } from '../../support/apply-changes.ts';

test('A moved item is reported as one move, however far it has moved', () => {
  expect(moved([2, 3, 4, 5, 1])).toEqual(new Set([4]));
  expect(moved([5, 1, 2, 3, 4])).toEqual(new Set([0]));
});

test('Gaps between the ranks result from insertions and do not count as moves', () => {
  expect(moved([1, 3, 7, 20])).toEqual(new Set());
  expect(moved([])).toEqual(new Set());
});

const permutation = fc
  .uniqueArray(fc.nat(1000), { maxLength: 30 })
  .map((ranks) => ranks.map((rank) => rank + 1));

test('The items of the longest increasing sequence are not counted as moved', () => {
  fc.assert(
    fc.property(permutation, (ranks) => {
      const out = moved(ranks);
      const stays = ranks.filter((_, index) => !out.has(index));
      expect(stays).toEqual([...stays].sort((a, b) => a - b));
      // Longest increasing subsequence by the simple quadratic algorithm.
      const lengths: number[] = [];
      ranks.forEach((rank, index) => {
        const before = lengths.slice(0, index).filter((_, earlier) => (ranks[earlier] ?? 0) < rank);
        lengths.push(1 + Math.max(0, ...before));
      });
      expect(stays.length).toBe(Math.max(0, ...lengths));
    }),
  );
});

test('If removed items are inserted again at their positions, the order of the list is restored', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.infiniteStream(fc.boolean()), (items, choices) => {
      const numbered = items.map((item, index) => ({ item, number: index + 1 }));
      const placed = numbered.filter(() => choices.next().value);
      const kept = items.filter((item) => !placed.some((found) => found.item === item));
      expect(insertAt(kept, placed.reverse())).toEqual(items);
    }),
  );
});
