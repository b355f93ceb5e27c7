import { binarySearch } from '../model/index.ts';

/** Lines of one cell or paragraph as their top and bottom edges, from the top of the content, in points. */
export interface LineStack {
  tops: readonly number[];
  bottoms: readonly number[];
}

/** The lines from `first` up to, but not including, `end`. */
export interface LineRange {
  first: number;
  end: number;
}

/**
 * The lines of a stack in one part. The bottoms of these lines are below the offset `from` at which the part begins,
 * and at or above the offset `next` at which the following part begins.
 */
export function linesOfPart(stack: LineStack, from: number, next: number | undefined): LineRange {
  const first = firstBelow(stack.bottoms, from);
  return { first, end: next === undefined ? stack.bottoms.length : firstBelow(stack.bottoms, next) };
}

/** Index of the first line whose bottom is below an offset; if there is none, the number of lines. */
function firstBelow(bottoms: readonly number[], offset: number): number {
  return binarySearch(0, bottoms.length, (line) => (bottoms[line] ?? 0) > offset);
}

/**
 * Finds a position to split parallel stacks of lines, so that no stack of several lines has a single line before or
 * after the split.
 *
 * @param padding height that every part needs in addition to its lines
 * @param from offset at which the part begins
 * @param room maximum height of the part
 * @param anywhere whether single lines are allowed, because no page has more space
 * @returns the height of the highest allowed part and the offset of the next; no offset for the last part; undefined if
 * nothing fits
 */
export function cutStacks(
  stacks: readonly LineStack[],
  padding: number,
  from: number,
  room: number,
  anywhere = false,
): { height: number; next: number | undefined } | undefined {
  const rest = partHeight(stacks, padding, from, undefined);
  if (rest <= room) return { height: rest, next: undefined };
  const cuts = new Set(stacks.flatMap((stack) => cutsOf(stack, from, room - padding)));
  for (const next of [...cuts].sort((a, b) => b - a)) {
    const height = partHeight(stacks, padding, from, next);
    if (height <= room && (anywhere || stacks.every((stack) => leavesNoLineAlone(stack, from, next))))
      return { height, next };
  }
  return undefined;
}

/** Tolerance for comparing sums of points. */
const EPSILON = 1e-6;

/** Bottoms of the lines that fit into a part of the given height. */
function cutsOf({ tops, bottoms }: LineStack, from: number, height: number): number[] {
  const first = firstBelow(bottoms, from);
  return bottoms.slice(first, firstBelow(bottoms, (tops[first] ?? 0) + height + EPSILON));
}

/** Height of a part: the height of its tallest stack after each stack is moved to the top of the part. */
function partHeight(
  stacks: readonly LineStack[],
  padding: number,
  from: number,
  next: number | undefined,
): number {
  let height = 0;
  for (const stack of stacks) {
    const { first, end } = linesOfPart(stack, from, next);
    if (end > first) height = Math.max(height, (stack.bottoms[end - 1] ?? 0) - (stack.tops[first] ?? 0));
  }
  return height + padding;
}

function leavesNoLineAlone(stack: LineStack, from: number, next: number): boolean {
  const { first, end } = linesOfPart(stack, from, next);
  const shown = end - first;
  const left = stack.bottoms.length - end;
  return left === 0 || (left >= 2 && shown !== 1);
}
