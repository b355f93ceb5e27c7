import type { Rule } from '../rule.ts';

/**
 * `checkProgramme` reports stale acceptances itself, because comparing acceptances with findings requires the findings
 * of all rules.
 */
export const staleAcceptance: Rule = {
  id: 'stale-acceptance',
  severity: 'warning',
  run: () => [],
};
