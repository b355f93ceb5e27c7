/**
 * The widths of columns with which rows are lowest, found by moving width from column to column as long as that helps. Knows no text:
 * widths of words in, widths of columns out. Lengths are points.
 */

/** So many to a point: widths of words, and heights while they are compared, are whole numbers, which V8 makes no objects of. */
export const GRAINS = 10_000;

/** What may stand on lines of their own in a paragraph, the space before each, and the width of all on one line; grains. */
export interface Parts {
  widths: readonly number[];
  spaces: readonly number[];
  whole: number;
}

export interface MeasuredColumn {
  /** Width that it has at least, if all find room. */
  least: number;
  /** It has exactly its least width. */
  fixed: boolean;
  /** Distance of the lines of its cells. */
  leading: number;
  /** The paragraphs of each cell. */
  cells: readonly (readonly Parts[])[];
  /** Those of the heading in each table. */
  headings: readonly (readonly Parts[])[];
}

export interface Measured {
  columns: readonly MeasuredColumn[];
  /** Number of rows. */
  rows: number;
  /** Width of all columns together. */
  width: number;
  /** Space that every column has beside its words. */
  padding: number;
  paragraphGap: number;
  headingLeading: number;
  /** How many times headings are printed for the rows. */
  headingWeight: number;
}

/** Widths are found in steps of so many points. */
const UNIT = 2;
/** Units that are moved at once. */
const STEPS = [32, 16, 8, 4, 2, 1];
/** The height of a row weighs as much as those of so many of its cells: of equally low tables, that with fewer lines is taken. */
const ROW = 10;
/** Rounds of moves; each makes the table lower, and few are needed. */
const MOST_ROUNDS = 40;

/** The widths of the columns; together the whole width. */
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

/** Units of the columns that are free. */
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
  for (const [index, own] of areas.entries())
    units[index] = (units[index] ?? 0) + Math.floor((left * own) / area);
  const last = areas.indexOf(Math.max(...areas));
  if (units.length > 0) units[last] = (units[last] ?? 0) + whole - sumOf(units);
  return descended(units, least, heightsOf(columns, measured), measured.rows + 1);
}

/** What is no difference: widths of words are rounded. */
const ROUNDING = 1e-2;
/** The same of heights, as they are weighed. */
const NO_LESS = ROUNDING * GRAINS * ROW;

function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < numbers.length; index++) sum += numbers[index] ?? 0;
  return sum;
}

/** Whole numbers that are together no more than a sum: the smaller are kept, the larger cut to one height. */
function shared(wished: readonly number[], sum: number): number[] {
  if (sumOf(wished) <= sum) return [...wished];
  let low = 0;
  let high = Math.max(...wished);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sumOf(wished.map((wish) => Math.min(wish, middle))) <= sum) low = middle;
    else high = middle;
  }
  return wished.map((wish) => Math.min(wish, low));
}

function areaOf(cell: readonly Parts[]): number {
  let area = 0;
  for (let index = 0; index < cell.length; index++) {
    const widths = cell[index]?.widths ?? [];
    for (let at = 0; at < widths.length; at++) area += widths[at] ?? 0;
  }
  return area / GRAINS;
}

/** Heights of the cells of a column, row by row; last, that of its headings. Grains. */
interface Heights {
  each: readonly number[];
  sum: number;
}

/** Those of a column at a width in units. */
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

/** Number of lines that a paragraph has in a width (grains); what is wider is cut. */
export function linesOf({ widths, spaces, whole }: Parts, width: number): number {
  if (width <= 0) return 1 + widths.length;
  if (whole <= width) return 1;
  let lines = 1;
  let used = 0;
  for (let index = 0; index < widths.length; index++) {
    const own = widths[index] ?? 0;
    const next = used + (used > 0 ? (spaces[index] ?? 0) : 0) + own;
    if (next <= width) used = next;
    else {
      if (used > 0) lines++;
      const cuts = own > width ? Math.ceil(own / width) - 1 : 0;
      lines += cuts;
      used = own - cuts * width;
    }
  }
  return lines;
}

/** Moves units from column to column as long as the sum of the heights of the rows becomes less. */
function descended(
  start: readonly number[],
  least: readonly number[],
  heightsAt: HeightsAt,
  rows: number,
): number[] {
  const units = [...start];
  const count = units.length;
  const heights = units.map((own, column) => heightsAt(column, own));
  let best = costOf(heights, rows);
  for (const step of STEPS) {
    for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) {
      moved = false;
      for (let from = 0; from < count; from++) {
        for (let to = 0; to < count; to++) {
          const less = (units[from] ?? 0) - step;
          if (from === to || less < (least[from] ?? 0)) continue;
          const more = (units[to] ?? 0) + step;
          const wider = heightsAt(to, more);
          // No row gets lower by more than its cell that gets wider.
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

/** Height of all rows, each as high as its highest cell, and of every cell, as they weigh. */
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
