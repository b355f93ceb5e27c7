/** Sheets of tests, written as lines. */
import { type InitPlan, planInit } from '../../../src/commands/init-plan.ts';
import type { Row, Sheet } from '../../../src/read/sheet/model.ts';

/** A sheet of lines whose cells are parted by bars; cells that are empty are none. */
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

/** The plan of a new dataset from a sheet of lines. */
export const planOf = (name: string, ...lines: string[]): InitPlan =>
  planInit({ sheets: [sheetOf(name, lines)], notes: [] }, 'list.xlsx', undefined, 2030);
