import { UserError } from '../errors.ts';
import { type Answers, OpenQuestions, type Question } from '../read/table-import/index.ts';
import { messageOf } from './messages.ts';

/** How the questions of a command on a list are answered. */
export interface AnswerOptions {
  /** Answers by the names of the questions, such as `title`. */
  answers?: Answers | undefined;
  /**
   * Asks the user an open question and gives the value of the answer. Without it, safe proposals are taken, and any
   * other open question is thrown as `OpenQuestions`.
   */
  ask?: ((question: Question) => Promise<string>) | undefined;
}

/**
 * What was read of a list once its questions are answered: after each answer it is read again, as an answer can
 * decide other questions.
 *
 * @param read must change nothing
 * @param file name of the list
 * @throws OpenQuestions when an open question is not safe, and nobody is asked
 * @throws UserError when an answer is to no question
 */
export async function answered<T extends { questions: readonly Question[] }>(
  read: (answers: Answers) => T | Promise<T>,
  { answers: given = new Map(), ask }: AnswerOptions,
  file: string,
): Promise<T> {
  const answers = new Map(given);
  requireQuestions(answers);
  for (;;) {
    const found = await openIn(() => read(answers));
    const [question] = found.questions;
    if (question !== undefined && ask !== undefined) answers.set(question.name, await ask(question));
    else if (found.questions.some(({ safe }) => !safe)) throw new OpenQuestions(found.questions, file);
    else if ('error' in found) throw found.error;
    else return found.read;
  }
}

/** Names of questions; those on a column of one sheet have the name of the sheet behind them. */
const NAMES = ['title', 'date', 'year', 'date-order'];

/** @throws UserError if an answer is to no question */
function requireQuestions(answers: Answers): void {
  for (const name of answers.keys())
    if (!NAMES.some((known) => name === known || name.startsWith(`${known} `)))
      throw new UserError(messageOf('question-unknown', { question: name, known: NAMES }));
}

/** What was read, and its open questions; without their answers nothing may have been found. */
async function openIn<T extends { questions: readonly Question[] }>(
  read: () => T | Promise<T>,
): Promise<{ questions: readonly Question[] } & ({ read: T } | { error: OpenQuestions })> {
  try {
    const found = await read();
    return { read: found, questions: found.questions };
  } catch (error) {
    if (error instanceof OpenQuestions) return { error, questions: error.questions };
    throw error;
  }
}
