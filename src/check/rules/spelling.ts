import type { Message } from '../../messages.ts';
import { messageOf } from '../messages.ts';
import { type Rule, spotted } from '../rule.ts';
import { unknownWords } from '../unknown-words.ts';

export const spelling: Rule = {
  id: 'spelling',
  severity: 'warning',
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
