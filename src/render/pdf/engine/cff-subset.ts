/**
 * A font with PostScript outlines with only the glyphs that a document uses, for embedding in PDF as a CIDFontType0 (ISO 32000-1, 9.9):
 * fontkit cuts it. What it reaches into of fontkit beside its public face is here; the version of fontkit is pinned for it.
 */

import type { create, Font } from 'fontkit';
import { cffTable, openCff, type TrueType } from '../../../typeset/index.ts';
import type { Subset } from './truetype-subset.ts';

/** fontkit's subset: its glyphs by their numbers. */
interface KitSubset {
  glyphs: number[];
  encode(): Uint8Array;
}

/** What its subset asks of a glyph: the subroutines that its outline calls, which fontkit knows when it has drawn it. */
interface KitGlyph {
  path: null;
  _usedGsubrs: Readonly<Record<number, true>>;
  _usedSubrs: Readonly<Record<number, true>>;
}

/**
 * An empty subset; it holds the glyph of missing characters as number 0.
 *
 * @param open fontkit's `create`
 */
export function cffSubset({ bytes, glyphCount, rights }: TrueType, open: typeof create): Subset {
  const font = open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as Font;
  const called = openCff(cffTable(bytes), glyphCount);
  const kit = font as unknown as { getGlyph(glyph: number): KitGlyph; createSubset(): KitSubset };
  kit.getGlyph = (glyph) => {
    const { globals, locals } = called(glyph);
    return { path: null, _usedGsubrs: namesOf(globals), _usedSubrs: namesOf(locals) };
  };
  const glyphs = [0];
  return {
    add: (glyph) => glyphs.push(glyph) - 1,
    encode() {
      const subset = kit.createSubset();
      const rest = rights.partly ? [] : missingOf(glyphs, glyphCount);
      subset.glyphs = [...glyphs, ...rest];
      return subset.encode();
    },
  };
}

const namesOf = (numbers: ReadonlySet<number>): Record<number, true> =>
  Object.fromEntries([...numbers].map((number) => [number, true]));

/** The glyphs of a font that are not among some. */
function missingOf(glyphs: readonly number[], count: number): number[] {
  const known = new Set(glyphs);
  return Array.from({ length: count }, (_, glyph) => glyph).filter((glyph) => !known.has(glyph));
}
