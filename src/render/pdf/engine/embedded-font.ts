import type { TrueType } from '../../../typeset/index.ts';
import type { SubsetOf } from './subset.ts';

/**
 * A font as pdfkit embeds it. pdfkit takes any object of this face instead of a font of its own reader; ours needs neither the
 * reader nor the shaper that it would load.
 */
export interface EmbeddedFont {
  readonly unitsPerEm: number;
  /** Whether all of it is embedded, since its makers forbid less. */
  readonly whole: boolean;
  advance(glyph: number): number;
  /** The CIDs of the codes that pages have for its glyphs, where these are not the same. */
  cids?(): readonly number[];
}

/** The face that pdfkit reads; units are font units. */
interface KitFontSource extends EmbeddedFont {
  layout(): never;
  /** pdfkit takes the outlines for PostScript's where there is `cff`. */
  createSubset(): { includeGlyph(glyph: number): number; encode(): Uint8Array; cff?: true };
  getGlyph(glyph: number): { advanceWidth: number };
  postscriptName: string;
  ascent: number;
  descent: number;
  lineGap: number;
  capHeight: number;
  xHeight: number;
  italicAngle: number;
  bbox: { minX: number; minY: number; maxX: number; maxY: number };
  post: { isFixedPitch: boolean };
  head: { macStyle: { italic: boolean } };
  'OS/2': { sFamilyClass: number };
}

/** A font for pdfkit. */
export function embeddedFont(font: TrueType, subsetOf: SubsetOf): EmbeddedFont {
  const { info } = font;
  const source: KitFontSource = {
    unitsPerEm: font.unitsPerEm,
    whole: !font.rights.partly,
    advance: font.advance,
    layout() {
      throw new Error('text is shaped before it comes to pdfkit');
    },
    createSubset() {
      const subset = subsetOf(font);
      if (subset.cids !== undefined) source.cids = subset.cids;
      return {
        includeGlyph: subset.add,
        encode: subset.encode,
        ...(font.outlines === 'PostScript' ? { cff: true } : {}),
      };
    },
    getGlyph: (glyph) => ({ advanceWidth: font.advance(glyph) }),
    postscriptName: info.postscriptName,
    ascent: font.ascent,
    descent: font.descent,
    lineGap: 0,
    capHeight: info.capHeight,
    xHeight: info.xHeight,
    italicAngle: info.italicAngle,
    bbox: info.bbox,
    post: { isFixedPitch: info.fixedPitch },
    head: { macStyle: { italic: info.italic } },
    'OS/2': { sFamilyClass: info.familyClass },
  };
  return source;
}
