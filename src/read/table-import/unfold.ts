import { columnLetters, columnNumber } from '../../model/index.ts';
import { type Cell, carriedDown, type Merge, type Row, type Sheet, type Workbook } from '../sheet/index.ts';
import { withDescriptions } from './below.ts';
import { isTimeText } from './column-kind.ts';
import { type Beside, columnsOfBlock, type Mapping, type SheetMapping } from './mapping.ts';

/** A workbook in which each event is a row, as a mapping says which stand side by side, or have descriptions in rows of their own. */
export function unfoldedBook(workbook: Workbook, { sheets }: Mapping): Workbook {
  if (sheets.every(({ beside, below }) => beside === undefined && below === undefined)) return workbook;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const mapping = sheets.find(({ name }) => name === sheet.name);
      if (mapping === undefined) return sheet;
      const { header, beside, below } = mapping;
      const list = beside === undefined ? sheet : unfolded(sheet, header, beside, headingsOf(mapping));
      return below === undefined ? list : withDescriptions(list, header, below);
    }),
  };
}

function headingsOf({ columns }: SheetMapping): Map<number, string> {
  return new Map(columns.map(({ column, heading }) => [columnNumber(column) ?? 0, heading]));
}

/**
 * A sheet in which each block of cells is a row of its own, with the cells that belong to all blocks and the name of its block: `10:00 | Chor | Jazz` under
 * `Saal, Zelt` becomes `10:00 | Chor | Saal` and `10:00 | Jazz | Zelt`. Each cell knows the column in which it stands. A cell merged over several blocks
 * is of all of them; one merged downwards lasts until the row behind it.
 *
 * @param header rows of the headings
 * @param headings words over the columns, where they are not those of the sheet
 */
export function unfolded(
  sheet: Sheet,
  header: readonly number[],
  { blocks, names, into }: Beside,
  headings: ReadonlyMap<number, string>,
): Sheet {
  const ranges = blocks.map(columnsOfBlock);
  const [start] = ranges[0] ?? [1, 1];
  const target = columnNumber(into) ?? 1;
  const last = Math.max(...header);
  const isInBlock = (column: number): boolean =>
    ranges.some(([left, right]) => left <= column && column <= right);
  const shared = (cells: Row['cells']): [number, Cell][] =>
    [...cells].filter(([column]) => !isInBlock(column));
  const merged = new Map(
    sheet.merges.filter(({ left }) => isInBlock(left)).map((merge) => [`${merge.top} ${merge.left}`, merge]),
  );
  const common = carriedDown({ ...sheet, merges: sheet.merges.filter(({ left }) => !isInBlock(left)) });
  const rows = common.flatMap((row, index): Row[] => {
    const own = shared(row.cells);
    if (row.number < Math.min(...header)) return [row];
    if (row.number <= last)
      return [{ ...row, cells: headed(own, row.number === last ? headings : new Map()) }];
    const events = ranges.flatMap(([left, right], block): Row[] => {
      const cells = [...row.cells].filter(([column]) => left <= column && column <= right);
      if (cells.length === 0) return [];
      const merge = cells.flatMap(([column]) => merged.get(`${row.number} ${column}`) ?? [])[0];
      const name = ranges
        .flatMap(([first], other) =>
          other === block || isCovered(first, left, merge) ? (names[other] ?? '') : [],
        )
        .filter((words) => words !== '')
        .join(', ');
      const moved = cells.map(([column, cell]): [number, Cell] => [
        column - left + start,
        column === column - left + start ? cell : { ...cell, from: column },
      ]);
      const hours = merge === undefined ? own : lasting(own, common, index, merge);
      return [
        {
          ...row,
          cells: sorted([...hours, ...parted(moved, left === right, target + 1), ...named(name, target)]),
        },
      ];
    });
    return events.length > 0 || own.length === 0 ? events : [{ ...row, cells: sorted(own) }];
  });
  return { ...sheet, rows, merges: sheet.merges.filter(({ top }) => top < Math.min(...header)) };
}

/** The headings of the sheet, and those that it has not, or has with the name of a block. */
function headed(
  own: readonly (readonly [number, Cell])[],
  headings: ReadonlyMap<number, string>,
): Row['cells'] {
  const cells = new Map(own);
  for (const [column, text] of headings) if (text !== '' && !cells.has(column)) cells.set(column, { text });
  return sorted([...cells]);
}

function isCovered(column: number, left: number, merge: Merge | undefined): boolean {
  return merge !== undefined && left < column && column <= merge.right;
}

const named = (text: string, column: number): [number, Cell][] => (text === '' ? [] : [[column, { text }]]);

/** A cell of several lines where a block is one column: the first names the event, the others describe it. */
function parted(cells: readonly [number, Cell][], single: boolean, below: number): [number, Cell][] {
  const [[column, cell] = []] = cells;
  if (!single || column === undefined || cell === undefined || !cell.text.trim().includes('\n'))
    return [...cells];
  const end = cell.text.indexOf('\n', cell.text.search(/\S/));
  return [
    [column, cutCell(cell, 0, end)],
    [below, { from: column, ...cutCell(cell, end + 1, cell.text.length) }],
  ];
}

/** A part of the words of a cell, with their looks. */
function cutCell({ text, runs, ...cell }: Cell, start: number, end: number): Cell {
  let at = 0;
  const cut = runs?.flatMap((run) => {
    const from = at;
    at += run.text.length;
    const words = run.text.slice(Math.max(start - from, 0), Math.max(end - from, 0));
    return words === '' ? [] : [{ ...run, text: words }];
  });
  return { ...cell, text: text.slice(start, end).trim(), ...(cut === undefined ? {} : { runs: cut }) };
}

/** The cells that belong to all blocks, a time of day among them with its end: that of the last row that the event covers. */
function lasting(
  own: readonly [number, Cell][],
  rows: readonly Row[],
  index: number,
  { top, bottom }: Merge,
): [number, Cell][] {
  if (bottom === top) return [...own];
  return own.map(([column, cell]): [number, Cell] => {
    if (!isTimeText(cell.text)) return [column, cell];
    const covered = rows.slice(index).filter(({ number }) => number <= bottom);
    const [from = ''] = SPAN.exec(cell.text)?.slice(1) ?? [cell.text];
    const until = SPAN.exec(covered.at(-1)?.cells.get(column)?.text ?? '')?.[2];
    const next = rows[index + covered.length]?.cells.get(column)?.text;
    const end = until ?? (next === undefined ? undefined : (SPAN.exec(next)?.[1] ?? next));
    return [column, end === undefined || !isTimeText(end) ? cell : { ...cell, text: `${from}–${end}` }];
  });
}

/** From when to when. */
const SPAN = /^(.*\d.*?)\s*[-–—]\s*(\d.*)$/;

function sorted(cells: readonly (readonly [number, Cell])[]): Map<number, Cell> {
  return new Map([...cells].sort(([a], [b]) => a - b));
}

/** Letters of the columns of a block. */
export function blockName(first: number, last: number): string {
  return first === last ? columnLetters(first) : `${columnLetters(first)}:${columnLetters(last)}`;
}
