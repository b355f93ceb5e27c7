/** The mapping of a table whose columns are known. */
import { LANGUAGES } from '../../../languages/index.ts';
import { columnLetters, columnNumber, LANGS } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { datesIn } from '../../text/dates/index.ts';
import type { Row, Workbook } from '../sheet/index.ts';
import { namesEnd } from './heading.ts';
import { COMMENTS, type ColumnMapping, DATE_IN_ROWS, type SheetMapping } from './mapping.ts';
import type { OwnField } from './own-columns.ts';
import { countedDate, dated } from './shown.ts';
import { isDate, isDateField, kindAt, type Table } from './table.ts';

/**
 * What a mapping says of a table.
 *
 * @param several events stand in several sheets, whose names are their themes where nothing else names them
 * @param own what its columns become that no field is known for
 */
export function sheetMapping(table: Table, several: boolean, own: readonly Made[]): SheetMapping {
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
export function hasTimes(column: number, field: string, { rows }: Table): boolean {
  return (
    /^(?:date|start|end)$/.test(field) &&
    rows.some(({ cells }) => dated(countedDate(cells.get(column) ?? { text: '' })).time !== undefined)
  );
}

/**
 * The date of events that no column dates: rows among them, the name of the sheet or a line above the headings that says nothing else; else
 * the only day that the lines above name.
 */
export function dateOfSheet({ sheet, header, rows, kinds }: Table): string | undefined {
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
export function withMore(mapping: SheetMapping, table: Table, time: string | undefined): SheetMapping {
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
export function withOneTime(
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
export function hoursOf(made: readonly Made[]): string | undefined {
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

/** The mapping of a spreadsheet without headings that are known, to be filled in by hand: its widest row, every column ignored. */
export function emptyMapping({ sheets: [sheet] }: Workbook): SheetMapping {
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
