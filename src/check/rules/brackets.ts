import { bracketsIn } from '../brackets.ts';
import { inEachText, type Rule, type Spot } from '../rule.ts';

export const brackets: Rule = {
  id: 'brackets',
  severity: 'warning',
  title: 'bracket doubled, empty or never opened',
  why: 'It is the trace of words that were moved or struck out, and readers look for what is missing.',
  good: 'A concert (in the town hall)',
  bad: 'A concert ((in the town hall)) · A concert in the town hall)',
  limits:
    'A bracket that is opened and never closed is the business of cut-off. Items such as a) and faces such as :-) are left alone.',
  run: inEachText(({ words }): Spot[] => {
    const { doubled, empty, unopened } = bracketsIn(words);
    return [
      ...doubled.map((offset) => spot(words, offset, 2, 'the bracket is printed twice: one is enough')),
      ...empty.map((offset) =>
        spot(words, offset, words.slice(offset).search(/[)\]]/) + 1, 'there is nothing between the brackets'),
      ),
      ...unopened.map((offset) => spot(words, offset, 1, 'the bracket is closed but never opened')),
    ];
  }),
};

function spot(words: string, offset: number, length: number, message: string): Spot {
  return { offset, length: Math.min(length, words.length - offset), message };
}
