/** What becomes of the columns of a spreadsheet. */
import { columnLetters, columnNumber, type Field, pathParts } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { NO_WORDS, readHeading } from './headings.ts';
import { asWritten, type Lists, type Table } from './layout.ts';
import { type Beside, type ColumnMapping, columnsOfBlock, type SheetMapping } from './mapping.ts';

/** What becomes of a column of a spreadsheet. */
export interface ColumnFate {
  /** Name of the sheet; undefined in CSV files. */
  sheet?: string;
  /** Letters of the column; of events side by side those of each place or day, none of what these are called; of descriptions in rows of their own that of the titles. */
  column: string;
  heading: string;
  /** Path of the field that it fills; undefined where it is left out. */
  field?: string;
  /** Why the field is internal, or why the column is left out. */
  why?: string;
  internal: boolean;
  /** Cells that are not empty. */
  cells: number;
  /** Words of its first cells that differ, at most three. */
  samples: readonly string[];
}

const SAMPLES = 3;

/**
 * What becomes of each column that has a heading or a cell.
 *
 * @param fields those of the programme
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
  { name, columns, beside, below }: SheetMapping,
  internal: ReadonlySet<string>,
): ColumnFate[] {
  const headed = sheet.rows.filter(({ number }) => header.includes(number));
  const cells = new Map<number, string[]>();
  for (const { column } of columns) cells.set(columnNumber(column) ?? 0, []);
  for (const row of headed) for (const column of row.cells.keys()) cells.set(column, []);
  for (const row of rows)
    for (const [column, cell] of row.cells) {
      const words = cells.get(column) ?? [];
      cells.set(column, words);
      words.push(asWritten(cell).text);
    }
  const isOther = columns.every(({ field }) => field === 'ignore');
  const inOrder = [...cells].sort(([a], [b]) => a - b);
  return inOrder.map(([number, words]): ColumnFate => {
    // A column is listed twice where it holds dates and times, and shown as what it is first.
    const entries = columns.filter(({ column }) => columnNumber(column) === number);
    return {
      ...(name === undefined ? {} : { sheet: name }),
      column: columnLetters(number) === below?.into ? below.of : lettersOf(number, beside),
      heading: entries[0]?.heading ?? '',
      ...fateOf(entries, words, internal, isOther),
      cells: words.length,
      samples: [...new Set(words)].slice(0, SAMPLES),
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
 * @param entries what the mapping says of the column
 * @param other nothing of the table is read
 */
function fateOf(
  entries: readonly ColumnMapping[],
  cells: readonly string[],
  internal: ReadonlySet<string>,
  other: boolean,
): Pick<ColumnFate, 'field' | 'why' | 'internal'> {
  if (entries.length === 0) return { internal: false, why: 'not in the mapping' };
  const read = entries.filter(({ field }) => field !== 'ignore');
  if (read.length === 0) {
    const unread = other ? 'a table of something else' : 'no field of the programme';
    return { internal: false, why: cells.length === 0 ? 'no cells' : unread };
  }
  const hidden = read.every(({ field }) => internal.has(pathParts(field).id));
  const reason = hidden ? read.find((entry) => typeof entry.internal === 'string')?.internal : undefined;
  const isCategory = read.some(
    ({ field, heading }) => field === 'theme' && readHeading(heading, NO_WORDS).role === 'category',
  );
  const why = isCategory
    ? `${new Set(cells.map(foldName)).size} themes; field: category in the mapping prints them`
    : reason;
  return {
    field: read.map(({ field }) => field).join(', '),
    internal: hidden,
    ...(typeof why === 'string' && { why }),
  };
}
