import type { Message } from '../../messages.ts';
import type { RichParagraph, SentTables } from '../../model/index.ts';

/** The content of a spreadsheet file, regardless of its format: sheets, rows and cells. */

/** A cell that is not empty. */
export interface Cell {
  /** The text that the cell shows; line breaks are line feeds. */
  text: string;
  /**
   * The date, if the cell contains one, as YYYY, YYYY-MM or YYYY-MM-DD, depending on which parts of the date the cell
   * shows.
   */
  date?: string;
  /** The time of day, if the cell shows both a date and a time. */
  time?: string;
  /** Set if the time is in UTC, as in calendar exports. */
  utc?: true;
  /** Set if all text in the cell is struck out. */
  struck?: true;
  /**
   * The text with its formatting, if parts of it are bold or italic (not the whole text), or if it contains links whose
   * text is not the address.
   */
  runs?: RichParagraph;
  /** The struck-out text of the cell, which `text` does not contain. */
  struckWords?: string;
  /** The original column of the cell, 1-based, if the program has moved it to a different column. */
  from?: number;
  /**
   * The original text of the cell, if the program has replaced it (in a column of times, `9–11` became `9:00–11:00`).
   * If `row` is set, the original text is a ditto mark, and `text` is the text of the cell in that row above it.
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
  /** The row number, 1-based. */
  number: number;
  /** The last of the original rows, if the program has merged several rows into this one. */
  through?: number;
  /** The cells, keyed by column (1-based), in column order. */
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
  /** Cells whose formulas have no stored value, so that their text is unknown, although they are not empty. */
  unknown?: readonly CellPlace[];
  /** Set if the sheet is hidden in the spreadsheet program. */
  hidden?: true;
}

export interface Workbook {
  sheets: readonly Sheet[];
  /** Notes for the user, such as notes on content that was not read. */
  notes: readonly Message[];
  /**
   * The data that this program stored in a hidden sheet when it exported the workbook, if the sheet exists and its data
   * is not damaged.
   */
  sent?: SentTables;
}
