/**
 * Finds the column widths that minimise the height of rows by moving width between columns as long as this reduces the
 * height. Takes widths of words and returns widths of columns, both in points.
 */
import { binarySearch } from '../model/index.ts';

/**
 * Grains per point. In this module, widths and heights are whole numbers of grains, for which V8 allocates no objects.
 */
export const GRAINS = 10_000;

/**
 * Widths of a paragraph, in grains: of each unbreakable part, of the space before each part, and of the whole paragraph
 * on one line.
 */
export interface Parts {
  widths: readonly number[];
  spaces: readonly number[];
  whole: number;
}

export interface MeasuredColumn {
  /** Minimum width of the column, which applies if the minimum widths of all columns fit. */
  least: number;
  /** Whether the column has exactly its minimum width. */
  fixed: boolean;
  /** Line distance of the cells. */
  leading: number;
  /** The paragraphs of each cell. */
  cells: readonly (readonly Parts[])[];
  /** The paragraphs of the heading in each table. */
  headings: readonly (readonly Parts[])[];
}

export interface Measured {
  columns: readonly MeasuredColumn[];
  /** Number of rows. */
  rows: number;
  /** Width of all columns together. */
  width: number;
  /** Space that every column needs in addition to its words. */
  padding: number;
  paragraphGap: number;
  headingLeading: number;
  /** Number of times that the headings are printed, because each page of a table repeats them. */
  headingWeight: number;
}

/** Step of the search, in points. */
const UNIT = 2;
/** Numbers of steps by which width is moved at once, in the order in which they are tried. */
const STEPS = [32, 16, 8, 4, 2, 1];
/**
 * Weight of the height of a row compared with the height of one cell. Cells have a small weight, so that of two tables
 * with the same height, the one with fewer lines is preferred.
 */
const ROW = 10;
/**
 * Maximum number of rounds in which width is moved between columns. Each round reduces the height of the table, and
 * usually a few rounds are enough.
 */
const MAX_ROUNDS = 40;

/** The column widths; their sum is the whole width. */
export function lowestWidths(measured: Measured): number[] {
  const { columns, width } = measured;
  const fixed = columns.reduce((sum, column) => sum + (column.fixed ? column.least : 0), 0);
  const free = columns.flatMap((column, index) => (column.fixed ? [] : [index]));
  const scale = free.length === 0 ? width / fixed : 1;
  const room = Math.max(0, width - fixed);
  const units = fitted(measured, free, Math.floor(room / UNIT));
  const widths = columns.map(({ least }) => least * scale);
  for (const [at, index] of free.entries()) widths[index] = (units[at] ?? 0) * UNIT;
  const rest = room - free.reduce((sum, index) => sum + (widths[index] ?? 0), 0);
  const widest = free.reduce<number | undefined>(
    (best, index) => (best === undefined || (widths[index] ?? 0) > (widths[best] ?? 0) ? index : best),
    undefined,
  );
  if (widest !== undefined) widths[widest] = (widths[widest] ?? 0) + rest;
  return widths;
}

/** Widths, in steps, of the columns whose widths are not fixed. */
function fitted(measured: Measured, free: readonly number[], whole: number): number[] {
  const columns = free.flatMap((index) => measured.columns[index] ?? []);
  const least = shared(
    columns.map((column) => Math.ceil((column.least + ROUNDING) / UNIT)),
    whole,
  );
  const areas = columns.map(({ cells }) => 1 + sumOf(cells.map(areaOf)));
  const units = [...least];
  const left = whole - sumOf(least);
  const area = sumOf(areas);
  for (const [index, columnArea] of areas.entries())
    units[index] = (units[index] ?? 0) + Math.floor((left * columnArea) / area);
  const last = areas.indexOf(Math.max(...areas));
  if (units.length > 0) units[last] = (units[last] ?? 0) + whole - sumOf(units);
  return descended(units, least, heightsOf(columns, measured), measured.rows + 1);
}

/** Widths of words are rounded, so differences smaller than this are ignored. */
const ROUNDING = 1e-2;
/** Differences between weighted heights that are smaller than this are ignored. */
const NO_LESS = ROUNDING * GRAINS * ROW;

function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < numbers.length; index++) sum += numbers[index] ?? 0;
  return sum;
}

/** Whole numbers whose sum is at most the given sum: numbers above a common limit are lowered to this limit. */
function shared(wished: readonly number[], sum: number): number[] {
  if (sumOf(wished) <= sum) return [...wished];
  const limited = (limit: number): number[] => wished.map((wish) => Math.min(wish, limit));
  return limited(binarySearch(1, Math.max(...wished), (limit) => sumOf(limited(limit)) > sum) - 1);
}

function areaOf(cell: readonly Parts[]): number {
  let area = 0;
  for (let index = 0; index < cell.length; index++) {
    const widths = cell[index]?.widths ?? [];
    for (let at = 0; at < widths.length; at++) area += widths[at] ?? 0;
  }
  return area / GRAINS;
}

/** Heights of the cells of a column, row by row, and of its headings at the end, in grains. */
interface Heights {
  each: readonly number[];
  sum: number;
}

/** The heights of the cells of a column, whose width is given in steps. */
type HeightsAt = (column: number, units: number) => Heights;

function heightsOf(columns: readonly MeasuredColumn[], measured: Measured): HeightsAt {
  const known = columns.map(() => new Map<number, Heights>());
  const { padding, headingWeight, rows } = measured;
  const paragraphGap = inGrains(measured.paragraphGap);
  const headingLeading = inGrains(measured.headingLeading);
  return (column, units) => {
    let heights = known[column]?.get(units);
    if (heights === undefined) {
      const { cells, headings, leading: points } = columns[column] ?? NOTHING;
      const leading = inGrains(points);
      const width = inGrains(units * UNIT - padding);
      const each: number[] = [];
      for (let row = 0; row < rows; row++)
        each.push(heightOf(cells[row] ?? NO_PARTS, width, leading, paragraphGap));
      const highest = Math.max(0, ...headings.map((heading) => heightOf(heading, width, headingLeading, 0)));
      each.push(Math.round(headingWeight * highest));
      heights = { each, sum: sumOf(each) };
      known[column]?.set(units, heights);
    }
    return heights;
  };
}

const inGrains = (points: number): number => Math.round(points * GRAINS);

const NOTHING: MeasuredColumn = { least: 0, fixed: false, leading: 0, cells: [], headings: [] };
const NO_PARTS: readonly Parts[] = [];

function heightOf(cell: readonly Parts[], width: number, leading: number, gap: number): number {
  let height = 0;
  for (let index = 0; index < cell.length; index++) {
    const parts = cell[index];
    if (parts !== undefined) height += (index > 0 ? gap : 0) + leading * linesOf(parts, width);
  }
  return height;
}

/** Number of lines of a paragraph at a given width, in grains; parts that are wider than a line are split. */
export function linesOf({ widths, spaces, whole }: Parts, width: number): number {
  if (width <= 0) return 1 + widths.length;
  if (whole <= width) return 1;
  let lines = 1;
  let used = 0;
  for (let index = 0; index < widths.length; index++) {
    const wordWidth = widths[index] ?? 0;
    const next = used + (used > 0 ? (spaces[index] ?? 0) : 0) + wordWidth;
    if (next <= width) used = next;
    else {
      if (used > 0) lines++;
      const cuts = wordWidth > width ? Math.ceil(wordWidth / width) - 1 : 0;
      lines += cuts;
      used = wordWidth - cuts * width;
    }
  }
  return lines;
}

/** Moves width between columns as long as this reduces the total height of the rows. */
function descended(
  start: readonly number[],
  least: readonly number[],
  heightsAt: HeightsAt,
  rows: number,
): number[] {
  const units = [...start];
  const count = units.length;
  const heights = units.map((columnUnits, column) => heightsAt(column, columnUnits));
  let best = costOf(heights, rows);
  for (const step of STEPS) {
    for (let round = 0, moved = true; moved && round < MAX_ROUNDS; round++) {
      moved = false;
      for (let from = 0; from < count; from++) {
        for (let to = 0; to < count; to++) {
          const less = (units[from] ?? 0) - step;
          if (from === to || less < (least[from] ?? 0)) continue;
          const more = (units[to] ?? 0) + step;
          const wider = heightsAt(to, more);
          // The greatest possible gain of a move: the height of a row cannot decrease by more than the height of its
          // widened cell.
          const most = ((heights[to]?.sum ?? 0) - wider.sum) * (ROW + 1);
          if (most <= NO_LESS) continue;
          const lower = heightsAt(from, less);
          if (most - (lower.sum - (heights[from]?.sum ?? 0)) <= NO_LESS) continue;
          const cost = costOf(heights.with(from, lower).with(to, wider), rows);
          if (cost >= best - NO_LESS) continue;
          best = cost;
          units[from] = less;
          units[to] = more;
          heights[from] = lower;
          heights[to] = wider;
          moved = true;
        }
      }
    }
  }
  return units;
}

/** Weighted sum of the heights of all rows, each as tall as its tallest cell, and of all cells. */
function costOf(columns: readonly Heights[], rows: number): number {
  const highest: number[] = new Array(rows).fill(0);
  let cells = 0;
  for (const { each, sum } of columns) {
    cells += sum;
    for (let row = 0; row < rows; row++) {
      const height = each[row] ?? 0;
      if (height > (highest[row] ?? 0)) highest[row] = height;
    }
  }
  return ROW * sumOf(highest) + cells;
}
