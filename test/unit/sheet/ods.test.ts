import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readSheets } from '../../../src/read/sheet/read.ts';
import { zipOf } from '../../support/sheet-packages.ts';

const MIMETYPE = {
  name: 'mimetype',
  content: 'application/vnd.oasis.opendocument.spreadsheet',
  stored: true,
};
const SPACES = ['office', 'table', 'text', 'style', 'number', 'draw', 'dc', 'fo']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');

/** A spreadsheet of one sheet, with styles before it. */
const withRows = (rows: string, styles = '', more: Parameters<typeof zipOf>[0] = []): Uint8Array =>
  zipOf([
    MIMETYPE,
    {
      name: 'content.xml',
      content: `<office:document-content ${SPACES}>${styles}<office:body><table:table table:name="Plan">${rows}</table:table></office:body></office:document-content>`,
    },
    ...more,
  ]);
const cell = (words: string, attributes = ''): string =>
  `<table:table-cell ${attributes}><text:p>${words}</text:p></table:table-cell>`;
const row = (cells: string, attributes = ''): string =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;

const refusal = async (bytes: Uint8Array): Promise<string> => {
  const error: unknown = await readSheets(bytes, 'list.ods').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  return error instanceof UserError ? (error.message.split('\n')[0] ?? '') : '';
};

/** The file was made with openpyxl and saved again by LibreOffice 7.4. */
describe('Spreadsheet saved by LibreOffice', () => {
  it('Cells are read as they are displayed: dates, times, currencies, percentages, formatting, comments, hidden and merged cells', async () => {
    const file = new URL('../../fixtures/sheets/de-libreoffice.ods', import.meta.url);
    const { sheets, notes } = await readSheets(await readFile(file), 'de-libreoffice.ods');
    expect(notes.map(({ message }) => message)).toEqual(['the hidden sheet "Alt" is not read']);
    expect(sheets.map(({ name, hidden }) => `${name} ${hidden ?? ''}`.trim())).toEqual([
      'Programm',
      'Alt true',
      'Leer',
    ]);
    const [sheet] = sheets;
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([9]);
    expect(sheet?.comments).toEqual([{ row: 6, column: 4, text: 'Schlüssel bei Otto' }]);
    expect(sheet?.merges).toEqual([
      { top: 1, left: 1, bottom: 1, right: 8 },
      { top: 7, left: 4, bottom: 8, right: 4 },
    ]);
    const rows = new Map(
      sheet?.rows.map(({ number, cells, hidden }) => [number, { cells: [...cells], hidden }]),
    );
    expect(rows.get(4)?.cells).toEqual([
      [1, { text: '2030-05-04', date: '2030-05-04' }],
      [2, { text: '19:30' }],
      [
        3,
        {
          text: 'Chor der Stadt und  Gäste',
          runs: [{ text: 'Chor der ' }, { text: 'Stadt', strong: true }, { text: ' und  Gäste' }],
          struckWords: 'Orgel',
        },
      ],
      [4, { text: 'Dom' }],
      [5, { text: '12.50 €' }],
      [6, { text: '85%' }],
      [7, { text: '2030-05', date: '2030-05' }],
      [8, { text: 'Anna Muster, 0123 456789' }],
      [9, { text: 'x' }],
    ]);
    expect(rows.get(5)?.cells[2]?.[1].text).toBe('Orgel\nmit Führung');
    expect(rows.get(6)?.hidden).toBe(true);
    expect(rows.get(8)?.cells[1]).toEqual([3, { text: 'Abgesagt: Tanz', struck: true }]);
    // One cell that is repeated.
    expect(
      rows
        .get(9)
        ?.cells.slice(2)
        .map(([column, { text }]) => `${column} ${text}`),
    ).toEqual([4, 5, 6, 7, 8].map((column) => `${column} gleich`));
  });
});

describe('OpenDocument spreadsheet', () => {
  it('Repeated cells and rows are expanded, and dates are as precise as their formats, including formats set for columns', async () => {
    const styles =
      '<number:date-style style:name="D"><number:day/><number:month/><number:year/><number:hours/></number:date-style>' +
      '<number:date-style style:name="M"><number:month/><number:year/></number:date-style>' +
      '<style:style style:name="d" style:family="table-cell" style:data-style-name="D"/>' +
      '<style:style style:name="m" style:family="table-cell" style:data-style-name="M"/>' +
      '<style:style style:name="m" style:family="text"/>';
    const date = 'office:value-type="date" office:date-value="2030-05-04T19:30:00"';
    const { sheets } = await readSheets(
      withRows(
        '<table:table-column table:default-cell-style-name="m"/><table:table-column table:number-columns-repeated="16383"/>' +
          row(
            cell('Mai 30', date) +
              cell('4.5.', `${date} table:style-name="d"`) +
              cell('a', 'table:number-columns-repeated="2"'),
          ) +
          row(cell('b'), 'table:number-rows-repeated="2"') +
          row('<table:table-cell/>', 'table:number-rows-repeated="1048572"'),
        styles,
      ),
      'list.ods',
    );
    expect(sheets[0]?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [
        1,
        [1, { text: '2030-05', date: '2030-05' }],
        [2, { text: '2030-05-04', date: '2030-05-04', time: '19:30' }],
        [3, { text: 'a' }],
        [4, { text: 'a' }],
      ],
      [2, [1, { text: 'b' }]],
      [3, [1, { text: 'b' }]],
    ]);
  });

  it('Unsupported content is reported: errors, drawings over cells, macros, charts, and links to sheets in other files', async () => {
    const drawing = '<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>';
    const { sheets, notes } = await readSheets(
      withRows(
        row(
          `<table:table-cell>${drawing}<text:p>a<text:s text:c="2"/>b</text:p><text:p>c<text:tab/>d</text:p></table:table-cell>` +
            cell('#REF!', 'table:formula="of:=[.A9]"'),
        ),
        '',
        [
          { name: 'Basic/script-lb.xml', content: '<x/>' },
          { name: 'Object 1/content.xml', content: '<x/>' },
        ],
      ),
      'list.ods',
    );
    expect([...(sheets[0]?.rows[0]?.cells.values() ?? [])].map(({ text }) => text)).toEqual(['a  b\nc d']);
    expect(notes.map(({ message }) => message)).toEqual([
      'Plan!B1 shows the error #REF!',
      'the workbook has macros, which are ignored',
      'the workbook has charts or pictures, which are not read',
    ]);
  });

  it('An OpenDocument spreadsheet is recognised even if its type is compressed, comes last or is stated only in the manifest', async () => {
    const content = {
      name: 'content.xml',
      content: `<d ${SPACES}><table:table table:name="Plan">${row(cell('x'))}</table:table></d>`,
    };
    const manifest = {
      name: 'META-INF/manifest.xml',
      content: `<m><e media-type="${MIMETYPE.content}"/></m>`,
    };
    const packed = { ...MIMETYPE, stored: false };
    for (const parts of [
      [packed, content],
      [content, MIMETYPE],
      [content, packed],
      [manifest, content],
    ]) {
      const { sheets } = await readSheets(zipOf(parts), 'list.ods');
      expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['Plan', 1]]);
    }
    const text = { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' };
    expect(await refusal(zipOf([text, content]))).toMatch(/an OpenDocument file, but not a spreadsheet/);
  });

  it('Formulas without a value are reported, but an empty text counts as a value', async () => {
    const formula = (attributes: string): string =>
      `<table:table-cell table:formula="of:=[.A1]" ${attributes}/>`;
    const cells = ['office:value-type="date"', '', 'office:value-type="string"'].map(formula).join('');
    const { sheets, notes } = await readSheets(withRows(row(cell('x') + cells)), 'list.ods');
    expect(notes.map(({ message }) => message)).toEqual([
      'Plan!B1 has a formula without a stored value',
      'Plan!C1 has a formula without a stored value',
    ]);
    expect(sheets[0]?.unknown).toEqual([
      { row: 1, column: 2 },
      { row: 1, column: 3 },
    ]);
  });

  it('Malicious files are rejected: repeats, entities, encryption, too many merged cells, nested tables', async () => {
    expect(await refusal(withRows(row(cell('x'), 'table:number-rows-repeated="1048576"')))).toBe(
      'list.ods · Plan: the last row of the sheet is 1,048,576; the maximum is 100,000 rows',
    );
    expect(await refusal(withRows(row(cell('x', 'table:number-columns-repeated="1e999"'))))).toMatch(
      /the sheet is damaged/,
    );
    const many = row(
      cell('x', 'table:number-columns-repeated="16384"'),
      'table:number-rows-repeated="99999"',
    );
    expect(await refusal(withRows(many))).toMatch(/too large; the maximum is 2,000,000 cells/);
    expect(
      await refusal(
        zipOf([MIMETYPE, { name: 'content.xml', content: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }]),
      ),
    ).toMatch(/has a document type definition/);
    const manifest = { name: 'META-INF/manifest.xml', content: '<m><encryption-data/></m>' };
    expect(await refusal(withRows(row(cell('x')), '', [manifest]))).toBe(
      'list.ods: the spreadsheet is encrypted',
    );
    const merged = row(cell('x', 'table:number-columns-spanned="2"').repeat(10_001));
    expect(await refusal(withRows(merged))).toMatch(/merged ranges/);
    const inner = '<table:table-cell><table:table table:name="Inner"/></table:table-cell>';
    expect(await refusal(withRows(row(inner)))).toBe('list.ods · Plan: a cell contains another table');
  });

  it('XML elements that are named like JavaScript object properties are skipped', async () => {
    const others = '<table:__proto__ a="1"/><table:constructor/><table:toString>x</table:toString>';
    const { sheets } = await readSheets(withRows(others + row(cell('A'))), 'list.ods');
    expect(sheets.map(({ rows }) => rows.map(({ cells }) => [...cells]))).toEqual([[[[1, { text: 'A' }]]]]);
  });
});
