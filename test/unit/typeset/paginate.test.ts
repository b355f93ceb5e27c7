import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, type Placement, paginate, paginateLevel } from '../../../src/typeset/paginate.ts';
import { runs } from '../../support/property-runs.ts';
import { anyBoxes, anyFrames, headingBox, LINE, PADDING, paragraphBox, rowBox } from './boxes.ts';

const NEAR = 1e-6;

/** A placement with its box and the previous placement in the same frame. */
interface Seen {
  box: Box;
  placement: Placement;
  above: Seen | undefined;
  /** Top of the repeated heading or of the header, if there is one, else of the box. */
  top: number;
  bottom: number;
}

function look(boxes: readonly Box[], placements: readonly Placement[]): Seen[] {
  const seen: Seen[] = [];
  for (const placement of placements) {
    const box = boxes[placement.box];
    if (box === undefined) throw new Error('no such box');
    const last = seen.at(-1);
    seen.push({
      box,
      placement,
      above: last?.placement.frame === placement.frame ? last : undefined,
      top:
        placement.y - (placement.header ? (box.header ?? 0) : 0) - (placement.again ? (box.again ?? 0) : 0),
      bottom: placement.y + placement.height,
    });
  }
  return seen;
}

/** Checks an invariant on any boxes in any frames. */
function law(check: (seen: Seen[], boxes: Box[], frames: (frame: number) => number) => void): void {
  fc.assert(
    fc.property(anyBoxes, anyFrames, (boxes, frames) => {
      check(look(boxes, paginate(boxes, frames)), boxes, frames);
    }),
    { numRuns: runs(300) },
  );
}

/** Height that a box needs at the top of a frame. */
const heightAlone = (box: Box): number =>
  (box.again ?? 0) +
  (box.table === undefined ? 0 : (box.header ?? 0)) +
  Math.max(box.height, box.group?.label ?? 0);

describe('Distribution of boxes to pages', () => {
  it('Every box is placed once and in order, and its parts are in sequence', () => {
    law((seen, boxes) => {
      let next: number | undefined;
      const whole: number[] = [];
      for (const { placement } of seen) {
        expect(placement.from).toBe(next ?? 0);
        if (next === undefined) whole.push(placement.box);
        else expect(placement.box).toBe(whole.at(-1));
        if (placement.next !== undefined) expect(placement.next).toBeGreaterThan(placement.from);
        next = placement.next;
      }
      expect(next).toBeUndefined();
      expect(whole).toEqual([...boxes.keys()]);
    });
  });

  it('Frames are used in sequence, no frame is empty, and each part of a box is in a frame of its own', () => {
    law((seen) => {
      seen.forEach(({ placement, above }, index) => {
        const before = seen[index - 1]?.placement;
        if (before === undefined) expect(placement.frame).toBe(0);
        else if (above === undefined) expect(placement.frame).toBe(before.frame + 1);
        if (placement.from > 0) expect(above).toBeUndefined();
      });
    });
  });

  it('Boxes do not overlap and do not extend beyond their frame', () => {
    law((seen, _, frames) => {
      for (const { box, placement, above, top, bottom } of seen) {
        const gap = placement.from > 0 || above === undefined ? 0 : (box.gap ?? 0);
        expect(top).toBeCloseTo((above?.bottom ?? 0) + gap, 6);
        expect(bottom).toBeLessThanOrEqual(frames(placement.frame) + NEAR);
      }
    });
  });

  it('A box that fits in a frame is not split, and a box that is taller than a frame is split', () => {
    law((seen, boxes, frames) => {
      const parts = boxes.map((_, index) => seen.filter(({ placement }) => placement.box === index).length);
      boxes.forEach((box, index) => {
        if (!box.splits && heightAlone(box) <= Math.min(frames(0), frames(1))) expect(parts[index]).toBe(1);
        if (heightAlone(box) > Math.max(frames(0), frames(1)) + NEAR) expect(parts[index]).toBeGreaterThan(1);
      });
    });
  });

  it('The header row is above the first row of a table and above the first row in every frame, and nowhere else', () => {
    law((seen) => {
      for (const { box, placement, above } of seen)
        expect(placement.header).toBe(box.table !== undefined && above?.box.table !== box.table);
    });
  });

  it('The heading of a group is repeated at the top of every later frame of the group, and nowhere else', () => {
    law((seen) => {
      for (const { box, placement, above } of seen)
        expect(placement.again).toBe(box.again !== undefined && above === undefined);
    });
  });

  it('The group label is at the first row of its group and at the first row in every frame, and the rows are tall enough for it', () => {
    law((seen) => {
      seen.forEach(({ box, placement, above }, index) => {
        expect(placement.label).toBe(box.group !== undefined && above?.box.group?.key !== box.group.key);
        if (!placement.label || box.group === undefined) return;
        const others = seen.slice(index).filter((other) => other.placement.frame === placement.frame);
        const end = others.findIndex((other) => other.box.group?.key !== box.group?.key);
        const last = others.at(end < 0 ? -1 : end - 1);
        expect(last?.bottom).toBeGreaterThanOrEqual(placement.y + box.group.label - NEAR);
      });
    });
  });

  it('A heading is at the foot of a frame only if no frame has room for both the heading and the next box', () => {
    law((seen, boxes, frames) => {
      seen.forEach(({ box, placement }, index) => {
        const after = seen[index + 1];
        if (!box.keepWithNext || after === undefined || after.above !== undefined) return;
        // The first page has less height than the others. It may contain only headings, because it must not be empty.
        if (placement.frame === 0 && seen.slice(0, index).every((other) => other.box.keepWithNext)) return;
        expect(startFits(boxes, placement.box, frames(placement.frame + 1))).toBe(false);
      });
    });
  });

  it('A box is moved to the next frame only if it does not fit', () => {
    law((seen, boxes, frames) => {
      seen.forEach(({ box, placement, above }, index) => {
        const before = seen[index - 1];
        if (above !== undefined || before === undefined || placement.from > 0 || box.keepWithNext) return;
        // A box that follows a heading moves together with it.
        if (before.box.keepWithNext) return;
        const header = box.table !== undefined && before.box.table !== box.table ? (box.header ?? 0) : 0;
        const top = before.bottom + (box.gap ?? 0) + header;
        const sameGroup = box.group !== undefined && before.box.group?.key === box.group.key;
        const needed = sameGroup ? box.height : Math.max(box.height, box.group?.label ?? 0);
        expect(top + needed).toBeGreaterThan(frames(before.placement.frame) - NEAR);
      });
      expect(boxes.length === 0).toBe(seen.length === 0);
    });
  });

  it('For boxes of any height, pagination either returns positions or throws an error', () => {
    const any = fc.oneof(
      fc.double(),
      fc.double({ min: -20, max: 200 }),
      fc.constantFrom(0, Number.NaN, Infinity),
    );
    fc.assert(
      fc.property(anyBoxes, fc.array(any, { minLength: 1, maxLength: 5 }), any, (boxes, heights, height) => {
        const hostile = boxes.map((box, index) => (index % 3 === 0 ? { ...box, height } : box));
        let placements: Placement[] | undefined;
        try {
          placements = paginate(hostile, (frame) => heights[frame % heights.length] ?? 0);
        } catch (error) {
          expect((error as Error).message).toMatch(/^box \d+ of height \S+ fits no frame of height \S+$/);
        }
        if (placements !== undefined)
          expect(new Set(placements.map(({ box }) => box))).toEqual(new Set(hostile.keys()));
      }),
    );
  });
});

describe('Pagination of a table row', () => {
  const table = 0;
  const height = 100;
  const frames = (): number => height;
  const of = (boxes: readonly Box[], box: number): Placement[] =>
    paginate(boxes, frames).filter((placement) => placement.box === box);

  it('A row that does not fit is moved to the next page as a whole, and the header row is above it', () => {
    const boxes = [paragraphBox(7), rowBox([[2]], { table })];
    expect(of(boxes, 1)).toEqual([
      {
        box: 1,
        frame: 1,
        y: 14,
        height: 2 * LINE + PADDING,
        from: 0,
        next: undefined,
        again: false,
        header: true,
        label: false,
      },
    ]);
  });

  it('A row that is taller than a page begins on the current page and is split between lines, with the header row above each part', () => {
    const parts = of([paragraphBox(3), rowBox([[20]], { table })], 1);
    expect(parts.map(({ frame, y, height }) => ({ frame, y, height }))).toEqual([
      { frame: 0, y: 44, height: 5 * LINE + PADDING },
      { frame: 1, y: 14, height: 8 * LINE + PADDING },
      { frame: 2, y: 14, height: 7 * LINE + PADDING },
    ]);
    expect(parts.every(({ header }) => header)).toBe(true);
  });

  it('A row that may be split begins on the current page even if it would fit on the next page as a whole', () => {
    const row = rowBox([[6]], { table });
    expect(of([paragraphBox(4), row], 1).map(({ frame }) => frame)).toEqual([1]);
    expect(of([paragraphBox(4), { ...row, splits: true }], 1)).toMatchObject([
      { frame: 0, y: 54, height: 4 * LINE + PADDING },
      { frame: 1, y: 14, height: 2 * LINE + PADDING },
    ]);
    // One line would be alone.
    expect(of([paragraphBox(7), { ...row, splits: true }], 1)).toMatchObject([{ frame: 1, next: undefined }]);
  });

  it('At least two lines of a split row are on its last page', () => {
    const parts = of([rowBox([[9]], { table })], 0);
    expect(parts.map(({ height }) => (height - PADDING) / LINE)).toEqual([7, 2]);
  });

  it('A row does not begin on a page where only one of its lines would fit', () => {
    const parts = of([paragraphBox(7), rowBox([[20]], { table })], 1);
    expect(parts.map(({ frame }) => frame)).toEqual([1, 2, 3]);
  });

  it('A row is tall enough for the label of its group', () => {
    const group = { key: 0, label: 40 };
    const rows = [rowBox([[1]], { table, group }), rowBox([[1]], { table, group }), rowBox([[1]], { table })];
    expect(paginate(rows, frames).map(({ y, height, label }) => [y, height, label])).toEqual([
      [14, 16, true],
      [30, 24, false],
      [54, 16, false],
    ]);
  });

  it('The group label is repeated at the top of the next page, and the rows there are tall enough for it', () => {
    const group = { key: 0, label: 40 };
    const rows = [1, 2, 3].map(() => rowBox([[2]], { table, group }));
    expect(paginate(rows, frames).map(({ frame, y, height, label }) => [frame, y, height, label])).toEqual([
      [0, 14, 26, true],
      [0, 40, 26, false],
      [0, 66, 26, false],
    ]);
    expect(paginate([...rows, ...rows.slice(0, 1)], frames).at(-1)).toEqual({
      box: 3,
      frame: 1,
      y: 14,
      height: 40,
      from: 0,
      next: undefined,
      again: false,
      header: true,
      label: true,
    });
  });
});

describe('Pagination of a heading', () => {
  it('A heading is moved to the next page together with the next box', () => {
    const boxes = [paragraphBox(8), headingBox(1), paragraphBox(2)];
    expect(paginate(boxes, () => 100).map(({ frame }) => frame)).toEqual([0, 1, 1]);
  });

  it('A heading is moved to the next page together with its subheading and the next row', () => {
    const boxes = [paragraphBox(5), headingBox(1), headingBox(1), rowBox([[2]], { table: 0 })];
    expect(paginate(boxes, () => 100).map(({ frame }) => frame)).toEqual([0, 1, 1, 1]);
  });

  it('A heading is not moved if the next row is taller than a page and can begin below the heading', () => {
    const boxes = [paragraphBox(2), headingBox(1), rowBox([[20]], { table: 0 })];
    expect(paginate(boxes, () => 100).map(({ frame }) => frame)).toEqual([0, 0, 0, 1, 2]);
  });
});

/** Whether a box that stays with the next one fits an empty frame together with the beginning of the next one. */
function startFits(boxes: readonly Box[], first: number, height: number): boolean {
  let y = 0;
  for (let index = first; ; index++) {
    const box = boxes[index];
    if (box === undefined) return true;
    const top =
      y +
      (index === first ? (box.again ?? 0) : (box.gap ?? 0)) +
      (box.table === undefined ? 0 : (box.header ?? 0));
    const whole = Math.max(box.height, box.group?.label ?? 0);
    if (top + whole > height + NEAR) {
      if (index === first || (!box.splits && heightAlone(box) <= height)) return false;
      return box.cut?.(0, height - top) !== undefined && top + (box.group?.label ?? 0) <= height;
    }
    if (!box.keepWithNext) return true;
    y = top + box.height;
  }
}

it('In balanced columns, a heading stays together with the next box', () => {
  const heading = { height: 10, keepWithNext: true };
  const entry = { height: 10 };
  expect(paginateLevel([heading, entry], 2, 100)).toMatchObject({
    placements: [
      { box: 0, frame: 0 },
      { box: 1, frame: 0 },
    ],
  });
  expect(paginateLevel([entry, heading, entry, entry], 2, 100)?.placements.map(({ frame }) => frame)).toEqual(
    [0, 0, 0, 1],
  );
});
