/**
 * A cache of the results for texts that occur in many events. The cache is cleared when it contains `most` results, so
 * that malicious input cannot exhaust the memory.
 */
export class Memory<T> {
  readonly #most: number;
  readonly #results = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Returns the cached result for a key; if there is none, calls `make` and caches its result. */
  get(key: string, make: () => T): T {
    const known = this.#results.get(key);
    if (known !== undefined) return known;
    const result = make();
    if (this.#results.size >= this.#most) this.#results.clear();
    this.#results.set(key, result);
    return result;
  }
}
