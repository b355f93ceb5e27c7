import { eventOf } from '../compare/index.ts';
import {
  EVENT_CAME,
  EVENT_WENT,
  type Event,
  eventShape,
  type Programme,
  type ProgrammeFile,
  type Text,
  type ThemeEvents,
} from '../model/index.ts';
import { type Draft, openDraft } from './decide.ts';
import {
  eventWith,
  programmePath,
  settingOf,
  settingPath,
  valueAt,
  withValueAt,
  withWords,
} from './fields.ts';
import { withPartSource } from './part-texts.ts';
import type { ProposedChange, Spot } from './schema.ts';

/**
 * The draft with changes made. Each field that changes is the only thing of its event that does: everything else stays as it was typed.
 * Changes whose event is not there are passed over.
 *
 * @param others changes that are not made but that the places of made ones may refer to
 */
export function withChanges(
  programme: Programme,
  changes: readonly ProposedChange[],
  others: readonly ProposedChange[] = [],
): Programme {
  const main = programme.config.language;
  const draft = openDraft(programme);
  const edited = new Map<string, Event>();
  const gone = new Set<string>();
  const placed: { event: Event; spot: Spot }[] = [];
  const eventNow = (id: string): Event | undefined => edited.get(id) ?? draft.events.get(id)?.event;
  let whole = programme;
  for (const change of changes) {
    const { about, kind, of = '' } = change;
    if (about !== 'event') {
      whole = programmeWith(whole, change);
      continue;
    }
    const event = eventNow(of);
    if (EVENT_WENT.includes(kind)) gone.add(of);
    else if (EVENT_CAME.includes(kind)) {
      const added = inOrder(eventOf(of, change.writtenFields ?? change.fields ?? [], main), programme.config);
      if (change.spot !== undefined) placed.push({ event: added, spot: change.spot });
    } else if (event !== undefined && kind === 'event-moved') {
      if (change.spot !== undefined) placed.push({ event, spot: change.spot });
    } else if (event !== undefined) edited.set(of, eventAfter(event, change, main));
  }
  const { config } = whole;
  const movers = new Set(placed.map(({ event }) => event.id));
  const kept = programme.themes.map(({ theme, events }) => ({
    theme: config.themes.find(({ id }) => id === theme.id) ?? theme,
    events: events
      .filter(({ id }) => !gone.has(id) && !movers.has(id))
      .map((event) => edited.get(event.id) ?? event),
  }));
  const spots = spotsOf([...changes, ...others], draft);
  const late = placed.map(({ event, spot }) => ({ event: edited.get(event.id) ?? event, spot }));
  return { ...whole, themes: inserted(kept, late, spots) };
}

/** An event with its keys in the order in which they are written. */
function inOrder(event: Event, config: ProgrammeFile): Event {
  const keys = Object.keys(eventShape(config));
  const entries = Object.entries(event).sort(([a], [b]) => keys.indexOf(a) - keys.indexOf(b));
  return Object.fromEntries(entries) as Event;
}

/** An event after a change of one of its fields. */
export function eventAfter(event: Event, change: ProposedChange, main: ProgrammeFile['language']): Event {
  const words = change.written ?? change.theirs;
  const { field, lang, when } = change;
  const own = { ...(field && { field }), ...(lang && { lang }), ...(words !== undefined && { words }) };
  const now = eventWith(event, own, main);
  // Words that somebody else wrote have a date of their own.
  if (when === undefined || (change.written !== undefined && when.written === undefined)) return now;
  const date = when.written ?? when.theirs;
  return eventWith(now, { field: 'when', ...(date !== undefined && { words: date }) }, main);
}

function programmeWith(programme: Programme, change: ProposedChange): Programme {
  const { config } = programme;
  if (change.markdown !== undefined)
    return withPartSource(programme, change, change.written ?? change.markdown.theirs);
  const setting = settingPath(config, change);
  if (setting !== undefined) return { ...programme, config: withValueAt(config, setting, settingOf(change)) };
  const path = programmePath(config, change);
  if (path === undefined) return programme;
  const words = change.written ?? change.theirs;
  const text = valueAt(config, path) as Text | undefined;
  const now = change.lang === undefined ? words : withWords(text, change.lang, words, config.language);
  return { ...programme, config: withValueAt(config, path, now) };
}

/** Where events that are added or moved stand beside those of the draft: what an anchor that is not there stood behind counts. */
function spotsOf(changes: readonly ProposedChange[], draft: Draft): ReadonlyMap<string, Spot> {
  const spots = new Map([...draft.events].map(([id, { spot }]) => [id, spot]));
  for (const { kind, of, spot } of changes)
    if (of !== undefined && spot !== undefined && kind !== 'event-moved' && !spots.has(of))
      spots.set(of, spot);
  return spots;
}

/** The themes with events put in, each behind its anchor; behind the end of its theme where there is no such event in it. */
function inserted(
  themes: readonly ThemeEvents[],
  placed: readonly { event: Event; spot: Spot }[],
  spots: ReadonlyMap<string, Spot>,
): ThemeEvents[] {
  const lists = new Map(themes.map(({ theme, events }) => [theme.id, [...events]]));
  for (const { event, spot } of placed) {
    const list = lists.get(spot.theme);
    if (list === undefined) continue;
    list.splice(positionIn(list, spot, spots), 0, event);
  }
  return themes.map(({ theme }) => ({ theme, events: lists.get(theme.id) ?? [] }));
}

function positionIn(list: readonly Event[], spot: Spot, spots: ReadonlyMap<string, Spot>): number {
  const seen = new Set<string>();
  for (let after = spot.after; after !== undefined && !seen.has(after); after = spots.get(after)?.after) {
    seen.add(after);
    const index = list.findIndex(({ id }) => id === after);
    if (index >= 0) return index + 1;
  }
  return spot.after === undefined ? 0 : list.length;
}
