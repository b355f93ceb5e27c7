import type { Message } from './messages.ts';

export { shellWord } from './messages.ts';

/** Where something stands in the user's files; every part is optional because not every problem has it. What is found before a file is looked at again has event and field only. */
export interface Position {
  file?: string;
  /** 1-based. */
  line?: number;
  /** 1-based. */
  column?: number;
  /** Cell of a spreadsheet as spreadsheets name it, such as `Culture!E12`. */
  cell?: string;
  /** Event id. */
  event?: string;
  /** Path of the field inside the event or the configuration, such as `regions.french`. */
  field?: string;
}

/** One thing that is wrong with the user's input: a message, and where it is. */
export interface Problem extends Partial<Message> {
  message: string;
  at?: Position;
  hint?: string;
  /** The words that it is about, where only they tell its place in the files. */
  words?: string;
  /** The character that cannot be printed, where it is about one. */
  glyph?: string;
}

/**
 * The input or the call is wrong: printed as message, place and hint, without a stack; exit code 2.
 * Any other error is our own bug.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const list: readonly Problem[] = 'message' in problems ? [problems] : problems;
    super(problemLines(list));
    this.problems = list;
  }
}

/** What a promise gives, or the user's error that it ends with; any other error is thrown. */
export async function outcomeOf<T>(promise: Promise<T>): Promise<{ value: T } | { error: UserError }> {
  try {
    return { value: await promise };
  } catch (error) {
    if (error instanceof UserError) return { error };
    throw error;
  }
}

/** Characters of all that a command says at once when it refuses. */
const MOST_CHARACTERS = 4000;
/** Characters of a message, a hint or a place. */
const MOST_IN_PART = 1000;

/** Problems line by line: as many as a person reads at once, and how many more there are. */
function problemLines(problems: readonly Problem[]): string {
  const lines: string[] = [];
  let room = MOST_CHARACTERS;
  for (const problem of problems) {
    const line = problemLine(problem);
    room -= line.length + 1;
    if (lines.length > 0 && room < 0)
      return [...lines, `… and ${problems.length - lines.length} more`].join('\n');
    lines.push(line);
  }
  return lines.join('\n');
}

/** `data/events/sport.yaml:12:3 · event wrestling · date`, with the parts that are known. */
export function placeLine(at: Position): string {
  const position = [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
  const event = at.event === undefined ? '' : `event ${at.event}`;
  const parts = [position, at.cell ?? '', event, at.field ?? ''].filter((part) => part !== '');
  return printable(parts.join(' · '), MOST_IN_PART);
}

/** A problem in one or two lines: `place: message` and, indented, the hint. */
export function problemLine(problem: Problem): string {
  const place = problem.at === undefined ? '' : placeLine(problem.at);
  const message = printable(problem.message, MOST_IN_PART);
  const head = place === '' ? message : `${place}: ${message}`;
  return problem.hint === undefined ? head : `${head}\n  hint: ${printable(problem.hint, MOST_IN_PART)}`;
}

/** What a terminal obeys, or shows in another order or not at all: controls, line ends, bidirectional and tag characters. */
const isUnprintable = (character: string): boolean =>
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u.test(
    character,
  );
/** Most messages hold nothing else. */
const PLAIN = /^[ -~]*$/;

/**
 * A text from outside as messages show it: what a terminal would obey is written as an escape, such as `\\u202e`.
 *
 * @param most characters after which it is cut, with the number of those that are left out
 */
export function printable(text: string, most = Number.POSITIVE_INFINITY): string {
  if (text.length <= most && PLAIN.test(text)) return text;
  let shown = '';
  let taken = 0;
  for (const character of text) {
    const piece = isUnprintable(character) ? escaped(character) : character;
    if (shown.length + piece.length > most) return `${shown}… (${text.length - taken} more characters)`;
    shown += piece;
    taken += character.length;
  }
  return shown;
}

/** A text of several lines as `printable`, with its line ends. */
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

/** Names in a row: as many as a person reads, and how many more there are. */
export function listed(names: readonly string[], most = 20): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
