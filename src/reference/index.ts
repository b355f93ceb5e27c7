/** Finds the regions and places that texts name, and inconsistencies in the reference data of a programme. */
export { referenceProblems } from './consistency.ts';
export { coordinatesOf, readCoordinates } from './coordinates.ts';
export { editDistance, NEAREST, nearestTo } from './distance.ts';
export { findRegion } from './find.ts';
export { foldName } from './fold.ts';
export { buildGazetteer, type Gazetteer, namesOfRegion, regionName, regionsNamed } from './gazetteer.ts';
export { type IsoRegion, type IsoRegions, isoRegions } from './iso-3166-2.ts';
export { type Mention, placesIn, regionsOf } from './mentions.ts';
export {
  findPlace,
  nearestPlaces,
  type PlaceItem,
  placeField,
  placeItems,
  placeListProblems,
  placeName,
  placesCalled,
  placesOfEvent,
  placesOfItems,
  withPlaceNames,
} from './places.ts';
