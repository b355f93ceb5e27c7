import type { FaceName } from '../../../templates/tokens.ts';
import { createFace, type Face, type Shaper } from '../../setting/face.ts';
import type { FontFiles } from '../../setting/fonts.ts';
import { readTrueType } from '../../setting/truetype.ts';
import { type EmbeddedFont, embeddedFont } from './engine/embedded-font.ts';

/** A face for measuring and the font that is embedded for it. */
export interface PdfFont {
  font: EmbeddedFont;
  face: Face;
}

/**
 * Opens the fonts of all faces.
 *
 * @param shaperOf gives the full shaper of a font file, for words that plain setting does not know
 */
export function openFonts(
  files: FontFiles,
  shaperOf: (bytes: Uint8Array) => Shaper,
): Record<FaceName, PdfFont> {
  const open = (bytes: Uint8Array): PdfFont => {
    const font = readTrueType(bytes);
    return { font: embeddedFont(bytes, font), face: createFace(font, shaperOf(bytes)) };
  };
  return {
    sans: open(files.sans),
    sansBold: open(files.sansBold),
    serif: open(files.serif),
    serifBold: open(files.serifBold),
  };
}
