/** The cells of a row by field. */

import type { Position } from '../../errors.ts';
import { foldName } from '../../reference/index.ts';
import type { Cell, Row } from '../sheet/index.ts';
import type { MappedColumn, RowCell } from './event-row.ts';
import { countedDate, dated } from './shown.ts';

/** What the cells of a row are read with, and told to. */
export interface CellReader {
  place(row: number, column: number): Position;
  /** The words that a cell stands for. */
  words(text: string, field: string, at: Position): string;
  /** Whether a field holds paragraphs. */
  isLong(field: string): boolean;
  /** Whether a field holds times of day. */
  isTime(field: string): boolean;
  own: boolean;
  /** Says that an empty cell means the same as one above. */
  carried(cell: RowCell, to: Position): void;
  /** Says that a time is not that of any place. */
  universal(at: Position): void;
  /** Says which date a number is read as. */
  counted(number: string, date: string, at: Position): void;
  /** Says that a time beside a date has no field. */
  unread(time: string, at: Position): void;
}

/**
 * The cells of a row by field; those of columns that are empty have no words.
 *
 * @param above cells of columns whose empty cells mean the same as the one above, which are kept here
 */
export function cellsOf(
  row: Row,
  columns: readonly MappedColumn[],
  above: Map<number, RowCell>,
  reader: CellReader,
  isMerged: (column: number) => boolean,
): Map<string, RowCell> {
  const cells = new Map<string, RowCell>();
  const besideDate = new Map<string, boolean>();
  for (const { column, field, carry } of columns) {
    const written = row.cells.get(column) ?? { text: '' };
    const same = columns.filter((other) => other.column === column);
    const timed = same.some((other) => reader.isTime(other.field));
    const read = reader.own ? written : partOf(written, field, timed && same.some(isHalfOrDate));
    const at = reader.place(row.number, written.from ?? column);
    let cell: RowCell = { ...read, text: reader.words(read.text, field, at), at };
    if (carry && cell.text === '') {
      const same = above.get(column);
      if (same !== undefined) reader.carried(same, at);
      cell = same ?? cell;
    } else if (carry) {
      beginGroup(above, columns, column, cell.text);
      // What is merged says itself how far down it goes.
      if (!isMerged(column)) above.set(column, cell);
    }
    if (!reader.own && read.time !== undefined && !timed && HOLDS_DATE.test(field))
      reader.unread(read.time, at);
    if (!reader.own && HOLDS_DATE.test(field) && countedDate(written).date !== written.date)
      reader.counted(written.text, read.text, at);
    if (!reader.own && read.utc && reader.isTime(field)) reader.universal(at);
    const earlier = cells.get(field);
    // A time beside a date and a column of times are no start and end.
    const isBeside = timed && same.some(isHalfOrDate);
    const isRange = reader.isTime(field) && besideDate.get(field) === isBeside;
    const glue = reader.isLong(field)
      ? '\n'
      : isRange && earlier
        ? dashBetween(earlier.text, cell.text)
        : ', ';
    besideDate.set(field, isBeside);
    cells.set(field, earlier === undefined ? cell : joined(earlier, cell, glue));
  }
  return cells;
}

/** A cell with other words begins a group: what stood above in its column, and in the columns to the right, is not said of it. */
function beginGroup(
  above: Map<number, RowCell>,
  columns: readonly MappedColumn[],
  column: number,
  words: string,
): void {
  const before = above.get(column);
  above.delete(column);
  if (before === undefined || foldName(before.text) === foldName(words)) return;
  for (const other of columns) if (other.carry && other.column > column) above.delete(other.column);
}

const HOLDS_DATE = /^(?:date|start|end)$/;

const isHalfOrDate = ({ field }: MappedColumn): boolean => HOLDS_DATE.test(field);

/**
 * What a cell says of a field: of a date with a time, the date; or the time, where the column holds both. Words of a date whose time has no field stay
 * together.
 */
function partOf(cell: Cell, field: string, shared: boolean): Cell {
  if (HOLDS_DATE.test(field)) {
    const apart = dated(countedDate(cell));
    return field === 'date' && !shared && apart.date === undefined ? cell : apart;
  }
  if (field === 'theme' && cell.time !== undefined) return { ...cell, text: `${cell.text} ${cell.time}` };
  if (!shared) return cell;
  const { time = '', utc } = dated(countedDate(cell));
  return { text: time, ...(utc === undefined ? {} : { utc }) };
}

/** What stands between the halves of a range of times: a dash that stands off where they hold words or spaces. */
function dashBetween(...halves: readonly string[]): string {
  return halves.some((half) => /[\p{L}\s]/u.test(half)) ? ' – ' : '–';
}

/** Two cells that hold the same field: paragraphs of a description, members of a list of bodies, start and end of a time. */
function joined(first: RowCell, second: RowCell, glue: string): RowCell {
  const text = [...new Set([first.text, second.text])].filter((words) => words !== '').join(glue);
  return { ...(first.text === '' ? second : first), text };
}
