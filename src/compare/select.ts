import { CHANGE_SEVERITIES, type ChangeSeverity } from '../model/change-kinds.ts';
import { isAtLeast } from '../model/severity.ts';
import type { Change, Comparison, PrintedPlace } from './change.ts';

/**
 * The comparison for readers of one region: changes of events that concern it in either edition, alone or with the whole side, and
 * those of themes, sides and the programme, which concern everybody.
 *
 * @param region ISO 3166-2 code
 */
export function restrictTo(comparison: Comparison, region: string): Comparison {
  const concerns = (place: PrintedPlace | undefined): boolean =>
    (place?.regions ?? []).some((code) => code === region || region.startsWith(`${code}-`));
  const changes = comparison.changes.filter(
    ({ about, place }) => about !== 'event' || concerns(place.old) || concerns(place.new),
  );
  return { ...comparison, changes };
}

/** How many changes are at least that severe and not approved. */
export function countAtLeast(comparison: Pick<Comparison, 'changes'>, severity: ChangeSeverity): number {
  return comparison.changes.filter(
    (change) => change.approval === undefined && isAtLeast(change.severity, severity, CHANGE_SEVERITIES),
  ).length;
}

/** How many changes there are of each severity. */
export function severityCounts(changes: readonly Change[]): Record<ChangeSeverity, number> {
  const count = (severity: ChangeSeverity): number =>
    changes.filter((change) => change.severity === severity).length;
  return { major: count('major'), minor: count('minor'), typographic: count('typographic') };
}
