import { edtfOrder, edtfPeriod, parseEdtf } from '../model/edtf.ts';
import { type Event, NO_REGION_REASONS } from '../model/event.ts';
import type { Programme, Side } from '../model/programme.ts';
import type { Place } from '../model/reference.ts';
import type { Lang } from '../model/text.ts';
import { buildGazetteer, regionName } from '../reference/gazetteer.ts';
import { placesIn } from '../reference/mentions.ts';
import { compareNames } from '../text/collation.ts';
import { dateWords, periodHeading } from '../text/dates/words.ts';
import type { Labels } from '../text/labels.ts';
import type { Entry, IndexGroup, Paragraph, Section } from './model.ts';
import type { NumberedEvent, NumberedTheme } from './numbered.ts';
import type { Runs } from './runs.ts';

export interface IndexContext {
  programme: Programme;
  lang: Lang;
  say: Labels;
  runs: Runs;
}

/** The indexes of a programme: regions and places of each side, and dates. */
export function indexSections(themes: readonly NumberedTheme[], context: IndexContext): Section[] {
  const events = themes.flatMap((theme) => theme.events);
  const { programme, say, runs } = context;
  const placesOf = placeFinder(programme);
  const entryOf = entries(runs);
  return [
    ...programme.config.sides.map(
      (side): Section => ({
        id: `_index-${side.id}`,
        title: [{ text: say.placeIndex(runs.words(side.name)) }],
        setting: 'index',
        blocks: [{ kind: 'index', groups: placeGroups(events, side, placesOf, entryOf, context) }],
      }),
    ),
    {
      id: '_index-dates',
      title: [{ text: say.dateIndex }],
      setting: 'index',
      blocks: [{ kind: 'index', groups: dateGroups(events, entryOf, context) }],
    },
  ];
}

type EntryOf = (numbered: NumberedEvent) => Entry;

/** The lines of events in indexes; an event has the same one wherever it needs no remark. */
function entries(runs: Runs): EntryOf {
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

function placeGroups(
  events: readonly NumberedEvent[],
  side: Side,
  placesOf: (event: Event, side: Side) => readonly Place[],
  entryOf: EntryOf,
  context: IndexContext,
): IndexGroup[] {
  const { programme, lang, say, runs } = context;
  const regions = new Map(programme.reference.regions.map((region) => [region.code, region]));
  const named = new Map<string, { heading: Paragraph; events: NumberedEvent[] }>();
  const reasons = new Map<string, NumberedEvent[]>();
  const file = (key: string, heading: () => Paragraph, numbered: NumberedEvent): void => {
    const group = named.get(key) ?? { heading: heading(), events: [] };
    group.events.push(numbered);
    named.set(key, group);
  };
  for (const numbered of events) {
    const codes = numbered.event.regions[side.id];
    if (!Array.isArray(codes)) {
      if (codes === undefined) continue;
      const without = reasons.get(codes);
      if (without === undefined) reasons.set(codes, [numbered]);
      else without.push(numbered);
      continue;
    }
    for (const code of codes) {
      const region = regions.get(code);
      if (region !== undefined) file(code, () => [{ text: regionName(region, lang) }], numbered);
    }
    for (const place of placesOf(numbered.event, side)) {
      const region = regions.get(place.region);
      const name = runs.run(place.name);
      const key = `${name.text} ${place.region}`;
      file(
        key,
        () =>
          region === undefined ? [name] : [name, { text: ` (${regionName(region, lang)})`, quiet: true }],
        numbered,
      );
    }
  }
  const compare = compareNames(lang);
  const text = (heading: Paragraph): string => heading.map((run) => run.text).join('');
  const groups = [...named.values()].sort((a, b) => compare(text(a.heading), text(b.heading)));
  const withoutRegion = NO_REGION_REASONS.flatMap((reason) => {
    const found = reasons.get(reason);
    return found === undefined ? [] : [{ heading: [{ text: say.withoutRegion[reason] }], events: found }];
  });
  return [...groups, ...withoutRegion].map((group) => ({
    heading: group.heading,
    entries: group.events.map(entryOf),
  }));
}

/** Finds the places of a side that an event names: in its bodies, or failing that in its title. */
function placeFinder({ reference, config }: Programme): (event: Event, side: Side) => readonly Place[] {
  // Only names of places are looked for: regions are known by their codes.
  const gazetteer = buildGazetteer({ regions: [], places: reference.places });
  const found = new Map<string, readonly Place[]>();
  const placesOf = (words: string): readonly Place[] => {
    let places = found.get(words);
    if (places === undefined) {
      places = [...new Set(placesIn(gazetteer, words).flatMap((mention) => mention.places))];
      found.set(words, places);
    }
    return places;
  };
  const wordsOf = (text: Event['title']): string =>
    typeof text === 'string' ? text : Object.values(text).join('\n');
  return (event, side) => {
    const codes = event.regions[side.id];
    const here = (place: Place): boolean => Array.isArray(codes) && codes.includes(place.region);
    const inBodies = config.sides.flatMap(({ id }) => {
      const body = event.bodies[id];
      return body === undefined ? [] : placesOf(wordsOf(body)).filter(here);
    });
    return [...new Set(inBodies.length > 0 ? inBodies : placesOf(wordsOf(event.title)).filter(here))];
  };
}

function dateGroups(
  events: readonly NumberedEvent[],
  entryOf: EntryOf,
  { lang, say, runs }: IndexContext,
): IndexGroup[] {
  const dated = events.flatMap((numbered) => {
    const { when } = numbered.event;
    return when === undefined ? [] : [{ numbered, when, order: edtfOrder(when) }];
  });
  const groups = new Map<string, { heading: string; entries: Entry[] }>();
  for (const { numbered, when } of dated.sort(
    (a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0) || a.numbered.number - b.numbered.number,
  )) {
    const period = edtfPeriod(when);
    const group = groups.get(period) ?? { heading: periodHeading(period, lang), entries: [] };
    const exact = ['day', 'interval', 'set'].includes(parseEdtf(when).precision);
    group.entries.push(exact ? eventEntry(numbered, runs, dateWords(when, lang)) : entryOf(numbered));
    groups.set(period, group);
  }
  const open = events.filter(({ event }) => event.when === undefined);
  return [
    ...[...groups.values()].map(({ heading, entries }) => ({ heading: [{ text: heading }], entries })),
    ...(open.length === 0 ? [] : [{ heading: [{ text: say.dateOpen }], entries: open.map(entryOf) }]),
  ];
}

/** The line of an event in an index: its number, its title, and a remark if there is one. */
export function eventEntry({ event, number }: NumberedEvent, runs: Runs, remark?: string): Entry {
  const text: Paragraph = [{ text: `${number}  `, quiet: true }, ...runs.paragraph(event.title)];
  return {
    text: remark === undefined ? text : [...text, { text: `, ${remark}`, quiet: true }],
    target: event.id,
  };
}
