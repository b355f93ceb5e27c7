import { type ReadableComparison, totalOf } from '../compare/index.ts';
import { CHANGE_SEVERITIES } from '../model/index.ts';
import { counted } from '../text/index.ts';

/** The numbers of changes, such as "23 changes (4 major, 12 minor, 7 typographic, 2 approved)". */
export function summaryLine({ counts, approved, lang, say }: ReadableComparison): string {
  const parts = CHANGE_SEVERITIES.map((severity) => counted(say.counts[severity], counts[severity], lang));
  if (approved > 0) parts.push(counted(say.counts.approved, approved, lang));
  return `${counted(say.changes, totalOf(counts), lang)} (${parts.join(', ')})`;
}
