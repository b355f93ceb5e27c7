import { CHANGE_SEVERITIES, type ChangeSeverity, isAtLeast } from '../model/index.ts';
import type { Change, Comparison, PrintedPlace } from './change.ts';

/** The ids of the events that an extract contains, in each of the two editions. */
export interface ExtractEvents {
  old: ReadonlySet<string>;
  new: ReadonlySet<string>;
}

/**
 * Restricts a comparison to an extract. The result contains the changes to events that belong to the extract in either
 * edition, and the changes to themes, sides and the programme, which concern all readers.
 */
export function restrictTo(comparison: Comparison, events: ExtractEvents): Comparison {
  const belongs = (place: PrintedPlace | undefined, ids: ReadonlySet<string>): boolean =>
    place !== undefined && ids.has(place.id);
  const changes = comparison.changes.filter(
    ({ about, place }) =>
      about !== 'event' || belongs(place.old, events.old) || belongs(place.new, events.new),
  );
  const untracked = comparison.untracked.filter(
    ({ about, id = '' }) => about !== 'event' || events.old.has(id) || events.new.has(id),
  );
  return { ...comparison, changes, untracked };
}

/** Counts the unapproved changes that have at least the given severity. */
export function countAtLeast(comparison: Pick<Comparison, 'changes'>, severity: ChangeSeverity): number {
  return openChanges(comparison, severity).length;
}

/** The unapproved changes that have at least the given severity. */
export function openChanges(
  { changes }: Pick<Comparison, 'changes'>,
  severity: ChangeSeverity,
): readonly Change[] {
  return changes.filter(
    (change) => change.approval === undefined && isAtLeast(change.severity, severity, CHANGE_SEVERITIES),
  );
}

/** Counts the changes of each severity. */
export function severityCounts(changes: readonly Change[]): Record<ChangeSeverity, number> {
  const count = (severity: ChangeSeverity): number =>
    changes.filter((change) => change.severity === severity).length;
  return { major: count('major'), minor: count('minor'), typographic: count('typographic') };
}

/** The number of changes of all severities. */
export function totalOf({ major, minor, typographic }: Readonly<Record<ChangeSeverity, number>>): number {
  return major + minor + typographic;
}
