import { pathToFileURL } from 'node:url';
import { printable, printableLines, shellWord } from '../errors.ts';
import type { Console } from './console.ts';

/**
 * The console of one run of the program, which writes the results, messages and questions of a command to the given
 * streams.
 */

type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/**
 * The properties of a process that the program uses. Node's `process` has this type. Relative paths are relative to the
 * working directory of the process.
 */
export interface Io {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The environment variables. Only CI, NO_COLOR and the variables that identify a terminal are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Returns the seconds since a fixed moment. If this function is missing, no progress line is printed. */
  uptime?(): number;
}

export interface Streams {
  console: Console;
  /** Writes to stdout unchanged. */
  write(text: string): void;
  /** Writes to stderr, with control characters escaped. */
  writeError(text: string): void;
  /**
   * Resolves when writing all output has succeeded or failed: to false if the result could not be written, otherwise to
   * true.
   */
  arrived(): Promise<boolean>;
}

/** Maximum number of characters of a line on stderr. */
const LONGEST_LINE = 4000;
/** Maximum number of characters of a name on the progress line, which must not wrap. */
const LONGEST_NAME = 60;
/** Seconds after the start of a run before the first progress line is printed. */
const PATIENCE = 1;
const CLEAR_LINE = '\r\u001b[K';

/** The data about a run of the program that the streams need. */
export interface Call {
  /**
   * The folder of the dataset, if the user specified it, so that commands in messages must contain the option `--data`.
   */
  data?: string | undefined;
  /** Whether the result is a single document for a program, such as JSON, which is useless if it is truncated. */
  isDocument: boolean;
  isQuiet: boolean;
}

/** Creates the console that writes to the streams of a run. */
export function openStreams(io: Io, call: () => Call): Streams {
  const written = new Set<Output>();
  let lost = false;
  let lines: Lines | undefined;
  const start = io.uptime?.();
  let showsProgress = false;

  /**
   * Reports that a result cannot be written. If the reader of the output, such as `head`, stops early, this is an error
   * only for documents.
   */
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
    clearProgress();
    stream.write(text);
  };
  const clearProgress = (): void => {
    if (showsProgress) io.stderr.write(CLEAR_LINE);
    showsProgress = false;
  };
  const writeError = (text: string): void => send(io.stderr, printableLines(text, LONGEST_LINE));
  const command = (text: string): string => withNamedData(text, call().data);
  const say = (text: string): void => writeError(`${command(text)}\n`);
  /** Whether a person sees the output of a stream. */
  const isWatched = (stream: Output): boolean => stream.isTTY === true && io.env.CI === undefined;

  return {
    write: (text) => send(io.stdout, text),
    writeError,
    arrived: async () => {
      lines?.close();
      clearProgress();
      for (const stream of written) await new Promise<void>((resolve) => stream.write('', () => resolve()));
      return !lost;
    },
    console: {
      print: (text) => send(io.stdout, text.endsWith('\n') ? text : `${text}\n`),
      say,
      inform: (text, file) => {
        if (call().isQuiet) return;
        if (file === undefined || !isWatched(io.stderr) || !hasHyperlinks(io.env)) say(text);
        else send(io.stderr, hyperlink(printableLines(`${command(text)}\n`, LONGEST_LINE), file));
      },
      command,
      // `colour`, `asks` and `leads` are getters, because Node opens a standard stream when it is first accessed, and
      // few runs need all three streams.
      get colour() {
        return isWatched(io.stdout) && io.env.NO_COLOR === undefined;
      },
      get asks() {
        return io.stdin.isTTY === true && io.stderr.isTTY === true;
      },
      get leads() {
        return io.stdin.isTTY === true && io.stdout.isTTY === true;
      },
      ask: async (question, accepts) => {
        lines ??= await openLines(io);
        for (;;) {
          const answer = (await lines.next(question))?.trim();
          if (answer === undefined || accepts(answer)) return answer;
        }
      },
      progress: (done, all, name) => {
        const isLate = start !== undefined && io.uptime !== undefined && io.uptime() - start >= PATIENCE;
        if (!isLate || call().isQuiet || !isWatched(io.stderr)) return;
        send(io.stderr, `${CLEAR_LINE}${done} / ${all}  ${printable(name, LONGEST_NAME)}`);
        showsProgress = true;
      },
    },
  };
}

/** Reads the lines that a person enters. */
interface Lines {
  /** Prints a question and resolves to the next line of input; undefined at the end of the input. */
  next(question: string): Promise<string | undefined>;
  close(): void;
}

/**
 * Opens the standard input for reading lines. Lines are stored until they are requested, because a person may paste
 * several answers at once.
 */
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

/**
 * Adds the user's `--data` option to the commands in a text, which are in backticks, so that they work in the user's
 * working directory.
 *
 * @param data the value of `--data`; undefined if the dataset was found without it
 */
export function withNamedData(text: string, data: string | undefined): string {
  if (data === undefined) return text;
  return text.replace(
    /`programme (?!init\b)[a-z]+(?=[ `])/g,
    (command) => `${command} --data ${shellWord(data)}`,
  );
}

/**
 * Whether the terminal, which is identified by environment variables, supports hyperlinks. Terminals without hyperlinks
 * may print the control characters of links.
 */
function hasHyperlinks(env: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_HYPERLINK, TERM_PROGRAM = '', TERM = '', VTE_VERSION, WT_SESSION, KONSOLE_VERSION } = env;
  if (FORCE_HYPERLINK !== undefined) return FORCE_HYPERLINK !== '0';
  return (
    ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio'].includes(TERM_PROGRAM) ||
    ['xterm-kitty', 'xterm-ghostty', 'alacritty', 'foot'].some((name) => TERM.startsWith(name)) ||
    Number(VTE_VERSION) >= 5000 ||
    WT_SESSION !== undefined ||
    KONSOLE_VERSION !== undefined
  );
}

/** Returns a text in which the path of a file is a link to the file. */
function hyperlink(text: string, file: string): string {
  const shown = printable(file);
  return text.replace(shown, () => `\u001b]8;;${pathToFileURL(file)}\u001b\\${shown}\u001b]8;;\u001b\\`);
}
