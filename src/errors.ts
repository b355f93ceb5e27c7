import type { Message } from './messages.ts';

export { shellWord } from './messages.ts';

/**
 * A position in the user's files. Every part is optional: a problem that is found without reading the file again has
 * only event and field.
 */
export interface Position {
  file?: string;
  /** 1-based. */
  line?: number;
  /** 1-based. */
  column?: number;
  /** Cell in the notation of spreadsheets, such as `Culture!E12`. */
  cell?: string;
  /** Event id. */
  event?: string;
  /** Path of the field within the event or the configuration, such as `regions.french`. */
  field?: string;
}

/** One error in the user's input: a message and its position. */
export interface Problem extends Partial<Message> {
  message: string;
  at?: Position;
  hint?: string;
  /** The text with the problem, if only this text identifies its position in the files. */
  words?: string;
  /** The character that cannot be printed, if the problem is about one. */
  glyph?: string;
}

/**
 * An error in the input or the call: printed as message, position and hint, without a stack; exit code 2. Any other
 * error is a bug of the program.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly problems: readonly Problem[];

  /** @param at the position of problems that have none */
  constructor(problems: Problem | readonly Problem[], at?: Position) {
    const own = 'message' in problems ? [problems] : problems;
    const list = at === undefined ? own : own.map((problem) => ({ ...problem, at: problem.at ?? at }));
    super(problemLines(list));
    this.problems = list;
  }
}

/** The value of a promise, or the `UserError` that it rejects with; any other error is thrown. */
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

/** The value of a promise. The problems of the `UserError` with which it rejects are changed. */
export async function withProblems<T>(
  promise: Promise<T>,
  change: (problem: Problem) => Problem,
): Promise<T> {
  const outcome = await outcomeOf(promise);
  if ('value' in outcome) return outcome.value;
  throw new UserError(outcome.error.problems.map(change));
}

/** Maximum number of characters that a failing command prints. */
const MAX_CHARACTERS = 4000;
/** Maximum number of characters of a message, a hint or a position. */
const MAX_PART_CHARACTERS = 1000;

/** Problems one per line: the first ones, and the number of the rest. */
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

/** `data/events/sport.yaml:12:3 · event wrestling · date`, with the known parts. */
export function placeLine(at: Position): string {
  const position = [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
  const event = at.event === undefined ? '' : `event ${at.event}`;
  const parts = [position, at.cell ?? '', event, at.field ?? ''].filter((part) => part !== '');
  return printable(parts.join(' · '), MAX_PART_CHARACTERS);
}

/**
 * A problem in one or two lines: `position: message` and, indented, the hint.
 *
 * @param most maximum number of characters of the message: unlimited if it contains words that are in no dataset
 */
export function problemLine(problem: Problem, most = MAX_PART_CHARACTERS): string {
  const place = problem.at === undefined ? '' : placeLine(problem.at);
  const message = printable(problem.message, most);
  const head = place === '' ? message : `${place}: ${message}`;
  return problem.hint === undefined
    ? head
    : `${head}\n  hint: ${printable(problem.hint, MAX_PART_CHARACTERS)}`;
}

/** Characters that a terminal interprets, reorders or hides: controls, line ends, bidirectional and tag characters. */
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/**
 * A text from outside, safe for messages: characters that a terminal would interpret are escaped, such as `\\u202e`.
 *
 * @param most characters after which the text is truncated, followed by the number of omitted characters
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

/** Does the same as `printable` for a text of several lines; line ends stay. */
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

/** Names as a list: the first ones, and the number of the rest. */
export function listed(names: readonly string[], most = 20): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
