import { describe, expect, test } from 'vitest';
import { goThrough, type Terminal } from '../../../src/commands/review-session.ts';

/** A terminal on which these keys are pressed and these lines written. */
function pressing(keys: string, lines: readonly string[] = []): Terminal & { shown: string[] } {
  const [waiting, said, shown] = [[...keys], [...lines], [] as string[]];
  return {
    shown,
    key: async () => waiting.shift(),
    line: async () => said.shift(),
    show: (text) => shown.push(text),
  };
}

const CHANGES = ['one', 'two', 'three'].map((id) => ({ id, text: `text of ${id}`, words: id }));

describe('going through changes by keys', () => {
  test('accepts, refuses, skips, and stops behind the last', async () => {
    const terminal = pressing('ars');
    expect(await goThrough(CHANGES, terminal)).toEqual(
      new Map([
        ['one', { verdict: 'accepted' }],
        ['two', { verdict: 'refused' }],
      ]),
    );
    expect(terminal.shown.map((text) => text.split('\n')[2])).toEqual([
      'text of one',
      'text of two',
      'text of three',
    ]);
  });

  test('undo takes the last key back, back shows the one before, and skip forgets its answer', async () => {
    const answers = async (keys: string) =>
      [...(await goThrough(CHANGES, pressing(keys)))].map(([id, { verdict }]) => `${id} ${verdict}`);
    expect(await answers('aurq')).toEqual(['one refused']);
    expect(await answers('aabrq')).toEqual(['one accepted', 'two refused']);
    expect(await answers('abs\u0003')).toEqual([]);
    expect(await answers('bux?A')).toEqual(['one accepted']);
  });

  test('edit takes other words; given up, it changes nothing', async () => {
    expect(await goThrough(CHANGES, pressing('eeq', ['uno', ' ']))).toEqual(
      new Map([['one', { verdict: 'accepted', words: 'uno' }]]),
    );
  });

  test('keys that are not offered do nothing', async () => {
    expect(await goThrough(CHANGES, pressing('rraq'), ['accept', 'quit'])).toEqual(
      new Map([['one', { verdict: 'accepted' }]]),
    );
  });
});
