import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { ownerName } from '../../src/commands/this-process.ts';

/** Functions of `node:fs` that change the disk; each call is one change, but the chunks of one file are one together. */
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

/** What is told of a call before or after it is made. */
interface Watcher {
  /** Called before a change; an error that it throws is what the program meets instead of the change. */
  before?(change: Change): void;
  /** Called after anything that succeeded. */
  after?(name: Change | 'openSync', given: readonly unknown[], result: unknown): void;
}

/** Watches what this process does to the disk while an action runs. */
async function watchDisk<T>({ before, after }: Watcher, action: () => T | Promise<T>): Promise<T> {
  const real = Object.fromEntries([...CHANGES, 'openSync' as const].map((name) => [name, fs[name]]));
  let open: unknown;
  // What Node calls in turn, as to remove a folder, belongs to the one change.
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

/** Lets changes of the disk fail with an error of the system such as ENOSPC, while an action runs. */
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

/** What a command did to the disk. */
export interface DiskRecord {
  /** Number of its changes. */
  changes: number;
  /**
   * Does in a copy of the folder what was done before the nth change, counted from 1: what a process leaves that is killed there. The
   * working folders belong to a process that is no more.
   */
  replay(change: number, copy: string): void;
}

/** No process has this number: systems count to four million. */
const DEAD = '999999999-1';

/** Records what an action of this process does to the disk in a folder. */
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

/** Does again what a call did, in places that are given for those of the call. */
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
