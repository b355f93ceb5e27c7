import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import type { RichRun } from '../../../src/model/part.ts';
import {
  emphasisIn,
  placesInEmphasis,
  withoutEmphasis,
  withSignsEscaped,
  writtenEmphasis,
} from '../../../src/text/emphasis.ts';
import { joined } from '../../../src/text/inline.ts';
import { runs } from '../../support/property-runs.ts';

/** Everything of CommonMark but emphasis and escaped signs. */
const OTHERS = [
  'autolink blockQuote characterReference codeFenced codeIndented codeText definition hardBreakEscape headingAtx',
  'htmlFlow htmlText labelEnd labelStartImage labelStartLink list setextUnderline thematicBreak',
].flatMap((names) => names.split(' '));

/** The runs of a paragraph as the reader of the texts of parts gives them. */
function readByLibrary(paragraph: string): RichRun[] {
  const runs = (node: PhrasingContent, look: Omit<RichRun, 'text'>): RichRun[] => {
    if (node.type === 'text') return [{ text: node.value, ...look }];
    if (node.type !== 'strong' && node.type !== 'emphasis') throw new Error(node.type);
    return node.children.flatMap((child) => runs(child, { ...look, [node.type]: true }));
  };
  const root = fromMarkdown(paragraph, { extensions: [{ disable: { null: OTHERS } }] });
  return joined(
    root.children.flatMap((block) =>
      block.type === 'paragraph' ? block.children.flatMap((node) => runs(node, {})) : [],
    ),
  );
}

const written = fc
  .array(
    fc.constantFrom('*', '*', '**', '***', 'a', 'été', ' ', '\u00a0', '.', '«', '\\*', '\\\\', '🎉', '5'),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((pieces) => pieces.join('').trim())
  .filter((words) => words !== '');

const words = fc.oneof(
  fc.constantFrom('Год ', ' l’été', '*', '**', '\\', '5 * 3', '«Ы»', '_x_', '\n', '# ', '- ', '&amp;'),
  fc.string({ maxLength: 6 }).map((text) => text.replace(/[\r\p{C}]/gu, 'x')),
);
const run: fc.Arbitrary<RichRun> = fc.record(
  { text: words, strong: fc.constant(true as const), emphasis: fc.constant(true as const) },
  { requiredKeys: ['text'] },
);
const plain = (runs: readonly RichRun[]): string => runs.map(({ text }) => text).join('');
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

describe('emphasis inside a text', () => {
  it.each([
    [
      '**Gratis** für *alle*',
      [{ text: 'Gratis', strong: true }, { text: ' für ' }, { text: 'alle', emphasis: true }],
    ],
    ['***Премьера***!', [{ text: 'Премьера', strong: true, emphasis: true }, { text: '!' }]],
    [
      '**5 à 7 *ans* inclus**',
      [
        { text: '5 à 7 ', strong: true },
        { text: 'ans', strong: true, emphasis: true },
        { text: ' inclus', strong: true },
      ],
    ],
    ['Hotel **** Central', [{ text: 'Hotel **** Central' }]],
    ['5 * 3 * 2 m', [{ text: '5 * 3 * 2 m' }]],
    ['**open', [{ text: '**open' }]],
    ['\\*with a note', [{ text: '*with a note' }]],
    [
      'C:\\new_files _x_ [a](b) <b>c</b> &amp; `d`',
      [{ text: 'C:\\new_files _x_ [a](b) <b>c</b> &amp; `d`' }],
    ],
    ['# 1. - > x', [{ text: '# 1. - > x' }]],
  ])('is read: %s', (paragraph, runs) => {
    expect(emphasisIn(paragraph)).toEqual(runs);
  });

  it('is what CommonMark makes of asterisks', () => {
    fc.assert(
      fc.property(written, (paragraph) => {
        expect(emphasisIn(paragraph)).toEqual(readByLibrary(paragraph));
      }),
      { numRuns: runs(500) },
    );
  });

  it('is written so that it is read again, or said not to be whole; no word is lost', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const { words, lost } = writtenEmphasis(runs);
        expect(lines(withoutEmphasis(words))).toEqual(lines(plain(runs)));
        const read = lines(words).flatMap((line) => emphasisIn(line));
        const seen = (own: readonly RichRun[]) =>
          joined(own.map((piece) => ({ ...piece, text: piece.text.replace(/\s/g, '') })));
        if (lost.length === 0) expect(seen(read)).toEqual(seen(runs));
        else expect(seen(read)).not.toEqual(seen(runs));
      }),
      { numRuns: runs(300) },
    );
  });

  it.each<[string, RichRun[], string, string[]]>([
    ['a word of two looks', [{ text: 'Kon', strong: true }, { text: 'zert' }], '**Kon**zert', []],
    [
      'a sign that stands at a word',
      [{ text: 'Kon', strong: true }, { text: 'zert ' }, { text: 'Neu:', emphasis: true }, { text: 'ab 5' }],
      '**Kon**zert Neu:ab 5',
      ['Neu:'],
    ],
    [
      'spaces at ends',
      [{ text: 'à ' }, { text: 'midi ', strong: true }, { text: 'pile' }],
      'à **midi** pile',
      [],
    ],
    ['an asterisk', [{ text: '* sous réserve', emphasis: true }], '*\\* sous réserve*', []],
    [
      'looks inside each other',
      [
        { text: 'très ', emphasis: true },
        { text: 'tôt', emphasis: true, strong: true },
      ],
      '*très* ***tôt***',
      [],
    ],
  ])('is written, and what cannot be is named: %s', (_, runs, expected, lost) => {
    const written = writtenEmphasis(runs);
    expect(written.words).toBe(expected);
    expect(written.lost.map(({ text }) => text)).toEqual(lost);
  });

  it('is written plainly where no sentence has so many looks and some of them cannot be written', () => {
    const runs = Array.from({ length: 5000 }, (_, index): RichRun[] => [
      { text: '«', strong: true },
      { text: `a${index}` },
    ]).flat();
    const { words, lost } = writtenEmphasis(runs);
    expect([words, lost.length]).toEqual([plain(runs), 5000]);
  });

  it('leaves words alone that mean nothing else, and escapes the others', () => {
    expect(withSignsEscaped('5 * 3, **** and \\n')).toBe('5 * 3, **** and \\n');
    expect(withSignsEscaped('**no**\nyes')).toBe('\\*\\*no\\*\\*\nyes');
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 8 }).map((all) => all.join('')),
        (text) => {
          expect(lines(withoutEmphasis(withSignsEscaped(text)))).toEqual(lines(text));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('tells where a word stands among the signs', () => {
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n ')),
        (text) => {
          const said = withoutEmphasis(text);
          const places = placesInEmphasis(text);
          expect(places).toHaveLength(said.length + 1);
          expect([...Array(said.length).keys()].map((at) => text[places[at] ?? -1]).join('')).toBe(said);
          expect([...places].sort((a, b) => a - b)).toEqual(places);
        },
      ),
    );
  });
});
