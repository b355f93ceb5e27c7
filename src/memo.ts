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

/** The last result of one function for each object. Objects that do not change are known by what they are, without a look at what they hold. */
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
  /** @param most as of a memo */
  recall<K extends object, V>(most: number): Recall<K, V>;
}

/** The memory of a process that builds once. */
export const NO_MEMORY: Memory = {
  keeps: false,
  memo: () => ({ get: (_, make) => make() }),
  recall: () => ({ get: (_object, _input, make) => make() }),
};

/** A memory by generations: what a build neither made nor asked for is forgotten when the next but one begins. */
export class BuildMemory implements Memory {
  readonly keeps = true;
  readonly #memos: GenerationMemo<unknown, unknown>[] = [];

  memo<K, V>(most: number): Memo<K, V> {
    const memo = new GenerationMemo<K, V>(most);
    this.#memos.push(memo as GenerationMemo<unknown, unknown>);
    return memo;
  }

  recall<K extends object, V>(most: number): Recall<K, V> {
    const memo = this.memo<K, { input: readonly unknown[]; value: V }>(most);
    return {
      get(object, input, make) {
        const wanted = input();
        const last = memo.get(
          () => object,
          () => ({ input: wanted, value: make() }),
        );
        if (!sameList(last.input, wanted)) {
          last.value = make();
          last.input = wanted;
        }
        return last.value;
      },
    };
  }

  /** Begins a build. */
  begin(): void {
    for (const memo of this.#memos) memo.begin();
  }
}

class GenerationMemo<K, V> implements Memo<K, V> {
  readonly #most: number;
  #earlier = new Map<K, V>();
  #current = new Map<K, V>();

  constructor(most: number) {
    this.#most = most;
  }

  begin(): void {
    this.#earlier = this.#current;
    this.#current = new Map();
  }

  get(key: () => K, make: () => V): V {
    const wanted = key();
    const current = this.#current.get(wanted);
    if (current !== undefined) return current;
    const value = this.#earlier.get(wanted) ?? make();
    if (this.#current.size < this.#most) this.#current.set(wanted, value);
    return value;
  }
}

/** Whether two lists hold the same things in the same order. */
export function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
