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
