import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readSheets } from '../../../src/read/sheet/read.ts';
import { bookParts, inline, type Part, zipOf } from '../../support/sheet-packages.ts';

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await readSheets(bytes, 'list.xlsx');
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n')[0] ?? '';
    throw error;
  }
  throw new Error('the file was accepted');
}

const ROW = `<row r="1">${inline('A1', 'x')}</row>`;
const GOOD: readonly Part[] = bookParts({ sheets: { Events: `<sheetData>${ROW}</sheetData>` } });
const withSheet = (xml: string): Uint8Array => zipOf(bookParts({ sheets: { Events: xml } }));
const replaced = (name: string, change: (part: Part) => Part): Uint8Array =>
  zipOf(GOOD.map((part) => (part.name === name ? change(part) : part)));

describe('Malicious and damaged spreadsheet files', () => {
  it('The spreadsheet from which the damaged test files are derived is accepted', async () => {
    const { sheets, notes } = await readSheets(zipOf(GOOD), 'list.xlsx');
    expect(notes.map(({ message }) => message)).toEqual([]);
    expect(sheets).toEqual([
      { name: 'Events', rows: [{ number: 1, cells: new Map([[1, { text: 'x' }]]) }], merges: [] },
    ]);
  });

  it('A zip bomb that states its true size is rejected', async () => {
    const bomb = { content: new Uint8Array(1024), claimed: 140 * 1024 * 1024 };
    const bytes = zipOf([...GOOD, { name: 'xl/media/image1.png', ...bomb }]);
    expect(await refusal(bytes)).toBe('list.xlsx: the file is a zip bomb: it unpacks to more than 128 MB');
  });

  it('A zip bomb that states a wrong size is rejected', async () => {
    const bytes = replaced('xl/worksheets/sheet1.xml', (part) => ({
      ...part,
      content: `<worksheet>${' '.repeat(5_000_000)}</worksheet>`,
      claimed: 1000,
    }));
    expect(await refusal(bytes)).toBe(
      'list.xlsx: the file is damaged or a zip bomb: when unpacked, its part xl/worksheets/sheet1.xml is larger than declared',
    );
  });

  it('A zip bomb whose parts overlap is rejected', async () => {
    const bytes = zipOf([...GOOD, { name: 'xl/copy.xml', content: GOOD[1]?.content ?? '', shares: 1 }]);
    expect(await refusal(bytes)).toBe(
      'list.xlsx: the file is damaged or malicious: its part "_rels/.rels" overlaps another part',
    );
  });

  it.each([
    ['workbook', 'xl/workbook.xml'],
    ['sheet', 'xl/worksheets/sheet1.xml'],
    ['texts', 'xl/sharedStrings.xml'],
  ])('An entity bomb in the %s is rejected', async (_, name) => {
    const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'abcdefghij'[i + 1]} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]>`;
    const bytes = replaced(name, (part) => ({
      ...part,
      content: `<?xml version="1.0"?>${entities}${part.content}`,
    }));
    expect(await refusal(bytes)).toBe(
      `list.xlsx: the part ${name} has a document type definition (DOCTYPE), which is not allowed because it can contain entity bombs`,
    );
  });

  it('A spreadsheet that uses an undefined entity is rejected', async () => {
    expect(
      await refusal(withSheet(`<sheetData><row r="1">${inline('A1', '&a;')}</row></sheetData>`)),
    ).toMatch(/^list\.xlsx: the part xl\/worksheets\/sheet1\.xml cannot be read: .*undefined entity/);
  });

  it('Encrypted workbooks, .xls workbooks and workbooks with an encrypted part are rejected', async () => {
    const ole = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
    ]);
    expect(await refusal(new Uint8Array(ole))).toBe('list.xlsx: the file is an old Excel workbook (.xls)');
    ole.write('EncryptedPackage', 520, 'utf16le');
    expect(await refusal(new Uint8Array(ole))).toBe('list.xlsx: the workbook is encrypted');
    const bytes = replaced('xl/workbook.xml', (part) => ({ ...part, encrypted: true }));
    expect(await refusal(bytes)).toBe('list.xlsx: the file is password-protected');
  });

  it('A spreadsheet with 50,000 merged ranges is rejected', async () => {
    const rows = Array.from(
      { length: 3 },
      (_, index) => `<row r="${index + 1}">${inline(`A${index + 1}`, 'x')}</row>`,
    );
    const merges = Array.from(
      { length: 50_000 },
      (_, index) => `<mergeCell ref="A${(index % 2) + 1}:B${(index % 2) + 2}"/>`,
    );
    const xml = `<sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`;
    expect(await refusal(withSheet(xml))).toBe(
      'list.xlsx · Events: the sheet has more than 10,000 merged ranges',
    );
  });

  it('A spreadsheet is rejected if its merged ranges cover too many cells, even if there are only a few ranges', async () => {
    const rows = Array.from(
      { length: 9000 },
      (_, index) => `<row r="${index + 1}">${inline(`A${index + 1}`, 'x')}</row>`,
    );
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(50);
    const xml = `<sheetData>${rows.join('')}</sheetData><mergeCells>${merges}</mergeCells>`;
    expect(await refusal(withSheet(xml))).toMatch(/merged ranges/);
  });

  it('A declared range of a million rows is rejected, and so is a cell in the last possible row', async () => {
    const claim = '<dimension ref="A1:XFD1048576"/><sheetData/>';
    expect(await refusal(withSheet(claim))).toBe(
      'list.xlsx · Events!A1:XFD1048576: the last row of the sheet is 1,048,576; the maximum is 100,000 rows',
    );
    const cell = `<sheetData><row r="1048576">${inline('A1048576', 'x')}</row></sheetData>`;
    expect(await refusal(withSheet(cell))).toBe(
      'list.xlsx · Events!A1048576: the last row of the sheet is 1,048,576; the maximum is 100,000 rows',
    );
  });

  it('Empty rows, down to the last possible one, are ignored', async () => {
    const { sheets } = await readSheets(
      withSheet(`<sheetData>${ROW}<row r="1048576"/></sheetData>`),
      'list.xlsx',
    );
    expect(sheets[0]?.rows).toHaveLength(1);
  });

  it('A spreadsheet file with two parts of the same name is rejected', async () => {
    const bytes = zipOf([...GOOD, { name: 'xl/Workbook.xml', content: '<workbook/>' }]);
    expect(await refusal(bytes)).toBe('list.xlsx: the file has two parts with the name "xl/Workbook.xml"');
  });

  it('A spreadsheet file that is truncated at any position is rejected and never read in part', async () => {
    const bytes = zipOf(GOOD);
    for (let length = 2; length < bytes.length; length += 7) {
      expect(await refusal(bytes.slice(0, length))).toMatch(/^list\.xlsx: the file is incomplete/);
    }
  });

  it('If any byte of a spreadsheet file is changed, the file is either read as a workbook or rejected', async () => {
    const bytes = zipOf(GOOD);
    for (let at = 2; at < bytes.length; at += 3) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const outcome = await readSheets(changed, 'list.xlsx').then(
        (book) => Array.isArray(book.sheets),
        (error: unknown) => error instanceof UserError,
      );
      expect(outcome).toBe(true);
    }
  });

  it('Deeply nested elements and too many attributes are rejected', async () => {
    expect(await refusal(withSheet(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`))).toMatch(
      /nested more than 64 levels deep/,
    );
    const attributes = Array.from({ length: 200 }, (_, index) => `a${index}="x"`).join(' ');
    expect(await refusal(withSheet(`<a ${attributes}/>`))).toMatch(/more than 100 attributes/);
  });

  it('A cell that is longer than any spreadsheet program allows is rejected', async () => {
    expect(
      await refusal(
        withSheet(`<sheetData><row r="1">${inline('A1', 'x'.repeat(1_100_000))}</row></sheetData>`),
      ),
    ).toBe('list.xlsx · Events!A1: the cell has 1,100,000 characters; the maximum is 1,048,576');
  });

  it('A number format that contains a hundred thousand brackets is not treated as a date format', async () => {
    for (const sign of ['[', '&quot;', '[h', '\\\\', '[d']) {
      const code = sign.repeat(100_000);
      const styles = `<numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`;
      const row = '<row r="1"><c r="A1" s="0"><v>47000</v></c></row>';
      const bytes = zipOf(bookParts({ sheets: { Events: `<sheetData>${row}</sheetData>` }, styles }));
      const { sheets } = await readSheets(bytes, 'list.xlsx');
      expect(sheets[0]?.rows[0]?.cells.get(1)).toEqual({ text: '47000' });
    }
  });

  it('Rows, cells and texts at impossible positions are rejected', async () => {
    expect(await refusal(withSheet('<sheetData><row r="2"/><row r="2"/></sheetData>'))).toBe(
      'list.xlsx · Events: the sheet is damaged: row 2 comes after row 2',
    );
    expect(await refusal(withSheet('<sheetData><row r="1"><c r="B7"/></row></sheetData>'))).toBe(
      'list.xlsx · Events: the sheet is damaged: row 1 contains a cell with the invalid reference B7',
    );
    expect(
      await refusal(withSheet('<sheetData><row r="1"><c r="A1" t="s"><v>5</v></c></row></sheetData>')),
    ).toBe('list.xlsx · Events!A1: the file is damaged: text number 5 is missing');
  });

  it('A file that is not a supported spreadsheet is rejected, and the error names its kind', async () => {
    const archive = (name: string): Uint8Array => zipOf([{ name, content: 'x' }]);
    expect(await refusal(archive('xl/workbook.bin'))).toMatch(/is a binary workbook \(\.xlsb\)/);
    expect(await refusal(archive('content.xml'))).toMatch(/is an OpenDocument file, but not a spreadsheet/);
    expect(await refusal(archive('word/document.xml'))).toMatch(/is a Word document \(\.docx\)/);
    expect(await refusal(archive('list.xlsx'))).toMatch(/is a zip archive, not an Excel workbook/);
    expect(await refusal(new TextEncoder().encode('%PDF-1.7 …'))).toMatch(/is neither a spreadsheet/);
    for (const start of ['%PDF-1.7\n%Ã¤Ã¼', '\xff\xd8\xff\xe0\x00\x10JFIF\x00', '\x89PNG\r\n\x1a\n\x00\x00'])
      expect(await refusal(Buffer.from(`${start}\x00\x81z\xe9x\xa1\x9fa`, 'latin1'))).toMatch(
        /is neither a spreadsheet/,
      );
    expect(await refusal(new Uint8Array([1, 0, 0, 0, 7, 0, 0, 3]))).toMatch(/is neither a spreadsheet/);
    expect(await refusal(new Uint8Array())).toBe('list.xlsx: the file is empty');
  });
});

describe('Content that cannot be imported', () => {
  it('Macros, external links, comments, hidden sheets and rows, errors, and formulas without a value are reported', async () => {
    const rows =
      `<row r="1" hidden="1">${inline('A1', 'x')}</row>` +
      '<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><f>[1]Other!A1</f></c><c r="C2" t="str"><f>A1</f><v>y</v></c></row>';
    const parts = bookParts({
      sheets: { Events: `<sheetData>${rows}</sheetData>`, Old: '<sheetData/>' },
      states: { Old: 'state="veryHidden"' },
    });
    const bytes = zipOf([
      ...parts,
      { name: 'xl/vbaProject.bin', content: 'x' },
      { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' },
      { name: 'xl/comments1.xml', content: '<comments/>' },
    ]);
    const { sheets, notes } = await readSheets(bytes, 'list.xlsm');
    expect(notes.map(({ message }) => message)).toEqual([
      'the workbook has macros, which are ignored',
      'the workbook has links to other files, which are not followed; the values stored in the workbook are used',
      'Events!A2 shows the error #REF!',
      'Events!B2 has a formula without a stored value',
      'the hidden sheet "Old" is not read',
    ]);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Events', undefined],
      ['Old', true],
    ]);
    expect(sheets[0]?.rows[1]?.cells).toEqual(new Map([[3, { text: 'y' }]]));
  });

  it('A cell whose formula has no stored value is empty, whatever its type, but a stored empty text is a value', async () => {
    const types = ['', 't="n"', 't="b"', 't="s"', 't="e"', 't="d"', 't="inlineStr"', 't="str"'];
    const cells = types.map(
      (type, index) => `<c r="${String.fromCharCode(65 + index)}1" ${type}><f>Z1</f></c>`,
    );
    const stored = `<c r="I1" t="str"><f>Z1</f><v></v></c><c r="J1"><f>Z1</f><v> </v></c>${inline('K1', 'x')}`;
    const sheet = `<sheetData><row r="1">${cells.join('')}${stored}</row></sheetData>`;
    const { sheets, notes } = await readSheets(zipOf(bookParts({ sheets: { A: sheet } })), 'list.xlsx');
    expect(sheets[0]?.rows[0]?.cells).toEqual(new Map([[11, { text: 'x' }]]));
    expect(notes.map(({ message }) => message)).toEqual([
      ...['A', 'B', 'C', 'D'].map((column) => `A!${column}1 has a formula without a stored value`),
      'A!E1 shows the error ',
      ...['F', 'G', 'H', 'J'].map((column) => `A!${column}1 has a formula without a stored value`),
    ]);
  });
});
