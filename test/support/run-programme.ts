import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { run } from '../../src/cli.ts';
import { bundledProgramme } from './dist.ts';

export interface Ended {
  /** Exit code, or the signal that ended the process. */
  code: number | NodeJS.Signals;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  /** The folder in which the command runs. */
  cwd: string;
  env?: Readonly<Record<string, string>>;
  /** Closes the pipe from its stdout before anything is read. */
  deaf?: boolean;
  /** Milliseconds after which a signal is sent. */
  signal?: { name: NodeJS.Signals; after: number };
  /** Text that is typed on a terminal with visible stdin and stderr. */
  typed?: string;
}

/** Runs the command line in a separate process. */
export async function runProgramme(
  args: readonly string[],
  { cwd, env, deaf, signal }: RunOptions,
): Promise<Ended> {
  const programme = await bundledProgramme();
  const child = spawn(process.execPath, [programme, ...args], { cwd, env: { ...process.env, ...env } });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  if (deaf) child.stdout.destroy();
  const timer = signal && setTimeout(() => child.kill(signal.name), signal.after);
  const code = await new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (number, name) => resolve(name ?? number ?? 0));
  });
  clearTimeout(timer);
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

/** The most recent run in this process: the working directory and the environment belong to one run at a time. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the command line from the sources in the test process. This takes a hundredth of the time that `runProgramme`
 * takes, and has the same result. A separate process is needed only for tests of the process or of the bundle: signals,
 * a closed output pipe, variables of npm, time zone and locale, two concurrent commands, disk faults.
 *
 * Without typed text, stdin is empty and no stream is a terminal. While a command runs, the working directory and the
 * variables of `env` apply to the whole process, so calls run one after the other, and a test must not depend on either
 * until the call has ended. Vitest runs tests in processes (`pool: 'forks'`), because threads cannot change the directory.
 */
export function runInProcess(
  args: readonly string[],
  { cwd, env = {}, typed }: Pick<RunOptions, 'cwd' | 'env' | 'typed'>,
): Promise<Ended> {
  const ended = last.then(() => inPlace(cwd, env, () => runHere(args, typed)));
  last = ended.catch(() => undefined);
  return ended;
}

async function runHere(args: readonly string[], typed: string | undefined): Promise<Ended> {
  const stdout = new Sink();
  const stderr = new Sink();
  const stdin = new PassThrough();
  stdin.end(typed);
  if (typed !== undefined) for (const stream of [stdin, stderr]) Object.assign(stream, { isTTY: true });
  const code = await run(args, { stdin, stdout, stderr, env: process.env });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** Collects the written text. */
class Sink extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString();
  }
}

/** Runs a function in a folder with some variables, and restores the previous state. */
async function inPlace<T>(
  cwd: string,
  env: Readonly<Record<string, string>>,
  act: () => Promise<T>,
): Promise<T> {
  const home = process.cwd();
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  process.chdir(cwd);
  Object.assign(process.env, env);
  try {
    return await act();
  } finally {
    process.chdir(home);
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Every file of a folder with its bytes as text; the names of folders end in a slash. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const full = path.join(folder, name);
      return statSync(full).isDirectory() ? [`${name}/`, ''] : [name, readFileSync(full, 'latin1')];
    }),
  );
}
