import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planInit } from '../../../src/commands/init-plan.ts';
import { runs } from '../../support/property-runs.ts';
import { sheetOf } from './lines.ts';

describe('Repeated blocks of columns', () => {
  it('Whatever the layout, each event has the text of its own block, and no cell is lost', () => {
    const title = fc.stringMatching(/^[A-Z][a-z]{3,8} [a-z]{3,8}$/);
    const row = fc.array(fc.option(title, { nil: '' }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { minLength: 3, maxLength: 8, selector: (cells) => cells.join('|') }),
        (rows) => {
          const titles = rows.flat().filter((text) => text !== '');
          fc.pre(titles.length > 3 && new Set(titles).size === titles.length);
          const lines = rows.map((cells, index) => `${10 + index}:00|${cells.join('|')}`);
          const sheet = sheetOf('Plan', ['Time|Room 1|Room 2|Great hall', ...lines]);
          const { programme, remarks } = planInit({ sheets: [sheet], notes: [] }, 'list-2030.xlsx');
          const found = programme.themes.flatMap(({ events }) =>
            events.map(({ title, time, venue }) => `${title} | ${time} | ${venue}`),
          );
          const expected = rows.flatMap((cells, index) =>
            cells.flatMap((text, place) =>
              text === ''
                ? []
                : [`${text} | ${10 + index}:00 | ${['Room 1', 'Room 2', 'Great hall'][place]}`],
            ),
          );
          expect(found.sort()).toEqual(expected.sort());
          const empty = rows.flatMap((cells, index) =>
            cells.every((text) => text === '') ? [`${10 + index}:00`] : [],
          );
          const words = JSON.stringify(remarks);
          expect(empty.filter((time) => !words.includes(time))).toEqual([]);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
