/** Groups the rows of a table by the days of their events. */

import { type Lang, valueAt, weekdayOf } from '../model/index.ts';
import { dayHeading, parseDatePhrase, periodHeading, type Token, tokensOf } from '../text/dates/index.ts';
import { withColumns } from './columns.ts';
import { compareDays, type DayPosition, keyOf, type OnDay } from './days.ts';
import type { GroupLabels, Paragraph, Row, Run, Table } from './model.ts';
import { wordsOf } from './texts.ts';

/** Events that share a value. */
export interface EventGroup {
  /** The value. */
  name: Paragraph;
  /** Identifies the group in links; a group without an id is identified by its position. */
  key?: string;
  /** Printed under the heading. */
  note?: Paragraph;
  /** The rows of the group; a day on which only multi-day events take place has no rows. */
  table: Table;
}

/**
 * The events of a table by day, in chronological order: multi-day events come first, events without exact days last.
 * Each event is printed once; for its other days, it is named in a note below the heading of the day. The date column
 * is omitted if it would only repeat the heading.
 */
export function groupsByDay(
  table: Table,
  labels: GroupLabels,
  { lang, hasYear }: { lang: Lang; hasYear: boolean },
): EventGroup[] {
  const sorted = [...table.rows].sort((a, b) => compareDays(placeOf(a), placeOf(b)));
  const groups = new Map<string, { place: Pick<DayPosition, 'kind' | 'when'>; rows: Row[]; also: Also[] }>();
  const groupOf = (place: Pick<DayPosition, 'kind' | 'when'>) => {
    const key = keyOf(place);
    return valueAt(groups, key, () => ({ place, rows: [], also: [] }));
  };
  for (const row of sorted) {
    const place = placeOf(row);
    groupOf(place).rows.push(row);
    if (place.kind !== 'several') continue;
    for (const on of place.on) groupOf({ kind: 'day', when: on.day }).also.push({ row, on });
  }
  const date = table.columns.findIndex(({ kind }) => kind === 'date');
  const repeats = [...groups.values()].every(
    ({ place, rows }) =>
      place.kind !== 'day' ||
      rows.every(({ cells }) => repeatsDay(cells[date]?.paragraphs, place.when, lang)),
  );
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { place, rows, also }]): EventGroup => {
      const tableOfPlace = { ...table, rows };
      const isWithout = date >= 0 && date !== table.header && place.kind === 'day' && repeats;
      return {
        name: [{ text: headingOf(place, labels, lang, hasYear) }],
        key: place.when === '' ? place.kind : place.when,
        ...(also.length === 0 ? {} : { note: alsoOn(mentionedIn(also, table), labels) }),
        table: isWithout ? withColumns(tableOfPlace, (column) => column !== date) : tableOfPlace,
      };
    });
}

function placeOf({ day }: Row): DayPosition {
  if (day === undefined) throw new Error('the document was built for a design that is not by day');
  return day;
}

/** A multi-day event on one of its days. */
interface Also {
  row: Row;
  on: OnDay;
}

function headingOf(
  { kind, when }: Pick<DayPosition, 'kind' | 'when'>,
  { severalDays, dateInWords, dateOpen }: GroupLabels,
  lang: Lang,
  hasYear: boolean,
): string {
  switch (kind) {
    case 'several':
      return severalDays;
    case 'day':
      return dayHeading(when, lang, hasYear);
    case 'period':
      return periodHeading(when, lang);
    case 'in-words':
      return dateInWords;
    case 'open':
      return dateOpen;
  }
}

/** An event in a note: number, title and time. */
export interface Mentioned {
  number: string;
  title: Paragraph;
  words?: string;
}

/** A note that names the multi-day events that also take place on a day; empty if there are none. */
export function alsoOn(
  events: readonly Mentioned[],
  { alsoOnDay, colon }: Pick<GroupLabels, 'alsoOnDay' | 'colon'>,
): Paragraph {
  if (events.length === 0) return [];
  return [
    { text: `${alsoOnDay}${colon}`, quiet: true },
    ...events.flatMap(({ number, title, words }, index): Run[] => [
      ...(index === 0 ? [] : [{ text: '; ' }]),
      { text: `${number}\u00a0`, quiet: true },
      ...title,
      ...(words === undefined ? [] : [{ text: `, ${words}` }]),
    ]),
  ];
}

/** The multi-day events that take place on a day, ordered by the time at which they begin. */
function mentionedIn(also: readonly Also[], { columns, header }: Table): Mentioned[] {
  const number = columns.findIndex(({ kind }) => kind === 'event-number');
  return [...also]
    .sort((a, b) => (a.on.start ?? -1) - (b.on.start ?? -1))
    .map(({ row: { cells }, on: { words } }) => ({
      number: wordsOf(cells[number]?.paragraphs[0] ?? []),
      title: titleOf(cells[header]?.paragraphs ?? []),
      ...(words === undefined ? {} : { words }),
    }));
}

/** The title of an event as one line, without its marks. */
function titleOf(paragraphs: readonly Paragraph[]): Paragraph {
  return paragraphs
    .filter((paragraph) => !paragraph.every(({ quiet }) => quiet))
    .flatMap((paragraph, index) => (index === 0 ? paragraph : [{ text: ' ' }, ...paragraph]));
}

/** Whether a printed date consists only of a day. */
function repeatsDay(paragraphs: readonly Paragraph[] = [], day: string, lang: Lang): boolean {
  const words = paragraphs.map(wordsOf).join('\n');
  const headingLang = paragraphs[0]?.[0]?.lang ?? lang;
  const phrase = parseDatePhrase(words, { lang: headingLang, year: Number(day.slice(0, 4)) });
  return (
    'edtf' in phrase &&
    phrase.edtf === day &&
    (phrase.weekdays ?? []).every(({ weekday }) => weekday === weekdayOf(day)) &&
    tokensOf(words, headingLang).every(isOfDay)
  );
}

/** Whether a word or character is part of the name of a day. */
function isOfDay({ value }: Token): boolean {
  switch (value.kind) {
    case 'weekday':
    case 'number':
    case 'month':
      return true;
    case 'mark':
      return ['comma', 'dot', 'slash', 'dash'].includes(value.mark);
    case 'small':
      return value.roles.every((role) => ['article', 'of', 'lead', 'day'].includes(role));
    default:
      return false;
  }
}
