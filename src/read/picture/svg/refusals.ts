/** Collects unsupported parts of an SVG file, which are reported instead of omitted. */
import { type Problem, UserError } from '../../../errors.ts';

/** Most parts that are reported at once. */
const MOST = 20;

export class Refusals {
  readonly #problems = new Map<string, Problem>();

  /** Reports an unsupported part on a line; the same one only once. */
  add(line: number, message: string, hint: string): void {
    const key = `${line} ${message}`;
    if (!this.#problems.has(key)) this.#problems.set(key, { message, at: { line }, hint });
    if (this.#problems.size >= MOST) this.end();
  }

  /** @throws UserError if anything has been reported */
  end(): void {
    if (this.#problems.size > 0) throw new UserError([...this.#problems.values()]);
  }
}
