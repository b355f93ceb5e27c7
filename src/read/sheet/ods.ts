import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { COLUMNS, LIMITS, ownProperty, SENT_SHEET } from '../../model/index.ts';
import { saysAddress } from '../../text/index.ts';
import { messageOf } from '../file-messages.ts';
import { type Attributes, readXml, type ZipPackage } from '../office/index.ts';
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

/**
 * Reads the sheets of an OpenDocument spreadsheet (OASIS, ISO/IEC 26300), as written by LibreOffice. Texts are read as
 * they are displayed. Dates are read from the stored values, without the parts that are not displayed. Formulas are
 * never computed. Charts, pictures and macros are not read, but reported in notes.
 *
 * @throws UserError if the file is damaged, malicious or encrypted, exceeds the limits, or is not a spreadsheet
 */
export async function readOds(zip: ZipPackage): Promise<Workbook> {
  await refuseEncrypted(zip);
  const reader = new ContentReader(zip.file);
  for (const part of ['styles.xml', 'content.xml'])
    if (part === 'content.xml' || zip.has(part)) await readXml(zip, part, reader);
  const record = reader.sheets.find(({ name }) => name === SENT_SHEET);
  const contents = reader.sheets.filter((sheet) => sheet !== record && !isLinked(sheet));
  if (contents.every(({ hidden }) => hidden))
    throw new UserError(messageOf('spreadsheet-without-visible-sheet'), { file: zip.file });
  return {
    sheets: contents,
    notes: [
      ...reader.notes,
      ...contents
        .filter(({ hidden }) => hidden)
        .map(({ name = '' }) => messageOf('hidden-sheet-not-read', { name })),
      ...packageNotes(zip, [
        ['workbook-has-macros', /^(?:Basic|Scripts)\//],
        ['workbook-drawings-not-read', /^(?:Pictures|Object [^/]*)\/./],
      ]),
      ...(reader.sheets.some(isLinked) ? [messageOf('workbook-links-not-followed')] : []),
    ],
    ...sentWords(record),
  };
}

/** Whether a sheet is a cached copy of a sheet in another file. */
const isLinked = ({ name }: Sheet): boolean => name?.startsWith("'file:") === true;

async function refuseEncrypted(zip: ZipPackage): Promise<void> {
  const manifest = 'META-INF/manifest.xml';
  if (!zip.has(manifest)) return;
  await readXml(zip, manifest, {
    open(name) {
      if (name === 'encryption-data')
        throw new UserError(messageOf('spreadsheet-encrypted'), { file: zip.file });
    },
  });
}

/** Number of times that a row or column is repeated. */
const timesOf = (repeated: string | undefined): number => Math.max(1, Math.trunc(Number(repeated ?? 1)) || 1);

/** Drawing elements, whose text does not belong to the cell to which they are anchored. */
const DRAWINGS: ReadonlySet<string> = new Set(
  'shapes frame custom-shape rect ellipse circle line polyline polygon path caption connector control'.split(
    ' ',
  ),
);

/** The text that a cell shows if its formula results in an error. */
const ERROR = /^(?:#[A-Z/0!?]+|Err:\d{3})$/;

/** Reads the styles and then the sheets of a spreadsheet, in a single pass. */
class ContentReader {
  readonly sheets: Sheet[] = [];
  /** Notes for the user. */
  readonly notes: Message[] = [];
  readonly #file: string;
  readonly #budget: Budget = { cells: 0, characters: 0 };
  /** Styles, keyed by family and name. */
  readonly #styles = new Map<string, Style>();
  readonly #formats = new Map<string, DateFormat>();
  /** The style whose definition is being read; `#format` is the date format whose definition is being read. */
  #style: Style | undefined;
  #format: DateFormat | undefined;

  #sheet: SheetBuilder | undefined;
  #table: { name: string; hidden: boolean } = { name: '', hidden: false };
  /** Default cell styles of columns, each with the last column to which it applies. */
  #columnStyles: { last: number; style: Style }[] = [];
  #columns = 0;
  #columnAt = 0;
  /** Merged ranges of the sheet, which are checked after all rows have been read. */
  #merges: Merge[] = [];
  /** The number of columns and rows that the current cell covers, if it is merged. */
  #spanned: { right: number; down: number } | undefined;
  #row = 0;
  #rowTimes = 1;
  #rowHidden = false;
  #cells: { column: number; times: number; cell: Cell }[] = [];
  #column = 0;
  #cell: OpenCell | undefined;
  #spans: Style[] = [];
  /** The address of the current link. */
  #link: string | undefined;
  /** The text of the current comment on a cell. */
  #note: { text: string } | undefined;
  /**
   * Number of drawing elements that contain the current position. The text of drawing elements does not belong to
   * cells.
   */
  #drawings = 0;
  /** Whether the current text is the author or the date of a comment, so that it is not part of the comment's text. */
  #isAside = false;

  constructor(file: string) {
    this.#file = file;
  }

  open(name: string, attributes: Attributes, prefix: string): void {
    if (DRAWINGS.has(name)) this.#drawings++;
    const read = ownProperty(this.#openers, `${prefix}:${name}`) ?? ownProperty(this.#openers, name);
    read?.(attributes);
  }

  /**
   * Handlers of opening tags, by element name. The name includes a prefix if elements in several namespaces have this
   * name.
   */
  readonly #openers: Readonly<Record<string, (attributes: Attributes) => void>> = {
    'style:style': (attributes) => {
      this.#style = this.#newStyle(attributes);
    },
    'text-properties': (attributes) => Object.assign(this.#style ?? {}, looksOf(attributes)),
    'table-properties': ({ display }) => {
      if (this.#style && display === 'false') this.#style.hidden = true;
    },
    'date-style': ({ name = '' }) => {
      this.#format = { month: false, day: false, hours: false };
      this.#formats.set(name, this.#format);
    },
    'number:day': () => this.#show('day'),
    'number:month': () => this.#show('month'),
    'number:hours': () => this.#show('hours'),
    table: (attributes) => this.#openTable(attributes),
    'table-column': (attributes) => this.#addColumns(attributes),
    'table-row': (attributes) => this.#openRow(attributes),
    'table-cell': (attributes) => this.#openCell(attributes),
    'covered-table-cell': (attributes) => this.#openCell(attributes),
    annotation: () => {
      if (this.#cell) this.#note = { text: '' };
    },
    'dc:creator': () => {
      this.#isAside = true;
    },
    'dc:date': () => {
      this.#isAside = true;
    },
    'text:p': () => this.#beginParagraph(),
    span: (attributes) => this.#spans.push(this.#styleOf('text', attributes['style-name'])),
    'text:a': ({ href }) => {
      if (!href?.startsWith('#')) this.#link = href;
    },
    s: ({ c }) => this.text(' '.repeat(Math.min(timesOf(c), 100))),
    'text:tab': () => this.text(' '),
    'text:line-break': () => this.text('\n'),
  };

  text(words: string): void {
    if (this.#drawings > 0 || this.#isAside) return;
    if (this.#cell) this.#cell.characters += words.length;
    if ((this.#cell?.characters ?? 0) > LIMITS.cellCharacters)
      throw this.#refused(messageOf('cell-has-too-many-characters', { most: LIMITS.cellCharacters }));
    if (this.#note) this.#note.text += words;
    else if (this.#cell && this.#cell.paragraphs > 0) {
      const { strong, emphasis, struck } = { ...this.#cell.style, ...this.#spans.at(-1) };
      this.#cell.words.push({
        text: words,
        ...(strong && { strong }),
        ...(emphasis && { emphasis }),
        ...(struck && { struck }),
        ...(this.#link !== undefined && { link: this.#link }),
      });
    }
  }

  close(name: string): void {
    if (DRAWINGS.has(name)) this.#drawings--;
    if (name === 'style') this.#style = undefined;
    else if (name === 'date-style') this.#format = undefined;
    else if (name === 'creator' || name === 'date') this.#isAside = false;
    else if (name === 'span') this.#spans.pop();
    else if (name === 'a') this.#link = undefined;
    else if (name === 'annotation') this.#closeNote();
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') this.#closeTable();
  }

  #show(part: keyof DateFormat): void {
    if (this.#format) this.#format[part] = true;
  }

  #refused(message: Message): UserError {
    return new UserError(message, { file: this.#file, cell: this.#table.name });
  }

  #newStyle(attributes: Attributes): Style {
    const { name = '', family = '' } = attributes;
    const parent = this.#styleOf(family, attributes['parent-style-name']);
    const style: Style = { ...parent, format: attributes['data-style-name'] ?? parent.format };
    this.#styles.set(`${family} ${name}`, style);
    return style;
  }

  #styleOf(family: string, name = ''): Style {
    return this.#styles.get(`${family} ${name}`) ?? {};
  }

  #openTable({ name = '', 'style-name': style = '' }: Attributes): void {
    if (this.#sheet !== undefined || this.#drawings > 0)
      throw this.#refused(messageOf('sheet-table-in-cell'));
    if (this.sheets.length === LIMITS.sheets)
      throw new UserError(messageOf('workbook-too-many-sheets', { most: LIMITS.sheets }), {
        file: this.#file,
      });
    this.#sheet = new SheetBuilder(this.#file, name, this.#budget);
    this.#table = { name, hidden: this.#styleOf('table', style).hidden === true };
    this.#columnStyles = [];
    this.#columns = 0;
    this.#merges = [];
    this.#row = 0;
  }

  #addColumns(attributes: Attributes): void {
    const last = this.#columns + timesOf(attributes['number-columns-repeated']);
    if (isHidden(attributes)) this.#sheet?.hide(this.#columns + 1, last);
    const style = this.#styleOf('table-cell', attributes['default-cell-style-name']);
    if (this.#columns < COLUMNS) this.#columnStyles.push({ last, style });
    this.#columns = last;
  }

  #openRow(attributes: Attributes): void {
    this.#rowTimes = timesOf(attributes['number-rows-repeated']);
    this.#rowHidden = isHidden(attributes);
    this.#row++;
    this.#column = 0;
    this.#columnAt = 0;
    this.#cells = [];
  }

  #openCell(attributes: Attributes): void {
    this.#column++;
    const name = attributes['style-name'];
    const style = name === undefined ? this.#columnStyle() : this.#styleOf('table-cell', name);
    this.#cell = { attributes, style, words: [], paragraphs: 0, characters: 0 };
    this.#spans = [];
    this.#link = undefined;
    const right = timesOf(attributes['number-columns-spanned']);
    const down = timesOf(attributes['number-rows-spanned']);
    if (right * down > 1) this.#spanned = { right, down };
  }

  /** The default style of the current column. Within a row, column numbers only increase. */
  #columnStyle(): Style {
    while ((this.#columnStyles[this.#columnAt]?.last ?? Number.POSITIVE_INFINITY) < this.#column)
      this.#columnAt++;
    return this.#columnStyles[this.#columnAt]?.style ?? {};
  }

  #beginParagraph(): void {
    if (this.#note) this.#note.text += this.#note.text === '' ? '' : '\n';
    else if (this.#cell && this.#drawings === 0) {
      if (this.#cell.paragraphs > 0) this.#cell.words.push({ text: '\n' });
      this.#cell.paragraphs++;
    }
  }

  #closeNote(): void {
    this.#sheet?.comment(this.#row, this.#column, this.#note?.text ?? '');
    this.#note = undefined;
  }

  #closeCell(): void {
    if (this.#cell === undefined) return;
    const times = timesOf(this.#cell.attributes['number-columns-repeated']);
    const read = cellOf(this.#cell, this.#formats);
    const { formula } = this.#cell.attributes;
    const cell = this.#sheet?.withLinkOf(formula, this.#row, this.#column, read) ?? read;
    const isError = formula !== undefined && ERROR.test(cell.text);
    if (cell.text !== '' && !isError) {
      if (this.#column + times - 1 > COLUMNS) throw this.#refused(messageOf('sheet-row-too-wide'));
      this.#cells.push({ column: this.#column, times, cell });
    } else if (isError || isUnknown(this.#cell.attributes))
      this.#sheet?.addUnknown(this.#row, this.#column, isError ? cell.text : undefined);
    if (this.#spanned !== undefined) {
      const { right, down } = this.#spanned;
      const [row, column] = [this.#row, this.#column];
      // One range more than the limit is sufficient to refuse the sheet, so no further ranges are kept.
      if (this.#merges.length <= LIMITS.merges)
        this.#merges.push({ top: row, left: column, bottom: row + down - 1, right: column + right - 1 });
      this.#spanned = undefined;
    }
    this.#column += times - 1;
    this.#cell = undefined;
  }

  #closeRow(): void {
    if (this.#cells.length > 0) {
      const last = this.#row + this.#rowTimes - 1;
      if (last > LIMITS.rows) throw tooManyRows({ file: this.#file, cell: this.#table.name }, last);
      for (let row = this.#row; row <= last; row++)
        for (const { column, times, cell } of this.#cells)
          for (let index = 0; index < times; index++)
            this.#sheet?.add(row, column + index, cell, this.#rowHidden);
    }
    this.#row += this.#rowTimes - 1;
  }

  #closeTable(): void {
    if (this.#sheet === undefined) return;
    for (const merge of this.#merges) this.#sheet.merge(merge);
    this.notes.push(...this.#sheet.notes());
    this.sheets.push({ ...this.#sheet.build(), ...(this.#table.hidden && { hidden: true }) });
    this.#sheet = undefined;
  }
}

/** Whether a cell contains a formula without a stored value. (An empty text is a value.) */
const isUnknown = ({ formula, 'value-type': type }: Attributes): boolean =>
  formula !== undefined && type !== 'string';

/** Whether a row or column is hidden or filtered out. */
const isHidden = ({ visibility = 'visible' }: Attributes): boolean => visibility !== 'visible';

/** The properties that a style sets for cells, their text or a sheet. */
interface Style {
  strong?: boolean;
  emphasis?: boolean;
  struck?: boolean;
  /** The name of the date format. */
  format?: string | undefined;
  /** Set if the sheet is hidden. */
  hidden?: boolean;
}

/** Which parts of a date a date format shows. */
interface DateFormat {
  month: boolean;
  day: boolean;
  hours: boolean;
}

/** A cell that is being read. */
interface OpenCell {
  attributes: Attributes;
  style: Style;
  words: CellRun[];
  paragraphs: number;
  /** Number of characters in the cell's text and comments. */
  characters: number;
}

/** The bold, italic and strikethrough settings in text properties. */
function looksOf(attributes: Attributes): Style {
  const {
    'font-weight': weight,
    'font-style': slant,
    'text-line-through-style': line,
    'text-line-through-type': type,
  } = attributes;
  const struck = line ?? type;
  return {
    ...(weight === undefined ? {} : { strong: weight === 'bold' || Number(weight) >= 600 }),
    ...(slant === undefined ? {} : { emphasis: slant !== 'normal' }),
    ...(struck === undefined ? {} : { struck: struck !== 'none' }),
  };
}

/** A cell as users see it: its text, or the displayed parts of its date. */
function cellOf({ attributes, style, words }: OpenCell, formats: ReadonlyMap<string, DateFormat>): Cell {
  const cell = cellOfRuns(
    words.map(({ link, ...run }) => ({
      ...run,
      ...(link !== undefined && !saysAddress(run.text, link) && { link }),
    })),
  );
  const date =
    attributes['value-type'] === 'date'
      ? dateOf(attributes['date-value'], formats.get(style.format ?? ''))
      : undefined;
  if (date === undefined) return { ...cell, text: cell.text.trim() };
  return { text: date.date, ...date, ...(cell.struck && { struck: true }) };
}

/**
 * The displayed parts of a date value, and its time if the format shows hours. If the format is unknown, the whole
 * value is used.
 */
function dateOf(value = '', format?: DateFormat): (Pick<Cell, 'time'> & { date: string }) | undefined {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const date = format?.day === false ? (format.month ? `${year}-${month}` : year) : `${year}-${month}-${day}`;
  const hasTime = time !== undefined && format?.hours !== false && time !== '00:00';
  return { date, ...(hasTime ? { time } : {}) };
}
