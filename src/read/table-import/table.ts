/** A table of a sheet: its headings, rows, columns, and what they hold. */
import type { FieldKind } from '../../model/index.ts';
import type { Cell, Row, Sheet } from '../sheet/index.ts';
import type { Header } from './header.ts';
import type { Heading } from './heading.ts';
import type { Below, Beside } from './mapping.ts';
import { dated, isDateText } from './shown.ts';

/** A column under its heading. */
export interface Column {
  column: number;
  words: string;
  heading: Heading;
}

/** Of a hidden column nothing is known that others should read. */
export const NO_HEADING: Heading = { role: 'other', written: [], plainTitle: false };

/** A table whose columns are looked into. */
export interface Table {
  sheet: Sheet;
  header: Header;
  /** The rows below the headings. */
  rows: readonly Row[];
  columns: readonly Column[];
  /** Fields by column. */
  fields: ReadonlyMap<number, string>;
  /** Kinds of the fields of the programme. */
  kinds: ReadonlyMap<string, FieldKind>;
  /** False: a table of something else, which is named and not read. */
  events: boolean;
  /** How its events stand side by side in the spreadsheet. */
  beside?: Beside;
  /** Where the descriptions of its events stand, if in rows of their own. */
  below?: Below;
}

/** Words of the cells of a column that are not empty. */
export function wordsIn(rows: readonly Row[], column: number): string[] {
  return rows.flatMap(({ cells }) => cells.get(column)?.text ?? []);
}

/** Cells of a column that are looked at to tell whether it holds dates. */
export const LOOKED_AT = 200;

/** Whether a cell is a date. */
export function isDate(cell: Cell): boolean {
  const { text, date } = dated(cell);
  return date !== undefined || isDateText(text);
}

/** Whether a field says when an event is, or begins, or ends. */
export function isDateField(field: string, table: Table): boolean {
  return /^(?:start|end|when)$/.test(field) || kindAt(field, table) === 'date';
}

/** Kind of the field of a path such as `title.fr`; nothing where it is none of the programme's. */
export function kindAt(field: string, { kinds }: Table): FieldKind | undefined {
  return kinds.get(field.split('.', 1)[0] ?? '');
}
