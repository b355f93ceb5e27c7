import * as z from 'zod';
import { DRAFT, isCalendarDate, WordsSchema } from '../model/index.ts';
import { reason, refusal } from '../reasons.ts';
import type { Approval, Change, Comparison } from './change.ts';
import { fingerprintsApart } from './fingerprint.ts';

/** An entry in `data/approvals.yaml`. */
const ApprovalSchema = z.strictObject({
  /** The fingerprint of the change, which `diff` prints. */
  fingerprint: z.string().regex(/^[0-9a-f]{12}$/, refusal(reason('expected-fingerprint'))),
  /**
   * `refused`: the change was undone, that is, the text of the last edition was restored. If undefined, the change is
   * approved.
   */
  verdict: z.literal('refused').optional(),
  /** Name of the person who decided. */
  by: WordsSchema,
  /** Date, YYYY-MM-DD. */
  date: z.string().refine((value) => isCalendarDate(value), refusal(reason('expected-day'))),
  /** Reason or condition. */
  note: WordsSchema.optional(),
});

/**
 * `data/approvals.yaml`: approved and refused changes. If there are several verdicts on a change, the last one applies.
 */
export const ApprovalsFileSchema = z.array(ApprovalSchema);
export type ApprovalsFile = z.infer<typeof ApprovalsFileSchema>;

/**
 * Marks the approved changes in a comparison. Approvals of changes that the comparison does not contain are ignored,
 * except in a comparison with the draft: there, those given after the date of the old edition are listed as lapsed.
 */
export function markApproved(comparison: Comparison, approvals: ApprovalsFile): Comparison {
  const byFingerprint = new Map(
    [...lastVerdicts(approvals)].filter(([, { verdict }]) => verdict === undefined),
  );
  const used = new Set<string>();
  const changes = comparison.changes.map((change) => {
    const known = fingerprintsOf(change, byFingerprint);
    const [found] = known.flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? []);
    if (found === undefined) return change;
    for (const fingerprint of known) used.add(fingerprint);
    return { ...change, approval: approvalOf(found) };
  });
  const since = comparison.new.edition === DRAFT ? comparison.old.date : undefined;
  const lapsed = [...byFingerprint.values()]
    .filter(({ fingerprint, date }) => since !== undefined && date > since && !used.has(fingerprint))
    .map((approval) => ({ fingerprint: approval.fingerprint, ...approvalOf(approval) }));
  return { ...comparison, changes, ...(lapsed.length > 0 && { lapsed }) };
}

/** The last verdict on each change, by fingerprint. */
export function lastVerdicts(approvals: ApprovalsFile): Map<string, ApprovalsFile[number]> {
  return new Map(approvals.map((approval) => [approval.fingerprint, approval]));
}

/** The fingerprints in the approvals of a change: its own, or those of its parts if all parts are approved. */
function fingerprintsOf(change: Change, approved: ReadonlyMap<string, unknown>): readonly string[] {
  const { olderFingerprint: older } = change;
  if (older !== undefined && !approved.has(change.fingerprint) && approved.has(older)) return [older];
  const apart = fingerprintsApart(change);
  return !approved.has(change.fingerprint) && apart.every((fingerprint) => approved.has(fingerprint))
    ? apart
    : [change.fingerprint];
}

function approvalOf({ by, date, note }: ApprovalsFile[number]): Approval {
  return { by, date, ...(note !== undefined && { note }) };
}
