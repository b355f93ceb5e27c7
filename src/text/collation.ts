import type { Lang } from '../model/text.ts';

/**
 * A comparison that puts names in the order of an index in that language: accents and case count only between names that are
 * otherwise equal, numbers go by value, and Cyrillic names come before Latin ones in Russian, after them in English and French.
 */
export function compareNames(lang: Lang): (a: string, b: string) => number {
  return new Intl.Collator(lang, { usage: 'sort', numeric: true }).compare;
}
