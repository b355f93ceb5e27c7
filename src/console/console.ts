/**
 * Output of a command. Results are written with `print`, and everything else with `say`, so that a program that reads
 * the output receives only the results.
 */
export interface Console {
  print(text: string): void;
  say(text: string): void;
  /**
   * Reports what was written or done, unless `--quiet` is given.
   *
   * @param file a file that the text names; terminals with hyperlinks can open it
   */
  inform(text: string, file?: string): void;
  /** Returns the text with its commands changed so that the user can paste them. */
  command(text: string): string;
  /** Whether results are printed in colour. */
  colour: boolean;
  /** Whether a person reads the messages and can answer questions. */
  asks: boolean;
  /** Whether a person reads the results and can answer with single keys. */
  leads: boolean;
  /** Asks a question, and repeats it until `accepts` returns true for the answer. Undefined if the input ends first. */
  ask(question: string, accepts: (answer: string) => boolean): Promise<string | undefined>;
  /**
   * Shows progress on a line that is updated in place. The line is printed only on a terminal, after the first second
   * of a run.
   */
  progress(done: number, all: number, name: string): void;
}

/**
 * Outcome of a command: everything is done, there are findings or changes, or the command could not do what was
 * requested.
 */
export type Outcome = 'done' | 'findings' | 'refused';
