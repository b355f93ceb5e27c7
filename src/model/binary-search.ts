/**
 * Returns the first whole number from `from` on that passes a test; `end` if no number before `end` passes. If a number
 * passes, all greater numbers must pass as well.
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
