/** Reads spreadsheet files (.xlsx, .ods, .csv) as sheets of cells with their texts. */
export { carriedDown } from './cells.ts';
export { addressesInMarkup, withoutMarkup } from './markup.ts';
export type { Cell, Merge, Row, Sheet, Workbook } from './model.ts';
export { serialDate, shownTime } from './number-format.ts';
export { readSheets, type SheetOptions } from './read.ts';
