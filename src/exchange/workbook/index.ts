/** Workbooks that go out and come back. In: a programme, or a workbook that was exported. Out: the bytes of a spreadsheet, or what comes back says. */
export { withKept } from './kept.ts';
export { configOfSheets } from './programme-sheets.ts';
export {
  cellsThatSay,
  exportedRows,
  exportMapping,
  NAMES_OF_EXPORTS,
  pathOf,
  rebased,
  sentWorkbook,
  withEmphasis,
  withUnknownCells,
} from './read.ts';
export { rowWords, tablesOf } from './record.ts';

/** Loads what writes CSV. */
export const loadCsv = () => import('./write-csv.ts');

/** Loads what writes workbooks. */
export const loadXlsx = () => import('./write-xlsx.ts');
