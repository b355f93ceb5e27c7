import { LANGS, LANGUAGES } from '../../languages/index.ts';
import { countsOf } from '../model/index.ts';
import { distanceWithin, NEAREST, nearestTo } from './distance.ts';
import { foldName } from './fold.ts';
import ISO_3166_2 from './iso-3166-2.json' with { type: 'json' };

/** A region in ISO 3166-2. */
export interface IsoRegion {
  code: string;
  /** The name in the standard, and the names in the publisher's languages that differ from it. */
  names: readonly string[];
}

/** The ISO 3166-2 regions that match the region texts of a programme. */
export interface IsoRegions {
  /** The matching regions, by the text of the programme. Texts without a matching region are absent. */
  found: ReadonlyMap<string, IsoRegion>;
  /**
   * The regions with the most similar names, at most three. These regions are in the countries of the matching regions
   * or, if there are no matching regions, in any country.
   */
  nearest(words: string): readonly IsoRegion[];
}

const CODE = /^[A-Z]{2}-[A-Z\d]{1,3}$/;

let known: { byCode: Map<string, IsoRegion>; byName: Map<string, IsoRegion[]> } | undefined;

/** The table of regions, indexed by code and by name. The table is built on first use. */
function table(): NonNullable<typeof known> {
  if (known !== undefined) return known;
  const byCode = new Map<string, IsoRegion>();
  const byName = new Map<string, IsoRegion[]>();
  for (const [code = '', ...names] of ISO_3166_2.regions) {
    const region = { code, names };
    byCode.set(code, region);
    for (const name of new Set(region.names.flatMap(spellings)))
      byName.set(name, [...(byName.get(name) ?? []), region]);
  }
  known = { byCode, byName };
  return known;
}

/** Words for kinds of regions, such as "Oblast" and "Republic of". */
const KINDS = new RegExp(
  ` (?:${LANGS.flatMap((lang) => {
    const { kinds, others, fillers } = LANGUAGES[lang].rules.regionKinds;
    return [
      ...kinds.map(([beginning]) => `${foldName(beginning)}\\S{0,2}`),
      ...others.split('|').map(foldName),
      fillers,
    ];
  }).join('|')})(?= )`,
  'g',
);

/**
 * The forms in which a name is looked up: the folded name, the name without words for the kind of region, and the part
 * before a comma ("Madrid, Comunidad de").
 */
function spellings(name: string): string[] {
  const whole = foldName(name);
  const bare = ` ${whole} `.replace(KINDS, '').trim();
  const [first = '', second] = name.split(',');
  const spelt = [whole, bare, second === undefined ? '' : foldName(first)].filter((one) => one !== '');
  return [...new Set(spelt)];
}

/**
 * Maps printed texts to regions in ISO 3166-2, by their code or by their name in the standard or in a language of the
 * publisher. Case, accents and words for the kind of region are ignored. If a name exists in several countries, the
 * country that most of the other texts match is chosen. If that leaves several countries, the text has no region.
 *
 * @param words all region texts of a programme
 */
export function isoRegions(words: readonly string[]): IsoRegions {
  const candidates = new Map([...new Set(words)].map((name) => [name, candidatesOf(name)]));
  const weights = countsOf(
    [...candidates.values()].flatMap((regions) => [...new Set(regions.map(countryOf))]),
  );
  const found = new Map<string, IsoRegion>();
  for (const [name, regions] of candidates) {
    const most = Math.max(...regions.map((region) => weights.get(countryOf(region)) ?? 0));
    const likely = regions.filter((region) => weights.get(countryOf(region)) === most);
    const [first] = likely;
    // If regions at two levels of a country match, the one at the higher level is meant, which is listed first.
    if (first !== undefined && new Set(likely.map(countryOf)).size === 1) found.set(name, first);
  }
  const countries = new Set([...found.values()].map(countryOf));
  return {
    found,
    nearest(name) {
      const words = foldName(name);
      const regions = [...table().byCode.values()].filter(
        (region) => countries.size === 0 || countries.has(countryOf(region)),
      );
      return nearestTo(
        words,
        regions.map((region) => [region.names, region] as const),
        (names, limit) => Math.min(...names.map((name) => distanceWithin(words, foldName(name), limit))),
      ).slice(0, NEAREST);
    },
  };
}

function candidatesOf(name: string): readonly IsoRegion[] {
  const { byCode, byName } = table();
  const code = name.trim().toUpperCase();
  const coded = CODE.test(code) ? byCode.get(code) : undefined;
  if (coded !== undefined) return [coded];
  return (
    spellings(name)
      .map((spelling) => byName.get(spelling))
      .find((regions) => regions !== undefined) ?? []
  );
}

function countryOf({ code }: IsoRegion): string {
  return code.slice(0, 2);
}
