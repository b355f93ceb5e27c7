import { open } from '../commands/index.ts';
import type { Console, Outcome } from './console.ts';
import type { EventFlags } from './import-events.ts';
import type { ProposalFlags } from './import-proposal.ts';
import type { VerdictFlags } from './import-verdicts.ts';

/** Flags of `import`. */
export type ImportFlags = EventFlags & ProposalFlags & VerdictFlags;

/** Takes what a file holds, by what it is: verdicts, changes that others propose, or events. */
export async function runImport(file: string, flags: ImportFlags, console: Console): Promise<Outcome> {
  const opened = await open(file);
  if (opened.kind === 'verdicts')
    return (await import('./import-verdicts.ts')).runImportVerdicts(opened.verdicts, flags, console);
  if (flags.propose || opened.kind !== 'sheet')
    return (await import('./import-proposal.ts')).importProposal(opened, flags, console);
  return (await import('./import-events.ts')).importEvents(opened, flags, console);
}
