/**
 * The proofing rules, one per file. Each rule finds faults in the texts of a programme and reports them with messages
 * and fixes.
 */
import { ruleTexts } from '../../../languages/index.ts';
import type { Rule } from '../rule.ts';
import * as all from './all.ts';

export { otherLanguage } from './other-language.ts';
export { languageInstead, programmeLanguage } from './programme-language.ts';
export { staleAcceptance } from './stale-acceptance.ts';

const order = Object.keys(ruleTexts);

/** All rules, in the order of `ruleTexts`: dates, places, events, words, typography, languages, output. */
export const RULES: readonly Rule[] = Object.values(all).sort(
  (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
);
