/** Whether a cell says yes, in any of the languages. */
export function yesOf(words: string): boolean {
  return /^(?:yes|oui|ja|да|true|1|x)$/i.test(words.trim());
}

/** Whether a cell says no, in any of the languages. */
export function noOf(words: string): boolean {
  return /^(?:no|non|nein|нет|false|0)$/i.test(words.trim());
}
