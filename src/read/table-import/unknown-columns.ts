/** Columns that no field is known for. */

import { UserError } from '../../errors.ts';
import { count, LIMITS } from '../../model/index.ts';
import { inMessage } from '../../text/dates/index.ts';
import type { Row } from '../sheet/index.ts';
import type { UnknownColumn } from './own-columns.ts';
import type { Table } from './table.ts';
import { isTotal } from './totals.ts';

/** The columns of a table; one that is known has no cells that are unknown. */
export function unknownColumns(table: Table): UnknownColumn[] {
  const { sheet, columns, rows, fields, kinds } = table;
  const titles = [...fields]
    .filter(([, field]) => kinds.get(field.split('.', 1)[0] ?? '') === 'title')
    .map(([title]) => title);
  const sums = new Set(titles);
  const events = rows.filter((row) => titles.some((title) => row.cells.has(title)) && !isTotal(row, sums));
  return columns.map(({ column, words, heading }) => ({
    heading: words,
    cells: fields.has(column) || !table.events ? [] : printedIn(events, column),
    forColleagues: heading.role === 'internal',
    hidden: sheet.hiddenColumns?.has(column) === true,
  }));
}

/** @throws UserError when columns would become fields that hold more cells together than events can */
export function refuseTooMany(tables: readonly (readonly UnknownColumn[])[]): void {
  const columns = tables.flat().filter(({ cells }) => cells.length > 0);
  if (columns.reduce((sum, { cells }) => sum + cells.length, 0) <= LIMITS.unknownCells) return;
  throw new UserError({
    message: `${count(columns.length)} columns would become fields, with more than ${count(LIMITS.unknownCells)} cells together`,
    hint: 'delete the columns that hold nothing of the events, or import the list in parts',
  });
}

/** The same as they will be printed: dates in words, in which they fit no kind but that of texts. */
function printedIn(rows: readonly Row[], column: number): string[] {
  return rows.flatMap(({ cells }) => {
    const cell = cells.get(column);
    if (cell === undefined) return [];
    return cell.date === undefined ? cell.text : `${inMessage(cell.date)} ${cell.time ?? ''}`.trim();
  });
}
