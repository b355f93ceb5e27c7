import { LANGUAGES } from '../../languages/index.ts';
import type { Position, Problem } from '../errors.ts';
import {
  type Event,
  LANGS,
  type Lang,
  type Place,
  type Programme,
  type ProgrammeFile,
  perObject,
  type Reference,
  type Text,
  textIn,
  textOf,
  valueAt,
  withEvents,
  wordsInAll,
} from '../model/index.ts';
import { idMaker } from '../text/index.ts';
import { distanceWithin, NEAREST, nearestTo } from './distance.ts';
import { foldName } from './fold.ts';
import { namesOfPlace } from './gazetteer.ts';
import { messageOf } from './messages.ts';

type HasPlaces = Pick<Programme, 'config' | 'reference'>;

interface PlaceIndex {
  ids: ReadonlyMap<string, Place>;
  /** Places by folded name, printed name or alias. */
  names: ReadonlyMap<string, readonly Place[]>;
  /** The names of places as printed. */
  printed: ReadonlyMap<Place, Text>;
}

const built = new WeakMap<Reference, PlaceIndex>();

function indexOf({ reference, config }: HasPlaces): PlaceIndex {
  return valueAt(built, reference, () => builtIndex(reference, config));
}

function builtIndex({ places }: Reference, config: Programme['config']): PlaceIndex {
  const called = byName(places, ({ name }) => wordsInAll(name));
  const isShared = ({ name }: Place): boolean =>
    wordsInAll(name).some((words) => (called.get(foldName(words))?.length ?? 0) > 1);
  const printed = new Map(
    places.map((place) => [place, isShared(place) ? withTown(place, config.language) : place.name]),
  );
  return {
    ids: new Map(places.flatMap((place) => (place.id === undefined ? [] : [[place.id, place] as const]))),
    names: byName(places, (place) => [...namesOfPlace(place), ...wordsInAll(printed.get(place))]),
    printed,
  };
}

function byName(
  places: readonly Place[],
  namesOf: (place: Place) => readonly string[],
): Map<string, readonly Place[]> {
  const names = new Map<string, Place[]>();
  for (const place of places)
    for (const name of new Set(namesOf(place).map(foldName)))
      if (name !== '') valueAt(names, name, () => []).push(place);
  return names;
}

function withTown({ name, town }: Place, main: Lang): Text {
  if (town === undefined) return name;
  const inLanguage = (lang: Lang): string =>
    `${textIn(name, lang, main).words}, ${textIn(town, lang, main).words}`;
  return inLanguages([name, town], inLanguage, main);
}

/**
 * Creates a text in all languages in which one of the given texts exists. The new text is a plain string if all given
 * texts are plain strings.
 */
function inLanguages(texts: readonly Text[], wordsIn: (lang: Lang) => string, main: Lang): Text {
  const langs = LANGS.filter((lang) => texts.some((text) => typeof text !== 'string' && text[lang]));
  if (langs.length === 0) return wordsIn(main);
  return Object.fromEntries(
    LANGS.filter((lang) => lang === main || langs.includes(lang)).map((lang) => [lang, wordsIn(lang)]),
  );
}

/**
 * Problems in the list of places: an id used twice and, if events refer to places, two places with the same printed
 * name, which readers cannot distinguish.
 */
export function* placeListProblems(
  programme: HasPlaces,
  placeOf: (path: readonly (string | number)[]) => Position,
): Generator<Problem> {
  const { places } = programme.reference;
  const ids = places.map(({ id }) => id);
  for (const [index, id] of ids.entries())
    if (id !== undefined && ids.indexOf(id) !== index)
      yield { ...messageOf('place-id-twice', { id }), at: placeOf([index, 'id']) };
  if (placeFields(programme).length === 0) return;
  const printed = byName(places, (place) => wordsInAll(placeName(place, programme)));
  for (const [index, place] of places.entries()) {
    const isTaken = (words: string): boolean => (printed.get(foldName(words)) ?? [place])[0] !== place;
    const name = wordsInAll(placeName(place, programme)).find(isTaken);
    if (name !== undefined)
      yield { ...messageOf('place-name-twice', { name }), at: placeOf([index, 'name']) };
  }
}

/** The name of a place as printed: with its town if another place in the list has the same name. */
export function placeName(place: Place, programme: HasPlaces): Text {
  return indexOf(programme).printed.get(place) ?? place.name;
}

/** The place to which words refer; undefined if there is no such place, or if there are several. */
export function findPlace(words: string, programme: HasPlaces): Place | undefined {
  const places = placesCalled(words, programme);
  return places.length === 1 ? places[0] : undefined;
}

/**
 * The places to which words refer by an id, a name or an alias. Differences in case, accents and punctuation are
 * ignored, except in ids.
 */
export function placesCalled(words: string, programme: HasPlaces): readonly Place[] {
  const { ids, names } = indexOf(programme);
  const byId = ids.get(words.trim());
  return byId === undefined ? (names.get(foldName(words)) ?? []) : [byId];
}

/**
 * The places, at most three, whose names are the most similar to words that do not refer to any place. Names that
 * contain the words, or are contained in them, precede other names; otherwise, the most similar names come first.
 */
export function nearestPlaces(unlisted: string, programme: HasPlaces): Place[] {
  const words = foldName(unlisted);
  if (words === '') return [];
  const contains = (all: string, part: string): boolean => ` ${all} `.includes(` ${part} `);
  const near = nearestTo(words, indexOf(programme).names, (name, limit) =>
    contains(words, name) || contains(name, words) ? 0 : distanceWithin(words, name, limit),
  );
  return [...new Set(near.flat())].slice(0, NEAREST);
}

/**
 * The places of an event, with the addresses and coordinates from the list of places. The places are in the order of
 * the fields of kind `place` and of the lines in these fields. Words that do not refer to a place are omitted.
 */
export function placesOfEvent(event: Event, programme: HasPlaces): Place[] {
  const places = placeFields(programme).flatMap(({ id }) =>
    wordsInAll(textOf(event, id))
      .flatMap((words) => words.split('\n'))
      .flatMap((line) => findPlace(line, programme) ?? []),
  );
  return [...new Set(places)];
}

function placeFields({ config }: Pick<HasPlaces, 'config'>): Programme['config']['fields'] {
  return config.fields.filter(({ kind }) => kind === 'place');
}

/** Replaces ids and other spellings of places, in fields of kind `place`, with the printed names of these places. */
export function withPlaceNames(programme: Programme): Programme {
  const fields = placeFields(programme).map(({ id }) => id);
  if (fields.length === 0 || programme.reference.places.length === 0) return programme;
  const named = (event: Event): Event => {
    const texts = fields.flatMap((id) => {
      const text = textOf(event, id);
      return text === undefined ? [] : [[id, namedText(text, programme)] as const];
    });
    return texts.length === 0 ? event : { ...event, ...Object.fromEntries(texts) };
  };
  return withEvents(programme, (events) => events.map(named));
}

/**
 * Replaces each line of a text that refers to a place: the new line is the name of that place. In a language in which
 * the place has no name, the line is not changed.
 */
function namedText(text: Text, programme: HasPlaces): Text {
  const main = programme.config.language;
  const nameOf = (line: string): Text | undefined => {
    const place = findPlace(line, programme);
    return place && placeName(place, programme);
  };
  if (typeof text !== 'string')
    return Object.fromEntries(
      LANGS.flatMap((lang) => {
        const words = text[lang];
        const nameIn = (line: string): string => ownWords(nameOf(line), lang, main) ?? line;
        return words === undefined ? [] : [[lang, eachLine(words, nameIn)]];
      }),
    );
  const names = text.split('\n').flatMap((line) => nameOf(line) ?? []);
  return inLanguages(
    names,
    (lang) =>
      eachLine(text, (line) => {
        const name = nameOf(line);
        return name === undefined ? line : textIn(name, lang, main).words;
      }),
    main,
  );
}

function ownWords(name: Text | undefined, lang: Lang, main: Lang): string | undefined {
  if (typeof name !== 'string') return name?.[lang];
  return lang === main ? name : undefined;
}

const eachLine = (words: string, change: (line: string) => string): string =>
  words.split('\n').map(change).join('\n');

/** A place with the id by which rows of workbooks and proposed changes refer to it. */
export type PlaceItem = Place & { id: string };

/** Places with ids. A place that has no id is given one that is generated from its name and town. */
export const placeItems = perObject((places: readonly Place[]): readonly PlaceItem[] => {
  const newId = idMaker(
    places.flatMap(({ id }) => id ?? []),
    'place',
  );
  return places.map((place) => ({
    ...place,
    id: place.id ?? newId([...wordsInAll(place.name), ...wordsInAll(place.town)]),
  }));
});

/** Converts items to places, without the ids that `placeItems` generated for the places in a list. */
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

/**
 * Patterns for folded headings: one for headings that are a word for places, and one for headings that contain such a
 * word. Any character except a space counts as a letter, because compiling a pattern for the letters of all scripts
 * would take a twentieth of the time of a build.
 */
let patterns: readonly RegExp[] | undefined;

function patternsOfPlaces(): readonly RegExp[] {
  const words = LANGS.map((lang) => LANGUAGES[lang].columnWords.places).join('|');
  const place = `(?:${words.replaceAll('*', '[^ ]*')})`;
  return [new RegExp(`^${place}$`), new RegExp(`(?:^| )${place}(?: |$)`)];
}

/**
 * The printed field that states where an event takes place, by the first criterion that applies; otherwise undefined:
 *
 * - the first field of kind place
 * - the only field of kind text or category whose heading (or id, if it has no heading) is a word for places
 * - the only such field whose heading contains a word for places
 */
export function placeField({ fields, themes }: Pick<ProgrammeFile, 'fields' | 'themes'>): string | undefined {
  const printed = fields.filter(({ id }) => themes.some(({ columns }) => columns.includes(id)));
  const listed = printed.find(({ kind }) => kind === 'place');
  if (listed !== undefined) return listed.id;
  const called = (pattern: RegExp): string[] =>
    printed.flatMap(({ id, kind, heading = id }) => {
      const isText = kind === 'text' || kind === 'category';
      return isText && wordsInAll(heading).some((text) => pattern.test(foldName(text))) ? id : [];
    });
  patterns ??= patternsOfPlaces();
  return patterns.map(called).find((ids) => ids.length === 1)?.[0];
}
