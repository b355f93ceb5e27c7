import { create, type Font } from 'fontkit';
import type { FaceName } from '../../../templates/tokens.ts';
import { createFace, type Face, type ShapedWord } from '../../setting/face.ts';
import type { FontFiles } from '../../setting/fonts.ts';
import { readTrueType } from '../../setting/truetype.ts';

/** A face for measuring and the font that is embedded for it. */
export interface PdfFont {
  font: Font;
  face: Face;
}

/** Opens the fonts of all faces. */
export function openFonts(files: FontFiles): Record<FaceName, PdfFont> {
  const open = (bytes: Uint8Array): PdfFont => {
    const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (!('layout' in font)) throw new Error('a font collection is no font');
    return { font, face: createFace(readTrueType(bytes), (word) => shapeFully(font, word)) };
  };
  return {
    sans: open(files.sans),
    sansBold: open(files.sansBold),
    serif: open(files.serif),
    serifBold: open(files.serifBold),
  };
}

/** A word shaped with all of the font's features. */
function shapeFully(font: Font, word: string): ShapedWord {
  const run = font.layout(word);
  const missing = run.glyphs
    .filter((glyph) => glyph.id === 0)
    .flatMap((glyph) => glyph.codePoints.map((code) => String.fromCodePoint(code)));
  return {
    advance: run.positions.reduce((sum, position) => sum + position.xAdvance, 0),
    glyphs: run.glyphs.map((glyph) => glyph.id),
    codePoints: run.glyphs.map((glyph) => glyph.codePoints),
    kerns: run.positions.map((position, index) => position.xAdvance - (run.glyphs[index]?.advanceWidth ?? 0)),
    missing,
  };
}
