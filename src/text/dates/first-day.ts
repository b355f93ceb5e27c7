import { daysAfter } from '../../model/index.ts';
import { CENTURY, type DateOptions } from './date-cursor.ts';
import { numberedDay } from './numbered-day.ts';
import { parseDatePhrase } from './parse.ts';

/**
 * The date (YYYY-MM-DD) of day 1, calculated from numbered days that also state their date, such as `Day 2 (4 June)`.
 * Undefined if no numbered day states a date, or if the dates contradict each other.
 */
export function firstDayOf(texts: readonly string[], options: DateOptions): string | undefined {
  const found = new Set<string>();
  for (const text of texts) {
    const day = numberedDay(text);
    if (day?.number === undefined || day.rest === '') continue;
    const phrase = parseDatePhrase(day.rest, { century: CENTURY, ...options });
    if ('edtf' in phrase && /^\d{4}-\d\d-\d\d$/.test(phrase.edtf))
      found.add(daysAfter(phrase.edtf, 1 - day.number));
  }
  const [first, another] = found;
  return another === undefined ? first : undefined;
}
