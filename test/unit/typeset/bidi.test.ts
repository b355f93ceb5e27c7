import bidiJs from 'bidi-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inVisualOrder, levelsOf } from '../../../src/typeset/bidi.ts';
import { runs } from '../../support/property-runs.ts';

const { getEmbeddingLevels, getReorderedIndices } = (
  bidiJs as unknown as () => {
    getEmbeddingLevels(text: string, base: 'ltr'): { levels: Uint8Array };
    getReorderedIndices(text: string, levels: { levels: Uint8Array }): number[];
  }
)();

/** The characters of a text in visual order, from left to right. */
function seen(text: string): string {
  const runsOfText = levelsOf(text).map(({ start, end, level }) => {
    const characters = [...text.slice(start, end)];
    return { level, text: (level % 2 === 1 ? characters.reverse() : characters).join('') };
  });
  return inVisualOrder(runsOfText, ({ level }) => level)
    .map((run) => run.text)
    .join('');
}

describe('Right-to-left letters in a line', () => {
  it.each([
    ['avec שלום עולם (Paris)', 'avec םלוע םולש (Paris)'],
    ['«שלום» 2021 fin', '«םולש» 2021 fin'],
    ['avec אברהם, 12 h 30', 'avec םהרבא, 12 h 30'],
    ['אברהם (בולי) יהושע et', 'עשוהי )ילוב( םהרבא et'],
    ['הספר « שלום 2021 » avec', '» 2021 םולש « רפסה avec'],
    ['בשנת 2021 בפריז', 'זירפב 2021 תנשב'],
    ['a שלום, b', 'a םולש, b'],
    ['שלום.', 'םולש.'],
    ['שלום.\u200f', '\u200f.םולש'],
    ['x \u{1e900}\u{1e901} y', 'x \u{1e901}\u{1e900} y'],
    ['only left', 'only left'],
  ])('Next to left-to-right text, letters are in visual order: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it('Words without numbers or symbols are in the order that the Unicode bidirectional algorithm specifies', () => {
    const character = fc.constantFrom(...'ab שלםع');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 30 }), (characters) => {
        const text = `${characters.join('')}z`;
        const order = getReorderedIndices(text, getEmbeddingLevels(text, 'ltr'));
        expect(seen(text)).toBe(order.map((index) => text[index]).join(''));
      }),
      { numRuns: runs(200) },
    );
  });
});
