import { type Place, valueAt, wordsInAll } from '../model/index.ts';
import { idMaker } from '../text/index.ts';

/** A place with the id by which rows of workbooks and proposed changes refer to it. */
export type PlaceItem = Place & { id: string };

const known = new WeakMap<readonly Place[], readonly PlaceItem[]>();

/** Places with their ids; a place without an id gets one made from its name and town. */
export function placeItems(places: readonly Place[]): readonly PlaceItem[] {
  return valueAt(known, places, () => madeItems(places));
}

function madeItems(places: readonly Place[]): PlaceItem[] {
  const newId = idMaker(
    places.flatMap(({ id }) => id ?? []),
    'place',
  );
  return places.map((place) => ({
    ...place,
    id: place.id ?? newId([...wordsInAll(place.name), ...wordsInAll(place.town)]),
  }));
}

/** Items converted to places; places without an id in the list get none. */
export function placesOfItems(items: readonly PlaceItem[], list: readonly Place[]): Place[] {
  const made = new Set(
    placeItems(list).flatMap(({ id }, index) => (list[index]?.id === undefined ? id : [])),
  );
  return items.map((item) => {
    if (!made.has(item.id)) return item;
    const { id: _, ...place } = item;
    return place;
  });
}
