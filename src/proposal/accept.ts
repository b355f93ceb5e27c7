import { eventOf } from '../compare/index.ts';
import { EditedProgramme, eventWith, type OpenProgramme, openProgramme, partAt } from '../exchange/index.ts';
import {
  EVENT_CAME,
  EVENT_WENT,
  type Event,
  eventShape,
  type Programme,
  type ProgrammeFile,
  SETTINGS,
  type ThemeEvents,
  withEvents,
} from '../model/index.ts';
import type { ListPosition, ProposedChange } from './schema.ts';
import { withSettings } from './settings.ts';

/**
 * Applies changes to the draft. A change affects only one field of an event, and all other fields stay unchanged.
 * Changes to events that the draft does not contain are skipped.
 *
 * @param others changes that are not applied. The positions in the applied changes can refer to the events of these
 * changes
 */
export function withChanges(
  before: Programme,
  changes: readonly ProposedChange[],
  others: readonly ProposedChange[] = [],
): Programme {
  const goes = ({ kind, theirs }: ProposedChange): boolean => kind === SETTINGS && theirs === undefined;
  const programme = withSettings(
    before,
    changes.filter((change) => !goes(change)),
  );
  const main = programme.config.language;
  const edited = new EditedProgramme(programme);
  const removed = new Set<string>();
  const placed: { id: string; spot: ListPosition }[] = [];
  for (const change of changes) {
    const { about, kind, of: id = '', spot } = change;
    const event = edited.event(id);
    if (EVENT_WENT.includes(kind)) removed.add(id);
    else if (EVENT_CAME.includes(kind) || kind === 'event-moved') {
      if (spot === undefined || (kind === 'event-moved' && event === undefined)) continue;
      placed.push({ id, spot });
      const fields = change.writtenFields ?? change.fields ?? [];
      if (kind !== 'event-moved') edited.setEvent(inOrder(eventOf(id, fields, main), programme.config));
    } else if (about !== 'event') {
      const { written, markdown, theirs } = change;
      if (markdown !== undefined) edited.set(change, written ?? markdown.theirs);
      else if (partAt(change) === undefined) edited.set(change, written ?? theirs);
    } else if (event !== undefined) edited.setEvent(eventAfter(event, change, main));
  }
  const movers = new Set(placed.map(({ id }) => id));
  const kept = withEvents(edited.programme(), (events) =>
    events.filter(({ id }) => !removed.has(id) && !movers.has(id)),
  );
  const spots = spotsOf([...changes, ...others], openProgramme(programme));
  const late = placed.flatMap(({ id, spot }) => {
    const event = edited.event(id);
    return event === undefined ? [] : [{ event, spot }];
  });
  return withSettings({ ...kept, themes: inserted(kept.themes, late, spots) }, changes.filter(goes));
}

/** Sorts the keys of an event in the order of the events files. */
function inOrder(event: Event, config: ProgrammeFile): Event {
  const keys = Object.keys(eventShape(config));
  const entries = Object.entries(event).sort(([a], [b]) => keys.indexOf(a) - keys.indexOf(b));
  return Object.fromEntries(entries) as Event;
}

/** Returns an event with a change to one field applied. */
export function eventAfter(event: Event, change: ProposedChange, main: ProgrammeFile['language']): Event {
  const { when, written } = change;
  const now = eventWith(event, { ...change, words: written ?? change.theirs }, main);
  // If the editor has replaced the proposed text of a date, the machine-readable date in the proposal no longer
  // applies.
  if (when === undefined || (written !== undefined && when.written === undefined)) return now;
  return eventWith(now, { field: 'when', words: when.written ?? when.theirs }, main);
}

/**
 * The positions of the events in the draft and of added events, by id. If the event after which an event should be
 * inserted is missing, its position helps to find the nearest earlier event in the theme.
 */
function spotsOf(changes: readonly ProposedChange[], draft: OpenProgramme) {
  const spots = new Map([...draft.events].map(([id, { spot }]) => [id, spot]));
  for (const { kind, of, spot } of changes)
    if (of !== undefined && spot !== undefined && kind !== 'event-moved' && !spots.has(of))
      spots.set(of, spot);
  return spots;
}

/**
 * Inserts each event after the event that it should follow or, if that event is not in the theme, after the nearest
 * earlier event. If no earlier event is in the theme either, the event is inserted at the end.
 */
function inserted(
  themes: readonly ThemeEvents[],
  placed: readonly { event: Event; spot: ListPosition }[],
  spots: ReadonlyMap<string, ListPosition>,
): ThemeEvents[] {
  const lists = new Map(themes.map(({ theme, events }) => [theme.id, [...events]]));
  for (const { event, spot } of placed) {
    const list = lists.get(spot.theme);
    if (list === undefined) continue;
    list.splice(positionIn(list, spot, spots), 0, event);
  }
  return themes.map(({ theme }) => ({ theme, events: lists.get(theme.id) ?? [] }));
}

function positionIn(list: readonly Event[], spot: ListPosition, spots: ReadonlyMap<string, ListPosition>) {
  const seen = new Set<string>();
  for (let after = spot.after; after !== undefined && !seen.has(after); after = spots.get(after)?.after) {
    seen.add(after);
    const index = list.findIndex(({ id }) => id === after);
    if (index >= 0) return index + 1;
  }
  return spot.after === undefined ? 0 : list.length;
}
