import { isProposal, readReviewSheet } from '../commands/index.ts';
import type { Console, Outcome } from './console.ts';
import type { EventFlags } from './import-events.ts';
import type { ProposalFlags } from './import-proposal.ts';
import type { VerdictFlags } from './import-verdicts.ts';

/** Flags of `import`. */
export type ImportFlags = EventFlags & ProposalFlags & VerdictFlags;

/** Takes what a file holds, by what it is: verdicts, changes that others propose, or events. */
export async function runImport(file: string, flags: ImportFlags, console: Console): Promise<Outcome> {
  const verdicts = await readReviewSheet(file);
  if (verdicts !== undefined)
    return (await import('./import-verdicts.ts')).runImportVerdicts(verdicts, flags, console);
  if (flags.propose || (await isProposal(file)))
    return (await import('./import-proposal.ts')).importProposal(file, flags, console);
  return (await import('./import-events.ts')).importEvents(file, flags, console);
}
