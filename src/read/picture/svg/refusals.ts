/** What of an SVG file is not drawn, and is named instead of left out. */
import { type Problem, UserError } from '../../../errors.ts';

/** So many are named at a time. */
const MOST = 20;

export class Refusals {
  readonly #problems = new Map<string, Problem>();

  /** Names what is not drawn on a line; the same only once. */
  add(line: number, message: string, hint: string): void {
    const key = `${line} ${message}`;
    if (!this.#problems.has(key)) this.#problems.set(key, { message, at: { line }, hint });
    if (this.#problems.size >= MOST) this.end();
  }

  /** @throws UserError when there is anything */
  end(): void {
    if (this.#problems.size > 0) throw new UserError([...this.#problems.values()]);
  }
}
