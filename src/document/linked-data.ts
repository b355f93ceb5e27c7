import { type Lang, type Programme, type Status, textIn } from '../model/index.ts';
import { localTime, momentsOf } from '../text/dates/index.ts';
import { pageAddress } from './address.ts';
import type { Extract } from './extract.ts';
import { type EventRecord, eventRecords } from './records.ts';

const STATUS: Readonly<Partial<Record<Status, string>>> = {
  cancelled: 'https://schema.org/EventCancelled',
  postponed: 'https://schema.org/EventPostponed',
};

/**
 * The events with a date known to the day as schema.org JSON-LD; undefined if there are none. Without an address of
 * the programme no URLs are included.
 *
 * @param stem of the page's file name
 */
export function linkedData(
  programme: Programme,
  lang: Lang,
  stem: string,
  extract: Extract | undefined,
): object | undefined {
  const { config, reference } = programme;
  const page = pageAddress(config, stem);
  const names = new Map(
    reference.regions.map(({ code, names }) => [code, textIn(names, lang, config.language).words]),
  );
  const graph = eventRecords(programme, lang, extract).flatMap((record) =>
    eventNodes(record, { lang, page, names, author: config.author }),
  );
  return graph.length === 0 ? undefined : { '@context': 'https://schema.org', '@graph': graph };
}

interface Around {
  lang: Lang;
  page: string | undefined;
  names: ReadonlyMap<string, string>;
  author: string;
}

/** One node per stretch of days and time of day. Times are local to the place of the event. */
function eventNodes(record: EventRecord, { lang, page, names, author }: Around): object[] {
  const { id, title, fields, occurrences, status, regions } = record;
  const description = fields.find(({ kind }) => kind === 'description')?.words;
  const areas = Object.values(regions)
    .flatMap((codes) => (Array.isArray(codes) ? codes : []))
    .map((code) => ({ '@type': 'AdministrativeArea', identifier: code, name: names.get(code) ?? code }));
  const eventStatus = status === undefined ? undefined : STATUS[status];
  const dated = occurrences.flatMap(({ days, ...times }) => (days === undefined ? [] : [{ days, ...times }]));
  if (dated.length < occurrences.length) return [];
  return dated.map(({ days, ...times }) => {
    const moments = momentsOf({ days, ...times });
    const doors = moments === undefined ? undefined : times.doors;
    return {
      '@type': 'Event',
      name: title,
      startDate: moments === undefined ? days.start : localTime(moments.start),
      endDate: moments?.end === undefined ? days.end : localTime(moments.end),
      ...(doors === undefined ? {} : { doorTime: localTime({ day: days.start, minutes: doors }) }),
      ...(description === undefined ? {} : { description }),
      ...(areas.length === 0 ? {} : { location: areas }),
      ...(eventStatus === undefined ? {} : { eventStatus }),
      inLanguage: lang,
      organizer: { '@type': 'Organization', name: author },
      ...(page === undefined ? {} : { url: `${page}#${id}` }),
    };
  });
}
