/** Beginnings that spreadsheet programs take for a formula when they open CSV (OWASP, CSV injection), full-width forms too. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A CSV cell that no spreadsheet program computes: an apostrophe stands before what would begin a formula. `unguarded` takes it
 * off, and because apostrophes before such a sign get one more, a text that goes through both is unchanged.
 */
export function guarded(words: string): string {
  return FORMULA.test(words) ? `'${words}` : words;
}

/** The words of a guarded cell. */
export function unguarded(words: string): string {
  return words.startsWith("'") && FORMULA.test(words) ? words.slice(1) : words;
}

/** True for words that a spreadsheet program might compute if somebody typed them. */
export function looksLikeFormula(words: string): boolean {
  return FORMULA.test(words);
}
