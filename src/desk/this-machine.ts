/**
 * What the desk takes of the machine that it runs on: its clock, random numbers, the folder for files of the running
 * session of the user, and the browser. Only this file of the desk uses `process`.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

/** A secret of 256 random bits, in characters that an address may have. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The folder of the program for files of the user’s session, which no other user can read.
 *
 * @throws Error if somebody else owns the folder or others may enter it
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
  // Windows and macOS have a temporary folder for each user.
  const isOpen = user !== undefined && (found.uid !== user || (found.mode & 0o077) !== 0);
  if (!found.isDirectory() || isOpen) throw new Error(`${folder} is not a folder of this user alone`);
  return folder;
}

/** The program that opens a file in the browser, and its arguments before the file. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens a file in the browser of the user; nothing happens where there is none. */
export function openInBrowser(file: string): void {
  const [program = 'xdg-open', ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, file], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** Calls a function when a signal asks this process to end. */
export function onEndSignal(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
}
