/**
 * Pagination: computes positions from heights, independently of text, fonts and formats; all lengths are in points.
 *
 * It follows these rules: No box is lost, repeated or outside its frame. A box that fits a frame is not split unless it
 * `splits`. A box that is higher than a frame is split at a position that its `cut` allows; no part consists of a
 * single line. A heading stays with the following box. The header row of a table is repeated above the rows in every
 * frame. The label of a group of rows is printed at the group's first row in every frame, and the last row of the group
 * in a frame is high enough for the label.
 */
import { binarySearch } from '../model/index.ts';

/** Something that is moved as a unit: a paragraph, a heading, a table row. */
export interface Box {
  /** Height of the whole box. */
  height: number;
  /** Space above the box, which is omitted at the top of a frame. */
  gap?: number;
  /** Whether the box must be in the frame in which the next box begins. */
  keepWithNext?: boolean;
  /**
   * Finds a position at which to split the box if it does not fit a frame. `from` is the offset at which the part
   * begins, and `room` is the maximum height of the part. Returns the height of the tallest possible part and the
   * offset at which the next part begins; undefined if nothing fits. A part that reaches the end of the box has no
   * `next`. In an empty frame the box may be split `anywhere`.
   */
  cut?(
    from: number,
    room: number,
    anywhere?: boolean,
  ): { height: number; next: number | undefined } | undefined;
  /** Whether the box may be split at the foot of a frame even if it would fit the next frame. */
  splits?: boolean;
  /** Height of the heading that is repeated above the box if the box, or a part of it, is the first of its frame. */
  again?: number;
  /** Height of the header row above the box if it is the first of its table or of its frame. */
  header?: number;
  /** The table to which the row belongs. The header is placed above the first row of each table. */
  table?: number;
  /** The group of the box, and the height of the label that is printed at its beginning in every frame. */
  group?: { key: number; label: number };
}

/** A box, or a part of one, and its position. */
export interface Placement {
  /** Index of the box. */
  box: number;
  /** Index of the frame. */
  frame: number;
  /**
   * Distance from the top of the frame to the top of the part; a header above the part is included in this distance.
   */
  y: number;
  height: number;
  /** Offset in the box where the part begins; 0 for a whole box or the first part. */
  from: number;
  /** Offset where the next part begins; undefined for the last part or the whole box. */
  next: number | undefined;
  /** Whether a repeated heading is above the part, at the top of the frame. */
  again: boolean;
  /** Whether the header row is directly above the part. */
  header: boolean;
  /** Whether the label of the group is at the top of this part. */
  label: boolean;
}

/**
 * Places boxes into frames, in order.
 *
 * @param start height that is already used in the first frame
 * @param frameHeight height of the frame with the given index; there are as many frames as needed
 * @throws Error if a box can be neither placed whole nor split, even in an empty frame of the smallest height
 */
export function paginate(
  boxes: readonly Box[],
  frameHeight: (frame: number) => number,
  start = 0,
): Placement[] {
  const placements: Placement[] = [];
  let frame = 0;
  let y = start;
  let group: { key: number; top: number; label: number } | undefined;
  let table: number | undefined;

  const heightsFrom = (first: number): Heights => ({
    current: frameHeight(first),
    next: frameHeight(first + 1),
  });
  const nextFrame = (): void => {
    stretchGroup();
    frame++;
    y = 0;
    group = undefined;
    table = undefined;
  };
  /** The last row of a group in a frame extends to the end of the group's label. */
  const stretchGroup = (): void => {
    const last = placements.at(-1);
    if (group === undefined || last === undefined || last.frame !== frame) return;
    const missing = group.top + group.label - (last.y + last.height);
    if (missing > 0) {
      last.height += missing;
      y += missing;
    }
  };

  for (let index = 0; index < boxes.length; index++) {
    const box = boxes[index];
    if (box === undefined) break;
    if (group !== undefined && box.group?.key !== group.key) {
      stretchGroup();
      group = undefined;
    }
    if (box.table !== table) table = undefined;

    if (
      !fitsWhole(boxes, index, y, heightsFrom(frame), table, group) &&
      y > 0 &&
      !(box.splits && partFits(box, y, heightsFrom(frame), table)) &&
      canStartBetter(boxes, index, heightsFrom(frame + 1))
    ) {
      nextFrame();
    }
    let from = 0;
    for (;;) {
      const header = box.table !== undefined && table === undefined;
      const top = topOf(box, y, table);
      const label = box.group !== undefined && group === undefined;
      const groupTop = group?.top ?? top;
      const labelHeight = box.group?.label ?? 0;
      const room = frameHeight(frame) - top;
      const whole = from === 0 && Math.max(box.height, groupTop + labelHeight - top) <= room + EPSILON;
      const part = whole
        ? { height: box.height, next: undefined }
        : (box.cut?.(from, room) ?? (y === 0 ? box.cut?.(from, room, true) : undefined));
      if (part === undefined || (!whole && groupTop + labelHeight - top > room + EPSILON)) {
        if (y === 0)
          throw new Error(
            `box ${index} of height ${box.height} fits no frame of height ${frameHeight(frame)}`,
          );
        nextFrame();
        continue;
      }
      placements.push({
        box: index,
        frame,
        y: top,
        height: part.height,
        from,
        next: part.next,
        again: y === 0 && box.again !== undefined,
        header,
        label,
      });
      y = top + part.height;
      table = box.table;
      if (label && box.group !== undefined) group = { key: box.group.key, top, label: labelHeight };
      if (part.next === undefined) break;
      from = part.next;
      nextFrame();
    }
  }
  stretchGroup();
  return placements;
}

/** Tolerance for comparing sums of points. */
const EPSILON = 1e-6;

/**
 * Top of a box that is placed at `y`. The result includes the gap above the box (at the top of a frame, the height of
 * the repeated heading instead) and, if the box begins a table, the height of the header row.
 */
function topOf(box: Box, y: number, table: number | undefined): number {
  const { gap = 0, again = 0, header = 0 } = box;
  return y + (y > 0 ? gap : again) + (box.table === undefined || box.table === table ? 0 : header);
}

/** Height of a frame and of the next frame. */
interface Heights {
  current: number;
  next: number;
}

/**
 * Whether a box at `y` fits its frame as a whole and, if it is kept with the next box, the next box may begin below it.
 */
function fitsWhole(
  boxes: readonly Box[],
  index: number,
  y: number,
  heights: Heights,
  table: number | undefined,
  group: { key: number; top: number; label: number } | undefined,
): boolean {
  const box = boxes[index];
  if (box === undefined) return true;
  const top = topOf(box, y, table);
  const sameGroup = group !== undefined && box.group?.key === group.key;
  const labelBottom = box.group === undefined ? 0 : (sameGroup ? group.top : top) + box.group.label;
  const bottom = Math.max(top + box.height, labelBottom);
  if (bottom > heights.current + EPSILON) return false;
  return box.keepWithNext ? startFits(boxes, index + 1, top + box.height, heights, box.table) : true;
}

/** Whether a box may begin at `y`: as a whole, or with its first part if it `splits` or is higher than a frame. */
function startFits(
  boxes: readonly Box[],
  index: number,
  y: number,
  heights: Heights,
  table: number | undefined,
): boolean {
  if (fitsWhole(boxes, index, y, heights, table, undefined)) return true;
  const box = boxes[index];
  if (box === undefined) return false;
  const { again = 0, header = 0, height, group, splits } = box;
  const alone = again + header + Math.max(height, group?.label ?? 0);
  const mayBegin = splits || alone > Math.max(heights.current, heights.next);
  return mayBegin === true && partFits(box, y, heights, table);
}

/** Whether a box has a first part that fits below `y`. */
function partFits(box: Box, y: number, heights: Heights, table: number | undefined): boolean {
  const room = heights.current - topOf(box, y, table);
  return (box.group?.label ?? 0) <= room && box.cut?.(0, room) !== undefined;
}

/**
 * Whether moving a box to an empty frame would keep the box whole, or keep it with the following box. A box that is too
 * high for any frame is not moved.
 */
function canStartBetter(boxes: readonly Box[], index: number, heights: Heights): boolean {
  const box = boxes[index];
  if (box === undefined) return false;
  return (
    fitsWhole(boxes, index, 0, heights, undefined, undefined) ||
    (box.keepWithNext === true && box.height <= heights.current)
  );
}

/** Tolerance, in points, of the search for the lowest height of the columns of a page. */
const EVEN_TO = 2;

/** The height of the tallest box, with the header of its table. */
export function tallestOf(boxes: readonly Box[]): number {
  return boxes.reduce(
    (tallest, { height, header = 0, group }) =>
      Math.max(tallest, header + Math.max(height, group?.label ?? 0)),
    0,
  );
}

/**
 * Places boxes into the columns of one page at the lowest possible height.
 *
 * @param most maximum height of the columns
 * @returns the positions and the height of the columns; undefined if the boxes do not fit on one page without being
 * split
 */
export function paginateLevel(
  boxes: readonly Box[],
  columns: number,
  most: number,
): { placements: Placement[]; height: number } | undefined {
  const sum = boxes.reduce((all, { height }) => all + height, 0);
  const within = (height: number): Placement[] | undefined => {
    const placements = attempt(() => paginate(boxes, () => height));
    const isWhole = placements?.every(
      ({ box, frame, next }, index) =>
        frame < columns &&
        next === undefined &&
        (boxes[box]?.keepWithNext !== true || (placements[index + 1]?.frame ?? frame) === frame),
    );
    return isWhole ? placements : undefined;
  };
  const least = Math.max(sum / columns, tallestOf(boxes));
  const heightOf = (step: number): number => Math.min(least + step * EVEN_TO, most);
  const highest = Math.ceil((most - least) / EVEN_TO);
  let placements = highest < 0 ? undefined : within(heightOf(highest));
  if (placements === undefined) return undefined;
  const lowest = binarySearch(0, highest, (step) => {
    const tried = within(heightOf(step));
    placements = tried ?? placements;
    return tried !== undefined;
  });
  return { placements, height: heightOf(lowest) };
}

/** Calls a function and returns its result; undefined if a box does not fit into any frame. */
function attempt<T>(place: () => T): T | undefined {
  try {
    return place();
  } catch {
    return undefined;
  }
}
