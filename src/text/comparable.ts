/** Normalizes words for comparison, ignoring case, white space and Unicode normalization. */
export function comparable(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
