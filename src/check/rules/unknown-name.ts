import type { Message } from '../../messages.ts';
import { messageOf } from '../messages.ts';
import { type Rule, spotted } from '../rule.ts';
import { unknownWords } from '../unknown-words.ts';

export const unknownName: Rule = {
  id: 'unknown-name',
  severity: 'note',
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
