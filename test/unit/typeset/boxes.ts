/** Boxes for tests of pagination: paragraphs, headings and tables whose lines are ten points high. */
import fc from 'fast-check';
import { cutStacks, type LineStack } from '../../../src/typeset/cut.ts';
import type { Box } from '../../../src/typeset/paginate.ts';

export const LINE = 10;

/** A stack of paragraphs with the given numbers of lines and a gap between them. */
export function stackOfLines(paragraphs: readonly number[], gap = 4): LineStack {
  const tops: number[] = [];
  const bottoms: number[] = [];
  let y = 0;
  paragraphs.forEach((lines, index) => {
    if (index > 0) y += gap;
    for (let line = 0; line < lines; line++) {
      tops.push(y);
      y += LINE;
      bottoms.push(y);
    }
  });
  return { tops, bottoms };
}

/** Padding of a table cell. */
export const PADDING = 6;

export function paragraphBox(lines: number, gap = 0): Box {
  const stack = stackOfLines([lines]);
  return {
    height: lines * LINE,
    gap,
    cut: (from, room, anywhere) => cutStacks([stack], 0, from, room, anywhere),
  };
}

export function headingBox(lines = 1, gap = 0): Box {
  return { ...paragraphBox(lines, gap), keepWithNext: true };
}

interface TableOptions {
  table: number;
  header?: number;
  group?: { key: number; label: number };
}

/** A table row; its cells have the given numbers of lines in each of their paragraphs. */
export function rowBox(
  cells: readonly (readonly number[])[],
  { table, header = 14, group }: TableOptions,
): Box {
  const stacks = cells.map((paragraphs) => stackOfLines(paragraphs));
  return {
    height: Math.max(...stacks.map(({ bottoms }) => bottoms.at(-1) ?? 0)) + PADDING,
    header,
    table,
    ...(group === undefined ? {} : { group }),
    cut: (from, room, anywhere) => cutStacks(stacks, PADDING, from, room, anywhere),
  };
}

const lines = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 8 }) },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 120 }) },
);
const cell = fc.array(lines, { minLength: 1, maxLength: 3 });
const row = fc.array(cell, { minLength: 1, maxLength: 6 });

/** Rows of a table; neighbouring rows share a group if requested. */
const table = fc.record({
  header: fc.integer({ min: 0, max: 30 }),
  gap: fc.constantFrom(0, 10),
  grouped: fc.boolean(),
  splitting: fc.boolean(),
  rows: fc.array(fc.record({ cells: row, carried: fc.boolean(), label: fc.integer({ min: 16, max: 80 }) }), {
    minLength: 1,
    maxLength: 12,
  }),
});

/** Blocks of a section in any order. */
export const anyBoxes: fc.Arbitrary<Box[]> = fc
  .array(
    fc.oneof(
      fc.record({ paragraph: lines, gap: fc.integer({ min: 0, max: 20 }) }),
      fc.record({
        heading: fc.integer({ min: 1, max: 3 }),
        gap: fc.integer({ min: 0, max: 20 }),
        again: fc.constantFrom(undefined, 12, 20),
      }),
      table,
    ),
    { maxLength: 8 },
  )
  .map((blocks) => {
    const boxes: Box[] = [];
    let again: number | undefined;
    for (const block of blocks) {
      const first = boxes.length;
      if ('paragraph' in block) boxes.push(paragraphBox(block.paragraph, block.gap));
      else if ('heading' in block) boxes.push(headingBox(block.heading, block.gap));
      else {
        const key = boxes.length;
        let group = { key: -1, label: 0 };
        block.rows.forEach(({ cells, carried, label }, index) => {
          if (index === 0 || !carried) group = { key: boxes.length, label };
          const box = rowBox(cells, {
            table: key,
            header: block.header,
            ...(block.grouped ? { group } : {}),
          });
          const splits = block.splitting && box.height > 100;
          boxes.push({ ...box, splits, gap: index === 0 ? block.gap : 0 });
        });
      }
      // The heading of a group is repeated above the next rows, up to the next heading.
      if ('heading' in block) again = block.again;
      else if (again !== undefined) for (const box of boxes.slice(first)) box.again = again;
    }
    return boxes;
  });

/** Heights of frames in which the boxes above fit: the first, and all others. */
export const anyFrames: fc.Arbitrary<(frame: number) => number> = fc
  .tuple(fc.integer({ min: 150, max: 500 }), fc.integer({ min: 150, max: 500 }))
  .map(
    ([first, others]) =>
      (frame) =>
        frame === 0 ? first : others,
  );
