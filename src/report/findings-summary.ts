import type { Finding } from '../check/index.ts';
import { placeLine } from '../errors.ts';

/** Findings of one rule that are shown one by one; of more, those that say the same are shown once. */
const ONE_BY_ONE = 10;
/** Things that a rule says of which each is shown. */
export const MOST_SAID = 10;
/** Places that are shown of findings that say the same. */
export const PLACES_SHOWN = 3;

/** The findings of rules that find little, in their order, and those of each rule that finds much. */
export function partedByRule(findings: readonly Finding[]): {
  single: readonly Finding[];
  floods: readonly (readonly Finding[])[];
} {
  const rules = [...groupedBy(findings, ({ rule }) => rule).values()];
  const floods = rules.filter((found) => found.length > ONE_BY_ONE);
  const flooded = new Set(floods.map(([first]) => first?.rule));
  return { single: findings.filter(({ rule }) => !flooded.has(rule)), floods };
}

/** What is said once or more often: the first finding that says it, and the places of all. */
export interface Said {
  finding: Finding;
  /** Each place in words. */
  places: readonly string[];
}

/** What findings say, what is said most often first. */
export function saidOf(findings: readonly Finding[]): Said[] {
  return [...groupedBy(findings, ({ rule, severity, message }) => `${rule} ${severity} ${message}`).values()]
    .flatMap((same) => {
      const [finding] = same;
      return finding === undefined ? [] : [{ finding, places: same.map(({ at }) => placeLine(at)) }];
    })
    .sort((a, b) => b.places.length - a.places.length);
}

function groupedBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
