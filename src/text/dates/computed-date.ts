import type { NamedDay } from '../../../languages/index.ts';
import { daysAfter, weekdayOf } from '../../model/index.ts';
import { dayNamed } from './named-days.ts';
import type { Token } from './tokens.ts';

/**
 * Names that mean exactly one day, unlike `Easter`, which may mean several days, and `Corpus Christi`, which some
 * countries celebrate on a Sunday.
 */
const SINGLE_DAYS: ReadonlySet<NamedDay> = new Set<NamedDay>([
  ...(['easter-46', 'easter-7', 'easter-3', 'easter-2', 'easter+1', 'easter+39', 'easter+50'] as const),
  ...(['12-24', '12-31'] as const),
]);

/**
 * The EDTF date of a text that consists only of the name of a day or the number of a week, and perhaps of a year: `Good
 * Friday`, `KW 20`, `week 20, 2027`. Undefined for other texts, or if the year is unknown.
 */
export function computedDate(tokens: readonly Token[], known: number | undefined): string | undefined {
  const words = tokens.filter(({ value }) => !IGNORED.has(value.kind)).map(({ value }) => value);
  const numbers = words.flatMap((value) => (value.kind === 'number' ? value : []));
  const year = numbers.find(({ digits }) => digits === 4)?.number ?? known;
  const [number, ...others] = numbers.filter(({ digits }) => digits < 4);
  const [name, ...rest] = words.filter(({ kind }) => kind !== 'number');
  if (year === undefined || rest.length + others.length > 0) return undefined;
  if (name?.kind === 'named' && SINGLE_DAYS.has(name.day) && number === undefined)
    return dayNamed(name.day, year);
  return name?.kind === 'week' && number !== undefined ? weekOf(number.number, year) : undefined;
}

const IGNORED: ReadonlySet<string> = new Set(['mark', 'small', 'label', 'part-of-day']);

/** A week in ISO 8601, from Monday to Sunday; undefined if the year has no such week. */
function weekOf(number: number, year: number): string | undefined {
  // 4 January is always in the first week.
  const fourth = `${year}-01-04`;
  const monday = daysAfter(fourth, 7 * (number - 1) + 1 - weekdayOf(fourth));
  const isOfYear = number > 0 && daysAfter(monday, 3).startsWith(String(year));
  return isOfYear ? `${monday}/${daysAfter(monday, 6)}` : undefined;
}
