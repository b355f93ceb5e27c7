/**
 * Verdict sheets. In: changes, or a returned workbook. Out: a workbook with a row for each change, and the verdicts
 * in it.
 */
export { editIn, regionAnswer, regionQuestion, type VerdictCells, verdictCells } from './cells.ts';
export { type RowVerdict, type SheetVerdicts, SINCE, verdictsIn } from './read.ts';
export type { WrittenRow } from './write.ts';

/** Loads the writer of verdict sheets. */
export const loadWriteVerdicts = () => import('./write.ts');
