/** Three texts decide: what was sent out, what came back, what the draft says now. Pure. */
import type { FieldWords } from '../compare/change.ts';
import type { Event } from '../model/event.ts';
import type { Programme } from '../model/programme.ts';
import { programmeWords, wordsOfEvent, wordsOfField } from './fields.ts';
import type { ProposedChange, Spot } from './schema.ts';

/** A programme, ready to be asked for many events. */
export interface Draft {
  programme: Programme;
  events: ReadonlyMap<string, { event: Event; spot: Spot }>;
}

/** Opens a programme for questions and changes. */
export function openDraft(programme: Programme): Draft {
  const events = new Map<string, { event: Event; spot: Spot }>();
  for (const { theme, events: listed } of programme.themes)
    listed.forEach((event, index) => {
      const before = listed[index - 1];
      events.set(event.id, { event, spot: { theme: theme.id, ...(before && { after: before.id }) } });
    });
  return { programme, events };
}

/**
 * How a proposed change stands to the draft:
 * - `proposed`: only they changed it, and it can be taken;
 * - `done`: the draft is already as they wish;
 * - `conflict`: the draft was changed too, and otherwise; `ours` are its words now, none when they are gone;
 * - `gone`: the event, theme or side is not in the draft, so that there is nothing to change.
 */
export type Standing =
  | { state: 'proposed' | 'done' | 'gone' }
  | { state: 'conflict'; ours: string | undefined };

/** How a change stands to the draft. */
export function standingOf(change: ProposedChange, draft: Draft): Standing {
  const home = draft.events.get(change.of ?? '');
  const { spot } = change;
  if (spot !== undefined && !draft.programme.themes.some(({ theme }) => theme.id === spot.theme))
    return { state: 'gone' };
  switch (change.kind) {
    case 'event-added':
    case 'event-split': {
      if (home === undefined) return { state: 'proposed' };
      const ours = wordsOfEvent(home.event, draft.programme.config);
      return sameFields(ours, change.fields ?? []) ? DONE : { state: 'conflict', ours: inOneText(ours) };
    }
    case 'event-removed':
    case 'event-merged': {
      if (home === undefined) return DONE;
      const ours = wordsOfEvent(home.event, draft.programme.config);
      return sameFields(ours, change.fields ?? [])
        ? { state: 'proposed' }
        : { state: 'conflict', ours: inOneText(ours) };
    }
    case 'event-moved':
      return home === undefined ? { state: 'gone' } : movedStanding(change, home.spot);
    default:
      return fieldStanding(change, draft, home?.event);
  }
}

const DONE: Standing = { state: 'done' };

function movedStanding({ spot, from }: ProposedChange, ours: Spot): Standing {
  if (spot === undefined || isSameSpot(spot, ours)) return DONE;
  const stayed = from === undefined || ours.theme === from.theme;
  return stayed ? { state: 'proposed' } : { state: 'conflict', ours: ours.theme };
}

const isSameSpot = (a: Spot, b: Spot): boolean => a.theme === b.theme && a.after === b.after;

function fieldStanding(change: ProposedChange, draft: Draft, event: Event | undefined): Standing {
  const { programme } = draft;
  if (change.about === 'event' && event === undefined) return { state: 'gone' };
  const ours =
    event === undefined
      ? programmeWords(programme, change)
      : wordsOfField(wordsOfEvent(event, programme.config), change);
  if (ours === change.theirs) return DONE;
  return ours === change.base ? { state: 'proposed' } : { state: 'conflict', ours };
}

function sameFields(a: readonly FieldWords[], b: readonly FieldWords[]): boolean {
  const sorted = (fields: readonly FieldWords[]): string =>
    JSON.stringify(fields.map(({ field, lang, words }) => [field, lang ?? '', words]).sort());
  return sorted(a) === sorted(b);
}

const inOneText = (fields: readonly FieldWords[]): string => fields.map(({ words }) => words).join('\n');
