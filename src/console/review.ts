import { listed, type Problem, problemLine } from '../errors.ts';
import type { Console, Outcome } from './console.ts';

/** Flags of `review`. */
export interface ReviewFlags {
  data: string;
  accept?: string[];
  refuse?: string[];
  reopen?: string[];
  allTypographic?: true;
  by?: string;
  why?: string;
  sheet?: string;
  json?: true;
}

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

/** Says what was written of verdicts, and which of them could not be given. */
export function sayReviewed(
  { files, problems }: { files: readonly string[]; problems: readonly Problem[] },
  { say }: Console,
): Outcome {
  for (const problem of problems) say(problemLine(problem));
  if (files.length > 0) say(`written: ${listed(files)}`);
  return problems.length > 0 ? 'refused' : 'done';
}

/** Who decides: the name that was given, or one that is asked for where there is something to decide. */
export async function named(by: string | undefined, verdicts: number, { ask }: Console): Promise<string> {
  if (by !== undefined || verdicts === 0) return by ?? 'nobody';
  return ask('Who decides? ', (answer) => answer !== '');
}
