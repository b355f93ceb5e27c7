/**
 * Finds the tables of a stored mapping in a list by their headings, because the column letters, row numbers and sheet
 * names of the list may have changed since the mapping was stored.
 */
import type { Message } from '../../messages.ts';
import { columnLetters, columnNumber, groupBy, highest, type Lang, oneLine } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import type { Sheet, Workbook } from '../sheet/index.ts';
import { NO_OWN_NAMES } from './headings.ts';
import { findHeader, type Header, headingsIn, SEARCHED_ROWS } from './layout.ts';
import {
  type ColumnMapping,
  columnsOfBlock,
  DATE_IN_ROWS,
  isHeading,
  type Mapping,
  type SheetMapping,
  type StoredColumn,
  type StoredMapping,
  type StoredSheet,
  withoutLetters,
} from './mapping.ts';
import { messageOf } from './messages.ts';
import {
  type Answers,
  type ColumnChoice,
  dateQuestion,
  type Question,
  renamedAnswer,
  renamedQuestion,
  sheetQuestion,
  yesOrNo,
} from './questions.ts';
import { dateAbove, linesAbove } from './sheet-date.ts';
import { arrangementOf } from './side-by-side.ts';

/** A stored mapping, located in a list. */
export interface Located {
  /** The mapping with the column letters, rows and sheets of the list. */
  mapping: Mapping;
  /**
   * The mapping to store, which contains the new names of renamed columns and sheets, and keeps columns that are
   * missing from this list.
   */
  stored: StoredMapping;
  /** Questions about differences between the list and the mapping that only the user can answer. */
  questions: readonly Question[];
  /** The headings in the mapping that are missing from the list. */
  missing: readonly string[];
}

/** The share of a table's headings that a sheet must contain for the table to be found there. */
const MIN_FOUND = 0.5;
/**
 * The share of headings that a sheet and a mapping must have in common for the list to be recognised as coming from the
 * same source.
 */
const MIN_ALIKE = 0.8;

/**
 * Locates a mapping in a list. If a heading is missing and the list contains unknown headings, the result contains the
 * question which of them replaces it. Tables whose columns all have letters keep their positions if few of their
 * headings are found.
 */
export function located(workbook: Workbook, mapping: StoredMapping, answers: Answers = new Map()): Located {
  const names = new Set(mapping.sheets.map(({ name }) => name));
  const free = workbook.sheets.filter(({ name, hidden }) => hidden !== true && !names.has(name));
  const found: FoundTable[] = [];
  for (const name of names) {
    const ofSheet = mapping.sheets.filter((one) => one.name === name);
    const [first] = ofSheet;
    const sheet = workbook.sheets.find((one) => one.name === name) ?? (first && likest(free, first));
    if (sheet === undefined) found.push(...ofSheet.map((one) => asStored(one)));
    else {
      found.push(...tablesIn(sheet, ofSheet, mapping.language, answers));
      if (free.includes(sheet)) free.splice(free.indexOf(sheet), 1);
    }
  }
  const questions = found.flatMap((one) => one.questions);
  for (const sheet of free) {
    const model = mapping.sheets.find((one) => one.columns.length > 0 && isAlike(sheet, one));
    const { name } = sheet;
    if (model === undefined || name === undefined) continue;
    const answer = yesOrNo(`sheet ${name}`, answers);
    if (answer === undefined) questions.push(sheetQuestion(sheet));
    const table = { ...model, name, ...(model.theme === undefined ? {} : { theme: name }) };
    if (answer === true) found.push(...tablesIn(sheet, [table], mapping.language, answers));
    if (answer === false) found.push(asStored({ name, header: model.header, columns: [] }));
  }
  const read = found.flatMap(({ table }) => (table.columns.length > 0 ? [table] : []));
  return {
    mapping: { ...mapping, sheets: read },
    stored: withoutLetters({ ...mapping, sheets: found.map(({ stored }) => stored) }),
    questions: [...new Map(questions.map((one) => [one.name, one])).values()],
    missing: [...new Set(found.flatMap((one) => one.missing))],
  };
}

/**
 * Whether a list comes from the same source as a mapping: it has nearly all headings of the mapping, and hardly any
 * other headings.
 */
export function isOfSource(workbook: Workbook, { sheets }: StoredMapping): boolean {
  return sheets.every(
    (stored) =>
      stored.columns.length === 0 ||
      (stored.columns.length >= MIN_COLUMNS && workbook.sheets.some((sheet) => isAlike(sheet, stored))),
  );
}

/**
 * Minimum number of columns for the source of a list to be recognised. Two columns are not sufficient, because every
 * list has a title and a date.
 */
const MIN_COLUMNS = 3;

/** Whether a sheet has nearly all headings of a table, and hardly any other headings. */
function isAlike(sheet: Sheet, stored: StoredSheet): boolean {
  const head = headerIn(sheet, stored, topsOf(sheet, stored));
  if (head === undefined) return false;
  const words = [...head.headings.values()];
  const known = words.filter((one) => stored.columns.some(({ heading }) => isHeading(one, heading)));
  return head.share >= MIN_ALIKE && known.length >= words.length * MIN_ALIKE;
}

/**
 * Of the given sheets, the one that contains the most headings of a table; undefined if it contains fewer than half of
 * them.
 */
function likest(sheets: readonly Sheet[], stored: StoredSheet): Sheet | undefined {
  const shares = sheets.map((sheet) => headerIn(sheet, stored, topsOf(sheet, stored))?.share ?? 0);
  const best = Math.max(0, ...shares);
  return best < MIN_FOUND ? undefined : sheets[shares.indexOf(best)];
}

/** Creates the message that a heading is missing from a list. */
export const missingColumn = (heading: string): Message => messageOf('column-missing', { heading });

/** A table of a mapping, located in a list. */
interface FoundTable {
  table: SheetMapping;
  stored: StoredSheet;
  questions: readonly Question[];
  missing: readonly string[];
}

/** A table at the position that the mapping states. A column without letters directly follows the previous column. */
function asStored(stored: StoredSheet): FoundTable {
  let last = 0;
  const columns = stored.columns.map((entry): ColumnMapping => {
    last = entry.column === undefined ? last + 1 : (columnNumber(entry.column) ?? 0);
    return { ...entry, column: columnLetters(last) };
  });
  return { table: { ...stored, columns }, stored, questions: [], missing: [] };
}

/** Locates the tables of a mapping in one sheet. */
function tablesIn(sheet: Sheet, stored: readonly StoredSheet[], lang: Lang, answers: Answers): FoundTable[] {
  const { name } = sheet;
  const hasLetters = stored.every(({ columns }) => columns.every(({ column }) => column !== undefined));
  const isBeside = hasLetters && stored.some(({ within }) => within !== undefined);
  let after = 0;
  return stored.map((one): FoundTable => {
    const named: StoredSheet = {
      ...one,
      ...(name === undefined ? {} : { name }),
      ...(one.theme !== undefined && one.theme === one.name && name !== undefined ? { theme: name } : {}),
    };
    // Tables placed side by side may have the same headings, so they keep their positions.
    const found = isBeside
      ? asStored(named)
      : one.beside === undefined
        ? tableIn(sheet, named, stored.length > 1 ? after : undefined, answers)
        : blocksIn(sheet, named, lang, answers);
    after = Math.max(...found.table.header);
    return withDate(found, sheet, answers);
  });
}

/**
 * Locates a table in a sheet by its headings.
 *
 * @param after the last row of headings of the table above this one, if the sheet contains several tables
 */
function tableIn(sheet: Sheet, stored: StoredSheet, after: number | undefined, answers: Answers): FoundTable {
  const tops =
    after === undefined
      ? topsOf(sheet, stored)
      : sheet.rows.flatMap(({ number }) => (number > after ? number : []));
  const best = headerIn(sheet, stored, tops);
  const isFound = best !== undefined && best.share >= MIN_FOUND;
  // If all columns have letters in the mapping, the table keeps its position, and headings that differ from the mapping
  // are reported later.
  if (!isFound && stored.columns.every(({ column }) => column !== undefined)) return asStored(stored);
  // If few headings of the mapping are found, the table is assumed to be at the first row of known headings; without
  // such a row, it is assumed to be at its previous position.
  const kept = { rows: stored.header, headings: headingsIn(sheet, stored.header) };
  const head = isFound ? best : (findHeader(sheet, NO_OWN_NAMES) ?? kept);
  const found = columnsIn(sheet, head, stored, answers);
  const { below } = stored;
  const title = below && found.columns.find((_, index) => stored.columns[index]?.column === below.of);
  const table: SheetMapping = {
    ...stored,
    header: head.rows,
    columns: found.columns,
    ...(title === undefined || below === undefined
      ? {}
      : { below: { of: title.column, into: columnLetters(found.behind) } }),
  };
  return {
    table,
    stored: { ...table, columns: [...found.columns, ...found.lacking] },
    questions: found.questions,
    missing: found.missing,
  };
}

/**
 * Locates a table in which events are side by side: at the position in the mapping, or at its new position if the sheet
 * has changed.
 */
function blocksIn(sheet: Sheet, stored: StoredSheet, lang: Lang, answers: Answers): FoundTable {
  const kept = asStored(stored);
  const { beside } = stored;
  const now = arrangementOf(sheet, findHeader(sheet, NO_OWN_NAMES), lang);
  const [before = ''] = beside?.blocks ?? [];
  const [block = ''] = now?.beside.blocks ?? [];
  const [[first, last], [start, end]] = [columnsOfBlock(before), columnsOfBlock(block)];
  const isSame =
    now !== undefined && start === first && Math.max(...now.header) === Math.max(...stored.header);
  if (beside === undefined || now === undefined || isSame) return kept;
  if (end - start !== last - first || now.beside.rows?.length !== beside.rows?.length) return kept;
  const [into, moved] = [columnNumber(beside.into) ?? 0, columnNumber(now.beside.into) ?? 0];
  const blocks = now.beside.blocks.map(columnsOfBlock);
  const isShared = (at: number): boolean =>
    at < moved && !blocks.some(([from, to]) => from <= at && at <= to);
  const headings = new Map(
    [...now.headings, ...headingsIn(sheet, now.header)].filter(([at]) => isShared(at)),
  );
  const head = { rows: now.header, headings };
  const isOwn = ({ column }: ColumnMapping): boolean => {
    const at = columnNumber(column) ?? 0;
    return at >= into || (first <= at && at <= last);
  };
  const common = kept.table.columns.filter((entry) => !isOwn(entry));
  const found = columnsIn(sheet, head, { ...stored, columns: common }, answers);
  const ownColumns = kept.table.columns.filter(isOwn).map((entry): ColumnMapping => {
    const at = columnNumber(entry.column) ?? 0;
    return { ...entry, column: columnLetters(at >= into ? at - into + moved : at - first + start) };
  });
  const table = {
    ...stored,
    header: now.header,
    beside: now.beside,
    columns: [...found.columns, ...ownColumns],
  };
  return { table, stored: table, questions: found.questions, missing: found.missing };
}

/**
 * If all events of a table have the same date, updates this date from the name of the sheet or the lines above the
 * headings.
 */
function withDate(found: FoundTable, sheet: Sheet, answers: Answers): FoundTable {
  const { date, header } = found.table;
  if (date === undefined || date === DATE_IN_ROWS) return found;
  const words = ` ${foldName(linesAbove(sheet, header).join(' '))} `;
  if (words.includes(` ${foldName(date)} `)) return found;
  const question = dateQuestion(sheet.name, date);
  const now = answers.get(question.name) ?? dateAbove(sheet, header);
  if (now === undefined) return { ...found, questions: [...found.questions, question] };
  return { ...found, table: { ...found.table, date: now }, stored: { ...found.stored, date: now } };
}

/**
 * The numbers of the rows that may be the first row of headings: the row in the mapping, and the rows at the top of the
 * sheet.
 */
function topsOf({ rows }: Sheet, { header }: StoredSheet): number[] {
  return [Math.min(...header), ...rows.slice(0, SEARCHED_ROWS).map(({ number }) => number)];
}

/**
 * The rows that contain the most headings of a table, and the share (0 to 1) of the table's headings that they contain.
 */
function headerIn(sheet: Sheet, { header, columns }: StoredSheet, tops: readonly number[]) {
  const wanted = columns.filter(({ heading, links }) => foldName(heading) !== '' && links !== true);
  const first = Math.min(...header);
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]));
  const byTop = groupBy(sheet.merges, ({ top }) => top);
  const found = tops.map((top) => {
    const rows = header.map((row) => row - first + top);
    const headed = {
      ...sheet,
      rows: rows.flatMap((row) => byNumber.get(row) ?? []),
      merges: rows.flatMap((row) => byTop.get(row) ?? []),
    };
    const headings = headingsIn(headed, rows);
    const words = [...headings.values()];
    const known = wanted.filter(({ heading }) => words.some((one) => isHeading(one, heading)));
    return { rows, headings, share: known.length / Math.max(wanted.length, 1) };
  });
  return highest(found, ({ share }) => share);
}

/**
 * Finds the columns of a table in a sheet by their headings.
 *
 * @returns among others, the columns that are `lacking` from the list, without those that the user has declared as
 * removed, and the first column `behind` all headings and cells
 */
function columnsIn(sheet: Sheet, { rows: header, headings }: Header, stored: StoredSheet, answers: Answers) {
  const last = Math.max(...header);
  const rows = sheet.rows.filter(({ number }) => number > last);
  const filled = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  const behind = Math.max(0, ...headings.keys(), ...filled) + 1;
  const unheaded = [...filled].filter((column) => foldName(headings.get(column) ?? '') === '');
  const places = new Map<StoredColumn, number>();
  for (const entry of stored.columns) {
    const place = placeOf(entry, stored, headings, unheaded);
    if (place !== undefined) places.set(entry, place);
    else if (entry.links || (entry.column !== undefined && entry.column === stored.below?.into))
      places.set(entry, behind);
  }
  const taken = new Set(places.values());
  const open = [...headings]
    .filter(([column, words]) => !taken.has(column) && filled.has(column) && foldName(words) !== '')
    .map(([column, words]) => ({ column, words }));
  const nameOf = ({ heading, column = '' }: StoredColumn): string => oneLine(heading) || `column ${column}`;
  const absent = stored.columns.filter((one) => !places.has(one));
  const answered = new Map<string, number | 'none' | undefined>();
  const unsaid = (): ColumnChoice[] => open.filter(({ column }) => ![...answered.values()].includes(column));
  for (const name of new Set(absent.map(nameOf))) answered.set(name, renamedAnswer(name, answers, unsaid()));
  const left = unsaid();
  const questions: Question[] = [];
  const missing: string[] = [];
  const lacking: StoredColumn[] = [];
  for (const entry of absent) {
    const heading = nameOf(entry);
    const answer = answered.get(heading);
    if (typeof answer === 'number') places.set(entry, answer);
    else {
      if (answer === undefined && foldName(entry.heading) !== '') lacking.push(entry);
      if (entry.field === 'ignore') continue;
      if (answer === undefined && left.length > 0) questions.push(renamedQuestion(heading, left, rows));
      missing.push(heading);
    }
  }
  return {
    columns: stored.columns.flatMap((entry): ColumnMapping[] => {
      const place = places.get(entry);
      if (place === undefined) return [];
      if (place === behind) return [{ ...entry, column: columnLetters(place) }];
      const { links: _, ...rest } = entry;
      const words = headings.get(place) ?? '';
      const heading = isHeading(words, entry.heading) ? entry.heading : oneLine(words);
      return [{ ...rest, column: columnLetters(place), heading }];
    }),
    lacking,
    behind,
    questions,
    missing,
  };
}

/**
 * The column of an entry in the mapping: the only column with the same heading. If several columns have this heading
 * (or no heading), the column at the same position among them is returned, provided that the mapping contains equally
 * many entries with this heading. If there are more or fewer columns than entries, the column with the letters of the
 * entry is returned. Undefined if no column matches.
 */
function placeOf(
  { column, heading }: StoredColumn,
  { columns }: StoredSheet,
  headings: ReadonlyMap<number, string>,
  unheaded: readonly number[],
): number | undefined {
  const wanted = foldName(heading);
  const isHeaded = wanted !== '';
  const headed = [...headings].filter(([, words]) => isHeading(words, heading));
  const found = isHeaded ? headed.map(([at]) => at) : [...unheaded].sort((a, b) => a - b);
  const alike = [
    ...new Set(columns.filter((one) => foldName(one.heading) === wanted).map((one) => one.column)),
  ];
  if (alike.length === found.length) return found[alike.indexOf(column)];
  const letters = column === undefined ? undefined : columnNumber(column);
  return letters !== undefined && (found.includes(letters) || !isHeaded) ? letters : undefined;
}
