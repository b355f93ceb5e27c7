/**
 * Lays out timetables: computes positions from heights, independently of text, fonts and formats. Lengths are in
 * points.
 */
import {
  type Design,
  type TextStyle,
  TIMETABLE_CELL,
  type TimetableLook,
  timetableLooks,
} from '../design/index.ts';
import { cellParagraphs, type Paragraph, type Timetable, type TimetableCell } from '../document/index.ts';

/** A timetable that fits its page. */
export interface LaidTimetable {
  look: TimetableLook;
  /** Index of the text size, from the largest. */
  scale: number;
  /** Left edges of the time column and of the other columns; the last value is the right edge of the timetable. */
  edges: readonly number[];
  /** Tops of the rows below the heading; the last value is the bottom of the last row. */
  tops: readonly number[];
  /** Height of the headings. */
  head: number;
}

/** Height of a paragraph in a given style and width; undefined if a word is wider than this width. */
export type HeightIn = (paragraph: Paragraph, style: TextStyle, width: number) => number | undefined;

/**
 * Lays out a timetable in the largest size that fits. The height of a row grows with its duration, and every row is
 * high enough for its words.
 *
 * @returns undefined if the grid does not fit in any size
 */
export function layOutTimetable(
  timetable: Timetable,
  design: Design,
  room: { width: number; height: number },
  heightIn: HeightIn,
): LaidTimetable | undefined {
  const looks = timetableLooks(design);
  for (const [scale, look] of looks.entries()) {
    const laid = inLook(timetable, look, room, heightIn);
    if (laid !== undefined) return { look, scale, ...laid };
  }
  return undefined;
}

function inLook(
  { places, rows, cells, headings }: Timetable,
  look: TimetableLook,
  { width, height }: { width: number; height: number },
  heightIn: HeightIn,
): Omit<LaidTimetable, 'look' | 'scale'> | undefined {
  const count = places.reduce((sum, { columns }) => sum + columns, 0);
  const column = (width - look.hours) / count;
  if (column < look.column) return undefined;
  const edges = [0, ...Array.from({ length: count + 1 }, (_, at) => look.hours + at * column)];
  const { top, bottom } = TIMETABLE_CELL;
  const heads = [
    heightIn(headings.hours, look.place, innerWidth(look.hours)),
    ...places.map(({ name, columns }) => heightIn(name, look.place, innerWidth(columns * column))),
  ];
  const needs = cells.map((cell) => neededHeight(cell, column, look, heightIn));
  const least = rows.map(({ hour }) => heightIn([{ text: hour }], look.hour, innerWidth(look.hours)));
  if (!areKnown(heads) || !areKnown(needs) || !areKnown(least)) return undefined;
  const head = Math.max(...heads) + top + bottom;
  const heights = highEnough(
    least.map((rowHeight) => rowHeight + top + bottom),
    rows.map(({ minutes }) => minutes),
    cells.map((cell, index) => ({ ...cell, height: needs[index] ?? 0 })),
  );
  const left = height - head - sumOf(heights);
  if (left < 0) return undefined;
  const grown = byLength(
    heights,
    rows.map(({ minutes, isEmpty }) => (isEmpty ? 0 : minutes)),
    height - head,
    look.minute,
  );
  const tops = [0];
  for (const rowHeight of grown) tops.push((tops.at(-1) ?? 0) + rowHeight);
  return { edges, tops, head };
}

/** Width available for the words of a cell. */
export function innerWidth(width: number): number {
  return width - 2 * TIMETABLE_CELL.side - TIMETABLE_CELL.bar;
}

function neededHeight(
  { event, columns }: TimetableCell,
  column: number,
  look: TimetableLook,
  heightIn: HeightIn,
): number | undefined {
  if (event === undefined) return 0;
  const width = innerWidth(columns * column);
  const [facts, title] = cellParagraphs(event);
  const heights = [heightIn(facts, look.facts, width), heightIn(title, look.title, width)];
  return areKnown(heights) ? sumOf(heights) + TIMETABLE_CELL.top + TIMETABLE_CELL.bottom : undefined;
}

/**
 * Makes rows higher until each cell fits into the rows that it spans. The rows of such a cell grow in proportion to the
 * periods of time that they represent.
 */
function highEnough(
  least: readonly number[],
  minutes: readonly number[],
  cells: readonly (Pick<TimetableCell, 'row' | 'rows'> & { height: number })[],
): number[] {
  const heights = [...least];
  for (const { row, rows, height } of [...cells].sort((a, b) => a.rows - b.rows)) {
    const missing = height - sumOf(heights.slice(row, row + rows));
    if (missing <= 0) continue;
    const length = sumOf(minutes.slice(row, row + rows));
    for (let at = row; at < row + rows; at++)
      heights[at] = (heights[at] ?? 0) + (missing * (minutes[at] ?? 0)) / length;
  }
  return heights;
}

/** Number of steps in the search for the height of one minute in the grid. */
const STEPS = 30;

/** Makes rows higher in proportion to their duration, as far as the page allows. */
function byLength(
  least: readonly number[],
  minutes: readonly number[],
  height: number,
  most: number,
): number[] {
  const raised = (minute: number): number[] =>
    least.map((rowHeight, row) => Math.max(rowHeight, minute * (minutes[row] ?? 0)));
  let [low, high] = [0, most];
  if (sumOf(raised(high)) <= height) return raised(high);
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (sumOf(raised(middle)) <= height) low = middle;
    else high = middle;
  }
  return raised(low);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const areKnown = (numbers: readonly (number | undefined)[]): numbers is number[] =>
  numbers.every((number) => number !== undefined);
