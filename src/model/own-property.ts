/**
 * The own property of a record with a user-defined key; undefined if the record lacks it. Every object inherits names
 * such as `constructor`, which can also be the id of a side or a theme.
 */
export function ownProperty<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
