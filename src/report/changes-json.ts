import { type ComparedSource, type Comparison, countAtLeast, severityCounts } from '../compare/index.ts';

/** Version of the JSON format, which docs/diff-json.md describes. */
const DIFF_JSON_VERSION = 2;

/** Data about a compared edition or spreadsheet: for a spreadsheet, the file name replaces the name of the edition. */
function infoOf({ edition, isFile, ...info }: ComparedSource): object {
  return isFile ? { file: edition, ...info } : { edition, ...info };
}

/** The comparison as a value that programs can read; see docs/diff-json.md. */
export function changesForJson(comparison: Comparison): object {
  const counts = severityCounts(comparison.changes);
  const unapproved = countAtLeast(comparison, 'typographic');
  return {
    version: DIFF_JSON_VERSION,
    ...comparison,
    old: infoOf(comparison.old),
    new: infoOf(comparison.new),
    counts: { ...counts, approved: comparison.changes.length - unapproved },
  };
}

/** The comparison as JSON text, which ends with a line feed. */
export const changesAsJson = (comparison: Comparison): string =>
  `${JSON.stringify(changesForJson(comparison), null, 2)}\n`;
