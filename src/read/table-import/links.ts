/** Links behind words of cells: what they are in fields of addresses, and which fields are to hold links. */
import { LANGUAGES } from '../../../languages/index.ts';
import { columnLetters, columnNumber, type Field, kindOfField, pathParts } from '../../model/index.ts';
import { emphatic, saysAddress } from '../../text/index.ts';
import type { Cell, Row } from '../sheet/index.ts';
import type { Lists, Table } from './layout.ts';
import type { Mapping } from './mapping.ts';

type SheetMapping = Mapping['sheets'][number];
type ColumnMapping = SheetMapping['columns'][number];

/**
 * The lists with addresses in the columns of fields of kind `link`, where cells show other words for them, and with those of titles in a field of
 * that kind: that of another column, one of the programme, or a new one, whose column stands behind all others.
 *
 * @param fields those of the programme
 */
export function withAddresses({ workbook, mapping, tables }: Lists, fields: readonly Field[]): Lists {
  const sheets = mapping.sheets.map((sheet, index) => addressed(sheet, tables[index], mapping, fields));
  return {
    workbook,
    mapping: { ...mapping, sheets: sheets.map(({ sheet }) => sheet) },
    tables: sheets.map(({ table }) => table),
  };
}

const isWeb = (words: string): boolean => kindOfField('link').problem?.(words) === undefined;

const linkIn = ({ runs = [] }: Cell): string | undefined =>
  runs.flatMap(({ link }) => (link !== undefined && isWeb(link) ? [link] : []))[0];

function addressed(
  sheet: SheetMapping,
  table: Table | undefined,
  { language }: Mapping,
  fields: readonly Field[],
): { sheet: SheetMapping; table: Table | undefined } {
  if (table === undefined) return { sheet, table };
  const kindOf = ({ field, kind }: ColumnMapping): Field['kind'] | undefined =>
    kind ?? fields.find(({ id }) => id === pathParts(field).id)?.kind;
  const numbersOf = (wanted: Field['kind']): number[] =>
    sheet.columns
      .filter((column) => kindOf(column) === wanted)
      .map(({ column }) => columnNumber(column) ?? 0);
  const addresses = new Set(numbersOf('link'));
  const titles = sheet.columns
    .filter((column) => kindOf(column) === 'title' || column.field === 'title')
    .map(({ column }) => columnNumber(column) ?? 0);
  const rows = table.rows.map((row): Row => {
    const cells = [...row.cells].map(([column, cell]): [number, Cell] => {
      const link = addresses.has(column) && !isWeb(cell.text) ? linkIn(cell) : undefined;
      return [column, link === undefined ? cell : { text: link }];
    });
    return { ...row, cells: new Map(cells) };
  });
  const linked = rows.some(({ cells }) =>
    titles.some((column) => linkIn(cells.get(column) ?? { text: '' }) !== undefined),
  );
  if (!linked) return { sheet, table: addresses.size === 0 ? table : { ...table, rows } };
  const last = Math.max(
    ...sheet.columns.map(({ column }) => columnNumber(column) ?? 0),
    ...rows.flatMap(({ cells }) => [...cells.keys()]),
  );
  const [into = last + 1] = addresses;
  const column = addresses.size > 0 ? [] : [columnOfLinks(sheet, last + 1, fields, language)];
  return {
    sheet: { ...sheet, columns: [...sheet.columns, ...column] },
    table: { ...table, rows: rows.map((row) => withTitleLink(row, titles, into)) },
  };
}

/** The column of a field of kind `link` that the sheet does not fill yet; a new field where the programme has none. */
function columnOfLinks(
  { columns }: SheetMapping,
  number: number,
  fields: readonly Field[],
  language: Mapping['language'],
): ColumnMapping {
  const filled = new Set(columns.map(({ field }) => pathParts(field).id));
  const known = fields.find(
    ({ id, kind, internal }) => kind === 'link' && internal !== true && !filled.has(id),
  );
  const ids = new Set([...filled, ...fields.map(({ id }) => id)]);
  return {
    column: columnLetters(number),
    heading: LANGUAGES[language].labels.changes.fields.link,
    field: known?.id ?? (ids.has('link') ? 'link-of-title' : 'link'),
    ...(known === undefined && { kind: 'link' as const }),
  };
}

/** The row with the link of its title in a column, unless another address stands there. */
function withTitleLink(row: Row, titles: readonly number[], into: number): Row {
  const cells = new Map(row.cells);
  for (const column of titles) {
    const cell = cells.get(column);
    const link = cell && linkIn(cell);
    const there = cells.get(into);
    if (cell === undefined || link === undefined) continue;
    if (there !== undefined && !saysAddress(there.text, link)) continue;
    const { runs = [], ...plain } = cell;
    const others = runs.map(({ link: own, ...run }) =>
      own === link || own === undefined ? run : { ...run, link: own },
    );
    const hasLooks = emphatic(others).length > 0 || others.some((run) => 'link' in run);
    cells.set(column, hasLooks ? { ...cell, runs: others } : plain);
    if (there === undefined) cells.set(into, { text: link, from: column });
  }
  return { ...row, cells: new Map([...cells].sort(([a], [b]) => a - b)) };
}

/** The ids of the fields of a mapping some of whose cells have links behind words. */
export function linkedFields({ mapping, tables }: Lists): ReadonlySet<string> {
  const found = mapping.sheets.flatMap(({ columns }, index) =>
    columns.filter(({ column }) => hasLink(tables[index], columnNumber(column) ?? 0)),
  );
  return new Set(found.map(({ field }) => pathParts(field).id));
}

function hasLink(table: Table | undefined, column: number): boolean {
  return (
    table?.rows.some(({ cells }) => cells.get(column)?.runs?.some((run) => run.link !== undefined)) === true
  );
}
