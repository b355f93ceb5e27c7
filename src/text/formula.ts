/**
 * Prefixes that spreadsheet programs interpret as a formula in CSV (OWASP, CSV injection), including full-width
 * forms.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Guards a CSV cell against evaluation as a formula: an apostrophe is inserted before a prefix of a formula.
 * `unguarded` removes it. If such a prefix already has apostrophes, one more is inserted, so that both functions
 * together do not change a text.
 */
export function guarded(words: string): string {
  return FORMULA.test(words) ? `'${words}` : words;
}

/** Removes the guard of a cell. */
export function unguarded(words: string): string {
  return words.startsWith("'") && FORMULA.test(words) ? words.slice(1) : words;
}

/** Whether a spreadsheet program might evaluate the words if a user typed them. */
export function looksLikeFormula(words: string): boolean {
  return FORMULA.test(words);
}
