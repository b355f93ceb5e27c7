/** Writes verdict sheets (workbooks with one row per change), and reads the verdicts from returned sheets. */
export { editIn, regionAnswer, regionQuestion, type VerdictCells, verdictCells } from './cells.ts';
export { type RowVerdict, type SheetVerdicts, SINCE, verdictsIn } from './read.ts';
export { type WrittenRow, writeVerdicts } from './write.ts';
