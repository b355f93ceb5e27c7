import type { TrueType } from '../../../typeset/index.ts';
import type { SubsetOf } from './subset.ts';

/**
 * A font in the form that pdfkit embeds. pdfkit accepts any object with this interface instead of a font from its own
 * reader, so neither pdfkit's reader nor its shaper is needed.
 */
export interface EmbeddedFont {
  readonly unitsPerEm: number;
  /** Whether the whole font is embedded, because its licence forbids subsets. */
  readonly whole: boolean;
  advance(glyph: number): number;
  /** The CIDs of the glyphs by code, if they differ from the codes. */
  cids?(): readonly number[];
}

/** The interface that pdfkit expects; all numbers are in font units. */
interface KitFontSource extends EmbeddedFont {
  layout(): never;
  /** If `cff` is set, pdfkit embeds the outlines as PostScript. */
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

/** Adapts a font for pdfkit. */
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
