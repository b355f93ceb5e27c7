import { expect, it } from 'vitest';
import { headsOf } from '../../../src/document/run-heads.ts';
import { wordsOf } from '../../../src/document/texts.ts';

const titled = (title: string, short?: string) => ({
  title: [{ text: title }],
  ...(short === undefined ? {} : { short: [{ text: short }] }),
});

it('A run head names the first and the last of the sections on a page', () => {
  const heads = (...sections: Parameters<typeof headsOf>[0]) => wordsOf(headsOf(sections));
  expect(heads(titled('Concerts'))).toBe('Concerts');
  expect(heads(titled('Concerts'), titled('Theatre'), titled('Walks'))).toBe('Concerts – Walks');
  expect(heads(titled('Concerts'), titled('Guided walks and talks', 'Walks'))).toBe('Concerts – Walks');
  expect(heads()).toBe('');
});
