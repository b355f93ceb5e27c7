/**
 * Converts bold and italic text and links in cells to markup for fields with emphasis, and links to URLs for link
 * fields.
 */
import { LANGUAGES } from '../../../languages/index.ts';
import type { Position, Problem } from '../../errors.ts';
import { type Message, withHint } from '../../messages.ts';
import {
  columnLetters,
  columnNumber,
  ellipsis,
  emphasisedIn,
  type Field,
  type FieldKind,
  kindOfField,
  type Lang,
  pathParts,
  type RichParagraph,
} from '../../model/index.ts';
import {
  emphatic,
  escapeInline,
  isWritable,
  joined,
  plainWords,
  saysAddress,
  writeInlineLines,
} from '../../text/index.ts';
import type { Cell, Row } from '../sheet/index.ts';
import { type Lists, type Table, withCells } from './layout.ts';
import type { ColumnMapping, SheetMapping } from './mapping.ts';
import { messageOf } from './messages.ts';

/**
 * Returns a cell with its formatting converted to markup, for a field with emphasis. Markup characters in the text are
 * escaped.
 */
export function cellWithMarkup({ runs, ...plain }: Cell): Cell {
  if (runs === undefined) return { ...plain, text: escapeInline(plain.text) };
  const lost = runs
    .filter((run) => !isWritable(run))
    .map(({ text, link }) => ({ text, ...(link && { link }) }));
  return { ...plain, text: writeInlineLines(runs), ...(lost.length > 0 && { runs: lost }) };
}

/** Returns the lists with formatting converted to markup in the columns whose fields have emphasis. */
export function tablesWithMarkup({ tables, ...lists }: Lists, fields: readonly Field[]): Lists {
  const emphasised = emphasisedIn({ fields });
  const formatted = tables.map((table, index) => {
    const columns = lists.mapping.sheets[index]?.columns ?? [];
    return withChanged(
      table,
      columns.filter(({ field }) => emphasised.has(pathParts(field).id)),
      cellWithMarkup,
    );
  });
  return { ...lists, tables: formatted };
}

const numberOf = ({ column }: ColumnMapping): number => columnNumber(column) ?? 0;

/** Returns a table with a function applied to the cells of the given columns. */
function withChanged<T extends Table | undefined>(
  table: T,
  columns: readonly ColumnMapping[],
  change: (cell: Cell) => Cell,
): T {
  if (table === undefined || columns.length === 0) return table;
  const numbers = new Set(columns.map(numberOf));
  return { ...table, rows: table.rows.map((row) => withCells(row, numbers, change)) };
}

/**
 * Reports the bold text, italic text and links in a cell that are lost because the field contains plain text, and how
 * they can be kept.
 *
 * @param path the path of the field that is assigned to the column
 */
export function lostLooks({ runs }: Cell, path: string, fields: readonly Field[], at: Position): Problem[] {
  if (runs === undefined) return [];
  const field = fields.find(({ id }) => id === pathParts(path).id);
  const isPossible =
    field !== undefined && field.emphasis !== true && kindOfField(field.kind).emphasis === true;
  const hinted = (message: Message): Message =>
    isPossible ? withHint(message, messageOf('keep-emphasis', { field: field.id })) : message;
  const links = joined(runs.map(({ text, link }) => ({ text, ...(link && { link }) })));
  return [
    ...(emphatic(runs).length > 0 ? [{ ...hinted(looksOf(runs)), at }] : []),
    ...links
      .filter(({ text, link }) => link !== undefined && text.trim() !== '')
      .map((run) => {
        const message = messageOf('link-read-as-words', {
          words: ellipsis(plainWords([run])),
          link: run.link ?? '',
        });
        return { ...(isWritable(run) ? hinted(message) : withHint(message, messageOf('links-lead-to'))), at };
      }),
  ];
}

/** Describes the bold and italic text in a cell that is read as plain text. */
function looksOf(runs: RichParagraph): Message {
  const emphasised = emphatic(runs);
  const words = ellipsis(emphasised.map(({ text }) => text.trim()).join(' … '));
  if (!emphasised.some(({ emphasis }) => emphasis)) return messageOf('bold-read-as-words', { words });
  return emphasised.some(({ strong }) => strong)
    ? messageOf('bold-and-italic-read-as-words', { words })
    : messageOf('italic-read-as-words', { words });
}

/** The ids of the fields in a mapping for which some cells contain links. */
export function linkedFields(lists: Lists): ReadonlySet<string> {
  return fieldsWith(lists, ({ runs }) => runs?.some(({ link }) => link !== undefined) === true);
}

function fieldsWith({ mapping, tables }: Lists, hasLooks: (cell: Cell) => boolean): Set<string> {
  const found = mapping.sheets.flatMap(({ columns }, index) => {
    const looking = new Set<number>();
    for (const { cells } of tables[index]?.rows ?? [])
      for (const [column, cell] of cells) if (hasLooks(cell)) looking.add(column);
    return columns.filter((column) => looking.has(numberOf(column)));
  });
  return new Set(found.map(({ field }) => pathParts(field).id));
}

/**
 * Turns on emphasis in the fields of a mapping for which some cells contain bold or italic words, if the kind of the
 * field supports emphasis.
 */
export function emphasisedFields(lists: Lists, fields: readonly Field[]): Field[] {
  return holdingEmphasis(
    fields,
    fieldsWith(lists, ({ runs }) => runs !== undefined),
  );
}

/** Turns on emphasis in the fields with the given ids, if their kind supports it. */
export function holdingEmphasis(fields: readonly Field[], ids: ReadonlySet<string>): Field[] {
  return fields.map((field) =>
    ids.has(field.id) && kindOfField(field.kind).emphasis ? { ...field, emphasis: true } : field,
  );
}

/**
 * Replaces the texts in link columns with the addresses of their links, and copies the addresses of linked titles to
 * the first link column. If there is no link column, one is added as the last column, for a link field of the programme
 * or for a new field.
 *
 * @param fields fields of the programme
 */
export function withAddresses({ workbook, mapping, tables }: Lists, fields: readonly Field[]): Lists {
  const read = mapping.sheets.map((sheet, index) => {
    const table = tables[index];
    return table === undefined ? { sheet, table } : addressed(sheet, table, mapping.language, fields);
  });
  const sheets = read.map(({ sheet }) => sheet);
  return { workbook, mapping: { ...mapping, sheets }, tables: read.map(({ table }) => table) };
}

const isWeb = (words: string): boolean => kindOfField('link').problem?.(words) === undefined;

const linkIn = ({ runs = [] }: Cell): string | undefined =>
  runs.flatMap(({ link }) => (link !== undefined && isWeb(link) ? [link] : []))[0];

function addressed(sheet: SheetMapping, written: Table, language: Lang, fields: readonly Field[]) {
  const kindOf = ({ field, kind }: ColumnMapping): FieldKind | undefined =>
    kind ?? fields.find(({ id }) => id === pathParts(field).id)?.kind;
  const links = sheet.columns.filter((column) => kindOf(column) === 'link');
  const titles = sheet.columns
    .filter((column) => kindOf(column) === 'title' || column.field === 'title')
    .map(numberOf);
  const table = withChanged(written, links, (cell) => {
    const link = isWeb(cell.text) ? undefined : linkIn(cell);
    return link === undefined ? cell : { text: link };
  });
  const isLinked = table.rows.some(({ cells }) =>
    titles.some((column) => linkIn(cells.get(column) ?? { text: '' }) !== undefined),
  );
  if (!isLinked) return { sheet, table };
  const [first] = links;
  const numbers = [...sheet.columns.map(numberOf), ...table.rows.flatMap(({ cells }) => [...cells.keys()])];
  const into = first === undefined ? Math.max(...numbers) + 1 : numberOf(first);
  const columns = first === undefined ? [columnOfLinks(sheet, into, fields, language)] : [];
  return {
    sheet: { ...sheet, columns: [...sheet.columns, ...columns] },
    table: { ...table, rows: table.rows.map((row) => withTitleLink(row, titles, into)) },
  };
}

/**
 * Creates a column for a link field of the programme that is not assigned to any column of the sheet. If there is no
 * such field, the column is for a new field.
 */
function columnOfLinks(
  { columns }: SheetMapping,
  number: number,
  fields: readonly Field[],
  language: Lang,
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
    links: true,
  };
}

/** Copies the link of the title to the link column, unless that column contains a different address. */
function withTitleLink(row: Row, titles: readonly number[], into: number): Row {
  const cells = new Map(row.cells);
  for (const column of titles) {
    const cell = cells.get(column);
    const link = cell && linkIn(cell);
    const there = cells.get(into);
    if (cell === undefined || link === undefined) continue;
    if (there !== undefined && !saysAddress(there.text, link)) continue;
    const { runs = [], ...plain } = cell;
    const others = runs.map(({ link: runLink, ...run }) =>
      runLink === link || runLink === undefined ? run : { ...run, link: runLink },
    );
    const hasLooks = emphatic(others).length > 0 || others.some((run) => 'link' in run);
    cells.set(column, hasLooks ? { ...cell, runs: others } : plain);
    if (there === undefined) cells.set(into, { text: link, from: column });
  }
  return { ...row, cells: new Map([...cells].sort(([a], [b]) => a - b)) };
}
