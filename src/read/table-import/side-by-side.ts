/** Detects sheets in which events are side by side: in repeated columns or in a grid. */
import { LANGUAGES } from '../../../languages/index.ts';
import { columnLetters, type Lang, oneLine } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { isPartOfDay } from '../../text/dates/index.ts';
import { inAllLanguages } from '../../text/index.ts';
import type { Cell, Row, Sheet } from '../sheet/index.ts';
import { cellsIn, isDateText, isHour, LOOKED_AT, shareOf } from './cell-text.ts';
import {
  areBareHours,
  axisCells,
  BARE_HOURS,
  blockName,
  isDay,
  isIn,
  type Level,
  levelsIn,
  type Range,
} from './flatten-grid.ts';
import { countryNamed, NO_OWN_NAMES, namesEnd, readHeading } from './headings.ts';
import { type Header, headingsIn, SEARCHED_ROWS } from './layout.ts';
import { type Beside, columnsOfBlock } from './mapping.ts';

/** The layout of events side by side, and the headings of the list to which they are converted. */
export interface Arrangement {
  header: number[];
  beside: Beside;
  /**
   * The headings of the columns in the first block, those of the columns for the names of the blocks, and those that
   * are created for columns without a heading in the sheet.
   */
  headings: ReadonlyMap<number, string>;
}

/** Maximum number of columns in a block. */
const WIDEST_BLOCK = 8;

/**
 * The number of the column into which the names of blocks are read. The number is high, so that the column is to the
 * right of all columns in this list and in later versions of it.
 */
const NAMES_COLUMN = 701;

/** A sequence of blocks that consist of the same columns. */
interface Blocks {
  ranges: readonly Range[];
  names: readonly string[];
  /**
   * The headings of the columns in each block, in order; empty for the title column if its heading is the name of the
   * block.
   */
  headings: readonly string[];
  /** The index of the title column in a block; undefined if no heading identifies it. */
  title: number | undefined;
}

/**
 * Detects events that are side by side, either in columns that are repeated for each place or day (`Zeit | Titel | Zeit
 * | Titel`, `Bühne_Titel | Zelt_Titel`) or in a grid such as times and places. Undefined if each event is in a separate
 * row.
 *
 * @param header the headings of the sheet, if any have been found
 * @param lang language of the headings that are created for columns without a heading
 */
export function arrangementOf(sheet: Sheet, header: Header | undefined, lang: Lang): Arrangement | undefined {
  const headers =
    header === undefined ? sheet.rows.slice(0, SEARCHED_ROWS).map((row) => headerOf(sheet, row)) : [header];
  for (const one of headers) {
    const repeated = repeatedBlocks(sheet, one);
    if (repeated === undefined) continue;
    const above = namesAbove(sheet, one, repeated);
    return above === undefined
      ? arranged(sheet, one.rows, [], repeated, lang)
      : arranged(sheet, [above, ...one.rows].slice(0, 2), [above], repeated, lang);
  }
  const grid = gridOf(sheet, lang);
  const isOfGrid = header?.rows.some((row) => grid?.header.includes(row)) === true;
  const names = isOfGrid ? (grid?.beside.blocks ?? []).map(columnsOfBlock) : [];
  const isList = [...(header?.headings ?? [])].some(
    ([column, words]) => !isInAny(column, names) && TOLD.has(readHeading(words, NO_OWN_NAMES).role),
  );
  const isAbove = Math.max(...(grid?.header ?? [])) < Math.min(...(header?.rows ?? []));
  return (isList && !isAbove) || headsRows(sheet, header, grid) ? undefined : grid;
}

/** Whether a list is between the headings and a grid, so that the supposed grid is part of that list. */
function headsRows({ rows }: Sheet, header: Header | undefined, grid: Arrangement | undefined): boolean {
  const [top, end] = [Math.max(...(header?.rows ?? [])), Math.min(...(grid?.header ?? []))];
  return rows.filter(({ number, cells }) => top < number && number < end && cells.size > 1).length > 1;
}

/** The roles of headings that occur in lists but not in grids. */
const TOLD: ReadonlySet<string | undefined> = new Set(['title', 'description']);

/** Reads a row as headings. */
export const headerOf = (sheet: Sheet, { number }: Row): Header => ({
  rows: [number],
  headings: headingsIn(sheet, [number]),
});

/** @param rows the numbers of the rows that contain the names of the blocks */
function arranged(
  sheet: Sheet,
  header: number[],
  rows: number[],
  { ranges, names, headings }: Blocks,
  lang: Lang,
): Arrangement {
  const { starter } = LANGUAGES[lang];
  const [start] = ranges[0] ?? [1, 1];
  const levels = levelsIn(sheet, rows, ranges);
  const isDated = names.some((name) => name !== '') && names.every((name) => name === '' || isDateText(name));
  const embedded = names.every((name) => name === '')
    ? []
    : [isDated ? ('day' as const) : ('place' as const)];
  const kinds = rows.length > 0 ? levels.map(({ kind }) => kind) : embedded;
  const lines = ranges.every(([first, end]) => first === end) && hasLines(sheet, header, ranges);
  return {
    header,
    beside: {
      blocks: ranges.map(blockName),
      ...(rows.length > 0 ? { rows } : { names: [...names] }),
      into: columnLetters(NAMES_COLUMN),
    },
    headings: new Map([
      ...headings.map((words, index): [number, string] => [
        start + index,
        words || (starter.columns.title ?? ''),
      ]),
      ...kinds.map((kind, index): [number, string] => [NAMES_COLUMN + index, headingOf(kind, lang)]),
      ...(lines
        ? [[NAMES_COLUMN + Math.max(kinds.length, 1), starter.columns.description ?? ''] as [number, string]]
        : []),
    ]),
  };
}

function hasLines(sheet: Sheet, header: readonly number[], ranges: Blocks['ranges']): boolean {
  return sheet.rows.some(
    ({ number, cells }) =>
      number > Math.max(...header) &&
      [...cells].some(([column, { text }]) => isInAny(column, ranges) && text.trim().includes('\n')),
  );
}

const isInAny = (column: number, ranges: readonly Range[]): boolean =>
  ranges.some((range) => isIn(column, range));

const wordsOf = (cell: Cell | undefined): string => oneLine(cell?.text ?? '');

/**
 * Maximum number of columns that are searched for blocks. The time that the search takes grows with the cube of the
 * number of columns, and no real programme has more columns than this.
 */
const MAX_COLUMNS = 64;

/** The sequence of blocks that covers the most columns, if each of its blocks has its own events. */
function repeatedBlocks(sheet: Sheet, { rows, headings }: Header): Blocks | undefined {
  const shown = [...headings].filter(([column]) => sheet.hiddenColumns?.has(column) !== true);
  if (shown.length > MAX_COLUMNS) return undefined;
  const words = new Map(shown.sort(([a], [b]) => a - b).map(([column, text]) => [column, oneLine(text)]));
  const below = sheet.rows.filter(({ number }) => number > Math.max(...rows));
  const columns = [...words.keys()];
  let best: Blocks | undefined;
  let covered = 0;
  for (const first of columns.keys())
    for (let width = 2; width <= WIDEST_BLOCK; width++) {
      const blocks = blocksAt(words, columns.slice(first), width);
      const count = (blocks?.ranges.length ?? 0) * width;
      if (blocks === undefined || count <= covered || !areApart(blocks, below)) continue;
      [best, covered] = [blocks, count];
    }
  return best;
}

/**
 * The longest sequence of adjacent blocks of a given width that starts at the first column and has matching headings.
 */
function blocksAt(words: ReadonlyMap<number, string>, columns: readonly number[], width: number) {
  const blocks: string[][] = [];
  const ranges: Range[] = [];
  let found: Blocks | undefined;
  for (let start = 0; start + width <= columns.length; start += width) {
    const ofBlock = columns.slice(start, start + width);
    const [first = 0, last = 0] = [ofBlock[0], ofBlock.at(-1)];
    const block = ofBlock.map((column) => words.get(column) ?? '');
    if (block.includes('') || last - first !== width - 1) return found;
    blocks.push(block);
    ranges.push([first, last]);
    const alike = blocks.length < 2 ? undefined : commonHeadings(blocks);
    if (blocks.length > 1 && alike === undefined) return found;
    if (alike !== undefined) found = { ...alike, ranges: [...ranges] };
  }
  return found;
}

/**
 * The headings that blocks have in common, and the name of each block; undefined if the blocks do not consist of the
 * same columns.
 */
function commonHeadings(
  blocks: readonly string[][],
): Pick<Blocks, 'names' | 'headings' | 'title'> | undefined {
  const [first = []] = blocks;
  const differing = first.flatMap((_, index) =>
    new Set(blocks.map((block) => foldName(block[index] ?? ''))).size > 1 ? [index] : [],
  );
  const [only, another] = differing;
  if (only !== undefined && another === undefined) {
    // In "Zeit | Bühne | Zeit | Zelt", the headings of the event columns are the places.
    const names = blocks.map((block) => block[only] ?? '');
    if (!areNames(names) || first.some((words, index) => index !== only && isTitle(words))) return undefined;
    return { names, headings: first.map((words, index) => (index === only ? '' : words)), title: only };
  }
  const split = differing.length === 0 ? { names: blocks.map(() => ''), headings: first } : named(blocks);
  const title = split?.headings.findIndex(isTitle) ?? -1;
  return split && { ...split, title: title < 0 ? undefined : title };
}

/**
 * Splits headings into the name of the block (at the beginning or at the end) and the remaining words, which are the
 * same in all blocks.
 */
function named(blocks: readonly string[][]): { names: string[]; headings: string[] } | undefined {
  for (const inOrder of [(parts: string[]) => parts, (parts: string[]) => parts.toReversed()]) {
    const split = blocks.map((words) => {
      const parts = words.map((one) => inOrder(partsOf(one)));
      const shared = commonStart(parts);
      const rests = parts.map((one) => inOrder(one.slice(shared.length)).join(' '));
      return { name: inOrder(shared).join(' '), rests };
    });
    const names = split.map(({ name }) => name);
    const [headings = [], ...others] = split.map(({ rests }) => rests);
    const isSame = others.every(
      (rests) => rests.map(foldName).join('|') === headings.map(foldName).join('|'),
    );
    const isWhole = [...names, ...headings].every((words) => words !== '');
    if (isSame && isWhole && areNames(names)) return { names, headings };
  }
  return undefined;
}

const partsOf = (words: string): string[] => words.split(/[\s_:./|–-]+/).filter((part) => part !== '');

function commonStart([first = [], ...others]: readonly string[][]): string[] {
  const end = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return end < 0 ? first : first.slice(0, end);
}

const isTitle = (words: string): boolean => readHeading(words, NO_OWN_NAMES).role === 'title';

/**
 * Whether texts can be names of places or days: they are different, and none is a language, a country or a word for
 * start or end, because a single event may have several columns for these.
 */
function areNames(names: readonly string[]): boolean {
  return (
    new Set(names.map(foldName)).size === names.length &&
    names.every((name) => {
      const { named: lang, role } = readHeading(`Title ${name}`, NO_OWN_NAMES);
      return (
        lang === undefined &&
        role === 'title' &&
        countryNamed(name) === undefined &&
        namesEnd(name) === undefined
      );
    })
  );
}

/**
 * Blocks are considered to have their own events if at least this share of rows has titles in only some of the blocks.
 */
const SOME = 0.2;

/**
 * Whether each block has its own events: each block has its own column of times, or enough rows have titles in only
 * some of the blocks.
 */
function areApart({ ranges, title }: Blocks, below: readonly Row[]): boolean {
  const timed = ranges.every(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index).some(
      (column) => shareOf(cellsIn(below, column), isHour) >= MIN_SHARE,
    ),
  );
  if (timed || title === undefined) return timed;
  const counts = below.map(({ cells }) => ranges.filter(([first]) => cells.has(first + title)).length);
  const rows = counts.filter((count) => count > 0);
  const partly = rows.filter((count) => count < ranges.length).length;
  return rows.length > 0 && partly >= rows.length * SOME;
}

/** Minimum share of cells that must be times (or days) in a column of times (or days). */
const MIN_SHARE = 0.8;

/** The number of the row above the headings that contains exactly one name above each block. */
function namesAbove(sheet: Sheet, { rows }: Header, { ranges, names }: Blocks): number | undefined {
  if (names.some((name) => name !== '')) return undefined;
  const top = Math.min(...rows);
  const row = sheet.rows.findLast(({ number }) => number < top);
  if (row === undefined || row.number < top - 2) return undefined;
  const isWhole = ranges.every(
    (range) => [...row.cells.keys()].filter((column) => isIn(column, range)).length === 1,
  );
  return isWhole && row.cells.size === ranges.length ? row.number : undefined;
}

/**
 * Detects a grid: its events are below the names of days, times or places and usually to the right of a column of times
 * or days.
 */
function gridOf(sheet: Sheet, lang: Lang): Arrangement | undefined {
  for (const index of sheet.rows.slice(0, SEARCHED_ROWS).keys()) {
    const found = levelsFrom(sheet, index);
    if (found === undefined) continue;
    const { rows, ranges } = found;
    const below = sheet.rows.filter(({ number }) => number > Math.max(...rows));
    const grid = arranged(sheet, rows, rows, { ranges, names: [], headings: [''], title: 0 }, lang);
    const headings = new Map(grid.headings);
    const [first] = ranges[0] ?? [1];
    for (let column = 1; column < first; column++) {
      const kind = axisKind(axisCells(below, column));
      const isOnly = column === first - 1 && cellsIn(below, column).length > 0;
      if (kind !== undefined || isOnly) headings.set(column, headingOf(kind ?? 'place', lang));
    }
    return { ...grid, headings };
  }
  return undefined;
}

/**
 * The rows that contain the names of a grid's blocks, if the first of them is at the given index: one row, or two rows
 * if the upper one groups the names.
 */
function levelsFrom(sheet: Sheet, index: number): { rows: number[]; ranges: Range[] } | undefined {
  const [row, next] = sheet.rows.slice(index, index + 2);
  if (row === undefined) return undefined;
  if (next?.number === row.number + 1) {
    const ranges = gridColumns(sheet, next, sheet.rows.slice(index + 2));
    if (ranges.length > 1 && groupsNames(sheet, row, ranges))
      return { rows: [row.number, next.number], ranges };
  }
  const ranges = gridColumns(sheet, row, sheet.rows.slice(index + 1));
  return ranges.length > 1 ? { rows: [row.number], ranges } : undefined;
}

/** The heading for a column of days, times or places. */
function headingOf(kind: Level['kind'], lang: Lang): string {
  const { starter } = LANGUAGES[lang];
  return { day: starter.columns.date ?? '', time: starter.time, place: starter.place }[kind];
}

/** The kind of the values in a column to the left of a grid's blocks; undefined if they are neither days nor times. */
function axisKind(cells: readonly Cell[]): 'day' | 'time' | undefined {
  if (cells.length === 0) return undefined;
  if (shareOf(cells, isHour) >= MIN_SHARE || areBareHours(cells)) return 'time';
  if (shareOf(cells, isDay) >= MIN_SHARE) return 'day';
  return shareOf(cells, (cell) => isHour(cell) || isDay(cell)) >= MIN_SHARE ? 'time' : undefined;
}

/**
 * Whether a row groups the names of blocks in the row below it: its cells are above the blocks, and all of them are
 * days or are merged over several columns.
 */
function groupsNames(sheet: Sheet, { number, cells }: Row, ranges: readonly Range[]): boolean {
  const [first] = ranges[0] ?? [1];
  const groups = [...cells].filter(([column]) => column >= first);
  const isMerged = groups.every(([column]) =>
    sheet.merges.some(({ top, left, right }) => top === number && left === column && right > left),
  );
  const areAbove = groups.every(([column]) => isInAny(column, ranges));
  return (
    groups.length > 1 &&
    groups[0]?.[0] === first &&
    areAbove &&
    (isMerged || groups.every(([, cell]) => isDay(cell)))
  );
}

/** The cell that contains the name of a block, and the columns of the block. */
interface Block {
  cell: Cell;
  range: Range;
}

const GRID_ROLES: ReadonlySet<string | undefined> = new Set([undefined, 'other', 'theme', 'body', 'region']);

/**
 * The columns of each block whose name is in the row; empty if the row contains no names of blocks, or if the cells
 * below the row contain no events.
 */
function gridColumns(sheet: Sheet, row: Row, below: readonly Row[]): Range[] {
  const blocks = [...row.cells]
    .filter(([column]) => sheet.hiddenColumns?.has(column) !== true)
    .map(([column, cell]) => {
      const merge = sheet.merges.find(({ top, left }) => top === row.number && left === column);
      return { cell, range: [column, merge?.right ?? column] as const };
    });
  for (const isName of [
    isDay,
    (cell: Cell) => !isDay(cell) && (isHour(cell) || areBareHours([cell, cell])),
  ]) {
    const first = blocks.findIndex(({ cell }) => isName(cell));
    const end = blocks.findIndex(({ cell }, index) => index > first && !isName(cell));
    const named = extended(
      blocks.slice(first, end < 0 ? undefined : end).map(({ range }) => range),
      blocks[end]?.range[0],
      below,
    );
    const used = named.filter(([column]) => below.some(({ cells }) => cells.has(column)));
    if (first >= 0 && named.length > 1 && used.length * 2 >= named.length)
      return used.every(([column]) => holdWords(cellsIn(below, column), MIN_WORDS)) ? named : [];
  }
  const axis = [4, 3, 2, 1].find((column) => axisKind(axisCells(below, column)) !== undefined);
  const parts = blocks.filter(({ cell, range: [column] }) => column > (axis ?? 0) && isPartOfDay(cell.text));
  const areParts = parts.every(({ range: [column] }) => holdWords(cellsIn(below, column), MIN_WORDS));
  if (axis !== undefined && parts.length > 1 && areParts) return parts.map(({ range }) => range);
  const corner = axis === undefined ? undefined : row.cells.get(axis);
  const isBelow = corner !== undefined && (isHour(corner) || isDay(corner) || BARE_HOURS.test(corner.text));
  if (axis === undefined || isBelow) return [];
  const right = blocks.filter(({ range: [column] }) => column > axis);
  const places = new Set(
    right.filter((block) => namesPlace(block, right, corner, below)).map(({ cell }) => cell),
  );
  const end = right.findIndex(
    ({ cell, range: [column] }, index) =>
      !(places.has(cell) || GRID_ROLES.has(readHeading(cell.text, NO_OWN_NAMES).role)) ||
      wordsOf(cell).length > MAX_NAME ||
      (index > 0 && column !== (right[index - 1]?.range[1] ?? 0) + 1),
  );
  const isUsed = ({ range: [column] }: Block): boolean => below.some(({ cells }) => cells.has(column));
  const written = right.slice(0, end < 0 ? undefined : end);
  // A name to the right of the last column that contains cells is treated as a heading without cells, and is reported.
  const named = written.slice(0, written.findLastIndex(isUsed) + 1);
  const ranges = named.map(({ range }) => range);
  const next = ranges.at(-1)?.[1] ?? 0;
  const hasTitle = [...row.cells].some(
    ([column, cell]) => column <= next + 1 && !places.has(cell) && isTitle(cell.text),
  );
  if (ranges.length < 2 || ranges[0]?.[0] !== axis + 1 || hasTitle) return [];
  const used = named.filter(isUsed);
  const isEvent = used.length > 1 && used.every(({ range: [column] }) => holdsEvents(column, below));
  const namesPlaces = arePlaces(named.map(({ cell }) => wordsOf(cell)));
  return isEvent && (namesPlaces || corner === undefined || areAlike(sheet, row, ranges, below))
    ? ranges
    : [];
}

/**
 * Whether a name that contains a word for titles or descriptions is the name of a place, not a heading ("Salón de
 * actos", "Event Hall"): it contains a word for a place, and most cells below it do not. If the column of times has no
 * heading, two other conditions are sufficient: another name contains a word for a place, and some row has no cell
 * below this name (in a list, every row has a title).
 */
function namesPlace(
  { cell, range: [column] }: Block,
  row: readonly Block[],
  corner: Cell | undefined,
  below: readonly Row[],
): boolean {
  const { role, plainTitle } = readHeading(cell.text, NO_OWN_NAMES);
  if (!TOLD.has(role) || plainTitle || hasWholeHeading(cell)) return false;
  if (hasPlaceWord(cell)) return shareOf(cellsIn(below, column), hasPlaceWord) < MIN_WORDS;
  return (
    corner === undefined &&
    row.some((other) => hasPlaceWord(other.cell) && !hasWholeHeading(other.cell)) &&
    below.some(({ cells }) => cells.size > 1 && !cells.has(column))
  );
}

const hasWholeHeading = ({ text }: Cell): boolean =>
  text.split(HEADING_PARTS).some((part) => readHeading(part, NO_OWN_NAMES).whole);

const hasPlaceWord = ({ text }: Cell): boolean => PLACE_WORD.test(foldName(text));

/** Characters that separate the parts of a heading, as in "Event / Room". */
const HEADING_PARTS = /[/,;+&|()]/;

/** Extends the columns of each block by the columns to their right that have cells but no name. */
function extended(ranges: readonly Range[], end: number | undefined, below: readonly Row[]): Range[] {
  const isUsed = (column: number): boolean => below.some(({ cells }) => cells.has(column));
  return ranges.map(([first, last], index) => {
    const next = ranges[index + 1]?.[0] ?? end ?? Number.POSITIVE_INFINITY;
    let right = last;
    while (right + 1 < next && isUsed(right + 1)) right++;
    return [first, right];
  });
}

/** Minimum share of the cells below the names of days or times that must contain words. */
const MIN_WORDS = 0.5;

/** Maximum number of characters in the name of a place. */
const MAX_NAME = 60;

const PLACES = inAllLanguages(({ headings }) => headings.places)
  .split('|')
  .map(foldName);

/**
 * A word for a place, or a compound that contains such a word after at least four letters: Saal, Projektraum (but not
 * "content", which contains "tent").
 */
const PLACE_WORD = new RegExp(`(?<!\\p{L})(?:\\p{L}{4,})?(?:${PLACES.join('|')})`, 'u');

/**
 * Whether texts are names of places: they differ only in a number or a letter at the end, at least two of them contain
 * a word for a place, or one contains such a word together with other words.
 */
function arePlaces(names: readonly string[]): boolean {
  const folded = names.map(foldName);
  const places = folded.filter((name) => PLACES.some((place) => name.includes(place)));
  const numbered = folded.map((name) => name.replace(/\d+|(?<!\p{L})\p{L}$/u, '#'));
  const isNumbered = new Set(folded).size > 1 && new Set(numbered).size === 1;
  return isNumbered || places.length > 1 || places.some((name) => !PLACES.includes(name));
}

/**
 * Whether columns are interchangeable, unlike the columns of a list: a cell is merged over several of them, or each of
 * them is empty in some row.
 */
function areAlike(sheet: Sheet, row: Row, ranges: readonly Range[], below: readonly Row[]): boolean {
  const [first] = ranges[0] ?? [0];
  const last = ranges.at(-1)?.[0] ?? 0;
  const isMerged = sheet.merges.some(
    ({ top, left, right }) => top > row.number && left >= first && left < right && left < last,
  );
  const filled = below.filter(({ cells }) => ranges.some(([column]) => cells.has(column)));
  return isMerged || ranges.every(([column]) => filled.some(({ cells }) => !cells.has(column)));
}

/**
 * Whether a column contains events: most of its texts are neither times nor dates, and at least half of them are
 * different (rooms and people recur).
 */
function holdsEvents(column: number, rows: readonly Row[]): boolean {
  const cells = cellsIn(rows, column).slice(0, LOOKED_AT);
  return (
    holdWords(cells, MIN_SHARE) && new Set(cells.map(({ text }) => foldName(text))).size * 2 >= cells.length
  );
}

function holdWords(cells: readonly Cell[], least: number): boolean {
  const isWords = (cell: Cell): boolean =>
    /\p{L}/u.test(cell.text) && cell.date === undefined && !isHour(cell) && !isDay(cell);
  return cells.length > 0 && shareOf(cells, isWords) >= least;
}
