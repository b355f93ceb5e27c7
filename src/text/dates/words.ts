import {
  type Edtf,
  type EdtfDate,
  type EdtfInterval,
  type EdtfSet,
  edtfPeriod,
  parseEdtf,
} from '../../model/edtf.ts';
import type { Lang } from '../../model/text.ts';
import { MONTHS, MONTHS_AFTER_DAY, NOTES, type NoteSide, type Qualifier } from './names.ts';

/** Keeps a number with its word. */
const NBSP = '\u00a0';

/**
 * An EDTF text in words, ready to print, with no-break spaces between numbers and their words: `9–19 December 2021`,
 * `du 9 au 19 décembre 2021`, `9–19 декабря 2021 г.`. `parseDatePhrase` reads them back.
 * Throws as `parseEdtf`.
 */
export function dateWords(edtf: string, lang: Lang): string {
  const date = parseEdtf(edtf);
  const notes = notesOf(date, lang);
  const words = exactWords(date, lang);
  return notes.length === 0 ? words : `${words} (${notes.join(', ')})`;
}

/**
 * Heading of the month, quarter, semester or year under which a chronological index files an EDTF text:
 * `December 2021`, `3e trimestre 2021`, `II полугодие 2021 г.`. Throws as `parseEdtf`.
 */
export function periodHeading(edtf: string, lang: Lang): string {
  const words = dateWords(edtfPeriod(edtf), lang);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function exactWords(date: Edtf, lang: Lang): string {
  if (date.precision === 'set') return setWords(date, lang);
  if (date.precision !== 'interval') return pointWords(date, lang);
  if (date.start === undefined) return date.end === undefined ? '' : untilWords(date.end, lang);
  if (date.end === undefined) return sinceWords(date.start, lang);
  return lang === 'fr' ? frenchRange(date.start, date.end) : dashRange(date.start, date.end, lang);
}

/** A date with its year. */
function pointWords(date: EdtfDate, lang: Lang): string {
  if (date.precision === 'year') return lang === 'ru' ? `${yearDigits(date)}${NBSP}год` : yearDigits(date);
  return withYear(yearlessWords(date, lang), date, lang);
}

function yearlessWords(date: EdtfDate, lang: Lang): string {
  switch (date.precision) {
    case 'year':
      return '';
    case 'month':
      return MONTHS[lang][date.month - 1] ?? '';
    case 'day':
      return `${dayWords(date.day, lang)}${NBSP}${MONTHS_AFTER_DAY[lang][date.month - 1] ?? ''}`;
    default:
      return partWords(date.precision, date.number, lang);
  }
}

const PART_WORDS = {
  en: { quarter: 'Quarter', semester: 'Semester' },
  fr: { quarter: 'trimestre', semester: 'semestre' },
  ru: { quarter: 'квартал', semester: 'полугодие' },
};
const ROMAN = ['I', 'II', 'III', 'IV'];

function partWords(part: 'quarter' | 'semester', number: number, lang: Lang): string {
  const word = PART_WORDS[lang][part];
  if (lang === 'en') return `${word}${NBSP}${number}`;
  const ordinal = lang === 'fr' ? frenchOrdinal(number) : ROMAN[number - 1];
  return `${ordinal}${NBSP}${word}`;
}

function frenchOrdinal(number: number): string {
  return number === 1 ? '1er' : `${number}e`;
}

function dayWords(day: number, lang: Lang): string {
  return lang === 'fr' && day === 1 ? '1er' : String(day);
}

function withYear(words: string, date: EdtfDate, lang: Lang): string {
  return `${words} ${yearAfterWords(date, lang)}`;
}

function yearAfterWords(date: EdtfDate, lang: Lang): string {
  return lang === 'ru' ? `${yearDigits(date)}${NBSP}г.` : yearDigits(date);
}

function yearDigits(date: EdtfDate): string {
  return String(date.year).padStart(4, '0');
}

/** A range with a dash; what both ends share is written once: `9–19 December 2021`, `April–May 2021`. */
function dashRange(start: EdtfDate, end: EdtfDate, lang: Lang): string {
  if (start.precision === 'year' && end.precision === 'year') {
    const years = `${yearDigits(start)}–${yearDigits(end)}`;
    return lang === 'ru' ? `${years}${NBSP}гг.` : years;
  }
  if (!sharesYear([start, end])) return `${fullEnd(start, lang)} ${DASH[lang]} ${fullEnd(end, lang)}`;
  return withYear(yearlessRange(start, end, lang), end, lang);
}

/** Between words a Russian range takes the long dash. */
const DASH = { en: '–', fr: '–', ru: '—' };

function yearlessRange(start: EdtfDate, end: EdtfDate, lang: Lang): string {
  const last = yearlessWords(end, lang);
  const days = daysOfOneMonth(start, end);
  if (days !== undefined) return `${dayWords(days[0], lang)}–${last}`;
  const oneWordEach = start.precision === 'month' && end.precision === 'month' && lang !== 'ru';
  return `${yearlessWords(start, lang)}${oneWordEach ? '–' : ` ${DASH[lang]} `}${last}`;
}

/** An end of a range that shares no year with the other. */
function fullEnd(date: EdtfDate, lang: Lang): string {
  return date.precision === 'year' ? yearAfterWords(date, lang) : pointWords(date, lang);
}

function frenchRange(start: EdtfDate, end: EdtfDate): string {
  const to = `${end.precision === 'day' ? 'au' : 'à'} ${pointWords(end, 'fr')}`;
  const days = daysOfOneMonth(start, end);
  if (days !== undefined) return `du ${dayWords(days[0], 'fr')} ${to}`;
  const first = sharesYear([start, end]) ? yearlessWords(start, 'fr') : pointWords(start, 'fr');
  return `${start.precision === 'day' ? `du ${first}` : frenchOf(first)} ${to}`;
}

function frenchOf(words: string): string {
  return /^[ao]/.test(words) ? `d’${words}` : `de ${words}`;
}

function sinceWords(date: EdtfDate, lang: Lang): string {
  const words = fullEnd(date, lang);
  if (lang === 'en') return `from ${words}`;
  if (lang === 'fr') return `à partir ${date.precision === 'day' ? `du ${words}` : frenchOf(words)}`;
  return `с ${date.precision === 'month' ? withYear(MONTHS_AFTER_DAY.ru[date.month - 1] ?? '', date, 'ru') : words}`;
}

function untilWords(date: EdtfDate, lang: Lang): string {
  const words = fullEnd(date, lang);
  if (lang === 'en') return `until ${words}`;
  if (lang === 'fr') return `jusqu’${date.precision === 'day' ? 'au' : 'en'} ${words}`;
  return `по ${words}`;
}

/** Several dates: months and years that neighbours share are written once, `3, 5 and 10–12 June 2021`. */
function setWords({ members }: EdtfSet, lang: Lang): string {
  const dates = members.flatMap(endsOf);
  const last = dates.at(-1);
  if (last === undefined || !sharesYear(dates)) {
    // `2021, 3 June 2022` could be read as a date of 2021.
    const comma = dates.some((date) => date.precision === 'year') ? '; ' : ', ';
    return enumeration(
      members.map((member) => fullMember(member, lang)),
      lang,
      comma,
    );
  }
  const items = members.map((member, index) => yearlessMember(member, members[index + 1], lang));
  return withYear(enumeration(items, lang), last, lang);
}

function fullMember(member: EdtfDate | EdtfInterval, lang: Lang): string {
  const [start, end] = endsOf(member);
  if (start === undefined) return '';
  return end === undefined ? fullEnd(start, lang) : dashRange(start, end, lang);
}

function yearlessMember(
  member: EdtfDate | EdtfInterval,
  next: EdtfDate | EdtfInterval | undefined,
  lang: Lang,
): string {
  const [start, end = start] = endsOf(member);
  if (start === undefined || end === undefined) return '';
  const days = daysOfOneMonth(start, end);
  const [nextStart] = next === undefined ? [] : endsOf(next);
  if (days !== undefined && nextStart !== undefined && daysOfOneMonth(end, nextStart) !== undefined) {
    return start === end ? dayWords(days[0], lang) : `${dayWords(days[0], lang)}–${days[1]}`;
  }
  return start === end ? yearlessWords(start, lang) : yearlessRange(start, end, lang);
}

const AND = { en: 'and', fr: 'et', ru: 'и' };

function enumeration(items: readonly string[], lang: Lang, comma = ', '): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(comma)} ${AND[lang]} ${items.at(-1)}`;
}

/** The notes of a date, for the qualifiers that it carries: of the whole, of its start or of its end. */
function notesOf(date: Edtf, lang: Lang): string[] {
  const [start, end] =
    date.precision === 'interval'
      ? [date.start ?? date.end, date.end ?? date.start]
      : [endsOf(date)[0], endsOf(date)[0]];
  const qualifiers: Qualifier[] = ['approximate', 'uncertain'];
  return qualifiers.flatMap((qualifier) => {
    const side = noteSide(start?.[qualifier] === true, end?.[qualifier] === true);
    return side === undefined ? [] : [NOTES[lang][qualifier][side]];
  });
}

function noteSide(start: boolean, end: boolean): NoteSide | undefined {
  if (start && end) return 'both';
  if (start) return 'start';
  return end ? 'end' : undefined;
}

/** The dates that an EDTF text is made of; the open side of an interval is left out. */
function endsOf(date: Edtf): EdtfDate[] {
  if (date.precision === 'set') return date.members.flatMap(endsOf);
  if (date.precision !== 'interval') return [date];
  return [date.start, date.end].filter((end) => end !== undefined);
}

/** Every date is in one year, and none is the year itself: the year can be written once, after the last. */
function sharesYear(dates: readonly EdtfDate[]): boolean {
  return dates.every((date) => date.precision !== 'year' && date.year === dates[0]?.year);
}

/** First and last day when both dates are days of one month. */
function daysOfOneMonth(start: EdtfDate, end: EdtfDate): [number, number] | undefined {
  if (start.precision !== 'day' || end.precision !== 'day') return undefined;
  return start.year === end.year && start.month === end.month ? [start.day, end.day] : undefined;
}
