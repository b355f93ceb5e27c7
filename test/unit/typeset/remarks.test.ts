import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { Document } from '../../../src/document/model.ts';
import type { Programme } from '../../../src/model/programme.ts';
import type { FindingSeverity } from '../../../src/model/severity.ts';
import { type RowBox, type SetDocument, setDocument } from '../../../src/typeset/flow.ts';
import { loadHyphenation } from '../../../src/typeset/hyphenation.ts';
import { cellLanguages } from '../../../src/typeset/languages.ts';
import { remarkLines } from '../../../src/typeset/remark-stack.ts';
import { createTypesetter, heightOf, type SetLine, type Stack } from '../../../src/typeset/typesetter.ts';
import { type Note, proofOf } from '../../support/findings.ts';
import { hostile, proofNotes, proofSample } from '../../support/pdf-samples.ts';
import { runs } from '../../support/property-runs.ts';
import { allEvents, edition1, withEvent, withEvents } from '../support/programmes.ts';
import { noPictures, printedFaces } from './faces.ts';

const faces = await printedFaces();

async function set(document: Document): Promise<SetDocument> {
  const hyphenate = await loadHyphenation(cellLanguages(document));
  return setDocument(
    document,
    createTypesetter(DEFAULT_DESIGN, faces, hyphenate, document.meta.lang),
    noPictures,
  );
}

/** The rows by id, each once. */
function rowsOf(of: SetDocument): Map<string, RowBox> {
  const boxes = of.parts.flatMap(({ placed }) => placed.map(({ box }) => box));
  return new Map(boxes.flatMap((box) => (box.kind === 'row' ? [[box.row.id, box]] : [])));
}

const isNumber = (piece: SetLine['pieces'][number]): boolean => piece.source.remark?.part === 'number';

/** The letters of a line without the remark numbers. */
const letters = ({ pieces }: SetLine): string =>
  pieces
    .filter((piece) => !isNumber(piece))
    .map(({ text }) => text)
    .join('')
    .replaceAll(' ', '');

/** The numbers in lines, in order; a range counts as all its numbers. */
function numbersIn(stack: Stack): number[] {
  return stack.lines.flatMap(({ pieces }) =>
    pieces.filter(isNumber).flatMap(({ text }) => {
      const [first = 0, last = first] = text.trim().split('–').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );
}

/** The stacks of the cells of a row, including its region. */
const cellsOf = ({ cells, group, table }: RowBox): (Stack | undefined)[] =>
  cells.map((cell, column) => (column === table.table.group ? (cell ?? group?.stack) : cell));

async function expectSame(programme: Programme, notes: readonly Note[]): Promise<void> {
  const document = buildDocument(programme, 'en');
  const plain = rowsOf(await set(document));
  const sheet = rowsOf(await set(proofOf(document, programme, notes)));
  expect([...sheet.keys()]).toEqual([...plain.keys()]);
  for (const [id, row] of sheet) {
    const before = plain.get(id);
    expect(row.table.edges).toEqual(before?.table.edges);
    const { edges } = row.table;
    const widths = edges.slice(1).map((edge, column) => edge - (edges[column] ?? 0));
    cellsOf(row).forEach((cell, column) => {
      // The region of a carried row is printed again if there is a remark on it.
      const old = before === undefined ? undefined : cellsOf(before)[column];
      if (cell === undefined || old === undefined) return;
      expect(cell.lines.map(letters)).toEqual(old.lines.map(letters));
      expect(cell.tops).toEqual(old.tops);
      cell.lines.forEach((line, index) => {
        const room = (widths[column] ?? 0) - DEFAULT_DESIGN.table.padding.side - 1;
        expect(line.width).toBeLessThanOrEqual(Math.max(room, old.lines[index]?.width ?? 0) + 1e-6);
      });
    });
    const cells = row.row.carried ? row.cells : cellsOf(row);
    const numbers = cells.flatMap((cell) => (cell === undefined ? [] : numbersIn(cell)));
    const { remarks = [] } = row.row;
    expect(numbers).toEqual(remarks.map((_, index) => index + 1));
    expect(row.remarks === undefined ? [] : numbersIn(row.remarks)).toEqual(numbers);
  }
}

describe('Rows in a proof sheet', () => {
  it('Each row of a proof sheet has the lines of the same row in the programme and, in order, its remark numbers', async () => {
    await expectSame(edition1, proofNotes(edition1));
  });

  it('Rows with very long texts and special characters also keep their lines and have their remark numbers', () =>
    expectSame(hostile(edition1), proofNotes(hostile(edition1))));

  it('Remarks add nothing but their numbers to the lines of a row', async () => {
    const small = withEvents(edition1, (events) => events.slice(0, 2));
    const note = fc.record({
      event: fc.constantFrom(...allEvents(small).map(({ id }) => id)),
      field: fc.constantFrom(
        'title',
        'description',
        'date',
        'region',
        'bodies.french',
        'bodies.russian',
        'when',
      ),
      severity: fc.constantFrom<FindingSeverity>('error', 'warning', 'note'),
      rule: fc.constant('a-rule'),
      message: fc.lorem(),
      words: fc.record({ offset: fc.nat(200), length: fc.integer({ min: 1, max: 60 }) }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(note, { maxLength: 40 }), (notes) => expectSame(small, notes)),
      { numRuns: runs(40) },
    );
  });
});

describe('Number of a remark', () => {
  const [event] = allEvents(edition1);
  if (event === undefined) throw new Error('no events');
  const lineOf = async (title: string, words: readonly string[]): Promise<SetLine> => {
    const programme = withEvent(edition1, event.id, (old) => ({ ...old, title }));
    const notes = words.map(
      (found): Note => ({
        event: event.id,
        field: 'title',
        severity: 'error',
        rule: 'a-rule',
        message: 'Look.',
        words: { offset: title.indexOf(found), length: found.length },
      }),
    );
    const row = rowsOf(await set(proofOf(buildDocument(programme, 'en'), programme, notes))).get(event.id);
    const [line] = row?.cells[row.table.table.header]?.lines ?? [];
    if (line === undefined) throw new Error('no line');
    return line;
  };
  const shown = ({ pieces }: SetLine): string[] =>
    pieces.map(
      (piece) => `${isNumber(piece) ? '#' : (piece.source.remark?.part ?? '')}|${piece.text.trim()}`,
    );

  it('The number of a remark follows the words of the remark, which are underlined', async () => {
    expect(shown(await lineOf('Lace and lace', ['and']))).toEqual([
      '|Lace',
      'words|and',
      '|',
      '#|1',
      '|lace',
    ]);
  });

  it('If a remark ends within a word, its number is also within the word', async () => {
    expect(shown(await lineOf('Laces', ['Lac']))).toEqual(['words|Lac', '|', '#|1', '|es']);
  });

  it('A remark on invisible characters, such as a soft hyphen or a double space, also has a number', async () => {
    expect(shown(await lineOf('\u00adLace', ['\u00ad']))).toEqual(['|Lace', '#|1']);
    expect(shown(await lineOf('Lace  and', ['  ']))).toEqual(['|Lace', '#|1', '|and']);
  });

  it('If the separate numbers of several remarks do not fit on a line, they are printed as one range', async () => {
    const line = await lineOf('abcdefghijklmno', [...'abcdefghijklmno']);
    const last = line.pieces.at(-1);
    expect(last?.text.trim()).toBe('1–15');
    expect(last?.source).toMatchObject({ spoken: 'remark 1–15', remark: { severity: 'error' } });
  });
});

describe('Margin for remarks', async () => {
  const sheet = await set(proofSample(edition1));
  const rows = rowsOf(sheet);

  it('A remark contains its message, with a code for each character that the fonts lack', () => {
    const [first] = rows.values();
    const words = first?.remarks?.lines.map((line) => line.pieces.map(({ text }) => text).join(''));
    expect(words?.slice(0, 3).map((line) => line.replace(/ +/g, ' ').trim())).toEqual([
      '1 Note · crowd',
      'Crowd 0? A control [U+0007], an override [U+202E]',
      'and a sign that no font has: [U+1F600]',
    ]);
  });

  it('The margin for remarks contains all remarks on a row that is taller than a page, and none of them is split', () => {
    const [first] = rows.values();
    const parts = sheet.parts.flatMap(({ placed }) => placed.filter(({ box }) => box === first));
    expect(parts.length).toBeGreaterThan(3);
    const stack = first?.remarks;
    if (stack === undefined) throw new Error('no remarks');
    const lines = parts.flatMap(({ from, next }) => {
      const { first: begin, end } = remarkLines(stack, from, next);
      expect(stack.remarks.map((remark) => remark.first)).toContain(begin);
      return Array.from({ length: end - begin }, (_, index) => begin + index);
    });
    expect(lines).toEqual([...stack.lines.keys()]);
    expect(stack.remarks).toHaveLength(75);
  });

  it('A remark that is taller than a page is split between its lines', async () => {
    const [event] = allEvents(edition1);
    const message = 'A sentence that says it again. '.repeat(200);
    const note = { severity: 'note', rule: 'a-rule', message } as const;
    const notes = [note, note].map((found) => ({ ...found, event: event?.id ?? '', field: 'date' }));
    const of = await set(proofOf(buildDocument(edition1, 'en'), edition1, notes));
    const parts = of.parts.flatMap(({ placed }) =>
      placed.flatMap(({ box, from, next }) =>
        box.kind === 'row' && box.row.id === event?.id && box.remarks !== undefined
          ? [remarkLines(box.remarks, from, next)]
          : [],
      ),
    );
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.map(({ first }) => first).slice(1)).toEqual(parts.map(({ end }) => end).slice(0, -1));
  });

  it('If a row has no remarks, the margin for remarks contains a dash', async () => {
    const [row] = rowsOf(await set(proofOf(buildDocument(edition1, 'en'), edition1, []))).values();
    expect(row?.remarks?.lines.map(({ pieces }) => pieces.map(({ source }) => source))).toEqual([
      [{ text: '–', spoken: 'no remarks', quiet: true }],
    ]);
  });

  it('The margin for remarks is wide enough for the lines of all remarks', () => {
    for (const { remarks } of rows.values()) {
      expect(remarks === undefined ? 0 : heightOf(remarks)).toBeGreaterThan(0);
      for (const { width } of remarks?.lines ?? [])
        expect(width).toBeLessThanOrEqual(
          DEFAULT_DESIGN.remarks.width - DEFAULT_DESIGN.remarks.indent + 1e-6,
        );
    }
  });
});
