import type { Rule } from '../rule.ts';

/** Comparing acceptances with findings requires all findings, so `checkProgramme` reports these itself. */
export const staleAcceptance: Rule = {
  id: 'stale-acceptance',
  severity: 'warning',
  title: 'acceptance of something that is no longer there',
  why: 'What it excused is gone; left standing, it would hide the next mistake of the same kind.',
  good: 'accept: a rule and a field that still have a finding',
  bad: 'accept: a rule whose finding was corrected long ago',
  limits: 'An acceptance of a rule that did not run this time is left alone.',
  run: () => [],
};
