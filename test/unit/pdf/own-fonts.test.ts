import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { PdfFonts } from '../../../src/render/pdf/fonts.ts';
import { renderPdf } from '../../../src/render/pdf/render.ts';
import { readTrueType } from '../../../src/typeset/truetype.ts';
import { tableAt, withRights } from '../../support/font-files.ts';
import { checkStructure } from '../../support/pdf-check.ts';
import { Name, Ref, readObjects, Stream } from '../../support/pdf-objects.ts';
import { edition1 } from '../../support/pdf-samples.ts';

const files = await readFonts(DEFAULT_DESIGN);
const document = buildDocument(await edition1(), 'fr');

interface Embedded {
  name: string;
  kind: string;
  bytes: Buffer;
}

/** The fonts that a PDF contains. */
function fontsOf(pdf: Uint8Array): Embedded[] {
  const { objects } = readObjects(pdf);
  return [...objects.values()].flatMap((value) => {
    if (!(value instanceof Map)) return [];
    const [name, file] = [value.get('FontName'), value.get('FontFile2') ?? value.get('FontFile3')];
    const stream = file instanceof Ref ? objects.get(file.id) : undefined;
    if (!(name instanceof Name && stream instanceof Stream)) return [];
    const kind = stream.dictionary.get('Subtype');
    return [
      { name: name.name, kind: kind instanceof Name ? kind.name : 'TrueType', bytes: stream.decoded() },
    ];
  });
}

describe('Font that may be embedded only as a whole', async () => {
  const whole = { ...files, sans: withRights(files.sans, 0x0108) };
  const { bytes } = await renderPdf(document, DEFAULT_DESIGN, new PdfFonts(whole));
  const fonts = fontsOf(bytes);
  const [sans] = fonts.filter(({ name }) => name === 'PTSans-Regular');

  it('Only the font that is embedded as a whole has a name without a subset tag', () => {
    expect(fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, 'ABCDEF+')).sort()).toEqual([
      'ABCDEF+PTSans-Bold',
      'ABCDEF+PTSerif-Bold',
      'ABCDEF+PTSerif-Regular',
      'PTSans-Regular',
    ]);
  });

  it('A font that may be embedded only as a whole contains all its glyphs', () => {
    const embedded = sans?.bytes ?? Buffer.alloc(0);
    const count = embedded.readUInt16BE(tableAt(embedded, 'maxp') + 4);
    expect(count).toBeGreaterThanOrEqual(readTrueType(files.sans).glyphCount);
  });

  it('Text in a font that is embedded as a whole is tagged and encoded like other text', () => {
    expect(checkStructure(bytes)).toEqual([]);
  });
});

describe.each(['Cantarell-Regular', 'NotoSerifCJKjp-Regular'])(
  'Font with PostScript outlines, %s',
  async (name) => {
    const path = `test/fixtures/fonts/${name}.otf`;
    const sans = readFileSync(path);
    const { family } = readTrueType(sans).info;
    const own = { ...files, sans, own: [{ file: path, path, family, bytes: sans }] };
    const render = () => renderPdf(document, DEFAULT_DESIGN, new PdfFonts(own));
    const { bytes } = await render();

    it('A font with PostScript outlines is embedded as a subset', () => {
      const found = fontsOf(bytes).filter(({ kind }) => kind === 'CIDFontType0C');
      expect(found.map((font) => font.name)).toEqual([
        expect.stringMatching(new RegExp(`^[A-Z]{6}\\+${name}$`)),
      ]);
    });

    it('Text in a font with PostScript outlines is tagged and encoded like other text', () => {
      expect(checkStructure(bytes)).toEqual([]);
    });

    it('Building the PDF again produces the same bytes', async () => {
      expect(Buffer.from((await render()).bytes).equals(Buffer.from(bytes))).toBe(true);
    });
  },
);
