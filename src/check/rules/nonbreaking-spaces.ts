import { LANGUAGES, NBSP } from '../../../languages/index.ts';
import { messageOf } from '../messages.ts';
import { inEachText, type Rule } from '../rule.ts';

export const nonbreakingSpaces: Rule = {
  id: 'nonbreaking-spaces',
  severity: 'note',
  title: 'ordinary space where the line must not break',
  why: 'A dash, a number or an initial must not be torn from its word at the end of a line.',
  good: `Год${NBSP}— дружба, №${NBSP}1`,
  bad: 'Год — дружба, № 1',
  limits: 'Only the commonest cases; English has none.',
  run: inEachText(({ words, lang }) =>
    LANGUAGES[lang].typography.ties.flatMap(({ pattern, what, space }) =>
      [...words.matchAll(pattern)].map(({ 0: printed, index }) => ({
        offset: index,
        length: printed.length,
        ...messageOf('space-ordinary', { what }),
        fix: { words: printed.replaceAll(' ', space), safe: true },
      })),
    ),
  ),
};
