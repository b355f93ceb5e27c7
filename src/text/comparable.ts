import { oneLine } from '../model/index.ts';

/** Normalizes words for comparison, ignoring case, white space and Unicode normalization. */
export function comparable(words: string): string {
  return oneLine(words.normalize('NFC')).toLowerCase();
}
