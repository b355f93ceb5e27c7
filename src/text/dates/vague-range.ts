import type { RoughPart } from '../../../languages/index.ts';
import { daysInMonth, type EdtfDate } from '../../model/index.ts';

/** A part of a date with imprecise limits. The halves are those of a month, because half a year is a semester. */
export type VaguePart = RoughPart | 'first half' | 'second half';

/** A range from one part of a date to another part of the same date: `mid- to late June`. */
export interface VagueRange {
  from: VaguePart;
  to: VaguePart;
}

/** First and last day of a part of a month, or first and last month of a part of a year, semester or quarter. */
type Places = readonly [first: number, last: number];

/** The days of the thirds and halves of a month. 31 stands for the last day of the month. */
const DAYS: Readonly<Record<VaguePart, Places>> = {
  early: [1, 10],
  middle: [11, 20],
  late: [21, 31],
  'first half': [1, 15],
  'second half': [16, 31],
};

/**
 * The first and last month of each part of a year, semester or quarter. "Late" in a year means its last quarter, not
 * its last third.
 */
const MONTHS: Readonly<Record<'year' | 'semester' | 'quarter', Readonly<Record<RoughPart, Places>>>> = {
  year: { early: [1, 3], middle: [5, 8], late: [10, 12] },
  semester: { early: [1, 2], middle: [3, 4], late: [5, 6] },
  quarter: { early: [1, 1], middle: [2, 2], late: [3, 3] },
};

const MONTHS_OF = { year: 12, semester: 6, quarter: 3 };

/**
 * The approximate start and end of a part of a date: late August is `2021-08-21~` to `2021-08-31~`, the end of 2021 is
 * `2021-10~` to `2021-12~`. A day has no parts, and a period longer than a month has no halves, so that such dates are
 * returned unchanged.
 */
export function stretchOf(date: EdtfDate, { from, to }: VagueRange): [start: EdtfDate, end: EdtfDate] {
  const { year, uncertain } = date;
  const qualified = { approximate: true, uncertain };
  if (date.precision === 'day') return [date, date];
  if (date.precision === 'month') {
    const { month } = date;
    const last = Math.min(DAYS[to][1], daysInMonth(year, month));
    const day = (number: number): EdtfDate => ({ precision: 'day', year, month, day: number, ...qualified });
    return [day(DAYS[from][0]), day(last)];
  }
  const months: Readonly<Partial<Record<VaguePart, Places>>> = MONTHS[date.precision];
  const [first, last] = [months[from]?.[0], months[to]?.[1]];
  if (first === undefined || last === undefined) return [date, date];
  const before = 'number' in date ? (date.number - 1) * MONTHS_OF[date.precision] : 0;
  const month = (number: number): EdtfDate => ({
    precision: 'month',
    year,
    month: before + number,
    ...qualified,
  });
  return [month(first), month(last)];
}
