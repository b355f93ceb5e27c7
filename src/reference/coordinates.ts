/** A number of degrees with a decimal fraction. */
const DEGREES = '([-+−]?\\d{1,3}[.,]\\d+)(?: ?°)?';
/**
 * Latitude and longitude, optionally with letters for the compass directions. At most one space is allowed in each
 * position, because adjacent repetitions in a pattern would take very long in a text with many spaces.
 */
const PAIR = new RegExp(`^[[(]? ?${DEGREES} ?([NS]?) ?[,;/ ] ?${DEGREES} ?([EW]?) ?[\\])]?$`, 'i');
/** Well-known text (WKT), as used in geographic databases, in which the longitude precedes the latitude. */
const WELL_KNOWN_TEXT = new RegExp(`^point ?\\( ?${DEGREES} ${DEGREES} ?\\)$`, 'i');

/**
 * Parses latitude and longitude in degrees, in the forms that are usual in lists and open data: `48.85, 2.35`, `48,85;
 * 2,35`, `48.85° N, 2.35° E`, `point(2.35 48.85)`, a GeoJSON point, and `{"lon": 2.35, "lat": 48.85}`. Undefined for
 * any other text, for `0, 0` and for numbers outside the range of degrees.
 */
export function readCoordinates(words: string): [number, number] | undefined {
  const text = words.trim().replace(/\s+/g, ' ');
  if (text.startsWith('{')) return jsonCoordinates(text);
  const point = WELL_KNOWN_TEXT.exec(text);
  if (point !== null) return coordinatesOf(point[2], point[1]);
  const [, latitude, south = '', longitude, west = ''] = PAIR.exec(text) ?? [];
  const sign = (letter: string): string => (/[SW]/i.test(letter) ? '-' : '');
  return coordinatesOf(latitude && sign(south) + latitude, longitude && sign(west) + longitude);
}

/** Parses a latitude and a longitude in decimal degrees; undefined if one of them is invalid. */
export function coordinatesOf(
  latitude: string | undefined,
  longitude: string | undefined,
): [number, number] | undefined {
  const [north, east] = [degrees(latitude), degrees(longitude)];
  if (north === undefined || east === undefined || (north === 0 && east === 0)) return undefined;
  return Math.abs(north) <= 90 && Math.abs(east) <= 180 ? [north, east] : undefined;
}

function degrees(words = ''): number | undefined {
  const number = words.trim().replace(/°$/, '').replace(',', '.').replace('−', '-');
  return /^[-+]?\d{1,3}(?:\.\d+)?$/.test(number) ? Number(number) : undefined;
}

function jsonCoordinates(text: string): [number, number] | undefined {
  try {
    const { lat, lon, lng, latitude = lat, longitude = lon ?? lng, type, coordinates } = JSON.parse(text);
    const [east, north] =
      type === 'Point' && Array.isArray(coordinates) ? coordinates : [longitude, latitude];
    return coordinatesOf(String(north), String(east));
  } catch {
    return undefined;
  }
}
