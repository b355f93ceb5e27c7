import type { Finding } from '../check/index.ts';
import { placeLine } from '../errors.ts';
import { groupBy } from '../model/index.ts';

/**
 * Maximum number of findings of one rule that are listed one by one. If there are more, findings with the same message
 * are merged.
 */
const ONE_BY_ONE = 10;
/** Maximum number of different messages of a rule that are shown. */
export const MAX_MESSAGES = 10;
/** Number of positions that are shown for findings with the same message. */
export const PLACES_SHOWN = 3;

/** Separates the findings of rules with few findings, in their order, from those of each rule with many. */
export function partedByRule(findings: readonly Finding[]): {
  single: readonly Finding[];
  floods: readonly (readonly Finding[])[];
} {
  const rules = [...groupBy(findings, ({ rule }) => rule).values()];
  const floods = rules.filter((found) => found.length > ONE_BY_ONE);
  const flooded = new Set(floods.map(([first]) => first?.rule));
  return { single: findings.filter(({ rule }) => !flooded.has(rule)), floods };
}

/** A message of one or more findings: the first of these findings, and the positions of all. */
export interface MessageGroup {
  finding: Finding;
  /** Each position as text. */
  places: readonly string[];
}

/** Findings grouped by message, the most frequent first. */
export function messageGroups(findings: readonly Finding[]): MessageGroup[] {
  return [...groupBy(findings, ({ rule, severity, message }) => `${rule} ${severity} ${message}`).values()]
    .map((same) => ({ finding: same[0], places: same.map(({ at }) => placeLine(at)) }))
    .sort((a, b) => b.places.length - a.places.length);
}
