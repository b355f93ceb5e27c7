import { open } from '../../src/commands/open.ts';
import { readIncoming } from '../../src/commands/propose.ts';
import type { Incoming } from '../../src/exchange/incoming.ts';
import { changesIn, type Found } from '../../src/proposal/changes.ts';
import { readDataset } from '../../src/read/dataset.ts';

/** The states of an incoming file, and the changes between them. */
type Brought = Incoming & Found & { unplaced: Incoming['leftovers'] };

/** The content of a file or folder and the changes that it proposes, before the comparison with the draft. */
export async function broughtBy(data: string, file: string): Promise<Brought> {
  const draft = await readDataset(data);
  return withChanges(await readIncoming(await open(file), draft, data));
}

/** The states of an incoming file that was already read, and the changes between them. */
export function withChanges(incoming: Incoming): Brought {
  const { notes, ...found } = changesIn(incoming);
  const { leftovers: unplaced } = incoming;
  return { ...incoming, ...found, unplaced, notes: [...incoming.notes, ...notes] };
}
