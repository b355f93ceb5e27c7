/**
 * The own property of a record under a user-defined key; undefined if there is none. Every object inherits names such
 * as `constructor`, which may also be the id of a side or a theme.
 */
export function own<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
