/**
 * Groups items by key. The items in a group keep their order, and the groups are in the order in which their keys first
 * occur.
 */
export function groupBy<T, K>(things: Iterable<T>, key: (thing: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const thing of things) {
    const groupKey = key(thing);
    const group = groups.get(groupKey);
    if (group === undefined) groups.set(groupKey, [thing]);
    else group.push(thing);
  }
  return groups;
}

/** How often each key occurs. */
export function countsOf<K>(keys: Iterable<K>): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * Groups consecutive items that belong together.
 *
 * @param belongs whether an item belongs to the current group; it is called with the first and last items of that group
 */
export function consecutive<T>(
  items: readonly T[],
  belongs: (item: T, first: T, last: T) => boolean,
): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  let from = 0;
  for (let at = 1; at <= items.length; at++) {
    const [item, first, last] = [items[at], items[from], items[at - 1]] as [T, T, T];
    if (at < items.length && belongs(item, first, last)) continue;
    groups.push(items.slice(from, at) as [T, ...T[]]);
    from = at;
  }
  return groups;
}

/** The item with the highest score; if several items have it, the first of them. Undefined if there are no items. */
export function highest<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  let best: { item: T; score: number } | undefined;
  for (const item of items) {
    const found = score(item);
    if (best === undefined || found > best.score) best = { item, score: found };
  }
  return best?.item;
}

/** Returns the value of a key. If there is none, calls `make`, stores the result and returns it. */
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

/** Creates a function whose result is computed only once for each object. */
export function perObject<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { value: V }>();
  return (key) => valueAt(made, key, () => ({ value: make(key) })).value;
}

/**
 * The value of a user-defined key in a record; undefined if the record does not contain the key. Inherited properties
 * are ignored, because a name such as `constructor` can also be the id of a side or theme.
 */
export function ownProperty<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Parses a JSON text; undefined if the text is not JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An object in which every key that may be undefined is optional. */
type WithoutUndefined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** A copy of an object without the keys whose values are undefined. The order of the keys is kept. */
export function withoutUndefined<const T extends object>(values: T): WithoutUndefined<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as WithoutUndefined<T>;
}
