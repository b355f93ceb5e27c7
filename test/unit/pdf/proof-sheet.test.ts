import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import type { Document, Paragraph } from '../../../src/document/model.ts';
import {
  elementsOf,
  entryText,
  gridOf,
  type Pdf,
  readPdf,
  type StructureElement,
  showsOf,
  textOf,
} from '../../support/pdf-reader.ts';
import { edition1, pdfOf, printedProof, programmePdf, proofNotes } from '../../support/pdf-samples.ts';

const { paper, margins, remarks } = DEFAULT_DESIGN;

const programme = await edition1();
const document = printedProof(programme);
const pdf = readPdf(await pdfOf(document));
const plain = readPdf(await programmePdf(programme));

/** Rows of cells below the headings; a cell that spans several rows is in the first of them. */
function rowsOf(of: Pdf): StructureElement[][] {
  return elementsOf(of.root, 'TBody').flatMap((body) =>
    elementsOf(body, 'TR').map((row) =>
      row.kids.filter((kid): kid is StructureElement => kid.kind === 'element'),
    ),
  );
}

/** Words without spaces and without hyphens of line breaks. */
const letters = (words: string): string => words.replace(/[\s\u00ad]/g, '');

/** The remark numbers of a cell: as printed, and as read aloud. */
function numbersIn(cell: StructureElement | undefined): { shown: string; spoken: string }[] {
  return (cell === undefined ? [] : elementsOf(cell, 'Span')).flatMap((span) => {
    const spoken = entryText(span.dictionary, 'Alt', pdf.follow) ?? '';
    return spoken.startsWith('remark') ? [{ shown: textOf(span).trim(), spoken }] : [];
  });
}

const expanded = (label: string): number[] => {
  const [first = 0, last = first] = label.split('–').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

describe('PDF file of a proof sheet', () => {
  it('The pages of a proof sheet are the same as in the programme, with an additional margin on the right', () => {
    for (const { width, height } of pdf.pages) {
      expect(width).toBeCloseTo(paper.width + remarks.margin, 1);
      expect(height).toBeCloseTo(paper.height, 1);
    }
  });

  it('Each table of a proof sheet has an additional column, which is in the margin and has a heading', () => {
    const tables = elementsOf(pdf.root, 'Table');
    const before = elementsOf(plain.root, 'Table');
    expect(tables).toHaveLength(before.length);
    tables.forEach((table, index) => {
      const { cells } = gridOf(table, pdf.follow);
      const columns = Math.max(...cells.map(({ column }) => column));
      const old = before[index];
      if (old === undefined) throw new Error('no table');
      expect(columns).toBe(Math.max(...gridOf(old, plain.follow).cells.map(({ column }) => column)) + 1);
      expect(textOf(elementsOf(table, 'THead')[0] as StructureElement)).toMatch(/Remarks\s*$/);
      for (const { element, column } of cells)
        for (const { x } of showsOf(element))
          expect(x > paper.width - margins.right).toBe(column === columns);
    });
  });

  it('The number of each remark is in a cell and in the margin, and is read aloud by screen readers', () => {
    const rows = rowsOf(pdf);
    expect(rows).toHaveLength(77);
    for (const row of rows) {
      const cells = row.slice(0, -1).flatMap(numbersIn);
      const margin = numbersIn(row.at(-1));
      for (const { shown, spoken } of [...cells, ...margin]) expect(spoken).toBe(`remark ${shown}`);
      expect(cells.flatMap(({ shown }) => expanded(shown))).toEqual(margin.map(({ shown }) => Number(shown)));
      expect(margin.map(({ shown }) => Number(shown))).toEqual(margin.map((_, index) => index + 1));
    }
  });

  it('Each finding is printed once', () => {
    const text = letters(textOf(pdf.root as StructureElement));
    for (const { message } of proofNotes(programme).filter(({ rule }) => rule !== 'crowd'))
      expect(text.split(letters(message))).toHaveLength(2);
    for (let index = 0; index < 70; index++)
      expect(text.split(`Crowd${index}?Acontrol[U+0007],anoverride[U+202E]`)).toHaveLength(2);
  });

  it('The cells of a proof sheet are the same as those of the programme, except for the remark numbers', () => {
    const withoutNumbers = (element: StructureElement): string =>
      element.kids
        .map((kid) => {
          if (kid.kind === 'content')
            return (kid.page?.tagged.get(kid.mcid)?.shows ?? []).map(({ text }) => text).join('');
          if (kid.kind !== 'element' || kid.type !== 'Span')
            return kid.kind === 'element' ? withoutNumbers(kid) : '';
          return entryText(kid.dictionary, 'Alt', pdf.follow)?.startsWith('remark')
            ? ''
            : withoutNumbers(kid);
        })
        .join('');
    const before = rowsOf(plain);
    rowsOf(pdf).forEach((row, index) => {
      const old = before[index]?.map((cell) => letters(textOf(cell))) ?? [];
      const own = row.slice(0, -1).map((cell) => letters(withoutNumbers(cell)));
      // The region of a carried row is printed again if there is a remark on it.
      expect(own.slice(own.length - old.length)).toEqual(old);
    });
  });

  it('Remarks that do not concern an event are in a section before all other sections', () => {
    const [section] = elementsOf(pdf.root, 'Sect');
    const items = section === undefined ? [] : elementsOf(section, 'LBody');
    expect(items.map((item) => textOf(item).trim())).toEqual(itemsOf(document));
    expect(items).toHaveLength(3);
  });
});

function itemsOf({ sections }: Document): string[] {
  const words = (paragraph: Paragraph): string => paragraph.map((run) => run.text).join('');
  const [block] = sections[0]?.blocks ?? [];
  return block?.kind === 'list' ? block.items.map(({ text }) => words(text)) : [];
}
