/** Workbooks and CSV. In: a programme, or changes that wait for verdicts. Out: the bytes of a spreadsheet. */
export { CELL_LIMIT, type VerdictRow, writeVerdicts } from './verdicts.ts';

/** Loads what writes CSV. */
export const loadCsv = () => import('./csv.ts');

/** Loads what writes workbooks. */
export const loadXlsx = () => import('./xlsx.ts');
