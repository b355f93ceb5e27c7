import { type Act, type Answer, actOf, after, begin, KEYS } from '../proposal/session.ts';
import type { KeptAnswers } from './kept-answers.ts';

/** A terminal: what it is asked for, and what it shows. */
export interface Terminal {
  /** The next key that is pressed; undefined when there is none to come. */
  key(): Promise<string | undefined>;
  /** A line that somebody writes, beginning from words; undefined when they give it up. */
  line(words: string): Promise<string | undefined>;
  show(text: string): void;
}

/** A change as it is shown. */
export interface Shown {
  id: string;
  text: string;
  /** Words that editing begins with; without them there is nothing to edit. */
  words?: string;
}

/**
 * Shows changes one by one until all are answered or somebody quits, and gives what was said of each.
 *
 * @param kept where the answers are kept at each key
 */
export async function goThrough(
  changes: readonly Shown[],
  terminal: Terminal,
  acts: readonly Act[] = Object.values(KEYS),
  kept?: KeptAnswers,
): Promise<ReadonlyMap<string, Answer>> {
  const keys = Object.entries(KEYS)
    .filter(([, act]) => acts.includes(act))
    .map(([key, act]) => `[${key}] ${act}`)
    .join('  ');
  let session = begin(
    changes.map(({ id }) => id),
    kept?.answers,
  );
  const go = (act: Act, words?: string): void => {
    const { answers } = session;
    session = after(session, act, words);
    if (session.answers !== answers) kept?.keep(session.answers);
  };
  let shown: number | undefined;
  while (!session.done) {
    const change = changes[session.at];
    if (change === undefined) break;
    if (shown !== session.at) {
      const earlier = session.answers.get(change.id);
      const said = earlier === undefined ? '' : `  (${earlier.verdict})`;
      terminal.show(`\n${session.at + 1} / ${changes.length}${said}\n${change.text}\n${keys}`);
    }
    shown = session.at;
    const key = await terminal.key();
    const act = key === undefined ? 'quit' : actOf(key);
    if (act === undefined || !acts.includes(act)) continue;
    if (act !== 'edit') {
      go(act);
      continue;
    }
    const words = change.words === undefined ? undefined : await terminal.line(change.words);
    if (words !== undefined && words.trim() !== '') go(act, words);
  }
  return session.answers;
}
