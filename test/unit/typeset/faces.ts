import { DEFAULT_DESIGN } from '../../../src/design/default.ts';
import { readFonts } from '../../../src/read/fonts.ts';
import { createFace, type Face } from '../../../src/typeset/face.ts';
import { type Faces, openFaces } from '../../../src/typeset/faces.ts';
import type { TrueType } from '../../../src/typeset/truetype.ts';

/** A font face in which every character is half as wide as the font size, so that widths can be computed. */
export function monospaced(): Face {
  const font: TrueType = {
    bytes: new Uint8Array(),
    unitsPerEm: 1000,
    ascent: 800,
    descent: -200,
    glyphCount: 0x10000,
    info: {
      postscriptName: 'Monospaced',
      family: 'Monospaced',
      capHeight: 700,
      xHeight: 500,
      italicAngle: 0,
      bbox: { minX: 0, minY: -200, maxX: 500, maxY: 800 },
      fixedPitch: true,
      italic: false,
      familyClass: 0,
      panose: [],
    },
    rights: { embedding: 'editing', partly: true },
    outlines: 'TrueType',
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

/** The font faces of the programme without fallback faces. */
export async function printedFaces(): Promise<Faces> {
  const files = await readFonts(DEFAULT_DESIGN);
  return openFaces({ ...files, fallbacks: () => [] });
}

/** Pixels of pictures, for documents without any. */
export function noPictures(file: string): never {
  throw new Error(`the picture ${file} is in a document without pictures`);
}
