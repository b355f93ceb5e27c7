import { columnLetters, columnNumber, type Field } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import type { Row, Sheet, Workbook } from '../sheet/index.ts';
import { rowsBelow } from './header.ts';
import { NO_WORDS, readHeading } from './heading.ts';
import { type Beside, type ColumnMapping, columnsOfBlock, type Mapping } from './mapping.ts';

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
export function columnFates(workbook: Workbook, mapping: Mapping, fields: readonly Field[]): ColumnFate[] {
  const internal = new Set(fields.filter((field) => field.internal).map(({ id }) => id));
  return mapping.sheets.flatMap(({ name, header, columns, beside, below }) => {
    const sheet = workbook.sheets.find((one) => one.name === name);
    if (sheet === undefined) return [];
    // A column is listed twice where it holds dates and times, and shown as what it is first.
    const mapped = new Map<number, ColumnMapping[]>();
    for (const column of columns) {
      const number = columnNumber(column.column) ?? 0;
      const known = mapped.get(number);
      if (known === undefined) mapped.set(number, [column]);
      else known.push(column);
    }
    const isOther = columns.every(({ field }) => field === 'ignore');
    const further = mapping.sheets.flatMap((other) =>
      other.name === name && Math.min(...other.header) > Math.max(...header) ? other.header : [],
    );
    const end = Math.min(...further);
    const cells = cellsByColumn(rowsBelow(sheet, header).filter(({ number }) => number < end));
    const numbers = [...new Set([...mapped.keys(), ...cells.keys(), ...headed(sheet, header)])];
    return numbers
      .sort((a, b) => a - b)
      .map((number): ColumnFate => {
        const words = cells.get(number) ?? [];
        const entries = mapped.get(number) ?? [];
        return {
          ...(name === undefined ? {} : { sheet: name }),
          column: columnLetters(number) === below?.into ? below.of : lettersOf(number, beside),
          heading: entries[0]?.heading ?? '',
          ...fateOf(entries, words, internal, isOther),
          cells: words.length,
          samples: [...new Set(words)].slice(0, SAMPLES),
        };
      });
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
 * @param entries what the mapping says of the column: once, or twice where it holds dates and times
 * @param other nothing of the table is read
 */
function fateOf(
  entries: readonly ColumnMapping[],
  cells: readonly string[],
  internal: ReadonlySet<string>,
  other: boolean,
): Pick<ColumnFate, 'field' | 'why' | 'internal'> {
  const read = entries.filter(({ field }) => field !== 'ignore');
  if (entries.length === 0) return { internal: false, why: 'not in the mapping' };
  if (read.length === 0)
    return {
      internal: false,
      why:
        cells.length === 0 ? 'no cells' : other ? 'a table of something else' : 'no field of the programme',
    };
  const hidden = read.every(({ field }) => internal.has(field.split('.', 1)[0] ?? ''));
  const reason = read.map((entry) => entry.internal).find((one) => typeof one === 'string');
  return {
    field: read.map(({ field }) => field).join(', '),
    internal: hidden,
    ...(hidden && reason !== undefined ? { why: reason } : {}),
    ...(read.some(isCategory)
      ? { why: `${count(cells)} themes; field: category in the mapping prints them` }
      : {}),
  };
}

/** A column of categories that names themes. */
function isCategory({ field, heading }: ColumnMapping): boolean {
  return field === 'theme' && readHeading(heading, NO_WORDS).role === 'category';
}

function count(cells: readonly string[]): number {
  return new Set(cells.map(foldName)).size;
}

function headed({ rows }: Sheet, header: readonly number[]): number[] {
  return rows.filter(({ number }) => header.includes(number)).flatMap(({ cells }) => [...cells.keys()]);
}

function cellsByColumn(rows: readonly Row[]): Map<number, string[]> {
  const columns = new Map<number, string[]>();
  for (const { cells } of rows)
    for (const [column, { text }] of cells) {
      const list = columns.get(column);
      if (list === undefined) columns.set(column, [text]);
      else list.push(text);
    }
  return columns;
}
