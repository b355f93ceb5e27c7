/** Sheets for tests, written as lines. */
import type { Row, Sheet } from '../../../src/read/sheet/model.ts';

/** A sheet from lines whose cells are separated by bars; empty cells are omitted. */
export function sheetOf(name: string, lines: readonly string[]): Sheet {
  const rows = lines.map(
    (line, index): Row => ({
      number: index + 1,
      cells: new Map(
        line.split('|').flatMap((text, column) => (text === '' ? [] : [[column + 1, { text }]])),
      ),
    }),
  );
  return { name, rows: rows.filter(({ cells }) => cells.size > 0), merges: [] };
}
