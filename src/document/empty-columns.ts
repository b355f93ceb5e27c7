import { withColumns } from './columns.ts';
import { isEmptyCell } from './event-list.ts';
import type { Document, Table } from './model.ts';
import { withTables } from './tables.ts';

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
