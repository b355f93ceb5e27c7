import { open } from '../../src/commands/open.ts';
import { readIncoming } from '../../src/commands/propose.ts';
import type { Incoming } from '../../src/exchange/incoming.ts';
import { changesIn, type Found } from '../../src/proposal/changes.ts';
import { readDataset } from '../../src/read/dataset.ts';

/** States, and the changes from one to the other. */
type Brought = Incoming & Found & { unplaced: Incoming['leftovers'] };

/** What a file or folder brings, and the changes that it proposes, before they are compared with the draft. */
export async function broughtBy(data: string, file: string): Promise<Brought> {
  const draft = await readDataset(data);
  return withChanges(await readIncoming(await open(file), draft, data));
}

/** The same of two states. */
export function withChanges(incoming: Incoming): Brought {
  const { notes, ...found } = changesIn(incoming);
  const { leftovers: unplaced } = incoming;
  return { ...incoming, ...found, unplaced, notes: [...incoming.notes, ...notes] };
}
