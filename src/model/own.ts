/**
 * What a record holds under a key of the user's; undefined where it holds nothing itself. Every object answers to names such as
 * `constructor`, which a side or a theme may have too.
 */
export function own<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
