import { readFile, writeFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { columnLetters } from '../../src/model/cell-name.ts';
import { readSheets } from '../../src/read/sheet/read.ts';

/** The new words of a cell, by the name of its sheet, the id of its row and the path of its column. */
export interface CellEdit {
  sheet: string;
  /** Id of the row; for a new row at the end, any text that is not an id. */
  row: string;
  column: string;
  words: string;
}

/** Edits cells of an exported workbook in place. Returns the names of the edited cells. */
export async function editCells(file: string, edits: readonly CellEdit[]): Promise<string[]> {
  const bytes = await readFile(file);
  const { sheets } = await readSheets(bytes, file);
  const parts = unzipSync(bytes);
  const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  const names = [...book.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  const added = new Map<string, number>();
  const cells: string[] = [];
  for (const { sheet: name, row: id, column, words } of edits) {
    const [head, ...rows] = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    const columns = [...(head?.cells ?? [])].map(([at, { text }]) => ({ at, path: text.split('\n').at(-1) }));
    const at = columns.find(({ path }) => path === column)?.at;
    if (at === undefined) throw new Error(`no column ${column} in ${name}`);
    const part = `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`;
    const xml = strFromU8(parts[part] ?? new Uint8Array());
    // Empty rows are not in the list of rows.
    const last = Number([...xml.matchAll(/<row r="(\d+)"/g)].at(-1)?.[1] ?? 1);
    const known = rows.find(({ cells: own }) => own.get(1)?.text === id)?.number;
    const listed = known ?? added.get(`${name}!${id}`);
    const number = listed ?? last + 1;
    if (known === undefined) added.set(`${name}!${id}`, number);
    const ref = `${columnLetters(at)}${number}`;
    const cell = `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
    const own = new RegExp(`<c r="${ref}"(?: [^>]*?)?(?:/>|>.*?</c>)`);
    const row = new RegExp(`(<row r="${number}"[^>]*>.*?)(</row>)`);
    const edited =
      listed === undefined
        ? xml.replace('</sheetData>', `<row r="${number}">${cell}</row></sheetData>`)
        : own.test(xml)
          ? xml.replace(own, cell)
          : xml.replace(row, `$1${cell}$2`);
    parts[part] = strToU8(edited);
    cells.push(`${name}!${ref}`);
  }
  await writeFile(file, zipSync(parts, { level: 0 }));
  return cells;
}
