import { LANGUAGES } from '../../../languages/index.ts';
import { LANGS, valueAt } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { dateTerm, localTime } from '../../text/dates/index.ts';
import { type EventStart, eventStartsOf, inColumns } from '../event-starts.ts';
import type { BareFinding } from '../finding.ts';
import { titleCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, missing, type PlacedEvent, type Rule } from '../rule.ts';

export const placeTaken: Rule = {
  id: 'place-taken',
  severity: 'note',
  run: takenPlaces,
};

interface Use {
  placed: PlacedEvent;
  title: string;
  slot: EventStart;
}

type Clash = Record<'first' | 'second', Use>;

function takenPlaces(context: CheckContext): BareFinding[] {
  const places = [...usesByPlace(context).values()];
  // If clashes are frequent at a place, it probably has room for several events at a time; if they are frequent in the
  // whole programme, its events are evenings with several artists.
  const clashes = places.flatMap((uses) => unlessFrequent(clashesIn(uses), uses.length));
  return unlessFrequent(clashes, places.flat().length).map(({ first, second }) =>
    finding(first, second, context),
  );
}

/** If the number of events is less than this multiple of the number of clashes, the clashes are intended. */
const MIN_USES_PER_CLASH = 10;

function unlessFrequent(clashes: readonly Clash[], uses: number): readonly Clash[] {
  return clashes.length > 1 && clashes.length * MIN_USES_PER_CLASH > uses ? [] : clashes;
}

/** The start times of events by place, for places that have room for only one event at a time. */
function usesByPlace(context: CheckContext): Map<string, Use[]> {
  const byPlace = new Map<string, Use[]>();
  const slots = eventStartsOf(context);
  for (const placed of context.events) {
    const place = inColumns('places', placed, context);
    const isOpen = LANGS.some((lang) => LANGUAGES[lang].rules.openPlaces.test(place));
    if (place === '' || placed.event.status === 'cancelled' || isOpen) continue;
    for (const slot of slots.get(placed) ?? []) {
      valueAt(byPlace, place, () => []).push({
        placed,
        title: foldName(titleCalled(placed.event, context.programme)),
        slot,
      });
    }
  }
  return byPlace;
}

/**
 * Pairs of events that start at the same time and have different titles. If one title contains the other, the two count
 * as the same event.
 */
function clashesIn(uses: readonly Use[]): Clash[] {
  const byHour = new Map<string, Use>();
  return uses.flatMap((second) => {
    const key = `${second.slot.day} ${second.slot.start}`;
    const first = byHour.get(key);
    if (first === undefined) byHour.set(key, second);
    const isOther =
      first !== undefined &&
      first.placed !== second.placed &&
      !first.title.includes(second.title) &&
      !second.title.includes(first.title);
    return isOther ? [{ first, second }] : [];
  });
}

function finding(first: Use, second: Use, context: CheckContext): BareFinding {
  const { day, start } = second.slot;
  return missing(
    second.placed.event,
    'title',
    messageOf('place-taken', {
      title: titleCalled(first.placed.event, context.programme),
      day: dateTerm(day),
      time: localTime({ day, minutes: start }).slice(11),
    }),
  );
}
