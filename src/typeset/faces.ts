import type { FontFiles } from '../design/font-files.ts';
import type { FaceName } from '../design/schema.ts';
import { createFace, type Face, type Fallback, type Shaper } from './face.ts';
import { readTrueType, type TrueType } from './truetype.ts';

/** Gives the full shaper of a font. */
export type ShaperOf = (font: TrueType) => Shaper;

export type Faces = Readonly<Record<FaceName, Face>>;

/** The faces over font files. What stands in for characters that a face lacks is opened when one is met. */
export function openFaces({ fallbacks, ...files }: FontFiles, shaperOf: ShaperOf): Faces {
  const opened = new Map<Uint8Array, Fallback>();
  const openedOnce = (bytes: Uint8Array): Fallback => {
    let known = opened.get(bytes);
    if (known === undefined) {
      const font = withoutMisdrawn(readTrueType(bytes));
      known = { font, full: shaperOf(font) };
      opened.set(bytes, known);
    }
    return known;
  };
  const open = (name: FaceName): Face => {
    const { font, full } = openedOnce(files[name]);
    const weight = name.endsWith('Bold') ? 'bold' : 'regular';
    return createFace(font, full, () => fallbacks[weight].map(openedOnce));
  };
  return {
    sans: open('sans'),
    sansBold: open('sansBold'),
    serif: open('serif'),
    serifBold: open('serifBold'),
  };
}

/**
 * PT Sans and PT Serif draw the rouble for every currency that came after them, and for places in the block that are still empty: a price in
 * lari would be printed in roubles.
 */
const MISDRAWN = { families: ['PT Sans', 'PT Serif'], first: 0x20b6, last: 0x20cf, right: 0x20bd } as const;

/** A font without the characters that it draws as others. */
function withoutMisdrawn(font: TrueType): TrueType {
  const { families, first, last, right } = MISDRAWN;
  if (!families.some((family) => family === font.info.family)) return font;
  return {
    ...font,
    glyph: (code) => (code >= first && code <= last && code !== right ? 0 : font.glyph(code)),
  };
}
