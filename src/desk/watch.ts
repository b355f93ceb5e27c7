import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The web folder of a dataset. */
export const SITE = 'site';
/** Folders of a dataset in which only the program writes subfolders; only the names of these subfolders are read. */
const DEEP = ['editions', SITE];

/**
 * The state of the files of a dataset, which changes when a file is written, added or removed. The state is read from
 * the folder, because network drives and synchronised folders do not send change notifications.
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
      const entryPath = path.join(name, entry.name);
      if (DEEP.includes(name)) return [entryPath];
      if (entry.isDirectory()) return linesOf(folder, entryPath);
      const found = await stat(path.join(folder, entryPath)).catch(() => undefined);
      return found === undefined ? [] : [`${entryPath} ${found.ino} ${found.size} ${found.mtimeMs}`];
    });
  return (await Promise.all(lines)).flat();
}

/** Milliseconds between two reads of the folder. */
const PAUSE = 300;

/** Watches the files of a dataset as long as there are listeners. */
export class Watch {
  readonly #data: string;
  readonly #listeners = new Set<(state: string) => void>();
  #timer: NodeJS.Timeout | undefined;
  #last: string | undefined;

  constructor(data: string) {
    this.#data = data;
  }

  /**
   * Calls a function with the current state of the files, and with each later state.
   *
   * @returns a function that unsubscribes
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

  /**
   * Reads the folder immediately instead of waiting until the pause has ended, for example after an edit in the desk.
   */
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
