/**
 * Edit distance of two words: the smallest number of insertions, deletions, replacements and transpositions of adjacent
 * characters (optimal string alignment) that turn one word into the other, in UTF-16 code units. Words above the
 * maximum length count as completely replaced, because the time grows with the product of the lengths.
 */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  if (Math.max(a.length, b.length) > MAX_LENGTH) return Math.max(a.length, b.length);
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = last;
    last = current;
  }
  return at(last, b.length);
}

/** The edit distance. The distance is infinite if the difference in length alone exceeds the limit. */
export function distanceWithin(a: string, b: string, limit: number): number {
  return Math.abs(a.length - b.length) > limit ? Number.POSITIVE_INFINITY : editDistance(a, b);
}

/** Maximum number of names that are suggested for a misspelled name. */
export const NEAREST = 3;

/**
 * The items whose names are similar to a text, the most similar first. At most a third of the letters may differ.
 *
 * @param items pairs, each of an item's name (or names) and the item itself
 * @param distanceTo returns the distance between the text and a name
 */
export function nearestTo<T, N>(
  words: string,
  items: Iterable<readonly [name: N, item: T]>,
  distanceTo: (name: N, limit: number, item: T) => number,
): T[] {
  const limit = Math.max(1, Math.floor(words.length / 3));
  return [...items]
    .map(([name, item]) => ({ item, distance: distanceTo(name, limit, item) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .map(({ item }) => item);
}

/** Maximum length of words that are compared letter by letter, in UTF-16 code units. */
const MAX_LENGTH = 300;

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
