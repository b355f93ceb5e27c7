/** Three texts decide: what was sent out, what came back, what the draft says now. Pure. */
import type { FieldWords } from '../compare/index.ts';
import { type Event, emphasisedIn, type Programme, partsOf, textIn, titleIn } from '../model/index.ts';
import { readMarkdown } from '../text/index.ts';
import { type LineForm, plainWords, runsOfWords } from '../translation/index.ts';
import { programmeWords, wordsOfEvent, wordsOfField } from './fields.ts';
import { partOfChange, partSource } from './part-texts.ts';
import type { ProposedChange, Spot } from './schema.ts';

/** A programme, ready to be asked for many events. */
export interface Draft {
  programme: Programme;
  events: ReadonlyMap<string, Home>;
}

/** An event, where it stands, and its place in its theme, from 0. */
interface Home {
  event: Event;
  spot: Spot;
  index: number;
}

/** Opens a programme for questions and changes. */
export function openDraft(programme: Programme): Draft {
  const events = new Map<string, Home>();
  for (const { theme, events: listed } of programme.themes)
    listed.forEach((event, index) => {
      const before = listed[index - 1];
      events.set(event.id, { event, index, spot: { theme: theme.id, ...(before && { after: before.id }) } });
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
export type Standing = (
  | { state: 'proposed' | 'done' | 'gone' }
  | { state: 'conflict'; ours: string | undefined }
) & {
  /** Of an outdated translation: what the text that it was made from says now. */
  sourceNow?: string;
};

/** How a change stands to the draft. A translation is outdated beside it where the draft has another source now. */
export function standingOf(change: ProposedChange, draft: Draft): Standing {
  const standing = withoutSource(change, draft);
  const now = sourceNow(change, draft);
  return change.source === undefined || now === undefined || now === change.source.words
    ? standing
    : { ...standing, sourceNow: now };
}

/** What the text that a translation was made from says now, without marks. */
function sourceNow(change: ProposedChange, { programme, events }: Draft): string | undefined {
  if (change.source === undefined) return undefined;
  const place = { ...change, lang: change.source.lang };
  if (change.markdown !== undefined) {
    const source = partSource(programme, place);
    return (
      source &&
      readMarkdown(source)
        .paragraphs.map(({ runs }) => plainWords(runs))
        .join('\n')
    );
  }
  const event = events.get(change.of ?? '')?.event;
  const words =
    event === undefined
      ? programmeWords(programme, place)
      : wordsOfField(wordsOfEvent(event, programme.config), place);
  return words && plainWords(runsOfWords(words, formOf(change, programme)));
}

/** How the words of a change are written. */
function formOf({ about, field = '' }: ProposedChange, { config }: Programme): LineForm {
  if (about === 'event') return emphasisedIn(config).has(field) ? 'emphasis' : 'plain';
  return field === 'introduction' ? 'strong' : 'plain';
}

function withoutSource(change: ProposedChange, draft: Draft): Standing {
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
      return home === undefined ? { state: 'gone' } : movedStanding(change, home, draft);
    default:
      return fieldStanding(change, draft, home?.event);
  }
}

const DONE: Standing = { state: 'done' };

function movedStanding({ spot, from, between = {} }: ProposedChange, ours: Home, draft: Draft): Standing {
  const { theme } = ours.spot;
  if (spot === undefined || isSameSpot(spot, ours.spot)) return DONE;
  const placeOf = (id: string | undefined): number | undefined => {
    const home = draft.events.get(id ?? '');
    return home?.spot.theme === theme ? home.index : undefined;
  };
  const { after, before } = between;
  const stayed =
    from === undefined ||
    (theme === from.theme &&
      (placeOf(after) ?? -1) < ours.index &&
      (placeOf(before) ?? Number.POSITIVE_INFINITY) > ours.index);
  return stayed ? { state: 'proposed' } : { state: 'conflict', ours: spotInWords(ours, draft) };
}

function spotInWords({ spot: { theme, after } }: Home, { events, programme: { config } }: Draft): string {
  const before = events.get(after ?? '')?.event;
  if (before === undefined) return `${theme}, first`;
  const { words } = textIn(titleIn(before, config), config.language, config.language);
  return `${theme}, behind "${words}"`;
}

const isSameSpot = (a: Spot, b: Spot): boolean => a.theme === b.theme && a.after === b.after;

function fieldStanding(change: ProposedChange, draft: Draft, event: Event | undefined): Standing {
  const { programme } = draft;
  if (change.about === 'event' && event === undefined) return { state: 'gone' };
  if (change.markdown !== undefined) return textStanding(change, change.markdown, programme);
  const ours =
    event === undefined
      ? programmeWords(programme, change)
      : wordsOfField(wordsOfEvent(event, programme.config), change);
  if (ours === change.theirs) return DONE;
  return ours === change.base ? { state: 'proposed' } : { state: 'conflict', ours };
}

function textStanding(
  change: ProposedChange,
  { base, theirs }: NonNullable<ProposedChange['markdown']>,
  programme: Programme,
): Standing {
  const part = partOfChange(change);
  if (!partsOf(programme.config).some(({ id }) => id === part)) return { state: 'gone' };
  const ours = partSource(programme, change);
  if (ours === theirs) return DONE;
  return ours === base ? { state: 'proposed' } : { state: 'conflict', ours };
}

function sameFields(a: readonly FieldWords[], b: readonly FieldWords[]): boolean {
  const sorted = (fields: readonly FieldWords[]): string =>
    JSON.stringify(fields.map(({ field, lang, words }) => [field, lang ?? '', words]).sort());
  return sorted(a) === sorted(b);
}

const inOneText = (fields: readonly FieldWords[]): string => fields.map(({ words }) => words).join('\n');
