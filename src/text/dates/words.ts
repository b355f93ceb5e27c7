import { type DateInWords, type DateWriting, MESSAGES, NBSP } from '../../../languages/index.ts';
import type { Term } from '../../messages.ts';
import {
  calendarDate,
  daysAfter,
  type Edtf,
  type EdtfDate,
  type EdtfInterval,
  type EdtfSet,
  edtfPeriod,
  endsOf,
  type Lang,
  parseEdtf,
  weekdayOf,
} from '../../model/index.ts';
import { byLanguage } from '../by-language.ts';
import { capitalised } from '../typography.ts';
import type { NoteSide } from './lexicon.ts';

type EdtfDay = Extract<EdtfDate, { precision: 'day' }>;

/** The data needed to write dates in a language. */
interface Writer extends DateWriting {
  form: DateForm;
  months: readonly string[];
  monthsAfterDay: readonly string[];
  weekdays: readonly string[];
  shortWeekdays: readonly string[];
  and: string;
}

/** A form in which a date can be written. */
export interface DateForm {
  /** Whether each day is preceded by its weekday. */
  weekdays?: true;
  /** Whether the year is omitted. */
  yearless?: true;
  /** Whether a range of two consecutive days is written as two days: `20 and 21 June`. */
  pair?: true;
}

const writerOf = byLanguage(({ cldr, dates }): Writer => ({ ...cldr, ...dates.write, form: {} }));

/**
 * Converts an EDTF text to printed words, such as `9–19 December 2021`, `du 9 au 19 décembre 2021` and `9–19 декабря
 * 2021 г.`, with no-break spaces between numbers and their words. `parseDatePhrase` converts such words back to EDTF.
 * Throws an error if the text is invalid, like `parseEdtf`.
 *
 * @param form one of `dateForms`; by default, dates are written with years and without weekdays
 */
export function dateWords(edtf: string, lang: Lang, form: DateForm = {}): string {
  const date = parseEdtf(edtf);
  const writer = { ...writerOf(lang), form };
  const notes = notesOf(date, writer);
  const words = exactWords(date, writer);
  return notes.length === 0 ? words : `${words} (${notes.join(', ')})`;
}

/**
 * The forms in which an EDTF text can be written in every language, beginning with the default form. Throws an error if
 * the text is invalid, like `parseEdtf`.
 */
export function dateForms(edtf: string): DateForm[] {
  const date = parseEdtf(edtf);
  const ends = endsOf(date);
  const isClosed = date.precision !== 'interval' || ends.length === 2;
  const isOfDays = isClosed && ends.every(({ precision }) => precision === 'day');
  return [{}, ...(isPair(date) ? [{ pair: true } as const] : [])]
    .flatMap((form): DateForm[] => [form, ...(isOfDays ? [{ ...form, weekdays: true } as const] : [])])
    .flatMap((form): DateForm[] => [
      form,
      ...(sharesYear(ends) ? [{ ...form, yearless: true } as const] : []),
    ]);
}

/** Whether a date is a range of two consecutive days. */
function isPair(date: Edtf): boolean {
  if (date.precision !== 'interval' || date.start?.precision !== 'day' || date.end?.precision !== 'day')
    return false;
  return isoDay(date.end) === daysAfter(isoDay(date.start), 1);
}

/** Converts an EDTF text to English words for messages. Throws an error if the text is invalid, like `parseEdtf`. */
export function inMessage(edtf: string): string {
  return dateWords(edtf, MESSAGES).replaceAll(NBSP, ' ');
}

/** Converts an EDTF text to a message parameter. Throws an error if the text is invalid, like `parseEdtf`. */
export function dateTerm(date: string): Term {
  return { date, message: inMessage(date) };
}

/**
 * The heading under which a chronological index lists an EDTF text: its month, quarter, semester or year, such as
 * `December 2021`, `3e trimestre 2021` and `II полугодие 2021 г.`. Throws an error if the text is invalid, like
 * `parseEdtf`.
 */
export function periodHeading(edtf: string, lang: Lang): string {
  return capitalised(dateWords(edtfPeriod(edtf), lang));
}

/** The heading above the events of a day: the result of `dayWords`, capitalised. */
export function dayHeading(day: string, lang: Lang, hasYear: boolean): string {
  return capitalised(dayWords(day, lang, hasYear));
}

/**
 * A day with its weekday, such as `Saturday 14 June` or `samedi 14 juin 2031`.
 *
 * @param day YYYY-MM-DD
 * @param hasYear whether the year is written
 */
export function dayWords(day: string, lang: Lang, hasYear: boolean): string {
  const writer = writerOf(lang);
  const date = parseEdtf(day) as EdtfDate;
  const words = hasYear ? fullWords(date, writer) : yearlessWords(date, writer);
  return `${writer.weekdays[weekdayOf(day) - 1]}${writer.afterWeekday}${words}`;
}

/**
 * The abbreviated weekday of a day, such as `Sat` or `sam.`.
 *
 * @param day YYYY-MM-DD
 */
export function shortWeekday(day: string, lang: Lang): string {
  return writerOf(lang).shortWeekdays[weekdayOf(day) - 1] ?? '';
}

function exactWords(date: Edtf, writer: Writer): string {
  if (date.precision === 'set') return setWords(date, writer);
  if (date.precision !== 'interval') return pointWords(date, writer);
  const { start, end } = date;
  if (writer.form.pair && start !== undefined && end !== undefined)
    return setWords({ precision: 'set', members: [start, end] }, writer);
  if (start === undefined) return end === undefined ? '' : writer.until(inWords(end, writer));
  if (end === undefined) return writer.since(inWords(start, writer));
  return rangeWords(start, end, writer);
}

/** The words of a single date. */
function pointWords(date: EdtfDate, writer: Writer): string {
  return date.precision === 'year' ? writer.year.alone(yearDigits(date)) : fullWords(date, writer);
}

/** The words of a date with its year, for use next to other dates. */
function fullWords(date: EdtfDate, writer: Writer): string {
  if (date.precision === 'year') return writer.year.after(yearDigits(date));
  return withYear(yearlessWords(date, writer), date, writer);
}

function yearlessWords(date: EdtfDate, writer: Writer): string {
  switch (date.precision) {
    case 'year':
      return '';
    case 'month':
      return writer.months[date.month - 1] ?? '';
    case 'day':
      return `${dayOf(date, writer)}${NBSP}${of(writer)}${writer.monthsAfterDay[date.month - 1] ?? ''}`;
    default:
      return writer[date.precision](date.number);
  }
}

/** The number of a day without its month, after its weekday if the form includes weekdays. */
function dayOf(date: EdtfDay, writer: Writer): string {
  const day = writer.day(date.day);
  if (!writer.form.weekdays) return day;
  return `${writer.weekdays[weekdayOf(isoDay(date)) - 1]}${writer.afterWeekday}${day}`;
}

const isoDay = ({ year, month, day }: EdtfDay): string => calendarDate(year, month, day);

/** Converts a date with its year to the input of the functions in a language file. */
function inWords(date: EdtfDate, writer: Writer): DateInWords {
  const { precision } = date;
  const words = fullWords(date, writer);
  if (precision !== 'month') return { precision, words, afterDay: words };
  return { precision, words, afterDay: words.replace(/^\S+/, writer.monthsAfterDay[date.month - 1] ?? '') };
}

function withYear(words: string, date: EdtfDate, writer: Writer): string {
  if (writer.form.yearless) return words;
  return `${words} ${of(writer)}${writer.year.after(yearDigits(date))}`;
}

/** The word between a part of a date and the month or year after it, such as Spanish `de`. */
function of(writer: Writer): string {
  return writer.of === undefined ? '' : `${writer.of} `;
}

function yearDigits(date: EdtfDate): string {
  return String(date.year).padStart(4, '0');
}

/** A range in the preferred form of the language. Parts that both ends have in common are written once. */
function rangeWords(start: EdtfDate, end: EdtfDate, writer: Writer): string {
  if (writer.range === undefined) return dashRange(start, end, writer);
  const days = daysOfOneMonth(start, end);
  const first =
    days !== undefined
      ? dayOf(days[0], writer)
      : sharesYear([start, end])
        ? yearlessWords(start, writer)
        : fullWords(start, writer);
  return writer.range({ precision: start.precision, words: first, afterDay: first }, inWords(end, writer));
}

/**
 * A range with a dash. Parts that both ends have in common are written once: `9–19 December 2021`, `April–May 2021`.
 */
function dashRange(start: EdtfDate, end: EdtfDate, writer: Writer): string {
  if (start.precision === 'year' && end.precision === 'year') {
    return writer.year.range(yearDigits(start), yearDigits(end));
  }
  if (!sharesYear([start, end])) {
    return `${fullWords(start, writer)} ${writer.dash} ${fullWords(end, writer)}`;
  }
  return withYear(yearlessRange(start, end, writer), end, writer);
}

function yearlessRange(start: EdtfDate, end: EdtfDate, writer: Writer): string {
  const last = yearlessWords(end, writer);
  const days = daysOfOneMonth(start, end);
  if (days !== undefined) return `${dayOf(days[0], writer)}${dayDash(writer)}${last}`;
  const joined = start.precision === 'month' && end.precision === 'month' && writer.monthsJoined;
  return `${yearlessWords(start, writer)}${joined ? '–' : ` ${writer.dash} `}${last}`;
}

/** Several dates. Months and years that adjacent dates have in common are written once: `3, 5 and 10–12 June 2021`. */
function setWords({ members }: EdtfSet, writer: Writer): string {
  const dates = members.flatMap(endsOf);
  const last = dates.at(-1);
  if (last === undefined || !sharesYear(dates)) {
    // With a comma, `2021, 3 June 2022` could be understood as a date in 2021.
    const comma = dates.some((date) => date.precision === 'year') ? '; ' : ', ';
    return enumeration(
      members.map((member) => fullMember(member, writer)),
      writer,
      comma,
    );
  }
  const items = members.map((member, index) => yearlessMember(member, members[index + 1], writer));
  return withYear(enumeration(items, writer), last, writer);
}

function fullMember(member: EdtfDate | EdtfInterval, writer: Writer): string {
  const [start, end] = endsOf(member);
  if (start === undefined) return '';
  return end === undefined ? fullWords(start, writer) : dashRange(start, end, writer);
}

function yearlessMember(
  member: EdtfDate | EdtfInterval,
  next: EdtfDate | EdtfInterval | undefined,
  writer: Writer,
): string {
  const [start, end = start] = endsOf(member);
  if (start === undefined || end === undefined) return '';
  const days = daysOfOneMonth(start, end);
  const [nextStart] = next === undefined ? [] : endsOf(next);
  if (days !== undefined && nextStart !== undefined && daysOfOneMonth(end, nextStart) !== undefined) {
    const [first, last] = days.map((day) => dayOf(day, writer));
    return start === end ? `${first}` : `${first}${dayDash(writer)}${last}`;
  }
  return start === end ? yearlessWords(start, writer) : yearlessRange(start, end, writer);
}

/** The dash between days of the same month. */
function dayDash({ form, dash }: Writer): string {
  return form.weekdays ? ` ${dash} ` : '–';
}

function enumeration(items: readonly string[], { and }: Writer, comma = ', '): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(comma)} ${and} ${items.at(-1)}`;
}

/** The notes that state which part of a date is approximate or uncertain: the whole date, its start or its end. */
function notesOf(date: Edtf, writer: Writer): string[] {
  const [start, end] =
    date.precision === 'interval'
      ? [date.start ?? date.end, date.end ?? date.start]
      : [endsOf(date)[0], endsOf(date)[0]];
  return (['approximate', 'uncertain'] as const).flatMap((qualifier) => {
    const side = noteSide(start?.[qualifier] === true, end?.[qualifier] === true);
    return side === undefined ? [] : [writer.notes[qualifier][side]];
  });
}

function noteSide(start: boolean, end: boolean): NoteSide | undefined {
  if (start && end) return 'both';
  if (start) return 'start';
  return end ? 'end' : undefined;
}

/**
 * Whether all dates are in the same year and none of them is a whole year. The year is then written once, at the end.
 */
function sharesYear(dates: readonly EdtfDate[]): boolean {
  return dates.every((date) => date.precision !== 'year' && date.year === dates[0]?.year);
}

/** The first and last day, if both are in the same month. */
function daysOfOneMonth(start: EdtfDate, end: EdtfDate): [EdtfDay, EdtfDay] | undefined {
  if (start.precision !== 'day' || end.precision !== 'day') return undefined;
  return start.year === end.year && start.month === end.month ? [start, end] : undefined;
}

/** The period as printed on the cover: a year in digits, any other period in words. */
export function periodWords(period: string, lang: Lang): string {
  return /^\d{4}$/.test(period) ? period : dateWords(period, lang);
}
