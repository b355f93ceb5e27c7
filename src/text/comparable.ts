/** Normalizes words for comparison: case, white space and the encoding of letters make no difference. */
export function comparable(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
