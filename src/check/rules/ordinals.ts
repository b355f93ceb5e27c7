import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { spotsOf, textRule } from '../rule.ts';

export const ordinals = textRule(
  { id: 'ordinals', severity: 'warning', ownsWords: true, readsLanguage: true },
  ({ words, lang }) => {
    const { pattern, right, informal } = LANGUAGES[lang].rules.ordinals;
    return spotsOf(words, pattern, ({ 0: printed, groups }) => {
      const { number = '', ending = '' } = groups ?? {};
      const expected = `${number}${right(number, ending)}`;
      if (expected === printed) return undefined;
      const fix = { words: expected, safe: true };
      const note = informal?.test(printed) ? { severity: 'note' as const } : {};
      return { ...messageOf('ordinal-form', { printed, expected }), fix, ...note };
    });
  },
);
