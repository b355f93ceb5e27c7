import type { Message } from '../../messages.ts';
import type { RichParagraph, SentTables } from '../../model/index.ts';

/** The content of a spreadsheet file in any format: sheets of cells with their positions. */

/** A cell that is not empty. */
export interface Cell {
  /** The text that the cell shows; line breaks are line feeds. */
  text: string;
  /** The date, if the cell contains one, as YYYY, YYYY-MM or YYYY-MM-DD, with the precision that the cell shows. */
  date?: string;
  /** The time of day, if the cell shows both a date and a time. */
  time?: string;
  /** Set if the time is in UTC, as in calendar exports. */
  utc?: true;
  /** Set if all text in the cell is struck out. */
  struck?: true;
  /**
   * The text with its formatting, if only parts of it are bold or italic, or if parts of it are links whose text is not
   * the address.
   */
  runs?: RichParagraph;
  /** The struck-out text of the cell, which `text` does not contain. */
  struckWords?: string;
  /** The original column of the cell, 1-based, if the cell is read as one of a different column. */
  from?: number;
  /**
   * The original text of the cell, if the program has completed it (in a column of times, `9–11` became `9:00–11:00`).
   * If there is a `row`, the original text is a ditto mark, and `text` comes from the cell in that row above.
   */
  written?: { text: string; row?: number };
}

/** The position of a cell, 1-based. */
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
  /** The last source row, if the row was merged from several rows. */
  through?: number;
  /** The cells by column (1-based), in column order. */
  cells: ReadonlyMap<number, Cell>;
  /** Set if the row is hidden in the spreadsheet program. */
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
  /** The name of the sheet; undefined for the only sheet of a CSV file. */
  name?: string;
  rows: readonly Row[];
  merges: readonly Merge[];
  /** Columns that are hidden in the spreadsheet program. */
  hiddenColumns?: ReadonlySet<number>;
  comments?: readonly CellComment[];
  /** Cells whose formulas have no stored value. They are not empty, but their text is unknown. */
  unknown?: readonly CellPlace[];
  /** Set if the sheet is hidden in the spreadsheet program. */
  hidden?: true;
}

export interface Workbook {
  sheets: readonly Sheet[];
  /** Notes on content of the file that was not read, and other notes. */
  notes: readonly Message[];
  /** The exported data in the hidden sheet of the workbook, if there is such a sheet and its data is not damaged. */
  sent?: SentTables;
}
