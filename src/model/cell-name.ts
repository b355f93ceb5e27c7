/** Number of columns of an Excel sheet. */
export const COLUMNS = 16_384;

/** The letters of a column (1 is A, 28 is AB). */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : columnLetters(rest) + letter;
}

/** The number of a column from its letters (A is 1); undefined if Excel has no such column. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(letters)) return undefined;
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return number <= COLUMNS ? number : undefined;
}

/** A cell reference as in spreadsheet programs: `E12`, or `Culture!E12` if it includes the sheet. */
export function cellName(sheet: string | undefined, row: number, column: number): string {
  const cell = `${columnLetters(column)}${row}`;
  return sheet === undefined ? cell : `${sheet}!${cell}`;
}
