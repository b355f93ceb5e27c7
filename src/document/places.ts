import {
  type Event,
  type Lang,
  type Place,
  type Programme,
  paragraphsOf,
  type Text,
  textIn,
  textOf,
  withoutUndefined,
} from '../model/index.ts';
import { findPlace, placeField, placeName } from '../reference/index.ts';
import type { Paragraph } from './model.ts';
import type { Runs } from './runs.ts';

/** A place with its texts in one language. */
export interface PlaceRecord {
  name: string;
  /** Street and house number. */
  street?: string;
  postcode?: string;
  town?: string;
  /** Latitude and longitude in degrees. */
  coordinates?: readonly [number, number];
  /** Note on access. */
  access?: Text;
}

/** The name, address and coordinates of a place, in the language of the document if available. */
export function placeRecord(place: Place, programme: Programme, lang: Lang): PlaceRecord {
  const { address, postcode, town, coordinates, access } = place;
  const wordsOf = (text: Text): string => textIn(text, lang, programme.config.language).words;
  return {
    name: wordsOf(placeName(place, programme)),
    ...withoutUndefined({ street: address && wordsOf(address), postcode, town: town && wordsOf(town) }),
    ...withoutUndefined({ coordinates, access }),
  };
}

/**
 * The places that a text names, one per line. A line that does not match any place in the list is returned as a place
 * that has only a name.
 */
export function placeRecords(text: Text | undefined, programme: Programme, lang: Lang): PlaceRecord[] {
  const words = text === undefined ? '' : textIn(text, lang, programme.config.language).words;
  return [...new Set(paragraphsOf(words))].map((line) => {
    const place = findPlace(line, programme);
    return place === undefined ? { name: line } : placeRecord(place, programme, lang);
  });
}

/**
 * The places of events, from their fields of kind `place` or, if there is no such field, from the field whose heading
 * denotes a place.
 */
export function placesIn(programme: Programme, lang: Lang): (event: Event) => PlaceRecord[] {
  const { config } = programme;
  const fields = config.fields.flatMap(({ id, kind }) => (kind === 'place' ? id : []));
  const stated = fields.length > 0 ? fields : [placeField(config) ?? []].flat();
  return (event) => stated.flatMap((id) => placeRecords(textOf(event, id), programme, lang));
}

/** The address of a place (with a link to a map if the coordinates of the place are known), and the note on access. */
export function placeNotes(place: PlaceRecord, runs: Runs): Paragraph[] {
  const { coordinates, access } = place;
  const text = addressOf(place) || (coordinates?.join(', ') ?? '');
  const link = coordinates === undefined ? {} : { link: mapAddress(coordinates) };
  return [
    ...(text === '' ? [] : [[{ text, ...link }]]),
    ...(access === undefined ? [] : runs.paragraphs(access)),
  ];
}

/** The address of a place on one line: `Am Markt 3, 01067 Musterstadt`; empty if the place has no address. */
export function addressOf({ street, postcode, town }: PlaceRecord): string {
  const inTown = [postcode, town].filter((part) => part !== undefined).join(' ');
  return [street, inTown].filter((part) => part !== undefined && part !== '').join(', ');
}

/** The web address of a map that shows a position. */
function mapAddress([latitude, longitude]: readonly [number, number]): string {
  const query = new URLSearchParams({ mlat: String(latitude), mlon: String(longitude) });
  return `https://www.openstreetmap.org/?${query}#map=18/${latitude}/${longitude}`;
}
