import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Folders of a dataset that hold other folders with files of the program: only their names are looked at. */
const DEEP = ['editions', 'site'];

/**
 * The state of the files of a dataset: it differs when a file was written, added or removed. It is read from the
 * folder, not from the notices of the operating system, which are missing on network drives and in folders that are
 * synchronised.
 */
export async function stateOf(data: string): Promise<string> {
  const hash = createHash('sha256');
  for (const line of (await linesOf(data, '')).sort()) hash.update(`${line}\n`);
  return hash.digest('hex').slice(0, 16);
}

async function linesOf(folder: string, name: string): Promise<string[]> {
  const entries = await readdir(path.join(folder, name), { withFileTypes: true }).catch(() => []);
  const lines = entries
    .filter((entry) => !entry.name.startsWith('.'))
    .map(async (entry): Promise<string[]> => {
      const own = path.join(name, entry.name);
      if (DEEP.includes(name)) return [own];
      if (entry.isDirectory()) return linesOf(folder, own);
      const found = await stat(path.join(folder, own)).catch(() => undefined);
      return found === undefined ? [] : [`${own} ${found.ino} ${found.size} ${found.mtimeMs}`];
    });
  return (await Promise.all(lines)).flat();
}

/** Milliseconds between two looks at the folder. */
const PAUSE = 300;

/** Looks at the files of a dataset while anybody waits for changes. */
export class Watch {
  readonly #data: string;
  readonly #listeners = new Set<(state: string) => void>();
  #timer: NodeJS.Timeout | undefined;
  #last: string | undefined;

  constructor(data: string) {
    this.#data = data;
  }

  /**
   * Calls a function with the state of the files now, and with each later one.
   *
   * @returns a function that ends this
   */
  follow(listener: (state: string) => void): () => void {
    this.#listeners.add(listener);
    if (this.#timer === undefined) this.#look();
    else if (this.#last !== undefined) listener(this.#last);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#last = undefined;
    };
  }

  /** Looks now, not only after the pause: after an edit of the desk itself. */
  hurry(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#look();
  }

  #look(): void {
    const timer = setTimeout(() => this.#look(), PAUSE);
    this.#timer = timer;
    void stateOf(this.#data).then((state) => {
      if (state === this.#last || this.#listeners.size === 0) return;
      this.#last = state;
      for (const listener of this.#listeners) listener(state);
    });
  }
}
