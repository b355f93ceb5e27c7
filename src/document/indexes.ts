import {
  type Event,
  edtfOrder,
  edtfPeriod,
  type Field,
  groupBy,
  indexTitle,
  NO_REGION_REASONS,
  ownProperty,
  type Place,
  type Programme,
  parseEdtf,
  type Side,
  type Text,
  textOf,
  titleIn,
  valueAt,
} from '../model/index.ts';
import { buildGazetteer, type Gazetteer, placeField, placesIn } from '../reference/index.ts';
import { dateWords, dayHeading, isKnownToTheDay, periodHeading } from '../text/dates/index.ts';
import { compareNames, fill } from '../text/index.ts';
import { dateInWords } from './date-in-words.ts';
import { compareWords, dayPositionOf } from './days.ts';
import type { Entry, IndexGroup, Paragraph, Run, Section } from './model.ts';
import type { NumberedEvent, NumberedTheme } from './numbered.ts';
import { type PlaceRecord, placeNotes, placeRecords } from './places.ts';
import type { Runs } from './runs.ts';
import { wordsOf } from './texts.ts';
import type { Wording } from './wording.ts';

export interface IndexContext extends Wording {
  programme: Programme;
}

/**
 * The indexes of a programme: regions and places of each side, values of fields, and dates. An index with only one
 * group is omitted, because it would repeat the tables.
 */
export function indexSections(themes: readonly NumberedTheme[], context: IndexContext): Section[] {
  const events = themes.flatMap((theme) => theme.events);
  const { programme, say, runs } = context;
  const placesOf = placeFinder(context);
  const entriesOf = entries(events, context);
  const { sides, fields } = programme.config;
  const titled = (index: Field['index'], usual: string): Paragraph => {
    const title = indexTitle(index);
    return title === undefined ? [{ text: usual }] : runs.paragraph(title);
  };
  const places = sides
    .filter(({ index }) => index !== false)
    .map((side) =>
      indexSection(
        `_index-${side.id}`,
        titled(side.index, fill(say.placeIndex, { side: runs.words(side.name) })),
        placeGroups(events, side, placesOf, entriesOf(side.id), context),
      ),
    );
  const values = fields
    .filter(({ kind, index }) => index !== undefined && index !== false && kind !== 'date')
    .map((field) =>
      indexSection(
        `_field-${field.id}`,
        titled(field.index, fill(say.fieldIndex, { field: runs.words(field.heading ?? field.id) })),
        field.kind === 'place'
          ? venueGroups(events, field, entriesOf(field.id), context)
          : valueGroups(events, field, entriesOf(field.id), context),
      ),
    );
  const dates = fields
    .filter(({ kind, index }) => kind === 'date' && index !== false)
    .map(({ index }) =>
      indexSection('_index-dates', titled(index, say.dateIndex), dateGroups(events, entriesOf(), context)),
    );
  return [...places, ...values, ...dates].flat();
}

function indexSection(id: string, title: Paragraph, groups: readonly IndexGroup[]): Section[] {
  if (groups.length < 2) return [];
  return [{ id, title, layout: 'index', blocks: [{ kind: 'index', groups }] }];
}

/** The entry of an event in an index, with a remark such as its date. */
type EntryOf = (numbered: NumberedEvent, remark?: Paragraph) => Entry;

/**
 * The entries of events, by the field or side whose values are the headings of the index. Indexes share the entries
 * without a remark, because the entry of an event with a unique title is the same in all of them.
 */
function entries(events: readonly NumberedEvent[], context: IndexContext): (heading?: string) => EntryOf {
  const apart = namesakes(events, context);
  const unique = new Map<NumberedEvent, Entry>();
  return (heading) => {
    const entriesOfHeading = new Map<NumberedEvent, Entry>();
    return (numbered, remark) => {
      const addition = apart(numbered, heading);
      if (remark !== undefined) return eventEntry(numbered, context.runs, withComma(addition, remark));
      const known = addition.length === 0 ? unique : entriesOfHeading;
      return valueAt(known, numbered, () => eventEntry(numbered, context.runs, addition));
    };
  };
}

/** Joins two remarks of an entry with a comma. */
export const withComma = (one: Paragraph, other: Paragraph): Paragraph =>
  one.length === 0 || other.length === 0 ? [...one, ...other] : [...one, { text: ', ' }, ...other];

/**
 * Finds the property that distinguishes an event from others with the same title: its bodies, otherwise its place.
 * Empty if the title is unique, or if all events with the title have the same bodies and place.
 *
 * @returns a function whose parameters are an event and, if the heading above its entry is a value of a field or side,
 * the id of that field or side
 */
export function namesakes(
  events: readonly NumberedEvent[],
  { config, runs }: Wording,
): (numbered: NumberedEvent, heading?: string) => Paragraph {
  const titleOf = ({ title }: NumberedEvent): string => runs.words(title).toLowerCase();
  const byTitle = new Map(
    [...groupBy(events, titleOf)].map(([title, alike]) => [
      title,
      { events: alike, differ: new Map<string | undefined, boolean>() },
    ]),
  );
  const venue = placeField(config);
  const additionOf = ({ event }: NumberedEvent, heading: string | undefined): Paragraph => {
    const bodies = config.sides.flatMap(({ id }) => {
      const body = id === heading ? undefined : ownProperty(event.bodies, id);
      return body === undefined ? [] : [runs.paragraph(body)];
    });
    const place = venue === undefined || venue === heading ? undefined : textOf(event, venue);
    if (bodies.length === 0) return place === undefined ? [] : runs.paragraph(place);
    return bodies.flatMap((body, index) => (index === 0 ? body : [{ text: ' – ' }, ...body]));
  };
  return (numbered, heading) => {
    const alike = byTitle.get(titleOf(numbered));
    if (alike === undefined || alike.events.length < 2) return [];
    const addition = additionOf(numbered, heading);
    const words = wordsOf(addition);
    const isOther = (other: NumberedEvent): boolean => wordsOf(additionOf(other, heading)) !== words;
    return valueAt(alike.differ, heading, () => alike.events.some(isOther)) ? addition : [];
  };
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
  const groups = new Map<string, { heading: Paragraph; events: NumberedEvent[] }>();
  const add = (numbered: NumberedEvent, key: string, heading: () => Paragraph): void => {
    valueAt(groups, key, () => ({ heading: heading(), events: [] })).events.push(numbered);
  };
  const placeHeading = ({ name, region: code = '' }: Place): Paragraph => {
    const region = regions.get(code);
    const place = runs.run(name);
    return region === undefined ? [place] : [place, { text: ` (${runs.words(region.names)})`, quiet: true }];
  };
  const reasons = new Map<string, NumberedEvent[]>();
  for (const numbered of events) {
    const codes = ownProperty(numbered.event.regions, side.id);
    if (!Array.isArray(codes)) {
      if (codes !== undefined) valueAt(reasons, codes, () => []).push(numbered);
      continue;
    }
    for (const { code, names } of codes.flatMap((regionCode) => regions.get(regionCode) ?? []))
      add(numbered, code, () => [runs.run(names)]);
    // Places with the same name in the same region share a group.
    for (const place of placesOf(numbered.event, side))
      add(numbered, `${runs.words(place.name)} ${place.region}`, () => placeHeading(place));
  }
  const compare = compareNames(lang);
  const places = [...groups.values()]
    .map((group) => ({ ...group, words: wordsOf(group.heading) }))
    .sort((a, b) => compare(a.words, b.words));
  const withoutRegion = NO_REGION_REASONS.flatMap((reason) => {
    const found = reasons.get(reason);
    return found === undefined ? [] : [{ heading: [{ text: say.withoutRegion[reason] }], events: found }];
  });
  return [...places, ...withoutRegion].map(({ heading, events: numberedEvents }) => ({
    heading,
    entries: numberedEvents.map((numbered) => entryOf(numbered)),
  }));
}

/**
 * Returns a function that finds the places of a side that an event names in its bodies or, if there are none, in its
 * title.
 */
function placeFinder({
  programme: { reference, config },
}: IndexContext): (event: Event, side: Side) => readonly Place[] {
  let gazetteer: Gazetteer | undefined;
  const found = new Map<string, readonly Place[]>();
  const placesOf = (words: string): readonly Place[] =>
    valueAt(found, words, () => {
      // Only place names are searched: regions are identified by their codes.
      gazetteer ??= buildGazetteer({ regions: [], places: reference.places });
      return [...new Set(placesIn(gazetteer, words).flatMap((mention) => mention.places))];
    });
  const allWords = (text: Text): string => (typeof text === 'string' ? text : Object.values(text).join('\n'));
  return (event, side) => {
    const codes = ownProperty(event.regions, side.id);
    const here = (place: Place): boolean => Array.isArray(codes) && codes.includes(place.region ?? '');
    const inBodies = config.sides.flatMap(({ id }) => {
      const body = ownProperty(event.bodies, id);
      return body === undefined ? [] : placesOf(allWords(body)).filter(here);
    });
    return [
      ...new Set(inBodies.length > 0 ? inBodies : placesOf(allWords(titleIn(event, config))).filter(here)),
    ];
  };
}

/** Groups events by their text in a field; events without a text are not listed. */
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
    const group = valueAt(groups, words, () => ({ heading: runs.paragraph(text), entries: [] }));
    group.entries.push(entryOf(numbered));
  }
  const compare = compareNames(lang);
  return [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => group);
}

/** Groups events by their places in a field, with the address and the note on access of each place. */
function venueGroups(
  events: readonly NumberedEvent[],
  { id }: Field,
  entryOf: EntryOf,
  { programme, lang, runs }: IndexContext,
): IndexGroup[] {
  const groups = new Map<string, { place: PlaceRecord; entries: Entry[] }>();
  for (const numbered of events)
    for (const place of placeRecords(textOf(numbered.event, id), programme, lang)) {
      valueAt(groups, place.name, () => ({ place, entries: [] })).entries.push(entryOf(numbered));
    }
  const towns = new Set([...groups.values()].map(({ place }) => place.town));
  const compare = compareNames(lang);
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([, { place, entries }]) => {
      const notes = placeNotes(towns.size > 1 ? place : withoutLoneTown(place), runs);
      return { heading: runs.stretches(place.name, lang), ...(notes.length === 0 ? {} : { notes }), entries };
    });
}

/** A place, without its town if the town is its whole address and all places are in the same town. */
function withoutLoneTown({ town, ...place }: PlaceRecord): PlaceRecord {
  const isAlone = place.street === undefined && place.postcode === undefined;
  return { ...place, ...(isAlone || town === undefined ? {} : { town }) };
}

/**
 * Maximum number of dated events that are listed under a single heading for a month. If a month has more events, each
 * day has its own heading.
 */
const FULL_MONTH = 15;

/** A heading of the date index, and its entries. Headings are printed in the order of their keys. */
interface DateGroup {
  key: string;
  heading: string;
  entries: { entry: Entry; order: number }[];
}

function dateGroups(
  events: readonly NumberedEvent[],
  entryOf: EntryOf,
  { programme, lang, say, runs }: IndexContext,
): IndexGroup[] {
  const { config } = programme;
  const dated = events
    .flatMap((numbered) => {
      const { when } = numbered.event;
      return when === undefined ? [] : [{ numbered, when, period: edtfPeriod(when), order: edtfOrder(when) }];
    })
    .sort((a, b) => compareWords(a.order, b.order));
  const full = fullMonths(dated);
  const titleAndDay = ({ numbered, when }: (typeof dated)[number]): string =>
    `${runs.words(numbered.title)} ${when}`;
  const alike = groupBy(dated, titleAndDay);
  // Parsing times of day is slow, so it is done only if events have the same title and day, or if a month has so many
  // events that they are listed by day.
  const placed = dated.map((one) => {
    const isAlike = (alike.get(titleAndDay(one))?.length ?? 0) > 1;
    const place = isAlike || full.size > 0 ? dayPositionOf(one.numbered.event, config, lang) : undefined;
    return { ...one, place, hours: isAlike ? place?.on[0]?.words : undefined };
  });
  const years = placed.flatMap(({ place }) => place?.on.map(({ day }) => day.slice(0, 4)) ?? []);
  const hasYear = new Set(years).size > 1;
  const groups = new Map<string, DateGroup>();
  const groupOf = (key: string, heading: () => string): DateGroup =>
    valueAt(groups, key, () => ({ key, heading: heading(), entries: [] }));
  for (const { numbered, when, period, place, hours } of placed) {
    const onDays = place?.on.filter(({ day }) => full.has(day.slice(0, 7))) ?? [];
    for (const { day, start = -1, words } of onDays) {
      const entry = words === undefined ? entryOf(numbered) : entryOf(numbered, [{ text: words }]);
      groupOf(edtfOrder(day), () => dayHeading(day, lang, hasYear)).entries.push({ entry, order: start });
    }
    if (onDays.length > 0 && (full.has(period) || place?.kind === 'day')) continue;
    const isExact = ['day', 'interval', 'set'].includes(parseEdtf(when).precision);
    const date = [dateWords(when, lang), ...(hours === undefined ? [] : [hours])].join(', ');
    const entry = isExact ? entryOf(numbered, [{ text: date }]) : entryOf(numbered);
    groupOf(periodKey(period), () => periodHeading(period, lang)).entries.push({ entry, order: 0 });
  }
  const undated = events
    .filter(({ event }) => event.when === undefined)
    .map((numbered) => ({ numbered, words: dateInWords(numbered.event, config) }));
  const inWords = undated.flatMap(({ numbered, words }) =>
    words === undefined ? [] : [entryOf(numbered, runs.paragraph(words))],
  );
  const open = undated.flatMap(({ numbered, words }) => (words === undefined ? [entryOf(numbered)] : []));
  return [
    ...[...groups.values()]
      .sort((a, b) => compareWords(a.key, b.key))
      .map(({ heading, entries }) => ({
        heading: [{ text: heading }],
        entries: entries.sort((a, b) => a.order - b.order).map(({ entry }) => entry),
      })),
    ...(inWords.length === 0 ? [] : [{ heading: [{ text: say.dateInWords }], entries: inWords }]),
    ...(open.length === 0 ? [] : [{ heading: [{ text: say.dateOpen }], entries: open }]),
  ];
}

/** Sort key of a period, which is lower than the keys of the days in the period. */
const periodKey = (period: string): string => edtfOrder(period).split(' ').slice(0, 2).join(' ');

/** Months that have more events with exact dates than may be listed under one heading. */
function fullMonths(
  dated: readonly { numbered: NumberedEvent; when: string; period: string }[],
): Set<string> {
  const exact = dated.filter(
    ({ numbered, when }) => numbered.event.occurrences !== undefined || isKnownToTheDay(when),
  );
  const months = [...groupBy(exact, ({ period }) => period)];
  return new Set(months.flatMap(([month, within]) => (within.length > FULL_MONTH ? [month] : [])));
}

/** The entry of an event in an index: its number, its title, and the remark if there is one. */
export function eventEntry(
  { event, title, number, accent }: NumberedEvent,
  runs: Runs,
  remark: Paragraph = [],
): Entry {
  const runsOfEntry: Run[] = [];
  for (const { text, lang } of remark) {
    const last = runsOfEntry.at(-1);
    if (last !== undefined && last.lang === lang) last.text += text;
    else
      runsOfEntry.push({
        text: last === undefined ? `, ${text}` : text,
        ...(lang === undefined ? {} : { lang }),
        quiet: true,
      });
  }
  return {
    text: [{ text: `${number}  `, quiet: true, accent }, ...runs.paragraph(title), ...runsOfEntry],
    target: event.id,
    number,
  };
}
