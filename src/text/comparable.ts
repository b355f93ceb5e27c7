/** Words reduced to what makes two values differ: not case, white space or how letters are encoded. */
export function comparable(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
