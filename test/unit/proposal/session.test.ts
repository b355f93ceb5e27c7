import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { goThrough, keptAnswers, type Terminal } from '../../../src/commands/review-session.ts';
import { scratchFolder } from '../../support/dataset-folder.ts';

/** A terminal that receives these keys and these lines. */
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

describe('Interactive review', () => {
  test('In an interactive review, keys accept, reject or skip a change, and the session ends after the last change', async () => {
    const terminal = pressing('ars');
    expect(await goThrough(CHANGES, terminal)).toEqual(
      new Map([
        ['one', { verdict: 'accepted' }],
        ['two', { verdict: 'refused' }],
      ]),
    );
    expect(terminal.shown.slice(0, -1).map((text) => text.split('\n')[2])).toEqual([
      'text of one',
      'text of two',
      'text of three',
    ]);
  });

  test('`undo` reverts the effect of the last key, `back` returns to the previous change, and `skip` removes the answer to the current change', async () => {
    const answers = async (keys: string) =>
      [...(await goThrough(CHANGES, pressing(keys)))].map(([id, { verdict }]) => `${id} ${verdict}`);
    expect(await answers('aurq')).toEqual(['one refused']);
    expect(await answers('aabrq')).toEqual(['one accepted', 'two refused']);
    expect(await answers('bux?A')).toEqual(['one accepted']);
  });

  test('Moving between changes never removes an answer, except with undo', async () => {
    for (const keys of ['absq', 'abssq', 'asbbsq', 'arbbbsssq', 'abs\u0003', 'ab', 'abul', 'abk'])
      expect([...(await goThrough(CHANGES, pressing(keys)))][0], keys).toEqual([
        'one',
        { verdict: 'accepted' },
      ]);
    expect([...(await goThrough(CHANGES, pressing('euq', ['uno'])))]).toEqual([]);
    expect([...(await goThrough(CHANGES, pressing('ebkbblq', ['uno'])))][0]).toEqual([
      'one',
      { verdict: 'accepted', words: 'uno' },
    ]);
  });

  test('Accepting all changes of a kind, or all remaining changes, leaves out rejected changes and those that must be decided individually', async () => {
    const changes = [
      { id: 'one', kind: 'title', text: '' },
      { id: 'two', kind: 'date', text: '' },
      { id: 'three', kind: 'title', text: '' },
      { id: 'four', kind: 'title', text: '', alone: true },
      { id: 'five', kind: 'date', text: '' },
    ];
    const answers = async (keys: string) =>
      [...(await goThrough(changes, pressing(keys)))].map(([id, { verdict }]) => `${id} ${verdict}`);
    expect(await answers('k')).toEqual(['one accepted', 'three accepted']);
    expect(await answers('srbbl')).toEqual([
      'two refused',
      'one accepted',
      'three accepted',
      'five accepted',
    ]);
    expect(await answers('lu')).toEqual([]);
  });

  test('The last change is followed by a summary, from which `back` and `undo` return to the changes and only `quit` ends the session', async () => {
    const terminal = pressing('erslbuubq', ['uno']);
    const answers = await goThrough(CHANGES, terminal);
    const ends = terminal.shown.filter((text) => text.includes('open\n'));
    expect(ends[0]).toBe(
      '\n1 accepted (1 with other words), 1 refused, 1 open\n[b] back  [u] undo  [q] take these answers and quit',
    );
    expect([...answers].map(([id, { verdict }]) => `${id} ${verdict}`)).toEqual([
      'one accepted',
      'two refused',
    ]);
  });

  test('`edit` stores the words that are entered, and cancelling the input changes nothing', async () => {
    expect(await goThrough(CHANGES, pressing('eeq', ['uno', ' ']))).toEqual(
      new Map([['one', { verdict: 'accepted', words: 'uno' }]]),
    );
  });

  test('In an interactive review, keys that are not offered have no effect', async () => {
    const changes = CHANGES.map((change) => ({ ...change, acts: ['accept', 'quit'] as const }));
    expect(await goThrough(changes, pressing('rraq'))).toEqual(new Map([['one', { verdict: 'accepted' }]]));
  });

  test('An interrupted review session resumes at the same change, with the earlier answers', async () => {
    const data = scratchFolder();
    const cutOff = goThrough(
      CHANGES,
      { ...pressing('a'), key: keysUntilCut('ar') },
      keptAnswers(data, 'lyon'),
    );
    await expect(cutOff).rejects.toThrow('the terminal went');
    const terminal = pressing('q');
    const kept = keptAnswers(data, 'lyon');
    const answers = await goThrough(CHANGES, terminal, kept);
    expect(terminal.shown[0]).toContain('3 / 3');
    expect([...answers].map(([id, { verdict }]) => `${id} ${verdict}`)).toEqual([
      'one accepted',
      'two refused',
    ]);
    kept.forget();
    expect([...keptAnswers(data, 'lyon').answers]).toEqual([]);
  });

  test('A truncated file of answers causes an error, and answers to another proposal are not read', () => {
    const data = scratchFolder();
    keptAnswers(data, 'lyon').keep(new Map([['one', { verdict: 'accepted', words: 'uno' }]]));
    expect([...keptAnswers(data, 'lyon').answers]).toEqual([['one', { verdict: 'accepted', words: 'uno' }]]);
    expect([...keptAnswers(data, 'nice').answers]).toEqual([]);
    writeFileSync(path.join(data, 'proposals/.lyon.answers.json'), '[["one",{"ver');
    expect(() => keptAnswers(data, 'lyon')).toThrow('cannot be read');
  });
});

/** Keys after which the terminal is closed. */
function keysUntilCut(keys: string): () => Promise<string> {
  const waiting = [...keys];
  return async () => {
    const key = waiting.shift();
    if (key === undefined) throw new Error('the terminal went');
    return key;
  };
}
