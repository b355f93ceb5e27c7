import { type Programme, textOf } from '../model/index.ts';
import { placeField } from '../reference/index.ts';
import { momentsOf, occurrencesOf } from '../text/dates/index.ts';

/** Share of the events that have a day, an hour and a place, from which on a timetable is proposed. */
const SHARE = 2 / 3;
/** Fewest events of a day, at two places or more, that are worth a grid. */
const FEWEST = 4;

/**
 * The field of places of a programme whose events suit a timetable: most have a day, an hour and a place, and on some
 * day several places are used. Undefined if a timetable would show little.
 */
export function timetablePlaces({ config, themes }: Programme): string | undefined {
  const field = placeField(config);
  if (field === undefined) return undefined;
  const days = new Map<string, { events: number; places: Set<string> }>();
  const events = themes.flatMap((theme) => theme.events);
  let timed = 0;
  for (const event of events) {
    const place = textOf(event, field);
    const starts = occurrencesOf(event, config, config.language).flatMap(
      (one) => momentsOf(one)?.start.day ?? [],
    );
    if (place === undefined || starts.length === 0) continue;
    timed++;
    for (const day of starts) {
      const known = days.get(day) ?? { events: 0, places: new Set() };
      known.events++;
      known.places.add(JSON.stringify(place));
      days.set(day, known);
    }
  }
  const isFull = [...days.values()].some((day) => day.events >= FEWEST && day.places.size > 1);
  return isFull && timed >= SHARE * events.length ? field : undefined;
}
