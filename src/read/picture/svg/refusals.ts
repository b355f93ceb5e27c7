/** Collects the unsupported parts of an SVG file, so that they are reported rather than silently omitted. */
import { type Problem, UserError } from '../../../errors.ts';
import type { Message } from '../../../messages.ts';

/** Maximum number of unsupported parts that are reported at once. */
const MAX_REFUSALS = 20;

export class Refusals {
  readonly #problems = new Map<string, Problem>();

  /** Records an unsupported part and its line. Identical reports for the same line are recorded only once. */
  add(line: number, message: Message): void {
    const key = `${line} ${message.message}`;
    if (!this.#problems.has(key)) this.#problems.set(key, { ...message, at: { line } });
    if (this.#problems.size >= MAX_REFUSALS) this.end();
  }

  /** @throws UserError if anything has been reported */
  end(): void {
    if (this.#problems.size > 0) throw new UserError([...this.#problems.values()]);
  }
}
