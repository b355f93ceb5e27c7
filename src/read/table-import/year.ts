import type { Lang } from '../../model/index.ts';
import { parseDatePhrase } from '../../text/dates/index.ts';
import type { EventRow } from './event-row.ts';
import { CENTURY } from './shown.ts';

/** The year of dates that name none, or why it is not known and which years speak for themselves. */
export type SheetYear = { year: number; first: number; last: number } | { why: string };

/** A year of a date; two digits behind a full stop or slash, as in 4.5.30, name one too. */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)|(?<=(?<![\d./])\d{1,2}(?:\.\d{1,2}\.|\/\d{1,2}\/))\d\d(?![\d./])/g;
/** Cells that are read to compare weekdays. */
const COMPARED = 300;
/** Weekdays that must be named before they say anything. */
const FEWEST_WEEKDAYS = 2;

/**
 * The year of a list of events: that of most dates where all or most of them name it; else the one that their weekdays fit; else the one that the
 * title or the name of the file has, unless dates or weekdays contradict it. A few dates that name a year say nothing of the others.
 *
 * @param others what is called after the year: the title, the name of the file
 * @param given the year of dates that name none, where the user says it
 */
export function yearOfSheet(
  rows: readonly EventRow[],
  others: readonly string[],
  language: Lang,
  given?: number,
): SheetYear {
  const dates = rows.map(datesOf).filter((texts) => texts.length > 0);
  const counts = new Map<number, number>();
  const open: string[] = [];
  for (const texts of dates) {
    const named = new Set(yearsIn(texts));
    for (const year of named) counts.set(year, (counts.get(year) ?? 0) + 1);
    if (named.size === 0) open.push(...texts.filter((text) => isDate(text, language)));
  }
  const called = [...new Set(yearsIn(others))];
  const named = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const dated = dates.length - open.length;
  const found = (year: number): SheetYear => {
    const usual = named.filter(([, count]) => count * 10 >= dated).map(([one]) => one);
    const years = open.length > 0 || usual.length === 0 ? [...usual, year] : usual;
    return { year, first: Math.min(...years), last: Math.max(...years) };
  };
  if (given !== undefined) return found(given);
  const [most] = named;
  if (open.length === 0) {
    const year = most?.[0] ?? called[0];
    return year === undefined ? { why: 'neither dates nor the name of the file have a year' } : found(year);
  }
  const near = [...new Set([...called, ...counts.keys()])];
  const candidates = [...new Set(near.flatMap((year) => [year, year + 1, year - 1]))];
  const fitting = yearsOfWeekdays(open.slice(0, COMPARED), candidates, language);
  const say = (what: string): SheetYear => ({
    why: `${open.length === 1 ? 'a date names' : `${open.length} dates name`} no year${what}`,
  });
  if (fitting !== undefined) {
    const agreed =
      called.find((year) => fitting.includes(year)) ?? named.find(([year]) => fitting.includes(year))?.[0];
    const year = agreed ?? (fitting.length === 1 ? fitting[0] : undefined);
    return year === undefined ? say(', and their weekdays fit none that the list names') : found(year);
  }
  if (called.length === 1 && called[0] !== undefined) return found(called[0]);
  if (most !== undefined && named.length === 1 && dated >= open.length) return found(most[0]);
  return say(
    named.length === 0 ? '' : `, and only ${dated} name one: ${named.map(([year]) => year).join(', ')}`,
  );
}

/** The words of the dates of a row. */
export function datesOf({ cells }: EventRow): string[] {
  return [...cells].flatMap(([field, cell]) =>
    /^(?:date|start|end|when)(?:\.|$)/.test(field) && cell.text !== '' ? [cell.date ?? cell.text] : [],
  );
}

function yearsIn(texts: readonly string[]): number[] {
  return texts
    .flatMap((text) => (text.match(YEAR) ?? []).map(Number))
    .map((year) => (year < 100 ? CENTURY + year : year));
}

/** Words that are a date as soon as the year is known. */
function isDate(text: string, lang: Lang): boolean {
  return (
    !('edtf' in parseDatePhrase(text, { lang, century: CENTURY })) &&
    'edtf' in parseDatePhrase(text, { lang, century: CENTURY, year: 2000 })
  );
}

/** The years in which the weekdays of dates are right, all but a tenth of them; undefined where hardly any weekday is named. */
function yearsOfWeekdays(
  texts: readonly string[],
  candidates: readonly number[],
  lang: Lang,
): number[] | undefined {
  let claims = 0;
  const fitting = candidates.filter((year) => {
    const named = texts.flatMap((text) => {
      const phrase = parseDatePhrase(text, { lang, century: CENTURY, year });
      return 'edtf' in phrase ? (phrase.weekdays ?? []) : [];
    });
    claims = Math.max(claims, named.length);
    const right = named.filter(({ date, weekday }) => (new Date(date).getUTCDay() || 7) === weekday);
    return right.length * 10 >= named.length * 9;
  });
  return claims < FEWEST_WEEKDAYS ? undefined : fitting;
}
