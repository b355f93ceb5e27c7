import { countsOf, groupBy } from '../model/index.ts';
import type { Change, UnratedChange } from './change.ts';
import type { Item } from './item.ts';

/** Finds the changes that replaced a value in all events that had it, if there were at least two such events. */
export function replacedInAll(
  drafts: readonly UnratedChange[],
  before: readonly Item[],
): ReadonlySet<UnratedChange> {
  const keyOf = (field: string | undefined, lang: string | undefined, words: string | undefined): string =>
    JSON.stringify([field, lang, words]);
  const fields = before.flatMap((item) => item.fields);
  const holders = countsOf(fields.map(({ field, lang, words }) => keyOf(field, lang, words)));
  const replaced = drafts.filter(
    ({ about, lang, words }) =>
      about === 'event' && lang !== undefined && words.old !== undefined && words.new !== undefined,
  );
  const groups = groupBy(replaced, ({ field, lang, words }) => keyOf(field, lang, words.old));
  return new Set(
    [...groups].flatMap(([key, group]) => {
      const isOne = group.every(({ words }) => words.new === group[0]?.words.new);
      return isOne && group.length > 1 && group.length === holders.get(key) ? group : [];
    }),
  );
}

/**
 * Groups changes that replace the same value with the same new value in all events, and that have the same severity and
 * approval, so that each group can be shown as a single change. Groups are in the order of their first changes.
 */
export function groupedReplacements(changes: readonly Change[]): Change[][] {
  const keyOf = ({
    everywhere: isEverywhere,
    field,
    lang,
    words,
    when,
    severity,
    approval,
    fingerprint,
  }: Change): string =>
    isEverywhere === true
      ? JSON.stringify([field, lang, words.old, words.new, when, severity, approval])
      : fingerprint;
  return [...groupBy(changes, keyOf).values()];
}
