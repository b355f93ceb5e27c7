import { UserError } from '../../errors.ts';
import {
  columnLetters,
  type Field,
  type FieldKind,
  fieldKinds,
  type Lang,
  LIMITS,
  oneLine,
  pathParts,
  type Side,
  withoutUndefined,
  wordsInAll,
} from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { inMessage, namesDoors } from '../../text/dates/index.ts';
import { type LanguageEvidence, languageOfList } from '../../text/index.ts';
import type { Row, Sheet, Workbook } from '../sheet/index.ts';
import {
  cellsIn,
  countedDate,
  dated,
  isDate,
  isHour,
  isTotal,
  LOOKED_AT,
  monthOfCell,
  shareOf,
} from './cell-text.ts';
import {
  canBeThemes,
  fieldsOf,
  mainBlock,
  type OwnField,
  ownFields,
  translationsIn,
  type UnknownColumn,
} from './columns.ts';
import { unfolded } from './flatten-grid.ts';
import {
  type Column,
  mostVotes,
  NO_HEADING,
  namesEnd,
  type OwnNames,
  readHeading,
  sideWords,
  THEME_PREFIX,
} from './headings.ts';
import {
  areDescribedBelow,
  descriptionsIn,
  findHeader,
  furtherHeader,
  type Header,
  headingsIn,
  type Lists,
  listsOf,
  SEARCHED_ROWS,
  type Table,
  tableAt,
  withDescriptions,
} from './layout.ts';
import {
  type Below,
  type Beside,
  COMMENTS,
  type ColumnMapping,
  DATE_IN_ROWS,
  KNOWN_FIELDS,
  type SheetMapping,
} from './mapping.ts';
import { messageOf } from './messages.ts';
import { holdsNotes } from './notes.ts';
import { partsOf } from './parts.ts';
import {
  type Answers,
  answeredLanguage,
  columnAnswers,
  columnNamed,
  columnNames,
  columnQuestion,
  languageQuestions,
  publishedColumn,
  type Question,
  translationsQuestion,
  yesOrNo,
} from './questions.ts';
import { titleInstead } from './rows.ts';
import { dateAbove } from './sheet-date.ts';
import { arrangementOf, headerOf } from './side-by-side.ts';

/** The data that is needed to propose a mapping. */
export interface ProposalContext {
  language: Lang;
  sides: readonly Side[];
  fields: readonly Field[];
  /** The year of dates without a year. */
  year?: number;
  /** Whether a text is the name of a theme of the programme; missing for a new programme. */
  isTheme?: (words: string) => boolean;
  /** The user's answers to questions about the list. */
  answers?: Answers;
}

/** The data that is needed to find the tables of a list. */
interface Search extends ProposalContext {
  names: OwnNames;
  answers: Answers;
}

/** A spreadsheet converted to lists, and the mapping derived from its headings and cells. */
export interface Proposal {
  lists: Lists;
  /**
   * Questions that neither the headings nor the cells answer. For these questions, the mapping uses the proposed
   * answers.
   */
  questions: readonly Question[];
  /** Sheets without event headings, which are not read. */
  unread: readonly Sheet[];
}

/**
 * Proposes a mapping for the columns of a spreadsheet, based on their headings and cells. New fields are created for
 * columns without a known field. If no sheet has known headings, the mapping uses the row with the most cells at the
 * top of the first sheet as headings and ignores every column, so that the user can complete the mapping.
 *
 * @throws UserError if the columns for new fields together have more cells than the limit, or if an answer names no
 * column
 */
export function proposeMapping(workbook: Workbook, context: ProposalContext): Proposal {
  const names = { sides: sideWords(context.sides), fields: headingsOf(context.fields) };
  const answers: Answers = context.answers ?? new Map();
  const shown = workbook.sheets.filter(({ hidden }) => hidden !== true);
  const search = { ...context, names, answers, language: languageOfSheets(shown, names, context.language) };
  const found = shown.map((sheet) => ({ sheet, tables: tablesIn(sheet, search) }));
  const unread = found.filter(({ tables }) => tables.length === 0).map(({ sheet }) => sheet);
  const listed = withDescribed(withoutRepeats(withoutOthers(found.flatMap(({ tables }) => tables))));
  const several = new Set(listed.filter(({ events }) => events).map(({ list }) => list.sheet)).size > 1;
  const read = several ? listed : withThemes(listed, context.isTheme);
  const isTimed = read.some((table) =>
    [...table.fields].some(([column, field]) => hasTimes(column, field, table)),
  );
  const taken = [...names.sides.keys(), ...context.fields.map(({ id }) => id), ...(isTimed ? ['time'] : [])];
  const translated = translationsOf(read, answers);
  const unknown = read.map((table) => unknownColumns(table, translated.headings.get(table)));
  refuseTooMany(unknown);
  const { fields: newFields, questions } = ownFields(unknown, taken, answers);
  const time = context.fields.find(({ kind }) => kind === 'time')?.id;
  const sheets = read.map((table, index) => {
    const made = withOneTime(newFields[index] ?? [], table, time);
    return sheetMapping(table, several, made, time ?? hoursOf(made, table));
  });
  const language = languageOf(read);
  const mapping = {
    language: answeredLanguage(answers) ?? language.lang ?? context.language,
    ...(context.year === undefined ? {} : { year: context.year }),
    sheets: sheets.length > 0 ? sheets : [emptyMapping(workbook)],
  };
  const tables = read.map(({ list }) => list);
  refuseVain(answers, read);
  return {
    lists: sheets.length > 0 ? { workbook, mapping, tables } : listsOf(workbook, mapping),
    questions: [
      ...(context.isTheme === undefined ? languageQuestions(language, answers) : []),
      ...questionsOn(read, answers),
      ...read.flatMap(({ belongs }) => belongs ?? []),
      ...translated.questions,
      ...questions,
    ],
    unread,
  };
}

const ASKED = ['title', 'date'] as const;

/**
 * Questions about which columns contain the titles and the dates of events. Tables in which the same columns are
 * unclear share a question.
 */
function questionsOn(tables: readonly KnownTable[], answers: Answers): Question[] {
  return ASKED.flatMap((code) => {
    const asked = new Map<string, Question>();
    for (const { events, rivals, columns, rows, list } of tables) {
      if (!events || rivals[code].length === 0) continue;
      const isFirst = asked.size === 0 && !answers.has(code);
      const name = isFirst ? code : `${code} ${list.sheet.name ?? ''}`;
      const question = columnQuestion(code, name, rivals[code], columns, rows);
      const key = question.answers.map(({ value }) => value).join('\n');
      if (!asked.has(key)) asked.set(key, question);
    }
    return [...asked.values()];
  });
}

/**
 * The headings of the columns that contain the same fields in several languages, and the question whether they really
 * do.
 */
function translationsOf(tables: readonly KnownTable[], answers: Answers) {
  const found = tables
    .filter(({ events }) => events)
    .map((table) => {
      const newColumns = table.columns.filter(
        ({ column, heading }) => !table.fields.has(column) || heading.plainTitle,
      );
      return { table, own: newColumns, ...translationsIn(newColumns, table.rows) };
    });
  const open = found.flatMap(({ table, own: newColumns, headings }) =>
    columnAnswers(
      newColumns.filter(({ column }) => headings.has(column)),
      newColumns,
      table.rows,
    ),
  );
  const likely = found.every((one) => one.likely);
  const answer = yesOrNo('translations', answers);
  return {
    headings: new Map((answer ?? likely) ? found.map(({ table, headings }) => [table, headings]) : []),
    questions: answer === undefined && open.length > 0 ? [translationsQuestion(open, likely)] : [],
  };
}

/** @throws UserError if an answer names a column that does not exist in any table */
function refuseVain(answers: Answers, tables: readonly KnownTable[]): void {
  for (const [name, value] of answers) {
    const code = ASKED.find((one) => name === one || name.startsWith(`${one} `));
    const columns = tables.flatMap((table) => [...columnNames(table.columns).values()]);
    const column = publishedColumn(name);
    if (code === undefined && column === undefined) continue;
    if (column !== undefined && columns.includes(column)) continue;
    if (tables.some((table) => table.columns.some(({ answer }) => answer === code && code !== undefined)))
      continue;
    throw new UserError(messageOf('answer-names-no-column', { answer: `${name}=${value}`, columns }));
  }
}

/**
 * A map from the ids and folded headings of fields, in all languages, to the ids of the fields. Fields that general
 * heading words such as "Title" identify are omitted.
 */
function headingsOf(fields: readonly Field[]): Map<string, string> {
  const led = new Set(KNOWN_FIELDS.map(({ kind }) => fields.find((field) => field.kind === kind)?.id));
  return new Map(
    fields
      .filter(({ id }) => !led.has(id))
      .flatMap(({ id, heading }) => [id, ...wordsInAll(heading)].map((words) => [foldName(words), id])),
  );
}

type Headings = ReturnType<typeof translationsIn>['headings'];

/** A table, and the fields assigned to its columns. */
interface KnownTable {
  list: Table;
  /** The visible rows of the table. */
  rows: readonly Row[];
  columns: readonly Column[];
  /** The fields, by column number. */
  fields: ReadonlyMap<number, string>;
  rivals: ReturnType<typeof fieldsOf>['rivals'];
  /** The fields of the programme. */
  known: readonly Field[];
  kindOf(path: string): FieldKind | undefined;
  /** Whether the table lists events. A table without events is reported but not read. */
  events: boolean;
  /** The name of an earlier sheet that contains the same events. */
  repeats?: string | undefined;
  /** The columns of the table, if it is next to the first table of its sheet. */
  within?: string;
  /** The question whether these columns belong to the first table. */
  belongs?: Question;
  /** The layout of the events, if they are side by side in the spreadsheet. */
  beside?: Beside;
  /** The title column and the column for the descriptions, if separate rows contain the descriptions. */
  below?: Below;
}

/** The columns of a table to which fields of a given kind are assigned. */
function columnsOfKind({ fields, kindOf }: KnownTable, kind: FieldKind): number[] {
  return [...fields].filter(([, field]) => kindOf(field) === kind).map(([column]) => column);
}

/** Whether a field contains the date of an event, or its start or end. */
function isDateField(field: string, { kindOf }: KnownTable): boolean {
  return /^(?:start|end|when)$/.test(field) || kindOf(field) === 'date';
}

/** The rows that contain events: rows with a title, or with a text that is used as the title. */
function eventsOf(table: KnownTable): readonly Row[] {
  const { columns, fields, kindOf } = table;
  const mapped = columns.flatMap(({ column, words }) => {
    const field = fields.get(column);
    return field === undefined ? [] : [{ column, field, kind: kindOf(field), heading: words }];
  });
  const titles = columnsOfKind(table, 'title');
  return table.rows.filter(
    (row) => titles.some((title) => row.cells.has(title)) || titleInstead(row, mapped) !== undefined,
  );
}

/**
 * The tables in a sheet: the first table, the tables below it, and the tables next to it; empty if no headings are
 * found. All tables but the first are marked if they do not list events.
 */
function tablesIn(written: Sheet, search: Search): KnownTable[] {
  const [first, ...others] = partsOf(written, search.names, search.language, search.answers);
  const tables = first === undefined ? [] : tablesOfPart(first.sheet, search);
  if (tables.length === 0) return [];
  const beside = others.flatMap(({ sheet, ...place }): KnownTable[] => {
    const found = tablesOfPart(sheet, search);
    const [top] = sheet.rows.slice(0, 1).map((row) => headerOf(sheet, row));
    const tables = found.length > 0 || top === undefined ? found : [knownTable(sheet, top, END, search)];
    return tables.map((table) => ({ ...table, ...place }));
  });
  const [main, ...more] = [...tables, ...beside];
  return [main ?? [], more.map((table) => (hasEvents(table) ? table : ofSomethingElse(table)))].flat();
}

/** The end row of a table that has no table below it. */
const END = Number.POSITIVE_INFINITY;

function tablesOfPart(part: Sheet, search: Search): KnownTable[] {
  const found = findHeader(part, search.names);
  const arrangement = arrangementOf(part, found, search.language);
  const sheet =
    arrangement === undefined
      ? part
      : unfolded(part, arrangement.header, arrangement.beside, arrangement.headings);
  const tables: KnownTable[] = [];
  let next =
    arrangement === undefined
      ? found
      : { rows: arrangement.header, headings: headingsIn(sheet, arrangement.header.slice(-1)) };
  while (next !== undefined) {
    const after = furtherHeader(sheet, next, search.names);
    const end = after === undefined ? END : Math.min(...after.rows);
    const table = knownTable(sheet, next, end, search);
    tables.push(arrangement === undefined ? table : { ...table, beside: arrangement.beside });
    next = after;
  }
  return tables;
}

/** The language of the texts in sheets, which is used for missing headings. */
function languageOfSheets(sheets: readonly Sheet[], ownNames: OwnNames, main: Lang): Lang {
  const texts = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text)).slice(0, LOOKED_AT),
  );
  const written = texts.map((one) => readHeading(one, ownNames).written);
  const votes = written.filter(({ length }) => length === 1).flat();
  return languageOfList(texts, votes).lang ?? main;
}

function knownTable(sheet: Sheet, header: Header, end: number, search: Search): KnownTable {
  const { names, fields: known, language, answers } = search;
  const list = tableAt(sheet, header.rows, end);
  const rows = list.rows.filter(({ hidden }) => hidden !== true);
  const filled = new Set([...header.headings.keys(), ...rows.flatMap(({ cells }) => [...cells.keys()])]);
  const headed = [...filled]
    .sort((a, b) => a - b)
    .map((column): Column => {
      const words = header.headings.get(column) ?? '';
      const hidden = sheet.hiddenColumns?.has(column) === true;
      return { column, words, heading: hidden ? NO_HEADING : readHeading(words, names, language) };
    });
  const answered = new Map(
    ASKED.map((code) => {
      // An answer for this sheet takes precedence over an answer for all sheets.
      const value = answers.get(`${code} ${sheet.name ?? ''}`) ?? answers.get(code);
      return [value === undefined ? undefined : columnNamed(value, headed), code] as const;
    }),
  );
  const columns = headed.map((one): Column => {
    const answer = answered.get(one.column);
    if (answer === undefined) return one;
    const { side: _, field: __, ...heading } = one.heading;
    return { ...one, answer, heading: { ...heading, role: answer, plainTitle: answer === 'title' } };
  });
  const months = sheet.rows.some(
    ({ cells }) => cells.size === 1 && [...cells.values()].some((cell) => monthOfCell(cell) !== undefined),
  );
  const inMonths = months || monthOfCell({ text: sheet.name ?? '' }) !== undefined;
  const { fields, rivals } = fieldsOf(columns, mainBlock(rows), [...names.sides.keys()], known, inMonths);
  return { list, rows, columns, fields, rivals, known, kindOf: fieldKinds(known), events: true };
}

/** Whether a table lists events rather than, for example, prices or people: it has columns for titles and dates. */
function hasEvents(table: KnownTable): boolean {
  const isDated = [...table.fields.values()].some((field) => /^(?:date|start|when)/.test(field));
  return isDated && columnsOfKind(table, 'title').length > 0;
}

function ofSomethingElse(table: KnownTable): KnownTable {
  return { ...table, fields: new Map(), events: false };
}

/**
 * Marks the tables that do not list events. If some sheets contain dates (or, if none does, times of day), a table in
 * another sheet is considered not to list events unless at least half of its headings occur in these sheets.
 */
function withoutOthers(tables: readonly KnownTable[]): readonly KnownTable[] {
  const headings = ({ columns }: KnownTable): string[] =>
    columns.flatMap(({ words }) => foldName(words) || []);
  const days = tables.filter(isDated);
  const dated = days.length > 0 ? days : tables.filter(isTimed);
  const sheets = new Set(dated.map(({ list }) => list.sheet));
  const known = new Set(dated.flatMap(headings));
  return tables.map((table) => {
    if (sheets.size === 0 || sheets.has(table.list.sheet)) return table;
    const headingsOfTable = headings(table);
    return headingsOfTable.filter((one) => known.has(one)).length * 2 < headingsOfTable.length
      ? ofSomethingElse(table)
      : table;
  });
}

/** A table counts as a repetition of earlier tables only if it has at least this number of events. */
const MIN_REPEATED = 3;

/**
 * Marks tables in which every event has the same title and date as an event in an earlier table. Repeated tables are
 * usually copies for reading or printing.
 */
function withoutRepeats(tables: readonly KnownTable[]): readonly KnownTable[] {
  const known = new Map<string, string | undefined>();
  return tables.map((table) => {
    if (!table.events) return table;
    const columns = [...table.fields].filter(
      ([, field]) => table.kindOf(field) === 'title' || isDateField(field, table),
    );
    const events = eventsOf(table).map(({ cells }) =>
      columns.map(([column, field]) => `${field}: ${foldName(cells.get(column)?.text ?? '')}`).join('\n'),
    );
    const isDatedList = columns.some(([, field]) => isDateField(field, table));
    const isRepeat =
      isDatedList && events.length >= MIN_REPEATED && events.every((event) => known.has(event));
    if (isRepeat) return { ...ofSomethingElse(table), repeats: known.get(events[0] ?? '') };
    for (const event of events) known.set(event, table.list.sheet.name);
    return table;
  });
}

/**
 * Whether a table lists events whose dates are in a column, in separate rows, in the sheet name or above the headings.
 */
function isDated(table: KnownTable): boolean {
  const hasColumn = [...table.fields.values()].some((field) => isDateField(field, table));
  return table.events && (hasColumn || dateOfSheet(table) !== undefined);
}

/** Whether a table lists events and has a column of times of day. */
function isTimed(table: KnownTable): boolean {
  return table.events && table.columns.some(({ column }) => holdsHours(column, table));
}

/** If the descriptions of events are in separate rows, moves them to an additional column of the tables. */
function withDescribed(tables: readonly KnownTable[]): readonly KnownTable[] {
  const titled = tables.flatMap((table, index) => {
    const { list, fields } = table;
    const [title, another] = columnsOfKind(table, 'title');
    const isFirst = tables.findIndex((one) => one.list.sheet === list.sheet) === index;
    const isList = table.events && isFirst && table.beside === undefined && another === undefined;
    const description = table.known.find(({ kind }) => kind === 'description')?.id;
    if (!isList || title === undefined || description === undefined) return [];
    const { lang } = pathParts(fields.get(title) ?? '');
    const rows = list.sheet.rows.filter(({ number }) => number > Math.max(...list.header));
    return [{ table, rows, title, field: lang === undefined ? description : `${description}.${lang}` }];
  });
  if (!areDescribedBelow(titled)) return tables;
  const described = titled.flatMap((one) => {
    if (descriptionsIn(one).size === 0) return [];
    const { list, columns } = one.table;
    const into = Math.max(...columns.map(({ column }) => column)) + 1;
    const below = { of: columnLetters(one.title), into: columnLetters(into) };
    return [{ ...one, into, below, sheet: withDescriptions(list.sheet, list.header, below) }];
  });
  return tables.map((table) => {
    const found = described.find((one) => one.table.list.sheet === table.list.sheet);
    if (found === undefined) return table;
    const { header, end } = table.list;
    const list = tableAt(found.sheet, header, end);
    const listed = { ...table, list, rows: list.rows.filter(({ hidden }) => hidden !== true) };
    if (found.table !== table) return listed;
    const column = { column: found.into, words: '', heading: NO_HEADING };
    const fields = new Map([...table.fields, [found.into, found.field]]);
    return { ...listed, columns: [...table.columns, column], fields, below: found.below };
  });
}

/**
 * Uses the categories in the first table of events as themes, if they are suitable and the table does not name its
 * themes elsewhere.
 */
function withThemes(
  tables: readonly KnownTable[],
  isTheme: ((words: string) => boolean) | undefined,
): readonly KnownTable[] {
  const table = tables.find(({ events }) => events);
  if (table === undefined || isGrouped(table)) return tables;
  const [category, another] = columnsOfKind(table, 'category');
  if (category === undefined || another !== undefined) return tables;
  if (!canBeThemes(category, eventsOf(table), isTheme)) return tables;
  const themed = { ...table, fields: new Map([...table.fields, [category, 'theme']]) };
  return tables.map((one) => (one === table ? themed : one));
}

/** Whether a table names its themes: in a column, in a line above the headings, or in rows between the events. */
function isGrouped({ list: { sheet, header }, rows, fields }: KnownTable): boolean {
  const above = sheet.rows.filter(({ number }) => number < Math.min(...header));
  const isTitled = ({ cells }: Row): boolean =>
    [...cells.values()].some(({ text }) => THEME_PREFIX.test(text));
  const spans = new Set(sheet.merges.filter(({ left, right }) => right > left).map(({ top }) => top));
  const last = rows.findLast(({ cells }) => cells.size > 1)?.number ?? 0;
  const isGroup = (row: Row): boolean =>
    row.cells.size === 1 && row.number < last && (spans.has(row.number) || isTitled(row));
  return [...fields.values()].includes('theme') || above.some(isTitled) || rows.some(isGroup);
}

/**
 * The language of the headings, dates and texts in tables. If there are columns for several languages, the cells of
 * these columns are not counted.
 */
function languageOf(tables: readonly KnownTable[]): LanguageEvidence {
  const headings = tables.flatMap(({ columns }) => columns);
  const votes = headings.map(({ heading }) => heading.written).filter((written) => written.length === 1);
  const langOf = (field: string): Lang | undefined => pathParts(field).lang;
  const named = new Set(
    tables.flatMap(({ fields }) => [...fields.values()].flatMap((one) => langOf(one) ?? [])),
  );
  const cells = tables.flatMap(({ rows, fields }) => {
    const others = [...fields].filter(([, field]) => named.size > 1 && langOf(field));
    const left = new Set(others.map(([column]) => column));
    return rows.flatMap((row) =>
      [...row.cells].flatMap(([column, { text }]) => (left.has(column) || !/\p{L}/u.test(text) ? [] : text)),
    );
  });
  const found = languageOfList([...headings.map(({ words }) => words), ...cells], votes.flat());
  // In a list with columns in two languages, the headings determine the main language.
  if (named.size < 2) return found;
  const main = mostVotes(votes.flat()) ?? found.lang;
  return main === undefined ? {} : { lang: main };
}

/**
 * The columns of a table, with the texts of their cells unless a known field is assigned to them. Date values are
 * converted to words, so that only fields of kind `text` fit these cells.
 */
function unknownColumns(table: KnownTable, headings?: Headings): UnknownColumn[] {
  const { list, columns, fields } = table;
  const names = columnNames(columns);
  const titles = new Set(columnsOfKind(table, 'title'));
  const rows = table.rows.filter((row) => !isTotal(row, titles));
  const events = new Set(eventsOf(table));
  return columns.map(({ column, words, heading }) => {
    const textsOf = (from: readonly Row[]): string[] =>
      fields.has(column) || !table.events
        ? []
        : from.flatMap(({ cells }) => {
            const written = cells.get(column);
            const cell = written && heading.role === 'deadline' ? countedDate(written) : written;
            return cell?.date === undefined
              ? (cell?.text ?? [])
              : `${inMessage(cell.date)} ${cell.time ?? ''}`.trim();
          });
    return {
      words,
      ...headings?.get(column),
      heading,
      cells: textsOf(rows.filter((row) => events.has(row))),
      others: textsOf(rows.filter((row) => !events.has(row) && row.cells.size > 1)),
      name: names.get(column) ?? '',
      hidden: list.sheet.hiddenColumns?.has(column) === true,
    };
  });
}

/** @throws UserError if the columns for new fields together have more cells than the limit */
function refuseTooMany(tables: readonly (readonly UnknownColumn[])[]): void {
  const columns = tables.flat().filter(({ cells }) => cells.length > 0);
  if (columns.reduce((sum, { cells }) => sum + cells.length, 0) <= LIMITS.unknownCells) return;
  throw new UserError(messageOf('columns-too-many', { found: columns.length, most: LIMITS.unknownCells }));
}

/**
 * Creates the mapping of a table.
 *
 * @param several whether several sheets contain events, so that the name of each sheet is the theme of its events,
 * unless a column contains the themes
 * @param made the new field of each column, if it has one
 * @param time the field for times that follow dates in the same cells; if missing, a new field is created
 */
function sheetMapping(
  table: KnownTable,
  several: boolean,
  made: readonly Made[],
  time: string | undefined,
): SheetMapping {
  const { list, columns, fields, within, repeats, beside, below } = table;
  const { sheet, header } = list;
  const { name } = sheet;
  const held = [...fields.values()];
  const isDated = held.some((field) => isDateField(field, table));
  const date = isDated || !table.events ? undefined : dateOfSheet(table);
  const hours = columns.flatMap(({ column }, index) => (made[index]?.kind === 'time' ? [column] : []));
  const clock = time === undefined ? TIME : { field: time };
  const texts = table.events ? table.rows.flatMap(({ cells }) => [...cells.values()]) : [];
  const hasNotes = texts.some(({ text }) => holdsNotes(text));
  return {
    ...withoutUndefined({ name, within }),
    header: [...header],
    ...(several && !held.includes('theme') && name !== undefined ? { theme: name } : {}),
    ...withoutUndefined({ repeats, date, beside, below }),
    ...((sheet.comments ?? []).length > 0 || hasNotes ? { comments: COMMENTS } : {}),
    columns: columns.flatMap(({ column, words }, index): ColumnMapping[] => {
      const field = fields.get(column) ?? made[index]?.field ?? 'ignore';
      const carry = (isCarried(field, table) || isDayOf(hours, field, table)) && isSaidOnce(table, column);
      const named = { column: columnLetters(column), heading: oneLine(words) };
      const main = {
        ...named,
        field,
        ...(fields.has(column) ? {} : made[index]),
        ...(carry ? { carry } : {}),
      };
      return hasTimes(column, field, table) ? [main, { ...named, ...clock }] : [main];
    }),
  };
}

/** Whether a column contains dates with times of day. */
function hasTimes(column: number, field: string, { rows }: KnownTable): boolean {
  return (
    /^(?:date|start|end)$/.test(field) &&
    rows.some(({ cells }) => dated(countedDate(cells.get(column) ?? { text: '' })).time !== undefined)
  );
}

/**
 * The date of the events in a sheet without a date column, by the first case that applies:
 *
 * - `rows` if there are dates in separate rows between the events
 * - the sheet name or a line above the headings, if it consists only of a date
 * - the day in the sheet name and the lines above the headings, if they mention only one day
 */
function dateOfSheet({ list: { sheet, header }, rows, known }: KnownTable): string | undefined {
  if (!known.some(({ kind }) => kind === 'date')) return undefined;
  const last = rows.findLast(({ cells }) => cells.size > 1)?.number ?? 0;
  const isDay = ({ cells }: Row): boolean => [...cells.values()].every(isDate);
  if (rows.some((row) => row.cells.size === 1 && row.number < last && isDay(row))) return DATE_IN_ROWS;
  return dateAbove(sheet, header);
}

/** The new field of a column; undefined if the column has none. */
type Made = Partial<OwnField> | undefined;

/**
 * The new fields of the columns, with one shared field for a column of start times and a column of end times. The start
 * times may also be part of the dates.
 */
function withOneTime(
  newFields: readonly (OwnField | undefined)[],
  table: KnownTable,
  time: string | undefined,
): readonly Made[] {
  const { columns, fields } = table;
  const ends = columns.map(({ words, heading }) =>
    heading.role === 'deadline' ? undefined : namesEnd(words),
  );
  const isPartly = (index: number): boolean =>
    ends[index] === 'end' &&
    newFields[index]?.kind === 'text' &&
    holdsHours(columns[index]?.column ?? 0, table);
  const hours = newFields.flatMap((made, index) => (isHours(made) || isPartly(index) ? [index] : []));
  const named = (end: 'start' | 'end' | undefined): number[] => hours.filter((index) => ends[index] === end);
  const [[start, another], [end, more], [plain, others]] = [named('start'), named('end'), named(undefined)];
  if (end === undefined || more !== undefined || another !== undefined) return newFields;
  const isTimed = [...fields].some(([column, field]) => hasTimes(column, field, table));
  const first = start ?? (others === undefined ? plain : undefined) ?? (isTimed ? end : undefined);
  if (first === undefined || first > end || [...fields.values()].includes(time ?? 'time')) return newFields;
  const shared: Made =
    start === undefined && first !== end ? newFields[first] : time === undefined ? TIME : { field: time };
  return newFields.map((field, index) => (index === first || index === end ? shared : field));
}

/**
 * Whether at least half of the cells in a column are times of day. The remaining cells may contain words for an end
 * time, such as "late".
 */
function holdsHours(column: number, table: KnownTable): boolean {
  return shareOf(cellsIn(eventsOf(table), column), isHour) >= 1 / 2;
}

/** The new field for times of day; undefined if there are several such fields. Columns of door times are ignored. */
function hoursOf(made: readonly Made[], { columns }: KnownTable): string | undefined {
  const [field, another] = new Set(
    made.flatMap((one, index) =>
      isHours(one) && !namesDoors(columns[index]?.words ?? '') ? (one?.field ?? []) : [],
    ),
  );
  return another === undefined ? field : undefined;
}

const isHours = (made: Made): boolean => made?.kind === 'time' && made.internal === undefined;

/** The new field that is created for times of day. */
const TIME: OwnField = { field: 'time', kind: 'time' };

/**
 * Whether a field groups events, so that an empty cell usually stands for the value above it. Bodies do not group
 * events, because an empty cell may mean that an event has no body.
 */
function isCarried(field: string, { kindOf }: KnownTable): boolean {
  return field === 'theme' || ['region', 'category'].includes(kindOf(field) ?? '');
}

/**
 * Whether an empty date cell stands for the date above it: each event without a date has a time, or the events are side
 * by side.
 */
function isDayOf(hours: readonly number[], field: string, table: KnownTable): boolean {
  if (table.kindOf(field) !== 'date') return false;
  if (table.beside !== undefined) return true;
  if (hours.length === 0) return false;
  const day = [...table.fields].find(([, one]) => one === field)?.[0] ?? 0;
  const open = eventsOf(table).filter(({ cells }) => !cells.has(day));
  return open.every(({ cells }) => hours.some((column) => cells.has(column)));
}

/**
 * Whether a column states each value once for a group of consecutive events: some event below the first value has an
 * empty cell, and no two consecutive rows contain the same value. An empty cell means that there is no value if
 * consecutive rows repeat values, or if most events have a value and the column contains few different values.
 */
function isSaidOnce(table: KnownTable, column: number): boolean {
  const events = eventsOf(table);
  const first = events.findIndex(({ cells }) => cells.has(column));
  const hasGaps = first >= 0 && events.slice(first).some(({ cells }) => !cells.has(column));
  if (!hasGaps) return false;
  // A merged cell, which the table repeats in each of its rows, is counted only once.
  const wordsByRow = new Map<number, string>();
  const again = new Set<number>();
  let above: { words?: string | undefined; last: number } = { last: 0 };
  for (const { number, through, cells } of table.list.sheet.rows) {
    const words = cells.get(column)?.text;
    if (words !== undefined) wordsByRow.set(number, words);
    if (words !== undefined && above.last === number - 1 && above.words === words) again.add(number);
    above = { words, last: through ?? number };
  }
  if (events.some(({ number }) => again.has(number))) return false;
  const values = events.flatMap(({ number }) => foldName(wordsByRow.get(number) ?? '') || []);
  return (events.length - values.length) * 2 >= values.length || new Set(values).size * 2 > values.length;
}

/**
 * The mapping for a spreadsheet without known headings, which the user must complete: the row with the most cells is
 * the heading row, and every column is ignored.
 */
function emptyMapping({ sheets: [sheet] }: Workbook): SheetMapping {
  const rows = sheet?.rows.slice(0, SEARCHED_ROWS) ?? [];
  const [widest] = rows.sort((a, b) => b.cells.size - a.cells.size || a.number - b.number);
  return {
    ...(sheet?.name === undefined ? {} : { name: sheet.name }),
    header: [widest?.number ?? 1],
    columns: [...(widest?.cells ?? [])].map(([column, { text }]) => ({
      column: columnLetters(column),
      heading: oneLine(text),
      field: 'ignore',
    })),
  };
}
