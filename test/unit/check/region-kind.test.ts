import { expect, it } from 'vitest';
import { findingsOf, programmeWith } from './programmes.ts';

it('A region whose kind is unknown is checked by its name, or not at all', () => {
  const regions = [
    ['RU-LEN', 'Leningrad Oblast'],
    ['RU-STA', 'Stavropol Krai'],
    ['RU-TA', 'Tatarstan'],
    ['RU-MOW', 'Moscow'],
  ] as const;
  const programme = {
    ...programmeWith([
      {
        description:
          'From Leningrad Oblast to Stavropol Krai, Stavropol Oblast, Moscow Oblast and the Republic of Tatarstan.',
      },
    ]),
    reference: {
      regions: regions.map(([code, en]) => ({ code, kind: 'region' as const, names: { en } })),
      places: [],
    },
  };
  expect(findingsOf('region-kind', programme).map(({ message }) => message)).toEqual([
    '“Stavropol Oblast”: the name of this region is Stavropol Krai',
  ]);
});
