/** Workbooks and CSV. In: a programme, or changes that wait for verdicts. Out: the bytes of a spreadsheet. */
export { CELL_LIMIT, type VerdictRow, writeVerdicts } from './verdicts.ts';

export const loadCsv = () => import('./csv.ts');

export const loadXlsx = () => import('./xlsx.ts');
