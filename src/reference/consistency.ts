import type { Position, Problem } from '../errors.ts';
import type { Lang, Reference } from '../model/index.ts';
import { messageOf } from './messages.ts';

/**
 * Returns the position of the value at a path in a file. The name of the file is relative to the folder of the dataset.
 */
type PlaceOf = (file: string, path: readonly (string | number)[]) => Position;

const REGIONS = 'reference/regions.yaml';
const PLACES = 'reference/places.yaml';

/**
 * Problems that the schema cannot detect: a region listed twice, a region without a name in a published language, a
 * place in a region that is not listed.
 *
 * @param published the languages in which the programme is published
 */
export function* referenceProblems(
  { regions, places }: Reference,
  published: readonly Lang[],
  placeOf: PlaceOf,
): Generator<Problem> {
  const codes = regions.map((region) => region.code);
  const known = new Set(codes);
  for (const [index, code] of codes.entries())
    if (codes.indexOf(code) !== index)
      yield { ...messageOf('region-listed-twice', { code }), at: placeOf(REGIONS, [index, 'code']) };
  for (const [index, { code: region, names }] of regions.entries()) {
    const languages = published.filter((lang) => names[lang] === undefined);
    const message = messageOf('region-without-name', { region, languages });
    if (languages.length > 0) yield { ...message, at: placeOf(REGIONS, [index, 'names']) };
  }
  for (const [index, { region }] of places.entries()) {
    if (region === undefined || known.has(region)) continue;
    const message = messageOf('place-of-unknown-region', { region, file: REGIONS });
    yield { ...message, at: placeOf(PLACES, [index, 'region']) };
  }
}
