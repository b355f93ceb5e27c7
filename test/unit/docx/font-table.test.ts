import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { buildDocument } from '../../../src/document/build.ts';
import { readProgramme } from '../../../src/read/dataset.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { designFontTable, type Family, withFamilies } from '../../../src/render/docx/font-table.ts';
import { WordFonts } from '../../../src/render/docx/fonts.ts';
import { renderDocx } from '../../../src/render/docx/render.ts';
import { readTrueType } from '../../../src/typeset/truetype.ts';
import { withRights } from '../../support/font-files.ts';

const files = await readFonts(DEFAULT_DESIGN);
const georgian = (await readFonts(DEFAULT_DESIGN)).fallbacks('regular')[2] ?? new Uint8Array();
const PREVIEW = 4;

const family = (bytes: Uint8Array): Family => {
  const regular = readTrueType(bytes);
  return { family: regular.info.family, regular };
};
const [sans, serif] = [family(files.sans), family(files.serif)];
const STAND_INS = {
  sans: { family: 'PT Sans', regular: files.sans, bold: files.sansBold },
  serif: { family: 'PT Serif', regular: files.serif, bold: files.serifBold },
};

describe('Font table of a Word file', () => {
  it('The font table of a Word file lists exactly the families of the design', () => {
    const { embedded, named } = designFontTable({ sans, serif }, STAND_INS);
    expect(embedded.map((each) => each.family)).toEqual(['PT Sans', 'PT Serif']);
    expect(named).toEqual([]);
  });

  it('A font family whose licence allows only preview and print is named but not embedded, and the most similar family is embedded instead', () => {
    const own = family(withRights(georgian, PREVIEW));
    const { embedded, named } = designFontTable({ sans: own, serif }, STAND_INS);
    expect(embedded.map((each) => each.family)).toEqual(['PT Serif', 'PT Sans']);
    expect(named.map(({ family: name, instead }) => [name, instead])).toEqual([
      ['Noto Sans Georgian', 'PT Sans'],
    ]);
  });

  it('A font family is named but not embedded if one of its files must not be embedded', () => {
    const own = { ...family(georgian), bold: readTrueType(withRights(georgian, PREVIEW)) };
    expect(designFontTable({ sans, serif: own }, {}).named.map((each) => each.family)).toEqual([
      'Noto Sans Georgian',
    ]);
  });

  it('The font table of a Word file lists each family once', () => {
    const table = designFontTable({ sans, serif }, {});
    const more = withFamilies(table, [sans, family(georgian)]);
    expect(more.embedded.map((each) => each.family)).toEqual(['PT Sans', 'PT Serif', 'Noto Sans Georgian']);
  });

  it('For a family that is named but not embedded, the table contains the metrics that Word needs to substitute it', async () => {
    const limited = {
      ...files,
      serif: withRights(files.serif, PREVIEW),
      standIns: { serif: STAND_INS.sans },
    };
    const document = buildDocument(await readProgramme('data', '1'), 'en');
    const { bytes } = await renderDocx(document, DEFAULT_DESIGN, new WordFonts(limited));
    const parts = unzipSync(bytes);
    expect(strFromU8(parts['word/fontTable.xml'] ?? new Uint8Array())).toContain(
      '<w:font w:name="PT Serif"><w:altName w:val="PT Sans"/><w:panose1 w:val="020A0603040505020204"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>',
    );
    expect(Object.keys(parts).filter((name) => name.startsWith('word/fonts/'))).toHaveLength(2);
  });
});
