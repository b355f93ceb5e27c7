import { expect, it } from 'vitest';
import { WordsSchema } from '../../../src/model/text.ts';

it.each([' ', '\u00a0', '\n', ' \t\n'])(
  '%j does not count as text because it would be printed as an empty cell',
  (text) => {
    expect(WordsSchema.safeParse(text).error?.issues.map((issue) => issue.message)).toContain(
      'words-of-spaces',
    );
  },
);

it.each([
  ['Île-de-France', 'Île-de-France'],
  ['российский', 'российский'],
])('%j is normalised to composed characters', (given, composed) => {
  expect(WordsSchema.parse(given.normalize('NFD'))).toBe(composed);
});
