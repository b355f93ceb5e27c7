import { UserError } from '../errors.ts';
import { type Answers, type ColumnFate, OpenQuestions, type Question } from '../read/table-import/index.ts';
import { messageOf } from './messages.ts';

/** Options for answering the questions about a list. */
export interface AnswerOptions {
  /** Answers, keyed by the names of the questions, such as `title`. */
  answers?: Answers | undefined;
  /**
   * Asks the user an open question and returns the chosen value. Without this function, safe proposed answers are used,
   * and `OpenQuestions` is thrown if any other question is open.
   */
  ask?: ((question: Question) => Promise<string>) | undefined;
  /** Called before anything is written, with the content that will be public. */
  show?: ((preview: Preview) => void) | undefined;
}

/** The part of a list's content that will be public. */
export interface Preview {
  /** How each column is imported. */
  columns: readonly ColumnFate[];
  /** Texts of the new programme that are taken from the list. */
  texts: readonly PreviewText[];
}

export interface PreviewText {
  text: 'title' | 'introduction' | 'notes';
  words: readonly string[];
  internal: boolean;
}

/**
 * Returns the content of a list after its questions are answered. The list is read again after each answer, because an
 * answer can settle other questions.
 *
 * @param read reads the list with the given answers; it must not change anything
 * @param file name of the list
 * @throws OpenQuestions if an open question is not safe and there is no `ask`
 * @throws UserError if an answer does not belong to any question
 */
export async function answered<T extends { questions: readonly Question[] }>(
  read: (answers: Answers) => T | Promise<T>,
  { answers: given = new Map(), ask }: AnswerOptions,
  file: string,
): Promise<T> {
  const answers = new Map(given);
  for (;;) {
    const found = await openIn(read, answers);
    const [question] = found.questions;
    if (question !== undefined && ask !== undefined) answers.set(question.name, await ask(question));
    else if (found.questions.some(({ safe }) => !safe)) throw new OpenQuestions(found.questions, file);
    else if ('error' in found) throw found.error;
    else return found.read;
  }
}

/** Names of questions. Some names of questions are followed by the name of a sheet or column. */
const NAMES = [
  'language',
  'title',
  'date',
  'year',
  'date-order',
  'publish',
  'renamed',
  'sheet',
  'belongs',
  'introduction',
  'programme-title',
  'translations',
  'timetable',
];

/**
 * Returns the content of a list and its unanswered questions. The content may be missing until these questions are
 * answered.
 *
 * @throws UserError if an answer does not belong to any question
 */
export async function openIn<T extends { questions: readonly Question[] }>(
  read: (answers: Answers) => T | Promise<T>,
  answers: Answers,
): Promise<{ questions: readonly Question[] } & ({ read: T } | { error: OpenQuestions })> {
  for (const name of answers.keys())
    if (!NAMES.some((known) => name === known || name.startsWith(`${known} `)))
      throw new UserError(messageOf('question-unknown', { question: name, known: NAMES }));
  try {
    const found = await read(answers);
    return { read: found, questions: found.questions };
  } catch (error) {
    if (error instanceof OpenQuestions) return { error, questions: error.questions };
    throw error;
  }
}
