import { oneLine } from '../model/index.ts';

/**
 * Normalises words for comparison, so that differences in case, white space and Unicode normalisation do not matter.
 */
export function comparable(words: string): string {
  return oneLine(words.normalize('NFC')).toLowerCase();
}
