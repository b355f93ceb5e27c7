import { type DateRole, LANGUAGES } from '../../../languages/index.ts';
import type { Lang } from '../../model/index.ts';
import type { Mark, Token, Value } from './tokens.ts';

/** Which of the two numbers before a year is the day: 25/06/2030 or 06/25/2030. */
export type DayOrder = 'day-first' | 'month-first';

/** Tokens and how to read them; positions in them are indexes. */
export interface Reader {
  tokens: readonly Token[];
  /** What comes first in 03/04/2021; undefined where it is not known. */
  order: DayOrder | undefined;
  /** `June 9, 2021` is a way of writing dates. */
  monthFirst: boolean;
  /** In running text a month has a capital. */
  capitalMonths: boolean;
  /** Running text: a date needs more evidence than in a column of dates. */
  strict: boolean;
}

/**
 * How to read tokens as words of a language.
 *
 * @param options with the language that the text is said to be in: only then is it sure that 03/04/2021 begins with the day
 */
export function readingOf(
  lang: Lang,
  { lang: known, order }: DateOptions,
  strict: boolean,
): Omit<Reader, 'tokens'> {
  const { monthFirst, capitalMonths } = LANGUAGES[lang].dates.read;
  const isDayFirst = known !== undefined && LANGUAGES[known].dates.read.dayFirst;
  const byLanguage = isDayFirst ? 'day-first' : undefined;
  return { order: order === 'mixed' ? undefined : (order ?? byLanguage), monthFirst, capitalMonths, strict };
}

/** Years in two digits are of this century: lists of events are of our time. */
export const CENTURY = 2000;

/** What is known of dates beside their words. */
export interface DateOptions {
  /** Language of the words; without it each is tried. */
  lang?: Lang;
  /** Year of the programme, for dates that give none. */
  year?: number;
  /** EDTF of the time that all dates lie in, where `year` is not known: a date without a year is of the only one that fits, by its day of the week too. */
  period?: string;
  /** What comes first in 03/04/2021, where something else than the language tells; `mixed`: not even the language. */
  order?: DayOrder | 'mixed';
  /** Century of years in two digits, such as 2000; without it they are read only where `year` ends in them. */
  century?: number;
}

/** What was read, and the position after it. */
export interface Read<T> {
  value: T;
  next: number;
}

/** More of them in a row are no date; it bounds the work on hostile texts. */
const MOST_SMALL_WORDS = 4;

export function valueAt(reader: Reader, at: number): Value | undefined {
  return reader.tokens[at]?.value;
}

export function isKind(reader: Reader, at: number, kind: Value['kind']): boolean {
  return valueAt(reader, at)?.kind === kind;
}

export function isMark(reader: Reader, at: number, ...marks: readonly Mark[]): boolean {
  const value = valueAt(reader, at);
  return value?.kind === 'mark' && marks.includes(value.mark);
}

export function hasRole(reader: Reader, at: number, ...roles: readonly DateRole[]): boolean {
  const value = valueAt(reader, at);
  return value?.kind === 'small' && value.roles.some((role) => roles.includes(role));
}

export function skipRoles(reader: Reader, at: number, ...roles: readonly DateRole[]): number {
  let next = at;
  while (next - at < MOST_SMALL_WORDS && hasRole(reader, next, ...roles)) next += 1;
  return next;
}

/** The token stands directly after the one before it. */
export function isGlued(reader: Reader, at: number): boolean {
  return reader.tokens[at]?.spaced === false;
}

/** A number of so many digits. */
export function digitsAt(reader: Reader, at: number, fewest: number, most: number): number | undefined {
  const value = valueAt(reader, at);
  return value?.kind === 'number' && value.digits >= fewest && value.digits <= most
    ? value.number
    : undefined;
}

/** A number of so many digits behind a mark, all without spaces: the `.03` of 19.03.2021. */
export function gluedDigits(
  reader: Reader,
  at: number,
  mark: Mark,
  fewest: number,
  most: number,
): number | undefined {
  if (!isMark(reader, at, mark) || !isGlued(reader, at) || !isGlued(reader, at + 1)) return undefined;
  return digitsAt(reader, at + 1, fewest, most);
}

/** Other numbers of four digits are more likely quantities. */
export function yearAt(reader: Reader, at: number): number | undefined {
  const year = digitsAt(reader, at, 4, 4);
  return year !== undefined && year >= 1900 && year <= 2100 ? year : undefined;
}

/** A number of one or two digits or an ordinal word. */
export function numeralAt(reader: Reader, at: number): number | undefined {
  const value = valueAt(reader, at);
  if (value?.kind === 'ordinal') return value.number;
  return digitsAt(reader, at, 1, 2);
}

export function monthAt(reader: Reader, at: number): number | undefined {
  const value = valueAt(reader, at);
  return value?.kind === 'month' ? value.month : undefined;
}

/** The position after a comma or a dash; the same position where there is neither. */
export function afterSign(reader: Reader, at: number): number {
  return isMark(reader, at, 'comma', 'dash') ? at + 1 : at;
}
