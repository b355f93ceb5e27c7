/** What a spreadsheet file holds, whatever its format: sheets of cells with positions. */

/** A cell that is not empty. */
export interface Cell {
  /** The words that the cell shows, line breaks as line feeds. */
  text: string;
  /** For a cell that holds a date: the date as YYYY, YYYY-MM or YYYY-MM-DD, as exact as the cell shows it. */
  date?: string;
}

/** A row that has at least one cell. */
export interface Row {
  /** 1-based. */
  number: number;
  /** Cells by column, 1-based, in the order of the columns. */
  cells: ReadonlyMap<number, Cell>;
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
}

export interface Workbook {
  sheets: readonly Sheet[];
  /** What the file holds that was not read, and what was found out about it: sentences for the user. */
  notes: readonly string[];
}
