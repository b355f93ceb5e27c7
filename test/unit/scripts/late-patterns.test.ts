import { describe, expect, it } from 'vitest';
import { latePatterns } from '../../../scripts/late-patterns.mjs';

describe('Regular expressions of a source file', () => {
  it.each([
    [
      'a literal with a Unicode property',
      "const UPPER =\n  /^[\\p{Lu}/]/u;\nexport const isUpper = (text) => UPPER.test(text);\nexport const UPPERS = 'kept';",
      "let UPPER__made; const UPPER__ = () => (UPPER__made ??= /^[\\p{Lu}/]/u);\nexport const isUpper = (text) => UPPER__().test(text);\nexport const UPPERS = 'kept';",
    ],
    [
      'an expression made of others',
      "const WORD = /\\p{L}+/u;\nconst PAIR = new RegExp(\n  [WORD.source, 'x'].join(' '),\n  'u',\n);\nuse(PAIR);",
      "let WORD__made; const WORD__ = () => (WORD__made ??= /\\p{L}+/u);\nlet PAIR__made; const PAIR__ = () => (PAIR__made ??= new RegExp(\n  [WORD__().source, 'x'].join(' '),\n  'u',\n));\nuse(PAIR__());",
    ],
  ])('Created on first use: %s', (_, source, late) => {
    expect(latePatterns(source)).toBe(late);
  });

  it.each(['const DIGIT = /\\d/;\nuse(DIGIT);', 'export const LETTER = /\\p{L}/u;\nuse(LETTER);'])(
    'Unchanged, because it is cheap or used by other files: %s',
    (source) => {
      expect(latePatterns(source)).toBe(source);
    },
  );
});
