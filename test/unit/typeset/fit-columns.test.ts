import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GRAINS,
  linesOf,
  lowestWidths,
  type Measured,
  type Parts,
} from '../../../src/typeset/fit-columns.ts';

const SPACE = 3;
const PADDING = 10;
const LEADING = 12;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** A text of words with these widths, in points. */
const paragraph = (...words: number[]): Parts => {
  const widths = words.map((width) => width * GRAINS);
  const spaces = words.map((_, index) => (index === 0 ? 0 : SPACE * GRAINS));
  return { widths, spaces, whole: sum(widths) + sum(spaces) };
};

interface Column {
  least: number;
  fixed: boolean;
  cells: readonly (readonly Parts[])[];
}

const measured = (columns: readonly Column[], width: number): Measured => ({
  columns: columns.map((column) => ({ ...column, leading: LEADING, headings: [[paragraph(30)]] })),
  rows: columns[0]?.cells.length ?? 0,
  width,
  padding: PADDING,
  paragraphGap: 4,
  headingLeading: 11,
  headingWeight: 1,
});

const parts = fc
  .array(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 30 })
  .map((widths) => paragraph(...widths));

const anyTable: fc.Arbitrary<Measured> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 200, max: 900 }))
  .chain(([count, rows, width]) =>
    fc
      .array(
        fc.record({
          least: fc.integer({ min: 12, max: 120 }),
          fixed: fc.boolean(),
          cells: fc.array(fc.array(parts, { maxLength: 2 }), { minLength: rows, maxLength: rows }),
        }),
        { minLength: count, maxLength: count },
      )
      .map((columns) => {
        const some = columns.map((column, index) => ({ ...column, fixed: column.fixed && index > 0 }));
        return measured(some, width);
      }),
  );

describe('Column widths fitted to the content', () => {
  it('Column widths add up to the total, and if all minimum widths fit, no column is narrower than its minimum', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const needed = sum(table.columns.map(({ least }) => least + 2));
        fc.pre(sum(table.columns.map(({ least, fixed }) => (fixed ? least : 0))) < table.width);
        const widths = lowestWidths(table);
        expect(sum(widths)).toBeCloseTo(table.width, 6);
        table.columns.forEach(({ least, fixed }, index) => {
          if (fixed) expect(widths[index]).toBe(least);
          else if (needed <= table.width) expect(widths[index]).toBeGreaterThanOrEqual(least);
          else expect(widths[index]).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  it('The column widths of a table do not depend on other tables that were measured before', () => {
    fc.assert(
      fc.property(anyTable, anyTable, (table, other) => {
        const widths = lowestWidths(table);
        lowestWidths(other);
        expect(lowestWidths(structuredClone(table))).toEqual(widths);
      }),
    );
  });

  it('Width that a column with short text does not need is given to a column with long text', () => {
    const short = { least: 40, fixed: false, cells: [[paragraph(20)], [paragraph(28)]] };
    const long = { least: 40, fixed: false, cells: [[paragraph(...Array(60).fill(20))], [paragraph(20)]] };
    const [narrow = 0, wide = 0] = lowestWidths(measured([short, long], 500));
    expect(narrow).toBeLessThan(70);
    expect(narrow + wide).toBe(500);
  });

  it('If the minimum widths do not fit, the narrowest columns have their minimum widths, and the other columns share the remaining width', () => {
    const column = (least: number): Column => ({ least, fixed: false, cells: [[paragraph(20)]] });
    expect(lowestWidths(measured([column(30), column(400), column(400)], 300))).toEqual([32, 134, 134]);
  });
});

it('The number of lines includes breaks between words and breaks inside words that are wider than a line', () => {
  const lines = (words: readonly number[], width: number): number =>
    linesOf(paragraph(...words), width * GRAINS);
  expect(lines([20, 20, 20], 66)).toBe(1);
  expect(lines([20, 20, 20], 65)).toBe(2);
  expect(lines([20, 130], 50)).toBe(4);
  expect(lines([], 50)).toBe(1);
});
