import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { UserError } from '../errors.ts';
import { jsonOf } from '../model/index.ts';
import {
  type Act,
  type Answer,
  actOf,
  after,
  begin,
  type Item,
  KEYS,
  proposalsDir,
  type ReviewSession,
} from '../proposal/index.ts';
import { attempt } from '../system-errors.ts';
import { messageOf } from './messages.ts';
import { ownerName } from './this-process.ts';

/** A terminal: its input and its output. */
export interface Terminal {
  /** Resolves to the next key that is pressed; undefined at the end of the input. */
  key(): Promise<string | undefined>;
  /** Lets a person edit a line that initially contains the given text; undefined if the person cancels. */
  line(words: string): Promise<string | undefined>;
  show(text: string): void;
}

/** A change, a comment or a text without a position, as shown on the terminal. */
export interface Shown extends Item {
  text: string;
  /** The text with which editing starts; missing if the item cannot be edited. */
  words?: string;
  /** The actions that are offered; by default all. */
  acts?: readonly Act[];
  /** The label of the accept action, if it differs from the usual label. */
  accept?: string;
}

/** Actions that are possible after the last item has been shown. */
const AT_THE_END: readonly Act[] = ['back', 'undo', 'quit'];

/**
 * Shows changes one by one, then a summary of the answers, until the person quits. Returns the answers.
 *
 * @param kept stores the answers after each key press
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
  let shown: ReviewSession['before'] | undefined;
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

function screen({ at, answers, items }: ReviewSession, change: Shown | undefined, acts: readonly Act[]) {
  const keys = Object.entries(KEYS)
    .filter(([, act]) => acts.includes(act))
    .map(([key, act]) => `[${key}] ${nameOf(act, change)}`)
    .join('  ');
  if (change === undefined) return `\n${answersInWords(items, answers)}\n${keys}`;
  const earlier = answers.get(change.id);
  const answer = earlier === undefined ? '' : `  (${answerInWords(earlier)})`;
  return `\n${at + 1} / ${items.length}${answer}\n${change.text}\n${keys}`;
}

function nameOf(act: Act, change: Shown | undefined): string {
  if (act === 'accept') return change?.accept ?? act;
  return act === 'quit' && change === undefined ? 'take these answers and quit' : act;
}

const answerInWords = ({ verdict, words }: Answer): string =>
  words === undefined ? verdict : `${verdict} with other words: ${words}`;

/** The number of answers of each kind, in words. */
function answersInWords(items: readonly Item[], answers: ReviewSession['answers']): string {
  const given = items.flatMap(({ id }) => answers.get(id) ?? []);
  const accepted = given.filter(({ verdict }) => verdict === 'accepted');
  const edited = accepted.filter(({ words }) => words !== undefined).length;
  return [
    `${accepted.length} accepted${edited === 0 ? '' : ` (${edited} with other words)`}`,
    `${given.length - accepted.length} refused`,
    `${items.length - given.length} open`,
  ].join(', ');
}

/** Answers from an interactive review that have not been applied yet. */
export interface KeptAnswers {
  /** Answers from an interrupted session. */
  answers: ReadonlyMap<string, Answer>;
  /** Stores the answers. If the program is interrupted meanwhile, the previously stored answers are unchanged. */
  keep(answers: ReadonlyMap<string, Answer>): void;
  /** Deletes the answers once they are applied. */
  forget(): void;
}

const AnswersSchema = z.array(
  z.tuple([
    z.string(),
    z.strictObject({ verdict: z.enum(['accepted', 'refused']), words: z.string().exactOptional() }),
  ]),
);

/**
 * Stores the answers from a session next to the proposals, so that they are not lost when the terminal is closed.
 *
 * @param subject name of a proposal; empty for the changes since the last edition
 * @throws UserError when stored answers cannot be read
 */
export function keptAnswers(data: string, subject = ''): KeptAnswers {
  const file = path.join(proposalsDir(data), `.${subject}.answers.json`);
  return {
    answers: new Map(answersIn(file)),
    keep(answers) {
      attempt(file, () => {
        mkdirSync(path.dirname(file), { recursive: true });
        // Another session may be storing its answers at the same time.
        const fresh = `${file}.${ownerName()}.new`;
        writeFileSync(fresh, JSON.stringify([...answers]));
        renameSync(fresh, file);
      });
    },
    forget() {
      attempt(file, () => rmSync(file, { force: true }));
    },
  };
}

/** @throws UserError when the file has unexpected content; such a file is neither ignored nor overwritten */
function answersIn(file: string): z.infer<typeof AnswersSchema> {
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return [];
  const text = attempt(file, () => readFileSync(file, 'utf8'));
  const found = AnswersSchema.safeParse(jsonOf(text));
  if (found.success) return found.data;
  throw new UserError(messageOf('kept-answers-unreadable'), { file });
}
