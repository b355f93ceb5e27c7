import { createRequire } from 'node:module';
import { iso31662 } from 'iso-3166';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../../src/model/regions-and-places.ts';
import { referenceProblems } from '../../../src/reference/consistency.ts';
import { foldName } from '../../../src/reference/fold.ts';
import { namesOfPlace, namesOfRegion } from '../../../src/reference/gazetteer.ts';
import { reference } from './published.ts';

interface Unit {
  nom: string;
  code: string;
  region?: string;
  departement?: string;
  type?: string;
  membres?: { code: string }[];
}
const require = createRequire(import.meta.url);
const official = (file: string): Unit[] =>
  require(`@etalab/decoupage-administratif/data/${file}.json`) as Unit[];

const { regions, places } = reference;
const regionsIn = (country: string) => regions.filter(({ code }) => code.startsWith(`${country}-`));
const sorted = (values: Iterable<string>): string[] => [...values].sort();

/** French regions by the code of the national statistics office. */
const INSEE: Record<string, string> = {
  '01': 'FR-971',
  '02': 'FR-972',
  '03': 'FR-973',
  '04': 'FR-974',
  '06': 'FR-976',
  11: 'FR-IDF',
  24: 'FR-CVL',
  27: 'FR-BFC',
  28: 'FR-NOR',
  32: 'FR-HDF',
  44: 'FR-GES',
  52: 'FR-PDL',
  53: 'FR-BRE',
  75: 'FR-NAQ',
  76: 'FR-OCC',
  84: 'FR-ARA',
  93: 'FR-PAC',
  94: 'FR-20R',
};

describe('Regions', () => {
  test('The reference contains the 83 federal subjects of Russia that ISO 3166-2 lists', () => {
    const standard = iso31662.filter(({ parent }) => parent === 'RU').map(({ code }) => code);
    expect(standard).toHaveLength(83);
    expect(sorted(regionsIn('RU').map(({ code }) => code))).toEqual(sorted(standard));
  });

  test('The reference contains the 18 regions of France, with their ISO 3166-2 codes and official names', () => {
    const standard = new Set(iso31662.map(({ code }) => code));
    const named = official('regions').flatMap(({ code, nom }) => {
      const iso = INSEE[code];
      return iso === undefined ? [] : [[iso, foldName(nom)]];
    });
    expect(named).toHaveLength(18);
    expect(
      Object.fromEntries(regionsIn('FR').map(({ code, names }) => [code, foldName(names.fr ?? '')])),
    ).toEqual(Object.fromEntries(named));
    expect(regionsIn('FR').filter(({ code }) => !standard.has(code))).toEqual([]);
  });

  test('The reference contains each region of France and Russia exactly once, and only places in these regions', () => {
    expect(regions).toHaveLength(18 + 83);
    expect([...referenceProblems(reference, ['en', 'fr', 'ru'], () => ({}))]).toEqual([]);
  });

  test('Two regions of a country never have a name or an alias in common', () => {
    for (const country of ['FR', 'RU']) {
      const names = regionsIn(country).flatMap((region) => [...new Set(namesOfRegion(region).map(foldName))]);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  test('Every region name contains only letters of its language, and no superfluous spaces', () => {
    for (const { names, aliases = [] } of regions) {
      expect(names.ru).toMatch(/^[\p{Script=Cyrillic} —()-]+$/u);
      expect(names.en).toMatch(/^[\p{Script=Latin} –()’-]+$/u);
      expect(names.fr).toMatch(/^[\p{Script=Latin} –()’-]+$/u);
      for (const name of [...Object.values(names), ...aliases])
        expect(name).toBe(name?.trim().normalize('NFC'));
    }
  });

  test('The three languages use corresponding words for the kind of a Russian region', () => {
    const words = {
      oblast: [/ Oblast$/, /^oblast d/, / область$/],
      krai: [/ Krai$/, /^kraï d/, / край$/],
      republic: [/Republic/, /^république d/, /Республика/],
      'autonomous-okrug': [/Autonomous Okrug/, /^district autonome d/, / автономный округ/],
      'autonomous-oblast': [/Autonomous Oblast$/, /^oblast autonome /, / автономная область$/],
      city: [
        /^(?:Moscow|Saint Petersburg)$/,
        /^(?:Moscou|Saint-Pétersbourg)$/,
        /^(?:Москва|Санкт-Петербург)$/,
      ],
    };
    const counts: Record<string, number> = {};
    for (const { kind, names } of regionsIn('RU')) {
      const [en, fr, ru] = words[kind as keyof typeof words];
      expect(names.en).toMatch(en as RegExp);
      expect(names.fr).toMatch(fr as RegExp);
      expect(names.ru).toMatch(ru as RegExp);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(counts).toEqual({
      oblast: 46,
      krai: 9,
      republic: 21,
      'autonomous-okrug': 4,
      'autonomous-oblast': 1,
      city: 2,
    });
  });

  test('A Russian region has the kind that is stated in its Russian name in ISO 3166-2', () => {
    const kinds: [RegExp, string][] = [
      [/avtonomnyy okrug$/, 'autonomous-okrug'],
      [/avtonomnaya oblast'$/, 'autonomous-oblast'],
      [/oblast'$/, 'oblast'],
      [/kray$/, 'krai'],
      [/Respublika$/, 'republic'],
      [/^(?:Moskva|Sankt-Peterburg)$/, 'city'],
    ];
    // The package truncates the other names: "Kabardino-", "Khanty-", "Leningradskaya" …
    const cut = ['KB', 'KC', 'KHM', 'LEN', 'NEN', 'NVS', 'VGG', 'VLA', 'YAN'].map((code) => `RU-${code}`);
    for (const { code, name } of iso31662.filter(({ parent }) => parent === 'RU')) {
      if (cut.includes(code)) continue;
      const [, kind] = kinds.find(([pattern]) => pattern.test(name)) ?? [];
      expect([code, regions.find((region) => region.code === code)?.kind]).toEqual([code, kind]);
    }
  });

  test('The transliterated names of Russian regions match ISO 3166-2', () => {
    const letters: Record<string, string> = {
      ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y' },
      ...{ к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f' },
      ...{ х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: "'", э: 'e', ю: 'yu', я: 'ya' },
    };
    const latin = (text: string): string =>
      [...text.toLowerCase()].map((letter) => letters[letter] ?? letter).join('');
    const wordsOf = (text: string): string[] =>
      sorted(
        text
          .toLowerCase()
          .split(/[^a-z']+/)
          .filter((word) => word !== ''),
      );
    const differing = iso31662
      .filter(({ parent }) => parent === 'RU')
      .flatMap(({ code, name }) => {
        const ru = latin(regions.find((region) => region.code === code)?.names.ru ?? '');
        return wordsOf(name).every((word) => wordsOf(ru).includes(word)) ? [] : [`${name}: ${ru}`];
      });
    expect(differing).toEqual([
      // The standard writes е after a vowel as "ye" here, and "Saha" although it writes "Sakha" elsewhere.
      'Karachayevo-Cherkesskaya: karachaevo-cherkesskaya respublika',
      'Saha, Respublika: respublika sakha (yakutiya)',
      "Yevreyskaya avtonomnaya oblast': evreyskaya avtonomnaya oblast'",
    ]);
  });
});

describe('Places', () => {
  const french = places.filter(({ region }) => region?.startsWith('FR-'));

  test('French communes, départements and métropoles are assigned to the regions of the official list', () => {
    const regionOfDepartement = new Map(official('departements').map(({ code, region }) => [code, region]));
    const communes = official('communes').filter(({ type }) => type === 'commune-actuelle');
    const regionOfCommune = new Map(communes.map(({ code, region }) => [code, region]));
    const found = new Map<string, Set<string>>();
    const note = (name: string, insee: string | undefined): void => {
      const region = INSEE[insee ?? ''];
      if (region !== undefined)
        found.set(foldName(name), (found.get(foldName(name)) ?? new Set()).add(region));
    };
    for (const { nom, region } of communes) note(nom, region);
    for (const { nom, code } of official('departements')) note(nom, regionOfDepartement.get(code));
    for (const { nom, membres = [] } of official('epci'))
      note(nom, regionOfCommune.get(membres[0]?.code ?? ''));

    const regionsOf = (place: Place): string[] =>
      namesOfPlace(place).flatMap((name) => [...(found.get(foldName(name)) ?? [])]);
    const listed = french.filter((place) => regionsOf(place).length > 0);
    for (const place of listed) expect(regionsOf(place)).toContain(place.region);
    // The other places are bodies, parts of cities and areas that no official list of territories has.
    expect(listed).toHaveLength(40);
    expect(french).toHaveLength(66);
  });

  test('Every place has a name in English, French or Russian, and is listed only once', () => {
    const lines = places.map(({ name, region }) => `${region} ${JSON.stringify(name)}`);
    expect(new Set(lines).size).toBe(places.length);
    for (const { name } of places) {
      expect(typeof name).toBe('object');
      if (typeof name !== 'string' && name.ru !== undefined)
        expect(name.ru).toMatch(/^[\p{Script=Cyrillic} .«»№\d-]+$/u);
    }
  });
});
