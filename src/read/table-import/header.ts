import { UserError } from '../../errors.ts';
import { cellName, count, ellipsis, LIMITS } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { carriedDown, type Row, type Sheet } from '../sheet/index.ts';
import { type Heading, type OwnWords, readHeading } from './heading.ts';

/** The headings of a table: the row, or two rows, that they stand in, and their words by column. */
export interface Header {
  rows: number[];
  headings: ReadonlyMap<number, string>;
}

/** Rows from the top of a sheet among which its headings are looked for. */
const SEARCHED_ROWS = 40;
/** Characters that a heading has at most. */
const LONGEST_HEADING = 100;

/** The headings of a sheet of events: the row with the most columns that are known by their headings. */
export function findHeader(sheet: Sheet, words: OwnWords): Header | undefined {
  let best: { row: Row; score: number } | undefined;
  for (const row of sheet.rows.slice(0, SEARCHED_ROWS)) {
    const score = headerScore(row, words);
    if (score > (best?.score ?? 0)) best = { row, score };
  }
  const row =
    best?.row ??
    sheet.rows.slice(0, SEARCHED_ROWS).find((one, index) => looksLikeHeadings(one, sheet.rows, index));
  return row === undefined ? undefined : headerAt(sheet, row);
}

/** What was looked at in a sheet in which no headings were found. */
export function lookedAt({ rows }: Sheet): string {
  const some = rows.slice(0, SEARCHED_ROWS);
  const [first] = some;
  const last = some.at(-1);
  if (first === undefined || last === undefined) return 'it is empty';
  const fullest = some.reduce((most, row) => (row.cells.size > most.cells.size ? row : most), first);
  const words = [...fullest.cells.values()].slice(0, SHOWN_HEADINGS).map(({ text }) => shortWords(text));
  const more = fullest.cells.size > SHOWN_HEADINGS ? ' …' : '';
  return `looked at rows ${first.number} to ${last.number}; most stands in row ${fullest.number}: ${words.join(' · ')}${more}`;
}

/** Words of a row that are shown where it was not understood. */
const SHOWN_HEADINGS = 8;

function shortWords(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return ellipsis(words, 24);
}

/** The headings of a further table below: in a row behind an empty one, known, and not the first ones once more. */
export function furtherHeader(sheet: Sheet, after: Header, words: OwnWords): Header | undefined {
  const start = Math.max(...after.rows);
  const first = [...after.headings.values()].map(foldName).join('|');
  const found = sheet.rows.find((row, index) => {
    const before = sheet.rows[index - 1];
    const isApart = before !== undefined && row.number > before.number + 1;
    const own = [...row.cells.values()].map(({ text }) => foldName(text)).join('|');
    return (
      row.number > start &&
      isApart &&
      own !== first &&
      isFurther(row, words) &&
      looksLikeHeadings(row, sheet.rows, index)
    );
  });
  return found === undefined ? undefined : headerAt(sheet, found);
}

/** A row whose words are all headings that are known, at least two. */
function isFurther(row: Row, words: OwnWords): boolean {
  const texts = [...row.cells.values()].map(({ text }) => text);
  const known = texts.filter((text) => foldName(text) !== '' && readHeading(text, words).role !== undefined);
  return known.length * 2 >= texts.length && texts.length > 1;
}

/** Fewest columns of a table none of whose headings is known. */
const FEWEST_COLUMNS = 3;

/** A row of short words that differ, without numbers, over a row that fills as many of its columns. */
function looksLikeHeadings(row: Row, rows: readonly Row[], index: number): boolean {
  const cells = [...row.cells.values()];
  const next = rows[index + 1];
  if (cells.length < FEWEST_COLUMNS || next === undefined || next.number > row.number + 1) return false;
  const filled = [...next.cells.keys()].filter((column) => row.cells.has(column)).length;
  return (
    filled * 2 > cells.length &&
    new Set(cells.map(({ text }) => foldName(text))).size === cells.length &&
    cells.every(
      ({ text, date }) => date === undefined && text.length <= 40 && /\p{L}/u.test(text) && !/\d/.test(text),
    )
  );
}

/** Number of different things that the row names as headings would; 0 unless a table of events could have that heading. */
function headerScore(row: Row, words: OwnWords): number {
  const known = new Set<string>();
  let titled = false;
  for (const { text } of row.cells.values()) {
    if (text.length > LONGEST_HEADING) continue;
    const heading = readHeading(text, words);
    if (heading.role === undefined || foldName(text) === '') continue;
    const others = heading.role === 'other' || heading.role === 'internal';
    known.add(others ? foldName(text) : nameOf(heading));
    titled ||= heading.role === 'title' || heading.role === 'description';
  }
  return known.size >= (titled ? 2 : 3) ? known.size : 0;
}

function nameOf({ role, side, named, field }: Heading): string {
  return [role, side, named, field].filter((part) => part !== undefined).join('.');
}

/**
 * Headings that stand in a given row, joined with those of the row below where cells merged sideways group them.
 *
 * @throws UserError when there are more than any list of events has
 */
function headerAt(sheet: Sheet, row: Row): Header {
  if (row.cells.size > LIMITS.columns)
    throw new UserError({
      message: `the headings stand in ${count(row.cells.size)} columns; at most ${count(LIMITS.columns)} are read`,
      at: { cell: cellName(sheet.name, row.number, 1) },
      hint: 'delete the columns that hold nothing of the events',
    });
  const below = sheet.rows.find(({ number }) => number === row.number + 1);
  const groups = sheet.merges.filter(
    ({ top, bottom, left, right }) => top === row.number && bottom === top && right > left,
  );
  const grouped = new Set(groups.flatMap(({ left, right }) => columnsBetween(left, right)));
  const headings = new Map([...row.cells].map(([column, { text }]) => [column, text]));
  const divided =
    below !== undefined &&
    groups.some(({ left, right }) => columnsBetween(left, right).some((column) => below.cells.has(column))) &&
    [...below.cells.keys()].every((column) => grouped.has(column) || !row.cells.has(column));
  if (!divided) return { rows: [row.number], headings };
  for (const { left, right } of groups) {
    const group = row.cells.get(left)?.text ?? '';
    for (const column of columnsBetween(left, right)) headings.set(column, group);
  }
  for (const [column, { text }] of below.cells)
    headings.set(column, `${headings.get(column) ?? ''} ${text}`.trim());
  return { rows: [row.number, below.number], headings };
}

function columnsBetween(left: number, right: number): number[] {
  return Array.from({ length: Math.min(right - left + 1, 200) }, (_, index) => left + index);
}

/**
 * The rows below the headings, with cells that are merged downwards in each row that they cover. Right below them columns may be numbered (1, 2, 3 …), as in
 * official tables: that is no event.
 */
export function rowsBelow(sheet: Sheet, header: readonly number[]): Row[] {
  const last = Math.max(...header);
  return carriedDown(sheet).filter(
    (row) => row.number > last + 1 || (row.number > last && !isNumbering(row)),
  );
}

/** Whether the cells of a row number its columns. */
function isNumbering({ cells }: Row): boolean {
  return (
    cells.size >= FEWEST_COLUMNS &&
    [...cells.values()].every(({ text }, index) => text.trim() === String(index + 1))
  );
}
