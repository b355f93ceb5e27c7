import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

export const toBeDetermined = textRule({ id: 'to-be-determined', severity: 'note' }, ({ words, lang }) =>
  spotsOf(words, LANGUAGES[lang].rules.open, ([printed]) => messageOf('still-open', { printed })),
);
