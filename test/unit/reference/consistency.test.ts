import { expect, test } from 'vitest';
import type { Reference, Region } from '../../../src/model/reference.ts';
import { referenceFindings } from '../../../src/reference/consistency.ts';

const brittany: Region = {
  code: 'FR-BRE',
  kind: 'region',
  names: { en: 'Brittany', fr: 'Bretagne', ru: 'Бретань' },
};

test('a region listed twice and a place in an unknown region are found, with their places in the files', () => {
  const reference: Reference = {
    regions: [brittany, brittany],
    places: [
      { name: 'Rennes', region: 'FR-BRE' },
      { name: 'Nantes', region: 'FR-PDL' },
    ],
  };
  expect(referenceFindings(reference, [])).toEqual([
    { file: 'reference/regions.yaml', path: [1, 'code'], message: 'the region FR-BRE is listed twice' },
    {
      file: 'reference/places.yaml',
      path: [1, 'region'],
      message: 'FR-PDL is not in reference/regions.yaml',
      hint: 'correct the code, or add the region there',
    },
  ]);
});

test('an empty reference has nothing wrong', () => {
  expect(referenceFindings({ regions: [], places: [] }, ['en'])).toEqual([]);
});

test('a region has a name in each language that the programme is published in', () => {
  const regions = [{ code: 'DE-BY', kind: 'region' as const, names: { en: 'Bavaria', de: 'Bayern' } }];
  expect(referenceFindings({ regions, places: [] }, ['de', 'en'])).toEqual([]);
  expect(referenceFindings({ regions, places: [] }, ['de', 'fr', 'ru'])).toEqual([
    {
      file: 'reference/regions.yaml',
      path: [0, 'names'],
      message: 'DE-BY has no name in fr, ru',
      hint: 'a region needs a name in each language that the programme is published in',
    },
  ]);
});
