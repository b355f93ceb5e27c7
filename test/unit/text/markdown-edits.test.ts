import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../src/text/markdown.ts';
import { type Addition, editMarkdown } from '../../../src/text/markdown-edits.ts';
import { runs } from '../../support/property-runs.ts';

const said = (source: string): string[] =>
  readMarkdown(source).paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));

/** The text after paragraphs with the words `gone` are removed and `added` ones are inserted after given paragraphs. */
function edited(
  source: string,
  { gone = [], added = {} }: { gone?: string[]; added?: Record<string, [string, boolean][]> },
): { source: string; stays: string[]; left: string[] } {
  const { paragraphs } = readMarkdown(source);
  const wordsOf = ({ runs }: Pick<Addition, 'runs'>): string => runs.map(({ text }) => text).join('');
  const isIn = (words: string[]) => paragraphs.filter((own) => words.includes(wordsOf(own)));
  const additions = isIn(Object.keys(added)).map(
    (own) =>
      [own, (added[wordsOf(own)] ?? []).map(([text, inside]) => ({ runs: [{ text }], inside }))] as const,
  );
  const result = editMarkdown(source, paragraphs, {
    words: new Map(),
    added: new Map(additions),
    gone: new Set(isIn(gone)),
  });
  return { source: result.source, stays: result.stays.map(wordsOf), left: result.left.map(wordsOf) };
}

const TEXT = `# Title

Before.

- one
- two
  - deep
  - deeper
- three

1) first

2) second

> said
>
> and answered
> at length

| Ticket | Price |
|:---|---:|
| Adults | twelve |
| Under 18 | free |

## Under this

Behind.
`;

describe('Removing paragraphs', () => {
  test.each([
    ['an item', ['two', 'deep', 'deeper'], '- one\n- three'],
    ['the last of a list inside another', ['deeper'], '- two\n  - deep\n- three'],
    ['a list inside another', ['deep', 'deeper'], '- one\n- two\n- three'],
    ['a list', ['one', 'two', 'deep', 'deeper', 'three'], 'Before.\n\n1) first'],
    ['an item with a line around it', ['second'], '1) first\n\n> said'],
    ['a paragraph of a quote', ['and answered\nat length'], '> said\n\n| Ticket'],
    ['the first of a quote', ['said'], '2) second\n\n> and answered\n> at length'],
    ['a quote', ['said', 'and answered\nat length'], '2) second\n\n| Ticket'],
    ['a row', ['Adults', 'twelve'], '|:---|---:|\n| Under 18 | free |\n\n## Under this'],
    ['the words of a cell', ['free'], '| Under 18 |  |\n'],
    ['a table', ['Ticket', 'Price', 'Adults', 'twelve', 'Under 18', 'free'], '> at length\n\n## Under this'],
    ['a heading', ['Under this'], 'free |\n\nBehind.\n'],
    ['the last paragraph', ['Behind.', 'Under this'], 'free |\n'],
    ['the first paragraph', ['Title'], 'Before.\n\n- one'],
  ])('Paragraphs can be removed: %s', (_, gone, expected) => {
    const lines = said(TEXT).map((words) => words.replace(/\s+/g, ' '));
    const wanted = gone.map((words) => words.replace(/\s+/g, ' '));
    const result = edited(TEXT.replace('answered\n> at', 'answered\\\n> at'), { gone });
    expect(result.stays).toEqual([]);
    expect(result.source.replaceAll('\\\n', '\n')).toContain(expected);
    expect(said(result.source).map((words) => words.replace(/\s+/g, ' '))).toEqual(
      lines.filter((words) => !wanted.includes(words)),
    );
  });

  test('A paragraph is not removed if this would change how the remaining text is read', () => {
    expect(edited('- one\n  - deep\n- two\n', { gone: ['one', 'two'] })).toEqual({
      source: '- one\n  - deep\n',
      stays: ['one'],
      left: [],
    });
    expect(edited('One.\n\nTwo.\n', { gone: ['One.', 'Two.'] })).toEqual({
      source: 'One.\n\nTwo.\n',
      stays: ['One.', 'Two.'],
      left: [],
    });
  });

  test('Whichever paragraphs are removed, the others are unchanged, and paragraphs that cannot be removed are reported', () => {
    const paragraphs = said(TEXT);
    fc.assert(
      fc.property(fc.subarray(paragraphs), (gone) => {
        const { source, stays } = edited(TEXT, { gone });
        expect(said(source)).toEqual(paragraphs.filter((own) => !gone.includes(own) || stays.includes(own)));
        expect(
          stays.length === 0 || gone.some((own) => own === 'two') || gone.length === paragraphs.length,
        ).toBe(true);
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('Adding paragraphs', () => {
  test.each([
    ['an item', { one: [['new', true]] }, '- one\n- new\n- two'],
    [
      'items of a list inside another',
      {
        deep: [
          ['x', true],
          ['y', true],
        ],
      },
      '  - deep\n  - x\n  - y\n  - deeper',
    ],
    ['a number', { first: [['new', true]] }, '1) first\n\n2) new\n\n2) second'],
    ['after a list', { three: [['new', false]] }, '- three\n\nnew\n\n1) first'],
    ['in a quote', { said: [['new', true]] }, '> said\n>\n> new\n>\n> and answered'],
    ['behind a heading', { 'Under this': [['1. new', false]] }, '## Under this\n\n1\\. new\n\nBehind.'],
    ['at the end', { 'Behind.': [['new', false]] }, 'Behind.\n\nnew\n'],
  ] as const)('Paragraphs can be added: %s', (_, added, expected) => {
    const { source, left } = edited(TEXT, { added: added as unknown as Record<string, [string, boolean][]> });
    expect(left).toEqual([]);
    expect(source).toContain(expected);
  });

  test('A paragraph whose position is unknown is not added but reported', () => {
    const { source, left } = edited(TEXT, { added: { two: [['new', true]], twelve: [['new', false]] } });
    expect([source, left]).toEqual([TEXT, ['new', 'new']]);
  });
});
