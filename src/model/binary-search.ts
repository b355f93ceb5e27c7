/**
 * The first whole number from `from` on that passes a test, if all later ones pass it too; `end` if none before `end`
 * passes.
 */
export function binarySearch(from: number, end: number, passes: (number: number) => boolean): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
