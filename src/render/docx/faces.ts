import type { FaceName } from '../../design/schema.ts';
import { createFace, type Face, shapeSimple } from '../../typeset/face.ts';
import type { FontFiles } from '../../typeset/fonts.ts';
import { readTrueType } from '../../typeset/truetype.ts';

/** Faces for measuring. Words of scripts that need a full shaper are measured letter by letter: their place is only estimated. */
export function openFaces(files: FontFiles): Record<FaceName, Face> {
  const open = (bytes: Uint8Array): Face => {
    const font = readTrueType(bytes);
    return createFace(font, (word) => shapeSimple(font, word));
  };
  return {
    sans: open(files.sans),
    sansBold: open(files.sansBold),
    serif: open(files.serif),
    serifBold: open(files.serifBold),
  };
}
