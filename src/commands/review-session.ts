import {
  type Act,
  type Answer,
  actOf,
  after,
  begin,
  type Item,
  KEYS,
  type Session,
} from '../proposal/index.ts';
import type { KeptAnswers } from './kept-answers.ts';

/** A terminal: what it is asked for, and what it shows. */
export interface Terminal {
  /** The next key that is pressed; undefined when there is none to come. */
  key(): Promise<string | undefined>;
  /** A line that somebody writes, beginning from words; undefined when they give it up. */
  line(words: string): Promise<string | undefined>;
  show(text: string): void;
}

/** A change, a comment or words without a place, as it is shown. */
export interface Shown extends Item {
  text: string;
  /** Words that editing begins with; without them there is nothing to edit. */
  words?: string;
  /** What can be done about it; left out: everything. */
  acts?: readonly Act[];
  /** What accepting it is called, where that is another word. */
  accept?: string;
}

/** What can be done when all were shown. */
const AT_THE_END: readonly Act[] = ['back', 'undo', 'quit'];

/**
 * Shows changes one by one, then what was answered, until somebody quits; gives what was said of each.
 *
 * @param kept where the answers are kept at each key
 */
export async function goThrough(
  changes: readonly Shown[],
  terminal: Terminal,
  kept?: KeptAnswers,
): Promise<ReadonlyMap<string, Answer>> {
  let session = begin(changes, kept?.answers);
  const go = (act: Act, words?: string): void => {
    const { answers } = session;
    session = after(session, act, words);
    if (session.answers !== answers) kept?.keep(session.answers);
  };
  let shown: Session['before'] | undefined;
  while (!session.done) {
    const change = changes[session.at];
    const acts = change === undefined ? AT_THE_END : actsOn(change);
    if (shown !== session.before) terminal.show(screen(session, change, acts));
    shown = session.before;
    const key = await terminal.key();
    const act = key === undefined ? 'quit' : actOf(key);
    if (act === undefined || !acts.includes(act)) continue;
    if (act !== 'edit') {
      go(act);
      continue;
    }
    const words = change?.words === undefined ? undefined : await terminal.line(change.words);
    if (words !== undefined && words.trim() !== '') go(act, words);
  }
  return session.answers;
}

function actsOn({ acts = Object.values(KEYS), words, kind }: Shown): Act[] {
  return acts.filter(
    (act) =>
      (act !== 'edit' || words !== undefined) && (act !== 'accept all of this kind' || kind !== undefined),
  );
}

function screen({ at, answers, items }: Session, change: Shown | undefined, acts: readonly Act[]): string {
  const keys = Object.entries(KEYS)
    .filter(([, act]) => acts.includes(act))
    .map(([key, act]) => `[${key}] ${nameOf(act, change)}`)
    .join('  ');
  if (change === undefined) return `\n${answersInWords(items, answers)}\n${keys}`;
  const earlier = answers.get(change.id);
  const said = earlier === undefined ? '' : `  (${answerInWords(earlier)})`;
  return `\n${at + 1} / ${items.length}${said}\n${change.text}\n${keys}`;
}

function nameOf(act: Act, change: Shown | undefined): string {
  if (act === 'accept') return change?.accept ?? act;
  return act === 'quit' && change === undefined ? 'take these answers and quit' : act;
}

const answerInWords = ({ verdict, words }: Answer): string =>
  words === undefined ? verdict : `${verdict} with other words: ${words}`;

/** How many were answered how. */
function answersInWords(items: readonly Item[], answers: Session['answers']): string {
  const given = items.flatMap(({ id }) => answers.get(id) ?? []);
  const accepted = given.filter(({ verdict }) => verdict === 'accepted');
  const edited = accepted.filter(({ words }) => words !== undefined).length;
  return [
    `${accepted.length} accepted${edited === 0 ? '' : ` (${edited} with other words)`}`,
    `${given.length - accepted.length} refused`,
    `${items.length - given.length} open`,
  ].join(', ');
}
