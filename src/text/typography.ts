import { binarySearch } from '../model/index.ts';

/**
 * Web and e-mail addresses, including web addresses without a prefix (flusstage.example). Two lower-case letters at the
 * end count as a country code.
 */
const ADDRESS =
  /(?:[hH][tT]{2}[pP][sS]?:\/\/|[wW]{3}\.)[^\s»”"]+|(?<![^\s@,;()])[^\s@,;()]+@[^\s@,;()]+\.[^\s@,;()]+|(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]+\.){1,4}(?:\p{Ll}{2}|com|org|net|info|museum|example|events?)(?:\/[^\s»”")]*)?(?![\p{L}\p{N}@-])/gu;

/**
 * Returns a function that tests whether an offset in a text is within a web or e-mail address. Typographic corrections
 * do not change addresses.
 */
export function addressTest(words: string): (offset: number) => boolean {
  if (!/@|:\/\/|[wW]\.|[\p{L}\p{N}]\.\p{Ll}{2}/u.test(words)) return () => false;
  const found = [...words.matchAll(ADDRESS)].map(({ 0: address, index }) => ({
    start: index,
    end: index + address.length,
  }));
  return (offset) => {
    const next = binarySearch(0, found.length, (index) => (found[index]?.end ?? 0) > offset);
    return (found[next]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

/** Capitalises the first letter of a text for the start of a heading or line. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
