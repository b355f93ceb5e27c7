/**
 * Prefixes that make a spreadsheet program interpret a CSV cell as a formula (see OWASP, CSV injection), including
 * full-width forms.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Protects a CSV cell against evaluation as a formula by inserting an apostrophe before the prefix of a formula.
 * `unguarded` removes this apostrophe. If the prefix already follows apostrophes, one more is inserted, so that
 * `unguarded` always restores the original text.
 */
export function guarded(words: string): string {
  return FORMULA.test(words) ? `'${words}` : words;
}

/** Removes the apostrophe that `guarded` inserted. */
export function unguarded(words: string): string {
  return words.startsWith("'") && FORMULA.test(words) ? words.slice(1) : words;
}

/** Whether a spreadsheet program might evaluate a text as a formula if a user typed it. */
export function looksLikeFormula(words: string): boolean {
  return FORMULA.test(words);
}
