import { type Position, type Problem, UserError } from '../../errors.ts';
import {
  cellName,
  columnLetters,
  columnNumber,
  type FieldKind,
  type Lang,
  LIMITS,
} from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { unguarded } from '../../text/index.ts';
import { tooManyItems } from '../parse-file.ts';
import type { Cell, CellComment, Row, Sheet, Workbook } from '../sheet/index.ts';
import { cleaned, oneLine } from './cleaned.ts';
import { isTimeText } from './column-kind.ts';
import { withDittos } from './ditto.ts';
import { type EventRow, kindsIn, type MappedColumn, type RowCell, type RowOptions } from './event-row.ts';
import { Groups, type NamedMonth } from './groups.ts';
import { rowsBelow } from './header.ts';
import { DATE_IN_ROWS, type Mapping, type SheetMapping } from './mapping.ts';
import { mergedDown, mergedSideways } from './merges.ts';
import { areDaysOfMonths, monthOfCell } from './month-days.ts';
import { type CellReader, cellsOf } from './row-cells.ts';
import { isDateText, shownRows, wholeWords, wordsOfRow } from './shown.ts';
import { plainIn } from './signs.ts';
import { isTotal, TOTAL } from './totals.ts';
import { THEME_PREFIX } from './vocabulary.ts';

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
