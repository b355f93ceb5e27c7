import { columnLetters, escapeXml, type RichParagraph, type RichRun } from '../../model/index.ts';
import { looksLikeFormula } from '../../text/index.ts';

/**
 * Formatting of a cell. Texts in `plain` and `title` extend over the empty cells to their right; texts in other formats
 * wrap.
 */
type Look = 'plain' | 'heading' | 'text' | 'id' | 'title' | 'note';

/** The text and the formatting of a cell. A heading may have a second, smaller line. */
export interface SheetCell {
  words: string;
  look: Look;
  /** If the text contains markup: the text with formatting instead of markup. */
  shown?: RichParagraph;
  /** Second line of a heading. */
  below?: string;
}

/** The values that the cells of a column offer, and the prompt that these cells show. */
export interface Choice {
  /** 1-based. */
  column: number;
  /** Rows in which the values are offered, 1-based and ascending; if left out, all rows below the first. */
  rows?: readonly number[];
  /** Range that contains the values, such as `'Lists'!$A$2:$A$7`; without it the column only shows the prompt. */
  values?: string;
  /** Whether all other values are rejected; otherwise the listed values are only suggestions. */
  only?: boolean;
  title: string;
  prompt: string;
}

export interface SheetContent {
  name: string;
  /** Width in characters and formatting of the empty cells, per column. */
  columns: readonly { width: number; look: Look }[];
  rows: readonly (readonly SheetCell[])[];
  /** Whether the sheet is a table: the first row and the first column are frozen, and the first row has filters. */
  table: boolean;
  choices: readonly Choice[];
  /** Whether the sheet is hidden so that spreadsheet programs do not offer to unhide it. */
  hidden?: true;
}

export interface BookContent {
  title: string;
  author: string;
  /** YYYY-MM-DD: the only date in the file. */
  date: string;
  sheets: readonly SheetContent[];
}

/** Number of rows below the last one for which a column still offers its values. */
const SPARE_ROWS = 1_000;

/**
 * Writes an Excel workbook (ECMA-376, transitional). All cells are text, never formulas. The same content always
 * produces the same bytes.
 */
export async function writePackage(book: BookContent): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate/browser');
  const strings = new StringTable();
  const sheets = book.sheets.map((sheet, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(sheet, index, strings),
  ]);
  const parts = Object.fromEntries([
    ['[Content_Types].xml', contentTypes(book)],
    [
      '_rels/.rels',
      relations([
        ['officeDocument', 'xl/workbook.xml'],
        ['core', 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', coreProperties(book)],
    ['xl/workbook.xml', workbookXml(book)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...book.sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ...sheets,
    ['xl/sharedStrings.xml', strings.xml()],
    ['xl/styles.xml', STYLES],
  ]);
  // The zip format stores local times without a time zone, so this date is the same in every time zone.
  const mtime = new Date(1980, 0, 1);
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml as string)])),
    { mtime, level: 6 },
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Strings that cells refer to by number, each stored once. */
class StringTable {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  numberOf(xml: string): number {
    this.#uses++;
    const known = this.#numbers.get(xml);
    if (known !== undefined) return known;
    this.#numbers.set(xml, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  xml(): string {
    const items = [...this.#numbers.keys()].map((xml) => `<si>${xml}</si>`).join('');
    return `${HEAD}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${this.#numbers.size}">${items}</sst>`;
  }
}

/** Escapes text for XML. Characters that XML or the workbook format would change are written as `_xHHHH_`. */
function escaped(words: string): string {
  return escapeXml(words.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_'));
}

function textXml(words: string): string {
  return `<t xml:space="preserve">${escaped(words)}</t>`;
}

function stringXml(cell: SheetCell): string {
  const { words, below, shown } = cell;
  if (shown?.some(({ strong, emphasis }) => strong ?? emphasis))
    return shown.map((run) => runXml(run.text, fontXml(11, run))).join('');
  if (below === undefined) return textXml(shownWords(cell));
  const small = '<sz val="8"/><color rgb="FF595959"/><rFont val="Calibri"/><family val="2"/>';
  return runXml(words, fontXml(11, { strong: true })) + runXml(`\n${below}`, small);
}

const shownWords = ({ words, shown }: SheetCell): string =>
  shown === undefined ? words : shown.map(({ text }) => text).join('');

function runXml(words: string, font: string): string {
  return `<r><rPr>${font}</rPr>${textXml(words)}</r>`;
}

function fontXml(size: number, { strong, emphasis }: Pick<RichRun, 'strong' | 'emphasis'>): string {
  return `${strong ? '<b/>' : ''}${emphasis ? '<i/>' : ''}<sz val="${size}"/><rFont val="Calibri"/><family val="2"/>`;
}

function sheetXml(sheet: SheetContent, index: number, strings: StringTable): string {
  const width = sheet.columns.length;
  const lastCell = `${columnLetters(Math.max(width, 1))}${Math.max(sheet.rows.length, 1)}`;
  const pane = sheet.table
    ? '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight"/>'
    : '';
  const columns = sheet.columns.map(
    (column, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${column.width}" style="${LOOKS[column.look].style}" customWidth="1"/>`,
  );
  const rows = sheet.rows.map((cells, at) => {
    const xml = cells.map((cell, column) => cellXml(cell, `${columnLetters(column + 1)}${at + 1}`, strings));
    return `<row r="${at + 1}" ht="${rowHeight(cells, sheet)}">${xml.join('')}</row>`;
  });
  const filter = sheet.table ? `<autoFilter ref="A1:${lastCell}"/>` : '';
  return [
    `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${lastCell}"/>`,
    `<sheetViews><sheetView ${sheet.table ? '' : 'showGridLines="0" '}${index === 0 ? 'tabSelected="1" ' : ''}workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>${filter}${choicesXml(sheet)}</worksheet>`,
  ].join('');
}

/** Height of a line and the maximum height of a row in Excel, in points. */
const LINE = 15;
const TALLEST = 409;

/**
 * Row height that fits the longest cell, estimated with one character per unit of width. Programs keep this height
 * until somebody edits the row.
 */
function rowHeight(cells: readonly SheetCell[], { columns }: SheetContent): number {
  const lines = cells.map(({ words, below, look }, index) => {
    if (look === 'title' || look === 'plain') return look === 'title' ? 1.5 : 1;
    const width = columns[index]?.width ?? 10;
    const paragraphs = words.split('\n').map((line) => Math.max(1, Math.ceil(line.length / width)));
    return paragraphs.reduce((sum, lines) => sum + lines, below === undefined ? 0 : 1);
  });
  return Math.min(TALLEST, Math.ceil(Math.max(1, ...lines) * LINE));
}

function cellXml(cell: SheetCell, ref: string, strings: StringTable): string {
  const { style, quoted } = LOOKS[cell.look];
  if (cell.words === '') return `<c r="${ref}" s="${style}"/>`;
  const used = looksLikeFormula(shownWords(cell)) ? quoted : style;
  return `<c r="${ref}" s="${used}" t="s"><v>${strings.numberOf(stringXml(cell))}</v></c>`;
}

function choicesXml(sheet: SheetContent): string {
  if (sheet.choices.length === 0) return '';
  const last = sheet.rows.length + SPARE_ROWS;
  const items = sheet.choices.map(({ column, rows, values, only, title, prompt }) => {
    const kind = values === undefined ? '' : ' type="list"';
    const error = only === true ? ' showErrorMessage="1"' : '';
    const formula = values === undefined ? '' : `<formula1>${escaped(values)}</formula1>`;
    return `<dataValidation${kind} allowBlank="1" showInputMessage="1"${error} promptTitle="${escaped(title.slice(0, 32))}" prompt="${escaped(prompt.slice(0, 255))}" sqref="${rangesOf(columnLetters(column), rows, last)}">${formula}</dataValidation>`;
  });
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

/** The cells of a column in some rows, or in all rows below the first, as ranges of consecutive cells. */
function rangesOf(letters: string, rows: readonly number[] | undefined, last: number): string {
  if (rows === undefined) return `${letters}2:${letters}${last}`;
  const starts = rows.filter((row, index) => rows[index - 1] !== row - 1);
  const ends = rows.filter((row, index) => rows[index + 1] !== row + 1);
  return starts.map((row, index) => `${letters}${row}:${letters}${ends[index] ?? row}`).join(' ');
}

function workbookXml(book: BookContent): string {
  const sheets = book.sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden === true ? ' state="veryHidden"' : ''} r:id="r${index + 1}"/>`,
  );
  const filters = book.sheets.flatMap((sheet, index) => {
    if (!sheet.table) return [];
    const range = `'${sheet.name.replaceAll("'", "''")}'!$A$1:$${columnLetters(sheet.columns.length)}$${sheet.rows.length}`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escaped(range)}</definedName>`;
  });
  const names = filters.length === 0 ? '' : `<definedNames>${filters.join('')}</definedNames>`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets>${names}</workbook>`;
}

function relations(list: readonly (readonly [string, string])[]): string {
  const items = list.map(([type, target], index) => {
    const address =
      type === 'core' ? `${PACKAGE}/relationships/metadata/core-properties` : `${OFFICE}/${type}`;
    return `<Relationship Id="r${index + 1}" Type="${address}" Target="${target}"/>`;
  });
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(book: BookContent): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = [
    ['/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`],
    ...book.sheets.map((_, index) => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      `${spreadsheet}.worksheet+xml`,
    ]),
    ['/xl/sharedStrings.xml', `${spreadsheet}.sharedStrings+xml`],
    ['/xl/styles.xml', `${spreadsheet}.styles+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

function coreProperties({ title, author, date }: BookContent): string {
  const time = `${date}T00:00:00Z`;
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`;
}

/**
 * Number of the cell style for each formatting, and of the variant that marks the content as text and not a formula.
 */
const LOOKS: Readonly<Record<Look, { style: number; quoted: number }>> = {
  plain: { style: 0, quoted: 0 },
  heading: { style: 1, quoted: 1 },
  text: { style: 2, quoted: 3 },
  id: { style: 4, quoted: 5 },
  title: { style: 6, quoted: 6 },
  note: { style: 7, quoted: 8 },
};

/** Format 49 is Text: a date or a formula that is typed into such a cell stays as typed. */
const STYLES = (() => {
  const font = (size: number, extra: string): string =>
    `<font>${extra}<sz val="${size}"/><color rgb="FF000000"/><name val="Calibri"/><family val="2"/></font>`;
  const fill = (colour: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
  const look = (fontId: number, fillId: number, borderId: number, extra = ''): string =>
    `<xf numFmtId="49" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${extra}><alignment vertical="top" wrapText="1"/></xf>`;
  const quote = ' quotePrefix="1"';
  const looks = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    look(1, 2, 1),
    look(0, 0, 0),
    look(0, 0, 0, quote),
    look(2, 3, 2),
    look(2, 3, 2, quote),
    '<xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    look(0, 0, 0),
    look(0, 0, 0, quote),
  ];
  const side = (name: string): string => `<${name} style="thin"><color rgb="FF7F7F7F"/></${name}>`;
  const border = (bottom: string, right: string): string =>
    `<border><left/>${right === '' ? '<right/>' : right}<top/>${bottom === '' ? '<bottom/>' : bottom}<diagonal/></border>`;
  return [
    `${HEAD}<styleSheet xmlns="${MAIN}">`,
    `<fonts count="4">${font(11, '')}${font(11, '<b/>')}${font(9, '').replace('FF000000', 'FF595959')}${font(16, '<b/>')}</fonts>`,
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFDCE6F1')}${fill('FFEDEDED')}</fills>`,
    `<borders count="3">${border('', '')}${border(side('bottom'), '')}${border('', side('right'))}</borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
})();
