/** Lines of one cell or paragraph as their tops and bottoms, from the top of the content; points. */
export interface LineStack {
  tops: readonly number[];
  bottoms: readonly number[];
}

/** Lines `first` up to but not including `end` of a stack. */
export interface LineRange {
  first: number;
  end: number;
}

/**
 * The lines of a stack that a part shows: those whose bottoms lie below the offset `from` where the part begins and not below the
 * offset `next` where the following part begins.
 */
export function linesOfPart(stack: LineStack, from: number, next: number | undefined): LineRange {
  const first = firstBelow(stack.bottoms, from);
  return { first, end: next === undefined ? stack.bottoms.length : firstBelow(stack.bottoms, next) };
}

/** Index of the first line whose bottom lies below an offset; the number of lines when none does. */
function firstBelow(bottoms: readonly number[], offset: number): number {
  let low = 0;
  let high = bottoms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bottoms[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Where stacks of lines that stand side by side may be cut, so that in none of them a single line stays alone before or after the
 * cut unless it is the only one.
 *
 * @param padding height that every part needs besides its lines
 * @param from offset where the part begins
 * @param room greatest height of the part
 * @param anywhere single lines may stay alone, because no page is taller
 * @returns height of the tallest allowed part and the offset of the next, undefined for the last part; undefined when none fits
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

/** Sums of points are compared with this tolerance. */
const EPSILON = 1e-6;

/** Bottoms of the lines of a stack that fit a part of a height. */
function cutsOf({ tops, bottoms }: LineStack, from: number, height: number): number[] {
  const first = firstBelow(bottoms, from);
  return bottoms.slice(first, firstBelow(bottoms, (tops[first] ?? 0) + height + EPSILON));
}

/** Height of a part: the tallest of its stacks, each moved up to the top of the part. */
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
