/**
 * The services of the machine that the desk uses: the clock, random numbers, the runtime folder of the user, and the
 * browser. No other file of the desk uses `process`.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The current time in milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

/** A secret of 256 random bits, written in characters that are allowed in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The runtime folder of the program for this user, which other users cannot read.
 *
 * @throws Error if the folder belongs to another user or is accessible to others
 */
export function runtimeFolder(): string {
  const { XDG_RUNTIME_DIR: runtime } = process.env;
  const user = process.getuid?.();
  const folder =
    runtime !== undefined && path.isAbsolute(runtime)
      ? path.join(runtime, 'programme')
      : path.join(tmpdir(), user === undefined ? 'programme' : `programme-${user}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  // On Windows and macOS, each user has a temporary folder of their own.
  const isOpen = user !== undefined && (found.uid !== user || (found.mode & 0o077) !== 0);
  if (!found.isDirectory() || isOpen) throw new Error(`${folder} is not a folder of this user alone`);
  return folder;
}

/** The command that opens a file in the browser, with the arguments that precede the file name, by operating system. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens a file in the user's browser. Does nothing if the machine has no browser. */
export function openInBrowser(file: string): void {
  const [program = 'xdg-open', ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, file], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** Calls a function when this process receives a signal to end. */
export function onEndSignal(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
}
