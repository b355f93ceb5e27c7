/**
 * Converts events that are side by side to a plain list: each event becomes a row with the time, day and place of its
 * cell.
 */
import { columnLetters, columnNumber, groupBy, LANGS, oneLine } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { isClocks, isPartOfDay, numberedDay, tokensOf } from '../../text/dates/index.ts';
import { type Cell, carriedDown, type Merge, type Row, type Sheet } from '../sheet/index.ts';
import { isDateCell, isDateText, isHour } from './cell-text.ts';
import { type Beside, columnsOfBlock } from './mapping.ts';

/** The first and last column of a block, 1-based. */
export type Range = readonly [first: number, last: number];

/** Whether a column is in a range. */
export const isIn = (column: number, [first, last]: Range): boolean => first <= column && column <= last;

/** A row of block names: days, times of day, or places. */
export interface Level {
  kind: 'day' | 'time' | 'place';
  /** The names in the order of the blocks; empty for a block without a name. */
  names: readonly string[];
}

/** Column letters of a block, such as `C` or `C:E`. */
export function blockName([first, last]: Range): string {
  return first === last ? columnLetters(first) : `${columnLetters(first)}:${columnLetters(last)}`;
}

/**
 * Whether a cell contains only a day: a date, a day of the week (with or without a number, as in "Tuesday 9"), or a
 * numbered day ("Day 2").
 */
export function isDay(cell: Cell): boolean {
  if (isDateCell(cell)) return true;
  const words = cell.text.trim();
  if (words.length > MAX_DAY) return false;
  const numbered = numberedDay(words);
  if (numbered !== undefined) return numbered.rest === '' || isDateText(numbered.rest);
  return LANGS.some((lang) => {
    const kinds = tokensOf(words, lang).map(({ value }) => value.kind);
    return kinds.includes('weekday') && kinds.every((kind) => DAY_TOKENS.has(kind));
  });
}

const MAX_DAY = 40;
const DAY_TOKENS: ReadonlySet<string> = new Set(['weekday', 'number', 'month', 'mark']);

/** Hours without minutes and without a word such as "Uhr", for example 9 or 9–11. */
export const BARE_HOURS = /^(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?$/;

/**
 * Whether numbers are hours, judging by their order (`9–11`, `11–12`, `14–16`). If none of them is a range, all must be
 * at least 6, because a sequence that begins with 1 consists of row numbers.
 */
export function areBareHours(cells: readonly Cell[]): boolean {
  let last = 0;
  const bare = cells.filter((cell) => !isHour(cell));
  const isSpan = bare.some(({ text }) => /[-–—]/.test(text));
  return (
    bare.length > 0 &&
    cells.length > 1 &&
    bare.every(({ text, date }) => {
      const [, from, to = from] = BARE_HOURS.exec(text.trim()) ?? [];
      const [start, end] = [Number(from), Number(to)];
      const rises = start >= last || last > LAST_BEFORE_NOON;
      last = start;
      return date === undefined && rises && end <= 24 && (isSpan ? start <= end : start > MIN_HOUR);
    })
  );
}

const MIN_HOUR = 5;
/** If a row contains a later hour than this, the next row may contain the first hour of the next day. */
const LAST_BEFORE_NOON = 12;

/** Returns a cell with bare hours converted to times of day (`9–11` to `9:00–11:00`). */
function withMinutes(cell: Cell): Cell {
  const [, from, to] = BARE_HOURS.exec(cell.text.trim()) ?? [];
  if (from === undefined) return cell;
  const text = [from, to].flatMap((hour) => (hour === undefined ? [] : [`${hour}:00`])).join('–');
  return { text, written: { text: cell.text } };
}

/**
 * Reads the names of blocks from the rows above them. If there are two rows, a name in the upper row applies to all
 * blocks up to the next name to its right.
 */
export function levelsIn(sheet: Sheet, rows: readonly number[], ranges: readonly Range[]): Level[] {
  return rows.map((number, index) => {
    const cells = sheet.rows.find((row) => row.number === number)?.cells ?? new Map<number, Cell>();
    const merges = sheet.merges.filter(({ top, bottom }) => top <= number && number <= bottom);
    let left = '';
    const names = ranges.map((range) => {
      const [first] = range;
      const over = merges.find((merge) => merge.left <= first && first <= merge.right)?.left ?? first;
      const cell = cells.get(over) ?? [...cells].find(([column]) => isIn(column, range))?.[1];
      const words = cell?.date ?? oneLine(cell?.text ?? '');
      if (words !== '' || index === rows.length - 1) left = words;
      return left;
    });
    return { kind: kindOf(names), names };
  });
}

function kindOf(names: readonly string[]): Level['kind'] {
  const named = names.flatMap((text) => (text === '' ? [] : [{ text }]));
  if (named.length > 0 && named.every(isDay)) return 'day';
  const isPart = named.every(({ text }) => isPartOfDay(text));
  return named.length > 0 && (named.every(isHour) || areBareHours(named) || isPart) ? 'time' : 'place';
}

/**
 * Converts each block of cells to a separate row that also contains the cells common to all blocks and the names of the
 * block. For example, `10:00 | Chor | Jazz` below `Saal, Zelt` becomes `10:00 | Chor | Saal` and `10:00 | Jazz | Zelt`.
 * Each cell records its original column. A cell that is merged over several places becomes one event in all of them. A
 * cell merged over several days becomes one event on each day, and a cell merged over several times becomes one event
 * that lasts until the next time. Names in a later row, below a day or an empty row, replace the names above.
 *
 * @param header the row numbers of the headings
 * @param headings headings that are missing from the sheet, by column
 */
export function unfolded(
  sheet: Sheet,
  header: readonly number[],
  beside: Beside,
  headings: ReadonlyMap<number, string>,
): Sheet {
  return new Unfolding(sheet, header, beside).list(headings);
}

class Unfolding {
  readonly #sheet: Sheet;
  readonly #header: readonly number[];
  readonly #nameRows: readonly number[];
  readonly #ranges: readonly Range[];
  readonly #into: number;
  /**
   * The rows of the sheet. A cell that applies to all blocks and is merged over several rows is repeated in each of
   * these rows.
   */
  readonly #common: readonly Row[];
  /** The merged cells within blocks, keyed by row and column. */
  readonly #merged: ReadonlyMap<string, Merge>;
  /** The columns that apply to all blocks and contain hours without minutes. */
  readonly #hours: ReadonlySet<number>;
  readonly #dated: ReadonlySet<number>;
  #levels: readonly Level[];

  constructor(sheet: Sheet, header: readonly number[], { blocks, names = [], rows = [], into }: Beside) {
    this.#sheet = sheet;
    this.#header = header;
    this.#nameRows = rows;
    this.#ranges = blocks.map(columnsOfBlock);
    this.#into = columnNumber(into) ?? 1;
    const inBlocks = sheet.merges.filter(({ left }) => this.#isInBlock(left));
    this.#merged = new Map(inBlocks.map((merge) => [`${merge.top} ${merge.left}`, merge]));
    this.#common = carriedDown({ ...sheet, merges: sheet.merges.filter((one) => !inBlocks.includes(one)) });
    this.#levels = rows.length > 0 ? levelsIn(sheet, rows, this.#ranges) : [{ kind: kindOf(names), names }];
    const below = this.#common.filter(({ number }) => number > Math.max(...header));
    const columns = [...new Set(below.flatMap(({ cells }) => this.#shared(cells).map(([column]) => column)))];
    this.#hours = new Set(columns.filter((column) => areBareHours(axisCells(below, column))));
    this.#dated = new Set(columns.filter((column) => axisCells(below, column).some(isDay)));
  }

  list(headings: ReadonlyMap<number, string>): Sheet {
    const { merges } = this.#sheet;
    const [first, last] = [Math.min(...this.#header), Math.max(...this.#header)];
    const found: Row[][] = this.#common.map(() => []);
    const groups = new Set<number>();
    let names = 0;
    for (const [index, row] of this.#common.entries()) {
      const shared = this.#shared(row.cells);
      const count = row.number > last && names === 0 ? this.#namesAt(index) : 0;
      if (count > 0) {
        const rows = this.#common.slice(index, index + count).map(({ number }) => number);
        this.#levels = levelsIn(this.#sheet, rows, this.#ranges);
        names = count;
      }
      if (names > 0) names--;
      else if (row.number < first) found[index] = [row];
      else if (row.number <= last)
        found[index] = [{ ...row, cells: headed(shared, row.number === last ? headings : new Map()) }];
      else if (this.#isGroup(row)) {
        groups.add(row.number);
        found[index] = [row];
      } else if (shared.length === row.cells.size) {
        // If a cell above is merged over several days, it has already created an event on the day of this row, which
        // contains the cells of this row.
        if (found[index]?.length === 0)
          found[index] = [{ ...row, cells: sorted(shared.map((one) => this.#timed(one))) }];
      } else
        for (const block of this.#ranges.keys())
          for (const [at, cells] of this.#events(index, block)) found[at]?.push({ ...row, ...cells });
    }
    return {
      ...this.#sheet,
      rows: found.flat(),
      merges: merges.filter(({ top }) => top < first || groups.has(top)),
    };
  }

  /**
   * If the rows from the given index on contain the names of the blocks again, the number of these rows; otherwise 0.
   */
  #namesAt(index: number): number {
    const count = this.#nameRows.length;
    const rows = this.#common.slice(index, index + count);
    const [lowest, next] = [rows.at(-1), this.#common[index + count]];
    if (count === 0 || lowest === undefined || next === undefined || rows.length < count) return 0;
    const words = this.#ranges.map(([first]) => foldName(lowest.cells.get(first)?.text ?? ''));
    const shared = this.#shared(lowest.cells);
    const head = this.#sheet.rows.find(({ number }) => number === Math.max(...this.#header));
    const isHead = shared.every(
      ([column, { text }]) => foldName(text) === foldName(head?.cells.get(column)?.text ?? ''),
    );
    if (words.filter((one) => one !== '').length < 2 || !isHead) return 0;
    const known = this.#levels.at(-1)?.names.map(foldName) ?? [];
    if (words.every((one, block) => one === '' || one === known[block])) return count;
    const before = this.#common[index - 1];
    const isApart =
      before === undefined || before.number < (rows[0]?.number ?? 0) - 1 || this.#isGroup(before);
    return isApart && this.#shared(next.cells).some(([, cell]) => isHour(this.#timedCell(cell))) ? count : 0;
  }

  /** Whether a row is the title of the rows below it: its only cell is a day, or is merged over all blocks. */
  #isGroup({ number, cells }: Row): boolean {
    const [[column, cell] = [], another] = cells;
    if (column === undefined || cell === undefined || another !== undefined) return false;
    if (isDay(cell) && !isHour(cell)) return !this.#dated.has(column);
    const [first = 0] = this.#ranges[0] ?? [];
    const [last = 0] = this.#ranges.at(-1) ?? [];
    const merge = this.#sheet.merges.find(({ top, left }) => top === number && left === column);
    return merge !== undefined && merge.left < first && merge.right >= last;
  }

  /**
   * The events in a row of a block, with the indexes of their rows. A cell that is merged over several days contains
   * one event for each day.
   */
  #events(index: number, block: number): [at: number, row: Pick<Row, 'number' | 'cells'>][] {
    const row = this.#common[index];
    const [left, right] = this.#ranges[block] ?? [0, 0];
    const [start] = this.#ranges[0] ?? [1];
    const cells = [...(row?.cells ?? [])].filter(([column]) => left <= column && column <= right);
    if (row === undefined || cells.length === 0) return [];
    const merge = cells.flatMap(([column]) => this.#merged.get(`${row.number} ${column}`) ?? [])[0];
    const moved = cells.map(([column, cell]): [number, Cell] => [
      column - left + start,
      column === column - left + start ? cell : { ...cell, from: column },
    ]);
    const content = parted(moved, left === right, this.#into + this.#levels.length);
    const blocks = [...this.#ranges.keys()].filter((other) => {
      const [first = 0] = this.#ranges[other] ?? [];
      return other === block || (merge !== undefined && left < first && first <= merge.right);
    });
    return this.#days(index, merge?.bottom ?? row.number).flatMap(([from, to]) =>
      this.#namesFor(blocks).map((names): [number, Pick<Row, 'number' | 'cells'>] => [
        from,
        {
          number: this.#common[from]?.number ?? row.number,
          cells: sorted([...this.#lasting(from, to), ...content, ...names]),
        },
      ]),
    );
  }

  /** The rows over which a cell is merged, as one range of row indexes for each day. */
  #days(index: number, bottom: number): [from: number, to: number][] {
    const parts: [number, number][] = [[index, index]];
    for (let at = index + 1; (this.#common[at]?.number ?? Number.POSITIVE_INFINITY) <= bottom; at++) {
      const part = parts.at(-1);
      if (part !== undefined && this.#dayAt(at) === this.#dayAt(part[0])) part[1] = at;
      else parts.push([at, at]);
    }
    return parts;
  }

  /** The text of the day in a row; empty if the row contains no day. */
  #dayAt(index: number): string {
    const days = this.#shared(this.#common[index]?.cells ?? new Map()).filter(
      ([, cell]) => !isHour(cell) && isDay(cell),
    );
    return days.map(([, { text }]) => text).join(' ');
  }

  /** The cells to add to an event for the names of its blocks, as one list for each day. */
  #namesFor(blocks: readonly number[]): [number, Cell][][] {
    const nameOf = (level: Level, block: number): string => level.names[block] ?? '';
    const days = this.#levels.filter(({ kind }) => kind === 'day');
    const byDay = groupBy(blocks, (block) => days.map((level) => nameOf(level, block)).join('\n'));
    const [from = 1] = this.#ranges[blocks[0] ?? 0] ?? [];
    return [...byDay.values()].map((blocksOfDay) =>
      this.#levels.flatMap((level, index): [number, Cell][] => {
        const names = blocksOfDay.map((block) => nameOf(level, block)).filter((name) => name !== '');
        const [first = '', last = first] = [names[0], names.at(-1)];
        const next = nameOf(level, (blocksOfDay.at(-1) ?? 0) + 1);
        const isSpan = level.kind === 'time' && names.length > 1 && !isPartOfDay(first);
        const text = isSpan ? until(first, last, next) : [...new Set(names)].join(', ');
        const cell = level.kind === 'time' ? this.#timedCell({ text }) : { text };
        return text === '' ? [] : [[this.#into + index, { ...cell, from }]];
      }),
    );
  }

  /**
   * The cells that apply to all blocks, for an event that covers several rows: the cells of the first row, with times
   * from the first row to the last.
   */
  #lasting(from: number, to: number): [number, Cell][] {
    const shared = this.#shared(this.#common[from]?.cells ?? new Map()).map((one) => this.#timed(one));
    if (from === to) return shared;
    const hoursAt = (index: number, column: number): string => {
      const cell = this.#common[index]?.cells.get(column);
      return cell === undefined ? '' : this.#timed([column, cell])[1].text;
    };
    const isSameDay = this.#dayAt(to + 1) === this.#dayAt(from) && this.#namesAt(to + 1) === 0;
    return shared.map(([column, cell]) => {
      const next = isSameDay ? hoursAt(to + 1, column) : '';
      const text = isClocks(cell.text) ? until(cell.text, hoursAt(to, column), next) : cell.text;
      return [column, text === cell.text ? cell : { ...cell, text }];
    });
  }

  #timed([column, cell]: [number, Cell]): [number, Cell] {
    return [column, this.#hours.has(column) ? withMinutes(cell) : cell];
  }

  #timedCell(cell: Cell): Cell {
    return isClocks(cell.text) ? cell : withMinutes(cell);
  }

  #shared(cells: Row['cells']): [number, Cell][] {
    return [...cells].filter(([column]) => !this.#isInBlock(column));
  }

  #isInBlock(column: number): boolean {
    return this.#ranges.some((range) => isIn(column, range));
  }
}

/** The cells of a column, without those that are alone in their rows. */
export function axisCells(rows: readonly Row[], column: number): Cell[] {
  return rows.flatMap(({ cells }) => (cells.size > 1 ? (cells.get(column) ?? []) : []));
}

/** Returns the heading cells of the sheet, and cells with the given headings for columns without a heading. */
function headed(entries: readonly (readonly [number, Cell])[], headings: ReadonlyMap<number, string>) {
  const cells = new Map(entries);
  for (const [column, text] of headings) if (text !== '' && !cells.has(column)) cells.set(column, { text });
  return sorted([...cells]);
}

/**
 * If each block has only one column, splits a cell with several lines: the first line becomes the title, and the
 * remaining lines become the description.
 */
function parted(cells: readonly [number, Cell][], single: boolean, below: number): [number, Cell][] {
  const [[column, cell] = []] = cells;
  if (!single || column === undefined || cell === undefined || !cell.text.trim().includes('\n'))
    return [...cells];
  const end = cell.text.indexOf('\n', cell.text.search(/\S/));
  return [
    [column, cutCell(cell, 0, end)],
    [below, { from: column, ...cutCell(cell, end + 1, cell.text.length) }],
  ];
}

/** Returns a cell that contains only a part of the text, with the formatting of this part. */
function cutCell({ text, runs, ...cell }: Cell, start: number, end: number): Cell {
  let at = 0;
  const cut = runs?.flatMap((run) => {
    const from = at;
    at += run.text.length;
    const words = run.text.slice(Math.max(start - from, 0), Math.max(end - from, 0));
    return words === '' ? [] : [{ ...run, text: words }];
  });
  return { ...cell, text: text.slice(start, end).trim(), ...(cut === undefined ? {} : { runs: cut }) };
}

/** A range of times, such as `9:00–11:00`. */
const SPAN = /^(.*\d.*?)\s*[-–—]\s*(\d.*)$/;

/**
 * The range of times from the start of the first cell to the end of the last cell or, if the last cell has no end, to
 * the start of the next cell. If the next cell has no start either, the text of the first cell is returned.
 */
function until(first: string, last: string, next: string): string {
  const [from = first] = SPAN.exec(first)?.slice(1) ?? [];
  const end = SPAN.exec(last)?.[2] ?? SPAN.exec(next)?.[1] ?? next;
  return isClocks(end) || BARE_HOURS.test(end) ? `${from}–${end}` : first;
}

function sorted(cells: readonly (readonly [number, Cell])[]): Map<number, Cell> {
  return new Map([...cells].sort(([a], [b]) => a - b));
}
