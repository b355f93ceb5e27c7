import { isEmptyCell } from './event-list.ts';
import type { CellRemark, Document, Row, Table } from './model.ts';
import { inCellOrder } from './remarks.ts';
import { withTables } from './tables.ts';

/**
 * Removes the columns of fields that are empty in every row of their table. Remarks on removed cells move to the cell
 * that names the row.
 */
export function withoutEmptyColumns(document: Document): Document {
  return { ...document, sections: document.sections.map((section) => withTables(section, tableWithout)) };
}

function tableWithout(table: Table): Table {
  const { columns, header, group, rows } = table;
  const kept = columns.flatMap(({ field }, column) =>
    field !== undefined && column !== header && rows.every(({ cells }) => isEmptyCell(cells[column]))
      ? []
      : [column],
  );
  if (kept.length === columns.length) return table;
  const place = new Map(kept.map((column, index) => [column, index]));
  const newHeader = place.get(header) ?? 0;
  const { group: _, ...rest } = table;
  const newGroup = group === undefined ? undefined : place.get(group);
  return {
    ...rest,
    columns: columns.filter((_, column) => place.has(column)),
    header: newHeader,
    ...(newGroup === undefined ? {} : { group: newGroup }),
    rows: rows.map((row) => rowOf(row, place, newHeader)),
  };
}

/** A row with only the remaining cells. */
function rowOf(row: Row, place: ReadonlyMap<number, number>, header: number): Row {
  const cells = row.cells.filter((_, column) => place.has(column));
  if (row.remarks === undefined) return { ...row, cells };
  const remarks = row.remarks.map((remark): CellRemark => {
    const column = place.get(remark.column);
    if (column !== undefined) return { ...remark, column };
    const { words: _, ...onCell } = remark;
    return { ...onCell, column: header };
  });
  return { ...row, cells, remarks: inCellOrder(remarks) };
}
