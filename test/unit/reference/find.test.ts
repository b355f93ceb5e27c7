import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Region } from '../../../src/model/regions-and-places.ts';
import { findRegion } from '../../../src/reference/find.ts';
import { buildGazetteer, namesOfRegion, regionName } from '../../../src/reference/gazetteer.ts';
import { gazetteer, reference } from './published.ts';

const codes = (regions: readonly Region[]): string[] => regions.map(({ code }) => code);

describe('Region query with one match', () => {
  test.each([
    // codes
    ['FR-NAQ', 'FR-NAQ'],
    ['fr-20r', 'FR-20R'],
    [' ru-mow ', 'RU-MOW'],
    // whole names in three languages
    ['Normandy', 'FR-NOR'],
    ['Normandie', 'FR-NOR'],
    ['Нормандия', 'FR-NOR'],
    ['Volgograd Oblast', 'RU-VGG'],
    ['oblast de Volgograd', 'RU-VGG'],
    ['Волгоградская область', 'RU-VGG'],
    ['Republic of Tatarstan', 'RU-TA'],
    ['république du Tatarstan', 'RU-TA'],
    ['Республика Татарстан', 'RU-TA'],
    ['Санкт-Петербург', 'RU-SPE'],
    ['La Réunion', 'FR-974'],
    ['Республика Саха (Якутия)', 'RU-SA'],
    ['Кемеровская область — Кузбасс', 'RU-KEM'],
    // case, accents, hyphens, apostrophes, ё, St
    ['ILE DE FRANCE', 'FR-IDF'],
    ['île de france', 'FR-IDF'],
    ['Ile-de-France', 'FR-IDF'],
    ['provence alpes cote d azur', 'FR-PAC'],
    ["Provence-Alpes-Côte d'Azur", 'FR-PAC'],
    ['auvergne rhone alpes', 'FR-ARA'],
    ['OBLAST D’IRKOUTSK', 'RU-IRK'],
    ["oblast d'irkoutsk", 'RU-IRK'],
    ['krai de perm', 'RU-PER'],
    ['St. Petersburg', 'RU-SPE'],
    ['st-pétersbourg', 'RU-SPE'],
    ['ТАТАРСТАН', 'RU-TA'],
    // aliases as printed
    ['Perm Region', 'RU-PER'],
    ['Tatarstan Oblast', 'RU-TA'],
    ['Grand-Est', 'FR-GES'],
    ['Leningrad region', 'RU-LEN'],
    ['Bretagne', 'FR-BRE'],
    ['Udmurt Republic', 'RU-UD'],
    ['Moscow Oblast', 'RU-MOS'],
    ['Samara Region', 'RU-SAM'],
    ['Stavropol Oblast', 'RU-STA'],
    ['Krasnoyarsk Oblast', 'RU-KYA'],
    ['North Ossetia', 'RU-SE'],
    ['Auvergne-Rhône-Alpes Region', 'FR-ARA'],
    ['PACA', 'FR-PAC'],
    // an article before the name
    ['the Rostov region', 'RU-ROS'],
    ['l’Occitanie', 'FR-OCC'],
    ['La Bretagne', 'FR-BRE'],
    ['les Hauts-de-France', 'FR-HDF'],
    // a whole name has precedence over words inside names
    ['Moscow', 'RU-MOW'],
    ['Moscou', 'RU-MOW'],
    ['Москва', 'RU-MOW'],
    ['Novgorod Oblast', 'RU-NGR'],
    // places
    ['Nice', 'FR-PAC'],
    ['Ницца', 'FR-PAC'],
    ['le havre', 'FR-NOR'],
    ['Beziers', 'FR-OCC'],
    ['Tikhvine', 'RU-LEN'],
    ['Saint-Petersbourg', 'RU-SPE'],
    ['Gusev', 'RU-KGD'],
    ['Vyatskoye', 'RU-YAR'],
    ['Благовещенск', 'RU-AMU'],
    ['Nizhny Novgorod', 'RU-NIZ'],
    ['Leo Tolstoy State Museum', 'RU-MOW'],
    ['INALCO', 'FR-IDF'],
    // words inside the names of one region
    ['Auvergne', 'FR-ARA'],
    ['Penza', 'RU-PNZ'],
    ['Пензенская', 'RU-PNZ'],
    ['Réunion', 'FR-974'],
    ['Val de Loire', 'FR-CVL'],
    ['Métropole Méditerranée', undefined],
    ['Méditerranée Métropole', 'FR-OCC'],
  ])('The query %j finds %s', (query, code) => {
    const answer = findRegion(gazetteer, query);
    expect('found' in answer ? answer.found.code : undefined).toBe(code);
  });

  test('Every region is found by its code and by each of its names', () => {
    for (const region of reference.regions) {
      for (const query of [region.code, ...namesOfRegion(region)]) {
        expect(findRegion(gazetteer, query)).toEqual({ found: region });
      }
    }
  });
});

describe('Region query with several matches', () => {
  test.each([
    ['Novgorod', ['RU-NGR', 'RU-NIZ']],
    ['novgorod', ['RU-NGR', 'RU-NIZ']],
    ['Новгород', ['RU-NIZ', 'RU-NGR']],
    ['Altai', ['RU-AL', 'RU-ALT']],
    ['l’Altaï', ['RU-AL', 'RU-ALT']],
    ['Nenets', ['RU-NEN', 'RU-YAN']],
    ['France', ['FR-HDF', 'FR-IDF']],
    ['Loire', ['FR-CVL', 'FR-PDL']],
    ['Alpes', ['FR-ARA', 'FR-PAC']],
    ['Métropole', ['FR-NAQ', 'FR-OCC']],
  ])('The query %j matches %j', (query, expected) => {
    const answer = findRegion(gazetteer, query);
    expect('ambiguous' in answer ? codes(answer.ambiguous) : answer).toEqual(expected);
  });

  test('A name is ambiguous if places in two different regions have it', () => {
    const places = [...reference.places, { name: { en: 'Blagoveshchensk' }, region: 'RU-BA' }];
    const answer = findRegion(buildGazetteer({ ...reference, places }), 'blagoveshchensk');
    expect('ambiguous' in answer ? codes(answer.ambiguous) : answer).toEqual(['RU-AMU', 'RU-BA']);
  });
});

describe('Region query without a match', () => {
  test.each([
    // typing errors
    ['Samra', ['RU-SAM']],
    ['Bretange', ['FR-BRE']],
    ['Brittanny', ['FR-BRE']],
    ['Tolouse', ['FR-OCC']],
    ['Marseile', ['FR-PAC']],
    ['Bordeux', ['FR-NAQ']],
    ['Voronege', ['RU-VOR']],
    ['Ile de Frnace', ['FR-IDF']],
    ['Auvergnerhonealpes', ['FR-ARA']],
    ['Nijny Novgorod', ['RU-NIZ']],
    ['Nizhni', ['RU-NIZ']],
    ['Татарстн', ['RU-TA']],
    ['Волгоградская обл', ['RU-VGG']],
    ['Novgorod Oblastt', ['RU-NGR', 'RU-NIZ', 'RU-BEL']],
    // a region named among other words is suggested but not accepted: "Moscow Regon" is not a city
    ['Moscow Regon', ['RU-MOW', 'RU-MOS', 'RU-ROS']],
    ['Région Occitanie', ['FR-OCC']],
    ['city of montpellier', ['FR-OCC']],
    ['Saint Petersburg Oblast', ['RU-SPE']],
    // nothing near
    ['Lyon', []],
    ['xyz', []],
    ['', []],
    [' — ', []],
  ])('The regions most similar to %j are %j', (query, nearest) => {
    const answer = findRegion(gazetteer, query);
    expect('unknown' in answer ? [answer.unknown, codes(answer.nearest)] : answer).toEqual([query, nearest]);
  });

  test('If one letter of a region name is wrong, that region is among the most similar ones', () => {
    const names = reference.regions.flatMap((region) =>
      Object.values(region.names).map((name = '') => ({ region, name })),
    );
    void fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), ({ region, name }, at) => {
        const spoilt = Array.from(name, (letter, index) => (index === at % name.length ? 'q' : letter)).join(
          '',
        );
        const answer = findRegion(gazetteer, spoilt);
        expect('unknown' in answer ? codes(answer.nearest) : [region.code]).toContain(region.code);
      }),
    );
  });

  test('A very long query returns a result', () => {
    expect(findRegion(gazetteer, 'q'.repeat(100_000))).toEqual({ unknown: 'q'.repeat(100_000), nearest: [] });
  });
});

test('regionName returns the name in the requested language', () => {
  const region = gazetteer.regions.get('RU-KLU');
  expect(region && [regionName(region, 'en'), regionName(region, 'fr'), regionName(region, 'ru')]).toEqual([
    'Kaluga Oblast',
    'oblast de Kalouga',
    'Калужская область',
  ]);
});
