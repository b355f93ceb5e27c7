import type { Finding } from '../check/index.ts';
import { groupBy } from '../model/index.ts';

/**
 * Maximum number of findings per rule that are listed individually. If a rule has more findings, those with the same
 * message are combined.
 */
const ONE_BY_ONE = 10;
/** Maximum number of different messages to show per rule. */
export const MAX_MESSAGES = 10;
/** Number of positions to show for findings with the same message. */
export const PLACES_SHOWN = 3;

/**
 * Separates the findings of rules with few findings from those of rules with many. `single` contains the findings of
 * rules with few findings, in their original order; `floods` contains the others, grouped by rule.
 */
export function partedByRule(findings: readonly Finding[]) {
  const rules = [...groupBy(findings, ({ rule }) => rule).values()];
  const floods = rules.filter((found) => found.length > ONE_BY_ONE);
  const flooded = new Set(floods.map(([first]) => first?.rule));
  return { single: findings.filter(({ rule }) => !flooded.has(rule)), floods };
}

/**
 * Findings grouped by message, the most frequent message first: the first finding with the message, and the positions
 * of all findings.
 */
export function messageGroups(findings: readonly Finding[]) {
  return [...groupBy(findings, ({ rule, severity, message }) => `${rule} ${severity} ${message}`).values()]
    .map((same) => ({ finding: same[0], places: same.map(({ at }) => at) }))
    .sort((a, b) => b.places.length - a.places.length);
}
