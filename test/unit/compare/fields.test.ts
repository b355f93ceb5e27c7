import { describe, expect, test } from 'vitest';
import {
  eventFields,
  eventOf,
  normalWords,
  programmeFields,
  sideFields,
  themeFields,
} from '../../../src/compare/fields.ts';
import type { Event } from '../../../src/model/event.ts';
import { fieldTexts } from '../../../src/model/field.ts';
import { programmeOf, sideOf, themeOf } from '../../support/apply-changes.ts';
import { FIVE_FIELDS } from '../../support/fields.ts';
import { normal } from '../support/normal.ts';
import { allEvents, draft, edition1 } from '../support/programmes.ts';

test.each([
  ['  One.  \r\n\r\n Two. \n', 'One.\nTwo.'],
  ['e\u0301', 'é'],
])('%j is normalised to %j', (words, normal) => {
  expect(normalWords(words)).toBe(normal);
});

const full: Event = {
  id: 'full',
  region: 'Normandy',
  category: { en: 'Tourism', fr: 'Tourisme' },
  bodies: { russian: 'Kaluga', french: { fr: 'Ville de Caen' } },
  regions: { russian: ['RU-MOW', 'RU-KLU'], french: 'to-be-determined' },
  title: 'A title',
  description: { en: 'One.\nTwo.', ru: 'Раз.' },
  date: 'May 2021',
  when: '2021-05',
  occurrences: ['2021-05-09 19:00', '2021-05-10 doors 18:00'],
  status: 'postponed',
  repeat: true,
  accept: [{ rule: 'spelling', field: 'title', reason: 'A name.' }],
};

const TEXTS = fieldTexts({ fields: FIVE_FIELDS });

test('The fields of an event are in the order in which they are printed in its row', () => {
  expect(eventFields(full, TEXTS, 'en')).toEqual([
    { field: 'region', lang: 'en', words: 'Normandy' },
    { field: 'category', lang: 'en', words: 'Tourism' },
    { field: 'category', lang: 'fr', words: 'Tourisme' },
    { field: 'bodies.french', lang: 'fr', words: 'Ville de Caen' },
    { field: 'bodies.russian', lang: 'en', words: 'Kaluga' },
    { field: 'regions.french', words: 'to-be-determined' },
    { field: 'regions.russian', words: 'RU-MOW, RU-KLU' },
    { field: 'title', lang: 'en', words: 'A title' },
    { field: 'description', lang: 'en', words: 'One.\nTwo.' },
    { field: 'description', lang: 'ru', words: 'Раз.' },
    { field: 'date', lang: 'en', words: 'May 2021' },
    { field: 'when', words: '2021-05' },
    { field: 'occurrences', words: '2021-05-09 19:00\n2021-05-10 doors 18:00' },
    { field: 'status', words: 'postponed' },
    { field: 'repeat', words: 'true' },
    { field: 'accept', words: '[{"rule":"spelling","field":"title","reason":"A name."}]' },
  ]);
});

describe('Conversion of events to fields and back', () => {
  test('An event that has every field is unchanged when it is converted to fields and back', () => {
    expect(eventOf('full', eventFields(full, TEXTS, 'en'), 'en')).toEqual(full);
  });

  test.each([edition1, draft])(
    'Every event, theme and side of edition $edition is unchanged when it is converted to fields and back',
    ({ config, ...programme }) => {
      const main = config.language;
      for (const event of allEvents({ config, ...programme })) {
        expect(eventOf(event.id, eventFields(event, fieldTexts(config), main), main)).toEqual(
          normal(event, main),
        );
      }
      for (const theme of config.themes)
        expect(themeOf(theme.id, themeFields(theme, main), main)).toEqual(normal(theme, main));
      for (const side of config.sides)
        expect(sideOf(side.id, sideFields(side, main), main)).toEqual(normal(side, main));
      expect(programmeOf(programmeFields(config), config)).toEqual(normal(config, main));
    },
  );
});
