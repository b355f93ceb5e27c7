import type { Reference } from '../model/reference.ts';
import type { Lang } from '../model/text.ts';

/** Something wrong between regions and places that are valid each for themselves. */
export interface ReferenceFinding {
  /** File relative to the folder of the dataset. */
  file: string;
  path: readonly (string | number)[];
  message: string;
  hint?: string;
}

/**
 * What the schema cannot see: a region listed twice, a region without a name in a published language, a place in a region that is not
 * listed.
 *
 * @param published the languages that the programme is published in
 */
export function referenceFindings(
  { regions, places }: Reference,
  published: readonly Lang[],
): ReferenceFinding[] {
  const codes = regions.map((region) => region.code);
  const known = new Set(codes);
  return [
    ...regions.flatMap(({ code }, index) =>
      codes.indexOf(code) === index
        ? []
        : [
            {
              file: 'reference/regions.yaml',
              path: [index, 'code'],
              message: `the region ${code} is listed twice`,
            },
          ],
    ),
    ...regions.flatMap(({ code, names }, index) => {
      const lacking = published.filter((lang) => names[lang] === undefined);
      return lacking.length === 0
        ? []
        : [
            {
              file: 'reference/regions.yaml',
              path: [index, 'names'],
              message: `${code} has no name in ${lacking.join(', ')}`,
              hint: 'a region needs a name in each language that the programme is published in',
            },
          ];
    }),
    ...places.flatMap(({ region }, index) =>
      known.has(region)
        ? []
        : [
            {
              file: 'reference/places.yaml',
              path: [index, 'region'],
              message: `${region} is not in reference/regions.yaml`,
              hint: 'correct the code, or add the region there',
            },
          ],
    ),
  ];
}
