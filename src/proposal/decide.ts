/**
 * Determines the states of proposed changes by comparing three texts: the text that was sent, the text that was
 * returned, and the current text of the draft. This module does no I/O.
 */
import { isDeepStrictEqual } from 'node:util';
import type { FieldWords } from '../compare/index.ts';
import {
  type OpenProgramme,
  openProgramme,
  partAt,
  partSource,
  wordsAt,
  wordsOfEvent,
} from '../exchange/index.ts';
import { type LineForm, plainWords, runsOfWords } from '../exchange/xliff/index.ts';
import { emphasisedIn, type Programme, partsOf, SETTINGS, textIn, titleIn } from '../model/index.ts';
import { readMarkdown } from '../text/index.ts';
import type { ProposedChange, Verdict } from './schema.ts';
import { isSameJson, isUsed, lackOf, settingAt, withSettings } from './settings.ts';

type Home = NonNullable<ReturnType<OpenProgramme['events']['get']>>;

/**
 * The state of a proposed change in relation to the draft:
 * - `proposed`: the draft still contains the text that was sent, so the change can be accepted;
 * - `done`: the draft already has the proposed text;
 * - `conflict`: the draft contains a third text, `ours`, which is undefined if the text was removed;
 * - `gone`: the draft lacks the event, theme or side to be changed, or a setting that the change needs.
 */
export type Standing = (
  | { state: 'proposed' | 'done' }
  | { state: 'gone'; needs?: NeededSetting }
  | { state: 'conflict'; ours: string | undefined }
) & {
  /** For an outdated translation, the current source text. */
  sourceNow?: string;
};

/**
 * A setting that a change requires but that the draft does not contain: its path, and the verdict on the change that
 * adds it.
 */
export interface NeededSetting {
  setting: string;
  verdict: Verdict;
}

/**
 * The states of the open changes, by id. Before a change is compared with the draft, those changes to settings that
 * precede it and can be accepted are applied to the draft.
 */
export function standingsOf(changes: readonly ProposedChange[], draft: Programme): Map<string, Standing> {
  const settings = changes.filter(({ kind }) => kind === SETTINGS);
  const standings = new Map<string, Standing>();
  let open = openProgramme(draft);
  for (const change of changes.filter(({ verdict }) => verdict === 'open')) {
    const lack = lackOf(change, settings, open.programme);
    const standing: Standing =
      lack === undefined
        ? standingOf(change, open)
        : { state: 'gone', needs: { setting: lack.field ?? '', verdict: lack.verdict } };
    standings.set(change.id, standing);
    if (change.kind === SETTINGS && standing.state === 'proposed')
      open = openProgramme(withSettings(open.programme, [change]));
  }
  return standings;
}

/** The state of a change. For a translation whose source text has changed in the draft, `sourceNow` is set. */
export function standingOf(change: ProposedChange, draft: OpenProgramme): Standing {
  const standing = withoutSource(change, draft);
  const now = sourceNow(change, draft);
  return change.source === undefined || now === undefined || now === change.source.words
    ? standing
    : { ...standing, sourceNow: now };
}

/** The current source text of a translation, without markup. */
function sourceNow(change: ProposedChange, draft: OpenProgramme): string | undefined {
  if (change.source === undefined) return undefined;
  const place = { ...change, lang: change.source.lang };
  if (change.markdown !== undefined) {
    const source = partSource(draft.programme, place);
    return (
      source &&
      readMarkdown(source)
        .paragraphs.map(({ runs }) => plainWords(runs))
        .join('\n')
    );
  }
  const words = wordsAt(draft, place);
  return words && plainWords(runsOfWords(words, formOf(change, draft.programme)));
}

/** The form of the text in a change: with or without emphasis markup. */
function formOf({ about, field = '' }: ProposedChange, { config }: Programme): LineForm {
  if (about === 'event') return emphasisedIn(config).has(field) ? 'emphasis' : 'plain';
  return field === 'introduction' ? 'emphasis' : 'plain';
}

function withoutSource(change: ProposedChange, draft: OpenProgramme): Standing {
  const home = draft.events.get(change.of ?? '');
  const { spot } = change;
  if (spot !== undefined && !draft.programme.themes.some(({ theme }) => theme.id === spot.theme)) return GONE;
  switch (change.kind) {
    case SETTINGS:
      return settingStanding(change, draft.programme);
    case 'event-added':
    case 'event-split':
      return wholeStanding(change, home, draft, { gone: PROPOSED, same: DONE });
    case 'event-removed':
    case 'event-merged':
      return wholeStanding(change, home, draft, { gone: DONE, same: PROPOSED });
    case 'event-moved':
      return home === undefined ? GONE : movedStanding(change, home, draft);
    default:
      return change.about === 'event' && home === undefined ? GONE : fieldStanding(change, draft);
  }
}

/**
 * The state of a change that adds or removes a whole event: `gone` if the draft does not contain the event, `same` if
 * it contains the event with the same texts, otherwise a conflict.
 */
function wholeStanding(
  { fields = [] }: ProposedChange,
  home: Home | undefined,
  { programme }: OpenProgramme,
  { gone, same }: { gone: Standing; same: Standing },
): Standing {
  if (home === undefined) return gone;
  const ours = wordsOfEvent(home.event, programme.config);
  const isSame = isDeepStrictEqual(sorted(ours), sorted(fields));
  return isSame ? same : { state: 'conflict', ours: ours.map(({ words }) => words).join('\n') };
}

const PROPOSED: Standing = { state: 'proposed' };
const DONE: Standing = { state: 'done' };
const GONE: Standing = { state: 'gone' };

function movedStanding(
  { spot, from, between = {} }: ProposedChange,
  ours: Home,
  draft: OpenProgramme,
): Standing {
  const { theme } = ours.spot;
  if (spot === undefined || isDeepStrictEqual(spot, ours.spot)) return DONE;
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
  return stayed ? PROPOSED : { state: 'conflict', ours: spotInWords(ours, draft) };
}

function spotInWords({ spot: { theme, after } }: Home, { events, programme: { config } }: OpenProgramme) {
  const before = events.get(after ?? '')?.event;
  if (before === undefined) return `${theme}, first`;
  const { words } = textIn(titleIn(before, config), config.language, config.language);
  return `${theme}, behind "${words}"`;
}

function fieldStanding(change: ProposedChange, draft: OpenProgramme): Standing {
  const { markdown } = change;
  const { programme } = draft;
  if (markdown !== undefined && !partsOf(programme.config).some(({ id }) => id === partAt(change)))
    return GONE;
  const { base, theirs } = markdown ?? change;
  const ours = markdown === undefined ? wordsAt(draft, change) : partSource(programme, change);
  if (ours === theirs) return DONE;
  return ours === base ? PROPOSED : { state: 'conflict', ours };
}

function settingStanding(change: ProposedChange, programme: Programme): Standing {
  const { isPlace, value: ours } = settingAt(change, programme);
  if (!isPlace) return GONE;
  if (isSameJson(ours, change.theirs)) return DONE;
  const isTaken = change.theirs === undefined && isUsed(change, programme);
  return isSameJson(ours, change.base) && !isTaken ? PROPOSED : { state: 'conflict', ours };
}

const sorted = (fields: readonly FieldWords[]): string[][] =>
  fields.map(({ field, lang, words }) => [field, lang ?? '', words]).sort();
