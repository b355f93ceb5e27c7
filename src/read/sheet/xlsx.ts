import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { columnNumber, ellipsis, LIMITS, SENT_SHEET } from '../../model/index.ts';
import { messageOf } from '../file-messages.ts';
import {
  type Attributes,
  isOn,
  LOOKS,
  type Relation,
  readRelations,
  readXml,
  type ZipPackage,
} from '../office/index.ts';
import {
  type Budget,
  type CellRun,
  cellOfRuns,
  packageNotes,
  SheetBuilder,
  sentWords,
  tooManyRows,
} from './cells.ts';
import type { Cell, Merge, Sheet, Workbook } from './model.ts';
import { datePrecision, formatCode, serialDate, shownNumber, shownTime } from './number-format.ts';

/**
 * Reads the visible sheets of an Excel workbook (Office Open XML, ECMA-376, transitional or strict). Formulas are never
 * computed; their stored values are read. Macros, links to other files, charts and pictures are not read, but reported
 * in notes.
 *
 * @throws UserError if the file is damaged or malicious, exceeds the limits, or is not a workbook
 */
export async function readXlsx(zip: ZipPackage): Promise<Workbook> {
  refuseOtherFormats(zip);
  const { parts: root } = await readRelations(zip, '');
  const workbookPart = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const book = await readBook(zip, workbookPart);
  const { parts: relations } = await readRelations(zip, workbookPart);
  const partOf = (type: string): string | undefined => relations.find((one) => one.type === type)?.target;
  const strings = await readStrings(zip, partOf('sharedStrings'));
  const styles = await readStyles(zip, partOf('styles'));

  const notes = packageNotes(zip, [
    ['workbook-has-macros', /vbaProject\.bin$|\/macrosheets\//i],
    ['workbook-links-not-followed', /\/externalLinks\//i],
    ['workbook-drawings-not-read', /\/(?:charts|media)\//i],
  ]);
  const sheets: Sheet[] = [];
  let sent: Sheet | undefined;
  const budget: Budget = { cells: 0, characters: 0 };
  for (const { name, relation, hidden } of book.sheets) {
    const found = relations.find(({ id }) => id === relation);
    const isRecord = name === SENT_SHEET;
    if (hidden && !isRecord) notes.push(messageOf('hidden-sheet-not-read', { name }));
    if (found?.type !== 'worksheet') continue;
    const context = { zip, part: found.target, name, strings, styles, date1904: book.date1904 };
    const sheet = await readSheet(context, budget, notes);
    if (isRecord) sent = sheet;
    else sheets.push(hidden ? { ...sheet, hidden: true } : sheet);
  }
  if (sheets.every(({ hidden }) => hidden))
    throw new UserError(messageOf('workbook-without-visible-sheet'), { file: zip.file });
  return { sheets, notes, ...sentWords(sent) };
}

function refuseOtherFormats(zip: ZipPackage): void {
  const other = (
    [
      ['xl/workbook.bin', 'workbook-is-binary'],
      ['content.xml', 'workbook-is-opendocument'],
      ['word/document.xml', 'workbook-is-word'],
      ['ppt/presentation.xml', 'workbook-is-presentation'],
      ['index/document.iwa', 'workbook-is-numbers'],
    ] as const
  ).find(([part]) => zip.has(part));
  if (other !== undefined) {
    throw new UserError(messageOf(other[1]), { file: zip.file });
  }
  if (!zip.has('[Content_Types].xml')) {
    throw new UserError(messageOf('zip-not-workbook'), { file: zip.file });
  }
}

interface Book {
  sheets: { name: string; relation: string; hidden: boolean }[];
  date1904: boolean;
}

async function readBook(zip: ZipPackage, part: string): Promise<Book> {
  const book: Book = { sheets: [], date1904: false };
  await readXml(zip, part, {
    open(name, attributes) {
      if (name === 'workbookPr') book.date1904 = isTrue(attributes.date1904);
      if (name !== 'sheet' || attributes.name === undefined || attributes.id === undefined) return;
      if (book.sheets.length === LIMITS.sheets) {
        throw new UserError(messageOf('workbook-too-many-sheets', { most: LIMITS.sheets }), {
          file: zip.file,
        });
      }
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      book.sheets.push({ name: attributes.name, relation: attributes.id, hidden });
    },
  });
  return book;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Reads the shared strings, to which cells refer by index. */
async function readStrings(zip: ZipPackage, part: string | undefined): Promise<CellString[]> {
  const strings: CellString[] = [];
  let characters = 0;
  if (part !== undefined)
    await readItems(zip, part, 'si', (runs) => {
      for (const { text } of runs) characters += text.length;
      strings.push(runs);
      if (strings.length > LIMITS.cells || characters > LIMITS.characters)
        throw new UserError(messageOf('workbook-too-many-texts'), { file: zip.file });
    });
  return strings;
}

/** Calls a function for each string item or comment in a part, with its text and attributes. */
async function readItems(
  zip: ZipPackage,
  part: string,
  item: 'si' | 'comment',
  onItem: (words: CellString, attributes: Attributes) => void,
): Promise<void> {
  const text = stringReader();
  let itemAttributes: Attributes = {};
  await readXml(zip, part, {
    open(name, attributes) {
      if (name === item) itemAttributes = attributes;
      else text.open(name, attributes);
    },
    text: text.text,
    close(name) {
      text.close(name);
      if (name === item) onItem(text.take(), itemAttributes);
    },
  });
}

/** The runs of a string item. */
type CellString = readonly StringRun[];

/** A run of a string item, with its formatting. `asCell` is set if the run has the formatting of its cell. */
interface StringRun extends CellRun {
  asCell?: true;
}

/**
 * Collects the runs of a string item from its `t` elements, except those in phonetic guides of East Asian text (`rPh`).
 */
function stringReader() {
  let runs: StringRun[] = [];
  let look: Omit<StringRun, 'text'> = { asCell: true };
  let inText = false;
  let inReading = false;
  return {
    open(name: string, { val }: Attributes): void {
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = true;
      if (name === 'rPr') look = {};
      const set = LOOKS.get(name);
      if (set !== undefined && isOn(val)) look = { ...look, [set]: true };
    },
    text(words: string): void {
      if (inText && !inReading) runs.push({ text: cellWords(words), ...look });
    },
    close(name: string): void {
      if (name === 'rPh') inReading = false;
      if (name === 't') inText = false;
      if (name === 'r') look = { asCell: true };
    },
    take(): CellString {
      const taken = runs;
      runs = [];
      look = { asCell: true };
      return taken;
    },
  };
}

/**
 * Decodes escapes such as `_x000D_`, which workbooks contain for characters that XML does not allow, and converts line
 * breaks to line feeds.
 */
function cellWords(words: string): string {
  return words
    .replace(/_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/\r\n?/g, '\n');
}

/** The properties of a cell style. */
interface CellStyle {
  /** The code of the number format; undefined if numbers are shown unchanged. */
  code: string | undefined;
  font: Font;
}

/** The formatting that the font of a cell applies to the whole text. */
type Font = Omit<CellRun, 'text' | 'link'>;

/** Reads the cell styles, by index. */
async function readStyles(zip: ZipPackage, part: string | undefined): Promise<CellStyle[]> {
  if (part === undefined) return [];
  const codes = new Map<number, string>();
  const fonts: Font[] = [];
  const styles: CellStyle[] = [];
  let within = '';
  await readXml(zip, part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs' || name === 'fonts') within = name;
      if (within === 'fonts' && name === 'font') fonts.push({});
      const look = within === 'fonts' ? LOOKS.get(name) : undefined;
      if (look !== undefined && isOn(attributes.val))
        fonts[fonts.length - 1] = { ...fonts.at(-1), [look]: true };
      if (name !== 'xf' || within !== 'cellXfs') return;
      if (styles.length === LIMITS.styles)
        throw new UserError(messageOf('workbook-too-many-styles', { most: LIMITS.styles }), {
          file: zip.file,
        });
      const id = Number(attributes.numFmtId ?? 0);
      styles.push({ code: formatCode(id, codes.get(id)), font: fonts[Number(attributes.fontId ?? 0)] ?? {} });
    },
    close(name) {
      if (name === within) within = '';
    },
  });
  return styles;
}

interface SheetContext {
  zip: ZipPackage;
  part: string;
  name: string;
  strings: readonly CellString[];
  styles: readonly CellStyle[];
  date1904: boolean;
}

/** State of the current cell. */
interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  hasValue: boolean;
  /** The formula of the cell; undefined if it has none. */
  formula: string | undefined;
}

async function readSheet(context: SheetContext, budget: Budget, notes: Message[]): Promise<Sheet> {
  const { zip, part, name: sheetName } = context;
  const sheet = new SheetBuilder(zip.file, sheetName, budget);
  const inline = stringReader();
  let row = 0;
  let rowHidden = false;
  let column = 0;
  let cell: OpenCell | undefined;
  let inValue = false;
  let inFormula = false;
  const { addresses, parts } = await readRelations(zip, part);

  const finish = (open: OpenCell): void => {
    const read = cellOf(open, inline.take(), context, () => sheet.at(row, open.column));
    const isEmpty = read.text === '' && !(open.type === 'str' && open.hasValue);
    if (open.type === 'e' || (open.formula !== undefined && isEmpty))
      sheet.addUnknown(row, open.column, open.type === 'e' ? open.value : undefined);
    sheet.add(row, open.column, sheet.withLinkOf(open.formula, row, open.column, read), rowHidden);
  };

  await readXml(zip, part, {
    open(name, attributes) {
      if (name === 'dimension') refuseClaim(attributes.ref, zip.file, sheetName);
      else if (name === 'col' && isTrue(attributes.hidden))
        sheet.hide(Number(attributes.min), Number(attributes.max));
      else if (name === 'row') {
        const number = attributes.r === undefined ? row + 1 : Number(attributes.r);
        if (!(Number.isInteger(number) && number > row && number <= 1_048_576))
          throw damagedSheet(
            context,
            messageOf('sheet-rows-out-of-order', { row: String(attributes.r), before: String(row) }),
          );
        row = number;
        column = 0;
        rowHidden = isTrue(attributes.hidden);
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r, row, context);
        cell = {
          column,
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          value: '',
          hasValue: false,
          formula: undefined,
        };
      } else if (name === 'v') {
        inValue = true;
        if (cell !== undefined) cell.hasValue = true;
      } else if (name === 'f' && cell !== undefined) {
        cell.formula = '';
        inFormula = true;
      } else if (name === 'hyperlink') {
        const address = addresses.get(attributes.id ?? '');
        if (address === undefined || attributes.ref === undefined) return;
        const place = attributes.location === undefined ? '' : `#${attributes.location}`;
        sheet.link(rangeOf(attributes.ref, context), `${address}${place}`);
      } else if (name === 'mergeCell') sheet.merge(rangeOf(attributes.ref ?? '', context));
      else if (cell !== undefined) inline.open(name, attributes);
    },
    text(words) {
      if (cell === undefined) return;
      if (inValue) cell.value += words;
      else if (inFormula) cell.formula += words;
      else inline.text(words);
    },
    close(name) {
      if (name === 'v') inValue = false;
      else if (name === 'f') inFormula = false;
      else if (name === 'c' && cell !== undefined) {
        finish(cell);
        cell = undefined;
      } else if (cell !== undefined) inline.close(name);
    },
  });

  notes.push(...sheet.notes());
  await addComments(sheet, zip, parts);
  return sheet.build();
}

/** Reads the comments on cells and adds them to a sheet. */
async function addComments(sheet: SheetBuilder, zip: ZipPackage, parts: readonly Relation[]): Promise<void> {
  const relation = parts.find(({ type }) => type === 'comments');
  if (relation === undefined || !zip.has(relation.target)) return;
  await readItems(zip, relation.target, 'comment', (runs, { ref = '' }) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(ref) ?? [];
    sheet.comment(Number(row), columnNumber(letters) ?? 1, stringCell(runs, {}).text);
  });
}

function cellOf(
  { type, style, value }: OpenCell,
  inline: CellString,
  context: SheetContext,
  at: () => ReturnType<SheetBuilder['at']>,
): Cell {
  const { code, font = {} } = context.styles[style] ?? {};
  const marked = (cell: Cell): Cell => (font.struck ? { ...cell, struck: true } : cell);
  switch (type) {
    case 's': {
      const text = value === '' ? [] : context.strings[Number(value)];
      if (text === undefined)
        throw new UserError(messageOf('workbook-text-missing', { number: ellipsis(value) }), at());
      return stringCell(text, font);
    }
    case 'inlineStr':
      return stringCell(inline, font);
    case 'e':
      return { text: '' };
    case 'str':
      return marked({ text: cellWords(value) });
    case 'b':
      return value.trim() === '' ? { text: '' } : marked({ text: isTrue(value) ? 'TRUE' : 'FALSE' });
    case 'd': {
      const [, date, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(value) ?? [];
      if (date === undefined) return marked({ text: value });
      return marked({ text: date, date, ...(time === undefined || time === '00:00' ? {} : { time }) });
    }
    default: {
      if (value.trim() === '') return { text: '' };
      const number = Number(value);
      if (Number.isNaN(number)) return marked({ text: value });
      return marked(numberCell(number, code, context.date1904));
    }
  }
}

/** A cell with the text of a string item. */
const stringCell = (runs: CellString, font: Font): Cell =>
  cellOfRuns(runs.map(({ asCell, ...run }) => (asCell ? { text: run.text, ...font } : run)));

/** Creates a cell for a number as its format shows it: a date, a time, both, or a number with symbols. */
function numberCell(number: number, code: string | undefined, date1904: boolean): Cell {
  const time = code === undefined ? undefined : shownTime(number, code);
  const precision = code === undefined ? undefined : datePrecision(code);
  const date = precision === undefined ? undefined : serialDate(number, precision, date1904);
  if (date === undefined)
    return { text: time ?? shownNumber(number, precision === undefined ? code : undefined) };
  const hasTime = time !== undefined && number % 1 !== 0;
  return { text: date, date, ...(hasTime ? { time } : {}) };
}

function refuseClaim(ref: string | undefined, file: string, sheet: string): void {
  const rows = Number(/\d+$/.exec(ref ?? '')?.[0] ?? 0);
  if (rows > LIMITS.rows) throw tooManyRows({ file, cell: `${sheet}!${ref}` }, rows);
}

function columnOf(ref: string, row: number, context: SheetContext): number {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(ref) ?? [];
  const column = columnNumber(letters);
  if (column === undefined || Number(digits) !== row)
    throw damagedSheet(context, messageOf('sheet-cell-name', { row: String(row), name: ellipsis(ref) }));
  return column;
}

function rangeOf(ref: string, context: SheetContext): Merge {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^\$?([A-Z]+)\$?(\d{1,7})(?::\$?([A-Z]+)\$?(\d{1,7}))?$/.exec(ref) ?? [];
  const first = columnNumber(left);
  const last = right === '' ? first : columnNumber(right);
  if (first === undefined || last === undefined)
    throw damagedSheet(context, messageOf('sheet-merge-name', { name: ellipsis(ref) }));
  return { top: Number(top), left: first, bottom: Number(bottom === '' ? top : bottom), right: last };
}

function damagedSheet({ zip, name }: SheetContext, why: Message): UserError {
  return new UserError(messageOf('sheet-damaged', { why }), { file: zip.file, cell: name });
}
