import { nobody, type Opened, proposeOpened, review, today } from '../commands/index.ts';
import { listed, printable } from '../errors.ts';
import { remaindersText } from '../report/index.ts';
import { changesInWords, notesOnProposed } from './changes.ts';
import type { Console, Outcome } from './console.ts';
import { count } from './words.ts';

/** Flags of `import` for changes that others propose. */
export interface ProposalFlags {
  data: string;
  propose?: true;
  write?: true;
  by?: string;
}

/** Shows what a file proposes, and keeps or takes it. */
export async function importProposal(
  opened: Opened,
  { data, propose: keep, write: take, by }: ProposalFlags,
  console: Console,
): Promise<Outcome> {
  const { print, say } = console;
  if (take && by === undefined) throw nobody();
  const found = await proposeOpened(opened, { data, date: today(), write: keep === true || take === true });
  const { changes, standings, conflicts } = found;
  print(changesInWords(found.comparison, console, notesOnProposed(changes, standings, found.main)));
  for (const line of [
    ...remaindersText('comments, kept as internal notes:', found.comments),
    ...remaindersText('without a place in the dataset, for you to take by hand:', found.unplaced),
  ])
    print(printable(line));
  for (const note of found.notes) say(note);
  say(
    `${count(changes.length, 'change')}, ${conflicts.length} in conflict; ${found.done} in the draft already, ${found.known} known from earlier proposals`,
  );
  if (found.file !== undefined) say(`kept as ${found.file}`);
  if (take && found.kept) {
    const { name } = found;
    const given = { data, name, acceptAll: true, date: today(), ...(by !== undefined && { by }) };
    const { files, proposal } = await review(given);
    const open = proposal.changes.filter(({ verdict }) => verdict === 'open').length;
    if (files.length > 0) say(`written: ${listed(files)}`);
    say(
      open === 0 ? `nothing of ${name} is open` : `${count(open, 'change')} open: programme review ${name}`,
    );
  } else if (found.file === undefined) say('the draft is as it was');
  else say(`next: programme review ${found.name}`);
  return conflicts.length > 0 ? 'findings' : 'done';
}
