import type { Rule } from '../rule.ts';

/** Comparing acceptances with findings requires all findings, so `checkProgramme` reports these itself. */
export const staleAcceptance: Rule = {
  id: 'stale-acceptance',
  severity: 'warning',
  run: () => [],
};
