import type { ReadableComparison } from '../compare/index.ts';
import { CHANGE_SEVERITIES } from '../model/index.ts';
import { counted } from '../text/index.ts';

/** "23 changes (major: 4, minor: 12, typographic: 7, approved: 2)" */
export function summaryLine({ counts, approved, lang, say }: ReadableComparison): string {
  const all = CHANGE_SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
  const bySeverity = CHANGE_SEVERITIES.map(
    (severity) => `${say.severities[severity]}${say.colon}${counts[severity]}`,
  );
  const ofThem = approved === 0 ? '' : `, ${say.approved}${say.colon}${approved}`;
  return `${counted(say.changes, all, lang)} (${bySeverity.join(', ')}${ofThem})`;
}
