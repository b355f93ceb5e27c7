import type { Box, LineStack } from '../../typeset/index.ts';

/** The lines of each paragraph of a cell, their distance, and the space below a paragraph; points. */
export interface CellLines {
  paragraphs: readonly number[];
  leading: number;
  after: number;
}

/** A row is parted only where each cell has so many lines above the end of the page, or all. */
const LEAST_LINES = 2;

/**
 * Where a row may be parted, and how word processors then part it: each cell by itself, with as many lines on a page as find room there.
 * Offsets are numbers of the states that the row was left in.
 *
 * @param padding height that every part has besides its lines
 */
export function rowCut(cells: readonly CellLines[], padding: number): NonNullable<Box['cut']> {
  const stacks = cells.map(stackOf);
  /** Of each state, how many lines of each cell stand above. */
  const states: (readonly number[])[] = [stacks.map(() => 0)];
  return (from, room) => {
    const parts = stacks.map((stack, cell) => partOf(stack, states[from]?.[cell] ?? 0, room - padding));
    const height = padding + Math.max(0, ...parts.map((part) => part.height));
    if (parts.every(({ left }) => left === 0)) return { height, next: undefined };
    const begins =
      from > 0
        ? parts.some(({ lines }) => lines > 0)
        : parts.every(({ lines, left }) => left === 0 || lines >= LEAST_LINES);
    return begins ? { height, next: states.push(parts.map(({ end }) => end)) - 1 } : undefined;
  };
}

/** Lines one under another, and the space below a paragraph; points. */
interface Stack extends LineStack {
  after: number;
}

/** Paragraphs of so many lines as a stack of lines: top and bottom of each, from the top of the first. */
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

/** Sums of points are compared with this tolerance. */
const EPSILON = 1e-6;

/**
 * The lines of a cell that find room, from one of them, with the space below a paragraph, which LibreOffice keeps at the end of a page
 * too.
 */
function partOf({ tops, bottoms, after }: Stack, from: number, room: number) {
  const top = tops[from] ?? 0;
  let end = from;
  while (end < bottoms.length && (bottoms[end] ?? 0) - top + after <= room + EPSILON) end++;
  const left = bottoms.length - end;
  const height = end === from ? 0 : (bottoms[end - 1] ?? 0) - top + (left === 0 ? after : 0);
  return { end, lines: end - from, left, height };
}
