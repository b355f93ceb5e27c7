import { isDeepStrictEqual } from 'node:util';
import { LANGUAGES } from '../../languages/index.ts';
import type { Problem } from '../errors.ts';
import {
  type Event,
  type Field,
  LANGS,
  type Place,
  PlacesFileSchema,
  type Programme,
  type ProgrammeFile,
  textIn,
  textOf,
  valueAt,
  withoutUndefined,
} from '../model/index.ts';
import { coordinatesOf, foldName, placeField, readCoordinates } from '../reference/index.ts';
import { messageOf } from './messages.ts';

type Details = Omit<Place, 'name' | 'region'>;

/**
 * The programme with a list of its places, if a public column names places and other columns contain their addresses,
 * towns or coordinates. A detail of a place is listed only if it is the same for all events at the place. Undefined if
 * there are no such columns, if a cell names several places, or if a name has several spellings or refers to places in
 * several towns; the texts of events then stay unchanged. The result also contains the ids of the fields that describe
 * places; the first of these fields contains the names.
 */
export function withListedPlaces(programme: Programme) {
  const { config } = programme;
  const name = placeField(config);
  const field = config.fields.find(({ id }) => id === name);
  if (field?.kind !== 'text' || field.emphasis) return undefined;
  const roles = rolesOf(config);
  if (![roles.address, roles.town, roles.coordinates, roles.latitude && roles.longitude].some(Boolean))
    return undefined;
  const events = programme.themes.flatMap((theme) => theme.events);
  const found = new Map<string, { name: string; details: Details[] }>();
  for (const event of events) {
    const text = textOf(event, field.id);
    if (text === undefined) continue;
    if (typeof text !== 'string' || text.includes('\n')) return undefined;
    const known = valueAt(found, foldName(text), () => ({ name: text, details: [] }));
    if (known.name !== text) return undefined;
    known.details.push(detailsOf((role) => wordsIn(event, roles[role], config)));
  }
  const places: Place[] = [];
  for (const { name: words, details } of found.values()) {
    if (new Set(details.flatMap(({ town }) => String(town ?? ''))).size > 1) return undefined;
    places.push({ name: words, ...agreed(details) });
  }
  const isListed = places.some(({ address, town, coordinates }) => address ?? town ?? coordinates);
  if (!isListed || !PlacesFileSchema.safeParse(places).success) return undefined;
  const fields = config.fields.map(
    (each): Field => (each === field ? { ...each, kind: 'place', index: true } : each),
  );
  return {
    programme: { ...programme, config: { ...config, fields }, reference: { ...programme.reference, places } },
    fields: [field.id, ...Object.values(roles)],
  };
}

/**
 * Proposes the kind `place` for a column that names places, if it is the only such column and does not have this kind
 * yet.
 */
export function placesProposed({ config }: Programme, file: string): Problem[] {
  const name = placeField(config);
  return config.fields
    .filter(({ id, kind }) => id === name && kind !== 'place')
    .map(({ id, heading = id }) => ({
      ...messageOf('places-proposed', {
        heading: textIn(heading, config.language, config.language).words,
        field: id,
      }),
      at: { file },
    }));
}

/** For each role, the key in `columnWords` under which the headings of columns with this role are listed. */
const HEADINGS = {
  address: 'addresses',
  postcode: 'postcodes',
  town: 'towns',
  latitude: 'latitudes',
  longitude: 'longitudes',
  coordinates: 'coordinates',
} as const;
type Role = keyof typeof HEADINGS;

/**
 * The roles of fields that are internal because they contain machine-readable data, not because they are secret. In
 * open data, the headings of such fields name what a coordinate belongs to, or the coordinate system: `venue latitude`,
 * `geo wgs84`.
 */
const FOR_MACHINES: readonly Role[] = ['latitude', 'longitude', 'coordinates'];

/**
 * The fields that contain the addresses and positions of places, identified by their headings. Address fields are
 * public.
 */
function rolesOf({ fields }: ProgrammeFile): Partial<Record<Role, string>> {
  const roles: Partial<Record<Role, string>> = {};
  for (const role of Object.keys(HEADINGS) as Role[]) {
    const words = LANGS.map((lang) => LANGUAGES[lang].columnWords[HEADINGS[role]]).join('|');
    const isForMachines = FOR_MACHINES.includes(role);
    const around = isForMachines ? '[\\p{L}\\d]+' : '';
    const pattern = `^(?:${around} )?(?:${words.replaceAll('*', '\\p{L}*')})(?: ${around})?$`;
    const [field, ...others] = fields.filter(
      ({ id, kind, heading = id, internal }) =>
        (!internal || isForMachines) &&
        (kind === 'text' || kind === 'number') &&
        new RegExp(pattern, 'u').test(foldName(String(heading))),
    );
    if (field !== undefined && others.length === 0) roles[role] = field.id;
  }
  return roles;
}

function wordsIn(event: Event, field: string | undefined, { language }: ProgrammeFile): string {
  const text = field === undefined ? undefined : textOf(event, field);
  return text === undefined ? '' : textIn(text, language, language).words.trim();
}

function detailsOf(wordsOf: (role: Role) => string): Details {
  return withoutUndefined({
    address: wordsOf('address') || undefined,
    postcode: wordsOf('postcode') || undefined,
    town: wordsOf('town') || undefined,
    coordinates:
      readCoordinates(wordsOf('coordinates')) ?? coordinatesOf(wordsOf('latitude'), wordsOf('longitude')),
  });
}

/** The details that do not differ between the rows that state them. */
function agreed(details: readonly Details[]): Details {
  const keys = ['address', 'postcode', 'town', 'coordinates'] as const;
  const values = keys.map((key) => {
    const [first, ...others] = details.map((detail) => detail[key]).filter((value) => value !== undefined);
    return [key, others.every((value) => isDeepStrictEqual(value, first)) ? first : undefined];
  });
  return withoutUndefined(Object.fromEntries(values));
}
