import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import type { Design } from '../../../src/design/schema.ts';
import { buildDocument } from '../../../src/document/build.ts';
import type { LANGS } from '../../../src/model/text.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { A4_PORTRAIT, LETTER_PORTRAIT } from '../../support/designs.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { elementsOf, readPdf, showsOf, textOf } from '../../support/pdf-reader.ts';
import { documentXml, docxOf, pdfOf } from '../../support/rendered.ts';

const programme = await readProgramme('data', 'draft');

const pdf = (lang: (typeof LANGS)[number], design: Design): Promise<Uint8Array> =>
  pdfOf(buildDocument(programme, lang), design);

/** All cells of a file, without line breaks. */
const cellsOf = (bytes: Uint8Array): string[] => {
  const { root } = readPdf(bytes);
  return [...elementsOf(root, 'TH'), ...elementsOf(root, 'TD')].map((cell) =>
    textOf(cell).replace(/[\s\u00ad-]+/g, ''),
  );
};

describe.each(Object.entries({ A4_PORTRAIT, LETTER_PORTRAIT }))('Edition 1 on %s', (_, design) => {
  const { paper, margins } = design;

  it.each(programme.config.languages)(
    'The PDF contains all cells, and no text extends into the margins: %s',
    async (lang) => {
      const bytes = await pdf(lang, design);
      expect(checkStructure(bytes)).toEqual([]);
      expect(cellsOf(bytes)).toEqual(cellsOf(await pdf(lang, DEFAULT_DESIGN)));
      const read = readPdf(bytes);
      for (const { width, height } of read.pages) {
        expect(width).toBeCloseTo(paper.width, 1);
        expect(height).toBeCloseTo(paper.height, 1);
      }
      for (const section of elementsOf(read.root, 'Sect')) {
        for (const { text, x, end, y, size } of showsOf(section)) {
          expect(x, text).toBeGreaterThanOrEqual(margins.left - 0.01);
          // A trailing space extends beyond the line.
          const hanging = text.endsWith(' ') ? 0.3 * size : 0;
          expect(end - hanging, text).toBeLessThanOrEqual(paper.width - margins.right + 0.01);
          expect(y, text).toBeGreaterThan(margins.bottom);
          expect(y, text).toBeLessThan(paper.height - margins.top);
        }
      }
    },
  );

  it('The Word file has the paper size of the design, in portrait orientation', async () => {
    const xml = documentXml(await docxOf(buildDocument(programme, 'en'), design));
    const sizes = new Set(xml.match(/<w:pgSz [^>]*>/g));
    const [width, height] = [paper.width, paper.height].map((points) => Math.round(20 * points));
    expect([...sizes]).toEqual([`<w:pgSz w:w="${width}" w:h="${height}" w:orient="portrait"/>`]);
  });
});
