import { type Rule, spotted } from '../rule.ts';
import { unknownWords } from '../unknown-words.ts';

export const unknownName: Rule = {
  id: 'unknown-name',
  severity: 'note',
  title: 'name or abbreviation that nobody has vouched for',
  why: 'A misspelt name is the mistake that its bearer never forgives, and no dictionary finds it.',
  good: 'a play after Goncharov, once words.txt lists Goncharov',
  bad: 'a play after Gontcharov',
  limits:
    'It does not know which names are right: one look, then the name goes into words.txt or the reference.',
  needs: 'spelling',
  run: (context) =>
    unknownWords(context)
      .filter(({ kind }) => kind === 'name' || kind === 'title')
      .map(({ text, word, offset, kind }) =>
        spotted(text, {
          offset,
          length: word.length,
          message:
            kind === 'title'
              ? 'a title of unknown words: it is in another language, or of names'
              : `unknown ${/^[\p{Lu}\p{M}]+$/u.test(word) ? 'abbreviation' : 'name'} “${word}”`,
          hint:
            kind === 'title'
              ? 'nobody has proofed it: look at each word'
              : 'if it is right, add it to words.txt; else correct it',
        }),
      ),
};
