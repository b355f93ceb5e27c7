/** Finds tables that are next to the first table of a sheet and contain other events or other data. */
import { consecutive, type Lang, oneLine } from '../../model/index.ts';
import type { Row, Sheet } from '../sheet/index.ts';
import { blockName, isIn, type Range } from './flatten-grid.ts';
import { type OwnNames, readHeading } from './headings.ts';
import { columnsIn, findHeader, withoutColumns } from './layout.ts';
import { columnsOfBlock } from './mapping.ts';
import { type Answers, belongsQuestion, type Question, yesOrNo } from './questions.ts';
import { arrangementOf } from './side-by-side.ts';

/** A part of a sheet and, unless it is the first part, the letters of its columns. */
export interface SheetTable {
  sheet: Sheet;
  within?: string;
  /** The question whether these columns belong to the first part, if only the user can decide this. */
  belongs?: Question;
}

/**
 * Divides a sheet into the columns of its first table and of the tables next to it. Columns after an empty column are a
 * separate table if all their known headings denote internal notes, if they repeat the title and date headings of the
 * first table, or if they continue below its last row. Blocks of events side by side belong to the first table.
 *
 * @param lang language of the headings that are created for columns without a heading
 */
export function partsOf(sheet: Sheet, ownNames: OwnNames, lang: Lang, answers: Answers): SheetTable[] {
  const header = findHeader(sheet, ownNames);
  const top = header === undefined ? sheet.rows.find(({ cells }) => cells.size > 2)?.number : header.rows[0];
  const listed = sheet.rows.filter(({ number }) => number >= (top ?? Number.POSITIVE_INFINITY));
  const [rows = []] = consecutive<Row>(listed, ({ number }, _, above) => number === above.number + 1);
  const heads = rows.slice(0, header?.rows.length ?? 1);
  const below = rows.slice(heads.length);
  const [first, ...ranges] = rangesIn(rows);
  if (first === undefined || ranges.length === 0) return [{ sheet }];
  const blocks = arrangementOf(sheet, header, lang)?.beside.blocks.at(-1) ?? '';
  const [, last] = columnsOfBlock(blocks);
  const headings = headingsIn(heads, first, ownNames);
  const lacks = lackedBy(headings);
  const others = ranges
    .filter((range) => range[0] > last && !lacks(headingsIn(heads, range, ownNames)))
    .flatMap((range): SheetTable[] => {
      const named = headingsIn(heads, range, ownNames);
      const heading = named[0]?.text ?? '';
      const isOpen = isRun(first, range, below);
      const answer = heading === '' ? undefined : yesOrNo(`belongs ${heading}`, answers);
      const isOther = areOfOther(named, headings) || hasMoreRows(range, first, below);
      if (isOpen ? answer === true : !isOther) return [];
      const within = blockName(range);
      const part = { sheet: columnsIn(sheet, within), within };
      if (!isOpen || heading === '' || answer !== undefined || isOther) return [part];
      const words = named.map(({ text }) => text);
      const listed = part.sheet.rows.filter(
        ({ number }) => number > Math.max(...heads.map((row) => row.number)),
      );
      return [{ ...part, belongs: belongsQuestion(heading, words, listed) }];
    });
  const beside = others.flatMap(({ within }) => within ?? []);
  return [{ sheet: withoutColumns(sheet, beside) }, ...others];
}

type Role = ReturnType<typeof readHeading>['role'];
type Headings = readonly { text: string; role: Role }[];

/** A table of events has, for each of these groups of roles, a column with one of the roles. */
const NEEDED: readonly (readonly Role[])[] = [['title'], ['date', 'when', 'start']];

const hasOneOf = (headings: Headings, group: readonly Role[]): boolean =>
  headings.some(({ role }) => group.includes(role));

/**
 * Creates a function that tests whether columns complete the first columns: they contain the dates if the first columns
 * contain only the titles, or the titles if the first columns contain only the dates.
 */
function lackedBy(first: Headings): (headings: Headings) => boolean {
  const lacking = NEEDED.filter((group) => !hasOneOf(first, group));
  return (headings) => lacking.length < NEEDED.length && lacking.some((group) => hasOneOf(headings, group));
}

/** The headings in a range of columns. */
function headingsIn(heads: readonly Row[], columns: Range, ownNames: OwnNames): Headings {
  return heads
    .flatMap(({ cells }) => [...cells])
    .flatMap(([column, { text }]) =>
      isIn(column, columns) ? [{ text: oneLine(text), role: readHeading(text, ownNames).role }] : [],
    );
}

/** The ranges of columns that contain cells, separated by empty columns. */
function rangesIn(rows: readonly Row[]): Range[] {
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b);
  const ranges = consecutive(columns, (column, _, before) => column === before + 1);
  return ranges.map((range) => [range[0], range[0] + range.length - 1]);
}

/**
 * Columns that have cells only in the first rows of a table may be a separate table if these rows are less than this
 * share of the rows with events.
 */
const MIN_FILLED = 0.8;

/**
 * Whether headings belong to a separate table: all known headings denote internal notes, or the headings repeat the
 * title and date headings of the first table.
 */
function areOfOther(headings: Headings, first: Headings): boolean {
  const roles = headings.map(({ role }) => role);
  if (roles.includes('internal') && roles.every((role) => role === 'internal' || role === undefined))
    return true;
  const again = headings.filter(({ text }) => first.some((heading) => heading.text === text));
  return NEEDED.every((group) => hasOneOf(again, group));
}

/** Whether columns contain cells below the last row of the first columns. */
function hasMoreRows(range: Range, first: Range, below: readonly Row[]): boolean {
  const end = below.findLastIndex((row) => fills(row, first)) + 1;
  return below.slice(end).some((row) => fills(row, range));
}

/**
 * Whether columns have cells only in the upper rows, so that they may be a separate table or may not have been
 * completed.
 */
function isRun(first: Range, range: Range, below: readonly Row[]): boolean {
  const filled = below.map((row) => fills(row, range));
  const events = below.filter((row) => fills(row, first));
  const run = filled.indexOf(false);
  return run > 1 && !filled.slice(run).includes(true) && run < events.length * MIN_FILLED;
}

const fills = ({ cells }: Row, columns: Range): boolean =>
  [...cells.keys()].some((column) => isIn(column, columns));
