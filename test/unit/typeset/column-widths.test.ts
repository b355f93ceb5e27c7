import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { columnWidths, measure } from '../../../src/design/measures.ts';
import type { Design } from '../../../src/design/schema.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { ColumnKind, Document, Section, Table } from '../../../src/document/model.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { readDesign } from '../../../src/read/design.ts';
import { advance } from '../../../src/typeset/break-lines.ts';
import { shapedWidth, tableWidths } from '../../../src/typeset/column-widths.ts';
import { printedFaces } from './faces.ts';

/** The design of edition 1. */
const DESIGN_OF_1 = await readDesign('data', '1');

const faces = await printedFaces();
const edition1 = buildDocument(await readProgramme('data', '1'), 'en');

const tablesOf = ({ sections }: Pick<Document, 'sections'>): Table[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])));
const widthsIn = (document: Pick<Document, 'sections'>, design: Design): (readonly number[])[] => {
  const widthsOf = tableWidths(document, design, shapedWidth(faces));
  return tablesOf(document).map(widthsOf);
};
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** A document with one table. */
function tableOf(kinds: readonly ColumnKind[], headings: readonly string[], rows: readonly string[][]) {
  const table: Table = {
    title: 'T',
    description: '',
    columns: kinds.map((kind, index) => ({ kind, heading: [{ text: headings[index] ?? '' }] })),
    header: 0,
    rows: rows.map((cells, index) => ({
      id: `row-${index}`,
      cells: cells.map((text) => ({ paragraphs: [[{ text }]] })),
    })),
  };
  const section: Section = {
    id: 'a',
    title: [{ text: 'T' }],
    layout: 'table',
    blocks: [{ kind: 'table', table }],
  };
  return { sections: [section] };
}

const LONG = 'Eine Reihe von Konzerten an drei Abenden unter freiem Himmel. '.repeat(12);

describe('Widths of the columns of a table', () => {
  it('Columns have the widths that the design sets, if it sets any', () => {
    const fixed = tablesOf(edition1).map(({ columns }) =>
      columnWidths(
        DESIGN_OF_1,
        columns.map(({ kind }) => kind),
      ),
    );
    expect(widthsIn(edition1, DESIGN_OF_1)).toEqual(fixed);
  });

  it('The column widths of each table add up to the width of the text area, and differ from table to table', () => {
    const widths = widthsIn(edition1, DEFAULT_DESIGN);
    for (const own of widths) expect(sum(own)).toBeCloseTo(measure(DEFAULT_DESIGN), 6);
    expect(widths.map((own) => own.length)).toEqual([7, 6, 6, 7, 6, 6]);
    expect(widths[2]).not.toEqual(widths[1]);
  });

  it.each([
    ['de', ['Datum', 'Uhrzeit', 'Preis'], ['21. September 2030', '19:30–21:00', 'ab 12,50 €']],
    ['fr', ['Date', 'Heure', 'Tarif'], ['du 12 au 14 décembre 2030', '19 h 30', '12 € / 8 €']],
    ['ru', ['Дата', 'Время', 'Цена'], ['21 сентября 2030 г.', '19:30', '1 250 ₽']],
  ])('Dates, times and prices fit on one line: %s', (_, headings, cells) => {
    const { size } = DEFAULT_DESIGN.styles.cell;
    const document = tableOf(
      ['title', 'description', 'date', 'time', 'price'],
      ['Titel', 'Beschreibung', ...headings],
      Array.from({ length: 5 }, () => ['Sommerfest', LONG, ...cells]),
    );
    const [widths = []] = widthsIn(document, DEFAULT_DESIGN);
    cells.forEach((words, index) => {
      const room = (widths[2 + index] ?? 0) - 2 * DEFAULT_DESIGN.table.padding.side;
      expect(room).toBeGreaterThanOrEqual(advance(faces.sans, words, size));
    });
    expect(widths[1]).toBe(Math.max(...widths));
  });

  it('Each word of a column heading fits on one line', () => {
    for (const [index, widths] of widthsIn(edition1, DEFAULT_DESIGN).entries())
      tablesOf(edition1)[index]?.columns.forEach(({ heading }, column) => {
        const words = heading.flatMap(({ text }) => text.split(' '));
        const room = (widths[column] ?? 0) - 2 * DEFAULT_DESIGN.table.padding.side;
        const { size } = DEFAULT_DESIGN.styles.columnHeading;
        for (const word of words) expect(advance(faces.sansBold, word, size)).toBeLessThanOrEqual(room);
      });
  });

  it('A column is as wide as the design states', () => {
    const design: Design = {
      ...DEFAULT_DESIGN,
      columns: { ...DEFAULT_DESIGN.columns, date: { points: 140 } },
      table: { ...DEFAULT_DESIGN.table, columns: { from: 'content', kept: ['date'] } },
    };
    const document = tableOf(['title', 'description', 'date'], [], [['A', LONG, 'May']]);
    const [widths = []] = widthsIn(document, design);
    expect(widths[2]).toBe(140);
    expect(sum(widths)).toBeCloseTo(measure(design), 6);
  });

  it('Columns that are too narrow for their words still fit the width of the text area', () => {
    const kinds = Array.from({ length: 20 }, (): ColumnKind => 'text');
    const words = kinds.map(() => 'Donaudampfschifffahrtsgesellschaft');
    const [widths = []] = widthsIn(tableOf(kinds, words, [words]), DEFAULT_DESIGN);
    expect(sum(widths)).toBeCloseTo(measure(DEFAULT_DESIGN), 6);
    for (const width of widths) expect(width).toBeGreaterThan(2 * DEFAULT_DESIGN.table.padding.side);
  });
});
