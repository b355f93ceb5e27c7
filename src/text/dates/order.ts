import { LIMITS, weekdayOf } from '../../model/index.ts';
import type { DateOptions, DayOrder } from './date-cursor.ts';
import { type DatePhrase, parseDatePhrase } from './parse.ts';

/** Minimum number of dates whose weekday is correct in only one order, so that the order can be inferred from them. */
const MIN_WEEKDAYS = 2;

/**
 * The order of day and month in dates such as 03/04/2030, inferred from the other dates of a list: from dates that are
 * valid in only one order, otherwise from dates whose weekday is correct in only one order. `mixed` if some dates are
 * valid only with the day first and some only with the month first, so that the order of all other dates is unknown.
 * Undefined if the order cannot be inferred.
 */
export function dayOrderOf(
  texts: readonly string[],
  options: Pick<DateOptions, 'lang' | 'year' | 'century'> = {},
): DayOrder | 'mixed' | undefined {
  const possible = new Set<DayOrder>();
  const right: DayOrder[] = [];
  for (const text of texts) {
    // Longer texts are not dates, and the pattern takes quadratic time.
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
    return votes >= MIN_WEEKDAYS && votes * 10 >= right.length * 9;
  });
}

/**
 * The dates that are valid in both orders of day and month but mean different days, in a language that does not
 * determine the order.
 *
 * @param options context of the dates, without the order of day and month
 */
export function datesWithoutOrder(
  texts: readonly string[],
  options: Pick<DateOptions, 'lang' | 'year' | 'century'>,
): string[] {
  return texts.filter((text) => {
    if (text.length > LIMITS.dateCharacters || !/\d[./-]\d/.test(text)) return false;
    const read = (given: Pick<DateOptions, 'order'>): string | undefined => {
      const phrase = parseDatePhrase(text, { century: ANY_YEAR, ...options, ...given });
      return 'edtf' in phrase ? phrase.edtf : undefined;
    };
    if (read({}) !== undefined) return false;
    const [dayFirst, monthFirst] = [read({ order: 'day-first' }), read({ order: 'month-first' })];
    return dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst;
  });
}

/** Two numbers of which one cannot be a month, or two numbers before or after a word, which may be a weekday. */
const MAY_TELL = /(?:1[3-9]|[23]\d)[/-]\d|\d[/-](?:1[3-9]|[23]\d)(?!\d)|\p{L}.*\d[/-]\d|\d[/-]\d.*\p{L}/u;

/** A leap year, so that 29 February is valid. */
const ANY_YEAR = 2000;

/** Whether the weekdays that a date names are correct. */
function hasItsWeekdays(phrase: DatePhrase): boolean {
  return (
    'edtf' in phrase && (phrase.weekdays ?? []).every(({ date, weekday }) => weekdayOf(date) === weekday)
  );
}
