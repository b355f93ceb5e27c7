/** Calculates distances from a chosen place or from the position of the device. */

/** Latitude and longitude in degrees. */
export type Point = readonly [number, number];

interface Place {
  name: string;
  town: string;
  point: Point | undefined;
}

/** Reads the places of the page, in the format that templates/html/find.tsx writes. */
export function placesOf(text: string | undefined): Place[] {
  const rows = JSON.parse(text ?? '[]') as [string, string, number?, number?][];
  return rows.map(([name, town, latitude, longitude]) => ({
    name,
    town,
    point: latitude === undefined || longitude === undefined ? undefined : [latitude, longitude],
  }));
}

/**
 * The distance in kilometres of each place from a point, or from a town or place with the given name. It is 0 for
 * places within the town, and infinite if a position is not known.
 */
export function distancesFrom(from: string | Point, places: readonly Place[]): number[] {
  const isThere = ({ name, town }: Place): boolean => name === from || town === from;
  const points = typeof from === 'string' ? places.filter(isThere).map(({ point }) => point) : [from];
  return places.map((place) =>
    isThere(place)
      ? 0
      : Math.min(
          ...points.map((point) =>
            point === undefined || place.point === undefined
              ? Number.POSITIVE_INFINITY
              : between(point, place.point),
          ),
        ),
  );
}

const EARTH = 6371;

/** The great-circle distance between two points in kilometres. */
function between([a, b]: Point, [c, d]: Point): number {
  const [south, north, across] = [a, c, d - b].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const half =
    Math.sin((north - south) / 2) ** 2 + Math.cos(south) * Math.cos(north) * Math.sin(across / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(half));
}

/**
 * The smallest of the given distances that includes at least three places. If fewer than three places have a known
 * distance, it is the smallest one that includes all of them.
 */
export function usualDistance(distances: readonly number[], steps: readonly number[]): number {
  const known = distances.filter((distance) => distance !== Number.POSITIVE_INFINITY);
  const enough = Math.min(3, known.length);
  return (
    steps.find((step) => known.filter((distance) => distance <= step).length >= enough) ?? steps.at(-1) ?? 0
  );
}

/** Kilometres per degree of latitude. */
const DEGREE = 111.2;

/** A position that is rounded to a grid of one kilometre. */
export function rounded([latitude, longitude]: Point): Point {
  const south = Math.round(latitude * DEGREE) / DEGREE;
  const width = DEGREE * Math.max(0.01, Math.cos((south * Math.PI) / 180));
  return [south, Math.round(longitude * width) / width];
}
