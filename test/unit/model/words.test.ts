import { expect, it } from 'vitest';
import { WordsSchema } from '../../../src/model/text.ts';

it.each([' ', '\u00a0', '\n', ' \t\n'])(
  'takes %j for no words: it would be printed as an empty cell',
  (text) => {
    expect(WordsSchema.safeParse(text).error?.issues.map((issue) => issue.message)).toContain(
      'expected words, found only spaces',
    );
  },
);

it.each([
  ['Île-de-France', 'Île-de-France'],
  ['российский', 'российский'],
])('composes %j, as it comes from a Mac: fonts have its letters as one glyph', (given, composed) => {
  expect(WordsSchema.parse(given.normalize('NFD'))).toBe(composed);
});
