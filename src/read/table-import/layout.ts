/**
 * Finds the headings of a sheet, and converts the sheet to a plain list (one event per row) before its content is read.
 */

import { UserError } from '../../errors.ts';
import type { Message } from '../../messages.ts';
import { cellName, columnNumber, ellipsis, LIMITS, oneLine, valueAt } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { inAllLanguages } from '../../text/index.ts';
import {
  type Cell,
  carriedDown,
  type Row,
  type Sheet,
  type Workbook,
  withoutMarkup,
} from '../sheet/index.ts';
import { isDate, isHour } from './cell-text.ts';
import { unfolded } from './flatten-grid.ts';
import { NO_OWN_NAMES, namesEnd, namesTimes, type OwnNames, readHeading } from './headings.ts';
import { type Below, columnsOfBlock, type Mapping, type SheetMapping } from './mapping.ts';
import { messageOf } from './messages.ts';

/** A table of a sheet, converted to a plain list. */
export interface Table {
  /** The whole sheet, including the rows above the table; events side by side have been converted to a list. */
  sheet: Sheet;
  /** The row numbers of the headings. */
  header: readonly number[];
  /** The number of the first row of the table below this one; infinite if there is none. */
  end: number;
  /**
   * The rows below the headings. Each cell within a merged cell has the text of the merged cell, and ditto marks are
   * replaced by the texts for which they stand.
   */
  rows: readonly Row[];
}

/** A workbook as the plain lists that a mapping describes. */
export interface Lists {
  workbook: Workbook;
  mapping: Mapping;
  /** The tables in the order of the mapping; undefined for a table whose sheet is missing from the workbook. */
  tables: readonly (Table | undefined)[];
}

/** Converts the sheets of a workbook to plain lists. */
export function listsOf(workbook: Workbook, mapping: Mapping): Lists {
  const lists = new Map<string, Sheet>();
  const tables = mapping.sheets.map(({ name, header, within }) => {
    const sheet = workbook.sheets.find((one) => one.name === name);
    if (sheet === undefined) return undefined;
    const mapped = mapping.sheets.filter((one) => one.name === name && one.within === within);
    const beside = mapping.sheets.flatMap((one) => (one.name === name ? (one.within ?? []) : []));
    const part = within === undefined ? withoutColumns(sheet, beside) : columnsIn(sheet, within);
    // The mapping of the first table in a part of a sheet determines the layout of all events in that part.
    const key = JSON.stringify([name, within]);
    const list = valueAt(lists, key, () => asList(part, mapped[0]));
    const starts = mapped.map((other) => Math.min(...other.header));
    return tableAt(list, header, Math.min(...starts.filter((start) => start > Math.max(...header))));
  });
  return { workbook, mapping, tables };
}

/**
 * The columns of a sheet that belong to a table next to the first one. Cell comments are omitted, because they are read
 * with the first table.
 */
export function columnsIn({ comments: _, ...sheet }: Sheet, within: string): Sheet {
  const [first, last] = columnsOfBlock(within);
  return withColumns(sheet, (column) => first <= column && column <= last);
}

/** A sheet without the columns of the tables next to its first table. */
export function withoutColumns(sheet: Sheet, beside: readonly string[]): Sheet {
  const ranges = beside.map(columnsOfBlock);
  if (ranges.length === 0) return sheet;
  return withColumns(sheet, (column) => !ranges.some(([first, last]) => first <= column && column <= last));
}

function withColumns(sheet: Sheet, isIn: (column: number) => boolean): Sheet {
  const rows = sheet.rows
    .map((row) => ({ ...row, cells: new Map([...row.cells].filter(([column]) => isIn(column))) }))
    .filter(({ cells }) => cells.size > 0);
  return { ...sheet, rows, merges: sheet.merges.filter(({ left }) => isIn(left)) };
}

function asList(sheet: Sheet, mapping: SheetMapping | undefined): Sheet {
  if (mapping === undefined) return sheet;
  const { header, beside, below, columns } = mapping;
  const headings = new Map(columns.map(({ column, heading }) => [columnNumber(column) ?? 0, heading]));
  const list = beside === undefined ? sheet : unfolded(sheet, header, beside, headings);
  return below === undefined ? list : withDescriptions(list, header, below);
}

/**
 * The table below the given headings. A row of column numbers (1, 2, 3 …) directly below the headings, as in official
 * tables, is skipped.
 *
 * @param end number of the first row of the table below this one
 */
export function tableAt(sheet: Sheet, header: readonly number[], end: number): Table {
  const last = Math.max(...header);
  const rows = carriedDown(sheet).filter(
    (row) => row.number < end && (row.number > last + 1 || (row.number > last && !numbersColumns(row))),
  );
  return { sheet, header, end, rows: withDittos(withClocks(rows, headingsIn(sheet, header))) };
}

/** A time in four digits, or a range of two such times: 0930, 1400-1530. */
const FOUR_DIGITS = /^(?:[01]\d|2[0-3])[0-5]\d(?:\s*[-–—]\s*(?:[01]\d|2[0-3])[0-5]\d)?$/;

/** The roles of columns that contain dates or times. */
const TIMED: ReadonlySet<string | undefined> = new Set(['date', 'when', 'start']);

/**
 * Replaces times in four digits with the usual notation (0930 with 09:30) in columns that contain nothing else. The
 * heading must denote times or dates, and not all numbers may be years. Without a heading, one of the numbers must
 * begin with a zero. Below other headings, such numbers are room numbers, postcodes or prices.
 */
function withClocks(rows: readonly Row[], headings: ReadonlyMap<number, string>): Row[] {
  const isTimed = (words: string): boolean =>
    namesTimes(words) || namesEnd(words) !== undefined || TIMED.has(readHeading(words, NO_OWN_NAMES).role);
  const texts = new Map<number, string[]>();
  for (const { cells } of rows)
    for (const [column, { text, date }] of cells)
      valueAt(texts, column, () => []).push(date === undefined ? text.trim() : '');
  const clocks = new Set(
    [...texts].flatMap(([column, all]) => {
      const heading = headings.get(column)?.trim() ?? '';
      const isClock =
        heading === ''
          ? all.some((text) => text.startsWith('0'))
          : isTimed(heading) && all.some((text) => !/^(?:19|20)/.test(text));
      return isClock && all.length > 1 && all.every((text) => FOUR_DIGITS.test(text)) ? column : [];
    }),
  );
  if (clocks.size === 0) return [...rows];
  const clockOf = ({ text }: Cell): Cell => ({
    text: text.trim().replace(/(\d\d)(\d\d)/g, '$1:$2'),
    written: { text },
  });
  return rows.map((row) => withCells(row, clocks, clockOf));
}

/** Returns a row with a function applied to the cells in the given columns. */
export function withCells(row: Row, columns: ReadonlySet<number>, change: (cell: Cell) => Cell): Row {
  const cells = [...row.cells].map(([column, cell]): [number, Cell] => [
    column,
    columns.has(column) ? change(cell) : cell,
  ]);
  return { ...row, cells: new Map(cells) };
}

/** A cell that consists of a word or mark for "the same as above", such as dito, idem, „, -"- or —//—. */
const DITTO = new RegExp(
  `^(?:(?:${inAllLanguages(({ cells }) => cells.ditto)})\\.?|["„“”″〃]{1,2}|[-–—] ?(?:["„“”″〃]{1,2}|//|\\|\\|) ?[-–—])$`,
  'iu',
);

/**
 * Replaces each ditto mark with the nearest text above it that is neither struck out nor hidden. A ditto mark without
 * such a text above it is kept.
 */
function withDittos(rows: readonly Row[]): Row[] {
  const above = new Map<number, { row: number; cell: Cell }>();
  return rows.map((row) => {
    if (row.hidden) return row;
    const isCancelled = [...row.cells.values()].every(({ struck }) => struck);
    let found = false;
    const cells = [...row.cells].map(([column, cell]): [number, Cell] => {
      if (cell.struck && !isCancelled) return [column, cell];
      const last = isDitto(cell) ? above.get(column) : undefined;
      if (last === undefined) {
        above.set(column, { row: row.number, cell });
        return [column, cell];
      }
      found = true;
      const { struck: _, struckWords: __, ...same } = last.cell;
      return [column, { ...same, written: { text: cell.text, row: last.row } }];
    });
    return found ? { ...row, cells: new Map(cells) } : row;
  });
}

/**
 * Returns a cell with its original text, which the program may have replaced (a ditto mark, a time without minutes).
 */
export function asWritten(cell: Cell): Cell {
  return cell.written === undefined ? cell : { text: cell.written.text };
}

const isDitto = ({ text }: Cell): boolean => DITTO.test(withoutMarkup(text).trim());

/** The headings of a table: the numbers of their one or two rows, and their texts by column. */
export interface Header {
  rows: number[];
  headings: ReadonlyMap<number, string>;
}

/** The number of rows at the top of a sheet that are searched for headings. */
export const SEARCHED_ROWS = 40;
/** Maximum number of characters of a heading. */
const LONGEST_HEADING = 100;

/**
 * Finds the headings of the first table of events in a sheet. The headings are usually in the row with the most known
 * headings. If a list of dates and texts has no headings, the result is the empty row above the list, which may be row
 * 0.
 */
export function findHeader(sheet: Sheet, words: OwnNames): Header | undefined {
  const rows = sheet.rows.slice(0, SEARCHED_ROWS);
  const scores = rows.map((row) => headerScore(row, words));
  const best = Math.max(0, ...scores);
  const most = best > 0 ? rows[scores.indexOf(best)] : undefined;
  const row =
    most === undefined
      ? rows.find((one, index) => looksLikeHeadings(one, sheet.rows, index))
      : (rows.find((one, index) => (scores[index] ?? 0) > 0 && isTableAbove(rows, one, most)) ?? most);
  if (row === undefined) return headerOfDates(sheet, words);
  const above = rows[rows.indexOf(row) - 1];
  const isBelow = above !== undefined && groupsHeadings(sheet, above, row, words);
  return headerAt(sheet, isBelow ? above : row, words);
}

/** Minimum number of rows in a list without headings. */
const MIN_ROWS = 3;

/**
 * The headings of a list in which only the date column can be recognised: nearly all rows with several cells have a
 * date in the same column. If the list has no headings, the result is the empty row above it.
 */
function headerOfDates(sheet: Sheet, words: OwnNames): Header | undefined {
  const { rows } = sheet;
  const first = rows.find(({ cells }) => cells.size > 1 && [...cells.values()].some(isDate));
  if (first === undefined) return undefined;
  const listed = rows.filter(({ number, cells }) => number >= first.number && cells.size > 1);
  const dates = [...first.cells].filter(([, cell]) => isDate(cell)).map(([column]) => column);
  const isDated = (column: number): boolean =>
    listed.filter(({ cells }) => isDate(cells.get(column) ?? { text: '' })).length * 5 >= listed.length * 4;
  if (listed.length < MIN_ROWS || !dates.some(isDated)) return undefined;
  const above = rows.findLast(({ number }) => number < first.number);
  if (above === undefined || above.number < first.number - 1)
    return { rows: [first.number - 1], headings: new Map() };
  const isHeaded = dates.some((column) =>
    TIMED.has(readHeading(above.cells.get(column)?.text ?? '', words).role),
  );
  return isHeaded ? headerAt(sheet, above, words) : undefined;
}

/**
 * Whether a table directly follows the row `head`, and an empty row separates the table from `next`, which also
 * contains headings.
 */
function isTableAbove(rows: readonly Row[], head: Row, next: Row): boolean {
  const between = rows.filter(({ number }) => head.number < number && number < next.number);
  const isFilled = ({ cells }: Row): boolean =>
    [...head.cells.keys()].filter((column) => cells.has(column)).length * 2 > head.cells.size;
  return (
    between[0]?.number === head.number + 1 &&
    between.every(isFilled) &&
    (between.at(-1)?.number ?? 0) < next.number - 1
  );
}

/**
 * Whether the row `above` is directly above the headings in `row` and contains headings for some of the same columns or
 * for groups of them.
 */
function groupsHeadings(sheet: Sheet, above: Row, row: Row, words: OwnNames): boolean {
  return (
    above.number === row.number - 1 &&
    above.cells.size > 1 &&
    [...above.cells.keys()].some((column) => !row.cells.has(column)) &&
    isSecondRow(sheet, row, above, words) &&
    knownIn(above, words) > 0
  );
}

/** The minimum share of the cells in a second row of headings that must be known headings. */
const MIN_KNOWN = 0.5;

/**
 * Whether a row below the headings is a second row of headings rather than an event. At least half of its cells must be
 * known headings, none of its cells may contain a digit or an @, and some cell in the row directly below must contain
 * one.
 */
function isSecondRow(sheet: Sheet, row: Row, above: Row, words: OwnNames): boolean {
  const hasValues = ({ cells }: Row): boolean => [...cells.values()].some(({ text }) => /[\d@]/.test(text));
  const next = sheet.rows.find(({ number }) => number === row.number + 1);
  return (
    (headerScore(row, words) > 0 || fillsGaps(row, above, words)) &&
    knownIn(row, words) >= row.cells.size * MIN_KNOWN &&
    foldedRow(row) !== foldedRow(above) &&
    !hasValues(row) &&
    next !== undefined &&
    hasValues(next)
  );
}

/** The folded texts of a row. */
const foldedRow = ({ cells }: Row): string => [...cells.values()].map(({ text }) => foldName(text)).join('|');

/** Whether all cells of a row are known headings, and the row above has no cells in the same columns. */
const fillsGaps = (row: Row, above: Row, words: OwnNames): boolean =>
  knownIn(row, words) === row.cells.size && [...row.cells.keys()].every((column) => !above.cells.has(column));

/** The number of known headings in a row. */
function knownIn({ cells }: Row, words: OwnNames): number {
  return [...cells.values()].filter(
    ({ text }) =>
      foldName(text) !== '' && text.length <= LONGEST_HEADING && readHeading(text, words).role !== undefined,
  ).length;
}

/**
 * The number of rows that each event seems to occupy: the median distance between rows with a date or a time of day;
 * undefined if that distance is one row.
 */
function rowsOfEvent(rows: readonly Row[]): number | undefined {
  const timed = rows.filter(({ cells }) => [...cells.values()].some((cell) => isDate(cell) || isHour(cell)));
  const distances = timed.slice(1).map(({ number }, index) => number - (timed[index]?.number ?? 0));
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 1;
  return usual > 1 && timed.length >= MIN_ROWS ? usual : undefined;
}

/** Describes the rows of a sheet that were searched for headings. */
export function lookedAt({ rows }: Sheet): Message {
  const searched = rows.slice(0, SEARCHED_ROWS);
  const taken = rowsOfEvent(searched);
  if (taken !== undefined) return messageOf('rows-of-each-event', { count: taken });
  const [first] = searched;
  const last = searched.at(-1);
  if (first === undefined || last === undefined) return messageOf('sheet-empty');
  const fullest = searched.reduce((most, row) => (row.cells.size > most.cells.size ? row : most), first);
  const words = [...fullest.cells.values()]
    .slice(0, SHOWN_HEADINGS)
    .map(({ text }) => ellipsis(oneLine(text), 24));
  const more = fullest.cells.size > SHOWN_HEADINGS ? ' …' : '';
  return messageOf('rows-searched', {
    first: String(first.number),
    last: String(last.number),
    fullest: String(fullest.number),
    words: `${words.join(' · ')}${more}`,
  });
}

/** Maximum number of cell texts that are shown if no row was recognised as headings. */
const SHOWN_HEADINGS = 8;

/**
 * The headings of a table further down: a row that follows an empty row, in which at least half of the headings are
 * known, and which does not repeat the headings of the previous table.
 */
export function furtherHeader(sheet: Sheet, after: Header, words: OwnNames): Header | undefined {
  const start = Math.max(...after.rows);
  const first = [...after.headings.values()].map(foldName).join('|');
  const found = sheet.rows.find((row, index) => {
    const before = sheet.rows[index - 1];
    const isApart = before !== undefined && row.number > before.number + 1;
    return (
      row.number > start &&
      isApart &&
      foldedRow(row) !== first &&
      row.cells.size > 1 &&
      knownIn(row, words) * 2 >= row.cells.size &&
      looksLikeHeadings(row, sheet.rows, index)
    );
  });
  return found === undefined ? undefined : headerAt(sheet, found, words);
}

/** Minimum number of headings in a row that is recognised as headings by its form. */
const MIN_COLUMNS = 3;

/**
 * Whether a row has the form of headings: it contains short, different texts without digits, and the row directly below
 * it has cells in most of the same columns.
 */
function looksLikeHeadings(row: Row, rows: readonly Row[], index: number): boolean {
  const cells = [...row.cells.values()];
  const next = rows[index + 1];
  if (cells.length < MIN_COLUMNS || next === undefined || next.number > row.number + 1) return false;
  const filled = [...next.cells.keys()].filter((column) => row.cells.has(column)).length;
  return (
    filled * 2 > cells.length &&
    new Set(cells.map(({ text }) => foldName(text))).size === cells.length &&
    cells.every(
      ({ text, date }) => date === undefined && text.length <= 40 && /\p{L}/u.test(text) && !/\d/.test(text),
    )
  );
}

/**
 * The number of different meanings of the headings in a row; 0 if the row cannot contain the headings of a table of
 * events.
 */
function headerScore(row: Row, words: OwnNames): number {
  const known = new Set<string>();
  let titled = false;
  if ([...row.cells.values()].some(isHour)) return 0;
  for (const { text } of row.cells.values()) {
    if (text.length > LONGEST_HEADING) continue;
    const { role, side, named, field } = readHeading(text, words);
    if (role === undefined || foldName(text) === '') continue;
    const isOther = role === 'other' || role === 'internal';
    known.add(isOther ? foldName(text) : [role, side, named, field].join('.'));
    titled ||= role === 'title' || role === 'description';
  }
  return known.size >= (titled ? 2 : 3) ? known.size : 0;
}

/**
 * The headings in a row, combined with those in the row below if that row is a second row of headings, or if cells
 * merged over several columns group its columns.
 *
 * @throws UserError if there are more columns than the limit
 */
function headerAt(sheet: Sheet, row: Row, words: OwnNames): Header {
  if (row.cells.size > LIMITS.columns)
    throw new UserError(messageOf('headings-too-many', { found: row.cells.size, most: LIMITS.columns }), {
      cell: cellName(sheet.name, row.number, 1),
    });
  const below = sheet.rows.find(({ number }) => number === row.number + 1);
  const grouped = new Set(groupsIn(sheet, row).flat());
  const isGrouped =
    below !== undefined &&
    [...grouped].some((column) => below.cells.has(column)) &&
    [...below.cells.keys()].every((column) => grouped.has(column) || !row.cells.has(column));
  const isSecond = below !== undefined && (isGrouped || isSecondRow(sheet, below, row, words));
  const rows = isSecond ? [row.number, below.number] : [row.number];
  return { rows, headings: headingsIn(sheet, rows) };
}

/** For each horizontally merged cell in a row, the numbers of the columns that it spans. */
function groupsIn({ merges }: Sheet, { number }: Row): number[][] {
  return merges
    .filter(({ top, bottom, left, right }) => top === number && bottom === top && right > left)
    .map(({ left, right }) =>
      Array.from({ length: Math.min(right - left + 1, 200) }, (_, index) => left + index),
    );
}

/**
 * The headings in one or two rows, by column. An upper heading applies to the columns that its cell spans. An upper
 * heading with a lower heading directly below it also applies to the lower headings to its right, up to the next upper
 * heading.
 */
export function headingsIn(sheet: Sheet, header: readonly number[]): Map<number, string> {
  const [row, below] = sheet.rows.filter(({ number }) => header.includes(number));
  const headings = new Map([...(row?.cells ?? [])].map(([column, { text }]) => [column, text]));
  if (row === undefined || below === undefined) return headings;
  const groups = groupsIn(sheet, row);
  for (const columns of groups)
    for (const column of columns) headings.set(column, row.cells.get(columns[0] ?? 0)?.text ?? '');
  const grouped = new Set(groups.flat());
  for (const [column, { text }] of below.cells) {
    const left = Math.max(...[...row.cells.keys()].filter((one) => one <= column));
    const isOwn = grouped.has(column) || left === column;
    const group = isOwn
      ? headings.get(column)
      : below.cells.has(left)
        ? row.cells.get(left)?.text
        : undefined;
    headings.set(column, `${group ?? ''} ${text}`.trim());
  }
  return headings;
}

/** Whether the cells of a row contain the column numbers 1, 2, 3 …. */
function numbersColumns({ cells }: Row): boolean {
  return (
    cells.size >= MIN_COLUMNS &&
    [...cells.values()].every(({ text }, index) => text.trim() === String(index + 1))
  );
}

/** The numbers of the rows over which cells are merged, by column. */
export function mergedDown({ merges, rows }: Sheet): Map<number, Set<number>> {
  const last = rows.at(-1)?.number ?? 0;
  const covered = new Map<number, Set<number>>();
  for (const { top, bottom, left } of merges) {
    if (bottom === top) continue;
    const list = valueAt(covered, left, () => new Set<number>());
    for (let row = top; row <= Math.min(bottom, last); row++) list.add(row);
  }
  return covered;
}

/** A text with this number of characters or more is too long to be a title. */
export const LONG = 90;
/**
 * A full stop at the end of a text ends a sentence, not an abbreviation, if the text has at least this number of words.
 */
const SENTENCE = 4;
/** Rows that describe the event above them are read as descriptions only if there are at least this number of them. */
const MIN_DESCRIPTIONS = 2;

/** The rows below the headings of a table, and the column of its titles. */
export interface TitledRows {
  rows: readonly Row[];
  title: number;
}

/**
 * Whether a workbook describes events in separate rows directly below them. At least two rows must contain
 * descriptions, and at most as many other rows may contain only a title. Nearly all events must have at least two
 * values besides their title, and hardly any title may read like a description.
 */
export function areDescribedBelow(tables: readonly TitledRows[]): boolean {
  const descriptions = new Set(tables.flatMap((table) => [...descriptionsIn(table)]));
  const titled = tables.flatMap(({ rows, title }) =>
    rows.flatMap((row) => {
      const text = row.cells.get(title)?.text;
      return text === undefined || descriptions.has(row) ? [] : [{ text, size: row.cells.size }];
    }),
  );
  const events = titled.filter(({ size }) => size > 1);
  const full = events.filter(({ size }) => size > 2).length;
  const wordy = events.filter(({ text }) => readsAsDescription(text)).length;
  const { size } = descriptions;
  return (
    size >= MIN_DESCRIPTIONS &&
    size >= titled.length - events.length &&
    full * 10 >= events.length * 9 &&
    wordy * 10 <= events.length
  );
}

/**
 * The rows that contain only a description of the event in the row directly above: their only text is in the title
 * column and reads like a description.
 */
export function descriptionsIn({ rows, title }: TitledRows): Set<Row> {
  return new Set(
    rows.filter((row, index) => {
      const above = rows[index - 1];
      const text = row.cells.get(title)?.text;
      return (
        text !== undefined &&
        row.cells.size === 1 &&
        !row.hidden &&
        !above?.hidden &&
        above?.number === row.number - 1 &&
        above.cells.size > 1 &&
        above.cells.has(title) &&
        readsAsDescription(text)
      );
    }),
  );
}

/**
 * Moves each description from the row below an event to a column of the event's row.
 *
 * @param header row numbers of the headings
 */
export function withDescriptions(sheet: Sheet, header: readonly number[], { of, into }: Below): Sheet {
  const [title, target] = [columnNumber(of) ?? 0, columnNumber(into) ?? 0];
  const below = sheet.rows.filter(({ number }) => number > Math.max(...header));
  const descriptions = descriptionsIn({ rows: below, title });
  const rows = sheet.rows.flatMap((row, index): Row[] => {
    const next = sheet.rows[index + 1];
    if (descriptions.has(row)) return [];
    const cell = next && descriptions.has(next) ? next.cells.get(title) : undefined;
    if (next === undefined || cell === undefined) return [row];
    return [
      { ...row, through: next.number, cells: new Map([...row.cells, [target, { ...cell, from: title }]]) },
    ];
  });
  return { ...sheet, rows };
}

/**
 * Whether a text reads like a description rather than a title: it begins with a lower-case letter, a bracket, a dash or
 * an asterisk, ends like a sentence, or is long.
 */
export function readsAsDescription(text: string): boolean {
  const words = text.trim();
  return (
    words.length >= LONG ||
    /^(?:[(–—•*-]|\p{Ll})/u.test(words) ||
    (/[^.][.…]["”»]?$/u.test(words) && words.split(/\s+/).length >= SENTENCE)
  );
}
