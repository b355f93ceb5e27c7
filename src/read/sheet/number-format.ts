import {
  dateFromSerial,
  format,
  getFormatDateInfo,
  getFormatFromId,
  getLocale,
  isDateFormat,
  isValidFormat,
} from 'numfmt';
import { LANGS, LANGUAGES } from '../../../languages/index.ts';
import { LIMITS } from '../../model/index.ts';

/** The smallest unit of a date that a number format shows. */
export type DatePrecision = 'day' | 'month' | 'year';

/** The id of the last built-in number format (ECMA-376 part 1, 18.8.30). */
const LAST_BUILT_IN = 58;

/**
 * The code of a number format: the code in the workbook or, if it contains none, the built-in code for the id.
 * Undefined if the format shows numbers unchanged, is invalid, or is a built-in format whose currency depends on the
 * reader's locale.
 */
export function formatCode(id: number, code: string | undefined): string | undefined {
  const found = code ?? (id <= LAST_BUILT_IN ? getFormatFromId(id) : 'General');
  const isKnown = found.length <= LIMITS.numberFormatCharacters && isValidFormat(found);
  return !isKnown || /^(?:general|@)$/i.test(found) || (code === undefined && found.includes('$'))
    ? undefined
    : found;
}

/** The smallest unit of a date that a number format shows; undefined if the format does not show dates. */
export function datePrecision(code: string): DatePrecision | undefined {
  const { year, month, day, hours, seconds } = getFormatDateInfo(code);
  if (day) return 'day';
  // For minutes without hours, as in mm:ss, numfmt reports a month.
  if (month && (year || !(hours || seconds))) return 'month';
  return year ? 'year' : undefined;
}

const LAST_DAY = 2_958_465;
/** Number of days from the start of the 1900 date system to the start of the 1904 date system. */
const DAYS_TO_1904 = 1462;

/**
 * The date of a serial number as YYYY, YYYY-MM or YYYY-MM-DD. Undefined outside the range of spreadsheet dates (from
 * 1900 or 1904 to 9999), and for 29 February 1900, which exists only in Excel.
 */
export function serialDate(serial: number, precision: DatePrecision, date1904: boolean): string | undefined {
  const first = date1904 ? DAYS_TO_1904 : 1;
  const day = Math.floor(serial) + (date1904 ? DAYS_TO_1904 : 0);
  if (!(day >= first && !isOutside(day)) || day === 60) return undefined;
  const [year, ...rest] = dateFromSerial(day);
  const iso = [year, ...rest.slice(0, 2).map((part) => String(part).padStart(2, '0'))].join('-');
  return iso.slice(0, { day: 10, month: 7, year: 4 }[precision]);
}

/**
 * The time of day for a number whose format shows hours, such as 9:00, 19:30, 7:30 PM, or 36:00 for `[h]`; seconds are
 * included if they are not 0. Undefined if the format shows no hours, or if the number is outside the range of
 * spreadsheet dates.
 */
export function shownTime(serial: number, code: string): string | undefined {
  const { hours, seconds, clockType } = getFormatDateInfo(code);
  if (!hours || isOutside(serial)) return undefined;
  const hour = /\[h+\]|hh/i.exec(code.replace(/"[^"]*"|\\./g, ''))?.[0] ?? 'h';
  const hasSeconds = seconds && Math.round(serial * 86_400) % 60 > 0;
  return format(`${hour}:mm${hasSeconds ? ':ss' : ''}${clockType === 12 ? ' AM/PM' : ''}`, serial);
}

function isOutside(serial: number): boolean {
  return !(serial >= 0 && serial < LAST_DAY + 1);
}

/**
 * A number as its format shows it. A number with a date format is returned unformatted if it is outside the range of
 * dates. The decimal separator depends on the language of the format. In a format without a language, the decimal
 * separator is a comma if the currency follows the number, otherwise a point.
 */
export function shownNumber(value: number, code: string | undefined): string {
  const plain = String(Number(value.toPrecision(15)));
  if (code === undefined || (isOutside(value) && isDateFormat(code))) return plain;
  const pattern = code
    // `General` would round numbers with more than eleven digits.
    .replace(/general/gi, `"${plain.replace('-', '')}"`)
    // The locale is removed from the format, because it may group digits with points, which look like decimal points in
    // other languages.
    .replace(/(\[\$[^\]]*)-[0-9a-f]+\]/gi, '$1]');
  const locale = usesComma(code) ? COMMA_LOCALE : POINT_LOCALE;
  return format(pattern, value, { locale, throws: false, invalid: plain }).replace(/ +/g, ' ').trim();
}

/** Locale ids (MS-LCID) that produce the notations 1 234,50 and 1,234.50. */
const COMMA_LOCALE = 0x40c;
const POINT_LOCALE = 0x409;

/** A format in which the currency follows the amount, as in languages with a decimal comma. */
const COMMA_CURRENCY = new RegExp(
  `^[^0#?;]*[0#?][^;]*(?:[€₽]|EUR|${LANGS.filter((lang) => LANGUAGES[lang].csvSeparator === ';')
    .map((lang) => LANGUAGES[lang].cells.currencies.after)
    .join('|')})`,
  'iu',
);

function usesComma(code: string): boolean {
  const locale = /\[\$[^\]]*-([0-9a-f]+)\]/i.exec(code)?.[1];
  // The upper digits of a locale id specify a calendar and numerals, not the language.
  return locale === undefined
    ? COMMA_CURRENCY.test(code)
    : getLocale(Number.parseInt(locale.slice(-4), 16))?.decimal === ',';
}
