import { describe, expect, it } from 'vitest';
import { cellName, columnLetters, columnNumber } from '../../../src/model/cell-name.ts';
import { carriedDown } from '../../../src/read/sheet/cells.ts';
import { datePrecision, formatCode, serialDate } from '../../../src/read/sheet/number-format.ts';
import { readSheets } from '../../../src/read/sheet/read.ts';
import { type BookParts, bookParts, inline, zipOf } from '../../support/sheet-packages.ts';

async function cellsOf(parts: BookParts): Promise<Record<string, string>> {
  const { sheets } = await readSheets(zipOf(bookParts(parts)), 'list.xlsx');
  const cells: Record<string, string> = {};
  for (const { name, rows } of sheets)
    for (const row of rows)
      for (const [column, cell] of row.cells)
        cells[cellName(name, row.number, column)] = cell.date === undefined ? cell.text : `date ${cell.date}`;
  return cells;
}

describe('Cells in a workbook', () => {
  it('Shared, rich, phonetic, escaped, inline and computed texts are read', async () => {
    const strings =
      '<si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D__x000A_b_x005F_x0041_</t></si>' +
      '<si><t>&lt;&amp;&#x41;<![CDATA[<b>]]></t></si>';
    const row = ['A', 'B', 'C', 'D', 'E']
      .map((letter, index) => `<c r="${letter}1" t="s"><v>${index}</v></c>`)
      .join('');
    const more =
      `<row>${inline('A2', ' a\nb ')}<c><is><t>not inline</t></is></c><c t="b"><v>1</v></c>` +
      '<c t="str"><f>A1</f><v>computed</v></c><c><v>1.10</v></c><c t="inlineStr"><is><t></t></is></c></row>';
    expect(
      await cellsOf({ sheets: { S: `<sheetData><row r="1">${row}</row>${more}</sheetData>` }, strings }),
    ).toEqual({
      'S!A1': 'plain',
      'S!B1': 'rich text',
      'S!C1': '東京',
      'S!D1': 'a\nb_x0041_',
      'S!E1': '<&A<b>',
      'S!A2': ' a\nb ',
      'S!C2': 'TRUE',
      'S!D2': 'computed',
      'S!E2': '1.1',
    });
  });

  it('Words with different formatting become formatted runs; formatting shared by all words becomes the formatting of the cell', async () => {
    const strings =
      '<si><r><t>with </t></r><r><rPr><b/></rPr><t>Anna </t></r><r><rPr><b val="0"/><i/></rPr><t>at the piano</t></r></si>' +
      '<si><r><rPr><b/></rPr><t>all </t></r><r><rPr><b/></rPr><t>bold</t></r></si>' +
      '<si><r><t>Free</t></r><r><rPr/><t> entry</t></r></si>';
    const styles =
      '<fonts><font/><font><b/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs>';
    const cells = [
      '<c r="A1" t="s"><v>0</v></c>',
      '<c r="B1" t="s"><v>1</v></c>',
      '<c r="C1" t="s"><v>2</v></c>',
      '<c r="D1" s="1" t="s"><v>2</v></c>',
      '<c r="E1" s="1" t="inlineStr"><is><t>bold</t></is></c>',
    ];
    const row = `<row r="1">${cells.join('')}</row>`;
    const book = zipOf(bookParts({ sheets: { S: `<sheetData>${row}</sheetData>` }, strings, styles }));
    const { sheets } = await readSheets(book, 'list.xlsx');
    expect([...(sheets[0]?.rows[0]?.cells.values() ?? [])]).toEqual([
      {
        text: 'with Anna at the piano',
        runs: [{ text: 'with ' }, { text: 'Anna ', strong: true }, { text: 'at the piano', emphasis: true }],
      },
      { text: 'all bold' },
      { text: 'Free entry' },
      { text: 'Free entry', runs: [{ text: 'Free', strong: true }, { text: ' entry' }] },
      { text: 'bold' },
    ]);
  });

  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="[$-419]mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="&quot;jour&quot; 0"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
  const dated = (serial: number): string =>
    `<sheetData><row r="1">${['A', 'B', 'C', 'D'].map((letter, style) => `<c r="${letter}1" s="${style}"><v>${serial}</v></c>`).join('')}</row></sheetData>`;

  it('Dates are read in the 1900 or 1904 system of the workbook, and are as precise as their formats', async () => {
    expect(await cellsOf({ sheets: { S: dated(44_281) }, styles })).toEqual({
      'S!A1': '44281',
      'S!B1': 'date 2021-03-26',
      'S!C1': 'date 2021-03',
      'S!D1': 'jour 44281',
    });
    expect(await cellsOf({ sheets: { S: dated(42_819) }, styles, properties: 'date1904="1"' })).toMatchObject(
      {
        'S!B1': 'date 2021-03-26',
        'S!C1': 'date 2021-03',
      },
    );
  });

  it('A date is read from a workbook in the strict format', async () => {
    const cell = '<sheetData><row r="1"><c r="A1" t="d"><v>2021-12-09T00:00:00</v></c></row></sheetData>';
    expect(await cellsOf({ sheets: { S: cell } })).toEqual({ 'S!A1': 'date 2021-12-09' });
  });

  it('A package with 64-bit sizes, as written by programs that stream it, is read', async () => {
    const parts = bookParts({
      sheets: { S: `<sheetData><row r="1">${inline('A1', 'x')}</row></sheetData>` },
    });
    const { sheets } = await readSheets(zipOf(parts.map((part) => ({ ...part, zip64: true }))), 'list.xlsx');
    expect(sheets[0]?.rows).toHaveLength(1);
  });

  it('A vertically merged cell is repeated in each of its rows, in its first column', async () => {
    const rows = `<row r="1">${inline('A1', 'Brittany')}${inline('C1', 'one')}</row><row r="2">${inline('C2', 'two')}</row><row r="4">${inline('C4', 'four')}</row>`;
    const xml = `<sheetData>${rows}</sheetData><mergeCells><mergeCell ref="A1:B3"/></mergeCells>`;
    const { sheets } = await readSheets(zipOf(bookParts({ sheets: { S: xml } })), 'list.xlsx');
    const down = sheets.flatMap((sheet) => carriedDown(sheet));
    expect(
      down.map(({ number, cells }) => [
        number,
        ...[...cells].map(([column, { text }]) => `${column} ${text}`),
      ]),
    ).toEqual([
      [1, '1 Brittany', '3 one'],
      [2, '1 Brittany', '3 two'],
      [4, '3 four'],
    ]);
  });
});

describe('Number formats', () => {
  it.each([
    [14, undefined, 'day'],
    [17, undefined, 'month'],
    [20, undefined, undefined],
    [164, 'dd/mm/yyyy', 'day'],
    [164, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'day'],
    [164, 'd mmm', 'day'],
    [164, 'mmmm yyyy', 'month'],
    [164, 'yyyy', 'year'],
    [164, 'yyyy-mm-dd hh:mm', 'day'],
    [164, 'hh:mm:ss', undefined],
    [164, '[h]:mm', undefined],
    [164, 'General', undefined],
    [164, '0.00', undefined],
    [164, '#,##0 "days"', undefined],
    [164, '0;[Red]-0;"d"', undefined],
  ] as const)('The number format %s, with the code %s, has the date precision %s', (id, code, precision) => {
    expect(datePrecision(formatCode(id, code) ?? 'General')).toBe(precision);
  });

  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, undefined],
    [61, false, '1900-03-01'],
    [44_197.75, false, '2021-01-01'],
    [2_958_465, false, '9999-12-31'],
    [2_958_466, false, undefined],
    [0, false, undefined],
    [0, true, '1904-01-01'],
    [-1, true, undefined],
  ] as const)('The serial number %s (1904 date system: %s) is read as %s', (serial, date1904, date) => {
    expect(serialDate(serial, 'day', date1904)).toBe(date);
  });
});

describe('Cell names', () => {
  it('Column numbers are converted to letters and back', () => {
    expect([1, 26, 27, 52, 702, 703, 16_384].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'ZZ',
      'AAA',
      'XFD',
    ]);
    for (let column = 1; column <= 16_384; column++) expect(columnNumber(columnLetters(column))).toBe(column);
    expect(columnNumber('XFE')).toBeUndefined();
    expect(columnNumber('a')).toBeUndefined();
  });
});
