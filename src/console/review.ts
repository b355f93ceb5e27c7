import type { Console, Outcome } from './console.ts';
import type { ReviewFlags } from './verdicts.ts';

/** Decides on the changes of a proposal, or approves those since the last edition. */
export async function runReview(
  name: string | undefined,
  flags: ReviewFlags,
  console: Console,
): Promise<Outcome> {
  const isAsked = [flags.accept, flags.refuse, flags.reopen].some((ids) => ids !== undefined);
  const isQuiet = isAsked || flags.allTypographic || flags.json || flags.sheet !== undefined;
  const led = !isQuiet && console.leads;
  return name === undefined
    ? (await import('./review-changes.ts')).reviewChanges(flags, led, console)
    : (await import('./review-proposal.ts')).reviewProposal(name, flags, led, console);
}
