import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planImport } from '../../../src/commands/import-plan.ts';
import { type InitPlan, planInit } from '../../../src/commands/init-plan.ts';
import type { Cell, CellComment, Merge, Row, Sheet, Workbook } from '../../../src/read/sheet/model.ts';
import { tablesWithMarkup } from '../../../src/read/table-import/emphasis.ts';
import { listsOf } from '../../../src/read/table-import/layout.ts';
import { eventRows } from '../../../src/read/table-import/rows.ts';
import { foldName } from '../../../src/reference/fold.ts';
import { dateWords } from '../../../src/text/dates/words.ts';
import { runs } from '../../support/property-runs.ts';

/** Words that occur once in a workbook, so that each cell can be found. */
const word = fc.stringMatching(/^[b-df-hj-np-tv-z][aeiou][a-z]{3,9}$/);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2030-05-${String(number).padStart(2, '0')}`);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 6, arbitrary: words.map((text) => ({ text })) },
  fc
    .constantFrom('12,50 €', '£9.00', '85%', '19:30', '2 h', '0351 1234567', '31000', 'x@example.org', '–')
    .map((text) => ({ text })),
  day.map((date) => ({ text: date, date })),
  day.map((date) => ({ text: date, date, time: '19:30' })),
  words.map((text) => ({ text, struck: true as const })),
  fc.tuple(words, words).map(([text, struckWords]) => ({ text, struckWords })),
  fc.tuple(words, word).map(([text, bold]) => ({
    text: `${text} ${bold}`,
    runs: [{ text: `${text} ` }, { text: bold, strong: true as const }],
  })),
  words.map((text) => ({ text: `<p>${text}</p>` })),
  words.map((text) => ({ text: `${text}\n${text}` })),
);
const headings = fc.constantFrom(
  ['Titre', 'Date', 'Lieu', 'Type', 'Tarif', 'Contact'],
  ['Title', 'When', 'Where', 'Category', 'Price', 'Notes'],
  ['Datum', 'Uhrzeit', 'Veranstaltung', 'Ort', 'Bemerkung', 'Kategorie'],
  ['№', 'Название', 'Дата', 'Место', 'Тема', 'Стоимость'],
  ['Event ID', 'Show', 'startDate', 'endDate', 'Genre', 'Region'],
);
const wild = fc.record({
  headings,
  above: fc.array(words, { maxLength: 2 }),
  rows: fc.array(
    fc.record({
      cells: fc.array(fc.option(cell, { freq: 5, nil: undefined }), { minLength: 6, maxLength: 7 }),
      title: words,
      hidden: fc.boolean().map((hidden) => hidden),
      kind: fc.constantFrom('event', 'event', 'event', 'event', 'group', 'total', 'blank'),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  merged: fc.array(fc.tuple(fc.nat(11), fc.nat(5), fc.integer({ min: 1, max: 3 })), { maxLength: 3 }),
  comments: fc.array(fc.tuple(fc.nat(14), fc.nat(6), words), { maxLength: 3 }),
  hiddenColumns: fc.subarray([4, 5, 6]),
  below: fc.option(
    fc.tuple(
      fc.constantFrom(['Partner', 'Stadt', 'Betrag'], ['Title', 'Date', 'Seats']),
      fc.array(fc.tuple(words, words, words), { minLength: 1, maxLength: 3 }),
    ),
    { nil: undefined },
  ),
  notes: fc.array(words, { maxLength: 2 }),
  other: fc.option(fc.array(words, { minLength: 1, maxLength: 3 }), { nil: undefined }),
});
type Wild = typeof wild extends fc.Arbitrary<infer T> ? T : never;

function workbookOf(parts: Wild): Workbook {
  const rows: Row[] = [];
  const merges: Merge[] = [];
  let number = 0;
  const put = (cells: readonly (Cell | undefined)[], hidden = false): void => {
    number += 1;
    const filled = new Map(
      cells.flatMap((one, index) =>
        one === undefined || one.text === '' ? [] : [[index + 1, one] as const],
      ),
    );
    if (filled.size > 0) rows.push({ number, cells: filled, ...(hidden ? { hidden: true as const } : {}) });
  };
  for (const text of parts.above) put([{ text }]);
  put(parts.headings.map((text) => ({ text })));
  const title = parts.headings.findIndex((one) => /^(?:Titre|Title|Veranstaltung|Название|Show)$/.test(one));
  const first = number + 1;
  for (const { cells, title: name, hidden, kind } of parts.rows) {
    if (kind === 'blank') put([]);
    else if (kind === 'total') put([{ text: `Total: ${name}` }]);
    else if (kind === 'group') {
      put([{ text: name }]);
      merges.push({ top: number, bottom: number, left: 1, right: 4 });
    } else
      put(
        cells.map((one, index) =>
          index === title ? { text: name } : index === cells.length - 1 ? (one ?? { text: '31000' }) : one,
        ),
        hidden && cells.length > 6,
      );
  }
  const last = number;
  for (const [row, column, height] of parts.merged) {
    const top = first + row;
    const bottom = top + height;
    if (
      bottom > last ||
      rows.some(({ number: at, cells }) => at > top && at <= bottom && cells.has(column + 1))
    )
      continue;
    if (merges.some((one) => one.top <= bottom && one.bottom >= top)) continue;
    merges.push({ top, bottom, left: column + 1, right: column + 1 });
  }
  if (parts.below !== undefined) {
    const [heads, lines] = parts.below;
    put([]);
    put(heads.map((text) => ({ text })));
    for (const line of lines) put(line.map((text) => ({ text })));
  }
  if (parts.notes.length > 0) put([]);
  for (const text of parts.notes) put([{ text }]);
  const comments = parts.comments.map(
    ([row, column, text]): CellComment => ({ row: row + 1, column: column + 1, text }),
  );
  const sheet: Sheet = {
    name: 'Plan',
    rows,
    merges,
    comments,
    hiddenColumns: new Set(parts.hiddenColumns.filter((column) => column !== title + 1)),
  };
  const other = parts.other?.map(
    (text, index): Row => ({ number: index + 1, cells: new Map([[1, { text }]]) }),
  );
  return {
    sheets: other === undefined ? [sheet] : [sheet, { name: 'Other', rows: other, merges: [] }],
    notes: [],
  };
}

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : [];
}

const planOf = (workbook: Workbook): InitPlan => planInit(workbook, 'events-2030.xlsx', { year: 2030 });

describe('Random workbook with merged, hidden, struck-out and commented cells, and with other tables', () => {
  const hasEvent = ({ rows }: Wild): boolean =>
    rows.some(({ kind, cells }) => kind === 'event' && cells.length === 6);

  it('The text of every cell and every comment is either in the dataset or in the report', () => {
    fc.assert(
      fc.property(wild, (parts) => {
        fc.pre(hasEvent(parts));
        const workbook = workbookOf(parts);
        const { programme, remarks, preview } = planOf(workbook);
        const said = [
          ...wordsIn(programme),
          ...wordsIn(remarks),
          ...preview.columns.map(({ heading }) => heading),
        ]
          .map(foldName)
          .join('\n');
        const lang = programme.config.language;
        const isSaid = (one: string): boolean => said.includes(foldName(one)) || said.includes(one);
        for (const { name, rows, comments = [] } of workbook.sheets) {
          for (const { number, cells } of rows)
            for (const [column, { text, date, time = '', struckWords = '' }] of cells) {
              const at = `${name}!${number}:${column} "${text}"`;
              const plain = text === '–' ? '' : text.replace(/<\/?p>/g, '');
              // The date of a cell that is not read is reported in machine-readable form.
              expect(isSaid(plain) || (date !== undefined && isSaid(dateWords(date, lang))), at).toBe(true);
              expect([isSaid(time), isSaid(struckWords)], at).toEqual([true, true]);
            }
          for (const { text } of comments) expect(isSaid(text), text).toBe(true);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('Importing a workbook into the dataset that was created from it changes nothing', () => {
    fc.assert(
      fc.property(wild, (parts) => {
        fc.pre(hasEvent(parts));
        const workbook = workbookOf(parts);
        const { programme, mapping } = planOf(workbook);
        const { fields } = programme.config;
        const options = {
          file: 'events-2030.xlsx',
          fields,
          isTheme: () => false,
          isRegion: () => false,
        };
        const signed = tablesWithMarkup(listsOf(workbook, mapping), fields);
        const { rows } = eventRows(signed, options);
        const again = planImport(programme, rows, { mapping, removeMissing: false });
        expect(again.problems).toEqual([]);
        expect(again.programme.themes).toEqual(programme.themes);
      }),
      { numRuns: runs(40) },
    );
  });
});
