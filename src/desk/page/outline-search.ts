import type { Dataset, OutlineGroup } from '../api.ts';

/** Converts a text to lower case and removes accents, so that texts can be compared. */
function folded(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('und');
}

/**
 * The themes or days that contain all words of a query. If the title of a theme or day contains all words, all its
 * events are included; otherwise, only the events whose texts contain them are included. Undefined if the query is
 * empty.
 */
export function groupsFound(
  { values }: Pick<Dataset, 'values'>,
  groups: readonly OutlineGroup[],
  query: string,
): readonly OutlineGroup[] | undefined {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return undefined;
  const hasAll = (words: string): boolean => {
    const text = folded(words);
    return wanted.every((word) => text.includes(word));
  };
  const found = new Set(
    Object.entries(values).flatMap(([id, event]) => (hasAll(JSON.stringify(event)) ? [id] : [])),
  );
  return groups.flatMap((group) => {
    if (hasAll(group.title)) return [group];
    const events = group.events.filter((id) => found.has(id));
    return events.length === 0 ? [] : [{ ...group, events }];
  });
}
