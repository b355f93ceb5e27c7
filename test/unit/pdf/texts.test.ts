import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf, readPdf, textOf } from '../../support/pdf-reader.ts';
import { pdfOf } from '../../support/pdf-samples.ts';
import { asRead, NEVER_SEEN, PRINTED, printableText, tableOfTexts } from '../../support/printable-texts.ts';
import { runs } from '../../support/property-runs.ts';

/** The text extracted from each cell, if all texts are printed in one document. */
async function readBack(texts: readonly string[]): Promise<string[][]> {
  const pdf = readPdf(await pdfOf(tableOfTexts(texts)));
  expect(pdf.fontProblems).toEqual([]);
  expect(pdf.pages.flatMap(({ content }) => content.problems)).toEqual([]);
  return elementsOf(pdf.root, 'TBody').flatMap((body) =>
    elementsOf(body, 'TR').map((row) =>
      row.kids.flatMap((cell) => (cell.kind === 'element' ? [asRead(textOf(cell))] : [])),
    ),
  );
}
const expected = (texts: readonly string[]): string[][] => texts.map((text) => [asRead(text), asRead(text)]);

describe('Text extracted from a PDF', () => {
  it('Any text is extracted unchanged, whatever the text next to it', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(printableText, { minLength: 1, maxLength: 60, size: 'max' }),
        async (texts) => {
          expect(await readBack(texts)).toEqual(expected(texts));
        },
      ),
      { numRuns: runs(25) },
    );
  });

  it('Every character of the fonts is extracted correctly next to any invisible character', async () => {
    const beside = (character: string, index: number): string =>
      `${character}${NEVER_SEEN[index % NEVER_SEEN.length]}${character}`.normalize('NFC');
    const texts = PRINTED.map((character, index) =>
      `a${beside(character, index)} ${character}b`.normalize('NFC'),
    );
    expect(PRINTED.length).toBeGreaterThan(500);
    expect(await readBack(texts)).toEqual(expected(texts));
  });

  it('A private-use character has an ActualText entry', async () => {
    const marks = readPdf(await pdfOf(tableOfTexts(['a\uf6d0b']))).pages.flatMap(
      ({ content }) => content.marks,
    );
    expect(marks.flatMap(({ shows }) => shows).filter(({ text }) => text === 'a\uf6d0b')).toHaveLength(2);
  });

  it.each([
    ['a selector after a letter', ['Strasb\ufe0eourg', 'Strasbourg', 'os\u{e0100}b']],
    ['joiners', ['f\u200ci f\u200di', 'fi office']],
    [
      'marks of right-to-left scripts',
      ['\u061caк f', 'x \u061cab\u200f', 'ab\u061c cd', '\u200fpage\u200e 1'],
    ],
    ['two characters with one glyph', ['10\u00a0000 a-b', 'a\u2010b 1\u202f0 c\u2011d', 'µ μ']],
    ['a ligature and its character', ['ﬁn', 'fin office ﬂ fl']],
    ['letters with combining marks', ['за\u0301мок x\u0301', 'а x']],
    ['very long words', ['internationalisation'.repeat(40), 'ab '.repeat(200).trim()]],
    ['words after hyphens', ['Bourgogne-Franche-Comté Saint-Quentin-en-Yvelines Provence-Alpes-Côte-d’Azur']],
  ])('Each of these texts is extracted correctly next to the others: %s', async (_, texts) => {
    expect(await readBack(texts)).toEqual(expected(texts));
    const turned = texts.toReversed();
    expect(await readBack(turned)).toEqual(expected(turned));
  });
});
