import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';

export const ordinals: Rule = {
  id: 'ordinals',
  severity: 'warning',
  title: 'ordinal number with a space or a wrong ending',
  why: 'A space inside comes from copying a PDF; a wrong ending is a grammar mistake.',
  good: 'the 45th anniversary',
  bad: 'the 45 th anniversary',
  limits: 'Russian endings are joined to the number, but not checked.',
  ownsWords: true,
  readsLanguage: true,
  run: inEachText(({ words, lang }) => {
    const { pattern, right } = LANGUAGES[lang].rules.ordinals;
    return [...words.matchAll(pattern)].flatMap(({ 0: printed, index, groups }): Spot[] => {
      const { number = '', ending = '' } = groups ?? {};
      const expected = `${number}${right(number, ending)}`;
      if (expected === printed) return [];
      return [
        {
          offset: index,
          length: printed.length,
          ...messageOf('ordinal-form', { printed, expected }),
          fix: { words: expected, safe: true },
        },
      ];
    });
  }),
};
