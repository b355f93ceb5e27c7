import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportSheet } from '../../../src/commands/export.ts';
import { importSheet } from '../../../src/commands/import.ts';
import { init } from '../../../src/commands/init.ts';
import { propose } from '../../../src/commands/propose.ts';
import { pathOf, pathTables } from '../../../src/exchange/workbook/tables.ts';
import { columnLetters } from '../../../src/model/cell-name.ts';
import { readSheets } from '../../../src/read/sheet/read.ts';

/** The sheet of the events of an export. */
const SHEET = 'xl/worksheets/sheet2.xml';
let folder: string;
let data: string;
let sent: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'programme-test-'));
  const from = path.join(folder, 'start.csv');
  writeFileSync(
    from,
    'Title,Date,Place\nFair,"9 May 2030",Hall\nLecture,"2 May 2030",Old mill\nWalk,"3 May 2030",Harbour\nBall,"4 May 2030",Hall\n',
  );
  data = path.join(folder, 'data');
  await init({ dir: data, from });
  const file = path.join(folder, 'sent.xlsx');
  await exportSheet({ data, edition: 'draft', file });
  sent = new Uint8Array(readFileSync(file));
  const tables = pathTables(await readSheets(sent, file), file, () => new Map());
  const events = tables.find(({ headings }) => [...headings.values()].map(pathOf).includes('title'));
  columns = new Map(
    [...(events?.headings ?? [])].map(([column, words]) => [pathOf(words), columnLetters(column)]),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

type Edit = (xml: string) => string;

/** The result of importing the export with another events sheet and other parts, as a preview and as a proposal. */
async function back(edit: Edit, parts: Readonly<Record<string, Edit>> = {}) {
  const files = unzipSync(sent);
  for (const [name, change] of Object.entries({ ...parts, [SHEET]: edit }))
    files[name] = strToU8(change(strFromU8(files[name] ?? new Uint8Array())));
  const file = path.join(folder, 'back.xlsx');
  writeFileSync(file, zipSync(files, { level: 0 }));
  const { remarks, missing } = await importSheet({
    data,
    file,
    removeMissing: false,
    write: false,
    dryRun: true,
  });
  const { changes, notes, comments } = await propose({
    data,
    source: file,
    date: '2030-01-02',
    write: false,
  });
  return {
    remarks: remarks.map(({ message }) => message),
    missing,
    changes: changes.map(({ kind, of, field, theirs }) => [kind, of, field, theirs]),
    notes,
    comments,
  };
}

const rows = (xml: string): string[] => xml.match(/<row .*?<\/row>/gs) ?? [];
const rowWith = (xml: string, at: number): string => rows(xml)[at] ?? '';
/** The sheet without the cells of a column. */
const withoutColumn =
  (column: string): Edit =>
  (xml) =>
    xml.replace(new RegExp(`<c r="${column}\\d+"[^>]*?(?:/>|>.*?</c>)`, 'gs'), '');
let columns: ReadonlyMap<string, string>;
const columnOf = (field: string): string => columns.get(field) ?? '';

describe('Edited workbook that the program exported', () => {
  test('If the row of an event is missing, the event is reported, and a proposal contains its removal', async () => {
    const found = await back((xml) => xml.replace(rowWith(xml, 2), ''));
    expect(found.missing).toEqual(['lecture']);
    expect(found.changes).toEqual([['event-removed', 'lecture', undefined, undefined]]);
  });

  test('If most rows are missing, all missing events are reported, and no event is removed', async () => {
    const found = await back((xml) =>
      [1, 2, 3].reduce((text, at) => text.replace(rowWith(xml, at), ''), xml),
    );
    expect(found.changes).toEqual([]);
    expect(found.notes.map(({ message }) => message)).toEqual([
      'events not in the spreadsheet, which are not removed: Fair, Lecture, Walk',
    ]);
  });

  test('If a column is missing, it is reported, and its text in the draft is unchanged', async () => {
    const column = columnOf('place');
    const found = await back(withoutColumn(column));
    expect(found.changes).toEqual([]);
    expect(found.remarks).toEqual(['the sheet has no column place; its texts are not changed']);
  });

  test('All text of an added column is reported', async () => {
    const found = await back((xml) =>
      [rowWith(xml, 0), rowWith(xml, 1)].reduce(
        (text, row, at) =>
          text.replace(
            row,
            row.replace(
              '</row>',
              `<c r="Z${at + 1}" t="inlineStr"><is><t>${at === 0 ? 'Contact' : 'Ms Crane'}</t></is></c></row>`,
            ),
          ),
        xml,
      ),
    );
    expect(found.remarks).toEqual([
      'the column "Contact" is not a field of the programme and is not imported: "Ms Crane"',
    ]);
  });

  test('A hidden row is neither imported nor treated as missing, and any changes to its text are reported', async () => {
    const hide: Edit = (xml) => {
      const row = rowWith(xml, 3);
      return xml.replace(row, row.replace('<row ', '<row hidden="1" '));
    };
    const untouched = await back(hide);
    expect([untouched.changes, untouched.remarks, untouched.missing]).toEqual([[], [], []]);
    const column = columnOf('place');
    const changed = await back((xml) =>
      hide(xml).replace(
        new RegExp(`<c r="${column}4"[^>]*>.*?</c>`, 's'),
        `<c r="${column}4" t="inlineStr"><is><t>Pier</t></is></c>`,
      ),
    );
    expect([changed.changes, changed.remarks]).toEqual([[], ['hidden row, not imported: "Pier"']]);
  });

  test('Striking out a title cancels the event', async () => {
    const column = columnOf('title');
    const found = await back((xml) =>
      xml.replace(
        new RegExp(`<c r="${column}2"[^>]*>.*?</c>`, 's'),
        `<c r="${column}2" t="inlineStr"><is><r><rPr><strike/></rPr><t>Fair</t></r></is></c>`,
      ),
    );
    expect(found.changes).toEqual([['status-changed', 'fair', 'status', 'cancelled']]);
    expect(found.remarks).toEqual(['struck-out row, imported as cancelled']);
  });

  test('Struck-out words in cells other than titles are reported but not imported', async () => {
    const column = columnOf('place');
    const found = await back((xml) =>
      xml.replace(
        new RegExp(`<c r="${column}2"[^>]*>.*?</c>`, 's'),
        `<c r="${column}2" t="inlineStr"><is><r><rPr><strike/></rPr><t>Hall</t></r><r><t>Tent</t></r></is></c>`,
      ),
    );
    expect(found.changes).toEqual([['text-changed', 'fair', 'place', 'Tent']]);
    expect(found.remarks).toEqual(['struck-out text, not imported: "Hall"']);
  });

  test('A comment on a cell is reported and stored with the proposal', async () => {
    const rels = 'xl/worksheets/_rels/sheet2.xml.rels';
    const relation =
      '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/>';
    const found = await back((xml) => xml, {
      [rels]: (xml) =>
        xml === ''
          ? `<Relationships>${relation}</Relationships>`
          : xml.replace('</Relationships>', `${relation}</Relationships>`),
      'xl/comments1.xml': () =>
        `<comments><commentList><comment ref="${columnOf('place')}2"><text><t>Is that so?</t></text></comment></commentList></comments>`,
    });
    expect(found.remarks).toEqual(['comment, not imported: "Is that so?"']);
    expect(found.comments).toEqual([{ words: 'Is that so?', event: 'fair', field: 'place' }]);
  });
});
