import type { Row, Section, Table } from './model.ts';

/** The tables of a section. */
export const tablesOf = ({ blocks }: Pick<Section, 'blocks'>): Table[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));

/** Changes the tables of a section. */
export const withTables = (section: Section, change: (table: Table) => Table): Section => ({
  ...section,
  blocks: section.blocks.map((block) =>
    block.kind === 'table' ? { ...block, table: change(block.table) } : block,
  ),
});

/** Changes the rows of the tables of a section. */
export const withRows = (section: Section, change: (row: Row, table: Table) => Row): Section =>
  withTables(section, (table) => ({ ...table, rows: table.rows.map((row) => change(row, table)) }));
