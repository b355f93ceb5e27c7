import { messageOf } from '../messages.ts';
import { inEveryText, type Rule } from '../rule.ts';

export const cellOverflow: Rule = {
  id: 'cell-overflow',
  severity: 'warning',
  needs: 'wordsTooWide',
  run: inEveryText(({ words, column, theme, lang }, { wordsTooWide }) => {
    if (column === undefined || theme === undefined) return [];
    return (wordsTooWide?.(words, column, theme, lang) ?? []).map((word) => ({
      offset: Math.max(0, words.indexOf(word)),
      length: word.length,
      ...messageOf('word-wider-than-cell', { word }),
    }));
  }),
};
