import { describe, expect, it } from 'vitest';
import { rowCut } from '../../../src/render/docx/part-row.ts';

const cell = (...paragraphs: number[]) => ({ paragraphs, leading: 10, after: 4 });
/** Heights of the parts of a row on pages of a given height. */
function heights(cells: ReturnType<typeof cell>[], room: number): number[] | undefined {
  const cut = rowCut(cells, 6);
  const parts: number[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const part = cut(from, room);
    if (part === undefined) return undefined;
    parts.push(part.height);
    from = part.next;
  }
  return parts;
}

describe('Row split across pages in a Word file', () => {
  it('If a row is split, each of its cells continues on the next page independently of the other cells', () => {
    // Twelve lines are split into five, five and two. Two paragraphs of four lines are split into four and, after the
    // space between them, four.
    expect(heights([cell(12), cell(4, 4)], 60)).toEqual([56, 56, 30]);
    expect(heights([cell(3), cell(4, 4)], 64)).toEqual([60, 40]);
  });

  it('The space below the last paragraph of a split cell is added only once, at the end of the cell', () => {
    expect(heights([cell(4)], 60)).toEqual([50]);
    expect(heights([cell(6)], 60)).toEqual([56, 20]);
  });

  it('A row is split on a page only if every cell has room there for two lines of its text', () => {
    expect(heights([cell(12), cell(1)], 20)).toBeUndefined();
    expect(heights([cell(12), cell(1)], 30)?.[0]).toBe(26);
    expect(heights([cell(12), cell(3)], 30)?.[0]).toBe(26);
  });
});
