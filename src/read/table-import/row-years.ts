/** Finds the years of dates without a year in another column of the same rows. */
import type { Lang } from '../../model/index.ts';
import { CENTURY, edtfOf } from '../../text/dates/index.ts';
import type { Lists } from './layout.ts';
import { undatedIn, yearsIn } from './list-dates.ts';
import { type EventRow, eventRows, type RowOptions, type RowsResult } from './rows.ts';

/**
 * Returns the rows of a list that contain events, with the years of their dates.
 *
 * @throws UserError if there are more events than the limit
 */
export function listedEvents(lists: Lists, options: RowOptions): RowsResult {
  const result = eventRows(lists, options);
  return { ...result, rows: withYears(result.rows, lists.mapping.language) };
}

/**
 * If a column contains the years of all dates that have none, returns the rows with these years. The column contains
 * full dates, months with a year, or years that put the dates of the list in chronological order. A value in the column
 * also applies to the empty cells below it.
 */
function withYears(rows: readonly EventRow[], lang: Lang): readonly EventRow[] {
  const open = rows.filter((row) => undatedIn(row, lang).length > 0);
  for (const field of open[0]?.cells.keys() ?? []) {
    const years = yearsOfField(rows, field, lang);
    if (open.every((row) => years.has(row)))
      return rows.map((row) => {
        const year = years.get(row);
        return year === undefined ? row : { ...row, year };
      });
  }
  return rows;
}

const ONLY_YEAR = /^(?:19|20)\d\d$/;
/**
 * Minimum number of dates that must be in chronological order. With fewer dates, a column of years may contain the
 * years of films or buildings.
 */
const IN_ORDER = 4;

/**
 * The years that the cells of a field provide for dates without a year. A year that contradicts its date is omitted.
 */
function yearsOfField(rows: readonly EventRow[], field: string, lang: Lang): Map<EventRow, number> {
  const found = new Map<EventRow, number>();
  const ofYears: string[] = [];
  let words = '';
  for (const row of rows) {
    const cell = row.cells.get(field);
    words = (cell?.date ?? cell?.text ?? '').trim() || words;
    const [date, another] = undatedIn(row, lang);
    const [year, ...others] = new Set(yearsIn([words]));
    if (date === undefined || another !== undefined || year === undefined || others.length > 0) continue;
    const [day = '', period = ''] = [date, words].map((text) =>
      edtfOf(text, { lang, century: CENTURY, year }),
    );
    if (ONLY_YEAR.test(words)) ofYears.push(day);
    if (period === '' || !day.startsWith(period)) continue;
    found.set(row, year);
  }
  const isOrdered = ofYears.every((day, index) => (ofYears[index - 1] ?? '') <= day);
  const span = new Set(ofYears.map((day) => day.slice(0, 4))).size;
  return ofYears.length === 0 || (isOrdered && span <= 2 && ofYears.length >= IN_ORDER) ? found : new Map();
}
