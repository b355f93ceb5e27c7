import {
  type Event,
  edtfOrder,
  edtfPeriod,
  type Field,
  type Lang,
  NO_REGION_REASONS,
  own,
  type Place,
  type Programme,
  parseEdtf,
  type Region,
  type Side,
  type Text,
  textOf,
  titleIn,
} from '../model/index.ts';
import { buildGazetteer, type Gazetteer, placesIn } from '../reference/index.ts';
import { dateWords, periodHeading } from '../text/dates/index.ts';
import { compareNames, fill, type Labels } from '../text/index.ts';
import { dateInWords } from './date-in-words.ts';
import type { Entry, IndexGroup, Paragraph, Section } from './model.ts';
import type { NumberedEvent, NumberedTheme } from './numbered.ts';
import type { Runs } from './runs.ts';
import { wordsOf } from './texts.ts';

export interface IndexContext {
  programme: Programme;
  lang: Lang;
  say: Labels;
  runs: Runs;
}

/**
 * The indexes of a programme: regions and places of each side, values of fields, and dates. An index with a single
 * group is omitted, because it would repeat the tables.
 */
export function indexSections(themes: readonly NumberedTheme[], context: IndexContext): Section[] {
  const events = themes.flatMap((theme) => theme.events);
  const { programme, say, runs } = context;
  const placesOf = placeFinder(context);
  const entryOf = entries(context);
  const { sides, fields } = programme.config;
  const places = sides
    .filter(({ index }) => index !== false)
    .map((side) =>
      indexSection(
        `_index-${side.id}`,
        fill(say.placeIndex, { side: runs.words(side.name) }),
        placeGroups(events, side, placesOf, entryOf, context),
      ),
    );
  const values = fields
    .filter(({ kind, index }) => index === true && kind !== 'date')
    .map((field) =>
      indexSection(
        `_field-${field.id}`,
        fill(say.fieldIndex, { field: runs.words(field.heading ?? field.id) }),
        valueGroups(events, field, entryOf, context),
      ),
    );
  const dates = fields
    .filter(({ kind, index }) => kind === 'date' && index !== false)
    .map(() => indexSection('_index-dates', say.dateIndex, dateGroups(events, entryOf, context)));
  return [...places, ...values, ...dates].flat();
}

function indexSection(id: string, title: string, groups: readonly IndexGroup[]): Section[] {
  if (groups.length < 2) return [];
  return [{ id, title: [{ text: title }], layout: 'index', blocks: [{ kind: 'index', groups }] }];
}

type EntryOf = (numbered: NumberedEvent) => Entry;

/** The entries of events in indexes. Entries without a remark are shared. */
function entries({ runs }: IndexContext): EntryOf {
  const known = new Map<NumberedEvent, Entry>();
  return (numbered) => {
    let entry = known.get(numbered);
    if (entry === undefined) {
      entry = eventEntry(numbered, runs);
      known.set(numbered, entry);
    }
    return entry;
  };
}

/** A region or a place, and the events there. */
interface PlaceGroup {
  heading: Paragraph;
  /** Text of the heading. */
  words: string;
  events: NumberedEvent[];
}

function placeGroups(
  events: readonly NumberedEvent[],
  side: Side,
  placesOf: (event: Event, side: Side) => readonly Place[],
  entryOf: EntryOf,
  context: IndexContext,
): IndexGroup[] {
  const { programme, lang, say, runs } = context;
  const regions = new Map(programme.reference.regions.map((region) => [region.code, region]));
  const groups: PlaceGroup[] = [];
  const byName = new Map<string, PlaceGroup>();
  const byPlace = new Map<Region | Place, PlaceGroup>();
  /** @param name called the first time a region or place occurs; places with one name in one region share a group */
  const groupOf = (place: Region | Place, name: () => { key: string; heading: Paragraph }): PlaceGroup => {
    const known = byPlace.get(place);
    if (known !== undefined) return known;
    const { key, heading } = name();
    let group = byName.get(key);
    if (group === undefined) {
      group = { heading, words: wordsOf(heading), events: [] };
      groups.push(group);
      byName.set(key, group);
    }
    byPlace.set(place, group);
    return group;
  };
  const regionGroup = (region: Region): PlaceGroup =>
    groupOf(region, () => ({ key: region.code, heading: [runs.run(region.names)] }));
  const placeGroup = (place: Place): PlaceGroup =>
    groupOf(place, () => {
      const region = regions.get(place.region);
      const name = runs.run(place.name);
      return {
        key: `${name.text} ${place.region}`,
        heading:
          region === undefined ? [name] : [name, { text: ` (${runs.words(region.names)})`, quiet: true }],
      };
    });
  const reasons = new Map<string, NumberedEvent[]>();
  for (const numbered of events) {
    const codes = own(numbered.event.regions, side.id);
    if (!Array.isArray(codes)) {
      if (codes === undefined) continue;
      const without = reasons.get(codes);
      if (without === undefined) reasons.set(codes, [numbered]);
      else without.push(numbered);
      continue;
    }
    for (const code of codes) {
      const region = regions.get(code);
      if (region !== undefined) regionGroup(region).events.push(numbered);
    }
    for (const place of placesOf(numbered.event, side)) placeGroup(place).events.push(numbered);
  }
  const compare = compareNames(lang);
  groups.sort((a, b) => compare(a.words, b.words));
  const withoutRegion = NO_REGION_REASONS.flatMap((reason) => {
    const found = reasons.get(reason);
    return found === undefined ? [] : [{ heading: [{ text: say.withoutRegion[reason] }], events: found }];
  });
  return [...groups, ...withoutRegion].map((group) => ({
    heading: group.heading,
    entries: group.events.map(entryOf),
  }));
}

/** Finds the places of a side that an event names: in its bodies, otherwise in its title. */
function placeFinder({
  programme: { reference, config },
}: IndexContext): (event: Event, side: Side) => readonly Place[] {
  let gazetteer: Gazetteer | undefined;
  const found = new Map<string, readonly Place[]>();
  const placesOf = (words: string): readonly Place[] => {
    let places = found.get(words);
    if (places === undefined) {
      // Only place names are searched: regions are identified by their codes.
      gazetteer ??= buildGazetteer({ regions: [], places: reference.places });
      places = [...new Set(placesIn(gazetteer, words).flatMap((mention) => mention.places))];
      found.set(words, places);
    }
    return places;
  };
  const allWords = (text: Text): string => (typeof text === 'string' ? text : Object.values(text).join('\n'));
  return (event, side) => {
    const codes = own(event.regions, side.id);
    const here = (place: Place): boolean => Array.isArray(codes) && codes.includes(place.region);
    const inBodies = config.sides.flatMap(({ id }) => {
      const body = own(event.bodies, id);
      return body === undefined ? [] : placesOf(allWords(body)).filter(here);
    });
    return [
      ...new Set(inBodies.length > 0 ? inBodies : placesOf(allWords(titleIn(event, config))).filter(here)),
    ];
  };
}

/** Groups events by their text in a field; events without one are not listed. */
function valueGroups(
  events: readonly NumberedEvent[],
  { id }: Field,
  entryOf: EntryOf,
  { lang, runs }: IndexContext,
): IndexGroup[] {
  const groups = new Map<string, { heading: Paragraph; entries: Entry[] }>();
  for (const numbered of events) {
    const text = textOf(numbered.event, id);
    if (text === undefined) continue;
    const words = runs.words(text);
    const group = groups.get(words) ?? { heading: runs.paragraph(text), entries: [] };
    group.entries.push(entryOf(numbered));
    groups.set(words, group);
  }
  const compare = compareNames(lang);
  return [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => group);
}

function dateGroups(
  events: readonly NumberedEvent[],
  entryOf: EntryOf,
  { programme, lang, say, runs }: IndexContext,
): IndexGroup[] {
  const dated = new Map<string, NumberedEvent[]>();
  for (const numbered of events) {
    const { when } = numbered.event;
    if (when === undefined) continue;
    const same = dated.get(when);
    if (same === undefined) dated.set(when, [numbered]);
    else same.push(numbered);
  }
  const dates = [...dated]
    .map(([when, those]) => ({ when, those, order: edtfOrder(when) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  const groups = new Map<string, { heading: string; entries: Entry[] }>();
  for (const { when, those } of dates) {
    const period = edtfPeriod(when);
    const group = groups.get(period) ?? { heading: periodHeading(period, lang), entries: [] };
    const isExact = ['day', 'interval', 'set'].includes(parseEdtf(when).precision);
    const words = isExact ? [{ text: dateWords(when, lang) }] : undefined;
    for (const numbered of those)
      group.entries.push(words === undefined ? entryOf(numbered) : eventEntry(numbered, runs, words));
    groups.set(period, group);
  }
  const undated = events
    .filter(({ event }) => event.when === undefined)
    .map((numbered) => ({ numbered, words: dateInWords(numbered.event, programme.config) }));
  const inWords = undated.flatMap(({ numbered, words }) =>
    words === undefined ? [] : [eventEntry(numbered, runs, runs.paragraph(words))],
  );
  const open = undated.flatMap(({ numbered, words }) => (words === undefined ? [entryOf(numbered)] : []));
  return [
    ...[...groups.values()].map(({ heading, entries }) => ({
      heading: [{ text: heading }],
      entries,
    })),
    ...(inWords.length === 0 ? [] : [{ heading: [{ text: say.dateInWords }], entries: inWords }]),
    ...(open.length === 0 ? [] : [{ heading: [{ text: say.dateOpen }], entries: open }]),
  ];
}

/** The entry of an event in an index: its number, its title, and the remark if there is one. */
export function eventEntry(
  { event, title, number }: NumberedEvent,
  runs: Runs,
  remark: Paragraph = [],
): Entry {
  const said = remark.map((run, index) => ({
    ...run,
    text: index === 0 ? `, ${run.text}` : run.text,
    quiet: true as const,
  }));
  return {
    text: [{ text: `${number}  `, quiet: true }, ...runs.paragraph(title), ...said],
    target: event.id,
    number,
  };
}
