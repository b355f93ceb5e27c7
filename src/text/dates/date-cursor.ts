import { type DateRole, LANGUAGES } from '../../../languages/index.ts';
import type { Lang } from '../../model/index.ts';
import type { Mark, Token, Value } from './tokens.ts';

/** The order of the day and the month before a year: 25/06/2030 or 06/25/2030. */
export type DayOrder = 'day-first' | 'month-first';

/** Tokens, and the rules for reading them. Positions are indexes of tokens. */
export interface DateCursor {
  tokens: readonly Token[];
  /** The order of day and month in dates such as 03/04/2021; undefined if it is unknown. */
  order: DayOrder | undefined;
  /** Whether dates in which the month precedes the day, such as "June 9, 2021", are parsed. */
  monthFirst: boolean;
  /** Whether only capitalised month names count as months, as in running text. */
  capitalMonths: boolean;
  /** Whether the text is running text, in which a date needs more evidence than in a date column. */
  strict: boolean;
}

/**
 * The rules for reading tokens in a language.
 *
 * @param options context of the date; if it does not contain the language of the text, the order of dates such as
 * 03/04/2021 is unknown
 */
export function readingOf(
  lang: Lang,
  { lang: known, order }: DateOptions,
  strict: boolean,
): Omit<DateCursor, 'tokens'> {
  const { monthFirst, capitalMonths } = LANGUAGES[lang].dates.read;
  const isDayFirst = known !== undefined && LANGUAGES[known].dates.read.dayFirst;
  const byLanguage = isDayFirst ? 'day-first' : undefined;
  return { order: order === 'mixed' ? undefined : (order ?? byLanguage), monthFirst, capitalMonths, strict };
}

/** The century of two-digit years. */
export const CENTURY = 2000;

/** Information about dates in addition to their words. */
export interface DateOptions {
  /** The language of the words; if undefined, all languages are tried. */
  lang?: Lang;
  /** The year of the programme, for dates without a year. */
  year?: number;
  /**
   * The period that contains all dates, as EDTF, for use if `year` is unknown. A date without a year is assigned a year
   * of this period if only one such year fits the date and its weekday.
   */
  period?: string;
  /**
   * The order of day and month in dates such as 03/04/2021, if other dates show it; `mixed` if they show both orders,
   * so that not even the usual order of the language applies.
   */
  order?: DayOrder | 'mixed';
  /**
   * The century of two-digit years, such as 2000. If undefined, a two-digit year is accepted only if it matches the
   * last two digits of `year`.
   */
  century?: number;
}

/** A parsed value, and the position after it. */
export interface Read<T> {
  value: T;
  next: number;
}

/**
 * Maximum number of consecutive small words, such as "of" and "the", in a date; it limits the processing time of
 * malicious texts.
 */
const MAX_SMALL_WORDS = 4;

export function valueAt(reader: DateCursor, at: number): Value | undefined {
  return reader.tokens[at]?.value;
}

export function isKind(reader: DateCursor, at: number, kind: Value['kind']): boolean {
  return valueAt(reader, at)?.kind === kind;
}

export function isMark(reader: DateCursor, at: number, ...marks: readonly Mark[]): boolean {
  const value = valueAt(reader, at);
  return value?.kind === 'mark' && marks.includes(value.mark);
}

export function hasRole(reader: DateCursor, at: number, ...roles: readonly DateRole[]): boolean {
  const value = valueAt(reader, at);
  return value?.kind === 'small' && value.roles.some((role) => roles.includes(role));
}

export function skipRoles(reader: DateCursor, at: number, ...roles: readonly DateRole[]): number {
  let next = at;
  while (next - at < MAX_SMALL_WORDS && hasRole(reader, next, ...roles)) next += 1;
  return next;
}

/** Whether the token at a position directly follows the previous token, without a space. */
export function isGlued(reader: DateCursor, at: number): boolean {
  return reader.tokens[at]?.spaced === false;
}

/** The number at a position, if it has at least `fewest` and at most `most` digits. */
export function digitsAt(reader: DateCursor, at: number, fewest: number, most: number): number | undefined {
  const value = valueAt(reader, at);
  return value?.kind === 'number' && value.digits >= fewest && value.digits <= most
    ? value.number
    : undefined;
}

/**
 * Like `digitsAt`, for a number after a punctuation mark without spaces around the mark, such as `.03` in 19.03.2021.
 */
export function gluedDigits(
  reader: DateCursor,
  at: number,
  mark: Mark,
  fewest: number,
  most: number,
): number | undefined {
  if (!isMark(reader, at, mark) || !isGlued(reader, at) || !isGlued(reader, at + 1)) return undefined;
  return digitsAt(reader, at + 1, fewest, most);
}

/** The number at a position, if it is a plausible year; other four-digit numbers are more likely quantities. */
export function yearAt(reader: DateCursor, at: number): number | undefined {
  const year = digitsAt(reader, at, 4, 4);
  return year !== undefined && year >= 1900 && year <= 2100 ? year : undefined;
}

/** The value of the ordinal word, or of the number of one or two digits, at a position. */
export function numeralAt(reader: DateCursor, at: number): number | undefined {
  const value = valueAt(reader, at);
  if (value?.kind === 'ordinal') return value.number;
  return digitsAt(reader, at, 1, 2);
}

export function monthAt(reader: DateCursor, at: number): number | undefined {
  const value = valueAt(reader, at);
  return value?.kind === 'month' ? value.month : undefined;
}

/** The position after a comma or dash; the given position if there is none. */
export function afterSign(reader: DateCursor, at: number): number {
  return isMark(reader, at, 'comma', 'dash') ? at + 1 : at;
}
