import type { Box, LineStack } from '../../typeset/index.ts';

/** Line counts of the paragraphs of a cell; leading, and space below each paragraph, in points. */
export interface CellLines {
  paragraphs: readonly number[];
  leading: number;
  after: number;
}

/** A row is split only if each cell has at least this many lines, or all of its lines, above the end of the page. */
const MIN_LINES = 2;

/**
 * Splits a row as word processors do: each cell separately, with as many lines on a page as fit. An offset is the index
 * of a state. A state is the number of lines of each cell that are already placed.
 *
 * @param padding height of each part in addition to its lines
 */
export function rowCut(cells: readonly CellLines[], padding: number): NonNullable<Box['cut']> {
  const stacks = cells.map(stackOf);
  /** For each state, the number of lines of each cell that are already placed. */
  const states: (readonly number[])[] = [stacks.map(() => 0)];
  return (from, room) => {
    const parts = stacks.map((stack, cell) => partOf(stack, states[from]?.[cell] ?? 0, room - padding));
    const height = padding + Math.max(0, ...parts.map((part) => part.height));
    if (parts.every(({ left }) => left === 0)) return { height, next: undefined };
    const begins =
      from > 0
        ? parts.some(({ lines }) => lines > 0)
        : parts.every(({ lines, left }) => left === 0 || lines >= MIN_LINES);
    return begins ? { height, next: states.push(parts.map(({ end }) => end)) - 1 } : undefined;
  };
}

/** Consecutive lines, and the space below each paragraph, in points. */
interface Stack extends LineStack {
  after: number;
}

/** Converts paragraphs to a stack of lines: top and bottom of each line, measured from the top of the first. */
export function stackOf({ paragraphs, leading, after }: CellLines): Stack {
  const tops: number[] = [];
  const bottoms: number[] = [];
  let y = 0;
  for (const lines of paragraphs) {
    for (let line = 0; line < lines; line++) {
      tops.push(y);
      y += leading;
      bottoms.push(y);
    }
    y += after;
  }
  return { tops, bottoms, after };
}

/** Tolerance for comparing sums of points. */
const EPSILON = 1e-6;

/**
 * The lines of a cell that fit, starting at line `from`, and their height. The height includes the space below a
 * paragraph, which LibreOffice keeps even at the end of a page.
 */
function partOf({ tops, bottoms, after }: Stack, from: number, room: number) {
  const top = tops[from] ?? 0;
  let end = from;
  while (end < bottoms.length && (bottoms[end] ?? 0) - top + after <= room + EPSILON) end++;
  const left = bottoms.length - end;
  const height = end === from ? 0 : (bottoms[end - 1] ?? 0) - top + (left === 0 ? after : 0);
  return { end, lines: end - from, left, height };
}
