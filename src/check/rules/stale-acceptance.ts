import type { Rule } from '../rule.ts';

/** Comparing acceptances with findings requires all findings, so `checkProgramme` reports these itself. */
export const staleAcceptance: Rule = {
  id: 'stale-acceptance',
  severity: 'warning',
  title: 'acceptance without a finding',
  why: 'The accepted mistake no longer exists, and the acceptance would hide the next one.',
  good: 'accept: a rule and a field that still have a finding',
  bad: 'accept: a rule whose finding was corrected long ago',
  limits: 'Acceptances of rules that did not run are not checked.',
  run: () => [],
};
