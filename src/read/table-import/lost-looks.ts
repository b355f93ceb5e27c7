/** Bold and italic words of an exported workbook that a program saved without any. */

import type { Problem } from '../../errors.ts';
import {
  columnNumber,
  type Event,
  emphasisedIn,
  LANGS,
  type Programme,
  type RichRun,
  textOf,
  wordsIn,
} from '../../model/index.ts';
import { emphasisInLines, emphatic } from '../../text/index.ts';
import type { Cell, Row, Workbook } from '../sheet/index.ts';
import type { Mapping, SheetMapping } from './mapping.ts';
import type { SignedWorkbook } from './signs.ts';

/**
 * The workbook with the looks of the draft in cells that have its words, where no cell of an emphasised field has looks of its own: scripts
 * and some programs save words alone, and nobody has made all of them plain by hand. Else the workbook as it is.
 *
 * @param file its name, for messages
 */
export function withLostLooks(
  workbook: Workbook,
  mapping: Mapping,
  draft: Programme,
  file: string,
): SignedWorkbook {
  const none = { workbook, remarks: [] };
  const emphasised = emphasisedIn(draft.config);
  const tables = new Map(mapping.sheets.map((table) => [table.name, columnsOf(table, emphasised)]));
  const hasLooks = workbook.sheets.some(({ name, rows }) =>
    rows.some(({ number, cells }) => {
      const { top = 0, fields } = tables.get(name) ?? {};
      return number > top && [...(fields?.keys() ?? [])].some((column) => cells.get(column)?.runs);
    }),
  );
  if (hasLooks) return none;
  const events = new Map(draft.themes.flatMap((theme) => theme.events.map((event) => [event.id, event])));
  let restored = 0;
  const sheets = workbook.sheets.map((sheet) => {
    const { id, fields } = tables.get(sheet.name) ?? {};
    if (id === undefined || fields === undefined || fields.size === 0) return sheet;
    const rows = sheet.rows.map((row) => {
      const event = events.get(row.cells.get(id)?.text.trim() ?? '');
      const cells = event === undefined ? [] : cellsWithLooks(row, fields, event, draft);
      restored += cells.length;
      return cells.length === 0 ? row : { ...row, cells: new Map([...row.cells, ...cells]) };
    });
    return { ...sheet, rows };
  });
  if (restored === 0) return none;
  const remarks: Problem[] = [
    {
      message: `no word of the workbook is bold or italic any more: cells with the words of the draft keep its emphasis (${restored})`,
      at: { file },
      hint: 'the program that saved it keeps no such words; to take emphasis out, do it in the dataset',
    },
  ];
  return { workbook: { ...workbook, sheets }, remarks };
}

/** Where a table has the ids of its events, and its fields with emphasis, by column. */
function columnsOf(
  { header, columns }: SheetMapping,
  emphasised: ReadonlySet<string>,
): { top: number; id: number | undefined; fields: ReadonlyMap<number, string> } {
  const numbered = columns.map(({ column, field }) => [columnNumber(column) ?? 0, field] as const);
  return {
    top: Math.max(...header),
    id: numbered.find(([, field]) => field === 'id')?.[0],
    fields: new Map(numbered.filter(([, field]) => emphasised.has(field.split('.', 1)[0] ?? ''))),
  };
}

/** The cells of an event that say what the draft says with emphasis, with its looks. */
function cellsWithLooks(
  row: Row,
  fields: ReadonlyMap<number, string>,
  event: Event,
  { config }: Programme,
): [number, Cell][] {
  return [...fields].flatMap(([column, path]): [number, Cell][] => {
    const [field = '', code] = path.split('.');
    const lang = LANGS.find((known) => known === code) ?? config.language;
    const runs = emphasisInLines(wordsIn(textOf(event, field), lang, config.language) ?? '');
    const cell = row.cells.get(column);
    const isSame = cell !== undefined && emphatic(runs).length > 0 && plainWords(runs) === cell.text;
    return isSame ? [[column, { ...cell, runs }]] : [];
  });
}

const plainWords = (runs: readonly RichRun[]): string => runs.map(({ text }) => text).join('');
