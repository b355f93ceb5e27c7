import { LANGUAGES } from '../../../languages/index.ts';
import { UserError } from '../../errors.ts';
import { columnLetters, columnNumber } from '../../model/cell-name.ts';
import type { Field } from '../../model/field.ts';
import type { FieldKind } from '../../model/field-kinds.ts';
import { count, LIMITS } from '../../model/limits.ts';
import type { Side } from '../../model/programme.ts';
import { LANGS, type Lang, type Text } from '../../model/text.ts';
import { foldName } from '../../reference/fold.ts';
import { byLanguage } from '../../text/by-language.ts';
import { datesIn } from '../../text/dates/find.ts';
import { inMessage } from '../../text/dates/words.ts';
import type { Cell, Row, Sheet, Workbook } from '../sheet/model.ts';
import { areDescribedBelow, hasDescriptions, withDescriptions } from './below.ts';
import { arrangementOf } from './beside.ts';
import { canBeThemes } from './category-themes.ts';
import { isTimeText } from './column-kind.ts';
import { withDittos } from './ditto.ts';
import { statusOf } from './event-of-row.ts';
import { findHeader, furtherHeader, type Header, rowsBelow } from './header.ts';
import { type Heading, namesEnd, type OwnWords, readHeading } from './heading.ts';
import {
  type Below,
  type Beside,
  COMMENTS,
  type ColumnMapping,
  DATE_IN_ROWS,
  KNOWN_FIELDS,
  type Mapping,
  type SheetMapping,
} from './mapping.ts';
import { areDaysOfMonths, monthOfCell } from './month-days.ts';
import { type OwnField, ownFields, type UnknownColumn } from './own-columns.ts';
import { countedDate, dated, isDateText } from './shown.ts';
import { sideWords } from './sides.ts';
import { slug } from './slug.ts';
import { isTotal } from './totals.ts';
import { unfolded } from './unfold.ts';
import { THEME_PREFIX } from './vocabulary.ts';

/** What a proposal must know of the programme that the events are for. */
export interface ProposalContext {
  language: Lang;
  sides: readonly Side[];
  fields: readonly Field[];
  /** Year of dates that name none. */
  year?: number;
  /** Whether words name a theme that the programme has; left out: it is new. */
  isTheme?: (words: string) => boolean;
}

/** A mapping found in the headings of a spreadsheet, and the sheets whose headings say nothing. */
export interface Proposal {
  mapping: Mapping;
  /** Sheets without headings of events. */
  unread: readonly Sheet[];
}

/**
 * Proposes what each column of a spreadsheet holds, from its headings and cells; a column that is no field that is known becomes one of its own. Where no sheet has headings
 * that are known, the mapping lists the first row of the first sheet with every column ignored, to be filled in by hand.
 *
 * @throws UserError when the columns that would become fields hold more than events can
 */
export function proposeMapping(workbook: Workbook, context: ProposalContext): Proposal {
  const words = { sides: sideWords(context.sides), fields: headingsOf(context.fields) };
  const shown = workbook.sheets.filter(({ hidden }) => hidden !== true);
  const found = shown.map((sheet) => arrangedSheet(sheet, words, context.language));
  const tables = found.flatMap(({ sheet, header, beside }) =>
    header === undefined
      ? []
      : tablesOf(sheet, header, words, context.fields).map((table): Table => ({ ...table, ...beside })),
  );
  const listed = withDescribed(withoutOthers(tables));
  const several = new Set(listed.filter(({ events }) => events).map(({ sheet }) => sheet)).size > 1;
  const read = several ? listed : withThemes(listed, context.isTheme);
  const isTimed = read.some((table) =>
    [...table.fields].some(([column, field]) => hasTimes(column, field, table)),
  );
  const taken = [...words.sides.keys(), ...context.fields.map(({ id }) => id), ...(isTimed ? ['time'] : [])];
  const unknown = read.map(unknownColumns);
  refuseTooMany(unknown);
  const own = ownFields(unknown, taken);
  const time = context.fields.find(({ kind }) => kind === 'time')?.id;
  const sheets = read.map((table, index) => {
    const made = withOneTime(own[index] ?? [], table, time);
    return withMore(sheetMapping(table, several, made), table, time ?? hoursOf(made));
  });
  const unread = found.flatMap(({ sheet, header }) => (header === undefined ? [sheet] : []));
  return {
    mapping: {
      language: languageOf(read, context.language),
      ...(context.year === undefined ? {} : { year: context.year }),
      sheets: sheets.length > 0 ? sheets : [emptyMapping(workbook)],
    },
    unread,
  };
}

/** A sheet with its headings; where events stand side by side, as the list that they are one below the other. */
function arrangedSheet(
  sheet: Sheet,
  words: OwnWords,
  main: Lang,
): { sheet: Sheet; header: Header | undefined; beside?: Pick<Table, 'beside'> } {
  const header = findHeader(sheet, words);
  const texts = sheet.rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text));
  const written = texts.slice(0, LOOKED_AT).map((one) => readHeading(one, words).written);
  const votes = written.filter(({ length }) => length === 1).flat();
  const lang = textLanguage(texts.slice(0, LOOKED_AT).join('\n'), CLEAR_VOTES) ?? mostVotes(votes) ?? main;
  const arrangement = arrangementOf(sheet, header, lang);
  if (arrangement === undefined) return { sheet, header };
  const { header: rows, beside, headings } = arrangement;
  const list = unfolded(sheet, rows, beside, headings);
  const own = list.rows.find(({ number }) => number === Math.max(...rows))?.cells ?? new Map<number, Cell>();
  return {
    sheet: list,
    header: { rows, headings: new Map([...own].map(([column, { text }]) => [column, text])) },
    beside: { beside },
  };
}

/** A column under its heading. */
interface Column {
  column: number;
  words: string;
  heading: Heading;
}

/** Of a hidden column nothing is known that others should read. */
const NO_HEADING: Heading = { role: 'other', written: [], plainTitle: false };

interface Table {
  sheet: Sheet;
  header: Header;
  /** The rows below the headings. */
  rows: readonly Row[];
  columns: readonly Column[];
  /** Fields by column. */
  fields: ReadonlyMap<number, string>;
  /** Kinds of the fields of the programme. */
  kinds: ReadonlyMap<string, FieldKind>;
  /** False: a table of something else, which is named and not read. */
  events: boolean;
  /** How its events stand side by side in the spreadsheet. */
  beside?: Beside;
  /** Where the descriptions of its events stand, if in rows of their own. */
  below?: Below;
}

/** The tables of a sheet one below the other: behind the first those that have titles of events too. */
function tablesOf(sheet: Sheet, header: Header, own: OwnWords, known: readonly Field[]): Table[] {
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
function withoutOthers(tables: readonly Table[]): readonly Table[] {
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
function withDescribed(tables: readonly Table[]): readonly Table[] {
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
function withThemes(tables: readonly Table[], isTheme: ProposalContext['isTheme']): readonly Table[] {
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

/** The columns of a table; one that is known has no cells that are unknown. */
function unknownColumns(table: Table): UnknownColumn[] {
  const { sheet, columns, rows, fields, kinds } = table;
  const titles = [...fields]
    .filter(([, field]) => kinds.get(field.split('.', 1)[0] ?? '') === 'title')
    .map(([title]) => title);
  const sums = new Set(titles);
  const events = rows.filter((row) => titles.some((title) => row.cells.has(title)) && !isTotal(row, sums));
  return columns.map(({ column, words, heading }) => ({
    heading: words,
    cells: fields.has(column) || !table.events ? [] : printedIn(events, column),
    forColleagues: heading.role === 'internal',
    hidden: sheet.hiddenColumns?.has(column) === true,
  }));
}

function refuseTooMany(tables: readonly (readonly UnknownColumn[])[]): void {
  const columns = tables.flat().filter(({ cells }) => cells.length > 0);
  if (columns.reduce((sum, { cells }) => sum + cells.length, 0) <= LIMITS.unknownCells) return;
  throw new UserError({
    message: `${count(columns.length)} columns would become fields, with more than ${count(LIMITS.unknownCells)} cells together`,
    hint: 'delete the columns that hold nothing of the events, or import the list in parts',
  });
}

/** Words of the cells of a column that are not empty. */
function wordsIn(rows: readonly Row[], column: number): string[] {
  return rows.flatMap(({ cells }) => cells.get(column)?.text ?? []);
}

/** The same as they will be printed: dates in words, in which they fit no kind but that of texts. */
function printedIn(rows: readonly Row[], column: number): string[] {
  return rows.flatMap(({ cells }) => {
    const cell = cells.get(column);
    if (cell === undefined) return [];
    return cell.date === undefined ? cell.text : `${inMessage(cell.date)} ${cell.time ?? ''}`.trim();
  });
}

/** Fields that the words for events in general do not lead to, by their headings in every language, folded. */
function headingsOf(fields: readonly Field[]): Map<string, string> {
  const led = new Set(KNOWN_FIELDS.map(({ kind }) => fields.find((field) => field.kind === kind)?.id));
  return new Map(
    fields
      .filter(({ id }) => !led.has(id))
      .flatMap(({ id, heading }) => [id, ...wordsOf(heading)].map((words) => [foldName(words), id])),
  );
}

function wordsOf(text: Text | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : LANGS.flatMap((lang) => text[lang] ?? []);
}

/**
 * The field of each column; columns that are not in it are ignored.
 *
 * @param inMonths a row of its own, or the name of the sheet, names a month
 */
function fieldsOf(
  columns: readonly Column[],
  rows: readonly Row[],
  sides: readonly string[],
  known: readonly Field[],
  inMonths: boolean,
): Map<number, string> {
  const fields = new Map<number, string>();
  const named = (kind: FieldKind): string | undefined => known.find((field) => field.kind === kind)?.id;
  const withRole = (role: Heading['role']): Column[] =>
    columns.filter(({ heading }) => heading.role === role);
  const put = (some: readonly Column[], field: string): void => {
    for (const one of some) fields.set(one.column, field);
  };
  const putTexts = (all: readonly Column[], field: string | undefined, joined: boolean): void => {
    if (field === undefined) return;
    const filled = all.filter(({ column }) => rows.some(({ cells }) => cells.has(column)));
    const some = filled.length > 0 ? filled : all;
    const languages = languagesOf(some, rows);
    const told = some.every(({ heading }, index) => index === 0 || heading.named !== undefined);
    const apart = told || new Set(languages.filter((lang) => lang !== undefined)).size === some.length;
    some.forEach((one, index) => {
      if (!joined && !apart && index > 0) return;
      const lang = joined || apart ? languages[index] : undefined;
      const path = lang === undefined ? field : `${field}.${lang}`;
      if (joined || ![...fields.values()].includes(path)) fields.set(one.column, path);
    });
  };

  for (const column of withRole('field')) {
    const field = column.heading.field ?? '';
    if (![...fields.values()].includes(field)) fields.set(column.column, field);
  }
  const halves = named('date') === undefined ? [] : (['start', 'end'] as const);
  for (const role of ['id', 'theme', 'when', 'status', ...halves] as const)
    put(
      withRole(role)
        .filter(({ column }) => HOLDS[role](rows.flatMap(({ cells }) => cells.get(column) ?? [])))
        .slice(0, 1),
      role,
    );
  const titles = titleColumns(columns, rows);
  putTexts(titles, named('title'), false);
  putTexts(
    withRole('description').filter((column) => !titles.includes(column)),
    named('description'),
    true,
  );
  putTexts(withRole('category'), named('category'), false);
  putTexts(dateColumns(columns, rows, fields, inMonths), named('date'), false);

  const [region, ...moreRegions] = withRole('region');
  const regionField = named('region');
  if (region !== undefined && regionField !== undefined) put([region], regionField);
  for (const one of moreRegions)
    if (one.heading.side !== undefined) put([one], `regions.${one.heading.side}`);

  const bodies = withRole('body');
  for (const side of sides)
    putTexts(
      bodies.filter(({ heading }) => heading.side === side),
      `bodies.${side}`,
      true,
    );
  const nameless = bodies.filter(({ heading }) => heading.side === undefined);
  const open = sides.filter((side) => !bodies.some(({ heading }) => heading.side === side));
  if (nameless.length === open.length)
    nameless.forEach((one, index) => {
      put([one], `bodies.${open[index]}`);
    });
  return fields;
}

/** Whether the cells of a column can be what its heading says. */
const HOLDS: Readonly<
  Record<'id' | 'theme' | 'when' | 'status' | 'start' | 'end', (cells: readonly Cell[]) => boolean>
> = {
  id: (cells) =>
    areIds(cells.map(({ text }) => text.trim())) && cells.every(({ date }) => date === undefined),
  theme: (cells) => {
    const themes = new Set(cells.map(({ text }) => foldName(text))).size;
    return themes <= FEW || themes * 2 <= cells.length;
  },
  when: () => true,
  status: (cells) => cells.every(({ text }) => statusOf(text) !== 'unknown'),
  start: (cells) => areDates(cells.map(countedDate)),
  end: (cells) => areDates(cells.map(countedDate)),
};

/** Themes that even a short list has. */
const FEW = 12;
/** Cells of a column that are looked at to tell whether it holds dates. */
const LOOKED_AT = 200;

/** Ids differ, and no number that stands for something else, such as a postcode, does. */
function areIds(words: readonly string[]): boolean {
  return (
    words.length > 0 &&
    new Set(words.map((one) => slug(one))).size === words.length &&
    words.every((one) => one.length <= 40 && slug(one) !== '' && !/\s/.test(one))
  );
}

/** Half of the cells that are looked at are dates. */
function areDates(cells: readonly Cell[]): boolean {
  const some = cells.slice(0, LOOKED_AT);
  return some.filter(isDate).length * 2 >= Math.max(some.length, 1);
}

/** Most of the cells that are looked at are times of day. */
function areHours(cells: readonly Cell[]): boolean {
  const some = cells.slice(0, LOOKED_AT);
  return some.filter(({ text }) => isTimeText(text.trim())).length * 2 > some.length;
}

/** Whether a cell is a date. */
function isDate(cell: Cell): boolean {
  const { text, date } = dated(cell);
  return date !== undefined || isDateText(text);
}

/**
 * Columns of the planned date: those whose heading says so, if some of their cells are dates, and not only years beside a column of days, or no
 * other column holds any; else, where no start is known, the first one that nothing else is known of whose cells are dates, or days of the months above
 * them.
 */
function dateColumns(
  columns: readonly Column[],
  rows: readonly Row[],
  fields: ReadonlyMap<number, string>,
  inMonths: boolean,
): readonly Column[] {
  const open = columns.filter(({ column }) => !fields.has(column));
  const cellsIn = ({ column }: Column): Cell[] => rows.flatMap(({ cells }) => cells.get(column) ?? []);
  const named = open.filter((column) => column.heading.role === 'date' && !areHours(cellsIn(column)));
  const countedIn = (column: Column): Cell[] => cellsIn(column).slice(0, LOOKED_AT).map(countedDate);
  const isYear = ({ text }: Cell): boolean => /^\d{4}$/.test(text.trim());
  const dated = (column: Column): Cell[] => countedIn(column).filter(isDate);
  const some = named.filter((column) => dated(column).length > 0);
  if (some.some((column) => !dated(column).every(isYear))) return some;
  const others = open.filter(
    ({ heading }) => heading.role === undefined || heading.role === 'other' || heading.role === 'id',
  );
  const held = others.filter((column) => cellsIn(column).length > 0 && areDates(cellsIn(column)));
  if (some.length > 0) {
    const exact = held.filter((column) => !dated(column).some(isYear));
    return exact.length > 0 ? exact.slice(0, 1) : some;
  }
  if ([...fields.values()].includes('start')) return named;
  if (held.length > 0) return held.slice(0, 1);
  if (named.length > 0 || !inMonths) return named;
  // Numbers alone may count anything: days have the day of the week, or a full stop.
  const listed = rows.filter(({ cells }) => cells.size > 1);
  const worded = others.filter(({ column }) =>
    listed.some(({ cells }) => /\D/.test(cells.get(column)?.text.trim() ?? '')),
  );
  return worded.filter((column) => LANGS.some((lang) => areDaysOfMonths(cellsIn(column), lang))).slice(0, 1);
}

/**
 * Columns of titles: those that say "title", else those that name an event or project; else a column of words that differ right before the
 * description, else the description; else the first one of words that differ.
 */
function titleColumns(columns: readonly Column[], rows: readonly Row[]): Column[] {
  const named = columns.filter((column) => column.heading.role === 'title' && !holdsCodes(column, rows));
  const plain = named.filter(({ heading }) => heading.plainTitle);
  if (plain.length > 0) return plain;
  if (named.length > 0) return named;
  const described = columns.findIndex(({ heading }) => heading.role === 'description');
  const before = columns[described - 1];
  if (before !== undefined && namesEvents(before, rows)) return [before];
  return described >= 0
    ? columns.slice(described, described + 1)
    : columns.filter((column) => namesEvents(column, rows)).slice(0, 1);
}

/**
 * The rows without a blank one between them that fill the most cells: among, above and below them titles of groups, notes and other tables
 * may stand, which say nothing of what the columns hold.
 */
function mainBlock(rows: readonly Row[]): readonly Row[] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const block = blocks.at(-1);
    if (block !== undefined && (block.at(-1)?.number ?? 0) + 1 === row.number) block.push(row);
    else blocks.push([row]);
  }
  const filled = (block: readonly Row[]): number => block.reduce((sum, { cells }) => sum + cells.size, 0);
  const main = blocks.reduce<readonly Row[]>(
    (most, block) => (filled(block) > filled(most) ? block : most),
    [],
  );
  const listed = main.filter(({ cells }) => cells.size > 1);
  return listed.length > 0 ? listed : main;
}

/** A column that could name events, whatever its heading: most of its cells are words, and differ. */
function namesEvents({ column, heading }: Column, rows: readonly Row[]): boolean {
  if (heading.role !== undefined || heading.plainTitle) return false;
  const words = wordsIn(rows, column);
  const named = words.filter((one) => /\p{L}{2}/u.test(one));
  return (
    named.length * 5 >= rows.length * 4 && new Set(named).size * 5 >= words.length * 4 && rows.length > 0
  );
}

/** A column of codes, such as EV-0001: it names events for machines. */
function holdsCodes({ column }: Column, rows: readonly Row[]): boolean {
  const words = wordsIn(rows, column);
  return (
    words.length > 1 &&
    words.every((one) => /^\S*\d\S*$/.test(one.trim())) &&
    areIds(words.map((one) => one.trim()))
  );
}

/** The language of each of several columns that hold the same thing; undefined where it is that of the sheet. */
function languagesOf(columns: readonly Column[], rows: readonly Row[]): (Lang | undefined)[] {
  return columns.map(({ column, heading }) => {
    if (heading.named !== undefined) return heading.named;
    if (columns.length === 1) return undefined;
    const text = rows.map(({ cells }) => cells.get(column)?.text ?? '').join('\n');
    const clear = textLanguage(text, CLEAR_VOTES);
    const [only, another] = heading.written;
    return clear ?? (only !== undefined && another === undefined ? only : textLanguage(text));
  });
}

/** Small words of a language from which on cells say more of it than their heading does, which may be that of a form. */
const CLEAR_VOTES = 8;

function sheetMapping(table: Table, several: boolean, own: readonly Made[]): SheetMapping {
  const { sheet, header, columns, fields } = table;
  const themed = [...fields.values()].includes('theme');
  const dated = [...fields.values()].some((field) => isDateField(field, table));
  const date = dated || !table.events ? undefined : dateOfSheet(table);
  const hours = columns.flatMap(({ column }, index) => (own[index]?.kind === 'time' ? [column] : []));
  return {
    ...(sheet.name === undefined ? {} : { name: sheet.name }),
    header: header.rows,
    ...(several && !themed && sheet.name !== undefined ? { theme: sheet.name } : {}),
    ...(date === undefined ? {} : { date }),
    ...(table.beside === undefined ? {} : { beside: table.beside }),
    ...(table.below === undefined ? {} : { below: table.below }),
    columns: columns.map(({ column, words }, index): ColumnMapping => {
      const field = fields.get(column) ?? own[index]?.field ?? 'ignore';
      const carry = (isCarried(field, table) || isDayOf(hours, field, table)) && isSaidOnce(table, column);
      return {
        column: columnLetters(column),
        heading: words.replace(/\s+/g, ' ').trim(),
        field,
        ...(fields.has(column) ? {} : own[index]),
        ...(carry ? { carry: true } : {}),
      };
    }),
  };
}

/** A column of dates with times of day. */
function hasTimes(column: number, field: string, { rows }: Table): boolean {
  return (
    /^(?:date|start|end)$/.test(field) &&
    rows.some(({ cells }) => dated(countedDate(cells.get(column) ?? { text: '' })).time !== undefined)
  );
}

function isDateField(field: string, table: Table): boolean {
  return /^(?:start|end|when)$/.test(field) || kindAt(field, table) === 'date';
}

/**
 * The date of events that no column dates: rows among them, the name of the sheet or a line above the headings that says nothing else; else
 * the only day that the lines above name.
 */
function dateOfSheet({ sheet, header, rows, kinds }: Table): string | undefined {
  if (![...kinds.values()].includes('date')) return undefined;
  const last = rows.findLast(({ cells }) => cells.size > 1)?.number ?? 0;
  const isDay = ({ cells }: Row): boolean => [...cells.values()].every(isDate);
  if (rows.some((row) => row.cells.size === 1 && row.number < last && isDay(row))) return DATE_IN_ROWS;
  const above = sheet.rows
    .filter(({ number }) => number < Math.min(...header.rows))
    .flatMap(({ cells }) => [...cells.values()].map(({ text, date }) => date ?? text));
  const name = (sheet.name ?? '').replace(NUMBERED_DAY, '').replace(/(?<!\([^)]*)\)$/, '');
  const whole = [name, ...above].find((text) => isDate({ text }) && !/^\d+$/.test(text));
  if (whole !== undefined) return whole;
  const [day, ...more] = above
    .flatMap((text) => datesIn(text, { year: 2000 }))
    .filter(({ precision, edtf }) => precision === 'day' || /^\d{4}-\d\d-\d\d\//.test(edtf));
  return more.length === 0 ? day?.words : undefined;
}

const NUMBERED = LANGS.map((lang) => LANGUAGES[lang].cells.numberedDay).join('|');
/** What stands before the date in the name of a sheet: Day 1 –, 2. Tag:, Jour 3. */
const NUMBERED_DAY = new RegExp(
  `^\\s*(?:(?:${NUMBERED})\\s*(?:n°|№)?\\s*(?:\\d{1,2}|[IVX]+)|\\d{1,2}(?:\\.|-?\\p{L}{1,3})?\\s*(?:${NUMBERED}))(?![\\p{L}\\d]|[./]\\d)[\\s:,.|(–—-]*`,
  'iu',
);

/** Fields of columns that hold more than one thing: the time beside a date, and what readers have remarked on cells. */
function withMore(mapping: SheetMapping, table: Table, time: string | undefined): SheetMapping {
  const { sheet } = table;
  const timed = mapping.columns.filter(({ column, field }) =>
    hasTimes(columnNumber(column) ?? 0, field, table),
  );
  const times = timed.map(
    ({ column, heading }): ColumnMapping => ({
      column,
      heading,
      field: time ?? TIME.field,
      ...(time === undefined ? { kind: TIME.kind } : {}),
    }),
  );
  return {
    ...mapping,
    ...((sheet.comments ?? []).length > 0 ? { comments: COMMENTS } : {}),
    columns: mapping.columns.flatMap((column) => [
      column,
      ...times.filter((time) => time.column === column.column),
    ]),
  };
}

/** What a column becomes that no field is known for. */
type Made = Partial<OwnField> | undefined;

/** The fields of columns, those of a start and an end in hours as one: from when to when. */
function withOneTime(
  own: readonly (OwnField | undefined)[],
  { columns, fields }: Table,
  time: string | undefined,
): readonly Made[] {
  const isHours = (index: number): boolean =>
    own[index]?.kind === 'time' && own[index]?.internal === undefined;
  const hours = [...own.keys()].filter(isHours);
  const named = (end: 'start' | 'end' | undefined): number[] =>
    hours.filter((index) => namesEnd(columns[index]?.words ?? '') === end);
  const [[start, another], [end, more], [plain, others]] = [named('start'), named('end'), named(undefined)];
  if (end === undefined || more !== undefined || another !== undefined) return own;
  const first = start ?? (others === undefined ? plain : undefined);
  if (first === undefined || first > end || [...fields.values()].includes(time ?? 'time')) return own;
  const shared: Made = start === undefined ? own[first] : time === undefined ? TIME : { field: time };
  return own.map((field, index) => (index === first || index === end ? shared : field));
}

/** The field that the only column of times of day fills, or columns of a start and an end together. */
function hoursOf(made: readonly Made[]): string | undefined {
  const fields = made.flatMap((one) =>
    one?.kind === 'time' && one.internal === undefined ? (one.field ?? []) : [],
  );
  return new Set(fields).size === 1 ? fields[0] : undefined;
}

/** A field of its own for times of day. */
const TIME: OwnField = { field: 'time', kind: 'time' };

/** Fields whose empty cells usually mean "as above": they group events. An empty body may as well mean that there is none. */
function isCarried(field: string, table: Table): boolean {
  return field === 'theme' || ['region', 'category'].includes(kindAt(field, table) ?? '');
}

function kindAt(field: string, { kinds }: Table): FieldKind | undefined {
  return kinds.get(field.split('.', 1)[0] ?? '');
}

/** The day of events each of which has an hour: an event with an hour and no day is on the day above. */
function isDayOf(hours: readonly number[], field: string, table: Table): boolean {
  if (kindAt(field, table) !== 'date' || hours.length === 0) return false;
  const day = [...table.fields].find(([, one]) => one === field)?.[0] ?? 0;
  const open = eventsOf(table).filter(({ cells }) => !cells.has(day));
  return open.every(({ cells }) => hours.some((column) => cells.has(column)));
}

/** The rows that name an event. */
function eventsOf(table: Table): readonly Row[] {
  const titles = [...table.fields]
    .filter(([, field]) => kindAt(field, table) === 'title')
    .map(([title]) => title);
  return table.rows.filter(({ cells }) => titles.some((title) => cells.has(title)));
}

/**
 * Some event has nothing in the column although an event above it has, and no two events right below each other say the same: where
 * each row says it again, an empty cell says nothing. Nor does one among many that are filled with few values which come again and again.
 */
function isSaidOnce(table: Table, column: number): boolean {
  const { sheet } = table;
  const events = eventsOf(table);
  const first = events.findIndex(({ cells }) => cells.has(column));
  const hasGaps = first >= 0 && events.slice(first).some(({ cells }) => !cells.has(column));
  if (!hasGaps) return false;
  // What is merged stands in each of its rows here, but is said once.
  const said = new Map<number, string>();
  const again = new Set<number>();
  let above: { words?: string | undefined; last: number } = { last: 0 };
  for (const { number, through, cells } of sheet.rows) {
    const words = cells.get(column)?.text;
    if (words !== undefined) said.set(number, words);
    if (words !== undefined && above.last === number - 1 && above.words === words) again.add(number);
    above = { words, last: through ?? number };
  }
  if (events.some(({ number }) => again.has(number))) return false;
  const values = events.flatMap(({ number }) => foldName(said.get(number) ?? '') || []);
  return (events.length - values.length) * 2 >= values.length || new Set(values).size * 2 > values.length;
}

function emptyMapping({ sheets: [sheet] }: Workbook): SheetMapping {
  const widest = [...(sheet?.rows ?? [])]
    .slice(0, 40)
    .sort((a, b) => b.cells.size - a.cells.size || a.number - b.number)[0];
  return {
    ...(sheet?.name === undefined ? {} : { name: sheet.name }),
    header: [widest?.number ?? 1],
    columns: [...(widest?.cells ?? [])].map(([column, { text }]) => ({
      column: columnLetters(column),
      heading: text.replace(/\s+/g, ' ').trim().slice(0, 80),
      field: 'ignore',
    })),
  };
}

/** Characters of the texts that are looked at to tell their language. */
const SAMPLE = 20_000;

/** The language of the texts of tables: by their headings and small words; the programme's where nothing tells. */
function languageOf(tables: readonly Table[], main: Lang): Lang {
  const headings = tables.flatMap(({ columns }) => columns.map(({ heading }) => heading.written));
  const votes = headings.filter((written) => written.length === 1).flat();
  const named = new Set(tables.flatMap(({ fields }) => [...fields.values()].map(languagePart)));
  const several = [...named].filter((lang) => lang !== undefined).length > 1;
  let text = '';
  for (const table of tables) {
    const { rows, fields } = table;
    const told: readonly (FieldKind | undefined)[] = ['title', 'description'];
    const columns = [...fields].filter(
      ([, field]) => told.includes(kindAt(field, table)) && !(several && languagePart(field)),
    );
    for (const { cells } of rows) {
      for (const [column] of columns) text += ` ${cells.get(column)?.text ?? ''}`;
      if (text.length > SAMPLE) break;
    }
  }
  return textLanguage(text) ?? mostVotes(votes) ?? main;
}

/** The language of a path such as `title.fr`. */
function languagePart(field: string): Lang | undefined {
  return LANGS.find((lang) => field.endsWith(`.${lang}`));
}

const smallWords = byLanguage(({ rules }) => rules.functionWords.split('|'));

/** The language whose small words are the most frequent in a text, with at least so many more than those of any other. */
function textLanguage(text: string, more = 1): Lang | undefined {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return mostVotes(
    LANGS.flatMap((lang) => words.filter((word) => smallWords(lang).includes(word)).map(() => lang)),
    more,
  );
}

function mostVotes(votes: readonly Lang[], more = 1): Lang | undefined {
  const counts = LANGS.map((lang) => ({ lang, votes: votes.filter((vote) => vote === lang).length }));
  const [first, second] = counts.sort((a, b) => b.votes - a.votes);
  return first !== undefined && first.votes >= (second?.votes ?? 0) + more ? first.lang : undefined;
}
