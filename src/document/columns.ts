import { isEmptyCell } from './event-list.ts';
import type { CellRemark, Document, Table } from './model.ts';
import { inCellOrder } from './remarks.ts';
import { withTables } from './tables.ts';

/**
 * A table with only some of its columns. If the column that names the rows is removed, the first remaining column names
 * them. Remarks on removed cells move to the cell that names the row.
 */
export function withColumns(table: Table, isKept: (column: number) => boolean): Table {
  const kept = table.columns.flatMap((_, column) => (isKept(column) ? [column] : []));
  if (kept.length === table.columns.length) return table;
  const { group: oldGroup = -1, ...rest } = table;
  const [group, header] = [kept.indexOf(oldGroup), Math.max(0, kept.indexOf(table.header))];
  const isIn = (_: unknown, column: number): boolean => kept.includes(column);
  return {
    ...rest,
    columns: table.columns.filter(isIn),
    ...(group < 0 ? {} : { group }),
    header,
    rows: table.rows.map(({ carried, remarks, ...row }) => ({
      ...row,
      cells: row.cells.filter(isIn),
      ...(carried && group >= 0 ? { carried } : {}),
      ...(remarks && { remarks: inCellOrder(remarks.map((remark) => movedRemark(remark, kept, header))) }),
    })),
  };
}

function movedRemark(remark: CellRemark, kept: readonly number[], header: number): CellRemark {
  const column = kept.indexOf(remark.column);
  if (column >= 0) return { ...remark, column };
  const { words: _, ...onCell } = remark;
  return { ...onCell, column: header };
}

/** Removes the columns of fields that are empty in every row of their table. */
export function withoutEmptyColumns(document: Document): Document {
  return { ...document, sections: document.sections.map((section) => withTables(section, tableWithout)) };
}

function tableWithout(table: Table): Table {
  const isEmpty = (column: number): boolean =>
    table.columns[column]?.field !== undefined &&
    column !== table.header &&
    table.rows.every(({ cells }) => isEmptyCell(cells[column]));
  return withColumns(table, (column) => !isEmpty(column));
}
