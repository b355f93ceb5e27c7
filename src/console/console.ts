/** What a verb speaks to. Results go to `print`, all else to `say`: whatever reads the results finds nothing else among them. */
export interface Console {
  print(text: string): void;
  say(text: string): void;
  /** A text whose commands can be pasted as they stand. */
  command(text: string): string;
  /** Results are shown in colours. */
  colour: boolean;
  /** Somebody reads the messages and answers. */
  asks: boolean;
  /** Somebody reads the results, and answers with single keys. */
  leads: boolean;
  /** The answer to a question, asked until `accepts` holds. */
  ask(question: string, accepts: (answer: string) => boolean): Promise<string>;
  /** One line that counts up, where somebody sees it. */
  progress(done: number, all: number, name: string): void;
}

/** How a verb ends: all is done, there are findings or changes, or what was asked for could not be done. */
export type Outcome = 'done' | 'findings' | 'refused';
