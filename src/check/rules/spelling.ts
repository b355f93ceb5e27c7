import type { Message } from '../../messages.ts';
import { messageOf } from '../messages.ts';
import { type Rule, spotted } from '../rule.ts';
import { unknownWords } from '../unknown-words.ts';

export const spelling: Rule = {
  id: 'spelling',
  severity: 'warning',
  title: 'word that is in no dictionary, or unwanted in the project',
  why: 'Every reader notices a misspelt word.',
  good: 'Participation in French Tech',
  bad: 'Participatoin in French Tech',
  limits:
    'A wrong word that exists (troops for troupes) is reported only if the word list names it. Words of another language of the programme are accepted. Words that are neither in Latin nor in Cyrillic letters are not checked.',
  needs: 'spelling',
  readsLanguage: true,
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
