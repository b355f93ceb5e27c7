import { SENT_SHEET } from '../../model/index.ts';
import type { SheetCell, SheetContent } from './package.ts';

/**
 * The hidden sheet of what a workbook is sent out with: tables one below the other, each row behind the number of its table. Words are encoded: who searches all sheets finds them once,
 * and who replaces them replaces nothing here.
 */
export function sentSheet(tables: readonly (readonly (readonly string[])[])[]): SheetContent {
  const rows = tables.flatMap((table, index) =>
    table.map((words) => [String(index + 1), ...inPieces(encoded(words))]),
  );
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

function encoded(words: readonly string[]): string {
  return Buffer.from(JSON.stringify(words)).toString('base64');
}

/** A text in pieces that cells can hold. */
function inPieces(text: string): string[] {
  return text.match(/.{1,32000}/g) ?? [];
}
