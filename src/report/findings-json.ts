import type { Finding } from '../check/index.ts';
import { placeLine } from '../errors.ts';
import type { Remainder } from '../proposal/index.ts';
import { countsOf, type FindingsReport } from './findings-report.ts';
import { messageGroups, PLACES_SHOWN } from './findings-summary.ts';

/**
 * Version of the JSON format. The number is increased if programs that can read the previous version would misread the
 * new one.
 */
const FINDINGS_JSON_VERSION = 1;

/**
 * The findings as JSON (see docs/findings-json.md).
 *
 * @param comments comments that other people added to the texts; the JSON omits them if there are none
 */
export function findingsJson(
  { edition, findings, completeness, notChecked, checkedWith }: FindingsReport,
  comments: readonly Remainder[] = [],
): string {
  const report = {
    version: FINDINGS_JSON_VERSION,
    edition,
    counts: countsOf(findings),
    summary: messageGroups(findings).map(
      ({ finding: { rule, severity, code, parameters, message, hint }, places }) => ({
        rule,
        severity,
        code,
        parameters,
        message,
        hint,
        count: places.length,
        places: places.slice(0, PLACES_SHOWN).map(placeLine),
      }),
    ),
    findings: findings.map(flat),
    completeness,
    notChecked,
    checkedWith: checkedWith?.map(({ message }) => message),
    comments: comments.length === 0 ? undefined : comments,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

const KEYS =
  'rule severity code parameters message hint event field file line column words offset length before after fix'.split(
    ' ',
  );

/**
 * A finding as a flat object, in which the parts of the position are on the same level as the message, with the keys in
 * a fixed order.
 */
function flat({ at, ...finding }: Finding): object {
  const all: Readonly<Record<string, unknown>> = { ...finding, ...at };
  return Object.fromEntries(KEYS.map((key) => [key, all[key]]));
}
