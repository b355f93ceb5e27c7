import { LANGUAGES } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule, spotsOf } from '../rule.ts';

export const nonbreakingSpaces: Rule = {
  id: 'nonbreaking-spaces',
  severity: 'note',
  run: inEachText(({ words, lang }) =>
    LANGUAGES[lang].typography.ties.flatMap(({ pattern, what, space }) =>
      spotsOf(words, pattern, ([printed]) => ({
        ...messageOf('space-ordinary', { what }),
        fix: { words: printed.replaceAll(' ', space), safe: true },
      })),
    ),
  ),
};
