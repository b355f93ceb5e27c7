/** Things by key, in their order; keys in the order in which they first come. */
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
