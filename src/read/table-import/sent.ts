/** What an exported workbook was sent out with. */

import * as z from 'zod';
import type { Cell, Row, Sheet, Workbook } from '../sheet/index.ts';

const WordsSchema = z.array(z.string());

/** The tables that a hidden sheet keeps, as sheets of their own: their headings are paths. Undefined where it is damaged. */
export function sentTables(sent: Sheet): Workbook | undefined {
  const tables = new Map<string, Row[]>();
  for (const { cells } of sent.rows) {
    const [table = '', ...pieces] = [...cells.values()].map(({ text }) => text);
    const words = decoded(pieces.join(''));
    if (words === undefined) return undefined;
    const rows = tables.get(table) ?? [];
    const filled = words.flatMap((text, at): [number, Cell][] => (text === '' ? [] : [[at + 1, { text }]]));
    rows.push({ number: rows.length + 1, cells: new Map(filled) });
    tables.set(table, rows);
  }
  const sheets = [...tables].map(([name, rows]): Sheet => ({ name, rows, merges: [] }));
  return { sheets, notes: [] };
}

function decoded(text: string): string[] | undefined {
  try {
    return WordsSchema.safeParse(JSON.parse(Buffer.from(text, 'base64').toString())).data;
  } catch {
    return undefined;
  }
}

/** Words by the key of their row, in the order of the rows, and the path of their column. */
export type RowWords = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What tables say; of each, the first row has the paths of its columns. Rows without an id are left out. */
export function rowWords(tables: readonly (readonly (readonly string[])[])[]): RowWords {
  const words = new Map<string, ReadonlyMap<string, string>>();
  for (const [paths = [], ...rows] of tables) {
    const ids = paths.findIndex(isIdPath);
    for (const row of rows) {
      const id = row[ids]?.trim() ?? '';
      if (id === '') continue;
      words.set(rowKey(paths[ids] ?? '', id), new Map(paths.map((path, at) => [path, row[at] ?? ''])));
    }
  }
  return words;
}

/** The same of sheets that `sentTables` gave. */
export function wordsOfSheets({ sheets }: Workbook): RowWords {
  return rowWords(
    sheets.map(({ rows }) => {
      const width = Math.max(0, ...rows.flatMap(({ cells }) => [...cells.keys()]));
      return rows.map(({ cells }) => Array.from({ length: width }, (_, at) => cells.get(at + 1)?.text ?? ''));
    }),
  );
}

/** Whether a column of this path holds the ids of the rows: `id` of events, `themes.id` of themes … */
export function isIdPath(path: string): boolean {
  return /^(?:[a-z]+\.)?id$/.test(path);
}

/** The key of a row, by the path of its column of ids and its id. */
export function rowKey(idPath: string, id: string): string {
  return `${idPath} ${id}`;
}
