import { SENT_SHEET, type SentTables, sentRows } from '../../model/index.ts';
import type { SheetCell, SheetContent } from './package.ts';

/** The hidden sheet with the state of the tables when the workbook was sent. */
export function sentSheet(tables: SentTables): SheetContent {
  const rows = sentRows(tables);
  return {
    name: SENT_SHEET,
    columns: Array.from({ length: Math.max(2, ...rows.map(({ length }) => length)) }, () => ({
      width: 16,
      look: 'plain',
    })),
    rows: rows.map((cells) => cells.map((words): SheetCell => ({ words, look: 'plain' }))),
    table: false,
    choices: [],
    hidden: true,
  };
}
