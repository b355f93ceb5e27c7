import type { Reference } from '../model/index.ts';
import type { Comparison, Difference, Draft } from './change.ts';
import { versions } from './differences.ts';

/** Names of the regions in the changes, from the first reference that contains them. */
export function regionNames(
  drafts: readonly Draft[],
  references: readonly Reference[],
): Comparison['regions'] {
  const codes = new Set(
    drafts.flatMap(({ place, field, words, fields }) => [
      ...(place.old?.regions ?? []),
      ...(place.new?.regions ?? []),
      ...[{ field: field ?? '', words: `${words.old}, ${words.new}` }, ...(fields ?? [])]
        .filter((item) => item.field.startsWith('regions.'))
        .flatMap((item) => item.words.split(', ')),
    ]),
  );
  const known = new Map(
    references.flatMap(({ regions }) => regions.map((region) => [region.code, region.names])),
  );
  return Object.fromEntries(
    [...codes].sort().flatMap((code) => {
      const names = known.get(code);
      return names === undefined ? [] : [[code, names]];
    }),
  );
}

/**
 * Regions and places that differ or are in only one edition. Tables do not print them, but indexes and filters use
 * them.
 */
export function referenceDifferences(before: Reference, after: Reference): Difference[] {
  return [
    ...entryDifferences('region', before.regions, after.regions, (region) => region.code),
    ...entryDifferences('place', before.places, after.places, ({ name, region }) =>
      [typeof name === 'string' ? name : Object.values(name).join(' / '), region].join(', '),
    ),
  ];
}

function entryDifferences<T>(
  about: 'region' | 'place',
  before: readonly T[],
  after: readonly T[],
  idOf: (entry: T) => string,
): Difference[] {
  const oldEntries = new Map(before.map((entry) => [idOf(entry), JSON.stringify(entry)]));
  const newEntries = new Map(after.map((entry) => [idOf(entry), JSON.stringify(entry)]));
  return [...new Set([...oldEntries.keys(), ...newEntries.keys()])].flatMap((id) => {
    const words = versions(oldEntries.get(id), newEntries.get(id));
    return words.old === words.new ? [] : [{ about, id, field: 'entry', words }];
  });
}
