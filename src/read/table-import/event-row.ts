/** A row of a spreadsheet that is an event, and how rows are read. */

import type { Position } from '../../errors.ts';
import type { Field, FieldKind } from '../../model/index.ts';
import type { Cell } from '../sheet/index.ts';

/** Words of a cell and where they stand. */
export interface RowCell extends Cell {
  at: Position;
}

/** A row of a spreadsheet that is an event. */
export interface EventRow {
  at: Position;
  /** Words that name the theme, from a column, from a row above, or from the sheet. */
  theme?: RowCell;
  /** The row is struck out. */
  struck?: true;
  /** Cells by field; a column that is empty in this row has a cell without words. */
  cells: ReadonlyMap<string, RowCell>;
}

/** How to read rows. */
export interface RowOptions {
  /** Name of the file, for messages. */
  file: string;
  /** The spreadsheet is the project's own export: every character counts, and no row is anything but an event. */
  own: boolean;
  /** File of the dataset that keeps the mapping, where it is one of those. */
  kept?: string;
  /** True for words that name a theme, or a region, that the programme knows. */
  isTheme(words: string): boolean;
  isRegion(words: string): boolean;
  /** What events of the programme say. */
  fields: readonly Field[];
}

/** A column and the field that it fills. */
export interface MappedColumn {
  column: number;
  field: string;
  heading: string;
  carry: boolean;
}

/** The kind of the field that a path such as `title.fr` leads to; undefined for what is none. */
export function kindsIn(fields: readonly Field[]): (path: string) => FieldKind | undefined {
  const kinds = new Map(fields.map(({ id, kind }) => [id, kind]));
  return (path) => kinds.get(path.split('.', 1)[0] ?? '');
}
