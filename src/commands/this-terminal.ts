/** The terminal of the program: reads single keys, and lets users edit lines that start with a given text. */
import { createInterface } from 'node:readline';
import type { Terminal } from './review-session.ts';

/**
 * Opens the terminal for reading single key presses. `print` receives the output and the number of columns. `close`
 * restores the terminal.
 */
export function openTerminal(print: (text: string, columns: number) => void): Terminal & { close(): void } {
  const { stdin, stderr, stdout } = process;
  /** Pressed keys that have not been read yet. */
  const keys: (string | undefined)[] = [];
  let waiting: ((key: string | undefined) => void) | undefined;
  const give = (key: string | undefined): void => {
    if (waiting === undefined) keys.push(key);
    else waiting(key);
    waiting = undefined;
  };
  const pressed = (bytes: Buffer): void => {
    for (const key of bytes.toString('utf8')) give(key);
  };
  const ended = (): void => give(undefined);
  const listen = (): void => {
    stdin.setRawMode(true);
    stdin.on('data', pressed).on('end', ended).resume();
  };
  const leave = (): void => {
    stdin.off('data', pressed).off('end', ended).pause();
    stdin.setRawMode(false);
  };
  listen();
  return {
    key: () =>
      keys.length > 0
        ? Promise.resolve(keys.shift())
        : new Promise((resolve) => {
            waiting = resolve;
          }),
    line: async (words) => {
      leave();
      const typed = await new Promise<string | undefined>((resolve) => {
        const lines = createInterface({ input: stdin, output: stderr, terminal: true });
        let answer: string | undefined;
        lines.on('close', () => resolve(answer)).on('SIGINT', () => lines.close());
        lines.question('> ', (line) => {
          answer = line;
          lines.close();
        });
        // A line cannot contain line breaks, so they are replaced by a symbol.
        lines.write(words.replaceAll('\n', PARAGRAPH));
      });
      listen();
      return typed?.replaceAll(PARAGRAPH, '\n');
    },
    // If the size of the terminal is unknown, the number of columns is 0.
    show: (text) => print(text, stdout.columns || 80),
    close: leave,
  };
}

/** A symbol that marks the end of a paragraph while a text is being edited. */
const PARAGRAPH = ' ¶ ';
