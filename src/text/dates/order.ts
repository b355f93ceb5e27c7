import { LIMITS, weekdayOf } from '../../model/index.ts';
import { type DatePhrase, parseDatePhrase } from './parse.ts';
import type { DateOptions, DayOrder } from './reader.ts';

/** Days of the week that must be right in one order alone before they tell it. */
const FEWEST_WEEKDAYS = 2;

/**
 * What comes first in dates such as 03/04/2030, as the others of a list tell: those that the calendar has in one order alone, else the days of the week
 * that are right in one alone. `mixed`: some dates are possible in one order, others in the other, so that they tell nothing of the rest. Undefined where
 * none tells.
 */
export function dayOrderOf(
  texts: readonly string[],
  options: Pick<DateOptions, 'lang' | 'year' | 'century'> = {},
): DayOrder | 'mixed' | undefined {
  const possible = new Set<DayOrder>();
  const right: DayOrder[] = [];
  for (const text of texts) {
    // The pattern takes the square of the length; longer texts are no dates.
    if (text.length > LIMITS.dateCharacters || !MAY_TELL.test(text)) continue;
    const read = (order: DayOrder): DatePhrase =>
      parseDatePhrase(text, { year: ANY_YEAR, century: ANY_YEAR, ...options, order });
    const [dayFirst, monthFirst] = [read('day-first'), read('month-first')];
    if ('edtf' in dayFirst !== 'edtf' in monthFirst)
      possible.add('edtf' in dayFirst ? 'day-first' : 'month-first');
    else if (hasItsWeekdays(dayFirst) !== hasItsWeekdays(monthFirst) && options.year !== undefined)
      right.push(hasItsWeekdays(dayFirst) ? 'day-first' : 'month-first');
  }
  const [order, another] = possible;
  if (order !== undefined) return another === undefined ? order : 'mixed';
  return (['day-first', 'month-first'] as const).find((one) => {
    const votes = right.filter((vote) => vote === one).length;
    return votes >= FEWEST_WEEKDAYS && votes * 10 >= right.length * 9;
  });
}

/** Two numbers of which one can be no month, or a word that may be a day of the week beside two. */
const MAY_TELL = /(?:1[3-9]|[23]\d)[/-]\d|\d[/-](?:1[3-9]|[23]\d)(?!\d)|\p{L}.*\d[/-]\d|\d[/-]\d.*\p{L}/u;

/** A leap year: every day of a month is in it. */
const ANY_YEAR = 2000;

/** Whether the days of the week of a date are those of the calendar. */
function hasItsWeekdays(phrase: DatePhrase): boolean {
  return (
    'edtf' in phrase && (phrase.weekdays ?? []).every(({ date, weekday }) => weekdayOf(date) === weekday)
  );
}
