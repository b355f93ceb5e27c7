import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../src/document/build.ts';
import type { Document, Row } from '../../../src/document/model.ts';
import { withRemarkColumn } from '../../../src/document/proof-column.ts';
import { wordsOf } from '../../../src/document/texts.ts';
import { type Note, proofOf } from '../../support/findings.ts';
import { proofNotes } from '../../support/pdf-samples.ts';
import { runs } from '../../support/property-runs.ts';
import { edition1 } from '../support/programmes.ts';

const document = buildDocument(edition1, 'en');
const sheetOf = (notes: readonly Note[]): Document => withRemarkColumn(proofOf(document, edition1, notes));

/** The rows of events. */
function rowsOf({ sections }: Document): Row[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.table.rows : []));
}

const [first] = rowsOf(document);
const event = first?.id ?? '';
const titleColumn = 4;
const title = wordsOf(first?.cells[titleColumn]?.paragraphs[0] ?? []);

describe('Remarks column', () => {
  it('The remarks in a row are numbered, and the words that they concern are marked', () => {
    const note = { event, rule: 'a-rule' } as const;
    const [row] = rowsOf(
      sheetOf([
        { ...note, severity: 'error', field: 'title', message: 'Why?', words: { offset: 0, length: 10 } },
        { ...note, severity: 'note', field: 'date', message: 'When?' },
      ]),
    );
    expect(title.startsWith('Continuing cooperation')).toBe(true);
    expect(row?.cells[titleColumn]?.paragraphs[0]?.slice(0, 2)).toMatchObject([
      { text: 'Continuing', marked: 'error' },
      { text: ' [1]', quiet: true },
    ]);
    expect(row?.cells.at(-1)?.paragraphs.map(wordsOf)).toEqual([
      '1 Error · a-rule',
      'Why?',
      '2 Note · a-rule',
      'When?',
    ]);
    expect(row?.facets).toMatchObject({ severity: ['error', 'note'], rule: ['a-rule'] });
  });

  it('Remarks that do not concern an event are in a section before all other sections', () => {
    const sheet = sheetOf([
      { event, rule: 'b', severity: 'warning', message: 'x' },
      { field: 'period', rule: 'a', severity: 'note', message: 'Longer?' },
    ]);
    const [front, ...others] = sheet.sections;
    expect(front?.title.map(({ text }) => text)).toEqual(['General remarks']);
    expect(JSON.stringify(front?.blocks)).toContain('Longer?');
    expect(others.map(({ id }) => id)).toEqual(document.sections.map(({ id }) => id));
    expect(sheet.facets?.slice(-2).map(({ id, values }) => [id, values.map(({ key }) => key)])).toEqual([
      ['severity', ['warning']],
      ['rule', ['b']],
    ]);
  });

  it('A proof sheet without remarks has no additional section and no additional filters', () => {
    const sheet = sheetOf([]);
    expect(sheet.sections.map(({ id }) => id)).toEqual(document.sections.map(({ id }) => id));
    expect(sheet.facets?.map(({ id }) => id)).toEqual(document.facets?.map(({ id }) => id));
  });

  it('Except for the remark numbers, a proof sheet contains the same texts as the printed programme', () => {
    const plain = rowsOf(document);
    const notes = proofNotes(edition1);
    rowsOf(sheetOf(notes)).forEach(({ cells }, index) => {
      const own = cells.slice(0, -1).map(({ paragraphs }) => paragraphs.map(wordsOf).join('\n'));
      const before = (plain[index]?.cells ?? []).map(({ paragraphs }) => paragraphs.map(wordsOf).join('\n'));
      expect(own.map((words) => words.replace(/ \[\d+\]/g, ''))).toEqual(before);
    });
  });

  it('A cell with remarks still contains its pictures', () => {
    const picture = { file: 'pictures/harbour.jpg', alt: { text: 'The harbour' } };
    const withPicture: Document = {
      ...document,
      sections: document.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.kind === 'table'
            ? {
                ...block,
                table: {
                  ...block.table,
                  rows: block.table.rows.map((row) => ({
                    ...row,
                    cells: row.cells.map((cell) => ({ ...cell, picture })),
                  })),
                },
              }
            : block,
        ),
      })),
    };
    const note = { event, rule: 'a-rule', severity: 'note', message: 'Why?' } as const;
    const notes = [
      { ...note, field: 'title', words: { offset: 0, length: 10 } },
      { ...note, field: 'date' },
    ];
    const sheet = withRemarkColumn(proofOf(withPicture, edition1, notes));
    const [row] = rowsOf(sheet);
    expect(row?.cells.slice(0, -1).map((cell) => cell.picture)).toEqual(first?.cells.map(() => picture));
  });

  it('Exactly the words of a remark are marked, regardless of where other remarks begin and end', () => {
    const range = fc
      .tuple(fc.nat(title.length - 1), fc.integer({ min: 1, max: title.length }))
      .map(([offset, length]) => ({ offset, length: Math.min(length, title.length - offset) }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), (ranges) => {
        const sheet = sheetOf(
          ranges.map((words, index) => ({
            event,
            field: 'title',
            rule: `r${index}`,
            severity: 'note',
            message: 'x',
            words,
          })),
        );
        const runs = rowsOf(sheet)[0]?.cells[titleColumn]?.paragraphs[0] ?? [];
        const letters = runs
          .filter(({ text }) => !/^ \[\d\]$/.test(text))
          .flatMap(({ text, marked }) =>
            text.split('').map((letter) => ({ letter, isMarked: marked !== undefined })),
          );
        expect(letters.map(({ letter }) => letter).join('')).toBe(title);
        letters.forEach(({ isMarked }, place) => {
          expect(isMarked).toBe(
            ranges.some(({ offset, length }) => place >= offset && place < offset + length),
          );
        });
      }),
      { numRuns: runs(60) },
    );
  });
});
