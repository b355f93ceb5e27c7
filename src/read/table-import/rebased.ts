import type { Problem } from '../../errors.ts';
import { cellName, ellipsis } from '../../model/index.ts';
import { isSameEmphasis } from '../../text/index.ts';
import type { Cell, Row, Sheet, Workbook } from '../sheet/index.ts';
import { withKept } from './kept.ts';
import { pathOf } from './own-export.ts';
import { isIdPath, type RowWords, rowKey } from './sent.ts';

/** A workbook as it would be if it had been sent out today and corrected alike. */
export interface Rebased {
  workbook: Workbook;
  /** Cells that they and the draft have changed otherwise: the draft keeps its words. */
  conflicts: readonly Problem[];
  /** Ids of the events that were sent out. */
  sent: ReadonlySet<string>;
  /** Ids of the themes whose events they alone have put into another order. */
  reordered: ReadonlySet<string>;
}

export interface RebaseOptions {
  /** Name of the file, for messages. */
  file: string;
  /** What the workbook was sent out with. */
  sent: RowWords;
  /** What the draft would send out now. */
  now: RowWords;
  /** Whether a column is one of those that say when an event is: what was changed in them belongs together. */
  isDate(path: string): boolean;
  /** Whether the words of a column have signs of emphasis. */
  holdsEmphasis(path: string): boolean;
}

/**
 * Three texts decide about each cell of a workbook that comes back: a cell that still has the words that it was sent with says what the
 * draft says now, and one that was changed on both sides too. Rows of which the draft has none any more are left out.
 */
export function rebased(workbook: Workbook, options: RebaseOptions): Rebased {
  const conflicts: Problem[] = [];
  const order: string[] = [];
  const sheets = workbook.sheets.map((sheet) => rebasedSheet(sheet, options, order, conflicts));
  const orders = ordersOf(order, options);
  return {
    workbook: { ...workbook, sheets },
    conflicts: [...conflicts, ...orders.conflicts],
    sent: new Set(eventIds(options.sent)),
    reordered: orders.reordered,
  };
}

function eventIds(words: RowWords): string[] {
  return [...words.keys()].flatMap((key) => (key.startsWith('id ') ? [key.slice('id '.length)] : []));
}

/** Three orders decide for each theme: the one that was sent, theirs, and that of the draft now, of the events that all have. */
function ordersOf(
  theirs: readonly string[],
  { file, sent, now }: RebaseOptions,
): { reordered: Set<string>; conflicts: Problem[] } {
  const themeIn = (words: RowWords, id: string): string | undefined =>
    words.get(rowKey('id', id))?.get('theme');
  const met = new Set(theirs);
  const common = eventIds(sent).filter((id) => met.has(id) && themeIn(sent, id) === themeIn(now, id));
  const reordered = new Set<string>();
  const conflicts: Problem[] = [];
  for (const theme of new Set(common.map((id) => themeIn(sent, id) ?? ''))) {
    const before = common.filter((id) => themeIn(sent, id) === theme);
    const own = new Set(before);
    const [here, ours] = [theirs, eventIds(now)].map((list) => list.filter((id) => own.has(id)).join('\n'));
    const sentOut = before.join('\n');
    if (here === sentOut || here === ours) continue;
    if (ours === sentOut) reordered.add(theme);
    else
      conflicts.push({
        message: `the events of "${theme}" stand in another order here, and in a third one in the draft, which keeps its own`,
        at: { file },
        hint: 'import it with --propose to decide event by event',
      });
  }
  return { reordered, conflicts };
}

/** Rows from the top among which the headings are looked for: somebody may have put a line above them. */
const SEARCHED_ROWS = 10;

function rebasedSheet(sheet: Sheet, options: RebaseOptions, order: string[], conflicts: Problem[]): Sheet {
  const { sent, now } = options;
  const table = tableIn(sheet);
  if (table === undefined) return sheet;
  const { paths, idColumn, idPath, top, rows: listed } = table;
  const keyed: { id: string; row: Row }[] = [];
  for (const row of listed) {
    const id = row.cells.get(idColumn)?.text.trim() ?? '';
    const key = rowKey(idPath, id);
    const before = sent.get(key);
    if (idPath === 'id' && id !== '') order.push(id);
    const place = { sheet: sheet.name, row, paths, idColumn };
    const rebasedOne =
      before === undefined ? row : rebasedRow(place, before, now.get(key), options, conflicts);
    if (rebasedOne !== undefined) keyed.push({ id: key, row: rebasedOne });
  }
  // Events are put in place later, by their themes.
  const rows = idPath === 'id' ? keyed : inOrderOf(keyed, sent, now);
  return { ...sheet, rows: [...top, ...rows.map(({ row }) => row)] };
}

/**
 * The workbook of an export with words in cells that hold a formula without a value: nobody has written other words there, so they say what
 * they said.
 *
 * @param words what the export was sent out with, or would be now
 */
export function withUnknownCells(workbook: Workbook, words: RowWords): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const table = sheet.unknown === undefined ? undefined : tableIn(sheet);
      if (table === undefined) return sheet;
      const { paths, idColumn, idPath } = table;
      const rows = sheet.rows.map((row) => {
        const own = words.get(rowKey(idPath, row.cells.get(idColumn)?.text.trim() ?? ''));
        const cells = sheet.unknown?.flatMap((place): [number, Cell][] => {
          const text = place.row === row.number ? own?.get(paths.get(place.column) ?? '') : undefined;
          return text === undefined || text === '' ? [] : [[place.column, { text }]];
        });
        return { ...row, cells: new Map([...row.cells, ...(cells ?? [])].sort(([a], [b]) => a - b)) };
      });
      return { ...sheet, rows };
    }),
  };
}

/** The rows of a sheet, and what its columns hold; undefined where none of them holds ids. */
function tableIn({ rows }: Sheet) {
  const header = rows
    .slice(0, SEARCHED_ROWS)
    .find(({ cells }) => [...cells.values()].some(({ text }) => isIdPath(pathOf(text))));
  if (header === undefined) return undefined;
  const paths = new Map([...header.cells].map(([column, { text }]) => [column, pathOf(text)]));
  const [idColumn = 1, idPath = ''] = [...paths].find(([, path]) => isIdPath(path)) ?? [];
  const top = rows.filter(({ number }) => number <= header.number);
  return { paths, idColumn, idPath, top, rows: rows.slice(top.length) };
}

/** The cells that say what some words say and others do not, with what those say. */
export function cellsThatSay(
  { sheets }: Workbook,
  words: RowWords,
  others: RowWords,
): { cell: string; now: string }[] {
  return sheets.flatMap((sheet) => {
    const { paths = new Map<number, string>(), idColumn = 1, idPath = '', rows = [] } = tableIn(sheet) ?? {};
    return rows.flatMap((row) => {
      const key = rowKey(idPath, row.cells.get(idColumn)?.text.trim() ?? '');
      const [own, now] = [words.get(key), others.get(key)];
      if (own === undefined || now === undefined) return [];
      return [...paths].flatMap(([column, path]) => {
        const text = row.cells.get(column)?.text ?? '';
        const today = now.get(path) ?? '';
        const isOlder = own.get(path) === text && today !== text;
        return isOlder ? [{ cell: cellName(sheet.name, row.number, column), now: today }] : [];
      });
    });
  });
}

/** Rows in the order of the draft where they are in the order in which they were sent, new ones behind those that they follow. */
function inOrderOf<T extends { id: string }>(
  rows: readonly T[],
  sent: RowWords,
  now: RowWords,
): readonly T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = [...byId.keys()].filter((id) => sent.has(id));
  const expected = [...sent.keys()].filter((id) => byId.has(id));
  if (byId.size < rows.length || !known.every((id, at) => id === expected[at])) return rows;
  const stay = [...now.keys()].flatMap((id) => (sent.has(id) ? (byId.get(id) ?? []) : []));
  return withKept(stay, rows, new Set([...byId.keys()].filter((id) => !sent.has(id))));
}

interface Place {
  sheet: string | undefined;
  row: Row;
  paths: ReadonlyMap<number, string>;
  idColumn: number;
}

function rebasedRow(
  { sheet, row, paths, idColumn }: Place,
  sent: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string> | undefined,
  { file, isDate, holdsEmphasis }: RebaseOptions,
  conflicts: Problem[],
): Row | undefined {
  const at = (column: number) => ({ file, cell: cellName(sheet, row.number, column) });
  const columns = [...paths].flatMap(([column, path]) => {
    const before = sent.get(path);
    return before === undefined ? [] : [{ column, path, before, cell: row.cells.get(column) }];
  });
  const isSame = (path: string, cell: Cell | undefined, words: string): boolean =>
    isAsSent(cell, words, holdsEmphasis(path));
  const changed = columns.filter(({ path, cell, before }) => !isSame(path, cell, before));
  if (now === undefined) {
    if (changed.length > 0)
      conflicts.push({
        message: `"${ellipsis(row.cells.get(idColumn)?.text ?? '')}" was changed here, and is not in the draft any more`,
        at: at(idColumn),
        hint: 'put it into the draft again, or leave it',
      });
    return undefined;
  }
  const today = (path: string): string => now.get(path) ?? '';
  const clashing = changed.filter(
    ({ path, before, cell }) => today(path) !== before && !isSame(path, cell, today(path)),
  );
  const dated = clashing.some(({ path }) => isDate(path));
  const kept = changed.filter((own) => clashing.includes(own) || (dated && isDate(own.path)));
  for (const { column, path, before, cell } of kept)
    conflicts.push({
      message: `sent as "${ellipsis(before)}", changed here to "${ellipsis(cell?.text ?? '')}"; the draft keeps "${ellipsis(today(path))}"`,
      at: at(column),
      hint: 'import it with --propose to decide',
    });
  const cells = new Map(row.cells);
  for (const own of columns) {
    if (changed.includes(own) && !kept.includes(own)) continue;
    const words = today(own.path);
    if (words === '') cells.delete(own.column);
    else cells.set(own.column, { text: words });
  }
  return { ...row, cells: new Map([...cells].sort(([a], [b]) => a - b)) };
}

/** Whether nobody has changed a cell: its words are the same, and none of them is struck out or marked. */
function isAsSent(cell: Cell | undefined, words: string, hasSigns: boolean): boolean {
  if (cell === undefined) return words === '';
  const { text, struck, struckWords, runs } = cell;
  const isSame = hasSigns ? isSameEmphasis(text, words) : text === words;
  return isSame && struck === undefined && struckWords === undefined && runs === undefined;
}
