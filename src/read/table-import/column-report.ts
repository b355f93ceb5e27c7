/** Reports how the columns of a spreadsheet are imported. */

import type { Message } from '../../messages.ts';
import { columnLetters, columnNumber, type Field, pathParts, valueAt } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { NO_OWN_NAMES, readHeading } from './headings.ts';
import { asWritten, type Lists, type Table } from './layout.ts';
import { type Beside, type ColumnMapping, columnsOfBlock, type SheetMapping } from './mapping.ts';
import { internalReason, messageOf } from './messages.ts';
import { withoutNotes } from './notes.ts';

/** How a column of a spreadsheet is imported. */
export interface ColumnFate {
  /** The name of the sheet; undefined for CSV files. */
  sheet?: string;
  /**
   * The letters of the column. If events are side by side, these are the letters of the column in each block; for the
   * column that contains the names of the blocks, there are no letters. If descriptions are in separate rows, their
   * column has the letters of the title column.
   */
  column: string;
  heading: string;
  /**
   * The path of the field into which the column is imported (such as `title.fr`); undefined if the column is not
   * imported.
   */
  field?: string;
  /** The reason why the field is internal or the column is not imported. */
  why?: Message;
  internal: boolean;
  /** Number of non-empty cells. */
  cells: number;
  /** The first three different texts in the column. */
  samples: readonly string[];
}

const SAMPLES = 3;

/**
 * Reports each column that has a heading or a cell.
 *
 * @param fields the fields of the programme
 */
export function columnFates({ mapping, tables }: Lists, fields: readonly Field[]): ColumnFate[] {
  const internal = new Set(fields.filter((field) => field.internal).map(({ id }) => id));
  return mapping.sheets.flatMap((sheet, index) => {
    const table = tables[index];
    return table === undefined ? [] : fatesOfTable(table, sheet, internal);
  });
}

function fatesOfTable(
  { sheet, header, rows }: Table,
  { name, columns, repeats, beside, below }: SheetMapping,
  internal: ReadonlySet<string>,
): ColumnFate[] {
  const headed = sheet.rows.filter(({ number }) => header.includes(number));
  const cells = new Map<number, string[]>();
  for (const { column } of columns) cells.set(columnNumber(column) ?? 0, []);
  for (const row of headed) for (const column of row.cells.keys()) cells.set(column, []);
  for (const row of rows)
    for (const [column, cell] of row.cells) {
      const words = valueAt(cells, column, () => []);
      words.push(withoutNotes(asWritten(cell).text).text);
    }
  const isOther = columns.every(({ field }) => field === 'ignore');
  const other =
    repeats === undefined
      ? messageOf(isOther ? 'table-of-something-else' : 'column-without-field')
      : messageOf('sheet-repeats', { sheet: repeats });
  const inOrder = [...cells].sort(([a], [b]) => a - b);
  return inOrder.map(([number, words]): ColumnFate => {
    // A column with both dates and times has two entries in the mapping; the first one supplies the heading.
    const entries = columns.filter(({ column }) => columnNumber(column) === number);
    return {
      ...(name === undefined ? {} : { sheet: name }),
      column: columnLetters(number) === below?.into ? below.of : lettersOf(number, beside),
      heading: entries[0]?.heading ?? '',
      ...fateOf(entries, words, internal, other),
      cells: words.length,
      samples: [...new Set(words)].filter((text) => text !== '').slice(0, SAMPLES),
    };
  });
}

function lettersOf(column: number, beside: Beside | undefined): string {
  const blocks = beside?.blocks.map(columnsOfBlock) ?? [];
  const [[start, end] = [0, -1]] = blocks;
  if (beside !== undefined && column >= (columnNumber(beside.into) ?? 0)) return '';
  if (column < start || column > end) return columnLetters(column);
  return blocks.map(([first]) => columnLetters(first + column - start)).join(' ');
}

/**
 * @param entries the entries of the column in the mapping
 * @param other the reason to report if the column has no field
 */
function fateOf(
  entries: readonly ColumnMapping[],
  cells: readonly string[],
  internal: ReadonlySet<string>,
  other: Message,
): Pick<ColumnFate, 'field' | 'why' | 'internal'> {
  if (entries.length === 0) return { internal: false, why: messageOf('column-not-in-mapping') };
  const read = entries.filter(({ field }) => field !== 'ignore');
  if (read.length === 0) {
    return { internal: false, why: cells.length === 0 ? messageOf('column-without-cells') : other };
  }
  const hidden = read.every(({ field }) => internal.has(pathParts(field).id));
  const reason = hidden ? read.find((entry) => typeof entry.internal === 'string')?.internal : undefined;
  const isCategory = read.some(
    ({ field, heading }) => field === 'theme' && readHeading(heading, NO_OWN_NAMES).role === 'category',
  );
  const why = isCategory
    ? messageOf('column-of-themes', { count: new Set(cells.map(foldName)).size })
    : typeof reason === 'string'
      ? internalReason(reason)
      : undefined;
  return {
    field: read.map(({ field }) => field).join(', '),
    internal: hidden,
    ...(why !== undefined && { why }),
  };
}
