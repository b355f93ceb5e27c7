/** Groups items by key. Items keep their order; keys are in order of first occurrence. */
export function groupBy<T, K>(things: Iterable<T>, key: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) valueAt(groups, key(thing), () => []).push(thing);
  return groups;
}

/** The value of a key; if there is none, `make` is called and its result stored. */
export function valueAt<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
