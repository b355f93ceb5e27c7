import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGazetteer, namesOfPlace, namesOfRegion } from '../../../src/reference/gazetteer.ts';
import { placesIn, regionsOf } from '../../../src/reference/mentions.ts';
import { gazetteer, reference } from './published.ts';

/** The names found in a text, as written, with their codes. */
const named = (text: string): string[] =>
  placesIn(gazetteer, text).map(({ start, end, regions, places }) =>
    [
      text.slice(start, end),
      ...regions.map(({ code }) => code),
      ...places.map(({ region }) => `in ${region}`),
    ].join(' '),
  );

describe('placesIn', () => {
  test.each([
    [
      'Signature of the inter-regional cooperation agreement between the government of the Samara region and the Grand Est Regional Council.',
      ['Samara region RU-SAM', 'Grand Est Regional Council in FR-GES'],
    ],
    [
      'the towns of Hérouville-Saint-Clair (Normandy) and Tikhvin (Leningrad Oblast), the two towns',
      ['Hérouville-Saint-Clair in FR-NOR', 'Normandy FR-NOR', 'Tikhvin in RU-LEN', 'Leningrad Oblast RU-LEN'],
    ],
    [
      'joint online conferences of the Astrakhan State University and Nice Sophia-Antipolis University on new developments',
      ['Astrakhan State University in RU-AST', 'Nice Sophia-Antipolis University in FR-PAC'],
    ],
    [
      'two French plays performed by Russian troops at the "Na vasilievskom" Regional Theatre of St Petersburg and the Romeni Moscow Romani Theatre',
      [
        'Na vasilievskom" Regional Theatre in RU-SPE',
        'St Petersburg RU-SPE',
        'Romeni Moscow Romani Theatre in RU-MOW',
      ],
    ],
    [
      'a festival entitled "Automne Doré de Saint-Petersbourg" (golden autumn of Saint Petersburg)',
      ['Saint-Petersbourg RU-SPE', 'Saint Petersburg RU-SPE'],
    ],
    [
      'in twinning relations between Veliky Novgorod and Nanterre.',
      ['Veliky Novgorod in RU-NGR', 'Nanterre in FR-IDF'],
    ],
    ['to highlight Kaluga’s role as the birthplace of astronautics', ['Kaluga in RU-KLU']],
    ['in the Bercy Stadium in Paris.', ['Bercy Stadium in FR-IDF', 'Paris in FR-IDF']],
    ['Bordeaux/Bordeaux Métropole', ['Bordeaux in FR-NAQ', 'Bordeaux Métropole in FR-NAQ']],
    ['Strengthening of the Dijon-Volgograd partnership', ['Dijon in FR-BFC', 'Volgograd in RU-VGG']],
    ['Moscow, Vologda', ['Moscow RU-MOW', 'Vologda in RU-VLG']],
    // the longest name has precedence
    ['Nizhny Novgorod Oblast', ['Nizhny Novgorod Oblast RU-NIZ']],
    ['Nizhny Novgorod, Novgorod Oblast', ['Nizhny Novgorod in RU-NIZ', 'Novgorod Oblast RU-NGR']],
    ['Moscow Oblast and Moscow', ['Moscow Oblast RU-MOS', 'Moscow RU-MOW']],
    ['Montpellier Méditerranée', ['Montpellier in FR-OCC']],
    // names do not extend across commas, brackets, slashes and line ends
    ['Moscow, Region of Perm', ['Moscow RU-MOW']],
    ['Perm (Region)', []],
    ['Bordeaux\nMétropole', ['Bordeaux in FR-NAQ']],
    // unless they contain a comma themselves
    [
      'University of Versailles, Saint-Quentin in Yvelines',
      ['University of Versailles, Saint-Quentin in Yvelines in FR-IDF'],
    ],
    // whole words with a capital letter only
    ['a nice day, la réunion des maires', []],
    ['La réunion des maires', []],
    ['à La Réunion', ['La Réunion FR-974']],
    ['Toulousain, Venice, Niceville', []],
    ['NICE', ['NICE in FR-PAC']],
    // French
    [
      'entre la région Grand Est et l’oblast de Samara, à Saint-Pétersbourg et à Moscou',
      ['Grand Est FR-GES', 'oblast de Samara RU-SAM', 'Saint-Pétersbourg RU-SPE', 'Moscou RU-MOW'],
    ],
    // Russian
    [
      'Ницца и Санкт-Петербург, Самарская область, республика Татарстан, Эвре',
      [
        'Ницца in FR-PAC',
        'Санкт-Петербург RU-SPE',
        'Самарская область RU-SAM',
        'республика Татарстан RU-TA',
        'Эвре in FR-NOR',
      ],
    ],
    ['Геопарк «Ундория»', ['Геопарк «Ундория in RU-ULY']],
    // decomposed letters, soft hyphens, no-break hyphens
    [
      'Be\u0301ziers, Étre\u00adtat, Clermont\u2011Ferrand',
      ['Be\u0301ziers in FR-OCC', 'Étre\u00adtat in FR-NOR', 'Clermont\u2011Ferrand in FR-ARA'],
    ],
    ['', []],
  ])('The regions and places that %j names are found', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  test('If a region and a place have the same name, both are found, and regionsOf returns the region', () => {
    const station = { name: { en: 'Moscow' }, region: 'RU-MOS' };
    const shared = buildGazetteer({ ...reference, places: [station] });
    const moscow = reference.regions.find(({ code }) => code === 'RU-MOW');
    expect(placesIn(shared, 'Moscow')).toEqual([{ start: 0, end: 6, regions: [moscow], places: [station] }]);
    expect(regionsOf(shared, 'Moscow')).toEqual(['RU-MOW']);
  });

  test.each([
    ['Samara, Consulate General in Moscow', ['RU-SAM']],
    ['Franco-Russian Chamber of Commerce in Moscow; Samara', ['RU-SAM']],
    ['Самара, Генеральное консульство в Москва', ['RU-SAM']],
    ['Chambre de commerce de Nice\nDijon', ['FR-BFC']],
    ['Dijon, Generalkonsulat in Strasbourg', ['FR-BFC']],
    ['Consulate General in Moscow', ['RU-MOW']],
    ['Museum of Moscow, Samara', ['RU-MOW', 'RU-SAM']],
  ])(
    'The city of an embassy or consulate determines the region only if no other place is named: %s',
    (words, expected) => {
      expect(regionsOf(gazetteer, words)).toEqual(expected);
    },
  );

  test('If two places have the same name, both are found', () => {
    const bashkir = { name: { en: 'Blagoveshchensk' }, region: 'RU-BA' };
    const shared = buildGazetteer({ ...reference, places: [...reference.places, bashkir] });
    expect(regionsOf(shared, 'Blagoveshchensk')).toEqual(['RU-AMU', 'RU-BA']);
  });

  test('A text of a hundred thousand words is searched in one pass', () => {
    const text = 'Nizhny '.repeat(100_000);
    expect(placesIn(gazetteer, `${text}Novgorod`)).toMatchObject([
      { start: 7 * 99_999, end: 7 * 100_000 + 8 },
    ]);
  });

  test('Every name of every region and place is found in full in a sentence', () => {
    for (const entry of [...reference.regions, ...reference.places]) {
      const names = 'code' in entry ? namesOfRegion(entry) : namesOfPlace(entry);
      for (const name of names) {
        const text = `— ${name} …`;
        const [mention, ...others] = placesIn(gazetteer, text);
        expect([name, mention?.start, others]).toEqual([name, 2, []]);
        expect([...(mention?.regions ?? []), ...(mention?.places ?? [])]).toContain(entry);
      }
    }
  });

  test('In any text, the mentions found are in order and do not overlap', () => {
    const words = fc.constantFrom(
      'Moscow',
      'Region',
      'Nizhny',
      'Novgorod',
      'Oblast',
      'the',
      ',',
      'Nice',
      'Île',
      'de',
      'France',
    );
    void fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const mention of placesIn(gazetteer, text)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          end = mention.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('regionsOf', () => {
  test.each([
    ['Tikhvine, Leningrad region', ['RU-LEN']],
    ['Moscow, Vologda', ['RU-MOW', 'RU-VLG']],
    ['Tatarstan Oblast, Moscow Oblast', ['RU-TA', 'RU-MOS']],
    ['Town of Poissy/Yvelines Department', ['FR-IDF']],
    ['Amur Region, University of Blagoveshchensk', ['RU-AMU']],
    ['City of Lémeré, Indre-et-Loire Department', ['FR-CVL']],
    ['All the regions of Russia', []],
    ['To be determined', []],
    ['', []],
  ])('In %j, regionsOf finds the regions %j', (words, codes) => {
    expect(regionsOf(gazetteer, words)).toEqual(codes);
  });
});
