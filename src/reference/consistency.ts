import type { Position, Problem } from '../errors.ts';
import type { Lang, Reference } from '../model/index.ts';
import { messageOf } from './messages.ts';

/** Returns the position of a path within a file; the file is relative to the folder of the dataset. */
type PlaceOf = (file: string, path: readonly (string | number)[]) => Position;

const REGIONS = 'reference/regions.yaml';
const PLACES = 'reference/places.yaml';

/**
 * Problems that the schema cannot detect: a region listed twice, a region without a name in a published language, a
 * place in a region that is not listed.
 *
 * @param published the languages in which the programme is published
 */
export function referenceProblems(
  { regions, places }: Reference,
  published: readonly Lang[],
  placeOf: PlaceOf,
): Problem[] {
  const codes = regions.map((region) => region.code);
  const known = new Set(codes);
  return [
    ...regions.flatMap(({ code }, index) =>
      codes.indexOf(code) === index
        ? []
        : [{ ...messageOf('region-listed-twice', { code }), at: placeOf(REGIONS, [index, 'code']) }],
    ),
    ...regions.flatMap(({ code, names }, index) => {
      const lacking = published.filter((lang) => names[lang] === undefined);
      return lacking.length === 0
        ? []
        : [
            {
              ...messageOf('region-without-name', { region: code, languages: lacking }),
              at: placeOf(REGIONS, [index, 'names']),
            },
          ];
    }),
    ...places.flatMap(({ region }, index) =>
      region === undefined || known.has(region)
        ? []
        : [
            {
              ...messageOf('place-of-unknown-region', { region, file: REGIONS }),
              at: placeOf(PLACES, [index, 'region']),
            },
          ],
    ),
  ];
}
