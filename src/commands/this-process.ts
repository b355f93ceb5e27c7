/**
 * The current process: its name in file names, its signals, and the versions of the libraries in Node. Only this file,
 * `src/main.ts` and `this-terminal.ts` use `process`.
 */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Versions of the libraries in Node that affect the bytes of outputs: ICU, Unicode, zlib, time zones. */
export function nodeLibraries(): Record<string, string> {
  const names = ['icu', 'unicode', 'zlib', 'tz'] as const;
  return Object.fromEntries(names.map((name) => [name, process.versions[name] ?? 'none']));
}

/**
 * The folders that may contain Hunspell dictionaries: if the environment variable DICPATH is set, its folders, as for
 * Hunspell itself; otherwise the folders of the user's LibreOffice, of LibreOffice and of the system.
 */
export function dictionaryFolders(): string[] {
  const { DICPATH, APPDATA = '', PROGRAMFILES = '' } = process.env;
  if (DICPATH !== undefined) return DICPATH.split(path.delimiter).filter((folder) => folder !== '');
  const packages = 'libreoffice/4/user/uno_packages/cache/uno_packages';
  switch (process.platform) {
    case 'win32':
      return [path.join(APPDATA, packages), path.join(PROGRAMFILES, 'LibreOffice/share/extensions')];
    case 'darwin':
      return [
        path.join(homedir(), 'Library/Application Support', packages),
        path.join(homedir(), 'Library/Spelling'),
        '/Library/Spelling',
        '/Applications/LibreOffice.app/Contents/Resources/extensions',
      ];
    default:
      return [
        path.join(homedir(), '.config', packages),
        '/usr/lib/libreoffice/share/extensions',
        '/usr/lib64/libreoffice/share/extensions',
        '/opt/libreoffice/share/extensions',
        '/usr/share/hunspell',
        '/usr/share/myspell',
      ];
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Name of this process in its working folders: its number and, if the system provides it, its start time, because
 * process numbers are reused.
 */
export function ownerName(): string {
  return `${process.pid}-${startOf(process.pid) ?? 0}`;
}

/** Whether the process with this name is still running; true if that cannot be determined. */
export function ownerLives(owner: string): boolean {
  const [pid = 0, start = 0] = owner.split('-').map(Number);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // The process exists but belongs to another user, and this process may not signal it.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const found = startOf(pid);
  return start === 0 || found === undefined || found === start;
}

/** Start time of a process, in ticks since the system start; undefined if the system does not report it. */
function startOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program, in parentheses, may contain anything. The start time is the 22nd field, the 20th after
    // the name.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return undefined;
  }
}

/**
 * After this call, a signal that ends the process takes effect at the next pause of the running code, and `clean` is
 * called first. Without this call, such a signal ends the process at once.
 *
 * @returns a function that restores the default, after handling the signals that arrived in the meantime
 */
export function holdSignals(clean: () => void): () => Promise<void> {
  const drop = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals): void => {
    clean();
    drop();
    process.kill(process.pid, signal);
    // Signals do not end the first process of a container by themselves.
    process.exit(130);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return async () => {
    // Node handles signals between two iterations of the event loop.
    for (let turn = 0; turn < 2; turn++) await new Promise((next) => setImmediate(next));
    drop();
  };
}
