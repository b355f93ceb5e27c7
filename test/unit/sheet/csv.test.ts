import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readCsv, records } from '../../../src/read/sheet/csv.ts';
import { readSheets } from '../../../src/read/sheet/read.ts';

const all = (text: string, separator: string): string[][] => [...records(text, separator, 'list.csv')];

describe('CSV text', () => {
  it('Quoted fields, doubled quotation marks, line breaks inside quotation marks and all kinds of line endings are read', () => {
    expect(all('a;"b;""c"""\r\n"x\r\ny";z\nlast', ';')).toEqual([['a', 'b;"c"'], ['x\ny', 'z'], ['last']]);
    expect(all('a,\n,b\r\r', ',')).toEqual([['a', ''], ['', 'b'], ['']]);
    expect(all('', ',')).toEqual([]);
    expect(all('5" disk,"x"y', ',')).toEqual([['5" disk', 'xy']]);
  });

  it('CSV text in which all cells are quoted is read back as it was written', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ';', ',', '\n', ' ', 'é', '\t') });
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1 }), { minLength: 1 }),
        fc.constantFrom(';', ',', '\t'),
        (rows, separator) => {
          const text = rows
            .map((row) => row.map((words) => `"${words.replaceAll('"', '""')}"`).join(separator))
            .join('\r\n');
          expect(all(text, separator)).toEqual(rows);
        },
      ),
    );
  });

  it('An unclosed quotation mark is reported with its position', () => {
    const read = (): unknown => readCsv('title,date\nA,"2021\nB,2022\n', 'list.csv');
    expect(read).toThrow(UserError);
    expect(read).toThrow('list.csv:2: this quotation mark is never closed');
  });

  it.each([
    ['title;date\nA, B and C;2021\nD, E;2022', ';'],
    ['title,date\n"A; B",2021\nC;D,2022', ','],
    ['title\tdate\nA, B\t2021', '\t'],
    ['title|date\nA|2021', '|'],
    ['sep=,\ntitle,date', ','],
    ['title', ';'],
  ])('The delimiter of %j is recognised as %j', (text, separator) => {
    expect(readCsv(text, 'list.csv').separator).toBe(separator);
  });

  it('A record is one row, however many lines it has', () => {
    const { sheet } = readCsv('a;"b\nc"\n\nd;e', 'list.csv');
    expect(sheet.rows.map(({ number, cells }) => [number, [...cells]])).toEqual([
      [
        1,
        [
          [1, { text: 'a' }],
          [2, { text: 'b\nc' }],
        ],
      ],
      [
        3,
        [
          [1, { text: 'd' }],
          [2, { text: 'e' }],
        ],
      ],
    ]);
  });
});

/** The bytes of a text in a single-byte encoding, found by decoding each byte. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number>();
  const decoder = new TextDecoder(encoding);
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  // Node 20 decodes windows-1252 as ISO 8859-1, which lacks the French apostrophe.
  if (encoding === 'windows-1252') table.set('’', 0x92);
  return Uint8Array.from(text, (letter) => {
    const byte = table.get(letter);
    if (byte === undefined) throw new Error(`${letter} is not in ${encoding}`);
    return byte;
  });
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
}

const FRENCH = 'Région;Intitulé;Date\nÎle-de-France;Fête de l’été à Évry;du 9 au 19 décembre\n';
const RUSSIAN = 'Регион;Мероприятие;Дата\nЯрославская область;Дни культуры;II квартал 2021 г.\n';
const CAPITALS = 'РЕГИОН;МЕРОПРИЯТИЕ;ДАТА\nТВЕРЬ;ФЕСТИВАЛЬ КНИГИ;МАЙ\nПсков;Выставка;июнь\n';
const GERMAN = 'Gebiet;Titel\nThüringen;Städtetag für junge Bürger\nSüdtirol;Große Übung\n';

describe('Detection of the encoding', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(FRENCH), FRENCH, 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${RUSSIAN}`), RUSSIAN, 'utf-8'],
    ['UTF-16 little-endian', utf16(RUSSIAN, false, true), RUSSIAN, 'utf-16le'],
    ['UTF-16 big-endian', utf16(FRENCH, true, true), FRENCH, 'utf-16be'],
    ['UTF-16 without a mark', utf16(RUSSIAN, false, false), RUSSIAN, 'utf-16le'],
    ['windows-1252, French', encode(FRENCH, 'windows-1252'), FRENCH, 'windows-1252'],
    ['windows-1252, German', encode(GERMAN, 'windows-1252'), GERMAN, 'windows-1252'],
    ['windows-1251', encode(RUSSIAN, 'windows-1251'), RUSSIAN, 'windows-1251'],
    ['windows-1251, capitals', encode(CAPITALS, 'windows-1251'), CAPITALS, 'windows-1251'],
    ['KOI8-R', encode(RUSSIAN, 'koi8-r'), RUSSIAN, 'koi8-r'],
    ['KOI8-R, capitals', encode(CAPITALS, 'koi8-r'), CAPITALS, 'koi8-r'],
    ['Mac Roman, French', encode(FRENCH, 'macintosh'), FRENCH, 'macintosh'],
    ['Mac Roman, German', encode(GERMAN, 'macintosh'), GERMAN, 'macintosh'],
  ])('The encoding is recognised: %s', async (_, bytes, text, encoding) => {
    const { sheets, notes } = await readSheets(bytes, 'list.csv');
    expect(notes.map(({ message }) => message)).toEqual([`read as ${encoding}, separated by ";"`]);
    const words = sheets[0]?.rows.map(({ cells }) => [...cells.values()].map((cell) => cell.text).join(';'));
    expect(words?.join('\n')).toBe(text.trimEnd());
  });

  it.each([
    ['DOS, French', Buffer.from('Titre;Date\nTh\x82\x83tre \x85 l\x27\x82t\x82;4 mai 2031\n', 'latin1')],
    ['DOS, Spanish', Buffer.from('T\xa1tulo;Fecha\nM\xa3sica en el jard\xa1n;4 de mayo\n', 'latin1')],
    ['DOS, Russian', encode(RUSSIAN, 'ibm866')],
    ['Mac Cyrillic', encode(RUSSIAN, 'x-mac-cyrillic')],
  ])(
    'A text whose encoding is not recognised is rejected rather than read with wrong letters: %s',
    async (_, bytes) => {
      await expect(readSheets(bytes, 'list.csv')).rejects.toMatchObject({
        problems: [{ code: 'encoding-not-recognised', hint: expect.stringContaining('CSV UTF-8') }],
      });
    },
  );

  it('The user can specify the encoding and the delimiter', async () => {
    const bytes = encode('Région,Titre\nÉvry,Fête\n', 'iso-8859-15');
    const { notes } = await readSheets(bytes, 'list.csv', { encoding: 'latin-9', separator: ',' }).catch(
      (error) => ({ notes: [{ message: String(error) }] }),
    );
    expect(notes[0]?.message).toMatch(/unknown encoding "latin-9"/);
    const read = await readSheets(bytes, 'list.csv', { encoding: 'iso-8859-15', separator: ',' });
    expect(read.notes.map(({ message }) => message)).toEqual(['read as iso-8859-15, separated by ","']);
    await expect(readSheets(bytes, 'list.csv', { encoding: 'utf-8' })).rejects.toThrow(
      'list.csv: the file is not utf-8 text',
    );
    await expect(readSheets(bytes, 'list.csv', { separator: ';;' })).rejects.toThrow(
      '";;" is not a valid separator',
    );
  });
});
