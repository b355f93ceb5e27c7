import { type ReadyOptions, ready } from '../commands/index.ts';
import { gatesText } from '../report/index.ts';
import type { Console, Outcome } from './console.ts';

/** Prints whether the draft may be published, and the state of each gate. */
export async function runReady(
  flags: ReadyOptions & { json?: true },
  { print, command, progress }: Console,
): Promise<Outcome> {
  const result = await ready({ ...flags, progress });
  print(flags.json ? JSON.stringify(result, null, 2) : command(gatesText(result)));
  return result.ready ? 'done' : 'findings';
}
