import reference from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareEdtf,
  daysInMonth,
  edtfBounds,
  edtfOrder,
  edtfPeriod,
  edtfProblem,
  formatEdtf,
  isCalendarDate,
  isEdtf,
  parseEdtf,
  weekdayOf,
} from '../../../src/model/edtf.ts';
import { runs } from '../../support/property-runs.ts';
import { edtfTexts } from '../edtf-texts.ts';

describe('isEdtf', () => {
  test.each([
    ['2021', '2021-01-01', '2021-12-31', '2021'],
    ['2021-02', '2021-02-01', '2021-02-28', '2021-02'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024-02'],
    ['2021-12-09', '2021-12-09', '2021-12-09', '2021-12'],
    ['2021-33', '2021-01-01', '2021-03-31', '2021-33'],
    ['2021-34', '2021-04-01', '2021-06-30', '2021-34'],
    ['2021-35', '2021-07-01', '2021-09-30', '2021-35'],
    ['2021-36', '2021-10-01', '2021-12-31', '2021-36'],
    ['2021-40', '2021-01-01', '2021-06-30', '2021-40'],
    ['2021-41', '2021-07-01', '2021-12-31', '2021-41'],
    ['2021-12-09/2021-12-19', '2021-12-09', '2021-12-19', '2021-12'],
    ['2021-12-28/2022-01-03', '2021-12-28', '2022-01-03', '2021-12'],
    ['2021-04/2021-09', '2021-04-01', '2021-09-30', '2021-04'],
    ['2021/2022', '2021-01-01', '2022-12-31', '2021'],
    ['2021-06-03/2021-08~', '2021-06-03', '2021-08-31', '2021-06'],
    ['2021-08~/2021-09~', '2021-08-01', '2021-09-30', '2021-08'],
    ['2021-08?', '2021-08-01', '2021-08-31', '2021-08'],
    ['2021-08-01%', '2021-08-01', '2021-08-01', '2021-08'],
    ['2021-03/..', '2021-03-01', '9999-12-31', '2021-03'],
    ['../2021-03', '0000-01-01', '2021-03-31', '2021-03'],
    ['{2021-03-03,2021-04-19..2021-04-23}', '2021-03-03', '2021-04-23', '2021-03'],
    ['{2022-06,2021-04}', '2021-04-01', '2022-06-30', '2021-04'],
    ['{2021-06-05?,2021-06-07?}', '2021-06-05', '2021-06-07', '2021-06'],
  ])('%s extends from %s to %s and is indexed under %s', (text, start, end, period) => {
    expect(isEdtf(text)).toBe(true);
    expect(edtfBounds(text)).toEqual({ start, end });
    expect(edtfPeriod(text)).toBe(period);
    expect(formatEdtf(parseEdtf(text))).toBe(text);
  });

  test.each([
    ['2021-02-30', '2021-02-30 is not a date: it does not exist in the calendar'],
    ['2021-02-29', '2021-02-29 is not a date: it does not exist in the calendar'],
    ['2021-00-10', '2021-00-10 is not a date: it does not exist in the calendar'],
    [
      '2021-21',
      '2021-21: season codes 21–32 are not supported: write a quarter (33–36) or a semester (40–41)',
    ],
    [
      '2021-24',
      '2021-24: season codes 21–32 are not supported: write a quarter (33–36) or a semester (40–41)',
    ],
    [
      '2021-37',
      '2021-37: the codes 37–39 for periods of four months are not supported: write an interval of months',
    ],
    ['2021-13', '2021-13 is not a date: expected a month (01–12), a quarter (33–36) or a semester (40–41)'],
    ['2021-42', '2021-42 is not a date: expected a month (01–12), a quarter (33–36) or a semester (40–41)'],
    ['2021-35~', '2021-35~: a quarter or semester cannot have ~ or ?'],
    ['2021-12/2021-11', '2021-12/2021-11 ends before it starts'],
    ['{2021-05..2021-03}', '2021-05..2021-03 ends before it starts'],
    ['2021/', '2021/ lacks an end: write .. for an open end, as in 2030-03/..'],
    ['/2021', '/2021 lacks an end: write .. for an open end, as in 2030-03/..'],
    ['../..', '../.. has neither a start nor an end: at least one is needed'],
    ['2021/2022/2023', '2021/2022/2023 has more than one slash: an interval has one start and one end'],
    [
      '2021-34/2021-35',
      '2021-34/2021-35: an interval must start and end with a day, month or year: instead of a quarter, write its months',
    ],
    [
      '{2021-34,2021-35}',
      '{2021-34,2021-35}: a set consists of days, months or years: write the months of a quarter as 2030-04..2030-06',
    ],
    [
      '{2021-03-03,2021-04-19~}',
      '{2021-03-03,2021-04-19~}: either all dates of a set or none must be qualified with the same sign (~ or ?)',
    ],
    ['{2021-03..}', '{2021-03..}: a set cannot have an open end'],
    ['', 'an empty text is not a date'],
    ['{}', 'an empty text is not a date'],
    ['2021-12-09/2021-12-19 '.repeat(100), 'a date has at most 500 characters'],
  ])('%j is rejected: %s', (text, problem) => {
    expect(edtfProblem(text)?.message).toBe(problem);
    expect(() => parseEdtf(text)).toThrow(problem);
  });

  test.each([
    '9 December 2021',
    '2021-4',
    '21-04',
    '2021-04-19T10:00',
    ' 2021',
    '2021 ',
    '2021-XX',
    '[2021]',
    '２０２１',
  ])('%j is rejected as unsupported EDTF', (text) => {
    expect(edtfProblem(text)?.message).toBe(
      `${text} is not a date: expected EDTF such as 2030, 2030-04, 2030-04-19, 2030-35 or 2030-12-09/2030-12-19`,
    );
  });

  test('Formatting a parsed EDTF text produces the same text', () => {
    fc.assert(fc.property(edtfTexts, (text) => formatEdtf(parseEdtf(text)) === text));
  });
});

describe('isCalendarDate', () => {
  test.each([
    ['2021-03-19', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2021-03', false],
    ['2021-3-19', false],
    ['2021-03-19?', false],
    ['2021-03-19/2021-03-20', false],
    ['', false],
  ])('%s is a calendar date: %s', (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });
});

describe('Order of EDTF dates', () => {
  test('Dates with the same index heading are adjacent, and of two dates that start on the same day, the shorter one is first', () => {
    const sorted = [
      '../2021-01-20',
      '2021-01',
      '2021-01-15',
      '2021-01-15/2021-01-20',
      '2021-01-15/2021-05',
      '2021-33',
      '2021-40',
      '2021',
      '2021/2022',
      '2021-02-01/2021-02-28',
      '{2021-03-03,2021-04-19..2021-04-23}',
      '2021-07',
      '2021-08~/2021-09~',
      '2021-12-09',
      '2021-12-09/2021-12-19',
      '2022-01',
    ];
    expect([...sorted].reverse().sort(compareEdtf)).toEqual(sorted);
  });

  test('Quarter 3 and semester 2 are sorted after July', () => {
    expect(['2021-08', '2021-41', '2021-35', '2021-07-31'].sort(compareEdtf)).toEqual([
      '2021-07-31',
      '2021-35',
      '2021-41',
      '2021-08',
    ]);
  });

  test('The order of EDTF dates is total, antisymmetric and transitive, and the sort keys result in the same order', () => {
    fc.assert(
      fc.property(edtfTexts, edtfTexts, edtfTexts, (a, b, c) => {
        expect(compareEdtf(a, b) === 0).toBe(a === b);
        expect(compareEdtf(a, b)).toBe(-compareEdtf(b, a) + 0);
        if (compareEdtf(a, b) <= 0 && compareEdtf(b, c) <= 0)
          expect(compareEdtf(a, c)).toBeLessThanOrEqual(0);
        expect(compareEdtf(a, b) < 0).toBe(edtfOrder(a) < edtfOrder(b));
      }),
    );
  });

  test('Sorted dates with the same heading are adjacent', () => {
    fc.assert(
      fc.property(fc.array(edtfTexts, { minLength: 1, maxLength: 40 }), (texts) => {
        const headings = texts.sort(compareEdtf).map(edtfPeriod);
        const runs = headings.filter((heading, index) => heading !== headings[index - 1]);
        expect(runs).toEqual([...new Set(headings)]);
      }),
    );
  });
});

describe('Calendar functions', () => {
  const days = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });

  test('Weekdays match those that JavaScript computes', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(weekdayOf(date.toISOString().slice(0, 10))).toBe(((date.getUTCDay() + 6) % 7) + 1);
      }),
    );
    expect(weekdayOf('2021-03-19')).toBe(5);
  });

  test('Month lengths match those that JavaScript computes', () => {
    fc.assert(
      fc.property(days, (date) => {
        const next = new Date(date);
        next.setUTCMonth(date.getUTCMonth() + 1, 0);
        expect(daysInMonth(date.getUTCFullYear(), date.getUTCMonth() + 1)).toBe(next.getUTCDate());
      }),
    );
  });
});

describe('Comparison with the reference implementation of EDTF', () => {
  /** The result of the reference reader, or undefined if it rejects the text. */
  function referenceBounds(text: string): { start: string; end: string } | undefined {
    try {
      const date = reference(text);
      const day = (time: number, open: string) =>
        Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : open;
      return { start: day(date.min, '0000-01-01'), end: day(date.max, '9999-12-31') };
    } catch {
      return undefined;
    }
  }

  test('EDTF dates that the program accepts are also valid in the reference implementation, and have the same bounds there', () => {
    fc.assert(
      fc.property(
        // The reference implementation ends a set at the start of its last range, so for sets only validity is compared
        // below.
        edtfTexts.filter((text) => !text.startsWith('{') && !text.startsWith('..')),
        (text) => {
          expect(referenceBounds(text)).toEqual(edtfBounds(text));
        },
      ),
      { numRuns: runs(400) },
    );
  });

  test('Dates that consist of digits and hyphens are rejected if the reference implementation rejects them', () => {
    const candidates = fc
      .tuple(
        fc.integer({ min: 1990, max: 2030 }),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 40 }),
      )
      .map(([year, month, day]) => {
        const two = (n: number) => String(n).padStart(2, '0');
        return day > 33 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
      });
    fc.assert(
      fc.property(candidates, (text) => {
        if (isEdtf(text)) expect(referenceBounds(text)).toEqual(edtfBounds(text));
        else if (!/-(2[1-9]|3[0-2789])$/.test(text)) expect(referenceBounds(text)).toBeUndefined();
      }),
      { numRuns: runs(1000) },
    );
  });

  test('The reference implementation can read sets of days, months and years as the program writes them', () => {
    expect(referenceBounds('{2021-03-03,2021-04-19..2021-04-23}')?.start).toBe('2021-03-03');
    expect(referenceBounds('{2021-03,2021-06}')).toEqual(edtfBounds('{2021-03,2021-06}'));
    expect(referenceBounds('{2021-06-05?,2021-06-07?}')).toEqual(edtfBounds('{2021-06-05?,2021-06-07?}'));
  });
});
