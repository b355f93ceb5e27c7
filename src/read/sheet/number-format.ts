import { LIMITS } from '../../model/index.ts';

/** How exactly a cell with a number format shows a date. */
export type DatePrecision = 'day' | 'month' | 'year';

/** Built-in formats that show dates (ECMA-376 part 1, 18.8.30, and the East Asian ones beside them). */
const BUILT_IN: ReadonlyMap<number, DatePrecision> = new Map([
  ...[14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'] as const),
  [17, 'month'] as const,
]);

/**
 * How exactly a number format shows dates; undefined when it shows none, or is longer than any that spreadsheets have. What is quoted,
 * and colours and conditions in brackets, is no part of it; `[h]` counts hours.
 */
export function datePrecision(id: number, code: string | undefined): DatePrecision | undefined {
  if (code === undefined) return BUILT_IN.get(id);
  if (code.length > LIMITS.numberFormatCharacters) return undefined;
  const letters = (code.split(';', 1)[0] ?? '')
    .replace(/\[[hms]+\]/gi, 'h')
    .replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '')
    .replace(/AM\/PM|A\/P|General/gi, '')
    .toLowerCase();
  if (letters.includes('d')) return 'day';
  const months = /[hs]/.test(letters) ? /mmm/.test(letters) : letters.includes('m');
  if (months) return 'month';
  return letters.includes('y') ? 'year' : undefined;
}

const DAY = 86_400_000;
/** Day 0 of each date system; the 1900 one counts 29 February 1900, which there was not. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

/**
 * The date that a serial number stands for, as YYYY, YYYY-MM or YYYY-MM-DD; undefined when it is outside the calendar of
 * spreadsheets (1900 or 1904 to 9999) or the day that Excel has and the calendar has not.
 */
export function serialDate(serial: number, precision: DatePrecision, date1904: boolean): string | undefined {
  const day = Math.floor(serial);
  if (!(day >= (date1904 ? 0 : 1) && day <= LAST_DAY) || (!date1904 && day === 60)) return undefined;
  const afterGap = date1904 || day > 60 ? day : day + 1;
  const iso = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + afterGap * DAY).toISOString();
  return iso.slice(0, { day: 10, month: 7, year: 4 }[precision]);
}
