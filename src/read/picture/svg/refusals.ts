/** Collects unsupported parts of an SVG file, which are reported instead of omitted. */
import { type Problem, UserError } from '../../../errors.ts';

/** What to do about an unsupported part. */
export const PLAIN = 'save it as plain SVG';
export const PLAIN_OR_PNG = 'save it as plain SVG, or as PNG';
export const FLATTEN = 'flatten the effect in the drawing program, or save it as PNG';

/** Maximum number of parts that are reported at once. */
const MAX_REFUSALS = 20;

export class Refusals {
  readonly #problems = new Map<string, Problem>();

  /** Reports an unsupported part on a line; each part is reported only once. */
  add(line: number, message: string, hint: string): void {
    const key = `${line} ${message}`;
    if (!this.#problems.has(key)) this.#problems.set(key, { message, at: { line }, hint });
    if (this.#problems.size >= MAX_REFUSALS) this.end();
  }

  /** @throws UserError if anything has been reported */
  end(): void {
    if (this.#problems.size > 0) throw new UserError([...this.#problems.values()]);
  }
}
