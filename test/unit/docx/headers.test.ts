import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { completed } from '../../../src/design/complete.ts';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { measure } from '../../../src/design/measures.ts';
import type { Design } from '../../../src/design/schema.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { WordFonts } from '../../../src/render/docx/fonts.ts';
import { renderDocx } from '../../../src/render/docx/render.ts';
import { widthOf } from '../../../src/typeset/one-line.ts';

const fonts = new WordFonts(await readFonts(DEFAULT_DESIGN));
const document = buildDocument(await readProgramme('data', '1'), 'fr');

/** The running heads of a Word file: the XML left and right of the tab. */
async function headersIn(design: Design, of = document): Promise<string[][]> {
  const { bytes } = await renderDocx(of, design, fonts);
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /^word\/header\d+\.xml$/.test(name))
    .map(([, part]) => strFromU8(part).split('<w:tab/>'));
}

const textOf = (xml: string): string => xml.replace(/<[^>]*>/g, '');

/** Their texts. */
const headers = async (design: Design, of = document): Promise<string[][]> =>
  (await headersIn(design, of)).map((sides) => sides.map(textOf));

it('A running head fits on one line, even on narrow paper', async () => {
  const narrow = completed({ paper: 'A5', orientation: 'portrait' }).design;
  const { size, face } = narrow.styles.running;
  const shown = await headers(narrow);
  expect(shown.length).toBeGreaterThanOrEqual(8);
  for (const sides of shown) {
    const width = sides.reduce((sum, side) => sum + widthOf(fonts.faces[face], side, size), 0);
    expect(width).toBeLessThanOrEqual(measure(narrow) - narrow.running.gap + 0.01);
  }
  expect(shown.flat().some((side) => side.endsWith('…'))).toBe(true);
});

it('A running head that fits on its line is not shortened', async () => {
  expect((await headers(DEFAULT_DESIGN)).flat().filter((side) => side.endsWith('…'))).toEqual([]);
});

it('Running heads contain the short titles of the programme and its themes', async () => {
  const short = {
    ...document,
    words: { ...document.words, short: 'Year 2021' },
    sections: document.sections.map((section) => ({
      ...section,
      ...(section.theme === undefined ? {} : { short: [{ text: `Short ${section.theme}` }] }),
    })),
  };
  const shown = await headers(DEFAULT_DESIGN, short);
  expect(shown.every(([left]) => left?.startsWith('Year 2021 · '))).toBe(true);
  expect(shown.flat().filter((side) => side.startsWith('Theme'))).toEqual([]);
  expect(shown.flat()).toContain('Short environment');
});

it('The running head of each page names a section, even if all sections of the page began on earlier pages', async () => {
  for (const sides of await headers(DEFAULT_DESIGN)) expect(sides[1]).toMatch(/\S/);
});

it('On pages that several sections share, Word computes the running head from the titles on the page', async () => {
  const together: Design = { ...DEFAULT_DESIGN, sections: { follow: 'together', gap: 20 } };
  const sides = (await headersIn(together)).map(([, right = '']) => right);
  const computed = sides.filter((side) => side.includes('w:instr="STYLEREF 1"'));
  // An older LibreOffice shows the titles of all these pages.
  expect(computed.map(textOf)).toEqual([
    'Theme: partnerships and twinning programmes – Theme: Academic cooperation and research',
  ]);
});
