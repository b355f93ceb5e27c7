/**
 * A store of results by text, for words that many events share. It is emptied when it holds as many as `most`, so that hostile input cannot fill the memory.
 */
export class Memory<T> {
  readonly #most: number;
  readonly #results = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The result of a key: the one that is stored, else what `make` gives. */
  get(key: string, make: () => T): T {
    const known = this.#results.get(key);
    if (known !== undefined) return known;
    const result = make();
    if (this.#results.size >= this.#most) this.#results.clear();
    this.#results.set(key, result);
    return result;
  }
}
