import type { RichParagraph, SentTables } from '../../model/index.ts';

/** What a spreadsheet file holds, whatever its format: sheets of cells with positions. */

/** A cell that is not empty. */
export interface Cell {
  /** The words that the cell shows, line breaks as line feeds. */
  text: string;
  /** For a cell that holds a date: the date as YYYY, YYYY-MM or YYYY-MM-DD, as exact as the cell shows it. */
  date?: string;
  /** For a cell that shows a date and a time of day: the time. */
  time?: string;
  /** The time is Universal Time, as exports of calendars write it. */
  utc?: true;
  /** All its words are struck out. */
  struck?: true;
  /** Its words by their looks, where some of them are bold or italic and others are not, or where some lead to an address that they do not say. */
  runs?: RichParagraph;
  /** Words beside these that are struck out. */
  struckWords?: string;
  /** The column in which it stands, 1-based, where it is read as a cell of another one. */
  from?: number;
  /** Its own words, where they mean the same as the cell above in a row, whose words it has. */
  ditto?: { text: string; row: number };
}

/** Where a cell stands, 1-based. */
export interface CellPlace {
  row: number;
  column: number;
}

/** A remark of a reader on a cell, which may be empty. */
export interface CellComment extends CellPlace {
  text: string;
}

/** A row that has at least one cell. */
export interface Row {
  /** 1-based. */
  number: number;
  /** The last of the rows that it was made of, where these are several. */
  through?: number;
  /** Cells by column, 1-based, in the order of the columns. */
  cells: ReadonlyMap<number, Cell>;
  /** The spreadsheet program does not show it. */
  hidden?: true;
}

/** A rectangle of cells that are shown as one; all bounds 1-based and inclusive. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  /** Name on the tab; undefined in CSV files, whose only sheet has none. */
  name?: string;
  rows: readonly Row[];
  merges: readonly Merge[];
  /** Columns that the spreadsheet program does not show. */
  hiddenColumns?: ReadonlySet<number>;
  comments?: readonly CellComment[];
  /** Cells with a formula whose value the file does not hold: they are not empty, but nobody knows what they say. */
  unknown?: readonly CellPlace[];
  /** The spreadsheet program does not show the sheet. */
  hidden?: true;
}

export interface Workbook {
  sheets: readonly Sheet[];
  /** What the file holds that was not read, and what was found out about it: sentences for the user. */
  notes: readonly string[];
  /** What the workbook was sent out with, where a hidden sheet keeps it undamaged. */
  sent?: SentTables;
}
