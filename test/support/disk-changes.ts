import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { ownerName } from '../../src/commands/this-process.ts';

/** Functions of `node:fs` that change the disk. Each call is one change; the chunks of one file count as one change. */
const CHANGES = [
  'mkdirSync',
  'mkdtempSync',
  'writeFileSync',
  'copyFileSync',
  'fsyncSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
] as const;
type Change = (typeof CHANGES)[number];

/** Receives each call before or after it is made. */
interface Watcher {
  /** Called before a change; an error that it throws replaces the change. */
  before?(change: Change): void;
  /** Called after each successful call. */
  after?(name: Change | 'openSync', given: readonly unknown[], result: unknown): void;
}

/** Observes the disk changes of this process while an action runs. */
async function watchDisk<T>({ before, after }: Watcher, action: () => T | Promise<T>): Promise<T> {
  const real = Object.fromEntries([...CHANGES, 'openSync' as const].map((name) => [name, fs[name]]));
  let open: unknown;
  // Nested calls of Node, for example to remove a folder, belong to one change.
  let inside = false;
  const call = (name: Change | 'openSync', given: unknown[]): unknown => {
    inside = true;
    try {
      const result: unknown = Reflect.apply(real[name] as () => unknown, fs, given);
      after?.(name, given, result);
      return result;
    } finally {
      inside = false;
    }
  };
  fs.openSync = (...given) => {
    open = undefined;
    return call('openSync', given) as number;
  };
  for (const name of CHANGES)
    Object.assign(fs, {
      [name]: (...given: unknown[]) => {
        if (inside) return Reflect.apply(real[name] as () => unknown, fs, given);
        const goesOn = name === 'writeFileSync' && typeof given[0] === 'number' && given[0] === open;
        if (name === 'writeFileSync') open = given[0];
        if (!goesOn) before?.(name);
        return call(name, given);
      },
    });
  syncBuiltinESMExports();
  try {
    return await action();
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
}

/** Makes disk changes fail with a system error such as ENOSPC while an action runs. */
export async function withFaults<T>(
  code: string,
  fails: (change: Change) => boolean,
  action: () => T | Promise<T>,
): Promise<T> {
  const before = (change: Change): void => {
    if (fails(change)) throw Object.assign(new Error(code), { code });
  };
  return watchDisk({ before }, action);
}

/** The disk changes of a command. */
export interface DiskRecord {
  /** Number of changes. */
  changes: number;
  /**
   * Repeats the changes before the nth one, counted from 1, in a copy of the folder: the state that a process killed at
   * this point leaves. The working folders get the id of a process that does not exist.
   */
  replay(change: number, copy: string): void;
}

/** No process has this id, because the largest process id is about four million. */
const DEAD = '999999999-1';

/** Records the changes that an action of this process makes in a folder. */
export async function recordDisk(folder: string, action: () => unknown): Promise<DiskRecord> {
  let changes = 0;
  const steps: { change: number; redo: Redo }[] = [];
  const redoOf = redoing(folder);
  await watchDisk(
    {
      before: () => void changes++,
      after: (...call) => {
        const redo = redoOf(...call);
        if (redo !== undefined) steps.push({ change: changes, redo });
      },
    },
    action,
  );
  const replay = (change: number, copy: string): void => {
    const to = (place: string): string =>
      path.join(copy, path.relative(folder, place)).replaceAll(ownerName(), DEAD);
    for (const step of steps) if (step.change < change) step.redo(to);
  };
  return { changes, replay };
}

/** Repeats a call with other paths. */
type Redo = (to: (place: string) => string) => void;

function redoing(folder: string): (...call: Parameters<NonNullable<Watcher['after']>>) => Redo | undefined {
  const opened = new Map<unknown, string>();
  return (name, [first, second], result) => {
    const file = opened.get(first) ?? path.resolve(String(name === 'mkdtempSync' ? result : first));
    const target = path.resolve(String(second));
    if (name === 'openSync') opened.set(result, file);
    if (path.relative(folder, file).startsWith('..')) return undefined;
    switch (name) {
      case 'openSync':
        return String(second).startsWith('w') ? (to) => fs.writeFileSync(to(file), '') : undefined;
      case 'writeFileSync': {
        const bytes = Buffer.from(second as string);
        return (to) => fs.writeFileSync(to(file), bytes, { flag: typeof first === 'number' ? 'a' : 'w' });
      }
      case 'mkdtempSync':
        return (to) => fs.mkdirSync(to(file));
      case 'mkdirSync':
        return (to) => fs.mkdirSync(to(file), second as fs.MakeDirectoryOptions);
      case 'copyFileSync':
      case 'renameSync':
        return (to) => fs[name](to(file), to(target));
      case 'rmSync':
        return (to) => fs.rmSync(to(file), second as fs.RmOptions);
      case 'rmdirSync':
        return (to) => fs.rmdirSync(to(file));
      case 'fsyncSync':
        return undefined;
    }
  };
}
