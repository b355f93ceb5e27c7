import type { Message } from '../../messages.ts';
import { messageOf } from '../messages.ts';
import { type Rule, spotted } from '../rule.ts';
import { unknownWords } from '../unknown-words.ts';

export const unknownName: Rule = {
  id: 'unknown-name',
  severity: 'note',
  title: 'name or abbreviation that nobody has confirmed',
  why: 'Misspelt names are embarrassing, and dictionaries do not contain them.',
  good: 'a play after Goncharov, once words.txt lists Goncharov',
  bad: 'a play after Gontcharov',
  limits:
    'The rule does not know which names are right: check each once, and add it to words.txt or the reference.',
  needs: 'spelling',
  readsLanguage: true,
  run: (context) =>
    unknownWords(context)
      .filter(({ kind }) => kind === 'name' || kind === 'title')
      .map(({ text, word, offset, kind }) =>
        spotted(text, {
          offset,
          length: word.length,
          ...saidOf(kind, word),
        }),
      ),
};

function saidOf(kind: string, word: string): Message {
  if (kind === 'title') return messageOf('title-unknown');
  return messageOf(/^[\p{Lu}\p{M}]+$/u.test(word) ? 'abbreviation-unknown' : 'name-unknown', { word });
}
