/** Writes verdict sheets (workbooks with one row per change), and reads the verdicts from returned sheets. */
export { editIn, regionAnswer, regionQuestion, type VerdictCells, verdictCells } from './cells.ts';
export { type RowVerdict, type SheetVerdicts, SINCE, verdictsIn } from './read.ts';
export type { WrittenRow } from './write.ts';

/** Loads the writer of verdict sheets. */
export const loadWriteVerdicts = () => import('./write.ts');
