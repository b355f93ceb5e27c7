import { type Position, type Problem, UserError } from '../../errors.ts';
import { cellName, columnLetters, columnNumber } from '../../model/cell-name.ts';
import { forbiddenCharacter } from '../../model/characters.ts';
import type { Field } from '../../model/field.ts';
import type { FieldKind } from '../../model/field-kinds.ts';
import { LIMITS } from '../../model/limits.ts';
import { type Lang, paragraphsOf } from '../../model/text.ts';
import { foldName } from '../../reference/fold.ts';
import { unguarded } from '../../text/formula.ts';
import { tooManyItems } from '../parse-file.ts';
import type { Cell, CellComment, Row, Sheet, Workbook } from '../sheet/model.ts';
import { isTimeText } from './column-kind.ts';
import { withDittos } from './ditto.ts';
import { rowsBelow } from './header.ts';
import { DATE_IN_ROWS, type Mapping, type SheetMapping } from './mapping.ts';
import { areDaysOfMonths, dayOfMonth, type HeadingMonth, monthOfCell } from './month-days.ts';
import { countedDate, dated, isDateText, shownRows, wholeWords, wordsOfRow } from './shown.ts';
import { plainIn } from './signs.ts';
import { isTotal, TOTAL } from './totals.ts';
import { THEME_PREFIX } from './vocabulary.ts';

/** Words of a cell and where they stand. */
export interface RowCell extends Cell {
  at: Position;
}

/** A row of a spreadsheet that is an event. */
export interface EventRow {
  at: Position;
  /** Words that name the theme, from a column, from a row above, or from the sheet. */
  theme?: RowCell;
  /** The row is struck out. */
  struck?: true;
  /** Cells by field; a column that is empty in this row has a cell without words. */
  cells: ReadonlyMap<string, RowCell>;
}

export interface RowsResult {
  rows: readonly EventRow[];
  /** What is wrong with the mapping. */
  problems: readonly Problem[];
  /** Rows that are no events, and what was left out. */
  remarks: readonly Problem[];
}

/** How to read rows. */
export interface RowOptions {
  /** Name of the file, for messages. */
  file: string;
  /** The spreadsheet is the project's own export: every character counts, and no row is anything but an event. */
  own: boolean;
  /** File of the dataset that keeps the mapping, where it is one of those. */
  kept?: string;
  /** True for words that name a theme, or a region, that the programme knows. */
  isTheme(words: string): boolean;
  isRegion(words: string): boolean;
  /** What events of the programme say. */
  fields: readonly Field[];
}

/**
 * The rows of a spreadsheet that are events, in their order.
 *
 * @throws UserError when there are more than any programme has
 */
export function eventRows(workbook: Workbook, mapping: Mapping, options: RowOptions): RowsResult {
  const problems: Problem[] = [];
  const remarks: Problem[] = [];
  const rows: EventRow[] = [];
  for (const wanted of mapping.sheets) {
    const sheet = workbook.sheets.find(({ name }) => name === wanted.name);
    if (sheet === undefined) {
      const names = workbook.sheets.map(({ name }) => `"${name ?? ''}"`).join(', ');
      problems.push({
        message: `there is no sheet "${wanted.name ?? ''}"`,
        at: { file: options.file },
        hint: `sheets: ${names}; ${correctIt(options)}`,
      });
      continue;
    }
    problems.push(...wrongHeadings(sheet, wanted, options));
    const below = mapping.sheets
      .filter(({ name, header }) => name === wanted.name && Math.min(...header) > Math.max(...wanted.header))
      .map(({ header }) => Math.min(...header));
    for (const row of sheetRows(sheet, wanted, Math.min(...below), mapping.language, options, remarks)) {
      if (rows.length === LIMITS.items) throw new UserError(tooManyItems(options.file));
      rows.push(row);
    }
  }
  return { rows, problems, remarks };
}

/** Headings that differ from those that the mapping was written for. */
function wrongHeadings(sheet: Sheet, { header, columns }: SheetMapping, options: RowOptions): Problem[] {
  const { file } = options;
  const rows = sheet.rows.filter(({ number }) => header.includes(number));
  return columns.flatMap(({ column, heading }) => {
    const number = columnNumber(column) ?? 0;
    const found = rows
      .map(({ cells }) => cells.get(number)?.text ?? '')
      .join(' ')
      .trim();
    const agrees = foldName(heading).endsWith(foldName(found.slice(0, 80)));
    if (heading === '' || agrees) return [];
    return [
      {
        message: `the column is headed "${found}", not "${heading}" as the mapping says`,
        at: { file, cell: cellName(sheet.name, header[0] ?? 1, number) },
        hint: correctIt(options),
      },
    ];
  });
}

/** What to do where a mapping does not fit. */
function correctIt({ kept }: RowOptions): string {
  return kept === undefined
    ? 'correct the mapping, or leave --map out to have a new one proposed'
    : `correct ${kept}, or delete it to have a new mapping proposed`;
}

interface MappedColumn {
  column: number;
  field: string;
  heading: string;
  carry: boolean;
}

/** @param end first row of the next table of the sheet */
function* sheetRows(
  sheet: Sheet,
  mapping: SheetMapping,
  end: number,
  language: Lang,
  options: RowOptions,
  remarks: Problem[],
): Generator<EventRow> {
  const { file, own } = options;
  const kindOf = kindsIn(options.fields);
  const columns: MappedColumn[] = mapping.columns
    .map(({ column, field, heading, carry }) => ({
      column: columnNumber(column) ?? 0,
      field,
      heading: foldName(heading),
      carry: carry === true,
    }))
    .filter(({ field }) => field !== 'ignore');
  const reader: CellReader = {
    place: (row, column) => ({ file, cell: cellName(sheet.name, row, column) }),
    words: own
      ? (text) => (sheet.name === undefined ? unguarded(text) : text)
      : (text, field, at) => cleaned(text, kindOf(field) === 'description', at, remarks),
    isLong: (field) => kindOf(field) === 'description',
    isTime: (field) => kindOf(field) === 'time',
    own,
    carried: ({ text, at }, to) =>
      remarks.push({
        message: `the empty cell means the same as ${at.cell ?? 'above'}: "${oneLine(text)}"`,
        at: to,
      }),
    universal: (at) =>
      remarks.push({
        message: 'the time is Universal Time (Z), and written as it stands',
        at,
        hint: 'export the list with local times, or correct the hours',
      }),
    counted: (number, date, at) =>
      remarks.push({ message: `the number ${number} is read as the date ${date}, in days since 1900`, at }),
    unread: (time, at) => remarks.push({ message: `the time ${time} beside the date is not read`, at }),
  };
  const below = rowsBelow(sheet, mapping.header).filter(({ number }) => number < end);
  if (!own && columns.length === 0) {
    if (below.length + mapping.columns.length > 0)
      remarks.push(otherTable(sheet, mapping, below, reader.place));
    return;
  }
  if (!own) remarks.push(...unmapped(sheet, mapping, below, options));
  const sheetTheme =
    mapping.theme === undefined ? undefined : { text: mapping.theme, at: { file, cell: sheet.name ?? '' } };
  if (!own && mapping.date !== undefined)
    remarks.push({
      message:
        mapping.date === DATE_IN_ROWS
          ? 'no column has dates: rows of their own are those of the events below them'
          : `no column has dates: "${mapping.date}" is that of all events`,
      at: { file, cell: sheet.name ?? '' },
    });
  const groups = new Groups(
    own ? sheetTheme : (themeAbove(sheet, mapping, options) ?? sheetTheme),
    dateGiven(sheet, mapping, reader.place),
    !own && namesDays(below, columns, mapping, language, kindOf)
      ? monthAbove(sheet, mapping, language)
      : null,
    options,
    language,
    remarks,
  );
  const written = new Map(sheet.rows.map((row) => [row.number, row]));
  const wide = mergedSideways(sheet);
  const above = new Map<number, RowCell>();
  const tall = mergedDown(sheet);

  const titles = new Set(
    columns.filter(({ field }) => kindOf(field) === 'title').map(({ column }) => column),
  );
  const isPlain = plainIn(mapping, options.fields);
  if (own)
    for (const { number, cells } of below)
      for (const [column, cell] of cells)
        remarks.push(...isPlain(cell, column, reader.place(number, column)));
  const seen = own
    ? below.map((row) => ({ ...row, struck: false }))
    : shownRows(below, (column) => titles.has(column), reader.place, remarks, isPlain);
  const { rows: shown, dittos } = own ? { rows: seen, dittos: [] } : withDittos(seen);
  for (const { row, column, above: from, cell } of dittos)
    remarks.push({
      message: `means the same as ${cellName(undefined, from, column)}: "${oneLine(cell.text)}"`,
      at: reader.place(row, column),
    });
  const comments = new Map<number, CellComment[]>();
  for (const comment of own ? [] : (sheet.comments ?? []))
    comments.set(comment.row, [...(comments.get(comment.row) ?? []), comment]);
  const lastFull = shown.findLast(({ cells }) => cells.size > 1)?.number ?? Number.POSITIVE_INFINITY;
  const rowNumbers = new Set(shown.map(({ number }) => number));
  let previous = Math.max(...mapping.header);
  let isFull = false;
  for (const row of shown) {
    // Behind an empty row below the last full one stand notes, not events.
    if (!own && row.number > lastFull + 1 && !rowNumbers.has(lastFull + 1)) {
      const [[column, cell] = []] = row.cells;
      if (column !== undefined && cell !== undefined && titles.has(column)) {
        remarks.push({
          message: `below the table, not an event: "${oneLine(cell.text)}"`,
          at: reader.place(row.number, column),
        });
        continue;
      }
    }
    if (row.number > previous + 1) above.clear();
    previous = row.through ?? row.number;
    const single = own
      ? undefined
      : groupCell(written.get(row.number) ?? row, wide, columns, groups, options);
    if (single !== undefined) {
      const at = reader.place(row.number, single.column);
      const field = columns.find(({ column }) => column === single.column)?.field;
      groups.begin({ ...single.cell, at }, field !== undefined && kindOf(field) === 'date');
      above.clear();
      continue;
    }
    if (!own && isHeader(row, columns)) continue;
    if (!own && isTotal(row, titles)) {
      const [column = 1] = row.cells.keys();
      remarks.push({ message: `not an event: "${wordsOfRow(row)}"`, at: reader.place(row.number, column) });
      continue;
    }
    const cells = cellsOf(
      row,
      columns,
      above,
      reader,
      (column) => tall.get(column)?.has(row.number) === true,
    );
    const filled = columns.filter(({ column }) => row.cells.has(column));
    const titled = [...cells].some(([field, { text }]) => kindOf(field) === 'title' && text !== '');
    // In the project's own export a row with anything but its theme is meant as an event: the missing title is then a problem.
    if (titled || (own && filled.some(({ field }) => field !== 'theme'))) {
      const title = columns.find(({ field }) => kindOf(field) === 'title')?.column ?? 1;
      const at = reader.place(row.number, row.cells.get(title)?.from ?? title);
      const noted = mapping.comments === undefined ? [] : (comments.get(row.number) ?? []);
      if (mapping.comments !== undefined && noted.length > 0) {
        comments.delete(row.number);
        const text = noted.map(({ column, text }) => `${cellName(undefined, row.number, column)}: ${text}`);
        cells.set(mapping.comments, {
          text: text.map((one) => cleaned(one, true, at, remarks)).join('\n'),
          at,
        });
      }
      if (row.through !== undefined && mapping.below !== undefined)
        remarks.push({
          message: `a sentence below "${oneLine(row.cells.get(title)?.text ?? '')}" is read as its description`,
          at: reader.place(row.through, title),
        });
      const placed = groups.placed(cells, at);
      const isBare = !own && row.cells.size === 1 && isAlone(placed.cells, kindOf);
      if (isBare && isFull && columns.length >= WIDE)
        remarks.push({
          message: `nothing but a title below an event, read as another event: "${oneLine(row.cells.get(title)?.text ?? '')}"`,
          at,
          hint: 'if it says more about the event above, put it into a column of descriptions',
        });
      isFull = row.cells.size > 1;
      yield { at, ...(row.struck ? { struck: true as const } : {}), ...placed };
    } else if (!own && row.cells.size > 0) {
      const [column = 1] = row.cells.keys();
      const at = reader.place(row.number, column);
      remarks.push({ message: `the row has no title and is not read: "${wordsOfRow(row)}"`, at });
    }
  }
  groups.end();
  for (const { row, column, text } of [...comments.values()].flat())
    remarks.push({ message: `comment, not read: "${oneLine(text)}"`, at: reader.place(row, column) });
}

/** Columns from which on a row with nothing but a title is not what most rows are. */
const WIDE = 3;

/** Whether an event says nothing but what it is called. */
function isAlone(cells: EventRow['cells'], kindOf: (path: string) => FieldKind | undefined): boolean {
  return [...cells].every(([field, { text }]) => text === '' || kindOf(field) === 'title');
}

/** The kind of the field that a path such as `title.fr` leads to; undefined for what is none. */
function kindsIn(fields: readonly Field[]): (path: string) => FieldKind | undefined {
  const kinds = new Map(fields.map(({ id, kind }) => [id, kind]));
  return (path) => kinds.get(path.split('.', 1)[0] ?? '');
}

/** A month that days below it are of, and its words. */
interface NamedMonth extends HeadingMonth {
  words: string;
}

/** The month of the line right above the headings, else of the name of the sheet. */
function monthAbove(sheet: Sheet, { header }: SheetMapping, language: Lang): NamedMonth | undefined {
  const row = sheet.rows.findLast(({ number }) => number < Math.min(...header));
  const lines = [...(row?.cells.values() ?? []), { text: sheet.name ?? '' }];
  for (const cell of lines) {
    const month = monthOfCell(cell, language);
    if (month !== undefined) return { ...month, words: cell.text };
  }
  return undefined;
}

/** Whether the cells that date events name but days, below months. */
function namesDays(
  rows: readonly Row[],
  columns: readonly MappedColumn[],
  { date }: SheetMapping,
  language: Lang,
  kindOf: (path: string) => FieldKind | undefined,
): boolean {
  const dates = columns.filter(({ field }) => kindOf(field) === 'date').map(({ column }) => column);
  const cells =
    date === DATE_IN_ROWS
      ? rows.filter((row) => row.cells.size === 1).flatMap((row) => [...row.cells.values()])
      : rows.flatMap((row) => dates.flatMap((column) => row.cells.get(column) ?? []));
  return areDaysOfMonths(cells, language);
}

/** The themes and regions that rows of their own name for the events below them. */
class Groups {
  readonly #options: RowOptions;
  readonly #remarks: Problem[];
  readonly #language: Lang;
  #theme: RowCell | undefined;
  #region: RowCell | undefined;
  /** The date of the events below, where no column says it; null: one does. */
  #date: RowCell | undefined | null;
  /** The date of the events below that have none in its column. */
  #day: RowCell | undefined;
  /** The month of the days below it; null: dates are whole. */
  #month: NamedMonth | undefined | null;
  /** The last cell whose day has been said to be of that month. */
  #said: string | undefined;
  /** Rows that no event has followed yet. */
  #waiting: { theme?: RowCell | undefined; region?: RowCell | undefined; date?: RowCell | undefined } = {};

  constructor(
    theme: RowCell | undefined,
    date: RowCell | undefined | null,
    month: NamedMonth | undefined | null,
    options: RowOptions,
    language: Lang,
    remarks: Problem[],
  ) {
    this.#theme = theme;
    this.#date = date;
    this.#month = month;
    this.#language = language;
    this.#options = options;
    this.#remarks = remarks;
  }

  /**
   * A row that groups those below it.
   *
   * @param inDates the cell stands in the column of the dates: it is the day of the events below that have none there
   */
  begin(written: RowCell, inDates: boolean): void {
    const month = this.#month === null ? undefined : monthOfCell(written, this.#language);
    if (month !== undefined) {
      this.#noEvent(this.#waiting.date);
      this.#month = { ...month, words: written.text };
      if (this.#date === null) this.#day = written;
      else this.#date = written;
      this.#waiting.date = written;
      return;
    }
    const cell = this.#inMonth(written);
    if (TOTAL.test(cell.text)) this.#noEvent(cell);
    else if (inDates && (cell.date !== undefined || isDateText(cell.text))) {
      this.#noEvent(this.#waiting.date);
      this.#day = cell;
      this.#waiting.date = cell;
    } else if (this.isDate(cell)) {
      this.#noEvent(this.#waiting.date);
      this.#date = cell;
      this.#waiting.date = cell;
    } else if (this.#options.isRegion(cell.text) && !this.#options.isTheme(cell.text)) {
      this.#noEvent(this.#waiting.region);
      this.#region = cell;
      this.#waiting.region = cell;
    } else {
      this.end();
      this.#theme = { ...cell, text: cell.text.replace(THEME_PREFIX, '').trim() };
      this.#region = undefined;
      this.#waiting.theme = cell;
    }
  }

  /** Whether a cell of its own says the date of the events below it. */
  isDate(cell: Cell): boolean {
    if (this.#month !== null && monthOfCell(cell, this.#language) !== undefined) return true;
    if (
      this.#month &&
      this.#date !== null &&
      dayOfMonth(cell.text, this.#month, this.#language) !== undefined
    )
      return true;
    return this.#date !== null && (cell.date !== undefined || isDateText(cell.text));
  }

  /** A cell that names but a day, as the whole date that it is in the month above it; said once, though the cells below may mean the same. */
  #inMonth(cell: RowCell): RowCell {
    if (!this.#month || cell.date !== undefined) return cell;
    const whole = dayOfMonth(cell.text, this.#month, this.#language);
    if (whole === undefined) return cell;
    const [day, month] = [oneLine(cell.text), oneLine(this.#month.words)];
    const isSaid = this.#said === cell.at.cell;
    this.#said = cell.at.cell;
    const message =
      whole === 'contradicted'
        ? `"${day}" is another day of the week in "${month}": it is kept as words`
        : `"${day}" below "${month}" is read as "${oneLine(whole)}"`;
    if (!isSaid) this.#remarks.push({ message, at: cell.at });
    if (whole === 'contradicted') return cell;
    delete this.#waiting.date;
    return { ...cell, text: whole };
  }

  /** The cells of an event, with its theme, its region and its date. */
  placed(cells: Map<string, RowCell>, at: Position): Pick<EventRow, 'theme' | 'cells'> {
    const field = this.#options.fields.find(({ kind }) => kind === 'region')?.id;
    if (this.#region !== undefined && field !== undefined && !cells.has(field)) {
      cells.set(field, this.#region);
      delete this.#waiting.region;
    }
    const date = this.#options.fields.find(({ kind }) => kind === 'date')?.id;
    const said = date === undefined ? undefined : cells.get(date);
    if (date !== undefined && said !== undefined) cells.set(date, this.#inMonth(said));
    const day = this.#date ?? (date !== undefined && cells.get(date)?.text === '' ? this.#day : undefined);
    if (day !== undefined && date !== undefined) {
      cells.set(date, day);
      delete this.#waiting.date;
    } else if (this.#date === undefined && date !== undefined) cells.set(date, { text: '', at });
    const named = cells.get('theme');
    if (named !== undefined && named.text !== '') return { cells, theme: named };
    delete this.#waiting.theme;
    return this.#theme === undefined ? { cells } : { cells, theme: this.#theme };
  }

  /** Says which rows grouped nothing. */
  end(): void {
    this.#noEvent(this.#waiting.theme);
    this.#noEvent(this.#waiting.region);
    this.#noEvent(this.#waiting.date);
    this.#waiting = {};
  }

  #noEvent(cell: RowCell | undefined): void {
    if (cell !== undefined)
      this.#remarks.push({ message: `not an event: "${oneLine(cell.text)}"`, at: cell.at });
  }
}

/** The words of a cell in one line: all of them, since they are in no dataset. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The theme that a line above the headings names. */
function themeAbove(sheet: Sheet, { header }: SheetMapping, options: RowOptions): RowCell | undefined {
  const first = Math.min(...header);
  for (const { number, cells } of sheet.rows.filter((row) => row.number < first).reverse()) {
    for (const [column, cell] of cells) {
      const words = cell.text.replace(THEME_PREFIX, '').trim();
      if (words !== cell.text.trim() || options.isTheme(words))
        return { text: words, at: { file: options.file, cell: cellName(sheet.name, number, column) } };
    }
  }
  return undefined;
}

/** The date of a sheet that no column dates: as the mapping says, that above the headings where rows say it; null where columns say it. */
function dateGiven(
  sheet: Sheet,
  { date, header }: SheetMapping,
  place: CellReader['place'],
): RowCell | undefined | null {
  if (date === undefined) return null;
  if (date !== DATE_IN_ROWS) return { text: date, at: { ...place(1, 1), cell: sheet.name ?? '' } };
  const row = sheet.rows.findLast(({ number }) => number < Math.min(...header));
  const [[column, cell] = [], another] = row?.cells ?? [];
  if (row === undefined || column === undefined || cell === undefined || another !== undefined)
    return undefined;
  return cell.date !== undefined || isDateText(cell.text)
    ? { ...cell, at: place(row.number, column) }
    : undefined;
}

/** Columns that a mapping does not list, such as those that a later version of a list has: each with all its words. */
function unmapped(
  sheet: Sheet,
  { header, columns }: SheetMapping,
  rows: readonly Row[],
  { file, kept }: RowOptions,
): Problem[] {
  const listed = new Set(columns.map(({ column }) => columnNumber(column)));
  const words = new Map<number, Set<string>>();
  for (const { cells, hidden } of rows)
    for (const [column, cell] of cells)
      if (!listed.has(column) && hidden !== true && cell.text.trim() !== '')
        words.set(column, (words.get(column) ?? new Set()).add(wholeWords(cell)));
  const headings = sheet.rows.find(({ number }) => number === header.at(-1))?.cells;
  return [...words]
    .sort(([a], [b]) => a - b)
    .map(([column, texts]) => ({
      message: `the column "${oneLine(headings?.get(column)?.text ?? columnLetters(column))}" is not in the mapping and not read: "${[...texts].join(' · ')}"`,
      at: { file, cell: cellName(sheet.name, header[0] ?? 1, column) },
      hint:
        kept === undefined
          ? 'add it to the mapping'
          : `add it to ${kept}, or delete that file to have a new mapping proposed`,
    }));
}

/** A table without a column of an event: where it stands, what it is headed, and all its words. */
function otherTable(
  sheet: Sheet,
  { header, columns }: SheetMapping,
  rows: readonly Row[],
  place: (row: number, column: number) => Position,
): Problem {
  const first = Math.min(...header);
  const numbers = columns.map(({ column }) => columnNumber(column) ?? 1);
  // A sheet may have more cells than a function can be given.
  const filled = [...rows.flatMap(({ cells }) => [...cells.keys()]), ...numbers].sort((a, b) => a - b);
  const last = columnLetters(filled.at(-1) ?? 1) + (rows.at(-1)?.number ?? Math.max(...header));
  const start = place(first, filled[0] ?? 1);
  const headings = columns.flatMap(({ heading }) => heading || []).join(' · ');
  const words = rows.map(wordsOfRow);
  return {
    message: `a table of something else, not read: "${headings}", ${rows.length} rows: "${words.join(' | ')}"`,
    at: { ...start, cell: `${start.cell ?? sheet.name ?? ''}:${last}` },
  };
}

/** Rows that cells merged downwards cover, by their first column. */
function mergedDown({ merges, rows }: Sheet): Map<number, Set<number>> {
  const last = rows.at(-1)?.number ?? 0;
  const covered = new Map<number, Set<number>>();
  for (const { top, bottom, left } of merges) {
    if (bottom === top) continue;
    const list = covered.get(left) ?? new Set<number>();
    for (let row = top; row <= Math.min(bottom, last); row++) list.add(row);
    covered.set(left, list);
  }
  return covered;
}

/** Columns in which ranges begin that are merged sideways, by row. */
function mergedSideways({ merges }: Sheet): Map<number, Set<number>> {
  const starts = new Map<number, Set<number>>();
  for (const { top, left, right } of merges)
    if (right > left) starts.set(top, (starts.get(top) ?? new Set<number>()).add(left));
  return starts;
}

/** The only cell of a row that groups the rows below it: it spans columns, is no title, or names a theme. */
function groupCell(
  row: Row,
  wide: ReadonlyMap<number, ReadonlySet<number>>,
  columns: readonly MappedColumn[],
  groups: Groups,
  options: RowOptions,
): { column: number; cell: Cell } | undefined {
  const [[column, cell] = [], another] = row.cells;
  if (column === undefined || cell === undefined || another !== undefined) return undefined;
  const merged = wide.get(row.number)?.has(column) === true;
  const field = columns.find((mapped) => mapped.column === column)?.field ?? '';
  // An hour at which nothing is: an empty line of a timetable.
  if (!merged && kindsIn(options.fields)(field) === 'time' && isTimeText(cell.text.trim())) return undefined;
  const untitled = !['title', 'description'].includes(kindsIn(options.fields)(field) ?? '');
  const words = cell.text.replace(THEME_PREFIX, '');
  const named = words !== cell.text || options.isTheme(words) || TOTAL.test(cell.text);
  return merged || untitled || named || groups.isDate(cell) ? { column, cell } : undefined;
}

/** The headings once more, as at the top of a printed page. */
function isHeader(row: Row, columns: readonly MappedColumn[]): boolean {
  const filled = columns.filter(({ column }) => row.cells.has(column));
  return (
    filled.length > 1 &&
    filled.every(({ column, heading }) => {
      const text = foldName(row.cells.get(column)?.text ?? '');
      return text !== '' && heading.includes(text);
    })
  );
}

interface CellReader {
  place(row: number, column: number): Position;
  /** The words that a cell stands for. */
  words(text: string, field: string, at: Position): string;
  /** Whether a field holds paragraphs. */
  isLong(field: string): boolean;
  /** Whether a field holds times of day. */
  isTime(field: string): boolean;
  own: boolean;
  /** Says that an empty cell means the same as one above. */
  carried(cell: RowCell, to: Position): void;
  /** Says that a time is not that of any place. */
  universal(at: Position): void;
  /** Says which date a number is read as. */
  counted(number: string, date: string, at: Position): void;
  /** Says that a time beside a date has no field. */
  unread(time: string, at: Position): void;
}

function cellsOf(
  row: Row,
  columns: readonly MappedColumn[],
  above: Map<number, RowCell>,
  reader: CellReader,
  isMerged: (column: number) => boolean,
): Map<string, RowCell> {
  const cells = new Map<string, RowCell>();
  const besideDate = new Map<string, boolean>();
  for (const { column, field, carry } of columns) {
    const written = row.cells.get(column) ?? { text: '' };
    const same = columns.filter((other) => other.column === column);
    const timed = same.some((other) => reader.isTime(other.field));
    const read = reader.own ? written : partOf(written, field, timed && same.some(isHalfOrDate));
    const at = reader.place(row.number, written.from ?? column);
    let cell: RowCell = { ...read, text: reader.words(read.text, field, at), at };
    if (carry && cell.text === '') {
      const same = above.get(column);
      if (same !== undefined) reader.carried(same, at);
      cell = same ?? cell;
    } else if (carry) {
      beginGroup(above, columns, column, cell.text);
      // What is merged says itself how far down it goes.
      if (!isMerged(column)) above.set(column, cell);
    }
    if (!reader.own && read.time !== undefined && !timed && HOLDS_DATE.test(field))
      reader.unread(read.time, at);
    if (!reader.own && HOLDS_DATE.test(field) && countedDate(written).date !== written.date)
      reader.counted(written.text, read.text, at);
    if (!reader.own && read.utc && reader.isTime(field)) reader.universal(at);
    const earlier = cells.get(field);
    // A time beside a date and a column of times are no start and end.
    const isBeside = timed && same.some(isHalfOrDate);
    const isRange = reader.isTime(field) && besideDate.get(field) === isBeside;
    const glue = reader.isLong(field)
      ? '\n'
      : isRange && earlier
        ? dashBetween(earlier.text, cell.text)
        : ', ';
    besideDate.set(field, isBeside);
    cells.set(field, earlier === undefined ? cell : joined(earlier, cell, glue));
  }
  return cells;
}

/** A cell with other words begins a group: what stood above in its column, and in the columns to the right, is not said of it. */
function beginGroup(
  above: Map<number, RowCell>,
  columns: readonly MappedColumn[],
  column: number,
  words: string,
): void {
  const before = above.get(column);
  above.delete(column);
  if (before === undefined || foldName(before.text) === foldName(words)) return;
  for (const other of columns) if (other.carry && other.column > column) above.delete(other.column);
}

const HOLDS_DATE = /^(?:date|start|end)$/;
const isHalfOrDate = ({ field }: MappedColumn): boolean => HOLDS_DATE.test(field);

/**
 * What a cell says of a field: of a date with a time, the date; or the time, where the column holds both. Words of a date whose time has no field stay
 * together.
 */
function partOf(cell: Cell, field: string, shared: boolean): Cell {
  if (HOLDS_DATE.test(field)) {
    const apart = dated(countedDate(cell));
    return field === 'date' && !shared && apart.date === undefined ? cell : apart;
  }
  if (field === 'theme' && cell.time !== undefined) return { ...cell, text: `${cell.text} ${cell.time}` };
  if (!shared) return cell;
  const { time = '', utc } = dated(countedDate(cell));
  return { text: time, ...(utc === undefined ? {} : { utc }) };
}

/** What stands between the halves of a range of times: a dash that stands off where they hold words or spaces. */
function dashBetween(...halves: readonly string[]): string {
  return halves.some((half) => /[\p{L}\s]/u.test(half)) ? ' – ' : '–';
}

/** Two cells that hold the same field: paragraphs of a description, members of a list of bodies, start and end of a time. */
function joined(first: RowCell, second: RowCell, glue: string): RowCell {
  const text = [...new Set([first.text, second.text])].filter((words) => words !== '').join(glue);
  return { ...(first.text === '' ? second : first), text };
}

/** Letters and digits of the mathematical alphabets, which social networks use for bold and italic words: no text font has them. */
const STYLED = /[\u{1D400}-\u{1D7FF}]+/gu;

/** The words of a cell that was typed for people: without stray space, line breaks only where they part paragraphs. */
export function cleaned(text: string, long: boolean, at: Position, remarks: Problem[]): string {
  let words = text.replace(/[\v\f\u2028\u2029]/g, '\n');
  for (let code = forbiddenCharacter(words); code !== undefined; code = forbiddenCharacter(words)) {
    remarks.push({ message: `the character ${code} cannot be printed and is left out`, at });
    words = words.replaceAll(String.fromCodePoint(Number.parseInt(code.slice(2), 16)), '');
  }
  const plain = words.replace(STYLED, (letters) => letters.normalize('NFKC'));
  if (plain !== words)
    remarks.push({
      message: `letters in the look of a formula are read as plain ones: "${oneLine(plain)}"`,
      at,
    });
  words = plain;
  if (/^\s*[-–—−]\s*$/.test(words)) return '';
  if (long) return paragraphsOf(words).join('\n');
  return words.replace(/[ \t\n]+/g, ' ').trim();
}
