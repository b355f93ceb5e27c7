import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { bundledProgramme } from './dist.ts';

export interface Ended {
  /** Exit code, or the signal that ended the process. */
  code: number | NodeJS.Signals;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  /** Folder that the command is given in. */
  cwd: string;
  env?: Readonly<Record<string, string>>;
  /** Closes the pipe from its stdout before anything is read. */
  deaf?: boolean;
  /** Sends a signal after so many milliseconds. */
  signal?: { name: NodeJS.Signals; after: number };
}

/** Runs the command line as a process of its own. */
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

/** Every file of a folder with its bytes as text; folders end in a slash. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const full = path.join(folder, name);
      return statSync(full).isDirectory() ? [`${name}/`, ''] : [name, readFileSync(full, 'latin1')];
    }),
  );
}
