import { LANGS, LANGUAGES } from '../../languages/index.ts';
import { editDistance } from './distance.ts';
import { foldName } from './fold.ts';
import ISO_3166_2 from './iso-3166-2.json' with { type: 'json' };

/** A region of ISO 3166-2. */
export interface IsoRegion {
  code: string;
  /** Name in the standard, and in the languages of the publisher where it is another. */
  names: readonly string[];
}

/** What the words of a programme's regions stand for. */
export interface IsoRegions {
  /** Regions by the words, as they were given; words that no region is called are not in it. */
  found: ReadonlyMap<string, IsoRegion>;
  /** The regions, at most three, whose names come nearest to words: of the countries of those that were found, else of all. */
  nearest(words: string): readonly IsoRegion[];
}

const NEAREST = 3;
const CODE = /^[A-Z]{2}-[A-Z\d]{1,3}$/;

let known: { byCode: Map<string, IsoRegion>; byName: Map<string, IsoRegion[]> } | undefined;

/** The table by code and by name, built when it is asked for first. */
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

/** Words of kinds of regions: Oblast, Republic, of … */
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

/** A name folded; without words for the kind of region; and what stands before its comma: Madrid, Comunidad de. */
function spellings(name: string): string[] {
  const whole = foldName(name);
  const bare = ` ${whole} `.replace(KINDS, '').trim();
  const [first = '', second] = name.split(',');
  const spelt = [whole, bare, second === undefined ? '' : foldName(first)].filter((one) => one !== '');
  return [...new Set(spelt)];
}

/**
 * The regions that printed words are called by in ISO 3166-2: a code, or a name in the standard or in a language of the publisher, whatever its case, accents
 * and word for the kind of region. Of several countries with such a name, it is that in which most of the other words lie; if that leaves
 * more than one, the words stand for none.
 *
 * @param words all region words of a programme
 */
export function isoRegions(words: readonly string[]): IsoRegions {
  const candidates = new Map([...new Set(words)].map((name) => [name, candidatesOf(name)]));
  const weights = new Map<string, number>();
  for (const regions of candidates.values())
    for (const country of new Set(regions.map(countryOf)))
      weights.set(country, (weights.get(country) ?? 0) + 1);
  const found = new Map<string, IsoRegion>();
  for (const [name, regions] of candidates) {
    const most = Math.max(...regions.map((region) => weights.get(countryOf(region)) ?? 0));
    const likely = regions.filter((region) => weights.get(countryOf(region)) === most);
    const [first] = likely;
    // Of two levels of one country the higher one is meant, and stands first.
    if (first !== undefined && new Set(likely.map(countryOf)).size === 1) found.set(name, first);
  }
  const countries = new Set([...found.values()].map(countryOf));
  return {
    found,
    nearest: (name) =>
      nearestTo(
        name,
        [...table().byCode.values()].filter(
          (region) => countries.size === 0 || countries.has(countryOf(region)),
        ),
      ),
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

function nearestTo(words: string, regions: readonly IsoRegion[]): readonly IsoRegion[] {
  const folded = foldName(words);
  const limit = Math.max(1, Math.floor(folded.length / 3));
  return regions
    .map((region) => ({
      region,
      distance: Math.min(...region.names.map((name) => distance(folded, foldName(name), limit))),
    }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAREST)
    .map(({ region }) => region);
}

/** Edit distance, or infinity where the lengths alone put it beyond the limit. */
function distance(a: string, b: string, limit: number): number {
  return Math.abs(a.length - b.length) > limit ? Number.POSITIVE_INFINITY : editDistance(a, b);
}
