/**
 * What a process keeps from one build to the next: results of pure functions, by all that they depend on. A build without a memory
 * keeps nothing and pays nothing for it.
 */

/** Results of one function. */
export interface Memo<K, V> {
  /**
   * The result for a key; made when it is not known.
   *
   * @param key names everything that the result depends on; not asked for where nothing is kept
   */
  get(key: () => K, make: () => V): V;
}

/**
 * The last result of one function for each object, as long as there is the object. Objects that do not change are known by which they
 * are, without a look at what they hold.
 */
export interface Recall<K extends object, V> {
  /**
   * The result for an object; made when it is not known, or something that it depends on is no longer the same.
   *
   * @param input everything that the result depends on but the object; not asked for where nothing is kept
   */
  get(object: K, input: () => readonly unknown[], make: () => V): V;
}

/** Makes memos. */
export interface Memory {
  /** Whether results are kept at all. */
  readonly keeps: boolean;
  /** @param most results that are kept of one build; what comes after them is made each time */
  memo<K, V>(most: number): Memo<K, V>;
  /** No more is kept than there are objects. */
  recall<K extends object, V>(): Recall<K, V>;
}

/** The memory of a process that builds once. */
export const NO_MEMORY: Memory = {
  keeps: false,
  memo: () => ({ get: (_, make) => make() }),
  recall: () => ({ get: (_object, _input, make) => make() }),
};

/** A memory by builds: what a build neither made nor asked for by its key is forgotten when the next but one begins. */
export class BuildMemory implements Memory {
  readonly keeps = true;
  readonly #stores: Store<unknown, unknown>[] = [];

  memo<K, V>(most: number): Memo<K, V> {
    const store = this.#store<K, V>(most);
    return {
      get(key, make) {
        const wanted = key();
        const found = store.find(wanted);
        if (found !== undefined) return found.value;
        const value = make();
        store.keep(wanted, value);
        return value;
      },
    };
  }

  recall<K extends object, V>(): Recall<K, V> {
    const known = new WeakMap<K, { input: readonly unknown[]; value: V }>();
    return {
      get(object, input, make) {
        const wanted = input();
        const last = known.get(object);
        if (last !== undefined && sameList(last.input, wanted)) return last.value;
        const value = make();
        if (last === undefined) known.set(object, { input: wanted, value });
        else {
          last.input = wanted;
          last.value = value;
        }
        return value;
      },
    };
  }

  /** Begins a build. */
  begin(): void {
    for (const store of this.#stores) store.begin();
  }

  #store<K, V>(most: number): Store<K, V> {
    const store = new Store<K, V>(most);
    this.#stores.push(store as Store<unknown, unknown>);
    return store;
  }
}

interface Kept<V> {
  value: V;
  /** The build that asked for it last. */
  build: number;
}

/** Results by key. One map for all builds: to fill a new one at each build takes longer than to look all of it through. */
class Store<K, V> {
  readonly #most: number;
  readonly #kept = new Map<K, Kept<V>>();
  #build = 0;
  /** Results that this build asked for. */
  #asked = 0;

  constructor(most: number) {
    this.#most = most;
  }

  begin(): void {
    for (const [key, { build }] of this.#kept) if (build < this.#build) this.#kept.delete(key);
    this.#build++;
    this.#asked = 0;
  }

  find(key: K): Kept<V> | undefined {
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.build < this.#build && this.#asked < this.#most) {
      kept.build = this.#build;
      this.#asked++;
    }
    return kept;
  }

  keep(key: K, value: V): void {
    if (this.#asked === this.#most) return;
    this.#kept.set(key, { value, build: this.#build });
    this.#asked++;
  }
}

/** Whether two lists hold the same things in the same order. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
