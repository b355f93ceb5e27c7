/** The places of the events of a document, near which readers of a page look for events. */
import type { Event, Lang, Place, Programme } from '../model/index.ts';
import { present } from '../model/index.ts';
import { placesOfEvent } from '../reference/index.ts';
import { compareNames } from '../text/index.ts';
import type { NearPlace } from './model.ts';
import type { NumberedTheme } from './numbered.ts';
import { placeRecord } from './places.ts';

/** Distances that readers choose from; a page takes the first one that contains several places. */
export const NEAR_KILOMETRES = [1, 2, 5, 10, 20, 50, 100];

/** The places of events by name, and the positions of those of an event in this list. */
export function nearPlaces(
  themes: readonly NumberedTheme[],
  programme: Programme,
  lang: Lang,
): { places: NearPlace[]; placesOf(event: Event): readonly number[] } {
  const found = new Set(
    themes.flatMap(({ events }) => events.flatMap(({ event }) => placesOfEvent(event, programme))),
  );
  const compare = compareNames(lang);
  const sorted = [...found]
    .map((place) => ({ place, ...placeRecord(place, programme, lang) }))
    .sort((a, b) => compare(a.name, b.name));
  const order = new Map<Place, number>(sorted.map(({ place }, index) => [place, index]));
  return {
    places: sorted.map(({ name, town, coordinates }) => ({
      name,
      ...present({ town, coordinates }),
    })),
    placesOf: (event) => placesOfEvent(event, programme).flatMap((place) => order.get(place) ?? []),
  };
}
