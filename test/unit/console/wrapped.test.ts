import { expect, test } from 'vitest';
import { wrapped } from '../../../src/console/review.ts';

test('Lines are wrapped between words, and further lines have a hanging indent', () => {
  expect(wrapped('  Konzert der beiden Orchester im Freien', 16)).toBe(
    '  Konzert der\n  beiden\n  Orchester im\n  Freien',
  );
  expect(wrapped('short\n\nа также длинная строка', 13)).toBe('short\n\nа также\nдлинная\nстрока');
});

test('A word that is longer than the line is not split, and colour codes do not count as characters of the line', () => {
  expect(wrapped('Rindfleischetikettierungsgesetz gilt', 10)).toBe('Rindfleischetikettierungsgesetz\ngilt');
  expect(wrapped('\u001b[31m[-six-]\u001b[0m words', 13)).toBe('\u001b[31m[-six-]\u001b[0m words');
});
