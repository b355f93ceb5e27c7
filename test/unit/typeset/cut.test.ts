import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutStacks, type LineStack, linesOfPart } from '../../../src/typeset/cut.ts';
import { LINE, PADDING, stackOfLines } from './boxes.ts';

const stacks = fc.array(
  fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 9 }),
    )
    .map(([paragraphs, gap]) => stackOfLines(paragraphs, gap)),
  { minLength: 1, maxLength: 6 },
);
/** Available heights, each of which has room for far more lines than must stay together. */
const rooms = fc.array(fc.integer({ min: 220, max: 400 }), { minLength: 1 });

interface Part {
  from: number;
  next: number | undefined;
  height: number;
  room: number;
}

/** The parts of a row, each in the next available height. */
function parts(of: readonly LineStack[], heights: readonly number[], anywhere = false): Part[] {
  const list: Part[] = [];
  let from: number | undefined = 0;
  while (from !== undefined) {
    const room = heights[list.length % heights.length] ?? 0;
    const part = cutStacks(of, PADDING, from, room, anywhere);
    if (part === undefined) throw new Error(`no cut after ${from} in ${room}`);
    list.push({ from, room, ...part });
    from = part.next;
  }
  return list;
}

const count = (stack: LineStack, { from, next }: Part): number => {
  const { first, end } = linesOfPart(stack, from, next);
  return end - first;
};

describe('Split of a row between lines', () => {
  it('If a row is split, each line of each cell is printed once, and the lines are in order', () => {
    fc.assert(
      fc.property(stacks, rooms, fc.boolean(), (of, heights, anywhere) => {
        const all = parts(of, heights, anywhere);
        for (const stack of of) {
          const shown = all.flatMap(({ from, next }) => {
            const { first, end } = linesOfPart(stack, from, next);
            return Array.from({ length: end - first }, (_, line) => first + line);
          });
          expect(shown).toEqual([...stack.bottoms.keys()]);
        }
      }),
    );
  });

  it('A split leaves at least two lines of each cell on either side, unless the cell has only one line', () => {
    fc.assert(
      fc.property(stacks, rooms, (of, heights) => {
        for (const part of parts(of, heights))
          for (const stack of of) if (stack.bottoms.length > 1) expect(count(stack, part)).not.toBe(1);
      }),
    );
  });

  it('Each part of a split row fits into the available height, and is as tall as its tallest cell', () => {
    fc.assert(
      fc.property(stacks, rooms, (of, heights) => {
        for (const { from, next, height, room } of parts(of, heights)) {
          const tallest = of.map((stack) => {
            const { first, end } = linesOfPart(stack, from, next);
            return end > first ? (stack.bottoms[end - 1] ?? 0) - (stack.tops[first] ?? 0) : 0;
          });
          expect(height).toBe(Math.max(...tallest) + PADDING);
          expect(height).toBeLessThanOrEqual(room);
        }
      }),
    );
  });

  it('Each part of a split row contains as many lines as fit', () => {
    const cut = cutStacks([stackOfLines([20])], PADDING, 0, 9 * LINE + PADDING);
    expect(cut).toEqual({ height: 9 * LINE + PADDING, next: 9 * LINE });
    expect(cutStacks([stackOfLines([10])], PADDING, 0, 9 * LINE + PADDING)?.next).toBe(8 * LINE);
    expect(cutStacks([stackOfLines([20]), stackOfLines([10])], PADDING, 0, 9 * LINE + PADDING)?.next).toBe(
      8 * LINE,
    );
  });

  it('A split that leaves a single line is made only if no other split is possible', () => {
    const three = [stackOfLines([3])];
    const room = 2 * LINE + PADDING;
    expect(cutStacks(three, PADDING, 0, room)).toBeUndefined();
    expect(cutStacks(three, PADDING, 0, room, true)).toEqual({ height: room, next: 2 * LINE });
    expect(cutStacks(three, PADDING, 0, LINE, true)).toBeUndefined();
  });

  it('The time for each split depends on the number of lines on a page, not on the length of the cells', () => {
    const endless = [stackOfLines([200_000]), stackOfLines([7])];
    expect(parts(endless, [400])).toHaveLength(Math.ceil(200_000 / 39));
  });
});
