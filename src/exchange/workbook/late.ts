/** A workbook that comes back late, as if it had been sent out today and corrected alike. */
import type { Problem } from '../../errors.ts';
import { ellipsis } from '../../model/index.ts';
import type { RowCell } from '../../read/table-import/index.ts';
import { isSameInline } from '../../text/index.ts';
import { withKept } from './kept.ts';
import { type RowWords, rowKey } from './record.ts';
import type { PathRow, PathTable } from './tables.ts';

/** Tables on the state of the draft. */
export interface Rebased {
  tables: readonly PathTable[];
  /** Cells that they and the draft have changed otherwise: the draft keeps its words. */
  conflicts: readonly Problem[];
  /** Ids of the events that were sent out. */
  sent: ReadonlySet<string>;
  /** Ids of the themes whose events they alone have put into another order. */
  reordered: ReadonlySet<string>;
}

/** The two texts beside those that came back. */
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
export function rebased(tables: readonly PathTable[], options: RebaseOptions): Rebased {
  const { sent, now } = options;
  const conflicts: Problem[] = [];
  const next = tables.map((table): PathTable => {
    const { idPath } = table;
    const rows = table.rows.flatMap((row) => {
      const key = rowKey(idPath, row.id);
      const before = sent.get(key);
      return before === undefined
        ? row
        : (rebasedRow(row, idPath, before, now.get(key), options, conflicts) ?? []);
    });
    // Events are put in place later, by their themes.
    const ids = (words: RowWords): string[] => idsIn(words, idPath);
    return { ...table, rows: idPath === 'id' ? rows : inOrderOf(rows, ids(sent), ids(now)) };
  });
  const order = tables.flatMap(({ idPath, rows }) =>
    idPath === 'id' ? rows.flatMap(({ id }) => id || []) : [],
  );
  const orders = ordersOf(order, options);
  return {
    tables: next,
    conflicts: [...conflicts, ...orders.conflicts],
    sent: new Set(idsIn(sent, 'id')),
    reordered: orders.reordered,
  };
}

/** The ids of the rows of a table, in their order. */
function idsIn(words: RowWords, idPath: string): string[] {
  const start = rowKey(idPath, '');
  return [...words.keys()].flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
}

/** Three orders decide for each theme: the one that was sent, theirs, and that of the draft now, of the events that all have. */
function ordersOf(
  theirs: readonly string[],
  { file, sent, now }: RebaseOptions,
): { reordered: Set<string>; conflicts: Problem[] } {
  const themeIn = (words: RowWords, id: string): string | undefined =>
    words.get(rowKey('id', id))?.get('theme');
  const met = new Set(theirs);
  const common = idsIn(sent, 'id').filter((id) => met.has(id) && themeIn(sent, id) === themeIn(now, id));
  const reordered = new Set<string>();
  const conflicts: Problem[] = [];
  for (const theme of new Set(common.map((id) => themeIn(sent, id) ?? ''))) {
    const before = common.filter((id) => themeIn(sent, id) === theme);
    const own = new Set(before);
    const [here, ours] = [theirs, idsIn(now, 'id')].map((list) =>
      list.filter((id) => own.has(id)).join('\n'),
    );
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

/** Rows in the order of the draft where they are in the order in which they were sent, new ones behind those that they follow. */
function inOrderOf(
  rows: readonly PathRow[],
  sent: readonly string[],
  now: readonly string[],
): readonly PathRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wasSent = new Set(sent);
  const known = [...byId.keys()].filter((id) => wasSent.has(id));
  const expected = sent.filter((id) => byId.has(id));
  if (byId.size < rows.length || !known.every((id, at) => id === expected[at])) return rows;
  const stay = now.flatMap((id) => (wasSent.has(id) ? (byId.get(id) ?? []) : []));
  return withKept(stay, rows, new Set([...byId.keys()].filter((id) => !wasSent.has(id))));
}

function rebasedRow(
  { id, cells }: PathRow,
  idPath: string,
  sent: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string> | undefined,
  { file, isDate, holdsEmphasis }: RebaseOptions,
  conflicts: Problem[],
): PathRow | undefined {
  const isSame = (path: string, cell: RowCell, words: string): boolean =>
    isAsSent(cell, words, holdsEmphasis(path));
  const own = [...cells].flatMap(([path, cell]) => {
    const before = sent.get(path);
    return before === undefined ? [] : [{ path, cell, before, isChanged: !isSame(path, cell, before) }];
  });
  const changed = own.filter(({ isChanged }) => isChanged);
  if (now === undefined) {
    if (changed.length > 0)
      conflicts.push({
        message: `"${ellipsis(id)}" was changed here, and is not in the draft any more`,
        at: cells.get(idPath)?.at ?? { file },
        hint: 'put it into the draft again, or leave it',
      });
    return undefined;
  }
  const today = (path: string): string => now.get(path) ?? '';
  const clashing = changed.filter(
    ({ path, before, cell }) => today(path) !== before && !isSame(path, cell, today(path)),
  );
  const dated = clashing.some(({ path }) => isDate(path));
  const kept = changed.filter((one) => clashing.includes(one) || (dated && isDate(one.path)));
  for (const { path, before, cell } of kept)
    conflicts.push({
      message: `sent as "${ellipsis(before)}", changed here to "${ellipsis(cell.text)}"; the draft keeps "${ellipsis(today(path))}"`,
      at: cell.at,
      hint: 'import it with --propose to decide',
    });
  const rebasedCells = new Map(cells);
  for (const one of own)
    if (!one.isChanged || kept.includes(one))
      rebasedCells.set(one.path, { text: today(one.path), at: one.cell.at });
  return { id, cells: rebasedCells };
}

/** Whether nobody has changed a cell: its words are the same, and none of them is struck out or marked. */
function isAsSent({ text, struck, struckWords, runs }: RowCell, words: string, hasSigns: boolean): boolean {
  const isSame = hasSigns ? isSameInline(text, words) : text === words;
  return isSame && struck === undefined && struckWords === undefined && runs === undefined;
}
