import {
  type Comparison,
  type ProposedChange,
  type ReviewResult,
  remaindersOf,
  type Standing,
} from '../index.ts';
import { present } from '../model/index.ts';
import type { SaidProposal, SaidProposed, SaidRemainder } from './incoming-api.ts';
import { saidChange } from './said-changes.ts';

/** A proposal in the form that the page displays. */
export function saidProposal({ name, proposal, comparison, standings }: ReviewResult): SaidProposal {
  const { file, date } = proposal.origin;
  return {
    name,
    origin: { file, date },
    changes: saidProposed(comparison, proposal.changes, standings),
    remainders: saidRemainders(proposal),
  };
}

/** Proposed changes, in the order of their comparison with the draft. */
export function saidProposed(
  { changes }: Pick<Comparison, 'changes'>,
  proposed: readonly ProposedChange[],
  standings: ReadonlyMap<string, Standing>,
): SaidProposed[] {
  const byId = new Map(proposed.map((change) => [change.id, change]));
  return changes.flatMap((change): SaidProposed[] => {
    const own = byId.get(change.fingerprint);
    return own === undefined ? [] : [{ ...saidChange(change), ...aboutProposed(own, standings.get(own.id)) }];
  });
}

function aboutProposed(
  {
    kind,
    markdown,
    by,
    date,
    untracked,
    unfinished,
    source,
    verdict,
    decided,
    written,
    ...own
  }: ProposedChange,
  standing: Standing | undefined,
): Omit<SaidProposed, keyof ReturnType<typeof saidChange>> {
  const { base, theirs } = markdown ?? own;
  const isConflict = standing?.state === 'conflict' || standing?.state === 'gone';
  return {
    ...present({ by, date, untracked, unfinished, source, decided, written, standing, base, theirs }),
    verdict,
    alone: isConflict || standing?.sourceNow !== undefined,
    ...(kind !== 'settings' && theirs !== undefined && { words: theirs }),
  };
}

/** The comments and texts without a position that are not marked as done. */
export function saidRemainders(proposal: Parameters<typeof remaindersOf>[0]): SaidRemainder[] {
  return remaindersOf(proposal).map(({ id, kind, remainder: { done: _, ...remainder } }) => ({
    ...remainder,
    id,
    kind,
  }));
}
