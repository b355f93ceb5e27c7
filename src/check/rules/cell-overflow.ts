import { messageOf } from '../messages.ts';
import { inEveryText, type Rule } from '../rule.ts';

export const cellOverflow: Rule = {
  id: 'cell-overflow',
  severity: 'warning',
  title: 'word that is wider than its cell',
  why: 'The word would be broken at a place without a hyphen.',
  good: 'a long name with hyphens or spaces',
  bad: 'a web address in a narrow column',
  limits: 'The rule measures the PDF only; Word breaks lines itself.',
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
