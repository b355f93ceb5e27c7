import { type FaceName, type FontFiles, strongFace } from '../design/index.ts';
import { valueAt } from '../model/index.ts';
import { fullShaper } from './all-scripts-shaper.ts';
import { createFace, type Face, type Fallback } from './face.ts';
import { readTrueType, type TrueType } from './truetype.ts';

export interface Faces extends Readonly<Record<FaceName, Face>> {
  /**
   * The face for emphasis: the italic face if there is one, otherwise the bold face. The face is opened on first use.
   */
  readonly emphasis?: (name: FaceName) => Face;
}

/** Opens the faces of font files. Fonts for missing characters are opened on first use. */
export function openFaces(all: FontFiles, shaperOf = fullShaper(all)): Faces {
  const { fallbacks, italics = {}, ...files } = all;
  const opened = new Map<Uint8Array, Fallback>();
  const openedOnce = (bytes: Uint8Array): Fallback =>
    valueAt(opened, bytes, () => {
      const font = withoutMisdrawn(readTrueType(bytes));
      return { font, full: shaperOf(font) };
    });
  const open = (name: FaceName, bytes = files[name]): Face => {
    const { font, full } = openedOnce(bytes);
    const weight = name.endsWith('Bold') ? 'bold' : 'regular';
    return createFace(font, full, () => fallbacks(weight).map(openedOnce));
  };
  const faces = {
    sans: open('sans'),
    sansBold: open('sansBold'),
    serif: open('serif'),
    serifBold: open('serifBold'),
  };
  const emphasised = new Map<FaceName, Face>();
  const emphasis = (name: FaceName): Face => {
    const bytes = italics[name];
    if (bytes === undefined) return faces[strongFace(name)];
    return valueAt(emphasised, name, () => open(name, bytes));
  };
  return { ...faces, emphasis };
}

/**
 * PT Sans and PT Serif draw the rouble sign for all newer currency symbols and for unassigned characters of the same
 * Unicode block, so that a price in lari would be printed in roubles.
 */
const MISDRAWN = { families: ['PT Sans', 'PT Serif'], first: 0x20b6, last: 0x20cf, right: 0x20bd } as const;

/** Removes from a font the characters for which it draws the wrong glyph. */
function withoutMisdrawn(font: TrueType): TrueType {
  const { families, first, last, right } = MISDRAWN;
  if (!families.some((family) => family === font.info.family)) return font;
  return {
    ...font,
    glyph: (code) => (code >= first && code <= last && code !== right ? 0 : font.glyph(code)),
  };
}
