/** Number of columns of a sheet in Excel. */
export const COLUMNS = 16_384;

/** Letters of a column (1 is A, 28 is AB). */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : columnLetters(rest) + letter;
}

/** Number of the column with these letters (A is 1), or undefined if Excel has no such column. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(letters)) return undefined;
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return number <= COLUMNS ? number : undefined;
}

/** Cell reference as spreadsheets write it: `E12`, or `Culture!E12` with the sheet. */
export function cellName(sheet: string | undefined, row: number, column: number): string {
  const cell = `${columnLetters(column)}${row}`;
  return sheet === undefined ? cell : `${sheet}!${cell}`;
}
