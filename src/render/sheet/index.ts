/** Workbooks. In: sheets of formatted cells. Out: the bytes of a workbook. */
export { type Choice, type SheetCell, type SheetContent, writePackage } from './package.ts';
export { sentSheet } from './sent.ts';
