import { type Comparison, countAtLeast, severityCounts } from '../compare/index.ts';

/** Version of the JSON form; docs/diff-json.md describes it. */
const DIFF_JSON_VERSION = 2;

/** The comparison for programs: documented in docs/diff-json.md. Ends with a line feed. */
export function changesAsJson(comparison: Comparison): string {
  const counts = severityCounts(comparison.changes);
  const unapproved = countAtLeast(comparison, 'typographic');
  const value = {
    version: DIFF_JSON_VERSION,
    ...comparison,
    counts: { ...counts, approved: comparison.changes.length - unapproved },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
