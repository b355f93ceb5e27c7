import { type Audience, audienceOf, type ReadablePart, readableChange, shownText } from '../compare/index.ts';
import {
  type Change,
  type Comparison,
  type Lang,
  type ProposedChange,
  type Remainder,
  type ReviewResult,
  remaindersOf,
  type Standing,
  type Text,
} from '../index.ts';
import { SETTINGS, textIn, withoutUndefined, wordsInAll } from '../model/index.ts';
import type { DisplayedChange, DisplayedProposal, DisplayedRemainder, SaidProposed } from './api.ts';
import type { Say } from './route.ts';

/** The wording of a comparison in the desk: fields have the same headings as in the forms. */
export function deskReader(comparison: Comparison, lang: Lang): Audience {
  const main = comparison.new.language;
  const reader = audienceOf(comparison, lang, false, main);
  const headings = [...comparison.fields, ...comparison.sides].map(
    ({ id, heading = id }) => [id, textIn(heading, main, main).words] as const,
  );
  return { ...reader, codes: { ...reader.codes, columns: new Map(headings) } };
}

/** A change in the form that the page displays. */
export function displayedChange(reader: Audience, change: Change): DisplayedChange {
  const { fingerprint: id, severity, kind: code, about, place, field, lang, approval } = change;
  const { title, theme } = place.new ?? place.old ?? {};
  const { headline, note, parts } = readableChange(reader, change);
  return {
    ...{ id, severity, code },
    title: title === undefined ? reader.say.wholeProgramme : wordsOf(title),
    what: code === SETTINGS ? reader.say.whole[SETTINGS] : headline,
    parts: [...parts, ...calendarDate(reader, change)],
    ...withoutUndefined({
      event: about === 'event' ? place.new?.id : undefined,
      theme: theme && wordsOf(theme.title),
      note,
      field,
      lang,
      approvedBy: approval?.by,
    }),
  };
}

/** The date that calendars contain, if this date has changed or if an added event has a printed date. */
function calendarDate(reader: Audience, change: Change): readonly ReadablePart[] {
  const { place, fields = [], when } = change;
  const read = fields.find(({ field }) => field === 'when');
  const isPrinted = reader.comparison.fields.some(
    ({ id, kind }) => kind === 'date' && fields.some(({ field }) => field === id),
  );
  const words = when ?? (place.old === undefined && isPrinted && read ? { new: read.words } : undefined);
  if (words === undefined) return [];
  const { lang: _, ...rest } = change;
  const { parts } = readableChange(reader, { ...rest, field: 'when', words });
  return parts.slice(0, 1).map((part) => ({ ...part, label: reader.say.when }));
}

function wordsOf(text: Text): string {
  return wordsInAll(text)[0] ?? '';
}

/** A proposal in the form that the page displays. */
export function displayedProposal(
  { name, proposal, comparison, standings }: ReviewResult,
  lang: Lang,
  say: Say,
): DisplayedProposal {
  const { file, date } = proposal.origin;
  return {
    name,
    origin: { file, date },
    changes: displayedProposed(comparison, proposal.changes, standings, lang),
    remainders: displayedRemainders(proposal, say),
  };
}

/** Proposed changes, in the order in which the comparison with the draft lists them. */
export function displayedProposed(
  comparison: Comparison,
  proposed: readonly ProposedChange[],
  standings: ReadonlyMap<string, Standing>,
  lang: Lang,
): SaidProposed[] {
  const reader = deskReader(comparison, lang);
  const byId = new Map(proposed.map((change) => [change.id, change]));
  return comparison.changes.flatMap((change): SaidProposed[] => {
    const proposed = byId.get(change.fingerprint);
    if (proposed === undefined) return [];
    return [
      { ...displayedChange(reader, change), ...aboutProposed(proposed, standings.get(proposed.id), reader) },
    ];
  });
}

function aboutProposed(
  change: ProposedChange,
  standing: Standing | undefined,
  reader: Audience,
): Omit<SaidProposed, keyof ReturnType<typeof displayedChange>> {
  const { kind, field, markdown, verdict, written } = change;
  const { by, date, untracked, unfinished, source, decided } = change;
  const { base, theirs } = markdown ?? change;
  const isConflict = standing?.state === 'conflict' || standing?.state === 'gone';
  const displayed = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : shownText(reader, change, text);
  return {
    ...withoutUndefined({ by, date, untracked, unfinished, source, decided, standing }),
    ...withoutUndefined({ written: displayed(written) }),
    verdict,
    alone: isConflict || standing?.sourceNow !== undefined,
    ...(standing?.state === 'conflict' &&
      field !== undefined && {
        texts: withoutUndefined({
          base: displayed(base),
          ours: displayed(standing.ours),
          theirs: displayed(theirs),
        }),
      }),
    // Codes and calendar dates have no editable text here; they are edited in the event form.
    ...(kind !== SETTINGS && theirs !== undefined && theirs === displayed(theirs) && { words: theirs }),
  };
}

/** The comments and texts without a position that are not marked as done. */
export function displayedRemainders(
  proposal: Parameters<typeof remaindersOf>[0],
  say: Say,
): DisplayedRemainder[] {
  const displayed = (text: Remainder['words']): string =>
    typeof text === 'string' ? text : say(text).message;
  return remaindersOf(proposal).map(({ id, kind, remainder: { done: _, words, where, ...remainder } }) => ({
    ...remainder,
    words: displayed(words),
    ...(where !== undefined && { where: displayed(where) }),
    id,
    kind,
  }));
}
