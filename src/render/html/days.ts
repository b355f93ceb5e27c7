/** Writes the days of a page, and the times of its events as attributes for the script of the page. */
import type { PageDay } from '../../../templates/html/index.ts';
import {
  daysWithinWeek,
  type EventSchedule,
  eventsIn,
  type Row,
  type Section,
} from '../../document/index.ts';
import { countsOf } from '../../model/index.ts';

/**
 * The days on which events take place, in order, and the position of each day on the page: the heading of the day, its
 * timetable, or its first event. Of a range of more than a week, only the first day is listed; the script finds the
 * event on each of its days.
 */
export function pageDays(sections: readonly Section[]): PageDay[] {
  const targets = new Map<string, string>();
  for (const { id, schedule } of sections.flatMap(({ blocks }) => blocks.flatMap(eventsIn)))
    for (const { from, to } of schedule?.times ?? [])
      for (const day of [from, ...daysWithinWeek({ start: from, end: to })])
        if (!targets.has(day)) targets.set(day, id);
  for (const { id, blocks } of sections)
    for (const target of [
      id,
      ...blocks.flatMap((block) => (block.kind === 'heading' ? (block.target ?? []) : [])),
    ]) {
      const day = /-(\d{4}-\d\d-\d\d)$/.exec(target)?.[1];
      if (day !== undefined && targets.has(day) && !isHeading(targets.get(day))) targets.set(day, target);
    }
  return [...targets].map(([day, target]) => ({ day, target })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** An event id never begins with an underscore. */
const isHeading = (target = ''): boolean => target.startsWith('_');

/** The time zones in which times of events are given, the most frequent first. */
export function pageZones(sections: readonly Section[]): string[] {
  const events = sections.flatMap(({ blocks }) => blocks.flatMap(eventsIn));
  const zones = events.flatMap(({ schedule }) => (schedule?.times ?? []).flatMap(({ zone }) => zone ?? []));
  return [...countsOf(zones)].sort(([, a], [, b]) => b - a).map(([zone]) => zone);
}

/**
 * The times of an event for the script of the page, which reads them in src/page/times.ts:
 * `FIRST[/LAST][TSTART[-END]][@ZONE][*WEEKDAYS]` where times are minutes after midnight, and the zone is an index into
 * the list of zones. `<LAST` denotes a date whose exact day is not known.
 */
export function timesFor(zones: readonly string[]): (row: Pick<Row, 'schedule'>) => string {
  return ({ schedule }) => (schedule === undefined ? '' : written(schedule, zones));
}

function written({ times, until }: EventSchedule, zones: readonly string[]): string {
  if (times.length === 0) return until === undefined ? '' : `<${until}`;
  return times
    .map(({ from, to, start, end, zone, weekdays }) =>
      [
        from,
        to === from ? '' : `/${to}`,
        start === undefined ? '' : `T${start}${end === undefined ? '' : `-${end}`}`,
        zone === undefined ? '' : `@${zones.indexOf(zone)}`,
        weekdays === undefined ? '' : `*${weekdays.join('')}`,
      ].join(''),
    )
    .join(' ');
}
