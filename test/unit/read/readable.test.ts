import { expect, it } from 'vitest';
import type { ThemeEvents } from '../../../src/model/programme.ts';
import { requireFewEvents, requireReadable } from '../../../src/read/readable.ts';

const MEGABYTE = 1024 * 1024;

it('Files of exactly the maximum size can be written', () => {
  const lines = 'a\n'.repeat(400_000);
  requireReadable([
    ['a.yaml', 'a'.repeat(10 * MEGABYTE)],
    ['b.yaml', lines],
    ['c.yaml', lines],
  ]);
});

it.each([
  [
    'is too long in bytes',
    [['a.yaml', `${'é'.repeat(5 * MEGABYTE)}.`]],
    'a.yaml: the file is not written, because it would be larger than 10 MB',
  ],
  [
    'has too many values together with the others',
    [
      ['a.yaml', 'a\n'.repeat(600_000)],
      ['b.yaml', 'a\n'.repeat(600_000)],
    ],
    'b.yaml: this file and those read before it have more than 1,000,000 values in total',
  ],
] as const)('A changed text is rejected if it %s', (_, texts, message) => {
  expect(() => requireReadable(texts)).toThrow(message);
});

it('A change is rejected if it exceeds the maximum number of events', () => {
  const themes = (count: number): ThemeEvents[] => [
    {
      theme: { id: 't', title: 'T', columns: [], carry: false },
      events: Array(count).fill({ id: 'e', title: 'E' }),
    },
  ];
  requireFewEvents(themes(50_000), 'data/events');
  expect(() => requireFewEvents(themes(50_001), 'data/events')).toThrow(
    'data/events: the list has more than 50,000',
  );
});
