/** The tables of sheets, and which of them list events. */
import { columnLetters, type Field, type FieldKind } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import type { Row, Sheet } from '../sheet/index.ts';
import { areDescribedBelow, hasDescriptions, withDescriptions } from './below.ts';
import { canBeThemes } from './category-themes.ts';
import { fieldsOf, mainBlock } from './columns.ts';
import { withDittos } from './ditto.ts';
import { furtherHeader, type Header, rowsBelow } from './header.ts';
import { type OwnWords, readHeading } from './heading.ts';
import { monthOfCell } from './month-days.ts';
import { dateOfSheet } from './sheet-mapping.ts';
import { isDateField, kindAt, NO_HEADING, type Table } from './table.ts';
import { languagePart } from './table-language.ts';
import { THEME_PREFIX } from './vocabulary.ts';

/** The tables of a sheet one below the other: behind the first those that have titles of events too. */
export function tablesOf(sheet: Sheet, header: Header, own: OwnWords, known: readonly Field[]): Table[] {
  const tables: Table[] = [];
  for (let next: Header | undefined = header; next !== undefined; ) {
    const after = furtherHeader(sheet, next, own);
    const last = after === undefined ? Number.POSITIVE_INFINITY : Math.min(...after.rows) - 1;
    tables.push(tableOf(sheet, next, last, own, known));
    next = after;
  }
  return tables.map((table, index) =>
    index === 0 || hasEvents(table) ? table : { ...table, fields: new Map(), events: false },
  );
}

/** The tables, those marked that list something else: where one sheet has dates, those of another without any that has hardly a heading of it. */
export function withoutOthers(tables: readonly Table[]): readonly Table[] {
  const headings = ({ columns }: Table): string[] => columns.flatMap(({ words }) => foldName(words) || []);
  const dated = tables.filter(isDated);
  const sheets = new Set(dated.map(({ sheet }) => sheet));
  const known = new Set(dated.flatMap(headings));
  return tables.map((table) => {
    if (sheets.size === 0 || sheets.has(table.sheet)) return table;
    const own = headings(table);
    const shared = own.filter((one) => known.has(one)).length;
    return shared * 2 < own.length ? { ...table, fields: new Map(), events: false } : table;
  });
}

/** A table of events, of which a column or a line says when they are. */
function isDated(table: Table): boolean {
  const held = [...table.fields.values()];
  return (
    table.events && (held.some((field) => isDateField(field, table)) || dateOfSheet(table) !== undefined)
  );
}

/** The tables, those of a workbook that describes its events in rows of their own with these as a column. */
export function withDescribed(tables: readonly Table[]): readonly Table[] {
  const titled = tables.flatMap((table, index) => {
    const titles = [...table.fields].filter(([, field]) => kindAt(field, table) === 'title');
    const [[title, path] = [], another] = titles;
    const description = [...table.kinds].find(([, kind]) => kind === 'description')?.[0];
    const isFirst = tables.findIndex(({ sheet }) => sheet === table.sheet) === index;
    const isList = table.events && isFirst && table.beside === undefined && another === undefined;
    if (!isList || title === undefined || path === undefined || description === undefined) return [];
    const lang = languagePart(path);
    const rows = table.sheet.rows.filter(({ number }) => number > Math.max(...table.header.rows));
    return [{ table, rows, title, field: lang === undefined ? description : `${description}.${lang}` }];
  });
  if (!areDescribedBelow(titled)) return tables;
  return tables.map((table) => {
    const own = titled.find((one) => one.table === table);
    if (own === undefined || !hasDescriptions(own)) return table;
    const { title, field } = own;
    const into = Math.max(...table.columns.map(({ column }) => column)) + 1;
    const below = { of: columnLetters(title), into: columnLetters(into) };
    const sheet = withDescriptions(table.sheet, table.header.rows, below);
    const described = new Map(sheet.rows.map((row) => [row.number, row.cells.get(into)]));
    return {
      ...table,
      sheet,
      rows: table.rows
        .filter(({ number }) => described.has(number))
        .map((row) => {
          const cell = described.get(row.number);
          return cell === undefined ? row : { ...row, cells: new Map([...row.cells, [into, cell]]) };
        }),
      columns: [...table.columns, { column: into, words: '', heading: NO_HEADING }],
      fields: new Map([...table.fields, [into, field]]),
      below,
    };
  });
}

/**
 * The tables of the only sheet with events; where nothing names themes, the categories of the first table are themes if they can be.
 */
export function withThemes(
  tables: readonly Table[],
  isTheme: ((words: string) => boolean) | undefined,
): readonly Table[] {
  const table = tables.find(({ events }) => events);
  if (table === undefined || isGrouped(table)) return tables;
  const held = (kind: FieldKind): number[] =>
    [...table.fields].filter(([, field]) => kindAt(field, table) === kind).map(([column]) => column);
  const [category, another] = held('category');
  if (category === undefined || another !== undefined) return tables;
  if (!canBeThemes(category, table.rows, held('title'), isTheme)) return tables;
  const themed = { ...table, fields: new Map([...table.fields, [category, 'theme']]) };
  return tables.map((one) => (one === table ? themed : one));
}

/** Whether a column, a line above the headings or rows among the events say which themes there are. */
function isGrouped({ sheet, header, rows, fields }: Table): boolean {
  const above = sheet.rows.filter(({ number }) => number < Math.min(...header.rows));
  const isTitled = ({ cells }: Row): boolean =>
    [...cells.values()].some(({ text }) => THEME_PREFIX.test(text));
  const spans = new Set(sheet.merges.filter(({ left, right }) => right > left).map(({ top }) => top));
  const last = rows.findLast(({ cells }) => cells.size > 1)?.number ?? 0;
  const groups = rows.filter(
    (row) => row.cells.size === 1 && row.number < last && (spans.has(row.number) || isTitled(row)),
  );
  return [...fields.values()].includes('theme') || above.some(isTitled) || groups.length > 0;
}

/** A table that lists events, not prices or people: it has columns of titles and of dates. */
function hasEvents({ fields, kinds }: Table): boolean {
  const held = [...fields.values()];
  return (
    held.some((field) => kinds.get(field.split('.', 1)[0] ?? '') === 'title') &&
    held.some((field) => /^(?:date|start|when)/.test(field))
  );
}

function tableOf(sheet: Sheet, header: Header, last: number, own: OwnWords, known: readonly Field[]): Table {
  const { rows } = withDittos(
    rowsBelow(sheet, header.rows).filter(({ hidden, number }) => hidden !== true && number <= last),
  );
  const filled = new Set([...header.headings.keys(), ...rows.flatMap(({ cells }) => [...cells.keys()])]);
  const columns = [...filled]
    .sort((a, b) => a - b)
    .map((column) => {
      const words = header.headings.get(column) ?? '';
      const hidden = sheet.hiddenColumns?.has(column) === true;
      return { column, words, heading: hidden ? NO_HEADING : readHeading(words, own) };
    });
  const months = sheet.rows.some(
    ({ cells }) => cells.size === 1 && [...cells.values()].some((cell) => monthOfCell(cell) !== undefined),
  );
  const inMonths = months || monthOfCell({ text: sheet.name ?? '' }) !== undefined;
  const fields = fieldsOf(columns, mainBlock(rows), [...own.sides.keys()], known, inMonths);
  const kinds = new Map(known.map(({ id, kind }) => [id, kind]));
  return { sheet, header, rows, columns, fields, kinds, events: true };
}
