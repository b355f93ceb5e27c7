import type { KeptAnswers } from '../commands/kept-answers.ts';
import { goThrough } from '../commands/review-session.ts';
import { openTerminal } from '../commands/this-terminal.ts';
import type { Comparison } from '../compare/change.ts';
import type { Act, Answer } from '../proposal/session.ts';
import { changesInWords, type NotesOn } from './changes.ts';
import type { Console } from './console.ts';

/** Lines of a list of changes above the first one. */
const HEAD_LINES = 3;

/** Goes through changes on the terminal, one by one. */
export async function askEach(
  comparison: Comparison,
  changes: readonly { id: string; words?: string }[],
  console: Console,
  { notesOn, acts, kept }: { notesOn?: NotesOn; acts?: readonly Act[]; kept: KeptAnswers },
): Promise<ReadonlyMap<string, Answer>> {
  const byId = new Map(comparison.changes.map((change) => [change.fingerprint, change]));
  const textOf = (id: string): string => {
    const change = byId.get(id);
    if (change === undefined) return id;
    const alone = { ...comparison, changes: [change], untracked: [] };
    const text = changesInWords(alone, console, notesOn);
    return text.split('\n').slice(HEAD_LINES).join('\n').trimEnd();
  };
  const terminal = openTerminal(console.print);
  try {
    const shown = changes.map((change) => ({
      ...change,
      get text() {
        return textOf(change.id);
      },
    }));
    return await goThrough(shown, terminal, acts, kept);
  } finally {
    terminal.close();
  }
}
