/** What the columns of a table hold, from their headings and cells. */

import { type Field, type FieldKind, LANGS, type Lang } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { slug } from '../../text/index.ts';
import type { Cell, Row } from '../sheet/index.ts';
import { isTimeText } from './column-kind.ts';
import { statusOf } from './event-of-row.ts';
import type { Heading } from './heading.ts';
import { areDaysOfMonths } from './month-days.ts';
import { countedDate } from './shown.ts';
import { type Column, isDate, LOOKED_AT, wordsIn } from './table.ts';
import { CLEAR_VOTES, textLanguage } from './table-language.ts';

/**
 * The field of each column; columns that are not in it are ignored.
 *
 * @param inMonths a row of its own, or the name of the sheet, names a month
 */
export function fieldsOf(
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
export function mainBlock(rows: readonly Row[]): readonly Row[] {
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
