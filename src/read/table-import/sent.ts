/** What an exported workbook was sent out with. */
import type { Cell, Row, Sheet, Workbook } from '../sheet/model.ts';

/** The tables that a hidden sheet keeps, as sheets of their own: their headings are paths. */
export function sentTables(sent: Sheet): Workbook {
  const tables = new Map<string, Row[]>();
  for (const { cells } of sent.rows) {
    const table = cells.get(1)?.text ?? '';
    const rows = tables.get(table) ?? [];
    const own = new Map(
      [...cells].flatMap(([at, cell]): [number, Cell][] => (at > 1 ? [[at - 1, cell]] : [])),
    );
    rows.push({ number: rows.length + 1, cells: own });
    tables.set(table, rows);
  }
  const sheets = [...tables].map(([name, rows]): Sheet => ({ name, rows, merges: [] }));
  return { sheets, notes: [] };
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
