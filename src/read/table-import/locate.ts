/** Finds the columns of a stored mapping in a list by their headings: letters, rows and names of sheets may change. */
import type { Message } from '../../messages.ts';
import { columnLetters, columnNumber } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import type { Sheet, Workbook } from '../sheet/index.ts';
import { oneLine } from './cell-text.ts';
import { SEARCHED_ROWS } from './layout.ts';
import type { ColumnMapping, Mapping, SheetMapping } from './mapping.ts';
import { messageOf } from './messages.ts';
import { type Answers, columnNamed, type Question, renamedQuestion } from './questions.ts';

/** A mapping with the letters, rows and sheets of a list. */
export interface Located {
  mapping: Mapping;
  /** Headings that the list lacks while it has others that the mapping does not know. */
  questions: readonly Question[];
  /** Headings that the list lacks. */
  missing: readonly string[];
}

/** Minimum share of the headings of a mapping that a list must have. */
const MIN_FOUND = 0.5;
/** Minimum share of the headings by which the list of another name is recognised. */
const MIN_ALIKE = 0.8;

/** Locates the columns of a mapping. Sheets whose headings are not found stay as the mapping says. */
export function located(workbook: Workbook, mapping: Mapping, answers: Answers = new Map()): Located {
  const questions: Question[] = [];
  const missing: string[] = [];
  const names = new Set(mapping.sheets.map(({ name }) => name));
  const sheets = mapping.sheets.map((stored): SheetMapping => {
    // Blocks side by side and rows of descriptions have the letters of several columns.
    if (stored.beside !== undefined || stored.below !== undefined) return stored;
    const own = workbook.sheets.find(({ name }) => name === stored.name);
    const others = workbook.sheets.filter(({ name, hidden }) => hidden !== true && !names.has(name));
    const [best] = (own === undefined ? others : [own])
      .flatMap((sheet) => headerOf(sheet, stored) ?? [])
      .sort((a, b) => b.share - a.share);
    if (best === undefined || best.share < MIN_FOUND) return stored;
    const found = columnsIn(best, stored, answers);
    questions.push(...found.questions);
    missing.push(...found.missing);
    const { name } = best.sheet;
    return {
      ...stored,
      ...(name === undefined ? {} : { name }),
      header: best.header,
      columns: found.columns,
    };
  });
  return { mapping: { ...mapping, sheets }, questions, missing };
}

/** Whether a list has nearly all headings of a mapping and hardly any others: it is a list of the same source. */
export function isOfSource(workbook: Workbook, { sheets }: Mapping): boolean {
  return sheets.every((stored) =>
    workbook.sheets.some((sheet) => {
      const { headings, share } = headerOf(sheet, stored) ?? {
        headings: new Map<number, string>(),
        share: 0,
      };
      const words = [...headings.values()];
      const known = words.filter((one) => stored.columns.some(({ heading }) => isFor(one, heading)));
      const isWide = stored.columns.length >= MIN_COLUMNS;
      return isWide && share >= MIN_ALIKE && known.length >= words.length * MIN_ALIKE;
    }),
  );
}

/** Minimum number of columns by which a source is recognised: every list has a title and a date. */
const MIN_COLUMNS = 3;

/** The remark on a heading that a list lacks. */
export const missingColumn = (heading: string): Message => messageOf('column-missing', { heading });

/** The headings of a sheet, and the share of the headings of the mapping among them. */
interface FoundHeader {
  sheet: Sheet;
  header: number[];
  /** Texts by column. */
  headings: ReadonlyMap<number, string>;
  share: number;
}

/** The rows with the most headings of a mapping: those that it says, or others near the top. */
function headerOf(sheet: Sheet, { header, columns }: SheetMapping): FoundHeader | undefined {
  const wanted = columns.filter(({ heading, links }) => foldName(heading) !== '' && links !== true);
  const first = Math.min(...header);
  const tops = [first, ...sheet.rows.slice(0, SEARCHED_ROWS).map(({ number }) => number)];
  const found = tops.map((top): FoundHeader => {
    const rows = header.map((row) => row - first + top);
    const headings = headingsOf(sheet, rows);
    const known = wanted.filter(({ heading }) =>
      [...headings.values()].some((words) => isFor(words, heading)),
    );
    return { sheet, header: rows, headings, share: known.length / Math.max(wanted.length, 1) };
  });
  return found.reduce<FoundHeader | undefined>(
    (best, one) => (best === undefined || one.share > best.share ? one : best),
    undefined,
  );
}

function headingsOf({ rows }: Sheet, header: readonly number[]): Map<number, string> {
  const headings = new Map<number, string>();
  for (const { number, cells } of rows)
    if (header.includes(number))
      for (const [column, { text }] of cells)
        headings.set(column, `${headings.get(column) ?? ''} ${text}`.trim());
  return headings;
}

/** Characters of a heading that a mapping to be completed by hand has. */
const SHORTENED = 80;

/** Whether the words over a column are its heading: the whole one, or the lower part of one in two rows. */
function isFor(words: string, heading: string): boolean {
  const [own, said] = [foldName(words), foldName(heading)];
  return (
    own !== '' && (said === own || said.endsWith(` ${own}`) || said === foldName(words.slice(0, SHORTENED)))
  );
}

/** The columns of a mapping in a sheet, by their headings. */
function columnsIn(
  { sheet, header, headings }: FoundHeader,
  { columns }: SheetMapping,
  answers: Answers,
): { columns: ColumnMapping[]; questions: Question[]; missing: string[] } {
  // Links of titles are in no column, and are read as one behind the last.
  const behind = Math.max(0, ...sheet.rows.flatMap(({ cells }) => [...cells.keys()])) + 1;
  const places = new Map<ColumnMapping, number>();
  for (const entry of columns) {
    const place = placeOf(entry, columns, headings) ?? (entry.links ? behind : undefined);
    if (place !== undefined) places.set(entry, place);
  }
  const taken = new Set(places.values());
  const last = Math.max(...header);
  const isFilled = (column: number): boolean =>
    sheet.rows.some(({ number, cells }) => number > last && cells.has(column));
  const open = [...headings]
    .filter(([column]) => !taken.has(column) && isFilled(column))
    .map(([column, words]) => ({ column, words }));
  const questions: Question[] = [];
  const missing: string[] = [];
  for (const entry of columns.filter((one) => !places.has(one) && one.heading !== '')) {
    const heading = oneLine(entry.heading);
    const question = renamedQuestion(
      heading,
      open,
      sheet.rows.filter(({ number }) => number > last),
    );
    const answer = answers.get(question.name);
    const column = answer === undefined ? undefined : columnNamed(answer, open);
    if (column !== undefined) places.set(entry, column);
    else if (entry.field !== 'ignore') {
      if (answer === undefined && open.length > 0) questions.push(question);
      missing.push(heading);
    }
  }
  return {
    columns: columns.flatMap((entry): ColumnMapping[] => {
      const place = places.get(entry);
      if (place === undefined) return [];
      if (place === behind) return [{ ...entry, column: columnLetters(place) }];
      const { links: _, ...own } = entry;
      const words = headings.get(place) ?? '';
      const heading = isFor(words, entry.heading) ? entry.heading : oneLine(words);
      return [{ ...own, column: columnLetters(place), heading }];
    }),
    questions: questions.filter(
      ({ name }, index) => questions.findIndex((one) => one.name === name) === index,
    ),
    missing,
  };
}

/**
 * The column of an entry: the only one with its heading; of several the one in the same order. A column without a
 * heading keeps its letters.
 */
function placeOf(
  { column, heading }: ColumnMapping,
  columns: readonly ColumnMapping[],
  headings: ReadonlyMap<number, string>,
): number | undefined {
  const letters = columnNumber(column) ?? 0;
  if (foldName(heading) === '')
    return headings.has(letters) && foldName(headings.get(letters) ?? '') !== '' ? undefined : letters;
  const found = [...headings].filter(([, words]) => isFor(words, heading)).map(([at]) => at);
  if (found.includes(letters) || found.length < 2) return found.includes(letters) ? letters : found[0];
  const alike = columns.filter((one) => foldName(one.heading) === foldName(heading)).map((one) => one.column);
  return found[[...new Set(alike)].indexOf(column)];
}
