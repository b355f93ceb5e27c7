import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../languages/index.ts';
import { withoutEmptyColumns } from '../../../src/document/columns.ts';
import type { Cell, CellRemark, Document, Table } from '../../../src/document/model.ts';

const NOTHING: Cell = { paragraphs: [[{ text: '–', spoken: 'not stated', quiet: true }]] };
const cell = (text: string): Cell => ({ paragraphs: [[{ text }]] });
const remark = (column: number, words?: CellRemark['words']): CellRemark => ({
  severity: 'note',
  rule: 'x',
  paragraphs: [],
  column,
  ...(words === undefined ? {} : { words }),
});

/** A table with number, region (its group), body, title and date. */
const table = (rows: Table['rows']): Table => ({
  title: 'T',
  description: 'D',
  columns: [
    { kind: 'event-number', heading: [] },
    { kind: 'region', field: 'region', heading: [] },
    { kind: 'body', field: 'bodies.north', heading: [] },
    { kind: 'title', field: 'title', heading: [] },
    { kind: 'date', field: 'date', heading: [] },
  ],
  group: 1,
  header: 3,
  rows,
});
const documentOf = (table: Table): Document => ({
  meta: { title: '', author: '', subject: '', lang: 'en', date: '2030-01-15', stem: '' },
  words: { edition: '', page: '', screen: LANGUAGES.en.labels.screen },
  cover: { title: [], lines: [], publisher: [] },
  sections: [{ id: 'a', title: [], layout: 'table', blocks: [{ kind: 'table', table }] }],
});
const without = (given: Table): Table => {
  const [block] = withoutEmptyColumns(documentOf(given)).sections[0]?.blocks ?? [];
  if (block?.kind !== 'table') throw new Error('no table');
  return block.table;
};

describe('Table with its empty columns omitted', () => {
  it('If empty columns are omitted, the remaining columns keep their order and refer to the right group and header cell', () => {
    const rows = [
      { id: 'a', cells: [cell('1'), cell('Hills'), NOTHING, cell('Fair'), NOTHING] },
      { id: 'b', cells: [cell('2'), cell('Plain'), NOTHING, cell('Market'), cell('May')] },
    ];
    const { columns, group, header, rows: kept } = without(table(rows));
    expect(columns.map(({ kind }) => kind)).toEqual(['event-number', 'region', 'title', 'date']);
    expect([group, header]).toEqual([1, 2]);
    expect(kept.map(({ cells }) => cells)).toEqual([
      [cell('1'), cell('Hills'), cell('Fair'), NOTHING],
      [cell('2'), cell('Plain'), cell('Market'), cell('May')],
    ]);
  });

  it('A column group is removed if none of its columns remain', () => {
    const { group, header } = without(
      table([{ id: 'a', cells: [cell('1'), NOTHING, cell('x'), cell('Fair'), cell('May')] }]),
    );
    expect([group, header]).toEqual([undefined, 2]);
  });

  it('A remark on an omitted column is placed on the cell that names the row', () => {
    const place = { paragraph: 0, offset: 0 };
    const words = { from: place, to: { ...place, offset: 1 } };
    const cells = [cell('1'), cell('Hills'), NOTHING, cell('Fair'), NOTHING];
    const [row] = without(
      table([{ id: 'a', cells, remarks: [remark(2, words), remark(3, words), remark(4)] }]),
    ).rows;
    expect(row?.remarks).toEqual([remark(2, words), remark(2), remark(2)]);
  });

  it('A table without empty columns is unchanged, and a column in which a dash was typed does not count as empty', () => {
    const full = table([
      { id: 'a', cells: [cell('1'), cell('Hills'), cell('–'), cell('Fair'), cell('May')] },
    ]);
    expect(without(full)).toBe(full);
  });
});
