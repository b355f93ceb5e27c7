import type { Message } from '../../messages.ts';
import type { RichParagraph, SentTables } from '../../model/index.ts';

/** Content of a spreadsheet file in any format: sheets of cells with positions. */

/** A cell that is not empty. */
export interface Cell {
  /** The text that the cell shows, with line feeds as line breaks. */
  text: string;
  /** Date of a cell with a date, as YYYY, YYYY-MM or YYYY-MM-DD, with the precision that the cell shows. */
  date?: string;
  /** Time of day of a cell that shows a date and a time. */
  time?: string;
  /** The time is in UTC, as in calendar exports. */
  utc?: true;
  /** All text of the cell is struck out. */
  struck?: true;
  /**
   * The text with its formatting, if only parts are bold or italic, or if parts are links whose text is not the
   * address.
   */
  runs?: RichParagraph;
  /** Struck-out text of the cell that is not in `text`. */
  struckWords?: string;
  /** Original column of the cell, 1-based, if it is read as a cell of a different column. */
  from?: number;
  /**
   * Original text of the cell, if the program has completed it: `9–11` in a column of hours became `9:00–11:00`. With a
   * `row`, it is a ditto mark, and `text` is the text of the cell above, in this row.
   */
  written?: { text: string; row?: number };
}

/** Position of a cell, 1-based. */
export interface CellPlace {
  row: number;
  column: number;
}

/** A comment on a cell; the cell may be empty. */
export interface CellComment extends CellPlace {
  text: string;
}

/** A row with at least one cell. */
export interface Row {
  /** 1-based. */
  number: number;
  /** The last source row, if the row was merged from several. */
  through?: number;
  /** Cells by column, 1-based, in column order. */
  cells: ReadonlyMap<number, Cell>;
  /** The row is hidden in the spreadsheet program. */
  hidden?: true;
}

/** A range of merged cells; all bounds are 1-based and inclusive. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  /** Name of the sheet; undefined for the only sheet of a CSV file. */
  name?: string;
  rows: readonly Row[];
  merges: readonly Merge[];
  /** Columns that are hidden in the spreadsheet program. */
  hiddenColumns?: ReadonlySet<number>;
  comments?: readonly CellComment[];
  /** Cells whose formulas have no stored value: they are not empty, but their text is unknown. */
  unknown?: readonly CellPlace[];
  /** The sheet is hidden in the spreadsheet program. */
  hidden?: true;
}

export interface Workbook {
  sheets: readonly Sheet[];
  /** Content of the file that was not read, and other findings. */
  notes: readonly Message[];
  /** The exported data in the hidden sheet of the workbook, if there is such a sheet and it is undamaged. */
  sent?: SentTables;
}
