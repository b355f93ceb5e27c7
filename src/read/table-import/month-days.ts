import { LANGUAGES, NBSP } from '../../../languages/index.ts';
import { isEdtf, type Lang } from '../../model/index.ts';
import { clocksBeside, parseDatePhrase } from '../../text/dates/index.ts';
import type { Cell } from '../sheet/index.ts';
import { CENTURY, isDateText } from './shown.ts';

/** A month that a heading names for the days below it. */
export interface HeadingMonth {
  /** From 1. */
  month: number;
  /** Undefined: the heading names none. */
  year?: number;
}

/** The month that a cell names, if it says nothing else: `Mai 2030`, `Июнь`; without a language, in any. */
export function monthOfCell({ text, date }: Cell, language?: Lang): HeadingMonth | undefined {
  const words = date ?? text;
  const options = { century: CENTURY, ...(language === undefined ? {} : { lang: language }) };
  const read = (known: { year?: number }): string => {
    const phrase = parseDatePhrase(words, { ...options, ...known });
    return 'edtf' in phrase ? phrase.edtf : '';
  };
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(read({ year: CENTURY })) ?? [];
  if (month === undefined) return undefined;
  return { month: Number(month), ...(read({}) === '' ? {} : { year: Number(year) }) };
}

/**
 * The words of a date whose cell names but a day, with the month of the heading above it: `Sa 4.` of May 2030 is `Sa 4. Mai 2030`.
 * `contradicted`: its day of the week is another. Undefined where the cell names no day, or a whole date.
 */
export function dayOfMonth(
  words: string,
  { month, year }: HeadingMonth,
  language: Lang,
): string | 'contradicted' | undefined {
  const text = words.trim();
  if (!/^\D{0,30}\d{1,2}(?!\d)/.test(text) || isDateText(text)) return undefined;
  const { cldr, dates } = LANGUAGES[language];
  const named = year === undefined ? '' : ` ${dates.write.year.after(String(year))}`;
  const behind = `${cldr.monthsAfterDay[month - 1] ?? ''}${named}`;
  const timed = [...clocksBeside(text)].map(({ date }) => date).filter((day) => text.startsWith(day));
  for (const day of [text, ...timed]) {
    const whole = `${day}${NBSP}${behind}`;
    const phrase = parseDatePhrase(whole, { lang: language, year: year ?? CENTURY });
    if (!('edtf' in phrase) || !isOfDays(phrase.edtf)) continue;
    const wrong = phrase.weekdays?.some(({ date, weekday }) => weekdayOf(date) !== weekday) === true;
    return year !== undefined && wrong ? 'contradicted' : `${whole}${text.slice(day.length)}`;
  }
  return undefined;
}

/** Whether most cells that are no months name but a day, as people write days below the months that they are of. */
export function areDaysOfMonths(cells: readonly Cell[], language: Lang): boolean {
  const days = cells.slice(0, LOOKED_AT).filter((cell) => monthOfCell(cell, language) === undefined);
  const open = days.filter(
    ({ text, date }) => date === undefined && dayOfMonth(text, { month: 1 }, language) !== undefined,
  );
  return days.length > 0 && open.length * 5 >= days.length * 4;
}

/** Cells that are looked at. */
const LOOKED_AT = 200;

/** Every date of an EDTF text is a day. */
function isOfDays(edtf: string): boolean {
  return (
    isEdtf(edtf) === true &&
    edtf.split(/[/,{}]|\.\./).every((one) => one === '' || /^\d{4}-\d\d-\d\d/.test(one))
  );
}

function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}
