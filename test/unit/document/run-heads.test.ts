import { expect, it } from 'vitest';
import { headsOf } from '../../../src/document/run-heads.ts';
import { wordsOf } from '../../../src/document/texts.ts';

const titled = (title: string, short?: string) => ({
  title: [{ text: title }],
  ...(short === undefined ? {} : { short: [{ text: short }] }),
});

it('A running head names the first and the last section of a page, or only the first if they do not both fit', () => {
  const heads = (...sections: Parameters<typeof headsOf>[0]) =>
    wordsOf(headsOf(sections, (words) => words.length <= 33));
  expect(heads(titled('Concerts'))).toBe('Concerts');
  expect(heads(titled('Concerts'), titled('Theatre'), titled('Walks'))).toBe('Concerts – Walks');
  expect(heads(titled('Concerts'), titled('Guided walks and talks', 'Walks'))).toBe('Concerts – Walks');
  expect(heads(titled('Events by theme:'), titled('Theme: sport'))).toBe('Events by theme – Theme: sport');
  expect(heads(titled('Programme\u00a0:'), titled('Bals'))).toBe('Programme – Bals');
  expect(heads(titled('Preface'), titled('Events by theme:'))).toBe('Preface – Events by theme');
  expect(heads(titled('Preface to the programme'), titled('Events by theme:'))).toBe(
    'Preface to the programme',
  );
  expect(heads(titled('Events by theme:'))).toBe('Events by theme:');
  expect(heads()).toBe('');
});
