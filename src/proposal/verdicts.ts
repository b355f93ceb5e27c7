/** Applies verdicts on proposed changes to a draft and to the proposal. This module does no I/O. */

import { isDeepStrictEqual } from 'node:util';
import { type FieldWords, normalWords } from '../compare/index.ts';
import type { Problem } from '../errors.ts';
import { dateSaid, type OpenProgramme, openProgramme, wordsOfEvent } from '../exchange/index.ts';
import { type Message, settingCalled } from '../messages.ts';
import { EVENT_CAME, EVENT_WENT, type Programme, SETTINGS, withoutUndefined } from '../model/index.ts';
import { withChanges } from './accept.ts';
import { standingOf, standingsOf } from './decide.ts';
import { messageOf } from './messages.ts';
import type { Proposal, ProposedChange, Verdict } from './schema.ts';
import { lackOf, leftOf, withSettings } from './settings.ts';

/** A verdict on a change. */
export interface Ruling {
  /** Id of the change. */
  id: string;
  /** `open` undoes an earlier verdict. */
  verdict: Verdict;
  /** Text that replaces the proposed text. */
  words?: string;
  /** The machine-readable date for the date text in `words`; if no date is given, `words` is parsed. */
  when?: string;
  /** All fields of an added event, which replace the proposed fields. */
  fields?: readonly FieldWords[];
  why?: string;
}

/** The name of the person who decides, and the date (YYYY-MM-DD). */
export interface Reviewer {
  by: string;
  date: string;
}

/**
 * Returns the draft and the proposal after verdicts have been applied. An accepted change replaces the current text,
 * even in a conflict. Undoing a verdict restores the text from before the verdict, unless the text has changed since
 * the verdict.
 *
 * @returns `problems` states why verdicts could not be applied; all other verdicts are applied
 */
export function rule(programme: Programme, proposal: Proposal, rulings: readonly Ruling[], judge: Reviewer) {
  const problems: Problem[] = [];
  let draft = openProgramme(programme);
  const byId = new Map(rulings.map((ruling) => [ruling.id, ruling]));
  const known = new Set(proposal.changes.map(({ id }) => id));
  for (const { id } of rulings)
    if (!known.has(id))
      problems.push(messageOf('proposal-change-unknown', { id, command: { command: ['review', 'NAME'] } }));
  const made: ProposedChange[] = [];
  const settings: ProposedChange[] = [];
  const ruled = (change: ProposedChange): ProposedChange => {
    const ruling = byId.get(change.id);
    if (ruling === undefined || isSame(change, ruling)) return change;
    const decided = decide(change, ruling, judge, draft, settings);
    if ('message' in decided) {
      problems.push(decided);
      return change;
    }
    made.push(...decided.make);
    return decided.change;
  };
  const isTakenBack = ({ id, kind, verdict }: ProposedChange): boolean =>
    kind === SETTINGS && verdict === 'accepted' && (byId.get(id)?.verdict ?? verdict) !== verdict;
  const decided = new Map<string, ProposedChange>();
  for (const change of proposal.changes.filter((item) => !isTakenBack(item))) {
    const now = ruled(change);
    decided.set(change.id, now);
    if (change.kind !== SETTINGS) continue;
    settings.push(now);
    draft = openProgramme(withSettings(programme, made));
  }
  // Changes to settings are undone last and in reverse order, because a field can be removed only when nothing uses it
  // any more.
  for (const change of proposal.changes.filter(isTakenBack).reverse()) {
    draft = openProgramme(withChanges(programme, made, proposal.changes));
    decided.set(change.id, ruled(change));
  }
  const changes = proposal.changes.map((change) => decided.get(change.id) ?? change);
  return { programme: withChanges(programme, made, changes), proposal: { ...proposal, changes }, problems };
}

/** Whether a change already has the given verdict. Values that the new verdict does not contain count as unchanged. */
function isSame(change: ProposedChange, { verdict, words, when, fields, why }: Ruling): boolean {
  return (
    change.verdict === verdict &&
    (words === undefined || writtenWords(change, words) === (change.written ?? proposedWords(change))) &&
    (when === undefined || when === (change.when?.written ?? change.when?.theirs)) &&
    (fields === undefined || isDeepStrictEqual(fields, change.writtenFields ?? change.fields)) &&
    (why === undefined || why === change.decided?.why)
  );
}

const proposedWords = ({ markdown, theirs }: ProposedChange): string | undefined =>
  markdown === undefined ? theirs : markdown.theirs;

/**
 * Returns the change with its verdict, and the changes to be applied to the draft; a problem if the verdict cannot be
 * applied.
 */
function decide(
  change: ProposedChange,
  ruling: Ruling,
  { by, date }: Reviewer,
  draft: OpenProgramme,
  settings: readonly ProposedChange[],
): { change: ProposedChange; make: ProposedChange[] } | Problem {
  const { verdict, why } = ruling;
  if (change.kind === SETTINGS && ruling.words !== undefined && ruling.words !== change.theirs)
    return messageOf('setting-takes-no-words', { setting: settingCalled(change.field ?? '') });
  const undone = change.verdict === 'accepted' ? takenBack(change, draft) : { make: [] };
  if ('message' in undone) return undone;
  const open = asProposed(change);
  if (verdict === 'open') return { change: { ...open, verdict }, make: undone.make };
  const decided = withoutUndefined({ by, date, why });
  if (verdict === 'refused') return { change: { ...open, verdict, decided }, make: undone.make };
  const lack = lackOf(change, settings, draft.programme);
  const standing = standingOf(change, draft);
  if (lack !== undefined || standing.state === 'gone') return missing(change, draft, lack);
  const words = ruling.words === undefined ? undefined : writtenWords(change, ruling.words);
  const left = leftOf(change, settings, draft.programme);
  const written = words === undefined || words === proposedWords(change) ? left.columns : words;
  const when = ruling.when ?? (written === undefined ? undefined : dateIn(written, change, draft.programme));
  const ours = standing.state === 'conflict' ? standing.ours : undefined;
  const replaced = change.verdict === 'accepted' ? change.was : ours;
  const was = change.field === undefined ? undefined : replaced;
  const removed = EVENT_WENT.includes(change.kind) ? draft.events.get(change.of ?? '')?.event : undefined;
  const fields = ruling.fields ?? left.fields;
  const isSameEvent = fields === undefined || isDeepStrictEqual(fields, change.fields);
  const accepted: ProposedChange = withoutUndefined({
    ...open,
    verdict,
    decided,
    written,
    when: open.when && withoutUndefined({ ...open.when, written: when }),
    writtenFields: isSameEvent ? undefined : fields.map((field) => ({ ...field })),
    was,
    fields: removed === undefined ? open.fields : wordsOfEvent(removed, draft.programme.config),
  });
  const isEdited = [written, when, accepted.writtenFields].some((value) => value !== undefined);
  const idle = standing.state === 'done' && !isEdited;
  return { change: accepted, make: idle ? [] : [accepted] };
}

/** Returns a change without the edits and details of its verdict. */
function asProposed(change: ProposedChange): ProposedChange {
  const { written: _w, writtenFields: _f, was: _s, decided: _d, when, ...open } = change;
  if (when === undefined) return open;
  const { written: _, ...date } = when;
  return { ...open, when: date };
}

/**
 * The machine-readable date that results from the edited text of a date; undefined if the text contains no date, or if
 * the change has no machine-readable date.
 */
export function dateIn(
  words: string,
  { when, lang }: Pick<ProposedChange, 'when' | 'lang'>,
  { config }: Pick<Programme, 'config'>,
): string | undefined {
  return when && dateSaid(words, lang ?? config.language, config.period, when.theirs, when.base);
}

function missing(
  { about, of = '', spot }: ProposedChange,
  { programme }: OpenProgramme,
  lack: ProposedChange | undefined,
): Message {
  if (lack !== undefined)
    return messageOf(lack.verdict === 'refused' ? 'change-needs-refused' : 'change-needs-setting', {
      setting: lack.field ?? '',
    });
  if (spot !== undefined && programme.themes.every(({ theme }) => theme.id !== spot.theme))
    return messageOf('change-needs-theme', { theme: spot.theme });
  return messageOf('change-of-missing', { about: { about, message: about }, of });
}

/**
 * Returns the changes that restore what an accepted change has replaced; a problem if the draft has changed since the
 * verdict.
 */
export function takenBack(
  change: ProposedChange,
  draft: OpenProgramme,
): { make: ProposedChange[] } | Problem {
  const { kind, theirs, written, was, base, when, markdown, spot, from, fields } = change;
  const came = EVENT_CAME.includes(kind) ? ('event-removed' as const) : kind;
  const swapped = (now: string | undefined, before: string | undefined) =>
    withoutUndefined({ base: now, theirs: before });
  // `between` is removed, because it contains the neighbours of the old position.
  const { written: _w, writtenFields = fields, between: _a, ...rest } = change;
  const back: ProposedChange = withoutUndefined({
    ...rest,
    kind: EVENT_WENT.includes(kind) ? 'event-added' : came,
    theirs: was ?? base,
    base: written ?? theirs,
    when: when && swapped(when.written ?? when.theirs, when.base),
    fields: writtenFields,
    markdown: markdown && swapped(written ?? markdown.theirs, was ?? markdown.base),
    spot: from ?? spot,
    from: spot ?? from,
  });
  const { state } = standingOf(back, draft);
  if (state === 'done') return { make: [] };
  if (state === 'proposed') return { make: [back] };
  if (change.kind === SETTINGS)
    return messageOf('setting-not-undone', { setting: settingCalled(change.field ?? '') });
  return {
    ...messageOf('change-not-undone', { id: change.id }),
    ...(change.of === undefined
      ? {}
      : { at: { event: change.of, ...(change.field && { field: change.field }) } }),
  };
}

/** Normalises a text that replaces the proposed text (Markdown, if the change affects the text of a part). */
function writtenWords({ markdown }: ProposedChange, words: string): string {
  return markdown === undefined ? normalWords(words) : `${words.trim()}\n`;
}

/**
 * Returns verdicts that accept all open changes that pass a test and are neither conflicts nor outdated translations.
 */
export function acceptWithoutConflict(
  programme: Programme,
  { changes }: Proposal,
  test: (change: ProposedChange) => boolean,
): Ruling[] {
  const standings = standingsOf(changes, programme);
  return changes.flatMap((change): Ruling[] => {
    const { state, sourceNow } = standings.get(change.id) ?? {};
    const isClear = (state === 'proposed' || state === 'done') && sourceNow === undefined;
    return isClear && test(change) ? [{ id: change.id, verdict: 'accepted' }] : [];
  });
}
