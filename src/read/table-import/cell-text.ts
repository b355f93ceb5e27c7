/** Interprets cell texts: recognises dates and times, yes and no, totals, and the field kind that fits a column. */
import { LANGUAGES, NBSP } from '../../../languages/index.ts';
import type { Position, Problem } from '../../errors.ts';
import {
  type Event,
  type FieldKind,
  forbiddenCharacter,
  isEdtf,
  kindOfField,
  LANGS,
  type Lang,
  oneLine,
  paragraphsOf,
  parseTimePhrase,
  STATUSES,
  weekdayOf,
} from '../../model/index.ts';
import {
  CENTURY,
  type DatePhrase,
  dateAndHours,
  edtfOf,
  isClocks,
  isOfDays,
  parseDatePhrase,
} from '../../text/dates/index.ts';
import { byLanguage, inAllLanguages } from '../../text/index.ts';
import { type Cell, type Row, serialDate, shownTime } from '../sheet/index.ts';
import { type InternalReason, messageOf } from './messages.ts';

/**
 * Mathematical alphanumeric symbols (Unicode), which people use as bold and italic letters on social networks, but
 * which text fonts lack.
 */
const STYLED = /[\u{1D400}-\u{1D7FF}]+/gu;

/** Cleans the text of a cell: removes superfluous spaces, and line breaks that do not separate paragraphs. */
export function cleaned(text: string, long: boolean, at: Position, remarks: Problem[]): string {
  let words = text.replace(/[\v\f\u2028\u2029]/g, '\n');
  for (let code = forbiddenCharacter(words); code !== undefined; code = forbiddenCharacter(words)) {
    remarks.push({ ...messageOf('character-left-out', { character: code }), at });
    words = words.replaceAll(String.fromCodePoint(Number.parseInt(code.slice(2), 16)), '');
  }
  const plain = words.replace(STYLED, (letters) => letters.normalize('NFKC'));
  if (plain !== words)
    remarks.push({
      ...messageOf('letters-plain', { words: oneLine(plain) }),
      at,
    });
  words = plain;
  if (/^\s*[-–—−]\s*$/.test(words)) return '';
  if (long) return paragraphsOf(words).join('\n');
  return words.replace(/[ \t\n]+/g, ' ').trim();
}

const YES = new RegExp(`^(?:${inAllLanguages(({ cells }) => cells.yes)}|true|1|x)$`, 'i');
const NO = new RegExp(`^(?:${inAllLanguages(({ cells }) => cells.no)}|false|0)$`, 'i');
const UNDECIDED = new RegExp(`(?<!\\p{L})(?:${inAllLanguages(({ cells }) => cells.undecided)})`, 'iu');
const EVERYWHERE = new RegExp(
  `(?<!\\p{L})(?:${inAllLanguages(({ cells }) => cells.everywhere)})(?!\\p{L})`,
  'iu',
);

/** Whether the text of a cell means "yes" in any of the languages. */
export function yesOf(words: string): boolean {
  return YES.test(words.trim());
}

/** Whether the text of a cell means "no" in any of the languages. */
export function noOf(words: string): boolean {
  return NO.test(words.trim());
}

/**
 * The reason why a text names no region, in any language: `all-regions` if it stands for all regions of a side,
 * `to-be-determined` if it states that the regions are not known yet.
 *
 * @param alone whether the text must contain nothing but these words
 */
export function withoutRegion(words: string, alone: boolean): 'all-regions' | 'to-be-determined' | undefined {
  const says = (pattern: RegExp): boolean => {
    const rest = words.replace(pattern, '');
    return rest !== words && !(alone && /[\p{L}\p{N}]/u.test(rest));
  };
  if (says(EVERYWHERE)) return 'all-regions';
  const isOpen = says(UNDECIDED) || LANGS.some((lang) => says(LANGUAGES[lang].rules.open));
  return isOpen ? 'to-be-determined' : undefined;
}

/** The stems of the words that state the status of an event, such as "cancelled", in all languages. */
const STATUS_WORDS = ([...STATUSES, 'planned'] as const).map((status) => {
  const words = inAllLanguages(({ cells }) => cells.statuses[status]);
  return [status === 'planned' ? undefined : status, new RegExp(`^(?:${words})`, 'iu')] as const;
});

/** The status of an event that a text states in any of the languages; undefined if the event takes place as planned. */
export function statusOf(words: string): Event['status'] | 'unknown' {
  if (words.trim() === '') return undefined;
  const found = STATUS_WORDS.find(([, pattern]) => pattern.test(words.trim()));
  return found === undefined ? 'unknown' : found[0];
}

/**
 * Whether a text states that an event is cancelled or postponed. The statement may be at the beginning or end of the
 * text, in brackets, or after a colon or a dash.
 */
export function isTakenBack(words: string, lang: Lang): boolean {
  return takenBack(lang).test(words);
}

const takenBack = byLanguage(({ cells: { statuses } }) => {
  const status = `(?:${statuses.cancelled}|${statuses.postponed})`;
  return new RegExp(
    `(?:^\\s*|[([–—:]\\s*|\\s-\\s)${status}|(?<!\\p{L})${status}\\p{L}{0,5}[.!?)\\]]{0,3}\\s*$`,
    'iu',
  );
});

/** All text of a cell on one line: the text, the time next to a date, and the struck-out text. */
export function wholeWords({ text, time, struckWords }: Cell): string {
  return [text, time, struckWords].flatMap((part) => oneLine(part ?? '') || []).join(' ');
}

const ORDERS = ['day-first', 'month-first'] as const;

/** Whether a text is a date in any of the languages, in any year and with either order of day and month. */
export function isDateText(words: string, lang?: Lang): boolean {
  const known = { year: CENTURY, century: CENTURY, ...(lang === undefined ? {} : { lang }) };
  return ORDERS.some((order) => edtfOf(words, { ...known, order }) !== undefined);
}

/** Whether a cell contains a date, as a value or as text. */
export function isDateCell({ date, text }: Cell): boolean {
  return date !== undefined || isDateText(text);
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{2}):?(\d{2})(?::?\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
/** A date as a number of days since 1900, as some programs export it: 47607, or 47607.8125 with a time. */
const SERIAL = /^(\d{5})(?:[.,](\d{1,15}))?$/;
/** The range of serial numbers for the years 2000 to 2099. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

/**
 * Converts a cell that contains a number of days to a date; other cells are returned unchanged. Call this only for
 * cells that are known to contain dates.
 */
export function countedDate(cell: Cell): Cell {
  const [, days, part] = SERIAL.exec(cell.text.trim()) ?? [];
  const number = Number(days);
  if (cell.date !== undefined || days === undefined || number < FIRST_SERIAL || number > LAST_SERIAL)
    return cell;
  const date = serialDate(number, 'day', false);
  if (date === undefined) return cell;
  const time = timeOf(part ?? '0');
  return { ...cell, text: date, date, ...(time === '00:00' ? {} : { time }) };
}

/** Converts a fraction of a day (0.8125) to a time of day, but not 0.30, which may mean half past midnight. */
export function countedTime(cell: Cell): Cell {
  const part = /^0[.,](\d|[6-9]\d|\d{3,15})$/.exec(cell.text.trim())?.[1];
  return part === undefined ? cell : { ...cell, text: timeOf(part) };
}

/** Converts a fraction of a day, given as its digits after the decimal point, to a time of day. */
function timeOf(decimals: string): string {
  return shownTime(Math.round(Number(`0.${decimals}`) * MINUTES) / MINUTES, 'hh:mm') ?? '';
}

/** Number of minutes in a day. */
const MINUTES = 1440;

/** Maximum number of characters of a text that may be a date with times of day. */
const LONGEST_DATE = 80;

/**
 * Separates the date and the time in a cell whose text contains both (20300504T1930, 2030-05-04 19:30, 4.5.2030 19:30,
 * Sa 4. Mai, 19–21 Uhr).
 *
 * @param lang the language of the text, which is tried before the others
 */
export function dated(cell: Cell, lang?: Lang): Cell {
  const text = oneLine(cell.text);
  if (cell.date !== undefined || text.length > LONGEST_DATE) return cell;
  const [, year, month, day, hour, minute] = ISO.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  if (year !== undefined && isEdtf(iso)) {
    const time =
      hour === undefined || `${hour}${minute}` === '0000'
        ? {}
        : { time: `${hour}:${minute}`, ...(text.endsWith('Z') ? { utc: true as const } : {}) };
    return { ...cell, text: iso, date: iso, ...time };
  }
  const apart = dateAndHours(text, (words) => isDateText(words, lang), lang);
  return apart === undefined ? cell : { ...cell, text: apart.date, time: apart.time };
}

/** The non-empty cells of a column. */
export function cellsIn(rows: readonly Row[], column: number): Cell[] {
  return rows.flatMap(({ cells }) => cells.get(column) ?? []);
}

/** The texts of the non-empty cells of a column. */
export function columnTexts(rows: readonly Row[], column: number): string[] {
  return cellsIn(rows, column).map(({ text }) => text);
}

/** Maximum number of cells of a column that are inspected. */
export const LOOKED_AT = 200;

/** The share (0 to 1) of the inspected cells for which a condition is true. */
export function shareOf(cells: readonly Cell[], isTrue: (cell: Cell) => boolean): number {
  const sample = cells.slice(0, LOOKED_AT);
  return sample.filter(isTrue).length / Math.max(sample.length, 1);
}

/** Whether the text of a cell is a time of day. */
export function isHour({ text }: Cell): boolean {
  return isClocks(text.trim());
}

/** Whether a cell contains a date, with or without a time. */
export function isDate(cell: Cell): boolean {
  const { text, date } = dated(cell);
  return date !== undefined || isDateText(text);
}

/** A month that a heading names. The days below the heading belong to this month. */
export interface HeadingMonth {
  /** The number of the month: 1 for January. */
  month: number;
  /** The year; undefined if the heading does not name one. */
  year?: number;
}

/**
 * The month, if it is the only content of a cell (`Mai 2030`, `Июнь`). If no language is given, all languages are
 * tried.
 */
export function monthOfCell({ text, date }: Cell, language?: Lang): HeadingMonth | undefined {
  const words = date ?? text;
  const options = { century: CENTURY, ...(language === undefined ? {} : { lang: language }) };
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(edtfOf(words, { ...options, year: CENTURY }) ?? '') ?? [];
  if (month === undefined) return undefined;
  return { month: Number(month), ...(edtfOf(words, options) && { year: Number(year) }) };
}

/**
 * Completes a day with the month in the heading above it: below "May 2030", `Sa 4.` becomes `Sa 4. Mai 2030`.
 * `contradicted` if the weekday is wrong; undefined if the cell does not contain a day, or contains a complete date.
 */
export function dayOfMonth(
  words: string,
  { month, year }: HeadingMonth,
  language: Lang,
): string | 'contradicted' | undefined {
  const text = words.trim();
  const [number] = /^\D{0,30}\d{1,2}(?!\d)/.exec(text) ?? [];
  if (number === undefined || isDateText(text)) return undefined;
  const { cldr, dates } = LANGUAGES[language];
  const named = year === undefined ? '' : ` ${dates.write.year.after(String(year))}`;
  const behind = `${cldr.monthsAfterDay[month - 1] ?? ''}${named}`;
  const read = (day: string, rest = ''): DatePhrase =>
    parseDatePhrase(`${day}${NBSP}${behind}${rest}`, { lang: language, year: year ?? CENTURY });
  const isOfDay = (phrase: DatePhrase): boolean => 'edtf' in phrase && isOfDays(phrase.edtf);
  const timed = dateAndHours(text, (day) => isOfDay(read(day)), language)?.date;
  const after = text.slice(number.length);
  // A number between a weekday and a time is a day: sam. 7 à 20h30.
  const isBeforeHours = /\p{L}/u.test(number) && /^\s/.test(after) && isClocks(after.trim());
  const apart = timed !== undefined && text.startsWith(timed) ? timed : isBeforeHours ? number : undefined;
  // The weekday can follow the number of the day: 16 вс.
  const day = apart ?? (isOfDay(read(text)) ? text : number);
  const rest = text.slice(day.length);
  const phrase = read(day, apart === undefined ? rest : '');
  if (!isOfDay(phrase)) return undefined;
  const claims = 'edtf' in phrase ? (phrase.weekdays ?? []) : [];
  const isWrong = claims.some(({ date, weekday }) => weekdayOf(date) !== weekday);
  return year !== undefined && isWrong ? 'contradicted' : `${day}${NBSP}${behind}${rest}`;
}

/** Whether most cells that are not months contain only a day, as in lists that name a month once, above its days. */
export function areDaysOfMonths(cells: readonly Cell[], language: Lang): boolean {
  const days = cells.slice(0, LOOKED_AT).filter((cell) => monthOfCell(cell, language) === undefined);
  const open = days.filter(
    ({ text, date }) => date === undefined && dayOfMonth(text, { month: 1 }, language) !== undefined,
  );
  return days.length > 0 && open.length * 5 >= days.length * 4;
}

/** A column contains descriptions if its cells have more than this number of characters on average. */
const LONG = 90;
/** Minimum share of the cells in a column that must match the pattern of a field kind. */
const MIN_SHARE = 0.8;
/**
 * Minimum share of the cells of a column that must be times of day, if its heading denotes times, or must have several
 * lines, for a column of descriptions.
 */
const SOME = 0.3;
/** A column is internal if at least this share of its cells contains personal data. */
const PRIVATE = 2 / 3;
/** The user is asked about a column if at least this share of its cells contains personal data. */
const PERHAPS_PRIVATE = 1 / 5;

const currencies = (place: 'before' | 'after'): string =>
  inAllLanguages(({ cells }) => cells.currencies[place]);
/** An amount with its currency, as a symbol, an ISO 4217 code or a name. */
const PRICE = new RegExp(
  `(?:[€£$₽¥]|(?<!\\p{L})(?:eur|gbp|usd|chf|${currencies('before')}))\\s?\\d|\\d\\s?(?:[€£$₽¥]|(?:eur|gbp|usd|chf|${currencies('after')})(?!\\p{L}))`,
  'iu',
);
const FREE = new RegExp(`^(?:${inAllLanguages(({ cells }) => cells.free)}).?$`, 'iu');
/** An e-mail address within a text. Because of the lookbehind, searching a long run of letters takes linear time. */
const EMAIL_INSIDE = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/u;
const PHONE =
  /(?:\+\d{1,3}[\s.()/-]{0,2}|(?<![\d.,:/-])0(?!\d\.?[./]\d\d[./](?:\d\d\.)?(?:19|20)\d\d))(?:\d[\s.()/-]{0,2}){7,12}\d(?!\d)|(?<!\d)8[\s(-]{1,2}\d{3}[\s)-]{1,2}\d/u;
const WEB = /^(?:https?:\/\/|www\.)\S+$/i;
/** A date that consists only of digits and full stops. */
const DAY_AND_MONTH = /^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?$/;
const CODED = /^\s*[[{]|^-?\d{1,3}\.\d{4,}$/;

/**
 * The field kind that best fits the cells of a column.
 *
 * @param isOfTimes whether the heading of the column denotes times of day. Below a heading that denotes times, three
 * cells in ten with times are sufficient for the kind `time`
 */
export function kindOfCells(cells: readonly string[], isOfTimes = false): FieldKind {
  const share = (pattern: RegExp): number =>
    cells.filter((words) => pattern.test(words.trim())).length / Math.max(cells.length, 1);
  const misfits = (kind: FieldKind): number =>
    cells.filter((words) => kindOfField(kind).problem?.(words.trim()) !== undefined).length;
  const fits = (kind: FieldKind): boolean => misfits(kind) === 0;
  if (share(WEB) >= MIN_SHARE && fits('link')) return 'link';
  if (share(EMAIL_INSIDE) >= MIN_SHARE && fits('email')) return 'email';
  // Times that are impossible even for an event that lasts several days do not count.
  const isImpossible = (words: string): boolean => 'wrong' in parseTimePhrase(words.trim(), undefined, true);
  const clocks = cells.filter((words) => isClocks(words.trim(), isOfTimes));
  const hours = clocks.filter((words) => !isImpossible(words)).length;
  if (hours > 0 && hours >= cells.length * (isOfTimes ? SOME : MIN_SHARE)) return 'time';
  if (share(PRICE) > 0 && cells.every((words) => isPrice(words.trim()))) return 'price';
  if (share(PHONE) >= MIN_SHARE && fits('phone')) return 'phone';
  if (cells.length > 0 && fits('number') && share(DAY_AND_MONTH) === 0) return 'number';
  const length = cells.reduce((sum, words) => sum + words.length, 0) / Math.max(cells.length, 1);
  return length > LONG || share(/\n\s*\S/) > SOME ? 'description' : 'text';
}

/** Whether a text states that something is free of charge, such as "free" or "gratis". */
export const isFree = (words: string): boolean => FREE.test(words);

function isPrice(words: string): boolean {
  return words.length <= 60 && (PRICE.test(words) || isFree(words) || /^\d+([.,]\d+)?$/.test(words));
}

/** Account numbers in the usual notations: in groups of four characters, or without spaces. */
const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/g;

/** Whether a text contains an account number with correct check digits (ISO 13616). */
function hasIban(words: string): boolean {
  return (words.toUpperCase().match(IBAN) ?? []).some((found) => {
    const plain = found.replaceAll(' ', '');
    const digits = [...(plain.slice(4) + plain.slice(0, 4))]
      .map((sign) => Number.parseInt(sign, 36))
      .join('');
    return BigInt(digits) % 97n === 1n;
  });
}

/** Tests for personal data, each with the reason why a column of such data is internal. */
const PRIVATE_VALUES = [
  ['email-addresses', (words: string) => EMAIL_INSIDE.test(words)],
  ['phone-numbers', (words: string) => PHONE.test(words)],
  ['account-numbers', hasIban],
] as const;

/** Whether a text contains an e-mail address, a telephone number or an account number. */
export function holdsPrivate(words: string): boolean {
  return PRIVATE_VALUES.some(([, holds]) => holds(words));
}

/**
 * The first e-mail address or, if there is none, telephone number in a text; the whole text on one line if it contains
 * neither.
 */
export function privatePart(words: string): string {
  return EMAIL_INSIDE.exec(words)?.[0] ?? PHONE.exec(words)?.[0]?.trim() ?? oneLine(words);
}

/**
 * The reason why a column should not be published, if its cells contain personal data, codes or row numbers. The reason
 * is `doubtful` if only some of the cells contain personal data.
 */
export function privateCells(
  cells: readonly string[],
): { why: InternalReason; doubtful: boolean } | undefined {
  const count = Math.max(cells.length, 1);
  const shares = PRIVATE_VALUES.map(([why, holds]) => ({ why, share: cells.filter(holds).length / count }));
  const most = shares.reduce((one, other) => (other.share > one.share ? other : one));
  if (most.share >= PRIVATE) return { why: most.why, doubtful: false };
  const share = (pattern: RegExp): number => cells.filter((words) => pattern.test(words)).length / count;
  if (share(CODED) >= MIN_SHARE) return { why: 'machine-data', doubtful: false };
  if (areRowNumbers(cells.map(Number))) return { why: 'row-numbers', doubtful: false };
  return most.share >= PERHAPS_PRIVATE ? { why: most.why, doubtful: true } : undefined;
}

/** Whether numbers are row numbers: they are consecutive, or they begin with 1 and skip only a few numbers. */
function areRowNumbers(numbers: readonly number[]): boolean {
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? 0;
  const rises = numbers.every(
    (number, index) => Number.isInteger(number) && number > (numbers[index - 1] ?? first - 1),
  );
  const leftOut = last - first + 1 - numbers.length;
  return numbers.length > 2 && rises && (leftOut === 0 || (first === 1 && leftOut * 5 <= numbers.length));
}

/** Words with which a row of totals begins. */
export const TOTAL = new RegExp(`^\\s*(?:${inAllLanguages(({ cells }) => cells.totals)})(?!\\p{L})`, 'iu');

/** A line about the document itself, such as "Annex 1", "Approved by" or "Draft", or a signature line. */
export const STAMP = new RegExp(
  `^[^\\p{L}\\d]{0,2}(?:${inAllLanguages(({ cells }) => cells.stamps)})|_{3}`,
  'iu',
);

/**
 * Whether a row contains totals: it begins with a word for a total or a count, and the rest of the first cell contains
 * no letters. If the first cell is in a title column, the row must also contain at least one other cell, and all its
 * other cells must be numbers.
 */
export function isTotal({ cells }: Row, titles: ReadonlySet<number>): boolean {
  const [[column, cell] = [], ...others] = cells;
  if (column === undefined || cell === undefined || !TOTAL.test(cell.text)) return false;
  const hasWords = /\p{L}/u.test(cell.text.replace(TOTAL, ''));
  if (!titles.has(column)) return !hasWords;
  const areNumbers = others.every(
    ([, other]) => other.date === undefined && /^[^\p{L}:]+$/u.test(other.text),
  );
  return !hasWords && others.length > 0 && areNumbers;
}

/**
 * The dash between the start and end of a time range, with spaces around it if the start or the end contains letters or
 * spaces.
 */
export function dashBetween(...halves: readonly string[]): string {
  return halves.some((half) => /[\p{L}\s]/u.test(half)) ? ' – ' : '–';
}
