import {
  type Event,
  type Lang,
  type Place,
  type Programme,
  paragraphsOf,
  textIn,
  textOf,
} from '../model/index.ts';
import { findPlace, placeName } from '../reference/index.ts';

/** A place in the words of one language. */
export interface PlaceRecord {
  name: string;
  /** Street and number. */
  street?: string;
  postcode?: string;
  town?: string;
  /** Latitude and longitude in degrees. */
  coordinates?: readonly [number, number];
}

/** The name, address and coordinates of a place, in a language if available. */
export function placeRecord(place: Place, programme: Programme, lang: Lang): PlaceRecord {
  const { address, postcode, town, coordinates } = place;
  const main = programme.config.language;
  return {
    name: textIn(placeName(place, programme), lang, main).words,
    ...(address === undefined ? {} : { street: textIn(address, lang, main).words }),
    ...(postcode === undefined ? {} : { postcode }),
    ...(town === undefined ? {} : { town: textIn(town, lang, main).words }),
    ...(coordinates === undefined ? {} : { coordinates }),
  };
}

/** Where an event takes place; words that refer to no place in the list are a place with only a name. */
export function placeRecords(event: Event, programme: Programme, lang: Lang): PlaceRecord[] {
  const { config } = programme;
  const lines = config.fields.flatMap(({ id, kind }) => {
    const text = kind === 'place' ? textOf(event, id) : undefined;
    return text === undefined ? [] : paragraphsOf(textIn(text, lang, config.language).words);
  });
  return [...new Set(lines)].map((line) => {
    const answer = findPlace(line, programme);
    return 'found' in answer ? placeRecord(answer.found, programme, lang) : { name: line };
  });
}

/** The address of a place in one line: `Am Markt 3, 01067 Musterstadt`; empty if it has none. */
export function addressOf({ street, postcode, town }: PlaceRecord): string {
  const inTown = [postcode, town].filter((part) => part !== undefined).join(' ');
  return [street, inTown].filter((part) => part !== undefined && part !== '').join(', ');
}

/** The address of a map on the web that shows a position. */
export function mapAddress([latitude, longitude]: readonly [number, number]): string {
  const query = new URLSearchParams({ mlat: String(latitude), mlon: String(longitude) });
  return `https://www.openstreetmap.org/?${query}#map=18/${latitude}/${longitude}`;
}
