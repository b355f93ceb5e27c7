import type { Region } from '../model/index.ts';
import { ARTICLES } from '../text/index.ts';
import { distanceWithin, NEAREST, nearestTo } from './distance.ts';
import { foldName } from './fold.ts';
import { type Gazetteer, type Naming, regionsNamed } from './gazetteer.ts';
import { placesIn } from './mentions.ts';

/**
 * The result of a search: the region that matches a query, several matching regions, or the regions with the most
 * similar names (at most three).
 */
export type RegionAnswer =
  | { readonly found: Region }
  | { readonly ambiguous: readonly Region[] }
  | { readonly unknown: string; readonly nearest: readonly Region[] };

/**
 * Finds the region that matches a user's query, ignoring case, accents, punctuation and a leading article. The criteria
 * below are tried in order until one matches. If several regions match that criterion, the query is ambiguous. For
 * example, "Moscow" means the city, because it is its whole name, whereas "Novgorod" can mean Novgorod Oblast or Nizhny
 * Novgorod Oblast.
 *
 * - the code of the region
 * - its whole name or alias
 * - the whole name of a place in it
 * - words within its names
 * - words within the names of its places
 */
export function findRegion(gazetteer: Gazetteer, query: string): RegionAnswer {
  const folded = foldName(query);
  const [article = '', ...rest] = folded.split(' ');
  const regions = [
    [gazetteer.regions.get(query.trim().toUpperCase()) ?? []].flat(),
    regionsCalled(gazetteer, folded),
    ARTICLES.has(article) ? regionsCalled(gazetteer, rest.join(' ')) : [],
  ].find((answer) => answer.length > 0);
  const [first, ...others] = regions ?? [];
  if (first === undefined || regions === undefined) {
    return { unknown: query, nearest: nearestRegions(gazetteer, query) };
  }
  return others.length === 0 ? { found: first } : { ambiguous: regions };
}

function regionsCalled(gazetteer: Gazetteer, name: string): readonly Region[] {
  if (name === '') return [];
  const whole = gazetteer.names.get(name);
  if (whole !== undefined) return regionsNamed(gazetteer, whole);
  const partly = [...gazetteer.names].filter(([other]) => ` ${other} `.includes(` ${name} `));
  const regions = new Set(partly.flatMap(([, naming]) => naming.regions));
  if (regions.size > 0) return [...regions];
  return [...new Set(partly.flatMap(([, naming]) => regionsNamed(gazetteer, naming)))];
}

/**
 * Regions that the query names in addition to other words, followed by regions whose names are similar to the query,
 * the most similar first.
 */
function nearestRegions(gazetteer: Gazetteer, query: string): readonly Region[] {
  const name = foldName(query);
  if (name === '') return [];
  // The query is converted to upper case, because names match only words that begin with a capital letter.
  const named = placesIn(gazetteer, query.toUpperCase());
  const near = nearestTo(name, gazetteer.names, (other, limit, naming) =>
    distanceToName(name, other, naming, limit),
  );
  const regions = [...named, ...near].flatMap((naming) => regionsNamed(gazetteer, naming));
  return [...new Set(regions)].slice(0, NEAREST);
}

/**
 * Distance between a query and a name. For the name of a region, the parts of the name with as many words as the query
 * are compared as well, and the smallest distance is returned. A distance above the limit is returned as infinity.
 */
function distanceToName(query: string, name: string, naming: Naming, limit: number): number {
  const words = naming.regions.length === 0 ? [] : name.split(' ');
  const count = query.split(' ').length;
  const parts = words.map((_, index) => words.slice(index, index + count).join(' '));
  return Math.min(...[name, ...parts].map((part) => distanceWithin(query, part, limit)));
}
