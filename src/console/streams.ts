/**
 * The console of one run of the command line: passes results, messages and questions of commands to the given
 * streams.
 */
import { printable, printableLines } from '../errors.ts';
import type { Console } from './console.ts';
import { withNamedData } from './named-data.ts';

type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/**
 * What the command line uses of its process; `process` itself satisfies it. Relative paths are relative to the
 * working directory of the process.
 */
export interface Io {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Only CI and NO_COLOR are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Streams {
  console: Console;
  /** Writes to stdout unchanged. */
  write(text: string): void;
  /** Writes to stderr, with escapes for control characters. */
  writeError(text: string): void;
  /** Resolves when all output has been written or has failed: false if the result could not be written. */
  arrived(): Promise<boolean>;
}

/** Maximum number of characters of a line on stderr. */
const LONGEST_LINE = 4000;

/**
 * The console that writes to the streams of a run.
 *
 * @param call gives the folder of the dataset if the user named it, so that commands in messages name it too; and
 *   whether the result is one document for a program, which is useless if it is truncated
 */
export function openStreams(io: Io, call: () => { data?: string | undefined; isDocument: boolean }): Streams {
  const written = new Set<Output>();
  let lost = false;
  let lines: Lines | undefined;

  /** A reader that stops early, as `head` does, is not an error; a result that cannot be written is one. */
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
  /** Whether a person sees a stream, which can then have colours. */
  const isWatched = (stream: Output): boolean => stream.isTTY === true && io.env.CI === undefined;

  return {
    write: (text) => send(io.stdout, text),
    writeError,
    arrived: async () => {
      lines?.close();
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
        lines ??= await openLines(io);
        for (;;) {
          const answer = (await lines.next(question))?.trim();
          if (answer === undefined || accepts(answer)) return answer;
        }
      },
      progress: (done, all, name) => {
        if (!isWatched(io.stderr)) return;
        send(io.stderr, `\r\u001b[K${done} / ${all}  ${done === all ? '\n' : printable(name)}`);
      },
    },
  };
}

/** The lines that a person types. */
interface Lines {
  /** The next line after a question; undefined if there is none any more. */
  next(question: string): Promise<string | undefined>;
  close(): void;
}

/** Lines are kept until they are asked for: a person may paste the answers to several questions at once. */
async function openLines({ stdin, stderr }: Io): Promise<Lines> {
  const { createInterface } = await import('node:readline');
  const reader = createInterface({ input: stdin, output: stderr });
  const typed: string[] = [];
  let ended = false;
  let waiting: ((line: string | undefined) => void) | undefined;
  const give = (line: string | undefined): void => {
    const answer = waiting;
    waiting = undefined;
    if (answer !== undefined) answer(line);
    else if (line !== undefined) typed.push(line);
  };
  reader
    .on('line', give)
    .on('SIGINT', () => reader.close())
    .on('close', () => {
      ended = true;
      give(undefined);
    });
  return {
    next: (question) => {
      const line = typed.shift();
      if (line !== undefined || ended) {
        stderr.write(`${question}${line ?? ''}\n`);
        return Promise.resolve(line);
      }
      reader.setPrompt(question);
      reader.prompt();
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close: () => reader.close(),
  };
}
