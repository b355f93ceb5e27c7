import type { Position, Problem } from '../errors.ts';
import type { Lang, Reference } from '../model/index.ts';

/** Gives where what is at a path of a file stands; the file is named from the folder of the dataset. */
type PlaceOf = (file: string, path: readonly (string | number)[]) => Position;

const REGIONS = 'reference/regions.yaml';
const PLACES = 'reference/places.yaml';

/**
 * What the schema cannot see: a region listed twice, a region without a name in a published language, a place in a region that is not
 * listed.
 *
 * @param published the languages that the programme is published in
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
        : [{ message: `the region ${code} is listed twice`, at: placeOf(REGIONS, [index, 'code']) }],
    ),
    ...regions.flatMap(({ code, names }, index) => {
      const lacking = published.filter((lang) => names[lang] === undefined);
      return lacking.length === 0
        ? []
        : [
            {
              message: `${code} has no name in ${lacking.join(', ')}`,
              at: placeOf(REGIONS, [index, 'names']),
              hint: 'a region needs a name in each language that the programme is published in',
            },
          ];
    }),
    ...places.flatMap(({ region }, index) =>
      known.has(region)
        ? []
        : [
            {
              message: `${region} is not in ${REGIONS}`,
              at: placeOf(PLACES, [index, 'region']),
              hint: 'correct the code, or add the region there',
            },
          ],
    ),
  ];
}
