import type { Position, Problem } from '../errors.ts';
import { codePointOf, ellipsis } from '../model/index.ts';
import { messageOf } from './messages.ts';
import type { MissingGlyph } from './typesetter.ts';

/** Collects problems with the texts of a document during typesetting. */
export class DocumentProblems {
  readonly #problems: Problem[] = [];
  readonly #characters = new Set<string>();
  readonly #copies: { missing: readonly MissingGlyph[]; at: Position }[] = [];

  add(problem: Problem): void {
    this.#problems.push(problem);
  }

  /** Records characters of a text that the fonts lack. */
  missing(missing: readonly MissingGlyph[], at: Position): void {
    if (missing.length === 0) return;
    for (const { character } of missing) this.#characters.add(character);
    for (const problem of missingProblems(missing, at)) this.#problems.push(problem);
  }

  /**
   * Records characters that the fonts lack in a copy of a text, such as an entry in contents or indexes. Such
   * characters are reported only if the text itself has no missing characters.
   */
  missingInCopy(missing: readonly MissingGlyph[], at: Position): void {
    if (missing.length > 0) this.#copies.push({ missing, at });
  }

  all(): Problem[] {
    const copies = this.#copies.flatMap(({ missing, at }) => {
      const others = missing.filter(({ character }) => !this.#characters.has(character));
      return missingProblems(others, at);
    });
    return [...this.#problems, ...copies];
  }
}

/** Missing characters as problems: each character once, with the first word that contains it. */
export function missingProblems(missing: readonly MissingGlyph[], at: Position): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { character, word, font } of missing) {
    const key = `${font} ${character}`;
    if (problems.has(key)) continue;
    const shown = ellipsis(word, 40);
    problems.set(key, {
      ...messageOf('glyph-not-in-font', { code: codePointOf(character), character, word: shown, font }),
      at,
      words: word,
      glyph: character,
    });
  }
  return [...problems.values()];
}
