import { expect, test } from 'vitest';
import type { Reference, Region } from '../../../src/model/regions-and-places.ts';
import { referenceProblems } from '../../../src/reference/consistency.ts';

const placeOf = (file: string, path: readonly (string | number)[]) => ({ file, field: path.join('.') });

const brittany: Region = {
  code: 'FR-BRE',
  kind: 'region',
  names: { en: 'Brittany', fr: 'Bretagne', ru: 'Бретань' },
};

test('A region that is listed twice and a place in an unknown region are reported with their positions in the files', () => {
  const reference: Reference = {
    regions: [brittany, brittany],
    places: [
      { name: 'Rennes', region: 'FR-BRE' },
      { name: 'Nantes', region: 'FR-PDL' },
    ],
  };
  expect([...referenceProblems(reference, [], placeOf)]).toEqual([
    {
      code: 'region-listed-twice',
      parameters: { code: 'FR-BRE' },
      message: 'the region FR-BRE is listed twice',
      at: { file: 'reference/regions.yaml', field: '1.code' },
    },
    {
      code: 'place-of-unknown-region',
      parameters: { file: 'reference/regions.yaml', region: 'FR-PDL' },
      message: 'FR-PDL is not in reference/regions.yaml',
      at: { file: 'reference/places.yaml', field: '1.region' },
      hint: 'correct the code, or add the region there',
    },
  ]);
});

test('An empty reference is valid', () => {
  expect([...referenceProblems({ regions: [], places: [] }, ['en'], placeOf)]).toEqual([]);
});

test('A region needs a name in each published language', () => {
  const regions = [{ code: 'DE-BY', kind: 'region' as const, names: { en: 'Bavaria', de: 'Bayern' } }];
  expect([...referenceProblems({ regions, places: [] }, ['de', 'en'], placeOf)]).toEqual([]);
  expect([...referenceProblems({ regions, places: [] }, ['de', 'fr', 'ru'], placeOf)]).toEqual([
    {
      code: 'region-without-name',
      parameters: { languages: ['fr', 'ru'], region: 'DE-BY' },
      message: 'DE-BY has no name in fr, ru',
      at: { file: 'reference/regions.yaml', field: '0.names' },
      hint: 'add a name in each language of the programme',
    },
  ]);
});
