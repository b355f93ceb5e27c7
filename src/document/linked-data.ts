import { type Lang, type Programme, type Status, textIn, withoutUndefined } from '../model/index.ts';
import { localTime, type Moment, momentsOf, zonedTime } from '../text/dates/index.ts';
import { eventAddress, pageAddress } from './address.ts';
import type { LackingProperty, RequiredProperty } from './model.ts';
import { offersIn } from './offers.ts';
import { addressOf, type PlaceRecord } from './places.ts';
import type { EventRecord } from './records.ts';

const STATUS: Readonly<Partial<Record<Status, string>>> = {
  cancelled: 'https://schema.org/EventCancelled',
  postponed: 'https://schema.org/EventPostponed',
};

const SCHEDULED = 'https://schema.org/EventScheduled';

/**
 * Maximum number of events for which the programme's page contains JSON-LD. If there are more events, only the pages of
 * single events contain JSON-LD.
 */
const MOST_ON_PAGE = 499;

/** Facts about the programme that the JSON-LD of its events contains. */
interface LinkedDataContext {
  lang: Lang;
  /** Names of regions by code. */
  regions: ReadonlyMap<string, string>;
  organizer: string;
  offersOf: (record: EventRecord) => object;
  /** URL of the page of an event; undefined if the programme has no address. */
  addressOf: (id: string) => string | undefined;
  /** URL of the picture of an event. */
  pictureOf?: (id: string) => string | undefined;
}

/**
 * The events with an exact date as schema.org JSON-LD; undefined if there are no such events, or too many for one page.
 * If the programme has no web address, the JSON-LD contains no URLs.
 *
 * @param records the events of the programme, or of an extract of it
 * @param stem stem of the page's file name
 * @param eventPages whether events have their own pages, to which the URLs then point
 */
export function linkedData(
  programme: Programme,
  lang: Lang,
  records: readonly EventRecord[],
  { stem, eventPages }: { stem: string; eventPages: boolean },
): object | undefined {
  if (records.length > MOST_ON_PAGE) return undefined;
  const { config } = programme;
  const page = pageAddress(config, stem);
  const context = linkedDataContext(programme, lang, records, (id) =>
    eventPages ? eventAddress(config, stem, `${id}.html`) : page && `${page}#${id}`,
  );
  return linkedGraph(records, context);
}

/**
 * The properties that search engines require but events of the programme lack: an exact date, a place, or the address
 * of the place.
 */
export function lackingProperties(records: readonly EventRecord[]): LackingProperty[] {
  const lacks: Record<RequiredProperty, (record: EventRecord) => boolean> = {
    startDate: ({ occurrences }) =>
      occurrences.length === 0 || occurrences.some(({ days }) => days === undefined),
    location: ({ places }) => places.length === 0,
    'location.address': ({ places }) => places.length > 0 && places.every((place) => addressOf(place) === ''),
  };
  return (Object.keys(lacks) as RequiredProperty[]).flatMap((property) => {
    const events = records.filter(lacks[property]).length;
    return events === 0 ? [] : [{ property, events }];
  });
}

/** The facts that the JSON-LD of events needs, for all events of a programme. */
export function linkedDataContext(
  { config, reference }: Programme,
  lang: Lang,
  records: readonly EventRecord[],
  addressOf: LinkedDataContext['addressOf'],
): LinkedDataContext {
  return {
    lang,
    regions: new Map(
      reference.regions.map(({ code, names }) => [code, textIn(names, lang, config.language).words]),
    ),
    organizer: config.author,
    offersOf: offersIn(records, [lang, config.language]),
    addressOf,
  };
}

/** Events as a JSON-LD graph; undefined if none of them has an exact date. */
export function linkedGraph(records: readonly EventRecord[], context: LinkedDataContext): object | undefined {
  const graph = records.flatMap((record) => eventNodes(record, context));
  return graph.length === 0 ? undefined : { '@context': 'https://schema.org', '@graph': graph };
}

/**
 * The nodes of an event, one for each combination of a range of days and a time of day. Times include their UTC offset
 * if the time zone is known.
 */
function eventNodes(record: EventRecord, context: LinkedDataContext): object[] {
  const { id, title, fields, occurrences, status } = record;
  const description = fields.find(({ kind }) => kind === 'description')?.words;
  const location = locationOf(record, context);
  const image = context.pictureOf?.(id);
  const url = context.addressOf(id);
  const dated = occurrences.flatMap(({ days, ...times }) => (days === undefined ? [] : [{ days, ...times }]));
  if (dated.length < occurrences.length) return [];
  return dated.map(({ days, timezone, ...times }) => {
    const time = (moment: Moment): string =>
      timezone === undefined ? localTime(moment) : zonedTime(moment, timezone);
    const moments = momentsOf({ days, ...times });
    const doors = moments === undefined ? undefined : times.doors;
    return {
      '@type': 'Event',
      name: title,
      startDate: moments === undefined ? days.start : time(moments.start),
      endDate: moments === undefined ? days.end : moments.end && time(moments.end),
      ...(doors === undefined ? {} : { doorTime: time({ day: days.start, minutes: doors }) }),
      eventStatus: (status && STATUS[status]) ?? SCHEDULED,
      ...withoutUndefined({ location, image, description }),
      ...context.offersOf(record),
      inLanguage: context.lang,
      organizer: { '@type': 'Organization', name: context.organizer },
      ...(url === undefined ? {} : { url }),
    };
  });
}

/** The places of an event or, if it has none, its regions. */
function locationOf(
  { places, regions }: EventRecord,
  { regions: names }: LinkedDataContext,
): object | undefined {
  const areas = Object.values(regions)
    .flatMap((codes) => (Array.isArray(codes) ? codes : []))
    .map((code) => ({ '@type': 'AdministrativeArea', identifier: code, name: names.get(code) ?? code }));
  if (places.length === 0) return areas.length === 0 ? undefined : areas;
  const [place, ...others] = places.map(placeNode);
  return others.length === 0 ? place : [place, ...others];
}

function placeNode({ name, street, postcode, town, coordinates }: PlaceRecord): object {
  const address = {
    ...withoutUndefined({ streetAddress: street, postalCode: postcode, addressLocality: town }),
  };
  return {
    '@type': 'Place',
    name,
    ...(Object.keys(address).length === 0 ? {} : { address: { '@type': 'PostalAddress', ...address } }),
    ...(coordinates === undefined
      ? {}
      : { geo: { '@type': 'GeoCoordinates', latitude: coordinates[0], longitude: coordinates[1] } }),
  };
}
