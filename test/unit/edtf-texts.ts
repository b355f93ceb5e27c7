import fc from 'fast-check';
import { daysInMonth, edtfBounds } from '../../src/model/edtf.ts';

const two = (number: number) => String(number).padStart(2, '0');

const years = fc.integer({ min: 1995, max: 2045 }).map(String);
const months = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${two(month)}`);
const days = fc
  .tuple(
    fc.integer({ min: 2019, max: 2024 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => `${year}-${two(month)}-${two(Math.min(day, daysInMonth(year, month)))}`);
const parts = fc
  .tuple(years, fc.constantFrom('33', '34', '35', '36', '40', '41'))
  .map((pair) => pair.join('-'));
const qualifiers = fc.constantFrom('', '', '', '~', '?', '%');

/** Days that are usually near each other, so that ranges within a month and a year occur. */
const ends = fc.oneof({ weight: 3, arbitrary: days }, { weight: 2, arbitrary: months }, years);

/** Two different dates in order, as their fields. */
const pairs = fc
  .tuple(ends, ends)
  .filter(
    ([a, b]) => a !== b && edtfBounds(a).start < edtfBounds(b).start && edtfBounds(a).end < edtfBounds(b).end,
  );

const intervals = fc.oneof(
  fc.tuple(pairs, qualifiers, qualifiers).map(([[a, b], first, second]) => `${a}${first}/${b}${second}`),
  fc.tuple(ends, qualifiers).map(([a, qualifier]) => `${a}${qualifier}/..`),
  fc.tuple(ends, qualifiers).map(([a, qualifier]) => `../${a}${qualifier}`),
);

/** Sets of dates in chronological order without overlaps, as in a programme. */
const sets = fc
  .tuple(
    fc.uniqueArray(ends, { minLength: 2, maxLength: 7 }),
    fc.array(fc.boolean(), { maxLength: 7 }),
    qualifiers,
  )
  .map(([dates, joins, qualifier]) => {
    const sorted = dates
      .sort((a, b) => (edtfBounds(a).start < edtfBounds(b).start ? -1 : 1))
      .filter(
        (date, index, all) => index === 0 || edtfBounds(date).start > edtfBounds(all[index - 1] ?? date).end,
      )
      .map((date) => `${date}${qualifier}`);
    let text = sorted[0] ?? '';
    let ranged = false;
    for (const [index, date] of sorted.slice(1).entries()) {
      ranged = joins[index] === true && !ranged;
      text += `${ranged ? '..' : ','}${date}`;
    }
    return `{${text}}`;
  })
  .filter((text) => text.includes(','));

/** EDTF texts of every form that the project can read. */
export const edtfTexts: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.oneof(years, months, days), qualifiers).map((pair) => pair.join('')),
  parts,
  intervals,
  sets,
);
