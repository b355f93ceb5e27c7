import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule, spotsOf } from '../rule.ts';

export const toBeDetermined: Rule = {
  id: 'to-be-determined',
  severity: 'note',
  run: inEachText(({ words, lang }) =>
    spotsOf(words, LANGUAGES[lang].rules.open, ([printed]) => messageOf('still-open', { printed })),
  ),
};
