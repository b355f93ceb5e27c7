/**
 * The terminal of a command. Results are written with `print`, and all other output with `say`, so that a program that
 * reads the standard output receives only results.
 */
export interface Console {
  print(text: string): void;
  say(text: string): void;
  /**
   * Reports what was written or done, unless `--quiet` is given.
   *
   * @param file a file whose path is in the text; terminals that support hyperlinks show the path as a link
   */
  inform(text: string, file?: string): void;
  /** Completes the commands in a text with the options that the user needs to run them. */
  command(text: string): string;
  /** Whether results are printed in colour. */
  colour: boolean;
  /** Whether a person reads the messages and can answer questions. */
  asks: boolean;
  /** Whether a person reads the results and can answer by pressing single keys. */
  leads: boolean;
  /**
   * Asks a question, and repeats it until `accepts` returns true for the answer. Returns undefined if the input ends
   * before an answer is accepted.
   */
  ask(question: string, accepts: (answer: string) => boolean): Promise<string | undefined>;
  /**
   * Shows progress on a line that is updated in place. The line is printed only on a terminal, after the first second
   * of a run.
   */
  progress(done: number, all: number, name: string): void;
}

/**
 * The outcome of a command: everything is done, there are findings or changes, or the command could not do what was
 * requested.
 */
export type Outcome = 'done' | 'findings' | 'refused';
