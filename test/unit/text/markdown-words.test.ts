import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RichRun } from '../../../src/model/part.ts';
import { readMarkdown } from '../../../src/text/markdown.ts';
import { markdownOf, withParagraphs } from '../../../src/text/markdown-words.ts';
import { runs } from '../../support/property-runs.ts';

const run: fc.Arbitrary<RichRun> = fc.record(
  {
    text: fc.oneof(
      fc.constantFrom(
        '\n',
        'Год',
        ' l’été ',
        '1. ',
        '# ',
        '- a',
        '*',
        '_x_',
        '[b](c)',
        '<d>',
        '&amp;',
        '\\',
        '|',
        '«Ы»',
      ),
      fc.string({ maxLength: 6 }).map((text) => text.replace(/[\n\r\p{C}]/gu, 'x')),
    ),
    strong: fc.constant(true as const),
    emphasis: fc.constant(true as const),
    link: fc.constantFrom('https://example.org/a', 'https://example.org/(b)'),
  },
  { requiredKeys: ['text'] },
);
const wordsOf = (runs: readonly RichRun[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/^[\s\n]+|[\s\n]+$/g, '');

describe('Words in a Markdown text', () => {
  it('Any words that are written as Markdown are read back unchanged', () => {
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('paragraph' as const, 'cell' as const, 'heading' as const),
        (runs, kind) => {
          const words = markdownOf(runs, kind);
          const source = { paragraph: words, heading: `## ${words}`, cell: `| a | ${words} |\n| - | - |\n` }[
            kind
          ];
          const { paragraphs } = readMarkdown(source);
          const read = paragraphs.filter((own) => kind !== 'cell' || own.from > 3).flatMap((own) => own.runs);
          const expected = wordsOf(runs);
          expect(wordsOf(read)).toBe(kind === 'paragraph' ? expected : expected.replaceAll('\n', ' '));
        },
      ),
      { numRuns: runs(400), examples: [[[{ text: '!' }, { text: ' # ' }], 'heading']] },
    );
  });

  it('Words retain their emphasis', () => {
    const runs: RichRun[] = [
      { text: 'Das ' },
      { text: 'Fest', strong: true },
      { text: ': ' },
      { text: 'alles', link: 'https://example.org/(b)' },
      { text: ' steht ', link: 'https://example.org/(b)', strong: true },
      { text: '\n' },
      { text: '3. Mai', emphasis: true },
    ];
    const words = markdownOf(runs);
    expect(words).toBe('Das **Fest**: [alles **steht**](https://example.org/(b))\\\n*3. Mai*');
  });

  it('The alternative texts and captions of pictures count as paragraphs', () => {
    const source = '# T\n\nBefore\n![The harbour](a.jpg "By night")\nAfter.\n';
    const { paragraphs, problems } = readMarkdown(source);
    expect(problems).toEqual([]);
    expect(paragraphs.map(({ kind, from, to }) => [kind, source.slice(from, to)])).toEqual([
      ['heading', 'T'],
      ['paragraph', 'Before'],
      ['alt', 'The harbour'],
      ['caption', 'By night'],
      ['paragraph', 'After.'],
    ]);
    const words = ['Т', 'До', 'Порт [1]', 'Ночь "там"', 'После.'];
    const now = withParagraphs(source, (_, index) => [{ text: words[index] ?? '' }]);
    expect(now).toBe('# Т\n\nДо\n![Порт \\[1\\]](a.jpg "Ночь \\"там\\"")\nПосле.\n');
    expect(readMarkdown(now).paragraphs.map(({ runs }) => runs)).toEqual(words.map((text) => [{ text }]));
  });

  it('New words replace those of their paragraph, and the rest of the source is unchanged', () => {
    const source = '#  Title #\n\n* one\n* two\n  more\n\n> quoted\n\n| a | b |\n|---|---|\n| c | d |\n';
    const now = withParagraphs(
      source,
      (_, index) => ({ 1: [{ text: 'un' }], 2: [{ text: 'deux\u00a0!' }], 7: [{ text: 'd | e' }] })[index],
    );
    expect(now).toBe(
      '#  Title #\n\n* un\n* deux\u00a0!\n\n> quoted\n\n| a | b |\n|---|---|\n| c | d \\| e |\n',
    );
  });
});
