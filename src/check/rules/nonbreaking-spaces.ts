import { LANGUAGES, NBSP } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule, spotsOf } from '../rule.ts';

export const nonbreakingSpaces: Rule = {
  id: 'nonbreaking-spaces',
  severity: 'note',
  title: 'ordinary space in place of a no-break space',
  why: 'A line break must not separate a dash, a number or an initial from its word.',
  good: `Год${NBSP}— дружба, №${NBSP}1`,
  bad: 'Год — дружба, № 1',
  limits: 'The rule has only the most common cases, and none for English.',
  run: inEachText(({ words, lang }) =>
    LANGUAGES[lang].typography.ties.flatMap(({ pattern, what, space }) =>
      spotsOf(words, pattern, ([printed]) => ({
        ...messageOf('space-ordinary', { what }),
        fix: { words: printed.replaceAll(' ', space), safe: true },
      })),
    ),
  ),
};
