/** Where something stands in the user's files; every part is optional because not every problem has it. */
export interface Place {
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

/** One thing that is wrong with the user's input. */
export interface Problem {
  message: string;
  at?: Place;
  hint?: string;
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
    super(list.map(problemLine).join('\n'));
    this.problems = list;
  }
}

/** `data/events/sport.yaml:12:3 · event wrestling · date`, with the parts that are known. */
export function placeLine(at: Place): string {
  const position = [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
  const event = at.event === undefined ? '' : `event ${at.event}`;
  return [position, at.cell ?? '', event, at.field ?? ''].filter((part) => part !== '').join(' · ');
}

/** A problem in one or two lines: `place: message` and, indented, the hint. */
export function problemLine(problem: Problem): string {
  const place = problem.at === undefined ? '' : placeLine(problem.at);
  const head = place === '' ? problem.message : `${place}: ${problem.message}`;
  return problem.hint === undefined ? head : `${head}\n  hint: ${problem.hint}`;
}
