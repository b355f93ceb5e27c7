import { expect, test } from 'vitest';
import { compare } from '../../../src/compare/compare.ts';
import type { Programme } from '../../../src/model/programme.ts';
import { edition1 } from '../support/programmes.ts';

/** A spreadsheet without ids: the ids of its events are derived from their titles, in the order of the rows. */
function sheet(...rows: readonly (readonly [title: string, date: string])[]): Programme {
  const columns = ['title', 'date'];
  const theme = { id: 'events', title: 'Events', columns, carry: false };
  const { parts: _, ...config } = edition1.config;
  return {
    ...edition1,
    isFile: true,
    config: {
      ...config,
      fields: (['title', 'date'] as const).map((id) => ({ id, kind: id })),
      sides: [],
      themes: [theme],
    },
    themes: [
      {
        theme,
        events: rows.map(([title, date], index) => ({
          id: `${title.toLowerCase().replaceAll(' ', '-')}-${rows.slice(0, index).filter(([other]) => other === title).length}`,
          title,
          date,
          bodies: {},
          regions: {},
        })),
      },
    ],
  };
}

const changesOf = (before: Programme, after: Programme): string[] =>
  compare(before, after)
    .changes.map(({ kind }) => kind)
    .filter((kind) => kind !== 'event-moved' && kind !== 'id-changed');

test('In spreadsheets, events with identical text are matched before events that share only their title', () => {
  const on = (day: number) => ['Choir', `${day} May 2021`] as const;
  expect(changesOf(sheet(on(1), on(2), on(3)), sheet(on(3), on(1), on(2)))).toEqual([]);
  expect(changesOf(sheet(on(1), on(2), on(3)), sheet(on(3), on(1)))).toEqual(['event-removed']);
});
