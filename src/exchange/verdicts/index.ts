/** Sheets of verdicts. In: changes, or a workbook that comes back. Out: a workbook with a row for each change, and the verdicts in it. */
export { editIn, regionAnswer, regionQuestion, type VerdictCells, verdictCells } from './cells.ts';
export {
  type SentLine,
  type SheetVerdicts,
  SINCE,
  sentVerdict,
  type VerdictLine,
  verdictsIn,
} from './read.ts';
export type { VerdictRow } from './write.ts';

/** Loads what writes sheets of verdicts. */
export const loadWriteVerdicts = () => import('./write.ts');
