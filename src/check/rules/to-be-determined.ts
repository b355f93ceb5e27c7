import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule, spotsOf } from '../rule.ts';

export const toBeDetermined: Rule = {
  id: 'to-be-determined',
  severity: 'note',
  title: 'information that is still open',
  why: 'Once printed, it cannot be completed.',
  good: 'Six concerts at the Tsaritsyno Palace',
  bad: 'Concerts at the Tsaritsyno Palace (number to be determined)',
  limits: 'The rule knows the usual phrases of each language.',
  run: inEachText(({ words, lang }) =>
    spotsOf(words, LANGUAGES[lang].rules.open, ([printed]) => messageOf('still-open', { printed })),
  ),
};
