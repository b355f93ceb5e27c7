import { expect, test } from 'vitest';
import { compare } from '../../../src/compare/index.ts';
import type { Field, Place } from '../../../src/model/index.ts';
import { changesAsText } from '../../../src/report/changes-text.ts';
import { edition1 } from '../support/programmes.ts';

const VENUE: Field = { id: 'venue', kind: 'place', heading: 'Venue' };

const compared = (
  before: readonly Place[],
  after: readonly Place[],
  fields: readonly Field[] = [VENUE],
): ReturnType<typeof compare> => {
  const [old, now] = [before, after].map((places) => ({
    ...edition1,
    config: { ...edition1.config, fields: [...edition1.config.fields, ...fields] },
    reference: { ...edition1.reference, places },
  }));
  return compare(old ?? edition1, now ?? edition1);
};

const HALL: Place = { name: { en: 'St. Mary Hall', fr: 'Salle Sainte-Marie' }, address: '3 Market Square' };

test('Changing the address, coordinates or access note of a place is a major change to the programme', () => {
  const { changes, untracked } = compared(
    [HALL, { name: 'Dock' }, { name: 'Barn', coordinates: [51.05, 13.73], town: 'Dresden' }],
    [
      { ...HALL, address: '8 Mill Lane', access: { en: 'Step-free.', fr: 'De plain-pied.' } },
      { name: 'Dock' },
      { name: 'Barn', coordinates: [51.06, 13.73], town: 'Dresden' },
    ],
  );
  expect(
    changes.map(({ kind, severity, field, lang, words }) => [kind, severity, field, lang, words]),
  ).toEqual([
    [
      'place-changed',
      'major',
      'places.address.St. Mary Hall',
      'en',
      { old: '3 Market Square', new: '8 Mill Lane' },
    ],
    ['place-changed', 'major', 'places.coordinates.Barn', 'en', { old: '51.05, 13.73', new: '51.06, 13.73' }],
    ['place-changed', 'major', 'places.access.St. Mary Hall', 'en', { new: 'Step-free.' }],
    ['place-changed', 'major', 'places.access.St. Mary Hall', 'fr', { new: 'De plain-pied.' }],
  ]);
  expect(untracked).toEqual([]);
});

test('The report on a changed place states the name of the place', () => {
  const report = changesAsText(compared([HALL], [{ ...HALL, address: '8 Mill Lane' }]), {
    lang: 'en',
    colour: false,
  });
  expect(report).toContain('Place: St. Mary Hall (major)\n      - 3 Market Square\n      + 8 Mill Lane\n');
});

test('Added, removed and ambiguous places are reported as untracked differences', () => {
  const { changes, untracked } = compared(
    [HALL, { name: 'Dock', town: 'Lyon' }, { name: 'Dock', town: 'Metz' }],
    [
      { name: 'Barn', town: 'Dresden' },
      { name: 'Dock', town: 'Lyon' },
      { name: 'Dock', town: 'Nancy' },
    ],
  );
  expect(changes).toEqual([]);
  expect(untracked.map(({ about, id }) => [about, id])).toEqual([
    ['place', 'St. Mary Hall / Salle Sainte-Marie, '],
    ['place', 'Dock, '],
    ['place', 'Barn, '],
  ]);
});

test('In a programme without a field of kind place, a change in the list of places is an untracked difference', () => {
  const { changes, untracked } = compared([HALL], [{ ...HALL, address: '8 Mill Lane' }], []);
  expect(changes).toEqual([]);
  expect(untracked.map(({ field, words }) => [field, words])).toEqual([
    ['places.address.St. Mary Hall', { old: '3 Market Square', new: '8 Mill Lane' }],
  ]);
});
