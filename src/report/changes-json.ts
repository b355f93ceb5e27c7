import { type Comparison, countAtLeast, type EditionInfo, severityCounts } from '../compare/index.ts';

/** Version of the JSON form; docs/diff-json.md describes it. */
const DIFF_JSON_VERSION = 2;

/** What is said of an edition; a spreadsheet is called by its file, and is no edition. */
function infoOf({ edition, isFile, ...info }: EditionInfo): object {
  return isFile ? { file: edition, ...info } : { edition, ...info };
}

/** The comparison for programs: documented in docs/diff-json.md. Ends with a line feed. */
export function changesAsJson(comparison: Comparison): string {
  const counts = severityCounts(comparison.changes);
  const unapproved = countAtLeast(comparison, 'typographic');
  const value = {
    version: DIFF_JSON_VERSION,
    ...comparison,
    old: infoOf(comparison.old),
    new: infoOf(comparison.new),
    counts: { ...counts, approved: comparison.changes.length - unapproved },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
