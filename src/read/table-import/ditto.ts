import { LANGUAGES } from '../../../languages/index.ts';
import { LANGS } from '../../model/index.ts';
import type { Cell, Row } from '../sheet/index.ts';

/** Words and signs for "the same as above", as the whole cell: dito, idem, „, -"-, —//—. */
const DITTO = new RegExp(
  `^(?:(?:${LANGS.map((lang) => LANGUAGES[lang].cells.ditto).join('|')})\\.?|["„“”″〃]{1,2}|[-–—] ?(?:["„“”″〃]{1,2}|//|\\|\\|) ?[-–—])$`,
  'iu',
);

/** A cell that means the same as one above. */
export interface Ditto {
  row: number;
  column: number;
  /** Row of the cell whose words it stands for. */
  above: number;
  cell: Cell;
}

/** Rows in which a cell that says so has the words of the nearest cell above it; one that has none above stays as it is. */
export function withDittos<R extends Row>(
  rows: readonly R[],
): { rows: readonly R[]; dittos: readonly Ditto[] } {
  const above = new Map<number, { row: number; cell: Cell }>();
  const dittos: Ditto[] = [];
  const read = rows.map((row) => {
    const found = dittos.length;
    const cells = [...row.cells].map(([column, cell]): [number, Cell] => {
      const last = DITTO.test(cell.text.trim()) ? above.get(column) : undefined;
      if (last === undefined) above.set(column, { row: row.number, cell });
      else dittos.push({ row: row.number, column, above: last.row, cell: last.cell });
      return [column, last?.cell ?? cell];
    });
    return dittos.length === found ? row : { ...row, cells: new Map(cells) };
  });
  return { rows: read, dittos };
}
