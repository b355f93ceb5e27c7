import { valueAt } from '../model/index.ts';

/** The listed items; every unlisted item is inserted after the listed item that it followed before. */
export function reinsertUnlisted<T extends { id: string }>(
  listed: readonly T[],
  before: readonly T[],
  kept: ReadonlySet<string>,
): T[] {
  const ids = new Set(listed.map(({ id }) => id));
  const behind = new Map<string | undefined, T[]>();
  let anchor: string | undefined;
  for (const item of before) {
    if (kept.has(item.id)) valueAt(behind, anchor, () => []).push(item);
    else if (ids.has(item.id)) anchor = item.id;
  }
  return [
    ...(behind.get(undefined) ?? []),
    ...listed.flatMap((item) => [item, ...(behind.get(item.id) ?? [])]),
  ];
}
