import type { Reference } from '../model/reference.ts';

/** Something wrong between regions and places that are valid each for themselves. */
export interface ReferenceFinding {
  /** File relative to the folder of the dataset. */
  file: string;
  path: readonly (string | number)[];
  message: string;
  hint?: string;
}

/** What the schema cannot see: a region listed twice, a place in a region that is not listed. */
export function referenceFindings({ regions, places }: Reference): ReferenceFinding[] {
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
