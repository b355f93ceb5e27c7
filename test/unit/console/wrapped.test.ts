import { expect, test } from 'vitest';
import { wrapped } from '../../../src/console/wrapped.ts';

test('lines break between words, and go on below their indent', () => {
  expect(wrapped('  Konzert der beiden Orchester im Freien', 16)).toBe(
    '  Konzert der\n  beiden\n  Orchester im\n  Freien',
  );
  expect(wrapped('short\n\nа также длинная строка', 13)).toBe('short\n\nа также\nдлинная\nстрока');
});

test('a word that is longer than the line stays whole, and colours take no room', () => {
  expect(wrapped('Rindfleischetikettierungsgesetz gilt', 10)).toBe('Rindfleischetikettierungsgesetz\ngilt');
  expect(wrapped('\u001b[31m[-six-]\u001b[0m words', 13)).toBe('\u001b[31m[-six-]\u001b[0m words');
});
