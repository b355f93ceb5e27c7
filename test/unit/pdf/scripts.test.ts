import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { PdfFonts } from '../../../src/render/pdf/fonts.ts';
import { renderPdf } from '../../../src/render/pdf/render.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { elementsOf, readPdf, showsOf, spokenText } from '../../support/pdf-reader.ts';
import { tableOfTexts } from '../../support/printable-texts.ts';

const files = await readFonts(DEFAULT_DESIGN);
const scripts = ['Hebrew', 'Arabic', 'Devanagari'].map((script) =>
  readFileSync(`test/fixtures/fonts/NotoSans${script}-Regular.ttf`),
);
const fonts = new PdfFonts({
  ...files,
  fallbacks: (weight) => [...scripts, ...files.fallbacks(weight)],
});

const TEXTS = [
  'Rencontre avec אברהם ב. יהושע (Israël)',
  'Le poète محمود درويش lit « السلام عليكم », 2021',
  'En 2021 בשנת 2030, עמ׳ 12-13, puis עולם (שלום) fin',
  'Niqqud : אֱלִישֶׁבַע בִּיכוֹבְסְקִי',
  'La danse de बिरजू महाराज, हिन्दी, क्षितिज',
  'שלום',
];

const render = async (texts: readonly string[]): Promise<Uint8Array> =>
  (await renderPdf(tableOfTexts(texts), DEFAULT_DESIGN, fonts)).bytes;

describe('Names in other scripts, printed in a publisher’s font', async () => {
  const bytes = await render(TEXTS);
  const pdf = readPdf(bytes);
  const cells = elementsOf(pdf.root, 'TBody').flatMap((body) => elementsOf(body, 'TD'));

  it('Names in other scripts are tagged and encoded like other text', () => {
    expect(checkStructure(bytes).filter((problem) => !problem.endsWith('no summary'))).toEqual([]);
  });

  it('Extracted names have their characters in logical order', () => {
    expect(cells.map((cell) => spokenText(cell).trim())).toEqual(TEXTS);
  });

  it('Building the PDF again produces the same bytes', async () => {
    expect(Buffer.from(await render(TEXTS)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('Right-to-left names are laid out from right to left, but numbers in them from left to right', () => {
    const seen = cells.map((cell) =>
      showsOf(cell)
        .map((show, index) => ({ ...show, index }))
        .sort((a, b) => b.y - a.y || a.x - b.x || a.index - b.index)
        .map(({ text }) => text)
        .join(''),
    );
    expect(seen).toContain('Rencontre avec עשוהי .ב םהרבא (Israël)');
    expect(seen).toContain('םולש');
    expect(seen.some((text) => text.includes('2030 תנשב'))).toBe(true);
  });
});

describe('Invisible characters that are needed to distinguish words', () => {
  it.each(['a\u034fb', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'])(
    'The text extracted from %j contains its invisible characters',
    async (text) => {
      const pdf = readPdf(await render([text]));
      const [cell] = elementsOf(pdf.root, 'TD');
      expect(cell && spokenText(cell)).toBe(text);
    },
  );
});
