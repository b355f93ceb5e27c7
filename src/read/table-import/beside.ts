/** Detects events that are side by side in a sheet: in repeated columns, or in a grid. */
import { LANGUAGES } from '../../../languages/index.ts';
import { columnLetters, LANGS, type Lang } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import type { Cell, Row, Sheet } from '../sheet/index.ts';
import { cellsIn, isDateCell, isDateText, isHour, LOOKED_AT, oneLine, shareOf } from './cell-text.ts';
import { countryNamed, NO_WORDS, namesEnd, readHeading } from './headings.ts';
import { blockName, type Header, SEARCHED_ROWS } from './layout.ts';
import type { Beside } from './mapping.ts';

/** Events side by side, and the headings of the list to which they are converted. */
export interface Arrangement {
  header: number[];
  beside: Beside;
  /** Headings of the columns of the first block, of the column of block names, and of columns without a heading. */
  headings: ReadonlyMap<number, string>;
}

/** Maximum number of columns of a block. */
const WIDEST_BLOCK = 8;

/**
 * The column into which the names of blocks are read: far beyond the columns of this list and of its later versions.
 */
const NAMES_COLUMN = 701;

/** A run of repeated columns. */
interface Blocks {
  ranges: readonly (readonly [first: number, last: number])[];
  names: readonly string[];
  /**
   * Headings of the columns of a block, in order; empty for the event column if its heading is the name of the block.
   */
  headings: readonly string[];
  /** Index in a block of the column that names the event; undefined if no heading tells. */
  title: number | undefined;
}

/**
 * Detects events side by side: in columns that are repeated for each place or day (`Zeit | Titel | Zeit | Titel`,
 * `Bühne_Titel | Zelt_Titel`), or in a grid of times and places. Undefined if the events are in rows, one below the
 * other.
 *
 * @param header the headings that were found, if any
 * @param lang language for headings that the sheet lacks
 */
export function arrangementOf(sheet: Sheet, header: Header | undefined, lang: Lang): Arrangement | undefined {
  const headers = header === undefined ? sheet.rows.slice(0, SEARCHED_ROWS).map(headerOf) : [header];
  for (const one of headers) {
    const repeated = repeatedBlocks(sheet, one);
    if (repeated === undefined) continue;
    const above = namesAbove(sheet, one, repeated);
    const names = above?.names ?? repeated.names;
    return arranged(sheet, above?.header ?? one.rows, { ...repeated, names }, lang);
  }
  const isList = [...(header?.headings.values() ?? [])].some((words) =>
    TOLD.has(readHeading(words, NO_WORDS).role),
  );
  return isList ? undefined : gridOf(sheet, lang);
}

/** Heading roles that lists have and grids lack. */
const TOLD: ReadonlySet<string | undefined> = new Set(['title', 'description']);

function headerOf({ number, cells }: Row): Header {
  return { rows: [number], headings: new Map([...cells].map(([column, { text }]) => [column, text])) };
}

function arranged(
  sheet: Sheet,
  header: number[],
  { ranges, names, headings }: Blocks,
  lang: Lang,
): Arrangement {
  const { starter } = LANGUAGES[lang];
  const [start] = ranges[0] ?? [1, 1];
  const isDated = names.some((name) => name !== '') && names.every((name) => name === '' || isDateText(name));
  const lines = ranges.every(([first, end]) => first === end) && hasLines(sheet, header, ranges);
  return {
    header,
    beside: {
      blocks: ranges.map(([first, end]) => blockName(first, end)),
      names: [...names],
      into: columnLetters(NAMES_COLUMN),
    },
    headings: new Map([
      ...headings.map((words, index): [number, string] => [
        start + index,
        words || (starter.columns.title ?? ''),
      ]),
      ...(names.every((name) => name === '')
        ? []
        : [[NAMES_COLUMN, (isDated ? starter.columns.date : starter.place) ?? ''] as [number, string]]),
      ...(lines ? [[NAMES_COLUMN + 1, starter.columns.description ?? ''] as [number, string]] : []),
    ]),
  };
}

function hasLines(sheet: Sheet, header: readonly number[], ranges: Blocks['ranges']): boolean {
  return sheet.rows.some(
    ({ number, cells }) =>
      number > Math.max(...header) &&
      [...cells].some(([column, { text }]) => isIn(column, ranges) && text.trim().includes('\n')),
  );
}

const isIn = (column: number, ranges: Blocks['ranges']): boolean =>
  ranges.some(([first, last]) => first <= column && column <= last);

const wordsOf = (cell: Cell | undefined): string => oneLine(cell?.text ?? '');

/** Maximum number of columns that are searched for blocks: the work grows with their cube, and nobody makes wider programmes. */
const MAX_COLUMNS = 64;

/** The widest run of repeated columns in which each block has its own events. */
function repeatedBlocks(sheet: Sheet, { rows, headings }: Header): Blocks | undefined {
  const shown = [...headings].filter(([column]) => sheet.hiddenColumns?.has(column) !== true);
  if (shown.length > MAX_COLUMNS) return undefined;
  const words = new Map(shown.sort(([a], [b]) => a - b).map(([column, text]) => [column, oneLine(text)]));
  const below = sheet.rows.filter(({ number }) => number > Math.max(...rows));
  let best: Blocks | undefined;
  let covered = 0;
  for (const first of words.keys())
    for (let width = 2; width <= WIDEST_BLOCK; width++) {
      const blocks = blocksAt(words, first, width);
      const columns = (blocks?.ranges.length ?? 0) * width;
      if (blocks === undefined || columns <= covered || !areApart(blocks, below)) continue;
      [best, covered] = [blocks, columns];
    }
  return best;
}

/** The blocks of one width from a column on, as long as their headings match. */
function blocksAt(words: ReadonlyMap<number, string>, first: number, width: number): Blocks | undefined {
  const blocks: string[][] = [];
  const ranges: [first: number, last: number][] = [];
  let found: Blocks | undefined;
  for (let start = first; ; start += width) {
    const block = Array.from({ length: width }, (_, index) => words.get(start + index) ?? '');
    if (block.includes('')) return found;
    blocks.push(block);
    ranges.push([start, start + width - 1]);
    const alike = blocks.length < 2 ? undefined : commonHeadings(blocks);
    if (blocks.length > 1 && alike === undefined) return found;
    if (alike !== undefined) found = { ...alike, ranges: [...ranges] };
  }
}

/** The common headings of blocks and the name of each block; undefined if they are not the same columns. */
function commonHeadings(
  blocks: readonly string[][],
): Pick<Blocks, 'names' | 'headings' | 'title'> | undefined {
  const [first = []] = blocks;
  const differing = first.flatMap((_, index) =>
    new Set(blocks.map((block) => foldName(block[index] ?? ''))).size > 1 ? [index] : [],
  );
  const [only, another] = differing;
  if (only !== undefined && another === undefined) {
    // Zeit | Bühne | Zeit | Zelt: the heading of the event column is the place.
    const names = blocks.map((block) => block[only] ?? '');
    if (!areNames(names) || first.some((words, index) => index !== only && isTitle(words))) return undefined;
    return { names, headings: first.map((words, index) => (index === only ? '' : words)), title: only };
  }
  const split = differing.length === 0 ? { names: blocks.map(() => ''), headings: first } : named(blocks);
  const title = split?.headings.findIndex(isTitle) ?? -1;
  return split && { ...split, title: title < 0 ? undefined : title };
}

/**
 * Splits headings into the name of their block, at their beginning or end, and the rest, which is the same in all
 * blocks.
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

const isTitle = (words: string): boolean => readHeading(words, NO_WORDS).role === 'title';

/**
 * Whether these are names of places or days: they differ, and are not languages, countries or ends of a span, as one
 * event may have several of these.
 */
function areNames(names: readonly string[]): boolean {
  return (
    new Set(names.map(foldName)).size === names.length &&
    names.every((name) => {
      const { named: lang, role } = readHeading(`Title ${name}`, NO_WORDS);
      return (
        lang === undefined &&
        role === 'title' &&
        countryNamed(name) === undefined &&
        namesEnd(name) === undefined
      );
    })
  );
}

/** Minimum share of rows with titles in only some blocks, for blocks with events of their own. */
const SOME = 0.2;

/**
 * Whether each block has its own events: it has its own times of day; or enough rows have titles in only some blocks.
 */
function areApart({ ranges, title }: Blocks, below: readonly Row[]): boolean {
  const timed = ranges.every(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index).some((column) =>
      holdsTimes(column, below),
    ),
  );
  if (timed || title === undefined) return timed;
  const counts = below.map(({ cells }) => ranges.filter(([first]) => cells.has(first + title)).length);
  const rows = counts.filter((count) => count > 0);
  const partly = rows.filter((count) => count < ranges.length).length;
  return rows.length > 0 && partly >= rows.length * SOME;
}

function holdsTimes(column: number, rows: readonly Row[]): boolean {
  return shareOf(cellsIn(rows, column), isHour) >= MIN_SHARE;
}

/** Minimum share of cells with times or days in a column of these. */
const MIN_SHARE = 0.8;

/** The names of blocks in the row above their headings, one over each block. */
function namesAbove(
  sheet: Sheet,
  { rows }: Header,
  { ranges, names }: Blocks,
): { header: number[]; names: string[] } | undefined {
  if (names.some((name) => name !== '')) return undefined;
  const top = Math.min(...rows);
  const row = sheet.rows.findLast(({ number }) => number < top);
  if (row === undefined || row.number < top - 2) return undefined;
  const found = ranges.map(([first, last]) =>
    [...row.cells].flatMap(([column, cell]) => (first <= column && column <= last ? wordsOf(cell) : [])),
  );
  const isWhole = found.every((words) => words.length === 1) && row.cells.size === ranges.length;
  return isWhole ? { header: [row.number, ...rows].slice(0, 2), names: found.flat() } : undefined;
}

/** A grid: times of day or dates in one column, and to its right a column of events for each place or day. */
function gridOf(sheet: Sheet, lang: Lang): Arrangement | undefined {
  for (const [index, row] of sheet.rows.slice(0, SEARCHED_ROWS).entries()) {
    const below = sheet.rows.slice(index + 1);
    const axis = [1, 2, 3].find((column) => isAxis(column, below));
    if (axis === undefined) return undefined;
    const corner = row.cells.get(axis);
    if (corner !== undefined && isOfAxis(corner)) continue;
    const ranges = gridColumns(sheet, row, axis, below).map((column): [number, number] => [column, column]);
    if (ranges.length < 2) continue;
    const names = ranges.map(([column]) => row.cells.get(column)?.date ?? wordsOf(row.cells.get(column)));
    const { starter } = LANGUAGES[lang];
    const found = arranged(
      sheet,
      [row.number],
      { ranges, names, headings: [starter.columns.title ?? ''], title: 0 },
      lang,
    );
    const heading = below.some(({ cells }) => isHour(cells.get(axis) ?? { text: '' }))
      ? starter.time
      : starter.columns.date;
    return { ...found, headings: new Map([...found.headings, [axis, heading ?? '']]) };
  }
  return undefined;
}

/** A column of times or dates. */
function isAxis(column: number, rows: readonly Row[]): boolean {
  const cells = cellsIn(rows, column);
  return cells.length > 1 && shareOf(cells, isOfAxis) >= MIN_SHARE;
}

const isOfAxis = (cell: Cell): boolean => isHour(cell) || isDateCell(cell);

const GRID_ROLES: ReadonlySet<string | undefined> = new Set([undefined, 'other', 'theme', 'body', 'region']);

/**
 * The event columns of a grid, to the right of its times; empty if the headings name no places or days, or the cells
 * no events.
 */
function gridColumns(sheet: Sheet, { cells }: Row, axis: number, below: readonly Row[]): number[] {
  const columns: number[] = [];
  for (let column = axis + 1; ; column++) {
    const cell = cells.get(column);
    const isName =
      cell !== undefined && (isDay(cell) || GRID_ROLES.has(readHeading(cell.text, NO_WORDS).role));
    if (!isName || wordsOf(cell).length > LONGEST_NAME || sheet.hiddenColumns?.has(column)) break;
    columns.push(column);
  }
  const names = columns.flatMap((column) => cells.get(column) ?? []);
  const places = names.filter(({ text }) => isPlace(text));
  const isNamed = places.length > 1 || places.some(({ text }) => !isPlaceAlone(text)) || names.every(isDay);
  const others = [...cells].filter(([column]) => column > axis && !columns.includes(column));
  const hasTitle = [...cells].some(([, { text }]) => isTitle(text));
  if (!isNamed || hasTitle || others.some(([column]) => column < (columns.at(-1) ?? 0))) return [];
  return columns.every((column) => holdsEvents(column, below)) ? columns : [];
}

/** Maximum number of characters of the name of a place. */
const LONGEST_NAME = 60;

const isDay = (cell: Cell): boolean => isDateCell(cell) || WEEKDAY.test(foldName(cell.text));

const WEEKDAY = new RegExp(
  `^(?:${LANGS.flatMap((lang) => LANGUAGES[lang].cldr.weekdays.map(foldName)).join('|')})$`,
);
const PLACES = LANGS.flatMap((lang) => LANGUAGES[lang].headings.places.split('|').map(foldName));
const isPlace = (words: string): boolean => PLACES.some((place) => foldName(words).includes(place));
const isPlaceAlone = (words: string): boolean => PLACES.includes(foldName(words));

/** Whether most texts of a column differ: events, unlike rooms or people, are rarely repeated. */
function holdsEvents(column: number, rows: readonly Row[]): boolean {
  const cells = cellsIn(rows, column).slice(0, LOOKED_AT);
  const words = cells.map(({ text }) => foldName(text));
  return (
    cells.every((cell) => !isHour(cell) && cell.date === undefined) &&
    cells.filter(({ text }) => /\p{L}{2}/u.test(text)).length * 5 >= cells.length * 4 &&
    new Set(words).size * 2 >= words.length
  );
}
