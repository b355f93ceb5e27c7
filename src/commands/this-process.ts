/** The process that this is: its name for those who leave something on the disk, its signals, and the libraries of its Node. `src/main.ts` and `this-terminal.ts` know `process` too, and no other file does. */
import { readFileSync } from 'node:fs';

/** Versions of what this Node brings along that decides printed bytes: ICU, Unicode, zlib, time zones. */
export function nodeLibraries(): Record<string, string> {
  const names = ['icu', 'unicode', 'zlib', 'tz'] as const;
  return Object.fromEntries(names.map((name) => [name, process.versions[name] ?? 'none']));
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** This process as its working folders name it: its number and, where the system tells, when it was started, since numbers are used again. */
export function ownerName(): string {
  return `${process.pid}-${startOf(process.pid) ?? 0}`;
}

/** Whether the process with this name is still running; true where that cannot be told. */
export function ownerLives(owner: string): boolean {
  const [pid = 0, start = 0] = owner.split('-').map(Number);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // The process of another user may not be sent anything.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const found = startOf(pid);
  return start === 0 || found === undefined || found === start;
}

/** When a process was started, in ticks since the system was; undefined where the system does not say. */
function startOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program, in brackets, may hold anything. The start is the twenty-second field, the twentieth behind it.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return undefined;
  }
}

/**
 * From now on a signal that ends the process waits until what is running has come to a pause, and then first lets `clean` tidy up.
 * Elsewhere a signal ends the process at once, whatever it does.
 *
 * @returns ends this, when the signals that came meanwhile have been seen to
 */
export function holdSignals(clean: () => void): () => Promise<void> {
  const drop = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals): void => {
    clean();
    drop();
    process.kill(process.pid, signal);
    // The first process of a container does not die of signals.
    process.exit(130);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return async () => {
    // Signals are seen to between one turn of the event loop and the next.
    for (let turn = 0; turn < 2; turn++) await new Promise((next) => setImmediate(next));
    drop();
  };
}
