import type { Message } from '../../messages.ts';
import { messageOf } from '../messages.ts';
import { type Rule, spotted } from '../rule.ts';
import { unknownWords } from '../unknown-words.ts';

export const spelling: Rule = {
  id: 'spelling',
  severity: 'warning',
  title: 'word that no dictionary knows, or that the project does not want',
  why: 'A misspelt word is the mistake that every reader sees.',
  good: 'Participation in French Tech',
  bad: 'Participatoin in French Tech',
  limits:
    'A wrong word that is a right one elsewhere (troops for troupes) is seen only when the word list names it; a word of another language of the programme counts as right, and words that are neither in Latin nor in Cyrillic letters are passed over.',
  needs: 'spelling',
  run: (context) =>
    unknownWords(context)
      .filter(({ kind }) => kind === 'word' || kind === 'unwanted')
      .map(({ text, word, offset, kind, better }) =>
        spotted(text, {
          offset,
          length: word.length,
          ...saidOf(word, kind === 'unwanted', better),
          ...(better !== undefined && { fix: { words: better, safe: false } }),
        }),
      ),
};

function saidOf(word: string, unwanted: boolean, better: string | undefined): Message {
  if (better === undefined) return messageOf('word-unknown', { word });
  return messageOf(unwanted ? 'word-unwanted' : 'word-misspelt', { word, better });
}
