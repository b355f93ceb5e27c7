import type { Rule } from '../rule.ts';

/**
 * `checkProgramme` reports stale acceptances itself, because acceptances can be compared with findings only when all
 * rules have run.
 */
export const staleAcceptance: Rule = {
  id: 'stale-acceptance',
  severity: 'warning',
  run: () => [],
};
