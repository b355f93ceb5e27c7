import { goThrough, type KeptAnswers, openTerminal, type Shown } from '../commands/index.ts';
import type { Comparison } from '../compare/index.ts';
import type { Answer } from '../proposal/index.ts';
import { changesInWords, type NotesOn } from './changes.ts';
import type { Console } from './console.ts';
import { wrapped } from './wrapped.ts';

/** Lines of a list of changes above the first one. */
const HEAD_LINES = 3;

/** A change to be asked for; without a text of its own it is shown as the list of changes shows it. */
export type Asked = Omit<Shown, 'text'> & { text?: string };

/** Goes through changes on the terminal, one by one. Answers that were kept of an earlier session, and that nothing here waits for, are said. */
export async function askEach(
  comparison: Comparison,
  asked: readonly Asked[],
  console: Console,
  { notesOn, kept }: { notesOn?: NotesOn; kept: KeptAnswers },
): Promise<ReadonlyMap<string, Answer>> {
  const byId = new Map(comparison.changes.map((change) => [change.fingerprint, change]));
  const textOf = (id: string): string => {
    const change = byId.get(id);
    if (change === undefined) return id;
    const alone = { ...comparison, changes: [change], untracked: [] };
    const text = changesInWords(alone, console, notesOn);
    return text.split('\n').slice(HEAD_LINES).join('\n').trimEnd();
  };
  const ids = new Set(asked.map(({ id }) => id));
  for (const [id, { verdict, words }] of kept.answers)
    if (!ids.has(id))
      console.say(
        `an answer of an earlier session is not taken, since ${id} is not open any more: ${verdict}${words === undefined ? '' : `, "${words}"`}`,
      );
  const terminal = openTerminal((text, columns) => console.print(wrapped(text, columns)));
  try {
    const shown = asked.map(
      (one): Shown => ({
        ...one,
        get text() {
          return one.text ?? textOf(one.id);
        },
      }),
    );
    return await goThrough(shown, terminal, kept);
  } finally {
    terminal.close();
  }
}
