/** The console of one run of the command line: what its verbs print, say and ask goes to the streams that it is given. */
import { printable, printableLines } from '../errors.ts';
import type { Console } from './console.ts';
import { withNamedData } from './named-data.ts';

type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** What a run of the command line takes from its process; `process` itself is one. Relative paths are those of the process. */
export interface Io {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** CI and NO_COLOR are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Streams {
  console: Console;
  /** Writes to stdout as it is. */
  write(text: string): void;
  /** Writes to stderr, with escapes for what a terminal would obey. */
  writeError(text: string): void;
  /** Resolves when all that was written has arrived, or is known not to: false where the result found no place. */
  arrived(): Promise<boolean>;
}

/** Characters of a line on stderr. */
const LONGEST_LINE = 4000;

/**
 * The console that writes to the streams of a run.
 *
 * @param call gives the folder of the dataset, where the user has named it, as commands in messages name it too; and whether the result is
 * one document for a program, which is of no use without its end
 */
export function openStreams(io: Io, call: () => { data?: string | undefined; isDocument: boolean }): Streams {
  const written = new Set<Output>();
  let lost = false;

  /** That another program stops reading lines, as `head` does, is no error; that the result finds no place is one. */
  const listen = (stream: Output): void => {
    written.add(stream);
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (stream === io.stderr || lost || (code === 'EPIPE' && !call().isDocument)) return;
      lost = true;
      say(`the result cannot be written (${code})`);
    });
  };
  const send = (stream: Output, text: string): void => {
    if (!written.has(stream)) listen(stream);
    stream.write(text);
  };
  const writeError = (text: string): void => send(io.stderr, printableLines(text, LONGEST_LINE));
  const command = (text: string): string => withNamedData(text, call().data);
  const say = (text: string): void => writeError(`${command(text)}\n`);
  /** Whether somebody watches a stream, who may also want colours. */
  const isWatched = (stream: Output): boolean => stream.isTTY === true && io.env.CI === undefined;

  return {
    write: (text) => send(io.stdout, text),
    writeError,
    arrived: async () => {
      for (const stream of written) await new Promise<void>((resolve) => stream.write('', () => resolve()));
      return !lost;
    },
    console: {
      print: (text) => send(io.stdout, text.endsWith('\n') ? text : `${text}\n`),
      say,
      command,
      colour: isWatched(io.stdout) && io.env.NO_COLOR === undefined,
      asks: io.stdin.isTTY === true && io.stderr.isTTY === true,
      leads: io.stdin.isTTY === true && io.stdout.isTTY === true,
      ask: async (question, accepts) => {
        const { createInterface } = await import('node:readline/promises');
        const lines = createInterface({ input: io.stdin, output: io.stderr });
        try {
          for (;;) {
            const answer = (await lines.question(question)).trim();
            if (accepts(answer)) return answer;
          }
        } finally {
          lines.close();
        }
      },
      progress: (done, all, name) => {
        if (!isWatched(io.stderr)) return;
        send(io.stderr, `\r\u001b[K${done} / ${all}  ${done === all ? '\n' : printable(name)}`);
      },
    },
  };
}
