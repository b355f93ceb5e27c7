/** Workbooks and CSV. In: a programme, or sheets of words. Out: the bytes of a spreadsheet. */
export { type SheetCell, writePackage } from './package.ts';
export { sentSheet } from './sent.ts';

/** Loads what writes CSV. */
export const loadCsv = () => import('./csv.ts');

/** Loads what writes workbooks. */
export const loadXlsx = () => import('./xlsx.ts');
