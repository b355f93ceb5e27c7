/** Reads the rows of tables that contain events. */
import { isDeepStrictEqual } from 'node:util';
import { type Position, type Problem, UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import {
  cellName,
  columnLetters,
  columnNumber,
  type Field,
  type FieldKind,
  fieldKinds,
  groupBy,
  type Lang,
  LIMITS,
  oneLine,
  parseTimePhrase,
  pathParts,
} from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { isClocks } from '../../text/dates/index.ts';
import { tooManyItems } from '../parse-file.ts';
import {
  addressesInMarkup,
  type Cell,
  type Merge,
  type Row,
  type Sheet,
  withoutMarkup,
} from '../sheet/index.ts';
import {
  areDaysOfMonths,
  cleaned,
  countedDate,
  countedTime,
  dashBetween,
  dated,
  dayOfMonth,
  type HeadingMonth,
  holdsPrivate,
  isDateCell,
  isHour,
  isTotal,
  monthOfCell,
  privatePart,
  STAMP,
  TOTAL,
  wholeWords,
} from './cell-text.ts';
import { lostLooks } from './emphasis.ts';
import { isDay } from './flatten-grid.ts';
import { NO_OWN_NAMES, namesEnd, readHeading, THEME_PREFIX } from './headings.ts';
import {
  asWritten,
  headingsIn,
  type Lists,
  LONG,
  mergedDown,
  readsAsDescription,
  type Table,
} from './layout.ts';
import { DATE_IN_ROWS, isHeading, type SheetMapping } from './mapping.ts';
import { messageOf } from './messages.ts';
import { holdsNotes, withoutNotes } from './notes.ts';

/** The text of a cell and its position. */
export interface RowCell extends Cell {
  at: Position;
}

/** A row of a spreadsheet that contains an event. */
export interface EventRow {
  at: Position;
  /** The name of the theme: from a column, a row above or the sheet. */
  theme?: RowCell;
  /** Set if the title or the whole row is struck out. */
  struck?: true;
  /**
   * Set if the row comes from a workbook that the program exported: texts are not cleaned, and ids, themes and statuses
   * are read literally.
   */
  exact?: true;
  /** The year of the row's dates, if a separate column contains it. */
  year?: number;
  /** The cells, by field path. Each field with a column has a cell; the text of an empty cell is empty. */
  cells: ReadonlyMap<string, RowCell>;
}

/** Options for reading rows. */
export interface RowOptions {
  /** The name of the file, for messages. */
  file: string;
  /** The dataset file that contains the mapping, if it is stored. */
  kept?: string;
  /** Whether a text is the name of a theme of the programme. */
  isTheme(words: string): boolean;
  isRegion(words: string): boolean;
  /** The fields of the programme's events. */
  fields: readonly Field[];
}

/** The events of a spreadsheet, and remarks on the rows without events. */
export interface RowsResult {
  rows: readonly EventRow[];
  /** Errors in the mapping. */
  problems: readonly Problem[];
  /** Remarks on rows without an event, and on omitted content. */
  remarks: readonly Problem[];
}

/**
 * Returns the rows of a spreadsheet that contain events, in order.
 *
 * @throws UserError if there are more events than the limit
 */
export function eventRows({ workbook, mapping, tables }: Lists, options: RowOptions): RowsResult {
  const problems: Problem[] = [];
  const remarks: Problem[] = [];
  const rows: EventRow[] = [];
  mapping.sheets.forEach((sheetMapping, index) => {
    const table = tables[index];
    if (table === undefined) {
      const known = workbook.sheets.map(({ name }) => `"${name ?? ''}"`).join(', ');
      const parameters = { name: sheetMapping.name ?? '', known, correct: correctIt(options) };
      problems.push({ ...messageOf('sheet-missing', parameters), at: { file: options.file } });
      return;
    }
    problems.push(...wrongHeadings(table.sheet, sheetMapping, options));
    for (const row of rowsOfTable(table, sheetMapping, mapping.language, options, remarks)) {
      if (rows.length === LIMITS.items) throw new UserError(tooManyItems(options.file));
      rows.push(row);
    }
  });
  return { rows, problems, remarks };
}

/**
 * Lists all e-mail addresses, telephone numbers and account numbers in the public texts of events in a single remark.
 */
export function contactsIn(rows: readonly EventRow[], fields: readonly Field[], file: string): Problem[] {
  const kept = new Set(fields.filter(({ internal }) => internal).map(({ id }) => id));
  const found = rows.flatMap(({ cells }) =>
    [...cells].filter(([path, { text }]) => !kept.has(pathParts(path).id) && holdsPrivate(text)),
  );
  const [first] = found;
  if (first === undefined) return [];
  const words = found.map(([, { text, at }]) => `${at.cell ?? ''} "${privatePart(text)}"`);
  return [{ ...messageOf('contacts-in-public', { words }), at: { file } }];
}

/** Reports headings that differ from those in the mapping. */
function wrongHeadings(sheet: Sheet, { header, columns }: SheetMapping, options: RowOptions): Problem[] {
  const { file } = options;
  const headings = headingsIn(sheet, header);
  return columns.flatMap(({ column, heading }) => {
    const number = columnNumber(column) ?? 0;
    const found = headings.get(number) ?? '';
    if (foldName(found) === '' || heading === '' || isHeading(found, heading)) return [];
    const at = { file, cell: cellName(sheet.name, header[0] ?? 1, number) };
    const correct = correctIt(options);
    return [{ ...messageOf('heading-differs-from-mapping', { found, heading, correct }), at }];
  });
}

/** The hint to correct a mapping that does not fit the list. */
const correctIt = ({ kept }: RowOptions): Message =>
  kept === undefined ? messageOf('correct-mapping') : messageOf('correct-mapping-file', { file: kept });

/** A column to which a field is assigned. */
interface MappedColumn extends FieldColumn {
  /** Whether the dates in the column are deadlines rather than event dates. */
  isDeadline: boolean;
  carry: boolean;
}

/** A table being read, with functions that add to the given remarks. */
type Reading = ReturnType<typeof readingOf>;

function readingOf(
  table: Table,
  mapping: SheetMapping,
  language: Lang,
  options: RowOptions,
  remarks: Problem[],
) {
  const kindOf = fieldKinds(options.fields);
  const columns = mapping.columns
    .filter(({ field }) => field !== 'ignore')
    .map(
      ({ column, field, heading, carry }): MappedColumn => ({
        column: columnNumber(column) ?? 0,
        field,
        kind: kindOf(field),
        heading: foldName(heading),
        isDeadline: kindOf(field) === 'text' && readHeading(heading, NO_OWN_NAMES).role === 'deadline',
        carry: carry === true,
      }),
    );
  return {
    table,
    mapping,
    columns,
    language,
    options,
    place: (row: number, column: number): Position => ({
      file: options.file,
      cell: cellName(table.sheet.name, row, column),
    }),
    remark: (message: Message, at: Position) => remarks.push({ ...message, at }),
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
  const groups = new Groups(reading);
  const titles = new Set(columns.filter(({ kind }) => kind === 'title').map(({ column }) => column));
  const firstTitle = columns.find(({ kind }) => kind === 'title')?.column ?? 1;
  const shown = shownRows(reading, titles);
  // Events that are side by side share the cell with their time, so each cell is reported only once.
  const completed = new Set<string>();
  for (const { number, cells } of shown)
    for (const [column, { text, written }] of cells) {
      if (written === undefined) continue;
      const at = place(number, column);
      if (written.row !== undefined) {
        const cell = cellName(undefined, written.row, column);
        remark(messageOf('cell-means-same', { sign: oneLine(written.text), cell, words: oneLine(text) }), at);
      } else if (!completed.has(at.cell ?? '')) {
        remark(messageOf('hours-completed', { words: written.text, hours: text }), at);
        completed.add(at.cell ?? '');
      }
    }
  const comments = groupBy(sheet.comments ?? [], ({ row }) => row);
  const written = new Map(sheet.rows.map((row) => [row.number, row]));
  const wide = groupBy(
    sheet.merges.filter(({ left, right }) => right > left),
    ({ top }) => top,
  );
  const above = new CellsAbove(sheet, columns);
  const notes = notesBelow(shown, columns);
  let previous = Math.max(...table.header);
  let isFull = false;
  for (const row of shown) {
    const [first = 1] = row.cells.keys();
    if (notes.has(row)) {
      remark(messageOf('row-below-table', { words: wordsOfRow(row) }), place(row.number, first));
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
    const internal = takeNotes(cells, reading);
    const titled = columns.some(
      ({ field, kind }) => kind === 'title' && (cells.get(field)?.text ?? '') !== '',
    );
    const instead = titled || titles.size === 0 ? undefined : titleInstead(row, columns);
    if (!titled && instead === undefined) {
      if (row.cells.size > 0)
        remark(messageOf('row-not-read', { words: wordsOfRow(row) }), place(row.number, first));
      continue;
    }
    if (instead !== undefined) {
      const words = cells.get(instead.field);
      const field = columns.find(({ kind }) => kind === 'title')?.field ?? '';
      if (words !== undefined) cells.set(field, words);
      if (instead.kind === 'description') cells.delete(instead.field);
      remark(
        messageOf('title-instead', { words: oneLine(words?.text ?? '') }),
        place(row.number, instead.column),
      );
    }
    const title = row.cells.get(firstTitle);
    const at = place(row.number, title?.from ?? firstTitle);
    const noted = mapping.comments === undefined ? [] : (comments.get(row.number) ?? []);
    if (mapping.comments !== undefined && noted.length + internal.length > 0) {
      comments.delete(row.number);
      const text = [
        ...noted.map(({ column, text }) => `${cellName(undefined, row.number, column)}: ${text}`),
        ...internal,
      ];
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

/** Whether a column contains the days or times of events. */
const tellsWhen = ({ field, kind }: FieldColumn): boolean =>
  kind === 'date' || kind === 'time' || /^(?:start|end|when)$/.test(field);

/**
 * If at least this share of events has a day or a time, a row with neither, below the last event, does not count as an
 * event.
 */
const MIN_DATED = 0.9;

/**
 * The rows below the last event that contain notes. After an empty row, rows with several cells and rows with only a
 * title are notes. Directly below the last event, signature lines and lines such as "Annex 1" are notes. If the events
 * have a day or a time, sentences are notes as well.
 */
function notesBelow(rows: readonly ShownRow[], columns: readonly MappedColumn[]): Set<ShownRow> {
  const dated = columns.filter(tellsWhen).map(({ column }) => column);
  const isDated = ({ cells }: Row): boolean =>
    dated.some(
      (column) => /\d/.test(cells.get(column)?.text ?? '') || isDay(cells.get(column) ?? { text: '' }),
    );
  const full = rows.filter(({ cells }) => cells.size > 1);
  const events = full.slice(0, full.findLastIndex(isDated) + 1);
  const areDated = events.length > 0 && events.filter(isDated).length >= events.length * MIN_DATED;
  const last = areDated ? events.at(-1) : full.at(-1);
  if (last === undefined) return new Set();
  const titles = columns.filter(({ kind }) => kind === 'title').map(({ column }) => column);
  const below = rows.slice(rows.indexOf(last) + 1);
  const gap = below.findIndex(({ number }, index) => number > (below[index - 1] ?? last).number + 1);
  return new Set(
    below.filter(({ cells }, index) => {
      const [[column = 0, { text } = { text: '' }] = []] = cells;
      const isApart = gap >= 0 && index >= gap;
      if (isApart) return cells.size > 1 || titles.includes(column);
      const isSentence = cells.size === 1 && titles.includes(column) && readsAsDescription(text);
      return STAMP.test(text) || (areDated && isSentence);
    }),
  );
}

/** A column, and the field that is assigned to it. */
interface FieldColumn {
  column: number;
  field: string;
  kind: FieldKind | undefined;
  heading: string;
}

/**
 * The column whose text is used as the title of a row that has a day or a time but no title: a column that contains
 * kinds of events, such as "break", or short descriptions.
 */
export function titleInstead<T extends FieldColumn>({ cells }: Row, columns: readonly T[]): T | undefined {
  const isTimed = [...cells.values()].some(isHour);
  if (!isTimed && !columns.some((one) => cells.has(one.column) && tellsWhen(one))) return undefined;
  const textOf = ({ column }: T): string => cells.get(column)?.text.trim() ?? '';
  const isNamed = (one: T): boolean => /\p{L}/u.test(textOf(one));
  const isKind = ({ field, kind, heading }: T): boolean =>
    kind === 'category' || (field === 'theme' && readHeading(heading, NO_OWN_NAMES).role === 'category');
  const isShort = (one: T): boolean => textOf(one).length <= LONG && !textOf(one).includes('\n');
  return (
    columns.find((one) => isKind(one) && isNamed(one)) ??
    columns.find((one) => one.kind === 'description' && isNamed(one) && isShort(one))
  );
}

/** Removes internal notes from the public cells of an event, reports them, and returns them. */
function takeNotes(cells: Map<string, RowCell>, { options, remark }: Reading): string[] {
  const internal = new Set(options.fields.filter((field) => field.internal).map(({ id }) => id));
  return [...cells].flatMap(([path, cell]) => {
    if (internal.has(pathParts(path).id) || !holdsNotes(cell.text)) return [];
    const { text, notes } = withoutNotes(cell.text);
    cells.set(path, { ...cell, text });
    for (const words of notes) remark(messageOf('words-for-colleagues', { words: oneLine(words) }), cell.at);
    return notes;
  });
}

/** If a table has at least this number of columns, a row with only a title is unusual and is reported. */
const WIDE = 3;

/** Whether an event has only a title. */
function isAlone(cells: EventRow['cells'], columns: readonly MappedColumn[]): boolean {
  const titles = new Set(columns.filter(({ kind }) => kind === 'title').map(({ field }) => field));
  return [...cells].every(([field, { text }]) => text === '' || titles.has(field));
}

/** The full text of a row. */
function wordsOfRow({ cells }: Row): string {
  return [...cells.values()].map(wholeWords).join(' · ');
}

/** A visible row, and whether it is struck out. */
interface ShownRow extends Row {
  struck: boolean;
}

/**
 * The visible rows. Hidden rows are omitted, and so are struck-out words and cells, unless the whole row is struck out.
 * A remark with the full text reports each omission. A row whose title is struck out counts as struck out. HTML markup
 * is converted to text.
 */
function shownRows(
  { table, mapping, options, place, remark, remarks }: Reading,
  titles: ReadonlySet<number>,
): ShownRow[] {
  const pathOf = (column: number): string =>
    mapping.columns.find((candidate) => columnNumber(candidate.column) === column)?.field ?? '';
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
      const struckOut = cell.struckWords ?? (cell.struck && !struck ? cell.text : undefined);
      if (struckOut !== undefined) remark(messageOf('cell-struck-out', { words: struckOut }), at);
      if (cell.struck && !struck) continue;
      const text = withoutMarkup(cell.text);
      if (cell.written?.row === undefined) {
        remarks.push(...lostLooks(cell, pathOf(column), options.fields, at));
        if (text !== cell.text) remark(messageOf('markup-read-as-text'), at);
        for (const address of addressesInMarkup(cell.text))
          remark(messageOf('markup-link-left-out', { address }), at);
      }
      if (text.trim() !== '') shown.push([column, text === cell.text ? cell : { ...cell, text }]);
    }
    if (shown.length === 0) return [];
    return [{ ...row, cells: new Map(shown), struck }];
  });
}

/**
 * Reports each column that a mapping does not contain, with all its texts. A later version of a list may contain
 * columns that are not in the mapping.
 */
function unmapped({ table, mapping, options }: Reading): Problem[] {
  const { header, columns } = mapping;
  const { file, kept } = options;
  const listed = new Set(columns.map(({ column }) => columnNumber(column)));
  const words = new Map<number, Set<string>>();
  for (const { cells, hidden } of table.rows)
    for (const [column, cell] of cells)
      if (!listed.has(column) && hidden !== true && cell.text.trim() !== '')
        words.set(column, (words.get(column) ?? new Set()).add(wholeWords(asWritten(cell))));
  const headings = headingsIn(table.sheet, header);
  return [...words]
    .sort(([a], [b]) => a - b)
    .map(([column, texts]) => {
      const heading = oneLine(headings.get(column) ?? columnLetters(column));
      const parameters = { heading, words: [...texts].join(' · ') };
      return {
        ...(kept === undefined
          ? messageOf('column-unmapped', parameters)
          : messageOf('column-unmapped-in-file', { ...parameters, file: kept })),
        at: { file, cell: cellName(table.sheet.name, header[0] ?? 1, column) },
      };
    });
}

/** Reports a table that does not list events: its position, its headings, and all its text. */
function otherTable({ table, mapping: { header, columns, repeats }, place }: Reading): Problem {
  const { sheet, rows } = table;
  const first = Math.min(...header);
  const numbers = columns.map(({ column }) => columnNumber(column) ?? 1);
  // `Math.max` is not used, because a sheet can have more cells than a function can have arguments.
  const filled = [...rows.flatMap(({ cells }) => [...cells.keys()]), ...numbers].sort((a, b) => a - b);
  const last = columnLetters(filled.at(-1) ?? 1) + (rows.at(-1)?.number ?? Math.max(...header));
  const start = place(first, filled[0] ?? 1);
  const headings = columns.flatMap(({ heading }) => heading || []).join(' · ');
  const words = rows.map(({ cells }) =>
    [...cells.values()].map((cell) => wholeWords(asWritten(cell))).join(' · '),
  );
  const left = { headings, count: rows.length, words: words.join(' | ') };
  return {
    ...(repeats === undefined
      ? messageOf('table-not-read', left)
      : messageOf('table-repeats', { ...left, sheet: repeats })),
    at: { ...start, cell: `${start.cell ?? sheet.name ?? ''}:${last}` },
  };
}

/**
 * The cell of a row that introduces the group of rows below it: the only cell of its row, if it spans several columns,
 * is not in a title or description column, or names a theme or a date.
 */
function groupCell(
  row: Row,
  wide: ReadonlyMap<number, readonly Merge[]>,
  { columns, options }: Reading,
  groups: Groups,
): { column: number; cell: Cell } | undefined {
  const [[column, cell] = [], another] = row.cells;
  if (column === undefined || cell === undefined || another !== undefined) return undefined;
  const merged = wide.get(row.number)?.some(({ left }) => left === column) === true;
  const kind = columns.find((mapped) => mapped.column === column)?.kind;
  // A row with only a time is an empty slot in a timetable.
  if (!merged && kind === 'time' && isClocks(cell.text.trim())) return undefined;
  const untitled = kind !== 'title' && kind !== 'description';
  const words = cell.text.replace(THEME_PREFIX, '');
  const named = words !== cell.text || options.isTheme(words) || TOTAL.test(cell.text);
  return merged || untitled || named || groups.isDate(cell) ? { column, cell } : undefined;
}

/** Whether a row repeats the headings, as at the top of a printed page. */
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

/** A month that applies to the days below it, and its text. */
interface NamedMonth extends HeadingMonth {
  words: string;
}

/**
 * The theme, region, date and month that apply to the following events, read from separate rows, from the lines above
 * the headings, and from the mapping.
 */
class Groups {
  readonly #reading: Reading;
  readonly #language: Lang;
  readonly #dateField: string | undefined;
  #theme: RowCell | undefined;
  #region: RowCell | undefined;
  /** The date of the following events if there is no date column; null if there is one. */
  #date: RowCell | undefined | null;
  /** The date of the following events that have an empty date cell. */
  #day: RowCell | undefined;
  /** The month of the following days; null if the dates are complete. */
  #month: NamedMonth | undefined | null;
  /** The position of the last cell for which the addition of a month was reported. */
  #said: string | undefined;
  /** The cells of group rows that are not followed by an event yet. */
  #waiting: { theme?: RowCell | undefined; region?: RowCell | undefined; date?: RowCell | undefined } = {};

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#language = reading.language;
    this.#dateField = reading.options.fields.find(({ kind }) => kind === 'date')?.id;
    this.#theme = themeAbove(reading);
    this.#date = dateGiven(reading);
    this.#month = namesDays(reading) ? monthAbove(reading) : null;
  }

  /**
   * Begins a group of events with the row that introduces it.
   *
   * @param inDates whether the cell is in the date column, so that it is the date of the following events with an empty
   * date cell
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

  /** Whether the only cell of a row contains the date or month of the events below it. */
  isDate(cell: Cell): boolean {
    if (this.#month !== null && monthOfCell(cell, this.#language) !== undefined) return true;
    if (this.#date === null) return false;
    return (
      isDateCell(cell) ||
      (this.#month ? dayOfMonth(cell.text, this.#month, this.#language) !== undefined : false)
    );
  }

  /**
   * Adds the month that a row above names to a cell that contains only a day. The addition of the month is reported
   * only once for each cell, even if the day in the cell applies to several events.
   */
  #inMonth(cell: RowCell): RowCell {
    if (!this.#month || cell.date !== undefined) return cell;
    const whole = dayOfMonth(cell.text, this.#month, this.#language);
    if (whole === undefined) return cell;
    const [day, month] = [oneLine(cell.text), oneLine(this.#month.words)];
    const message =
      whole === 'contradicted'
        ? messageOf('day-contradicted', { day, month })
        : messageOf('day-below-month', { day, month, date: oneLine(whole) });
    if (this.#said !== cell.at.cell) this.#reading.remark(message, cell.at);
    this.#said = cell.at.cell;
    if (whole === 'contradicted') return cell;
    delete this.#waiting.date;
    return { ...cell, text: whole };
  }

  /** Adds the region and date of the current group to the cells of an event, and determines its theme. */
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
    const cell = cells.get(field);
    const dated = cell && this.#inMonth(cell);
    if (dated !== undefined) cells.set(field, dated);
    const day = this.#date ?? (dated?.text === '' ? this.#day : undefined);
    if (day !== undefined) {
      cells.set(field, day);
      delete this.#waiting.date;
    } else if (this.#date === undefined) cells.set(field, { text: '', at });
  }

  /** Reports the group rows that are not followed by an event. */
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

/** The theme named in a line above the headings; if there is none, the theme in the mapping. */
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

/**
 * The date of the first events in a sheet without a date column: from the mapping or, if dates are in separate rows,
 * from the line above the headings. Null if there is a date column.
 */
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

/** The month in the line directly above the headings; if there is none, the month in the name of the sheet. */
function monthAbove({ table: { sheet, header }, language }: Reading): NamedMonth | undefined {
  const row = sheet.rows.findLast(({ number }) => number < Math.min(...header));
  for (const cell of [...(row?.cells.values() ?? []), { text: sheet.name ?? '' }]) {
    const month = monthOfCell(cell, language);
    if (month !== undefined) return { ...month, words: cell.text };
  }
  return undefined;
}

/** Whether the date cells of events contain only days, so that a row above must name the month. */
function namesDays({ table: { rows }, mapping: { date }, columns, language }: Reading): boolean {
  const dates = columns.filter(({ kind }) => kind === 'date').map(({ column }) => column);
  const cells =
    date === DATE_IN_ROWS
      ? rows.filter((row) => row.cells.size === 1).flatMap((row) => [...row.cells.values()])
      : rows.flatMap((row) => dates.flatMap((column) => row.cells.get(column) ?? []));
  return areDaysOfMonths(cells, language);
}

/** The latest values of the columns in which an empty cell stands for the value above it. */
class CellsAbove {
  readonly #columns: readonly MappedColumn[];
  /**
   * The rows of merged cells, by column. The value of a merged cell is not repeated below it, because the cell already
   * shows to which rows its value applies.
   */
  readonly #merged: ReadonlyMap<number, ReadonlySet<number>>;
  readonly #cells = new Map<number, RowCell>();

  constructor(sheet: Sheet, columns: readonly MappedColumn[]) {
    this.#columns = columns.filter(({ carry }) => carry);
    this.#merged = mergedDown(sheet);
  }

  forget(): void {
    this.#cells.clear();
  }

  /** The value that an empty cell in a column repeats; undefined if there is none. */
  get(column: number): RowCell | undefined {
    return this.#cells.get(column);
  }

  /**
   * Records a new value of a column. If the value differs from the previous one, the values of the columns to the right
   * no longer apply.
   */
  begin(column: number, row: number, cell: RowCell): void {
    const before = this.#cells.get(column);
    this.#cells.delete(column);
    if (before !== undefined && foldName(before.text) !== foldName(cell.text))
      for (const other of this.#columns) if (other.column > column) this.#cells.delete(other.column);
    if (this.#merged.get(column)?.has(row) !== true) this.#cells.set(column, cell);
  }
}

/** The cells of a row, by field path; empty cells have empty texts. */
function cellsOf(row: Row, { columns, language, place, remark, remarks }: Reading, above: CellsAbove) {
  const cells = new Map<string, RowCell>();
  const besideDate = new Map<string, boolean>();
  for (const { column, field, kind, heading, isDeadline, carry } of columns) {
    const written = row.cells.get(column) ?? { text: '' };
    const at = place(row.number, written.from ?? column);
    const same = columns.filter((other) => other.column === column);
    const timed = same.some((other) => other.kind === 'time');
    const isBeside = timed && same.some(holdsDate);
    const isDate = holdsDate({ field, kind });
    const part = isDeadline ? countedDate(written) : partOf(written, field, isBeside, isDate, language);
    const read = kind === 'time' ? countedTime(part) : part;
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
    if (read !== part || ((isDate || isDeadline) && countedDate(written).date !== written.date))
      remark(messageOf('number-read-as-date', { number: written.text, date: read.text }), at);
    if (read.utc && kind === 'time') remark(messageOf('time-universal'), at);
    const earlier = cells.get(field);
    // A time after a date in the same cell and a time in a separate column are the start and the end only if the
    // heading of that column denotes the end.
    const isRange = kind === 'time' && (besideDate.get(field) === isBeside || namesEnd(heading) === 'end');
    besideDate.set(field, isBeside);
    if (isRange && !isBeside && namesEnd(heading) === 'end' && (earlier?.text ?? '') === '' && isHour(cell))
      remark(messageOf('end-without-start', { time: cell.text }), at);
    const [main, beside] = earlier === undefined || isBeside ? [earlier ?? cell, cell] : [cell, earlier];
    const isTwice = kind === 'time' && !isRange && earlier !== undefined && main.text && beside.text;
    const twice = isTwice ? compareTimes([main, beside], language) : undefined;
    if (twice?.agree === false)
      remark(messageOf('times-disagree', { time: main.text, beside: beside.text }), at);
    if (earlier === undefined || twice?.fuller) cells.set(field, twice?.fuller ?? cell);
    else if (kind === 'description') cells.set(field, joined(earlier, cell, '\n'));
    else cells.set(field, joined(earlier, cell, isRange ? dashBetween(earlier.text, cell.text) : ', '));
  }
  return cells;
}

/**
 * Whether two times agree, as `19.30 Uhr` and `19:30–21:00` do, and which of them is more complete (the first, if they
 * are equal).
 */
function compareTimes(times: readonly [RowCell, RowCell], lang: Lang): { agree: boolean; fuller?: RowCell } {
  const [first, second] = times.map(({ text }) => {
    const phrase = parseTimePhrase(text, lang);
    return 'hours' in phrase ? phrase.hours : [];
  });
  const merged = first?.map((hours, index) => ({ ...hours, ...second?.[index] }));
  const agree = isDeepStrictEqual(
    merged,
    second?.map((hours, index) => ({ ...hours, ...first?.[index] })),
  );
  if (!agree || merged?.length === 0) return { agree: false };
  const fuller = [first, second].findIndex((hours) => isDeepStrictEqual(hours, merged));
  return { agree, ...(fuller >= 0 && { fuller: times[fuller] }) };
}

/** Whether a column contains the dates, starts or ends of events. */
function holdsDate({ field, kind }: Pick<MappedColumn, 'field' | 'kind'>): boolean {
  return kind === 'date' || (kind === undefined && (field === 'start' || field === 'end'));
}

/**
 * The part of a cell that belongs to a field. A date with a time is split if separate fields are assigned to the column
 * for the date and for the time. If there is no field for the time, a date written as text keeps its time.
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

/**
 * Joins two cells of the same field, such as two paragraphs of a description, two bodies, or the start and end of a
 * time range.
 */
function joined(first: RowCell, second: RowCell, glue: string): RowCell {
  const text = [...new Set([first.text, second.text])].filter((words) => words !== '').join(glue);
  return { ...(first.text === '' ? second : first), text };
}
