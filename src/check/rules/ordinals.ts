import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

export const ordinals = textRule(
  { id: 'ordinals', severity: 'warning', ownsWords: true, readsLanguage: true },
  ({ words, lang }) => {
    const { pattern, right } = LANGUAGES[lang].rules.ordinals;
    return spotsOf(words, pattern, ({ 0: printed, groups }) => {
      const { number = '', ending = '' } = groups ?? {};
      const expected = `${number}${right(number, ending)}`;
      return expected === printed
        ? undefined
        : { ...messageOf('ordinal-form', { printed, expected }), fix: { words: expected, safe: true } };
    });
  },
);
