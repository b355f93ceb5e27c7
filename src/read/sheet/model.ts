import { LIMITS } from './limits.ts';

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

/** Letters of a column (1 is A, 28 is AB). */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : columnLetters(rest) + letter;
}

/** Number of the column with these letters (A is 1), or undefined when they are none of Excel's columns. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(letters)) return undefined;
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return number <= LIMITS.columns ? number : undefined;
}

/** Name of a cell as spreadsheets write it: `E12`, or `Culture!E12` with the sheet. */
export function cellName(sheet: string | undefined, row: number, column: number): string {
  const cell = `${columnLetters(column)}${row}`;
  return sheet === undefined ? cell : `${sheet}!${cell}`;
}
