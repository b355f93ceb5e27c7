import { describe, expect, it } from 'vitest';
import { grouped } from '../../../src/console/lists.ts';
import { type ListYears, yearOfList } from '../../../src/read/table-import/list-dates.ts';
import type { EventRow } from '../../../src/read/table-import/rows.ts';

const rowsOf = (dates: readonly string[]): EventRow[] =>
  dates.map((text) => ({ at: {}, cells: new Map([['date', { text, at: {} }]]) }));

const yearOf = (dates: readonly string[], others: readonly string[] = [], given?: number): ListYears =>
  yearOfList(rowsOf(dates), others, 'fr', given);

/** The years of a list that does not show them. */
const askedFor = (why: string): object => ({ question: { parameters: { why: { message: why } } } });

describe('Year of a list', () => {
  it('The year of a list is taken from dates that state a year, and the period of the list contains every year that occurs often', () => {
    expect(yearOf(['2 mars 2030', '3 mars 2030'])).toEqual({ year: 2030, first: 2030, last: 2030 });
    expect(yearOf(['2 décembre 2029', '3 mars 2030', '4 mars 2030'])).toEqual({
      year: 2030,
      first: 2029,
      last: 2030,
    });
  });

  it('The period of a list with events in many years contains all these years, but a single late event does not extend it', () => {
    const archive = Array.from({ length: 40 }, (_, index) => `3 mai ${2004 + Math.floor(index / 2)}`);
    expect(yearOf(archive)).toMatchObject({ first: 2004, last: 2023 });
    const season = Array.from({ length: 30 }, (_, index) => `${index + 1} mars 2030`);
    expect(yearOf([...season, '2 mai 2034'])).toMatchObject({ first: 2030, last: 2030 });
    expect(yearOf(['6 mai 2029', '9 mai 2029', ...season])).toMatchObject({ first: 2029, last: 2030 });
    const years = [2016, 2017, 2018].flatMap((year) =>
      Array.from({ length: 9 }, (_, day) => `${day + 1} mai ${year}`),
    );
    expect(yearOf([...years, '2 mai 2012', '4 mai 2080'])).toMatchObject({ first: 2012, last: 2018 });
  });

  it('Weekdays determine the year, even if a few cells state a different year', () => {
    // 5, 12 and 19 November 2022 were Saturdays.
    const saturdays = [
      'samedi 5 novembre',
      'samedi 12 novembre',
      'samedi 19 novembre',
      'exposition du 3 mai 2021',
    ];
    expect(yearOf(saturdays, ['agenda 2022'])).toMatchObject({ year: 2022 });
    expect(yearOf([...saturdays.slice(0, 3), '3 mai 2021'])).toMatchObject({ year: 2022 });
  });

  it('A few dates with a year do not determine the year of a list with many dates without one', () => {
    const open = Array.from({ length: 20 }, (_, index) => `${index + 1} mars`);
    expect(yearOf([...open, '3 mai 2021'])).toMatchObject(
      askedFor('20 dates have no year; dates with a year: 1 (2021)'),
    );
    expect(yearOf(open)).toMatchObject(askedFor('20 dates have no year'));
    expect(yearOf(open, ['programme-2031'])).toMatchObject({ year: 2031 });
    expect(yearOf(open, [], 2032)).toEqual({ year: 2032, first: 2032, last: 2032 });
  });
});

describe('List for which the year does not matter', () => {
  it.each([
    [[]],
    [['lundi', 'mardi']],
    [['selon l’affichage', 'Jour 1']],
    [['mercredi 12*', 'vendredi 13*']],
  ])('The program does not ask for the year if the answer would make no difference: %j', (dates) => {
    expect(yearOf(dates)).toEqual({ year: undefined, first: 2000, last: 2000 });
    expect(yearOf([...dates, '07/04'])).toMatchObject(askedFor('a date has no year'));
  });
});

describe('Remarks that are printed', () => {
  it('The first three remarks of each kind are printed, followed by the number of further remarks', () => {
    const problems = Array.from({ length: 9 }, (_, index) => ({
      message: `the date "${index} x" is open`,
      hint: 'h',
    }));
    expect(grouped([...problems, { message: 'other' }]).map(({ message }) => message)).toEqual([
      'the date "0 x" is open',
      'the date "1 x" is open',
      'the date "2 x" is open',
      '… and 6 more like these; --all shows them',
      'other',
    ]);
    expect(grouped(problems.slice(0, 4))).toEqual(problems.slice(0, 4));
  });

  it('Remarks that differ only in their addresses are of the same kind', () => {
    const links = ['wood', 'moor', 'river', 'lake', 'coast'].map((name) => ({
      message: `link imported as plain text: "${name}" to https://${name}.example/#top`,
    }));
    expect(grouped(links).at(-1)?.message).toBe('… and 2 more like these; --all shows them');
  });
});
