/** Inputs that could take unlimited time or memory: short or long, deep, repeated, almost valid. */
import { lockText } from '../../src/edition/lock.ts';
import { bookParts, inline, zipOf } from './sheet-packages.ts';

const quoted = (text: string): string => JSON.stringify(text);
const times = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));
const words = (count: number, stem: string): string =>
  times(count, (index) => `${stem}${((index * 7919) % 100_003).toString(36)}`).join(' ');

/** An event with additional fields, given as lines. */
export const eventText = (id: string, title: string, more = ''): string =>
  `- id: ${id}\n  regions: {north: not-named, south: not-named}\n  title: ${title}\n${more}`;

/** YAML texts, for any file of a dataset. */
export const YAML: Readonly<Record<string, string>> = {
  'lists in lists in one line': '- '.repeat(450_000),
  'lists in lists in every line': '- - - -\n'.repeat(120_000),
  'flow lists of nothing': `[${'[],'.repeat(300_000)}]`,
  'flow lists that are open': '['.repeat(900_000),
  'flow groups that are open': '{a: '.repeat(200_000),
  'flow lists open, closed and open': '[[]'.repeat(300_000),
  'groups in groups': times(2_000, (index) => `${' '.repeat(index)}a:\n`).join(''),
  'question marks': '? '.repeat(400_000),
  colons: ': '.repeat(400_000),
  'a key of a megabyte': `${'k'.repeat(1_000_000)}: v\n`,
  'a hundred thousand keys': times(100_000, (index) => `k${index}: v\n`).join(''),
  'one key many times': 'a: b\n'.repeat(150_000),
  'quotation marks': '"'.repeat(900_000),
  'single quotation marks': "'".repeat(900_000),
  'an open quotation of many lines': `- "${'a\n'.repeat(300_000)}`,
  backslashes: `- "${'\\'.repeat(900_001)}"`,
  aliases: `- &a [x]\n${'- *a\n'.repeat(150_000)}`,
  'aliases of aliases': `- &a0 [x]\n${times(30, (index) => `- &a${index + 1} [*a${index}, *a${index}]\n`).join('')}`,
  tags: '- !t x\n'.repeat(120_000),
  documents: '---\n'.repeat(200_000),
  comments: '# a\n'.repeat(200_000),
  tabs: '\t'.repeat(900_000),
  'lines that begin with a tab': '\ta\n'.repeat(300_000),
  spaces: ' '.repeat(900_000),
  'empty lines': '\n'.repeat(900_000),
  'a block of one letter lines': `- |\n${'  a\n'.repeat(200_000)}`,
  'a folded block': `- >\n${'  a\n\n'.repeat(150_000)}`,
  'a plain text of many lines': `- a\n${'  a\n'.repeat(200_000)}`,
  numbers: '- 1\n'.repeat(200_000),
  'a number of a megabyte': `- ${'1'.repeat(900_000)}`,
  'merge keys': `- {${'<<: {a: b}, '.repeat(60_000)}}`,
  directives: '%YAML 1.2\n'.repeat(90_000),
  'brackets that do not match': '[}'.repeat(400_000),
  hyphens: '-'.repeat(900_000),
  bars: '- |\n'.repeat(200_000),
  'a long line of commas': `[${','.repeat(900_000)}]`,
  'empty groups': '- {}\n'.repeat(180_000),
};

/** Texts of events, for every processing step of a text. */
export const TEXTS: Readonly<Record<string, string>> = {
  'hyphens between figures': '1-'.repeat(50_000),
  'dots between figures': '1.'.repeat(50_000),
  'slashes between figures': '1/'.repeat(50_000),
  'a word of 100,000 letters': 'a'.repeat(100_000),
  'a Russian word of 100,000 letters': 'ж'.repeat(100_000),
  'a word of 100,000 capitals': 'W'.repeat(100_000),
  'a word of hyphens': 'a-'.repeat(50_000),
  'a word of apostrophes': 'l’'.repeat(50_000),
  'opening brackets': '('.repeat(100_000),
  'opening quotation marks': '«'.repeat(100_000),
  'straight quotation marks': '"'.repeat(100_000),
  'quotation marks around letters': '"a" '.repeat(25_000),
  spaces: `a${' '.repeat(99_998)}b`,
  'no-break spaces': `a${'\u00a0'.repeat(99_998)}b`,
  'spaces before a stop': `${'a '.repeat(10)}${' '.repeat(90_000)}.`,
  figures: '1'.repeat(100_000),
  'figures in groups': '123 '.repeat(25_000),
  commas: ','.repeat(100_000),
  'full stops': '.'.repeat(100_000),
  dashes: '–'.repeat(100_000),
  'dashes in spaces': ' – '.repeat(33_000),
  'combining accents': `e${'\u0301'.repeat(99_999)}`,
  'decomposed letters': 'e\u0301'.repeat(50_000),
  'soft hyphens': 'a\u00ad'.repeat(50_000),
  months: 'May '.repeat(25_000),
  'months with commas': 'May, '.repeat(20_000),
  'days of months': '1 May, '.repeat(14_000),
  'small words of dates': 'from the of in '.repeat(6_000),
  ordinals: '1st '.repeat(25_000),
  years: '2030 '.repeat(20_000),
  addresses: 'www.a.b/'.repeat(12_000),
  'mail addresses': 'a@b.'.repeat(25_000),
  'one word again and again': 'the '.repeat(25_000),
  'letters of two scripts': 'aж'.repeat(50_000),
  'capital letters and small ones': 'aA'.repeat(50_000),
  stars: '*'.repeat(100_000),
  'pairs of stars': '**a** '.repeat(16_000),
  'open stars': '**a '.repeat(25_000),
  lines: 'a\n'.repeat(50_000),
  '20,000 words': words(20_000, 'a'),
  '20,000 other words': words(20_000, 'b'),
  markup: '<w:t>&amp;'.repeat(10_000),
  'characters of XML': '&<>"'.repeat(25_000),
  formulas: '=A1+'.repeat(25_000),
  abbreviations: 'St. '.repeat(25_000),
  'Roman numerals': 'XIV '.repeat(25_000),
  'words of region names': 'Hill Region '.repeat(9_000),
  ligatures: 'ffi'.repeat(33_000),
  'quotations in quotations': `${'«'.repeat(50_000)}${'»'.repeat(50_000)}`,
  'low quotation marks': `${'„'.repeat(50_000)}${'“'.repeat(50_000)}`,
  'a word before an address': `${'a'.repeat(90_000)} a@b.c`,
  'signs of addresses': '@'.repeat(100_000),
  'spaces before a word and at the end': `${' '.repeat(50_000)}a${' '.repeat(49_000)}`,
  names: 'Anna Lee and '.repeat(7_000),
  'amounts of money': '12 € or '.repeat(12_000),
  hours: '3 pm, '.repeat(16_000),
  'abbreviations of two kinds': 'Dr. M. '.repeat(14_000),
  'words for an audience': 'for members, '.repeat(7_000),
  'a name without an end': `${'Aa’'.repeat(33_000)} Krai`,
};

/** Events that have each of these texts in a field. */
export const eventsWith = (field: string, texts: readonly string[]): string =>
  texts.map((text, index) => eventText(`hostile-${index}`, 'Fair', `  ${field}: ${quoted(text)}\n`)).join('');

const sheet = (
  rows: string,
  more: { strings?: string; styles?: string; after?: string; before?: string } = {},
): Uint8Array =>
  zipOf(
    bookParts({
      sheets: { Events: `${more.before ?? ''}<sheetData>${rows}</sheetData>${more.after ?? ''}` },
      ...(more.strings === undefined ? {} : { strings: more.strings }),
      ...(more.styles === undefined ? {} : { styles: more.styles }),
    }),
  );
const HEAD = `<row r="1">${inline('A1', 'Theme')}${inline('B1', 'Title')}${inline('C1', 'Description')}${inline('D1', 'Date')}</row>`;
const line = (index: number, title = 'Concert'): string =>
  `<row r="${index}">${inline(`A${index}`, 'music')}${inline(`B${index}`, title)}</row>`;
const styled = (code: string): string =>
  `<numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>`;
const dated = `${HEAD}<row r="2">${inline('A2', 'music')}${inline('B2', 'Concert')}<c r="D2" s="1"><v>47000</v></c></row>`;

export const BOOKS: Readonly<Record<string, () => Uint8Array>> = {
  'a number format of open brackets': () => sheet(dated, { styles: styled('['.repeat(100_000)) }),
  'a number format of open quotation marks': () => sheet(dated, { styles: styled('&quot;'.repeat(99_999)) }),
  'a number format of hours': () => sheet(dated, { styles: styled('[h'.repeat(50_000)) }),
  'many long number formats': () =>
    sheet(dated, {
      styles: `<numFmts>${times(2_000, (index) => `<numFmt numFmtId="${index + 200}" formatCode="${'[h'.repeat(2_000)}"/>`).join('')}</numFmts><cellXfs>${times(50_000, (index) => `<xf numFmtId="${(index % 2_000) + 200}"/>`).join('')}</cellXfs>`,
    }),
  'a sheet of empty cells': () =>
    sheet(
      HEAD +
        times(
          60_000,
          (index) => `<row r="${index + 2}"><c r="A${index + 2}"/><c r="B${index + 2}"/></row>`,
        ).join(''),
    ),
  'a million empty cells in few rows': () =>
    sheet(HEAD + times(60, (index) => `<row r="${index + 2}">${'<c/>'.repeat(16_000)}</row>`).join('')),
  'cells of empty texts': () =>
    sheet(
      HEAD +
        times(
          20_000,
          (index) => `<row r="${index + 2}"><c r="A${index + 2}" t="inlineStr"><is><t/></is></c></row>`,
        ).join(''),
    ),
  'cells of spaces': () =>
    sheet(
      HEAD +
        times(
          60_000,
          (index) =>
            `<row r="${index + 2}">${inline(`A${index + 2}`, ' ')}${inline(`B${index + 2}`, ' ')}</row>`,
        ).join(''),
    ),
  'formulas without values': () =>
    sheet(
      HEAD +
        times(60_000, (index) => `<row r="${index + 2}"><c r="A${index + 2}"><f>A1</f></c></row>`).join(''),
    ),
  'errors in cells': () =>
    sheet(
      HEAD +
        times(
          60_000,
          (index) => `<row r="${index + 2}"><c r="B${index + 2}" t="e"><v>#REF!</v></c></row>`,
        ).join(''),
    ),
  'one long text in every cell': () =>
    sheet(
      HEAD +
        times(5_000, (index) => `<row r="${index + 2}"><c r="B${index + 2}" t="s"><v>0</v></c></row>`).join(
          '',
        ),
      {
        strings: `<si><t>${'a '.repeat(16_000)}</t></si>`,
      },
    ),
  'a million shared texts': () => sheet(HEAD, { strings: '<si><t>a</t></si>'.repeat(1_000_000) }),
  'shared texts of many runs': () =>
    sheet(HEAD, { strings: `<si>${'<r><t>a</t></r>'.repeat(900_000)}</si>` }),
  'a shared text of 30 MB': () => sheet(HEAD, { strings: `<si><t>${'a'.repeat(30_000_000)}</t></si>` }),
  'a cell of a million characters': () => sheet(HEAD + line(2, 'a'.repeat(1_000_000))),
  'headings in every column': () =>
    sheet(
      `<row r="1">${times(16_384, () => '<c t="inlineStr"><is><t>Category</t></is></c>').join('')}</row>${times(2_000, (index) => line(index + 2)).join('')}`,
    ),
  'titles in every column': () =>
    sheet(
      `<row r="1">${times(16_384, (index) => `<c t="inlineStr"><is><t>${index === 0 ? 'Theme' : 'Title'}</t></is></c>`).join('')}</row>${times(2_000, (index) => line(index + 2)).join('')}`,
    ),
  'merged ranges and rows of one cell': () =>
    sheet(
      HEAD + times(60_000, (index) => `<row r="${index + 2}">${inline(`B${index + 2}`, 'x')}</row>`).join(''),
      {
        after: `<mergeCells>${times(10_000, (index) => `<mergeCell ref="E${index + 2}:F${index + 2}"/>`).join('')}</mergeCells>`,
      },
    ),
  'tall merged ranges': () =>
    sheet(HEAD + times(60_000, (index) => line(index + 2)).join(''), {
      after: `<mergeCells>${times(16, (index) => `<mergeCell ref="${'ABCDEFGHIJKLMNOP'[index]}2:${'ABCDEFGHIJKLMNOP'[index]}60001"/>`).join('')}</mergeCells>`,
    }),
  '100,000 equal rows': () => sheet(HEAD + times(99_999, (index) => line(index + 2)).join('')),
  '100,000 bad dates': () =>
    sheet(
      HEAD +
        times(
          99_999,
          (index) =>
            `<row r="${index + 2}">${inline(`A${index + 2}`, 'music')}${inline(`B${index + 2}`, `Concert ${index}`)}${inline(`D${index + 2}`, '32 May')}</row>`,
        ).join(''),
    ),
  '100,000 control characters': () =>
    sheet(
      HEAD +
        line(
          2,
          times(
            2_000,
            (index) =>
              `_x${(index % 32 === 9 || index % 32 === 10 || index % 32 === 13 ? 1 : index % 32).toString(16).padStart(4, '0')}_`,
          )
            .join('')
            .repeat(7),
        ),
    ),
  noncharacters: () => sheet(HEAD + line(2, `_xFDD0_${'_xFDD1__xFDEF_'.repeat(20_000)}`)),
  'two million cells': () =>
    sheet(
      HEAD + times(50_000, (index) => `<row r="${index + 2}">${'<c><v>1</v></c>'.repeat(40)}</row>`).join(''),
    ),
  'a long cell reference': () => sheet(`<row r="1"><c r="${'A'.repeat(1_000_000)}"/></row>`),
  'an attribute of 20 MB': () => sheet(`<row r="1" x="${'a'.repeat(20_000_000)}"/>`),
  'an element name of 20 MB': () => sheet(`<${'a'.repeat(20_000_000)}/>`),
  'a comment of 30 MB': () => sheet(`<!--${'- '.repeat(15_000_000)}-->`),
  'many comments': () => sheet('<!--a-->'.repeat(1_000_000)),
  'character references': () => sheet(HEAD + line(2, '&#65;'.repeat(200_000))),
  'an instruction of 20 MB': () => sheet(`<?a ${'?'.repeat(20_000_000)}?>`),
  'a section of data': () =>
    sheet(`<row r="1"><c t="inlineStr"><is><t><![CDATA[${']'.repeat(1_000_000)}]]></t></is></c></row>`),
};

export const csv = (row: string): string => `Theme,North,South,Title,Description,Date\n${row}`;
/** A list with columns that are not fields, one cell in each. */
function unknownColumns(rows: number, columns: number): string {
  const named = times(columns, (index) => `Column ${index}`).join(',');
  return `Theme,Title,Date,${named}\n${times(rows, (row) => `music,Fair ${row},June,${times(columns, (column) => `value ${row} ${column}`).join(',')}\n`).join('')}`;
}

export const CSVS: Readonly<Record<string, () => string | Uint8Array>> = {
  'quotation marks': () => '"'.repeat(5_000_001),
  'an open quotation': () => `a,"${'b,c\n'.repeat(1_000_000)}`,
  'quotations that are open in every line': () => csv('"a"b,"\n'.repeat(300_001)),
  commas: () => ','.repeat(5_000_000),
  'semicolons and commas': () => ';,|\t'.repeat(1_000_000),
  'line feeds': () => '\n'.repeat(5_000_000),
  'carriage returns': () => '\r'.repeat(5_000_000),
  letters: () => 'a'.repeat(5_000_000),
  zeros: () => new Uint8Array(5_000_000),
  'bytes that are no UTF-8': () => Buffer.alloc(5_000_000, 0xe9),
  'a quoted cell of quotation marks': () => csv(`music,Hillton,Portville,"${'""'.repeat(500_000)}",,`),
  'rows of commas': () => csv(`${','.repeat(16_000)}\n`.repeat(300)),
  'cells of one letter': () => csv(`${'a,'.repeat(1_000)}\n`.repeat(1_500)),
  'rows of three cells': () => csv('music,,,a,,\n'.repeat(99_000)),
  'columns that no programme has': () => unknownColumns(4_800, 100),
  'as many cells in unknown columns as are read': () => unknownColumns(1_990, 100),
  'a file of events that is longer than any': () =>
    csv(`music,,,Fair,"${'a '.repeat(95_000)}",\n`.repeat(60)),
};

/** Mapping files. */
export const MAPPINGS: Readonly<Record<string, string>> = {
  'columns without end': `language: en\nsheets:\n  - header: [1]\n    columns:\n${'      - { column: A, field: title }\n'.repeat(100_000)}`,
  'sheets without end': `language: en\nsheets:\n${'  - { header: [1], columns: [{ column: A, field: title }] }\n'.repeat(50_000)}`,
  'headers without end': `language: en\nsheets:\n  - header: [${'1,'.repeat(200_000)}1]\n    columns: [{ column: A, field: title }]\n`,
};

const lockOf = (data: Record<string, string>): string =>
  lockText({
    version: 3,
    edition: 'old',
    date: '2029-01-01',
    base: null,
    fingerprint: 'a'.repeat(64),
    data,
    published: {},
    verapdf: 'not checked',
    made: { program: '1', code: 'a'.repeat(64), fonts: {}, runtime: {} },
  });
export const LOCKS: Readonly<Record<string, string>> = {
  'open brackets': '['.repeat(1_000_000),
  'open groups': '{"a":'.repeat(1_000_000),
  'closed brackets': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  'a number of a megabyte': '1'.repeat(1_000_000),
  'keys without end': `{${times(300_000, (index) => `"k${index}":1`).join(',')}}`,
  'files without end': lockOf(Object.fromEntries(times(60_000, (index) => [`f${index}`, 'a'.repeat(64)]))),
  prototypes: `{"__proto__":${'{"__proto__":'.repeat(1_000)}1${'}'.repeat(1_001)}`,
};

export const WORD_LISTS: Readonly<Record<string, string>> = {
  letters: 'a'.repeat(2_000_000),
  lines: 'a\n'.repeat(1_000_000),
  corrections: 'a > b\n'.repeat(500_000),
  signs: '>'.repeat(2_000_000),
  'other words': times(300_000, (index) => `word${index.toString(36)}\n`).join(''),
  spaces: ' '.repeat(2_000_000),
  'words of flags': 'a/ABC\n'.repeat(300_000),
};
