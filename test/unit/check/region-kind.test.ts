import { expect, it } from 'vitest';
import { findingsOf, programmeWith } from './programmes.ts';

it('If the reference does not state the kind of a region, the kind is taken from the region name; if the name does not contain it either, the region is not checked', () => {
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
