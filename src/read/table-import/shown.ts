import type { Problem } from '../../errors.ts';
import { isEdtf } from '../../model/index.ts';
import { CLOCK, clocksBeside, parseDatePhrase } from '../../text/dates/index.ts';
import { type Cell, type Row, serialDate, withoutMarkup } from '../sheet/index.ts';

/** Rows of a sheet of other people as a reader sees them, and which of them are struck out. */
export interface ShownRow extends Row {
  struck: boolean;
}

/** All that a cell says, in one line: its words, the time beside a date, and what is struck out in it. */
export function wholeWords({ text, time, struckWords }: Cell): string {
  return [text, time, struckWords].flatMap((part) => part?.replace(/\s+/g, ' ').trim() || []).join(' ');
}

/** All that the cells of a row say. */
export function wordsOfRow({ cells }: Row): string {
  return [...cells.values()].map(wholeWords).join(' · ');
}

/**
 * The rows that a reader sees: hidden ones, struck words beside others, and struck cells of rows that are not struck themselves are left out, each
 * with a remark that has all its words. Markup of web pages becomes text.
 *
 * @param isTitle whether a column names the event: where it is struck, the whole row is
 * @param plainRemarks what is to be said of looks of a cell that are not read
 */
export function shownRows(
  rows: readonly Row[],
  isTitle: (column: number) => boolean,
  at: (row: number, column: number) => NonNullable<Problem['at']>,
  remarks: Problem[],
  plainRemarks: (cell: Cell, column: number, at: NonNullable<Problem['at']>) => readonly Problem[],
): ShownRow[] {
  return rows.flatMap((row): ShownRow[] => {
    const [first] = row.cells.keys();
    if (row.hidden) {
      remarks.push({
        message: `hidden row, not read: "${wordsOfRow(row)}"`,
        at: at(row.number, first ?? 1),
        hint: 'show the row in the spreadsheet program to have it read',
      });
      return [];
    }
    const all = [...row.cells.values()].every(({ struck }) => struck === true);
    const struck = all || [...row.cells].some(([column, cell]) => isTitle(column) && cell.struck === true);
    const shown: [number, Cell][] = [];
    for (const [column, cell] of row.cells) {
      const gone = cell.struckWords ?? (cell.struck && !struck ? cell.text : undefined);
      if (gone !== undefined)
        remarks.push({ message: `struck out, not read: "${gone}"`, at: at(row.number, cell.from ?? column) });
      if (cell.struck && !struck) continue;
      remarks.push(...plainRemarks(cell, column, at(row.number, cell.from ?? column)));
      const text = withoutMarkup(cell.text);
      if (text !== cell.text)
        remarks.push({
          message: 'markup of web pages or signs of an export are read as text',
          at: at(row.number, cell.from ?? column),
        });
      if (text.trim() !== '') shown.push([column, text === cell.text ? cell : { ...cell, text }]);
    }
    if (shown.length === 0) return [];
    // The cells of a large sheet are not held twice.
    const same =
      shown.length === row.cells.size && shown.every(([column, cell]) => row.cells.get(column) === cell);
    return [{ ...row, cells: same ? row.cells : new Map(shown), struck }];
  });
}

const ORDERS = ['day-first', 'month-first'] as const;

/** Years in two digits are of this century: lists of events are of our time. */
export const CENTURY = 2000;

/** Whether words are a date in any of the languages; any year would do, and either order of day and month. */
export function isDateText(words: string): boolean {
  return ORDERS.some((order) => 'edtf' in parseDatePhrase(words, { year: CENTURY, century: CENTURY, order }));
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{2}):?(\d{2})(?::?\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const TIMED = new RegExp(
  `^(.*\\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})[\\s,]+(?:(?:${CLOCK.at})\\s+)?(\\d{1,2}(?:[:.]|${CLOCK.between})\\d{2})(?::\\d{2})?(?:\\s?(?:${CLOCK.after}))?(\\s?(?:${CLOCK.halves}))?$`,
  'iu',
);

/** A time with a full stop whose minutes are no month: 18.00, 7.45. */
const DOTTED_TIME = '(?:[01]?\\d|2[0-4])\\.(?:00|1[3-9]|[2-5]\\d)';
/** Such times behind words with a number: 4 мая, 18.00; Sa 4. Mai 19.30–21.00; с 4 мая с 10.00 до 18.00. */
const DOTTED = new RegExp(
  `^(.*?\\d.*?\\p{L}.*?|.*?\\p{L}.*?\\d.*?)[\\s,;]+(?:(?:${CLOCK.at})\\s+)?((?:(?:${CLOCK.from})\\s+)?${DOTTED_TIME}(?:\\s?(?:[-–—]|${CLOCK.to})\\s?${DOTTED_TIME})?)$`,
  'iu',
);

/** A date as spreadsheets count it, in days since 1900, which an export has left as a number: 47607, 47607.8125 with its time. */
const SERIAL = /^(\d{5})(?:[.,](\d{1,15}))?$/;
/** Days of the years 2000 to 2099. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

/** A cell whose number counts days, where it is known to be a date; other cells as they are. */
export function countedDate(cell: Cell): Cell {
  const [, days, part] = SERIAL.exec(cell.text.trim()) ?? [];
  const number = Number(days);
  if (cell.date !== undefined || days === undefined || number < FIRST_SERIAL || number > LAST_SERIAL)
    return cell;
  const date = serialDate(number, 'day', false);
  if (date === undefined) return cell;
  const minutes = Math.round(Number(`0.${part ?? 0}`) * MINUTES);
  const two = (one: number): string => String(one).padStart(2, '0');
  const time = minutes === 0 ? {} : { time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
  return { ...cell, text: date, date, ...time };
}

/** Minutes of a day. */
const MINUTES = 1440;

/** Characters of words that are looked at for a date with times of day. */
const LONGEST_DATE = 80;

/**
 * A cell whose words are a date, perhaps with times of day, as one that holds them apart: 20300504T1930, 2030-05-04 19:30, 4.5.2030 19:30, Sa
 * 4. Mai, 19–21 Uhr.
 */
export function dated(cell: Cell): Cell {
  const text = cell.text.replace(/\s+/g, ' ').trim();
  if (cell.date !== undefined || text.length > LONGEST_DATE) return cell;
  const [, year, month, day, hour, minute] = ISO.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  if (year !== undefined && isEdtf(iso) === true) {
    const time =
      hour === undefined || `${hour}${minute}` === '0000'
        ? {}
        : { time: `${hour}:${minute}`, ...(text.endsWith('Z') ? { utc: true as const } : {}) };
    return { ...cell, text: iso, date: iso, ...time };
  }
  const [, words, time, half = ''] = TIMED.exec(text) ?? [];
  if (words !== undefined && time !== undefined && isDateText(words))
    return { ...cell, text: words, time: time + half };
  const [, before, clock] = (/\d\.\d\d$/.test(text) && DOTTED.exec(text)) || [];
  if (before !== undefined && clock !== undefined && isDateText(before))
    return { ...cell, text: before, time: clock };
  for (const beside of clocksBeside(text))
    if (isDateText(beside.date)) return { ...cell, text: beside.date, time: beside.time };
  return cell;
}
