/** Finds the date of all events in a sheet: in the name of the sheet or in the lines above the headings. */
import { datesIn, numberedDay } from '../../text/dates/index.ts';
import type { Sheet } from '../sheet/index.ts';
import { isDate } from './cell-text.ts';

/** The name of a sheet, and the texts above the headings. */
export function linesAbove({ name = '', rows }: Sheet, header: readonly number[]): string[] {
  const above = rows.filter(({ number }) => number < Math.min(...header));
  return [name, ...above.flatMap(({ cells }) => [...cells.values()].map(({ text, date }) => date ?? text))];
}

/**
 * The name of the sheet, if it consists only of a date, or the first line above the headings that does. If no line
 * consists only of a date, the result is the only day that the lines mention.
 */
export function dateAbove(sheet: Sheet, header: readonly number[]): string | undefined {
  const [name = '', ...above] = linesAbove(sheet, header);
  const texts = [numberedDay(name)?.rest ?? name, ...above];
  const whole = texts.find((text) => isDate({ text }) && !/^\d+$/.test(text));
  if (whole !== undefined) return whole;
  const [day, ...more] = above
    .flatMap((text) => datesIn(text, { year: 2000 }))
    .filter(({ precision, edtf }) => precision === 'day' || /^\d{4}-\d\d-\d\d\//.test(edtf));
  return more.length === 0 ? day?.words : undefined;
}
