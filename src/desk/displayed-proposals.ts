import { type Audience, shownText } from '../compare/index.ts';
import {
  type Comparison,
  type Lang,
  type ProposedChange,
  type ReviewResult,
  remaindersOf,
  type Standing,
} from '../index.ts';
import { SETTINGS, withoutUndefined } from '../model/index.ts';
import type { DisplayedProposal, DisplayedRemainder, SaidProposed } from './api.ts';
import { deskReader, displayedChange } from './displayed-changes.ts';

/** A proposal in the form that the page displays. */
export function displayedProposal(
  { name, proposal, comparison, standings }: ReviewResult,
  lang: Lang,
): DisplayedProposal {
  const { file, date } = proposal.origin;
  return {
    name,
    origin: { file, date },
    changes: displayedProposed(comparison, proposal.changes, standings, lang),
    remainders: displayedRemainders(proposal),
  };
}

/** Proposed changes, in the order of the comparison with the draft. */
export function displayedProposed(
  comparison: Comparison,
  proposed: readonly ProposedChange[],
  standings: ReadonlyMap<string, Standing>,
  lang: Lang,
): SaidProposed[] {
  const reader = deskReader(comparison, lang);
  const byId = new Map(proposed.map((change) => [change.id, change]));
  return comparison.changes.flatMap((change): SaidProposed[] => {
    const own = byId.get(change.fingerprint);
    if (own === undefined) return [];
    return [{ ...displayedChange(reader, change), ...aboutProposed(own, standings.get(own.id), reader) }];
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
  const said = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : shownText(reader, change, text);
  return {
    ...withoutUndefined({ by, date, untracked, unfinished, source, decided, standing }),
    ...withoutUndefined({ written: said(written) }),
    verdict,
    alone: isConflict || standing?.sourceNow !== undefined,
    ...(standing?.state === 'conflict' &&
      field !== undefined && {
        texts: withoutUndefined({ base: said(base), ours: said(standing.ours), theirs: said(theirs) }),
      }),
    // Codes and dates in calendars are edited in the form of the event.
    ...(kind !== SETTINGS && theirs !== undefined && theirs === said(theirs) && { words: theirs }),
  };
}

/** The comments and texts without a position that are not marked as done. */
export function displayedRemainders(proposal: Parameters<typeof remaindersOf>[0]): DisplayedRemainder[] {
  return remaindersOf(proposal).map(({ id, kind, remainder: { done: _, ...remainder } }) => ({
    ...remainder,
    id,
    kind,
  }));
}
