/** The rows of tables that are events. */
import { type Position, type Problem, UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import {
  cellName,
  columnLetters,
  columnNumber,
  type Field,
  type FieldKind,
  fieldKinds,
  type Lang,
  LIMITS,
} from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { isClocks } from '../../text/dates/index.ts';
import { tooManyItems } from '../parse-file.ts';
import { type Cell, type CellComment, type Row, type Sheet, withoutMarkup } from '../sheet/index.ts';
import {
  areDaysOfMonths,
  cleaned,
  countedDate,
  dated,
  dayOfMonth,
  type HeadingMonth,
  isDateCell,
  isTotal,
  monthOfCell,
  oneLine,
  TOTAL,
  wholeWords,
} from './cell-text.ts';
import { lostLooks } from './emphasis.ts';
import { NO_WORDS, namesEnd, readHeading, THEME_PREFIX } from './headings.ts';
import { asWritten, type Lists, mergedDown, mergedSideways, type Table } from './layout.ts';
import { DATE_IN_ROWS, type SheetMapping } from './mapping.ts';
import { messageOf } from './messages.ts';

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
  /** Its words are those of an exported workbook: every character counts, and an id, a theme or a status is meant as it is written. */
  exact?: true;
  /** Cells by field; a column that is empty in this row has a cell without words. */
  cells: ReadonlyMap<string, RowCell>;
}

/** How to read rows. */
export interface RowOptions {
  /** Name of the file, for messages. */
  file: string;
  /** File of the dataset that keeps the mapping, where it is one of those. */
  kept?: string;
  /** True for words that name a theme, or a region, that the programme knows. */
  isTheme(words: string): boolean;
  isRegion(words: string): boolean;
  /** What events of the programme say. */
  fields: readonly Field[];
}

/** Rows of a spreadsheet that are events, and what there is to say of the others. */
export interface RowsResult {
  rows: readonly EventRow[];
  /** What is wrong with the mapping. */
  problems: readonly Problem[];
  /** Rows that are no events, and what was left out. */
  remarks: readonly Problem[];
}

/**
 * The rows of a spreadsheet that are events, in their order.
 *
 * @throws UserError when there are more than any programme has
 */
export function eventRows({ workbook, mapping, tables }: Lists, options: RowOptions): RowsResult {
  const problems: Problem[] = [];
  const remarks: Problem[] = [];
  const rows: EventRow[] = [];
  mapping.sheets.forEach((own, index) => {
    const table = tables[index];
    if (table === undefined) {
      const names = workbook.sheets.map(({ name }) => `"${name ?? ''}"`).join(', ');
      problems.push({
        message: `there is no sheet "${own.name ?? ''}"`,
        at: { file: options.file },
        hint: `sheets: ${names}; ${correctIt(options)}`,
      });
      return;
    }
    problems.push(...wrongHeadings(table.sheet, own, options));
    for (const row of rowsOfTable(table, own, mapping.language, options, remarks)) {
      if (rows.length === LIMITS.items) throw new UserError(tooManyItems(options.file));
      rows.push(row);
    }
  });
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
    // A mapping to be filled in by hand has long headings cut.
    const agrees = [found, found.slice(0, 80)].some((words) => foldName(heading).endsWith(foldName(words)));
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

/** A column and the field that it fills. */
interface MappedColumn {
  column: number;
  field: string;
  kind: FieldKind | undefined;
  heading: string;
  /** Its cells are dates, but not of the event: days by which something is to be done. */
  isDeadline: boolean;
  carry: boolean;
}

/** A table that is read, and where what there is to say of it goes. */
interface Reading {
  table: Table;
  mapping: SheetMapping;
  columns: readonly MappedColumn[];
  /** Of the texts whose column names none. */
  language: Lang;
  options: RowOptions;
  place(row: number, column: number): Position;
  remark(said: Message, at: Position): void;
  remarks: Problem[];
}

function readingOf(
  table: Table,
  mapping: SheetMapping,
  language: Lang,
  options: RowOptions,
  remarks: Problem[],
): Reading {
  const kindOf = fieldKinds(options.fields);
  const columns = mapping.columns
    .filter(({ field }) => field !== 'ignore')
    .map(({ column, field, heading, carry }) => ({
      column: columnNumber(column) ?? 0,
      field,
      kind: kindOf(field),
      heading: foldName(heading),
      isDeadline: kindOf(field) === 'text' && readHeading(heading, NO_WORDS).role === 'deadline',
      carry: carry === true,
    }));
  return {
    table,
    mapping,
    columns,
    language,
    options,
    place: (row, column) => ({ file: options.file, cell: cellName(table.sheet.name, row, column) }),
    remark: (said, at) => remarks.push({ ...said, at }),
    remarks,
  };
}

function* rowsOfTable(
  table: Table,
  mapping: SheetMapping,
  language: Lang,
  options: RowOptions,
  remarks: Problem[],
): Generator<EventRow> {
  const reading = readingOf(table, mapping, language, options, remarks);
  const { columns, place, remark } = reading;
  const { sheet } = table;
  const whole = { file: options.file, cell: sheet.name ?? '' };
  if (columns.length === 0) {
    if (table.rows.length + mapping.columns.length > 0) remarks.push(otherTable(reading));
    return;
  }
  remarks.push(...unmapped(reading));
  if (mapping.date === DATE_IN_ROWS) remark(messageOf('dates-in-rows'), whole);
  else if (mapping.date !== undefined) remark(messageOf('date-of-all', { date: mapping.date }), whole);
  const groups = new Groups(reading, language);
  const titles = new Set(columns.filter(({ kind }) => kind === 'title').map(({ column }) => column));
  const firstTitle = columns.find(({ kind }) => kind === 'title')?.column ?? 1;
  const shown = shownRows(reading, titles);
  for (const { number, cells } of shown)
    for (const [column, { text, ditto }] of cells)
      if (ditto !== undefined)
        remark(
          messageOf('cell-means-same', {
            cell: cellName(undefined, ditto.row, column),
            words: oneLine(text),
          }),
          place(number, column),
        );
  const comments = new Map<number, CellComment[]>();
  for (const comment of sheet.comments ?? [])
    comments.set(comment.row, [...(comments.get(comment.row) ?? []), comment]);
  const written = new Map(sheet.rows.map((row) => [row.number, row]));
  const wide = mergedSideways(sheet);
  const above = new CellsAbove(sheet, columns);
  const lastFull = shown.findLast(({ cells }) => cells.size > 1)?.number ?? Number.POSITIVE_INFINITY;
  const isApart = !shown.some(({ number }) => number === lastFull + 1);
  let previous = Math.max(...table.header);
  let isFull = false;
  for (const row of shown) {
    const [[first = 1, cell] = []] = row.cells;
    // Behind an empty row below the last full one stand notes, not events.
    if (isApart && row.number > lastFull + 1 && cell !== undefined && titles.has(first)) {
      remark(messageOf('row-below-table', { words: oneLine(cell.text) }), place(row.number, first));
      continue;
    }
    if (row.number > previous + 1) above.forget();
    previous = row.through ?? row.number;
    const single = groupCell(written.get(row.number) ?? row, wide, reading, groups);
    if (single !== undefined) {
      const kind = columns.find(({ column }) => column === single.column)?.kind;
      groups.begin({ ...single.cell, at: place(row.number, single.column) }, kind === 'date');
      above.forget();
      continue;
    }
    if (isHeader(row, columns)) continue;
    if (isTotal(row, titles)) {
      remark(messageOf('row-no-event', { words: wordsOfRow(row) }), place(row.number, first));
      continue;
    }
    const cells = cellsOf(row, reading, above);
    if (!columns.some(({ field, kind }) => kind === 'title' && (cells.get(field)?.text ?? '') !== '')) {
      if (row.cells.size > 0)
        remark(messageOf('row-not-read', { words: wordsOfRow(row) }), place(row.number, first));
      continue;
    }
    const title = row.cells.get(firstTitle);
    const at = place(row.number, title?.from ?? firstTitle);
    const noted = mapping.comments === undefined ? [] : (comments.get(row.number) ?? []);
    if (mapping.comments !== undefined && noted.length > 0) {
      comments.delete(row.number);
      const text = noted.map(({ column, text }) => `${cellName(undefined, row.number, column)}: ${text}`);
      cells.set(mapping.comments, {
        text: text.map((one) => cleaned(one, true, at, remarks)).join('\n'),
        at,
      });
    }
    const called = oneLine(title?.text ?? '');
    if (row.through !== undefined && mapping.below !== undefined)
      remark(messageOf('sentence-is-description', { title: called }), place(row.through, firstTitle));
    const placed = groups.placed(cells, at);
    if (isFull && columns.length >= WIDE && row.cells.size === 1 && isAlone(placed.cells, columns))
      remark(messageOf('title-alone', { title: called }), at);
    isFull = row.cells.size > 1;
    yield { at, ...(row.struck ? { struck: true as const } : {}), ...placed };
  }
  groups.end();
  for (const { row, column, text } of [...comments.values()].flat())
    remark(messageOf('cell-comment-not-read', { words: oneLine(text) }), place(row, column));
}

/** Columns from which on a row with nothing but a title is not what most rows are. */
const WIDE = 3;

/** Whether an event says nothing but what it is called. */
function isAlone(cells: EventRow['cells'], columns: readonly MappedColumn[]): boolean {
  const titles = new Set(columns.filter(({ kind }) => kind === 'title').map(({ field }) => field));
  return [...cells].every(([field, { text }]) => text === '' || titles.has(field));
}

/** All that the cells of a row say. */
function wordsOfRow({ cells }: Row): string {
  return [...cells.values()].map(wholeWords).join(' · ');
}

/** A row as a reader sees it, and whether it is struck out. */
interface ShownRow extends Row {
  struck: boolean;
}

/**
 * The rows that a reader sees: hidden ones, struck words beside others, and struck cells of rows that are not struck themselves are left out, each
 * with a remark that has all its words. A row whose title is struck is struck. Markup of web pages becomes text.
 */
function shownRows(
  { table, mapping, options, place, remark, remarks }: Reading,
  titles: ReadonlySet<number>,
): ShownRow[] {
  const pathOf = (column: number): string =>
    mapping.columns.find((own) => columnNumber(own.column) === column)?.field ?? '';
  return table.rows.flatMap((row): ShownRow[] => {
    if (row.hidden) {
      const [first = 1] = row.cells.keys();
      remark(messageOf('row-hidden', { words: wordsOfRow(row) }), place(row.number, first));
      return [];
    }
    const all = [...row.cells.values()].every(({ struck }) => struck === true);
    const struck = all || [...row.cells].some(([column, cell]) => titles.has(column) && cell.struck === true);
    const shown: [number, Cell][] = [];
    for (const [column, cell] of row.cells) {
      const at = place(row.number, cell.from ?? column);
      const gone = cell.struckWords ?? (cell.struck && !struck ? cell.text : undefined);
      if (gone !== undefined) remark(messageOf('cell-struck-out', { words: gone }), at);
      if (cell.struck && !struck) continue;
      const text = withoutMarkup(cell.text);
      if (cell.ditto === undefined) {
        remarks.push(...lostLooks(cell, pathOf(column), options.fields, at));
        if (text !== cell.text) remark(messageOf('markup-read-as-text'), at);
      }
      if (text.trim() !== '') shown.push([column, text === cell.text ? cell : { ...cell, text }]);
    }
    if (shown.length === 0) return [];
    // The cells of a large sheet are not held twice.
    const same =
      shown.length === row.cells.size && shown.every(([column, cell]) => row.cells.get(column) === cell);
    return [{ ...row, cells: same ? row.cells : new Map(shown), struck }];
  });
}

/** Columns that a mapping does not list, such as those that a later version of a list has: each with all its words. */
function unmapped({ table, mapping, options }: Reading): Problem[] {
  const { header, columns } = mapping;
  const { file, kept } = options;
  const listed = new Set(columns.map(({ column }) => columnNumber(column)));
  const words = new Map<number, Set<string>>();
  for (const { cells, hidden } of table.rows)
    for (const [column, cell] of cells)
      if (!listed.has(column) && hidden !== true && cell.text.trim() !== '')
        words.set(column, (words.get(column) ?? new Set()).add(wholeWords(asWritten(cell))));
  const headings = table.sheet.rows.find(({ number }) => number === header.at(-1))?.cells;
  return [...words]
    .sort(([a], [b]) => a - b)
    .map(([column, texts]) => ({
      message: `the column "${oneLine(headings?.get(column)?.text ?? columnLetters(column))}" is not in the mapping and not read: "${[...texts].join(' · ')}"`,
      at: { file, cell: cellName(table.sheet.name, header[0] ?? 1, column) },
      hint:
        kept === undefined
          ? 'add it to the mapping'
          : `add it to ${kept}, or delete that file to have a new mapping proposed`,
    }));
}

/** A table without a column of an event: where it stands, what it is headed, and all its words. */
function otherTable({ table: { sheet, rows }, mapping: { header, columns }, place }: Reading): Problem {
  const first = Math.min(...header);
  const numbers = columns.map(({ column }) => columnNumber(column) ?? 1);
  // A sheet may have more cells than a function can be given.
  const filled = [...rows.flatMap(({ cells }) => [...cells.keys()]), ...numbers].sort((a, b) => a - b);
  const last = columnLetters(filled.at(-1) ?? 1) + (rows.at(-1)?.number ?? Math.max(...header));
  const start = place(first, filled[0] ?? 1);
  const headings = columns.flatMap(({ heading }) => heading || []).join(' · ');
  const words = rows.map(({ cells }) =>
    [...cells.values()].map((cell) => wholeWords(asWritten(cell))).join(' · '),
  );
  return {
    ...messageOf('table-not-read', { headings, count: rows.length, words: words.join(' | ') }),
    at: { ...start, cell: `${start.cell ?? sheet.name ?? ''}:${last}` },
  };
}

/** The only cell of a row that groups the rows below it: it spans columns, is no title, or names a theme. */
function groupCell(
  row: Row,
  wide: ReadonlyMap<number, ReadonlySet<number>>,
  { columns, options }: Reading,
  groups: Groups,
): { column: number; cell: Cell } | undefined {
  const [[column, cell] = [], another] = row.cells;
  if (column === undefined || cell === undefined || another !== undefined) return undefined;
  const merged = wide.get(row.number)?.has(column) === true;
  const kind = columns.find((mapped) => mapped.column === column)?.kind;
  // An hour at which nothing is: an empty line of a timetable.
  if (!merged && kind === 'time' && isClocks(cell.text.trim())) return undefined;
  const untitled = kind !== 'title' && kind !== 'description';
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

/** A month that days below it are of, and its words. */
interface NamedMonth extends HeadingMonth {
  words: string;
}

/** What rows of their own, the lines above the headings and the mapping say of the events below them: theme, region, date, month. */
class Groups {
  readonly #reading: Reading;
  readonly #language: Lang;
  readonly #dateField: string | undefined;
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

  constructor(reading: Reading, language: Lang) {
    this.#reading = reading;
    this.#language = language;
    this.#dateField = reading.options.fields.find(({ kind }) => kind === 'date')?.id;
    this.#theme = themeAbove(reading);
    this.#date = dateGiven(reading);
    this.#month = namesDays(reading, language) ? monthAbove(reading, language) : null;
  }

  /**
   * A row that groups those below it.
   *
   * @param inDates the cell stands in the column of the dates: it is the day of the events below that have none there
   */
  begin(written: RowCell, inDates: boolean): void {
    const month = this.#month === null ? undefined : monthOfCell(written, this.#language);
    if (month !== undefined) {
      this.#month = { ...month, words: written.text };
      this.#beginDate(written, this.#date === null);
      return;
    }
    const { isRegion, isTheme } = this.#reading.options;
    const cell = this.#inMonth(written);
    if (TOTAL.test(cell.text)) this.#noEvent(cell);
    else if (inDates && isDateCell(cell)) this.#beginDate(cell, true);
    else if (this.isDate(cell)) this.#beginDate(cell, false);
    else if (isRegion(cell.text) && !isTheme(cell.text)) {
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

  #beginDate(cell: RowCell, inColumn: boolean): void {
    this.#noEvent(this.#waiting.date);
    if (inColumn) this.#day = cell;
    else this.#date = cell;
    this.#waiting.date = cell;
  }

  /** Whether a cell of its own says the date of the events below it. */
  isDate(cell: Cell): boolean {
    if (this.#month !== null && monthOfCell(cell, this.#language) !== undefined) return true;
    if (this.#date === null) return false;
    return (
      isDateCell(cell) ||
      (this.#month ? dayOfMonth(cell.text, this.#month, this.#language) !== undefined : false)
    );
  }

  /** A cell that names but a day, as the whole date that it is in the month above it; said once, though the cells below may mean the same. */
  #inMonth(cell: RowCell): RowCell {
    if (!this.#month || cell.date !== undefined) return cell;
    const whole = dayOfMonth(cell.text, this.#month, this.#language);
    if (whole === undefined) return cell;
    const [day, month] = [oneLine(cell.text), oneLine(this.#month.words)];
    const said =
      whole === 'contradicted'
        ? messageOf('day-contradicted', { day, month })
        : messageOf('day-below-month', { day, month, date: oneLine(whole) });
    if (this.#said !== cell.at.cell) this.#reading.remark(said, cell.at);
    this.#said = cell.at.cell;
    if (whole === 'contradicted') return cell;
    delete this.#waiting.date;
    return { ...cell, text: whole };
  }

  /** The cells of an event, with its theme, its region and its date. */
  placed(cells: Map<string, RowCell>, at: Position): Pick<EventRow, 'theme' | 'cells'> {
    const field = this.#reading.options.fields.find(({ kind }) => kind === 'region')?.id;
    if (this.#region !== undefined && field !== undefined && !cells.has(field)) {
      cells.set(field, this.#region);
      delete this.#waiting.region;
    }
    if (this.#dateField !== undefined) this.#placeDate(cells, this.#dateField, at);
    const named = cells.get('theme');
    if (named !== undefined && named.text !== '') return { cells, theme: named };
    delete this.#waiting.theme;
    return this.#theme === undefined ? { cells } : { cells, theme: this.#theme };
  }

  #placeDate(cells: Map<string, RowCell>, field: string, at: Position): void {
    const said = cells.get(field);
    const own = said && this.#inMonth(said);
    if (own !== undefined) cells.set(field, own);
    const day = this.#date ?? (own?.text === '' ? this.#day : undefined);
    if (day !== undefined) {
      cells.set(field, day);
      delete this.#waiting.date;
    } else if (this.#date === undefined) cells.set(field, { text: '', at });
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
      this.#reading.remark(messageOf('row-no-event', { words: oneLine(cell.text) }), cell.at);
  }
}

/** The theme that a line above the headings names; else that of the mapping. */
function themeAbove({ table: { sheet, header }, mapping, options, place }: Reading): RowCell | undefined {
  const first = Math.min(...header);
  for (const { number, cells } of sheet.rows.filter((row) => row.number < first).reverse()) {
    for (const [column, cell] of cells) {
      const words = cell.text.replace(THEME_PREFIX, '').trim();
      if (words !== cell.text.trim() || options.isTheme(words))
        return { text: words, at: place(number, column) };
    }
  }
  const { theme } = mapping;
  return theme === undefined
    ? undefined
    : { text: theme, at: { file: options.file, cell: sheet.name ?? '' } };
}

/** The date of a sheet that no column dates: as the mapping says, that above the headings where rows say it; null where columns say it. */
function dateGiven({
  table: { sheet, header },
  mapping: { date },
  place,
}: Reading): RowCell | undefined | null {
  if (date === undefined) return null;
  if (date !== DATE_IN_ROWS) return { text: date, at: { ...place(1, 1), cell: sheet.name ?? '' } };
  const row = sheet.rows.findLast(({ number }) => number < Math.min(...header));
  const [[column, cell] = [], another] = row?.cells ?? [];
  if (row === undefined || column === undefined || cell === undefined || another !== undefined)
    return undefined;
  return isDateCell(cell) ? { ...cell, at: place(row.number, column) } : undefined;
}

/** The month of the line right above the headings, else of the name of the sheet. */
function monthAbove({ table: { sheet, header } }: Reading, language: Lang): NamedMonth | undefined {
  const row = sheet.rows.findLast(({ number }) => number < Math.min(...header));
  for (const cell of [...(row?.cells.values() ?? []), { text: sheet.name ?? '' }]) {
    const month = monthOfCell(cell, language);
    if (month !== undefined) return { ...month, words: cell.text };
  }
  return undefined;
}

/** Whether the cells that date events name but days, below months. */
function namesDays({ table: { rows }, mapping: { date }, columns }: Reading, language: Lang): boolean {
  const dates = columns.filter(({ kind }) => kind === 'date').map(({ column }) => column);
  const cells =
    date === DATE_IN_ROWS
      ? rows.filter((row) => row.cells.size === 1).flatMap((row) => [...row.cells.values()])
      : rows.flatMap((row) => dates.flatMap((column) => row.cells.get(column) ?? []));
  return areDaysOfMonths(cells, language);
}

/** Cells of columns whose empty cells mean the same as the one above. */
class CellsAbove {
  readonly #columns: readonly MappedColumn[];
  /** Rows that merged cells cover, by column: what is merged says itself how far down it goes. */
  readonly #merged: ReadonlyMap<number, ReadonlySet<number>>;
  readonly #cells = new Map<number, RowCell>();

  constructor(sheet: Sheet, columns: readonly MappedColumn[]) {
    this.#columns = columns.filter(({ carry }) => carry);
    this.#merged = mergedDown(sheet);
  }

  forget(): void {
    this.#cells.clear();
  }

  /** What a cell without words means. */
  get(column: number): RowCell | undefined {
    return this.#cells.get(column);
  }

  /** A cell with other words begins a group: what stood above in its column, and in the columns to the right, is not said of it. */
  begin(column: number, row: number, cell: RowCell): void {
    const before = this.#cells.get(column);
    this.#cells.delete(column);
    if (before !== undefined && foldName(before.text) !== foldName(cell.text))
      for (const other of this.#columns) if (other.column > column) this.#cells.delete(other.column);
    if (this.#merged.get(column)?.has(row) !== true) this.#cells.set(column, cell);
  }
}

/** The cells of a row by field; those of columns that are empty have no words. */
function cellsOf(
  row: Row,
  { columns, language, place, remark, remarks }: Reading,
  above: CellsAbove,
): Map<string, RowCell> {
  const cells = new Map<string, RowCell>();
  const besideDate = new Map<string, boolean>();
  for (const { column, field, kind, heading, isDeadline, carry } of columns) {
    const written = row.cells.get(column) ?? { text: '' };
    const at = place(row.number, written.from ?? column);
    const same = columns.filter((other) => other.column === column);
    const timed = same.some((other) => other.kind === 'time');
    const isBeside = timed && same.some(holdsDate);
    const isDate = holdsDate({ field, kind });
    const read = isDeadline ? countedDate(written) : partOf(written, field, isBeside, isDate, language);
    let cell: RowCell = { ...read, text: cleaned(read.text, kind === 'description', at, remarks), at };
    if (carry && cell.text === '') {
      const meant = above.get(column);
      if (meant !== undefined)
        remark(
          messageOf('empty-cell-means-same', { cell: meant.at.cell ?? 'above', words: oneLine(meant.text) }),
          at,
        );
      cell = meant ?? cell;
    } else if (carry) above.begin(column, row.number, cell);
    if (isDate && read.time !== undefined && !timed)
      remark(messageOf('time-beside-date-not-read', { time: read.time }), at);
    if ((isDate || isDeadline) && countedDate(written).date !== written.date)
      remark(messageOf('number-read-as-date', { number: written.text, date: read.text }), at);
    if (read.utc && kind === 'time') remark(messageOf('time-universal'), at);
    const earlier = cells.get(field);
    // A time beside a date and a column of times are no start and end, unless its heading says so.
    const isRange = kind === 'time' && (besideDate.get(field) === isBeside || namesEnd(heading) === 'end');
    besideDate.set(field, isBeside);
    if (earlier === undefined) cells.set(field, cell);
    else if (kind === 'description') cells.set(field, joined(earlier, cell, '\n'));
    else cells.set(field, joined(earlier, cell, isRange ? dashBetween(earlier.text, cell.text) : ', '));
  }
  return cells;
}

/** Whether a column says when events are, or when they begin or end. */
function holdsDate({ field, kind }: Pick<MappedColumn, 'field' | 'kind'>): boolean {
  return kind === 'date' || (kind === undefined && (field === 'start' || field === 'end'));
}

/**
 * What a cell says of a field: of a date with a time, the date; or the time, where the column holds both. Words of a date whose time has no field stay
 * together.
 */
function partOf(cell: Cell, field: string, shared: boolean, isDate: boolean, language: Lang): Cell {
  if (isDate) {
    const apart = dated(countedDate(cell), language);
    return field !== 'start' && field !== 'end' && !shared && apart.date === undefined ? cell : apart;
  }
  if (field === 'theme' && cell.time !== undefined) return { ...cell, text: `${cell.text} ${cell.time}` };
  if (!shared) return cell;
  const { time = '', utc } = dated(countedDate(cell), language);
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
