import { readFileSync } from 'node:fs';
import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { fontFile } from '../../../src/design/measures.ts';
import type { FaceName } from '../../../src/design/schema.ts';
import { createFace, type Face } from '../../../src/typeset/face.ts';
import { loadFullShaper } from '../../../src/typeset/full-shaper.ts';
import { readTrueType, type TrueType } from '../../../src/typeset/truetype.ts';

/** A face whose every character is half as wide as the size, so that widths can be reckoned. */
export function monospaced(): Face {
  const font: TrueType = {
    unitsPerEm: 1000,
    ascent: 800,
    descent: -200,
    glyphCount: 0x10000,
    info: {
      postscriptName: 'Monospaced',
      capHeight: 700,
      xHeight: 500,
      italicAngle: 0,
      bbox: { minX: 0, minY: -200, maxX: 500, maxY: 800 },
      fixedPitch: true,
      italic: false,
      familyClass: 0,
    },
    glyph: (codePoint) => codePoint,
    advance: () => 500,
    kern: () => 0,
    ligature: () => undefined,
  };
  return createFace(font, (word) => {
    const codes = [...word].map((character) => character.codePointAt(0) ?? 0);
    return {
      advance: 500 * codes.length,
      glyphs: codes,
      texts: [...word],
      kerns: codes.map(() => 0),
      missing: [],
    };
  });
}

/** The faces that the programme is printed in. */
export async function printedFaces(): Promise<Record<FaceName, Face>> {
  const shaper = await loadFullShaper();
  const face = (name: FaceName): Face => {
    const bytes = readFileSync(`fonts/${fontFile(DEFAULT_DESIGN, name)}.ttf`);
    return createFace(readTrueType(bytes), shaper(bytes));
  };
  return {
    sans: face('sans'),
    sansBold: face('sansBold'),
    serif: face('serif'),
    serifBold: face('serifBold'),
  };
}
