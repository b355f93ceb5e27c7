/** Assigns known or new fields to the columns of a table by their headings and cells. */
import {
  consecutive,
  countsOf,
  EVENT_KEYS,
  type Field,
  type FieldKind,
  groupBy,
  highest,
  kindOfField,
  LANGS,
  type Lang,
  LIMITS,
  pathParts,
  valueAt,
  withoutUndefined,
} from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { isClocks, tellsDate, tokensOf } from '../../text/dates/index.ts';
import { idMaker, slug } from '../../text/index.ts';
import type { Cell, Row } from '../sheet/index.ts';
import {
  areDaysOfMonths,
  cellsIn,
  columnTexts,
  countedDate,
  dayOfMonth,
  holdsPrivate,
  isDate,
  isFree,
  isHour,
  kindOfCells,
  LOOKED_AT,
  monthOfCell,
  privateCells,
  STAMP,
  shareOf,
  statusOf,
} from './cell-text.ts';
import { isDay } from './flatten-grid.ts';
import {
  CLEAR_VOTES,
  type Column,
  type Heading,
  languageAtEnd,
  NO_OWN_NAMES,
  namesDurations,
  namesEnd,
  namesPrices,
  namesTimes,
  namesVenues,
  readHeading,
  textLanguage,
  titleRank,
} from './headings.ts';
import { readsAsDescription } from './layout.ts';
import { COMMENTS, type ColumnMapping, KNOWN_FIELDS, type Mapping } from './mapping.ts';
import type { InternalReason } from './messages.ts';
import { type PictureRole, roleOfColumn } from './picture-columns.ts';
import { type Answers, publishQuestion, type Question, yesOrNo } from './questions.ts';

/**
 * Returns the field of each column; columns without a field are omitted.
 *
 * @param inMonths whether a separate row or the name of the sheet contains a month
 * @returns the fields, keyed by column number; `rivals` contains the columns that may contain the titles or the dates,
 * the likeliest first, and no columns if it is clear which column contains them
 */
export function fieldsOf(
  columns: readonly Column[],
  rows: readonly Row[],
  sides: readonly string[],
  known: readonly Field[],
  inMonths: boolean,
) {
  const fields = new Map<number, string>();
  const named = (kind: FieldKind): string | undefined => known.find((field) => field.kind === kind)?.id;
  const withRole = (role: Heading['role']): Column[] =>
    columns.filter(({ heading }) => heading.role === role);
  const put = (one: Column | undefined, field: string): void => {
    if (one !== undefined) fields.set(one.column, field);
  };
  const putTexts = (all: readonly Column[], field: string | undefined, joined: boolean): void => {
    if (field === undefined) return;
    const filled = all.filter(({ column }) => rows.some(({ cells }) => cells.has(column)));
    const considered = filled.length > 0 ? filled : all;
    const languages = languagesOf(considered, rows);
    const apart = areTranslations(considered, rows);
    considered.forEach((one, index) => {
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
  // If the cells below headings such as start_time and end_time are dates with times, they are the start and end dates.
  // "Clôture" alone is a deadline; beside "Ouverture", it is the end.
  const hasRole = ({ words, heading }: Column, role: keyof typeof HOLDS): boolean =>
    heading.role === role ||
    (namesEnd(words) === role &&
      (heading.role === 'other' ||
        (heading.role === 'deadline' && heading.whole && [...fields.values()].includes('start'))));
  for (const role of ['id', 'theme', 'when', 'status', ...halves] as const)
    put(
      columns.find((one) => hasRole(one, role) && HOLDS[role](cellsIn(rows, one.column))),
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
  const dates = dateColumns(columns, rows, fields, inMonths);
  const rivals = {
    title: named('title') === undefined ? [] : rivalTitles(columns, rows, dates),
    date: named('date') === undefined ? [] : rivalColumns(dates, rows),
  };
  // Only headings can show that several columns contain the same date in different languages.
  putTexts(
    dates.every(({ heading }) => heading.role === 'date') ? dates : dates.slice(0, 1),
    named('date'),
    false,
  );

  const [region, ...moreRegions] = withRole('region');
  const regionField = named('region');
  if (regionField !== undefined) put(region, regionField);
  for (const one of moreRegions) if (one.heading.side !== undefined) put(one, `regions.${one.heading.side}`);

  const bodies = withRole('body');
  for (const side of sides) {
    const ofSide = bodies.filter(({ heading }) => heading.side === side);
    // If only one heading names a side, "DE" at its end may be the country of that side ("City DE").
    const [only, another] = ofSide;
    if (only !== undefined && another === undefined) put(only, `bodies.${side}`);
    else putTexts(ofSide, `bodies.${side}`, true);
  }
  const nameless = bodies.filter(({ heading }) => heading.side === undefined);
  const open = sides.filter((side) => !bodies.some(({ heading }) => heading.side === side));
  if (nameless.length === open.length)
    nameless.forEach((one, index) => {
      put(one, `bodies.${open[index]}`);
    });
  return { fields, rivals };
}

/** Whether the cells of a column can have the meaning that its heading states. */
const HOLDS: Readonly<
  Record<'id' | 'theme' | 'when' | 'status' | 'start' | 'end', (cells: readonly Cell[]) => boolean>
> = {
  id: (cells) =>
    areIds(cells.map(({ text }) => text.trim())) && cells.every(({ date }) => date === undefined),
  theme: (cells) => {
    const themes = new Set(cells.map(({ text }) => foldName(text))).size;
    const areTopics =
      themes * 2 > cells.length && shareOf(cells, ({ text }) => text.length > THEME_LENGTH) > 1 / 2;
    if (areTopics) return false;
    return themes <= PLAUSIBLE_THEMES || themes * 2 <= cells.length;
  },
  when: () => true,
  // A status column can also contain words such as "draft", which `STAMP` matches.
  status: (cells) =>
    cells.some(({ text }) => statusOf(text) !== 'unknown') &&
    shareOf(cells, ({ text }) => statusOf(text) !== 'unknown' || STAMP.test(text)) >= 1 / 2,
  start: (cells) => areDates(cells.map(countedDate)),
  end: (cells) =>
    areDates(cells.map(countedDate)) ||
    shareOf(cells, (cell) => isDate(cell) && !isHour(cell)) > 0 ||
    cells.filter(isEnd).length > cells.filter(isHour).length,
};

/** Texts that hardly recur and are longer than this number of characters are topics of single events, not themes. */
const THEME_LENGTH = 45;
/** Up to this number of themes is plausible even in a short list. */
const PLAUSIBLE_THEMES = 12;

/**
 * Whether texts can be ids: they all differ (unlike postcodes and other numbers), and none is long or contains spaces.
 */
function areIds(words: readonly string[]): boolean {
  return (
    words.length > 0 &&
    new Set(words.map((one) => slug(one))).size === words.length &&
    words.every((one) => one.length <= 40 && slug(one) !== '' && !/\s/.test(one))
  );
}

const areDates = (cells: readonly Cell[]): boolean => shareOf(cells, isDate) >= 1 / 2;

/** Whether a cell states a last day, which can be without its month, as in "the 9th"; a number alone can be an hour. */
const isEnd = (cell: Cell): boolean =>
  isDate(countedDate(cell)) ||
  (/\D/.test(cell.text.trim()) &&
    !isHour(cell) &&
    LANGS.some((lang) => dayOfMonth(cell.text, { month: 1 }, lang) !== undefined));

/** Whether a cell is a date or contains date words, as in "in spring". */
const tellsDay = (cell: Cell): boolean =>
  isDate(countedDate(cell)) ||
  LANGS.some((lang) =>
    tokensOf(cell.text, lang).some((token) => tellsDate(token) && token.value.kind !== 'number'),
  );

/**
 * The columns that may contain the planned date, the likeliest first. Columns whose headings denote a date are
 * preferred if some of their cells are dates. If the columns with such headings contain only years, an unassigned
 * column of full dates is preferred. If no heading denotes a date and no column contains start dates or times, the
 * unassigned columns whose cells are dates, or days below a month, are returned. Of several such columns, only those in
 * which most cells contain date words are returned.
 */
function dateColumns(
  columns: readonly Column[],
  rows: readonly Row[],
  fields: ReadonlyMap<number, string>,
  inMonths: boolean,
): readonly Column[] {
  const open = columns.filter(({ column }) => !fields.has(column));
  const answered = open.filter(({ answer }) => answer === 'date');
  if (answered.length > 0) return answered;
  const cellsOf = ({ column }: Column): Cell[] => cellsIn(rows, column);
  const others = open.filter(
    ({ heading }) => heading.role === undefined || heading.role === 'other' || heading.role === 'id',
  );
  const held = others.filter((column) => cellsOf(column).length > 0 && areDates(cellsOf(column)));
  const hasStart = [...fields.values()].includes('start');
  const areDays = (column: Column): boolean =>
    inMonths && LANGS.some((lang) => areDaysOfMonths(cellsOf(column), lang));
  const named = open.filter(
    (column) =>
      column.heading.role === 'date' &&
      (shareOf(cellsOf(column), isHour) <= 1 / 2 || areDays(column)) &&
      ((held.length === 0 && !hasStart) || shareOf(cellsOf(column), tellsDay) >= 1 / 2),
  );
  const countedIn = (column: Column): Cell[] => cellsOf(column).slice(0, LOOKED_AT).map(countedDate);
  const isYear = ({ text }: Cell): boolean => /^\d{4}$/.test(text.trim());
  const isPeriod = (cell: Cell): boolean => isYear(cell) || monthOfCell(cell) !== undefined;
  const dated = (column: Column): Cell[] => countedIn(column).filter(isDate);
  const datedColumns = named.filter((column) => dated(column).length > 0);
  const days = datedColumns.filter((column) => !dated(column).every(isYear));
  const exactDays = days.filter((column) => !dated(column).every(isPeriod));
  if (days.length > 0) return exactDays.length > 0 ? exactDays : days;
  if (datedColumns.length > 0) {
    const exact = held.filter((column) => !dated(column).some(isYear));
    return exact.length > 0 ? exact : datedColumns;
  }
  if (hasStart) return named;
  if (held.length > 0) return held;
  if (named.length > 0) return named;
  // Plain numbers may be counts, but numbers with a weekday or a full stop are days.
  const listed = rows.filter(({ cells }) => cells.size > 1);
  const worded = others.filter(({ column }) =>
    listed.some(({ cells }) => /\D/.test(cells.get(column)?.text.trim() ?? '')),
  );
  return worded.filter(areDays);
}

/**
 * The columns that contain the titles, by the first criterion that applies:
 *
 * - the heading denotes titles
 * - the heading denotes an event or a project
 * - the column contains topics that differ for each event
 * - the column contains different texts and is directly before the description
 * - the column contains the descriptions
 * - the column is the first one with different texts
 */
function titleColumns(columns: readonly Column[], rows: readonly Row[]): readonly Column[] {
  const answered = columns.filter(({ answer }) => answer === 'title');
  if (answered.length > 0) return answered;
  const named = titleHeadings(columns, rows);
  if (named.length > 0) return named;
  const topic = columns.find((column) => column.heading.role === 'theme' && holdsNames(column, rows));
  if (topic !== undefined) return [topic];
  const described = columns.findIndex(({ heading }) => heading.role === 'description');
  const before = columns[described - 1];
  if (before !== undefined && namesEvents(before, rows)) return [before];
  return described >= 0
    ? columns.slice(described, described + 1)
    : columns.filter((column) => namesEvents(column, rows)).slice(0, 1);
}

/**
 * The columns whose headings denote titles; those whose headings denote an event or a project are included only if
 * there are no others.
 */
function titleHeadings(columns: readonly Column[], rows: readonly Row[]): readonly Column[] {
  const named = columns.filter((column) => column.heading.role === 'title' && !holdsCodes(column, rows));
  const plain = named.filter(({ heading }) => heading.plainTitle);
  if (plain.length === 0) return named;
  const likeliest = Math.min(...plain.map(({ words }) => titleRank(words)));
  return areTranslations(plain, rows) ? plain : plain.filter(({ words }) => titleRank(words) === likeliest);
}

/**
 * The columns that may contain the titles, the likeliest first, if neither the headings nor the cells show which of the
 * columns contains them. The result is empty if only one heading denotes titles, or if the cells of only one column can
 * be titles. A heading such as "Name" is not sufficient if the cells below it look like names of persons and the cells
 * of a different column can be titles. If events have dates but no column can contain their titles, the result contains
 * all columns of words, because concerts may be named after their venue.
 */
function rivalTitles(
  columns: readonly Column[],
  rows: readonly Row[],
  dates: readonly Column[],
): readonly Column[] {
  if (columns.some(({ answer }) => answer === 'title')) return [];
  const filled = columns.filter(({ column }) => rows.some(({ cells }) => cells.has(column)));
  const named = titleHeadings(filled, rows);
  if (named.length > 0) {
    const others = filled.filter((column) => namesEvents(column, rows) && !namesVenues(column.words));
    const isOpen = others.length > 0 && named.every((column) => mayNamePersons(column, rows));
    return isOpen ? [...named, ...others] : rivalColumns(named, rows);
  }
  const [first] = titleColumns(filled, rows);
  if (first === undefined || !fills(first, rows)) {
    const others = filled.filter((column) => !dates.includes(column) && holdsPublicWords(column, rows));
    return dates.length === 0
      ? []
      : [...others, ...(first === undefined || others.includes(first) ? [] : [first])];
  }
  const others = filled.filter(
    (column) =>
      column !== first &&
      namesEvents(column, rows, first.heading.role === undefined ? 1 / 2 : undefined) &&
      !namesVenues(column.words),
  );
  const described = filled.find(({ heading }) => heading.role === 'description');
  const called = first === described ? namesBeside(first, filled, rows) : [];
  if (called.length > 0) return [...called, first];
  if (described !== undefined && described !== first && holdsTitles(described, rows)) others.push(described);
  return others.length === 0 ? [] : [first, ...others];
}

/** Two to four capitalised words, as in Anna Weber or Vokalkreis Nord. */
const PERSON = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** Whether a column with a heading such as "Name" (but not "Title") may contain names of persons. */
const mayNamePersons = ({ column, words, heading }: Column, rows: readonly Row[]): boolean =>
  heading.plainTitle &&
  titleRank(words) > 0 &&
  shareOf(cellsIn(rows, column), ({ text }) => PERSON.test(text)) >= 4 / 5;

/**
 * The columns without a known heading that may contain the names of the events, because they contain at least as many
 * different texts as the description column.
 */
function namesBeside(description: Column, columns: readonly Column[], rows: readonly Row[]): Column[] {
  const differ = ({ column }: Column): number => new Set(columnTexts(rows, column)).size;
  return columns.filter(
    (column) =>
      column.heading.role === undefined &&
      !namesVenues(column.words) &&
      !cellsIn(rows, column.column).every(isDay) &&
      holdsNames(column, rows, 0) &&
      differ(column) >= differ(description),
  );
}

/**
 * Whether a column contains a different text for nearly every event, and most of these texts do not read like
 * descriptions.
 */
function holdsTitles(one: Column, rows: readonly Row[]): boolean {
  const words = columnTexts(rows, one.column);
  return holdsNames(one, rows) && words.filter(readsAsDescription).length * 2 < words.length;
}

/** Whether most rows have a cell in a column. */
const fills = ({ column }: Column, rows: readonly Row[]): boolean =>
  rows.filter(({ cells }) => cells.has(column)).length * 5 >= rows.length * 4;

/** Whether most cells of a column contain words, and the heading does not denote internal notes or a deadline. */
function holdsPublicWords({ column, heading: { role } }: Column, rows: readonly Row[]): boolean {
  const isWords = ({ text }: Cell): boolean => /\p{L}{2}/u.test(text) && !/:\/\//.test(text);
  return role !== 'internal' && role !== 'deadline' && shareOf(cellsIn(rows, column), isWords) >= 4 / 5;
}

/**
 * Returns the given columns, all of which may have the same role, if it is unclear which of them has this role. The
 * result is empty if the columns contain the same text in several languages, or if only one heading consists of just
 * the word for the role ("Title" next to "Original title").
 */
function rivalColumns(columns: readonly Column[], rows: readonly Row[]): readonly Column[] {
  if (columns.length < 2 || columns.some(({ answer }) => answer !== undefined)) return [];
  const whole = columns.filter(({ heading }) => heading.whole);
  return whole.length === 1 || areTranslations(columns, rows) ? [] : columns;
}

/**
 * Whether columns contain the same texts in several languages: either their headings state this, or each column is in a
 * different language and contains a text for most events (unlike a column of original titles).
 */
function areTranslations(columns: readonly Column[], rows: readonly Row[]): boolean {
  const languages = languagesOf(columns, rows).filter((lang) => lang !== undefined);
  const named = columns.every(({ heading }, index) => index === 0 || heading.named !== undefined);
  const isFull = ({ column }: Column): boolean => cellsIn(rows, column).length * 2 > rows.length;
  return named || (new Set(languages).size === columns.length && columns.every(isFull));
}

/**
 * The block of consecutive rows that has the most cells, without its rows that have only one cell. Rows with one cell,
 * and rows in other blocks, may be group titles, notes or other tables, which do not show what the columns contain.
 */
export function mainBlock(rows: readonly Row[]): readonly Row[] {
  const blocks = consecutive(rows, ({ number }, _, above) => number === above.number + 1);
  const filled = (block: readonly Row[]): number => block.reduce((sum, { cells }) => sum + cells.size, 0);
  const main = highest<readonly Row[]>(blocks, filled) ?? [];
  const listed = main.filter(({ cells }) => cells.size > 1);
  return listed.length > 0 ? listed : main;
}

/** Whether a column without a known heading can contain the names of events. */
function namesEvents(column: Column, rows: readonly Row[], different?: number): boolean {
  const { role, plainTitle } = column.heading;
  return role === undefined && !plainTitle && holdsNames(column, rows, different);
}

/** Whether most rows contain words in a column, and at least a given share of the texts in the column are different. */
function holdsNames({ column }: Column, rows: readonly Row[], different = 4 / 5): boolean {
  const words = columnTexts(rows, column);
  const named = words.filter((one) => /\p{L}{2}/u.test(one));
  return (
    named.length * 5 >= rows.length * 4 && new Set(named).size >= words.length * different && rows.length > 0
  );
}

/** Whether a column contains codes, such as EV-0001, by which software identifies events. */
function holdsCodes({ column }: Column, rows: readonly Row[]): boolean {
  const words = columnTexts(rows, column);
  return (
    words.length > 1 &&
    words.every((one) => /^\S*\d\S*$/.test(one.trim())) &&
    areIds(words.map((one) => one.trim()))
  );
}

/**
 * The columns whose headings differ only in a language at the end, such as "Venue (EN)" and "Venue (DE)", or "Venue"
 * and "Venue (DE)", so that they may contain the same fields in several languages.
 *
 * @returns `headings` contains, for each column, its language and the words before the language in its heading;
 * `likely` states whether the table contains titles in all these languages. Without German titles, "DE" in a heading
 * such as "City DE" may be the country of a partner
 */
export function translationsIn(columns: readonly Column[], rows: readonly Row[]) {
  const titles = titleHeadings(columns, rows);
  const ends = columns
    .filter((one) => !titles.includes(one))
    .map(({ column, words, heading }) => ({ column, ...languageAtEnd(words, heading.role) }));
  const groups = [...groupBy(ends, ({ words }) => foldName(words)).values()];
  const shared = groups.filter((group) => new Set(group.map(({ lang }) => lang)).size > 1).flat();
  const languages = titles.length > 1 && areTranslations(titles, rows) ? languagesOf(titles, rows) : [];
  return {
    headings: new Map(shared.map(({ column, ...heading }) => [column, heading])),
    likely: shared.every(({ lang }) => lang === undefined || languages.includes(lang)),
  };
}

/** The languages of columns that contain the same field; undefined for the language of the sheet. */
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

/** Maximum number of categories that can be used as themes; readers cannot keep track of more. */
const MAX_THEMES = 15;
/** Minimum average number of events per theme. */
const EVENTS_A_THEME = 2;

/**
 * Whether the categories in a column can be used as the themes of a programme. If the programme has themes, more than
 * half of the categories must be their names. Otherwise the column must contain few different values and a value for
 * nearly every event, and at most a third of the values may occur only once.
 *
 * @param isTheme whether a text is the name of an existing theme of the programme; missing for a new programme, which
 * has no themes
 */
export function canBeThemes(
  column: number,
  events: readonly Row[],
  isTheme?: (words: string) => boolean,
): boolean {
  const words = events.flatMap(({ cells }) => foldName(cells.get(column)?.text ?? '') || []);
  const times = countsOf(words);
  const values = [...times.keys()];
  if (isTheme !== undefined) return values.length > 0 && values.filter(isTheme).length * 2 > values.length;
  const single = [...times.values()].filter((count) => count === 1).length;
  return (
    values.length > 1 &&
    values.length <= MAX_THEMES &&
    values.length * EVENTS_A_THEME <= words.length &&
    single * 3 <= values.length &&
    words.length * 10 >= events.length * 9
  );
}

/**
 * Maximum number of printed columns in a table. Themes with more columns are printed as lists, because a page is too
 * narrow for so many columns.
 */
export const PRINTED_COLUMNS = 8;

/** A column without a known field. */
export interface UnknownColumn {
  /** The heading; without the language if the field exists in several languages. */
  words: string;
  lang?: Lang | undefined;
  heading: Heading;
  /** The texts of the column's non-empty cells in rows that are events. */
  cells: readonly string[];
  /**
   * The texts of the column's cells in rows without a title, which may turn out to be events once all columns have
   * fields.
   */
  others: readonly string[];
  /** The name by which answers to questions refer to the column. */
  name: string;
  hidden: boolean;
}

/** The new field of a column. */
export type OwnField = Required<Pick<ColumnMapping, 'field' | 'kind'>> & Pick<ColumnMapping, 'internal'>;

/**
 * Creates a field for each unknown column that is not empty, and names the field after the heading. Columns with the
 * same heading in several sheets share one field. The kind of the field fits all cells. Fields that seem to contain
 * personal data or remarks are internal, and the reason is stored.
 *
 * @param taken the ids of existing fields and sides. New fields can have neither these ids nor the name of a key that
 * exists in all events
 * @throws UserError if an answer is neither yes nor no
 */
export function ownFields(
  tables: readonly (readonly UnknownColumn[])[],
  taken: readonly string[],
  answers: Answers = new Map(),
): { fields: (readonly (OwnField | undefined)[])[]; questions: readonly Question[] } {
  const questions: Question[] = [];
  const alike = new Map<string, UnknownColumn[]>();
  for (const columns of tables) {
    const seen = new Map<string, number>();
    for (const column of columns.filter(({ cells }) => cells.length > 0)) {
      const name = foldName(column.words);
      const named = `${name} ${column.lang}`;
      const times = (seen.get(named) ?? 0) + 1;
      seen.set(named, times);
      const key = `${name} ${times}`;
      if (alike.has(key) || alike.size < LIMITS.fields - taken.length)
        valueAt(alike, key, () => []).push(column);
    }
  }
  const groups = [...alike.values()].map((columns) => {
    const cells = columns.flatMap((column) => column.cells);
    const words = columns[0]?.words ?? '';
    return { columns, cells, words, role: roleOfColumn(words, cells) };
  });
  const hasPictures = groups.some(({ role }) => role === 'pictures');
  const newId = idMaker(
    [
      ...[...EVENT_KEYS, 'theme', 'ignore', 'constructor', 'start', 'end', COMMENTS, ...taken],
      ...(hasPictures ? ['picture'] : []),
    ],
    'column',
  );
  const fields = new Map<UnknownColumn, OwnField>();
  for (const { columns, cells, words, role } of groups) {
    const id = newId([words]);
    const { internal, question } = publicationOf(columns, cells, answers, hasPictures ? role : undefined);
    if (question !== undefined) questions.push(question);
    const kind = kindOfColumns(columns, cells);
    for (const column of columns)
      fields.set(column, {
        field: column.lang === undefined ? id : `${id}.${column.lang}`,
        kind,
        ...withoutUndefined({ internal }),
      });
  }
  return { fields: tables.map((columns) => columns.map((column) => fields.get(column))), questions };
}

/** The kind of the field for columns with the same heading. */
function kindOfColumns(columns: readonly UnknownColumn[], cells: readonly string[]): FieldKind {
  const areNamed = (isNamed: (words: string) => boolean): boolean =>
    columns.every(({ words }) => isNamed(words));
  // "Start" can also head dates or places, so that a time must be recognisable without the heading.
  const areEnds =
    areNamed((words) => namesEnd(words) !== undefined) && cells.some((words) => isClocks(words.trim()));
  const likely = kindOfCells(cells, areEnds || areNamed(namesTimes));
  const refuses = (words: string): boolean => kindOfField(likely).problem?.(words.trim()) !== undefined;
  const isDuration = likely === 'time' && areNamed(namesDurations);
  if (isDuration || columns.some(({ others }) => others.some(refuses))) return 'text';
  // Below a heading for deadlines, numbers such as 20.04 or 2028 are dates, but numbers of up to three digits may be
  // counts of registrations.
  const areDays =
    columns.some(({ heading }) => heading.role === 'deadline') &&
    (likely === 'number' || likely === 'time') &&
    cells.some((words) => !/^\d{1,3}$/.test(words.trim()));
  return areDays ? 'text' : likely;
}

/**
 * The reason why a column is internal, and the question whether it may be published if neither its heading nor its
 * cells answer this.
 */
function publicationOf(
  columns: readonly UnknownColumn[],
  cells: readonly string[],
  answers: Answers,
  ofPictures: PictureRole | undefined,
): { internal?: InternalReason; question?: Question } {
  const name = columns[0]?.name ?? '';
  const answer = yesOrNo(`publish ${name}`, answers);
  const { why, evidence } = whyInternal(columns, cells, ofPictures);
  if (answer === true || (answer === undefined && why === undefined)) return {};
  return {
    internal: why ?? 'not-to-be-published',
    ...(answer === undefined && evidence !== undefined && { question: publishQuestion(name, evidence) }),
  };
}

/** The reason why a column should be internal; if the reason is doubtful, also the cells that suggest it. */
function whyInternal(
  columns: readonly UnknownColumn[],
  cells: readonly string[],
  ofPictures: PictureRole | undefined,
): { why?: InternalReason; evidence?: readonly string[] } {
  if (columns.some(({ hidden }) => hidden)) return { why: 'column-hidden' };
  if (ofPictures !== undefined)
    return { why: ofPictures === 'pictures' ? 'picture-files' : 'printed-with-pictures' };
  const values = privateCells(cells);
  if (values !== undefined && !values.doubtful) return { why: values.why };
  const isTime = kindOfCells(cells) === 'time';
  if (!isTime && columns.some(({ words }) => words === ''))
    return { why: 'heading-missing', evidence: cells };
  // A column that contains cells such as "free" contains the prices that visitors pay.
  const isForVisitors = cells.some((words) => isFree(words.trim()));
  const isPaid = kindOfCells(cells) === 'price' && !columns.every(({ words }) => namesPrices(words));
  const isUnclear = columns.some(({ heading }) => heading.doubtful);
  const isDoubtful = !isForVisitors && (isPaid || isUnclear);
  if (!isUnclear && columns.some(({ heading }) => heading.role === 'internal'))
    return { why: 'contacts-or-remarks' };
  if (values !== undefined) return { why: values.why, evidence: cells.filter(holdsPrivate) };
  return isDoubtful ? { why: 'perhaps-not-for-print', evidence: cells } : {};
}

/** The fields to which a mapping assigns columns: standard fields and new fields. */
export function fieldsOfMapping(
  mapping: Mapping,
  words: { columns: Readonly<Record<string, string>>; time: string; comments: string },
): Field[] {
  const columns = mapping.sheets.flatMap((sheet) => sheet.columns);
  const isDated = mapping.sheets.some(({ date }) => date !== undefined);
  const has = (id: string): boolean =>
    (id === 'date' && isDated) ||
    columns.some(
      ({ field }) => pathParts(field).id === id || (id === 'date' && /^(?:start|end|when)$/.test(field)),
    );
  const known = KNOWN_FIELDS.filter(({ id }) => id === 'title' || has(id)).map((field): Field => {
    const ofColumn = firstLine(columns.find((column) => column.field === field.id)?.heading ?? '');
    const heading = isForeign(ofColumn, mapping.language) ? '' : printed(ofColumn);
    return { ...field, heading: heading === '' ? (words.columns[field.id] ?? field.id) : heading };
  });
  return [...known, ...madeFields(mapping, words)];
}

/** The new fields that a mapping creates for columns and for cell comments. */
export function madeFields({ sheets }: Mapping, words: { time: string; comments: string }): Field[] {
  const made = new Map<string, Field>();
  for (const { column, heading, field, kind, internal } of sheets.flatMap((sheet) => sheet.columns)) {
    const { id, lang } = pathParts(field);
    if (kind === undefined || made.has(id)) continue;
    made.set(id, {
      id,
      kind,
      heading:
        (id === 'time'
          ? words.time
          : printed(firstLine(lang === undefined ? heading : languageAtEnd(heading).words))) ||
        (kind === 'time' ? words.time : column),
      ...(internal === undefined ? {} : { internal: true }),
    });
  }
  const comments: Field[] = sheets.some((sheet) => sheet.comments === COMMENTS)
    ? [{ id: COMMENTS, kind: 'description', heading: words.comments, internal: true }]
    : [];
  return [...made.values(), ...comments];
}

/**
 * Whether a heading seems to be a database column name: it is in lower case and not in the language of the list, such
 * as "title" above German texts.
 */
function isForeign(heading: string, language: Lang): boolean {
  const { written } = readHeading(heading, NO_OWN_NAMES);
  return /^\p{Ll}/u.test(heading) && written.length > 0 && !written.includes(language);
}

/**
 * The heading to print: capitalised, and split into words if it is an identifier such as opening_hours or eventTitle.
 */
function printed(heading: string): string {
  const words = /^\p{Ll}{2,}(?:\p{Lu}\p{L}*)+$/u.test(heading)
    ? heading.replace(
        /(?<=\p{Ll})\p{Lu}\p{Ll}*/gu,
        (word) => ` ${/\p{Ll}/u.test(word) ? word.toLowerCase() : word}`,
      )
    : heading.replace(/_+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function firstLine(heading: string): string {
  return (heading.split('\n', 1)[0] ?? '').trim();
}
