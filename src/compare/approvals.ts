import * as z from 'zod';
import { isCalendarDate } from '../model/edtf.ts';
import { WordsSchema } from '../model/text.ts';
import type { Comparison } from './change.ts';

/** An approval as `data/approvals.yaml` lists it. */
export const ApprovalSchema = z.strictObject({
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{12}$/, { error: 'expected the 12 digits of a fingerprint, in quotation marks' })
    .describe('Fingerprint of the change, as `diff` prints it.'),
  by: WordsSchema.describe('Who approved the change.'),
  date: z
    .string()
    .refine((value) => isCalendarDate(value), { error: 'expected a calendar date, YYYY-MM-DD' })
    .describe('When it was approved, YYYY-MM-DD.'),
  note: WordsSchema.optional().describe('Why, or under which condition.'),
});

/** `data/approvals.yaml`: changes that somebody who may do so has approved. */
export const ApprovalsFileSchema = z.array(ApprovalSchema).describe('Approved changes.');
export type ApprovalsFile = z.infer<typeof ApprovalsFileSchema>;

/** The comparison with the approvals of its changes; approvals of other changes are left aside. */
export function markApproved(comparison: Comparison, approvals: ApprovalsFile): Comparison {
  const byFingerprint = new Map(approvals.map((approval) => [approval.fingerprint, approval]));
  const changes = comparison.changes.map((change) => {
    const found = byFingerprint.get(change.fingerprint);
    if (found === undefined) return change;
    const { by, date, note } = found;
    return { ...change, approval: { by, date, ...(note !== undefined && { note }) } };
  });
  return { ...comparison, changes };
}
