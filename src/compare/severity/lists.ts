/** Whether two lists have the same items in the same order. */
export function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.join('\n') === b.join('\n');
}

/** Whether two lists have the same items in any order. */
export function isSameBag(a: readonly string[], b: readonly string[]): boolean {
  return isSameList([...a].sort(), [...b].sort());
}
