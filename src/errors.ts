import type { Message } from './messages.ts';

export { shellWord } from './messages.ts';

/**
 * A position in the user's files. Every part is optional: for example, if the file was not read again to find the line
 * of a problem, only the event and the field are known.
 */
export interface Position {
  file?: string;
  /** Line number, starting from 1. */
  line?: number;
  /** Column number, starting from 1. */
  column?: number;
  /** Cell of a spreadsheet, such as `Culture!E12`. */
  cell?: string;
  /** Id of the event. */
  event?: string;
  /** Path of the field in the event or in the configuration, such as `regions.french`. */
  field?: string;
}

/** An error in the user's input: a message and its position. */
export interface Problem extends Partial<Message> {
  message: string;
  at?: Position;
  hint?: string;
  /** The text that contains the problem, if the position in the files can only be found by searching for this text. */
  words?: string;
  /** The character that cannot be printed, if the problem is about a character. */
  glyph?: string;
}

/**
 * An error in the input or the call. The command line prints its message, position and hint without a stack trace, and
 * exits with code 2. Any other error is a bug in the program.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly problems: readonly Problem[];

  /** @param at position for problems that have no position of their own */
  constructor(problems: Problem | readonly Problem[], at?: Position) {
    const given = 'message' in problems ? [problems] : problems;
    const list = at === undefined ? given : given.map((problem) => ({ ...problem, at: problem.at ?? at }));
    super(problemLines(list));
    this.problems = list;
  }
}

/** The value of a promise or, if it rejects with a `UserError`, this error. Any other error is thrown. */
export async function outcomeOf<T>(promise: Promise<T>): Promise<{ value: T } | { error: UserError }> {
  try {
    return { value: await promise };
  } catch (error) {
    if (error instanceof UserError) return { error };
    throw error;
  }
}

/** The value of a promise; undefined if it rejects with a `UserError`. */
export async function ifPossible<T>(promise: Promise<T>): Promise<T | undefined> {
  const outcome = await outcomeOf(promise);
  return 'value' in outcome ? outcome.value : undefined;
}

/**
 * The value of a promise. If the promise rejects with a `UserError`, an error with the problems that `change` returns
 * is thrown instead.
 */
export async function withProblems<T>(
  promise: Promise<T>,
  change: (problem: Problem) => Problem,
): Promise<T> {
  const outcome = await outcomeOf(promise);
  if ('value' in outcome) return outcome.value;
  throw new UserError(outcome.error.problems.map(change));
}

/** Maximum number of characters that a command prints when it fails. */
const MAX_CHARACTERS = 4000;
/** Maximum number of characters in a message, a hint or a position. */
const MAX_PART_CHARACTERS = 1000;

/** The first problems, each on its own lines, and the number of problems that are not listed. */
function problemLines(problems: readonly Problem[]): string {
  const lines: string[] = [];
  let room = MAX_CHARACTERS;
  for (const problem of problems) {
    const line = problemLine(problem);
    room -= line.length + 1;
    if (lines.length > 0 && room < 0)
      return [...lines, `… and ${problems.length - lines.length} more`].join('\n');
    lines.push(line);
  }
  return lines.join('\n');
}

/**
 * A position on one line, such as `data/events/sport.yaml:12:3 · event wrestling · date`. Unknown parts are left out.
 */
export function placeLine(at: Position): string {
  const position = [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
  const event = at.event === undefined ? '' : `event ${at.event}`;
  const parts = [position, at.cell ?? '', event, at.field ?? ''].filter((part) => part !== '');
  return printable(parts.join(' · '), MAX_PART_CHARACTERS);
}

/**
 * A problem on one or two lines: `position: message` and, if there is a hint, the indented hint.
 *
 * @param most maximum number of characters in the message; infinite for messages that quote text from outside the
 * dataset
 */
export function problemLine(problem: Problem, most = MAX_PART_CHARACTERS): string {
  const place = problem.at === undefined ? '' : placeLine(problem.at);
  const message = printable(problem.message, most);
  const head = place === '' ? message : `${place}: ${message}`;
  return problem.hint === undefined
    ? head
    : `${head}\n  hint: ${printable(problem.hint, MAX_PART_CHARACTERS)}`;
}

/**
 * Characters that a terminal interprets, reorders or hides: control characters, line ends, bidirectional characters and
 * tag characters.
 */
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/**
 * Makes an untrusted text safe for messages by escaping the characters that a terminal would interpret, for example as
 * `\\u202e`.
 *
 * @param most maximum number of characters; a longer text is truncated and followed by the number of omitted characters
 */
export function printable(text: string, most = Number.POSITIVE_INFINITY): string {
  if (text.length <= most && !UNPRINTABLE.test(text)) return text;
  let shown = '';
  let taken = 0;
  for (const character of text) {
    const piece = UNPRINTABLE.test(character) ? escaped(character) : character;
    if (shown.length + piece.length > most) return `${shown}… (${text.length - taken} more characters)`;
    shown += piece;
    taken += character.length;
  }
  return shown;
}

/** Does the same as `printable`, but keeps line ends. */
export function printableLines(text: string, most?: number): string {
  return text
    .split('\n')
    .map((line) => printable(line, most))
    .join('\n');
}

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/** Names as a list: the first names, and the number of names that are not listed. */
export function listed(names: readonly string[], most = 20): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
