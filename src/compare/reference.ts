import { groupBy, type Lang, type Place, type Programme, type Reference, textIn } from '../model/index.ts';
import type { Comparison, Difference, FieldWords, UnratedChange } from './change.ts';
import { versions } from './differences.ts';
import { textFields } from './fields.ts';

/** The names of the regions that the changes mention, from the first reference that contains them. */
export function regionNames(
  drafts: readonly UnratedChange[],
  references: readonly Reference[],
): Comparison['regions'] {
  const codes = new Set(
    drafts.flatMap(({ place, field, words, fields }) => [
      ...(place.old?.regions ?? []),
      ...(place.new?.regions ?? []),
      ...[{ field: field ?? '', words: `${words.old}, ${words.new}` }, ...(fields ?? [])]
        .filter((item) => item.field.startsWith('regions.'))
        .flatMap((item) => item.words.split(', ')),
    ]),
  );
  const known = new Map(
    references.flatMap(({ regions }) => regions.map((region) => [region.code, region.names])),
  );
  return Object.fromEntries(
    [...codes].sort().flatMap((code) => {
      const names = known.get(code);
      return names === undefined ? [] : [[code, names]];
    }),
  );
}

/**
 * A key for a place, consisting of its name in all languages and its region. Places in two editions are matched by this
 * key.
 */
const nameOf = ({ name, region }: Place): string =>
  [typeof name === 'string' ? name : Object.values(name).join(' / '), region].join(', ');

const DETAILS = ['address', 'postcode', 'town', 'coordinates', 'access'] as const;

/**
 * The properties of places whose changes are reported, because the place index, calendars or the web page show them.
 */
export const PLACE_DETAILS: readonly string[] = DETAILS;

/** The details of the places that both lists contain exactly once under the same name. */
export function placeFields(places: readonly Place[], others: readonly Place[], main: Lang): FieldWords[] {
  return places.filter(inBoth(places, others)).flatMap((place) =>
    DETAILS.flatMap((key) => {
      const value = key === 'coordinates' ? place.coordinates?.join(', ') : place[key];
      return textFields(`places.${key}.${textIn(place.name, main, main).words}`, value, main);
    }),
  );
}

function inBoth(before: readonly Place[], after: readonly Place[]): (place: Place) => boolean {
  const [one, other] = [groupBy(before, nameOf), groupBy(after, nameOf)];
  return (place) => one.get(nameOf(place))?.length === 1 && other.get(nameOf(place))?.length === 1;
}

/**
 * Regions and places that differ or that only one edition contains, except the details of places that `placeFields`
 * compares. Regions and places are not printed in tables, but are used in indexes and filters.
 */
export function referenceDifferences(
  { config: { language: main }, reference: before }: Pick<Programme, 'config' | 'reference'>,
  { config: { language }, reference: after }: Pick<Programme, 'config' | 'reference'>,
): Difference[] {
  // A name that is a plain string is in the main language of its edition.
  const [old, now] =
    main === language
      ? [before.places, after.places]
      : [before.places.map(namedIn(main)), after.places.map(namedIn(language))];
  const isInBoth = inBoth(old, now);
  const withoutDetails = (place: Place): object =>
    Object.fromEntries(
      Object.entries(place).filter(([key]) => !(isInBoth(place) && PLACE_DETAILS.includes(key))),
    );
  return [
    ...entryDifferences('region', before.regions, after.regions, (region) => region.code),
    ...entryDifferences('place', old, now, nameOf, withoutDetails),
  ];
}

const namedIn =
  (main: Lang) =>
  (place: Place): Place =>
    typeof place.name === 'string' ? { ...place, name: { [main]: place.name } } : place;

function entryDifferences<T extends object>(
  about: 'region' | 'place',
  before: readonly T[],
  after: readonly T[],
  idOf: (entry: T) => string,
  comparedIn: (entry: T) => object = (entry) => entry,
): Difference[] {
  const oldEntries = new Map(before.map((entry) => [idOf(entry), JSON.stringify(comparedIn(entry))]));
  const newEntries = new Map(after.map((entry) => [idOf(entry), JSON.stringify(comparedIn(entry))]));
  return [...new Set([...oldEntries.keys(), ...newEntries.keys()])].flatMap((id) => {
    const words = versions(oldEntries.get(id), newEntries.get(id));
    return words.old === words.new ? [] : [{ about, id, field: 'entry', words }];
  });
}
