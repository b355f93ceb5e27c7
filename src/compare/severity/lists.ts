/** Whether two lists have the same items in the same order. */
export function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.join('\n') === b.join('\n');
}

/** Whether two lists have the same items in any order. */
export function isSameBag(a: readonly string[], b: readonly string[]): boolean {
  return isSameList([...a].sort(), [...b].sort());
}

/** How often each key occurs. */
export function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
