/** Groups items by key. Items keep their order; keys are in order of first occurrence. */
export function groupBy<T, K>(things: Iterable<T>, key: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const own = key(thing);
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [thing]);
    else group.push(thing);
  }
  return groups;
}
