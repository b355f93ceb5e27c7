import type { Message } from '../../messages.ts';
import { bracketsIn } from '../brackets.ts';
import { messageOf } from '../messages.ts';
import { type MatchedText, textRule } from '../rule.ts';

export const brackets = textRule({ id: 'brackets', severity: 'warning' }, ({ words }) => {
  const { doubled, empty, unopened } = bracketsIn(words);
  return [
    ...doubled.map((offset) => spot(words, offset, 2, messageOf('bracket-doubled'))),
    ...empty.map((offset) =>
      spot(words, offset, words.slice(offset).search(/[)\]]/) + 1, messageOf('bracket-empty')),
    ),
    ...unopened.map((offset) => spot(words, offset, 1, messageOf('bracket-unopened'))),
  ];
});

function spot(words: string, offset: number, length: number, message: Message): MatchedText {
  return { offset, length: Math.min(length, words.length - offset), ...message };
}
