import { byLanguage } from '../../text/by-language.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';

/** A word that another word must follow, or a mark that something must, at the end. */
const openEnd = byLanguage(
  ({ rules }) => new RegExp(`(?:(?:^|[\\s'’])(?:${rules.leading})|[,:;(/–—]|[ ]-|\\p{L}-)$`, 'iu'),
);

export const cutOff: Rule = {
  id: 'cut-off',
  severity: 'error',
  title: 'text that stops in the middle',
  why: 'Words were lost, at a page break or in copying, and the reader sees it at once.',
  good: 'Anniversary of the twinning of the cities of Pskov and Arles',
  bad: 'Anniversary of the twinning of the cities Pskov and',
  limits: 'It knows a cut by the last word or mark; a text cut after a noun looks whole.',
  run: inEachText(({ words, lang, event }): Spot[] => {
    if (event === undefined) return [];
    const end = words.trimEnd();
    const found = openEnd(lang).exec(end);
    if (found !== null) {
      const last = found[0].trimStart();
      return [
        { offset: end.length - last.length, length: last.length, message: `the text stops at “${last}”` },
      ];
    }
    const bracket = openBracket(end);
    return bracket === -1 ? [] : [{ offset: bracket, length: 1, message: 'the bracket is never closed' }];
  }),
};

/** Where the last bracket stands that nothing closes, else -1. */
function openBracket(words: string): number {
  const open: number[] = [];
  for (const { 0: bracket, index } of words.matchAll(/[()]/g)) {
    if (bracket === '(') open.push(index);
    else open.pop();
  }
  return open.at(-1) ?? -1;
}
