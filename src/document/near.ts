/** The places of the events of a document, for the search by distance on the page. */
import type { Event, Lang, Place, Programme } from '../model/index.ts';
import { withoutUndefined } from '../model/index.ts';
import { placesOfEvent } from '../reference/index.ts';
import { compareNames } from '../text/index.ts';
import type { Document } from './model.ts';
import type { NumberedTheme } from './numbered.ts';
import { placeRecord } from './places.ts';

/** Distances that readers can choose; the page preselects the first one within which there are several places. */
const KILOMETRES = [1, 2, 5, 10, 20, 50, 100];

/**
 * Builds the data for the search by distance, which includes a list of all places of events, sorted by name. `placesOf`
 * returns the indexes of an event's places in this list.
 */
export function nearPlaces(
  themes: readonly NumberedTheme[],
  programme: Programme,
  lang: Lang,
): { near: Document['near'] | undefined; placesOf(event: Event): readonly number[] } {
  const found = new Set(
    themes.flatMap(({ events }) => events.flatMap(({ event }) => placesOfEvent(event, programme))),
  );
  const compare = compareNames(lang);
  const sorted = [...found]
    .map((place) => ({ place, ...placeRecord(place, programme, lang) }))
    .sort((a, b) => compare(a.name, b.name));
  const order = new Map<Place, number>(sorted.map(({ place }, index) => [place, index]));
  const position = programme.config.web?.position ? true : undefined;
  const places = sorted.map(({ name, town, coordinates }) => withoutUndefined({ name, town, coordinates }));
  return {
    near:
      places.length === 0 ? undefined : { places, kilometres: KILOMETRES, ...withoutUndefined({ position }) },
    placesOf: (event) => placesOfEvent(event, programme).flatMap((place) => order.get(place) ?? []),
  };
}
