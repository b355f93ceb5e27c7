/** Writes sheets of formatted cells as a workbook. */
export { type Choice, type SheetCell, type SheetContent, writePackage } from './package.ts';
export { sentSheet } from './sent.ts';
