import { readFileSync } from 'node:fs';

/**
 * Reads the text of the published programme for comparison with the dataset. It uses the line numbers of the text and
 * only undoes effects of the text extraction; the words stay as printed.
 */

/** A printed event: the words of its cells by column, without blank cells, with line feeds between paragraphs. */
export type PrintedEvent = Record<string, string>;

interface Table {
  theme: string;
  /** Line of the first and of the last row (1-based). */
  first: number;
  last: number;
  columns: readonly string[];
}

const COMMON = ['french', 'russian', 'title', 'description', 'date'] as const;

export const TABLES: readonly Table[] = [
  { theme: 'partnerships', first: 30, last: 61, columns: ['region', ...COMMON] },
  { theme: 'academic', first: 65, last: 76, columns: COMMON },
  { theme: 'culture', first: 79, last: 108, columns: COMMON },
  { theme: 'economy', first: 111, last: 123, columns: ['category', ...COMMON] },
  { theme: 'environment', first: 125, last: 135, columns: COMMON },
  { theme: 'sport', first: 139, last: 141, columns: COMMON },
];

/** Rows with one cell too many, because the French cell spans two columns; the second is always empty. */
const FRENCH_CELL_OVER_TWO_COLUMNS = [125, 126];

/**
 * Continuations after a page break: the line, the row that it belongs to, the column, and the character at the break.
 */
const CONTINUATIONS: readonly { line: number; of: number; column: string; joint: ' ' | '\n' }[] = [
  { line: 35, of: 33, column: 'description', joint: ' ' },
  { line: 41, of: 39, column: 'title', joint: ' ' },
  { line: 46, of: 44, column: 'description', joint: ' ' },
  { line: 52, of: 50, column: 'description', joint: ' ' },
  { line: 59, of: 57, column: 'description', joint: ' ' },
  { line: 99, of: 97, column: 'description', joint: '\n' },
  { line: 116, of: 114, column: 'title', joint: ' ' },
  { line: 123, of: 121, column: 'title', joint: ' ' },
  { line: 128, of: 126, column: 'description', joint: ' ' },
  { line: 134, of: 132, column: 'description', joint: ' ' },
];

/** Rows that share a merged first cell: the line with the words of the cell, and the lines that share them. */
const MERGED_FIRST_CELLS: readonly { column: string; words: number; sharedBy: readonly number[] }[] = [
  { column: 'region', words: 33, sharedBy: [36, 37] },
  { column: 'region', words: 38, sharedBy: [39] },
  { column: 'region', words: 43, sharedBy: [44, 47] },
  { column: 'region', words: 48, sharedBy: [49, 50, 53, 54] },
  { column: 'region', words: 55, sharedBy: [56, 57] },
  { column: 'region', words: 60, sharedBy: [61] },
  { column: 'french', words: 88, sharedBy: [89, 90] },
  { column: 'french', words: 94, sharedBy: [95] },
  { column: 'french', words: 96, sharedBy: [97] },
];

/** Ordinals whose superscript was separated by the extraction. */
const SPLIT_ORDINALS: readonly { line: number; split: string; printed: string }[] = [
  { line: 61, split: '45 th', printed: '45th' },
  { line: 71, split: '12 th', printed: '12th' },
  { line: 82, split: '180 th', printed: '180th' },
  { line: 101, split: '21 st', printed: '21st' },
];

const LINES = readFileSync(
  new URL('../../fixtures/source/programme-2021.txt', import.meta.url),
  'utf8',
).split('\n');

/** A line of the source by its number (1-based). */
export function line(number: number): string {
  const words = LINES[number - 1];
  if (words === undefined) throw new Error(`the source has no line ${number}`);
  return words;
}

/** Printed cells of a line, from left to right. */
function cellsOf(number: number): string[] {
  const cells = line(number).split('\t');
  if (!FRENCH_CELL_OVER_TWO_COLUMNS.includes(number)) return cells;
  if (cells[1] !== '') throw new Error(`line ${number}: the second half of the French cell is not empty`);
  return cells.toSpliced(1, 1);
}

/** The only non-empty cell of a continuation. */
function continuation(number: number): string {
  const filled = line(number)
    .split('\t')
    .filter((cell) => cell !== '');
  if (filled.length !== 1 || filled[0] === undefined) throw new Error(`line ${number} is not a continuation`);
  return filled[0];
}

function withoutParagraphMarks(cell: string): string {
  return cell.replaceAll('</p> <p>', '\n').replaceAll('<p>', '').replaceAll('</p>', '');
}

function withWholeOrdinals(cell: string, number: number): string {
  return SPLIT_ORDINALS.filter((ordinal) => ordinal.line === number).reduce(
    (words, { split, printed }) => words.replaceAll(split, printed),
    cell,
  );
}

/** The words of one cell of the row at a line. */
function words(number: number, column: string, cell: string): string {
  const rest = CONTINUATIONS.filter((part) => part.of === number && part.column === column);
  const whole = rest.reduce((start, part) => start + part.joint + continuation(part.line), cell);
  return withWholeOrdinals(withoutParagraphMarks(whole), number);
}

function eventAt(number: number, columns: readonly string[]): PrintedEvent {
  const cells = cellsOf(number);
  if (cells.length !== columns.length) throw new Error(`line ${number} has ${cells.length} cells`);
  const event: PrintedEvent = {};
  for (const [index, column] of columns.entries()) {
    const merged = MERGED_FIRST_CELLS.find(
      (cell) => cell.column === column && cell.sharedBy.includes(number),
    );
    const cell = words(number, column, (merged === undefined ? cells : cellsOf(merged.words))[index] ?? '');
    if (cell !== '') event[column] = cell;
  }
  return event;
}

/** Lines of a table that start an event. */
export function rowLines(table: Table): number[] {
  const numbers = Array.from({ length: table.last - table.first + 1 }, (_, index) => table.first + index);
  return numbers.filter(
    (number) => line(number) !== '' && !CONTINUATIONS.some((part) => part.line === number),
  );
}

/** The events of a table, in printed order. */
export function printedEvents(table: Table): PrintedEvent[] {
  return rowLines(table).map((number) => eventAt(number, table.columns));
}
