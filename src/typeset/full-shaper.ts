import type { Font, GlyphRun } from 'fontkit';
import type { Shaper } from './face.ts';

/** Opens the full OpenType shaper; loads it when it is called for. */
export async function loadFullShaper(): Promise<(bytes: Uint8Array) => Shaper> {
  const { create } = await import('fontkit');
  return (bytes) => {
    const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (!('layout' in font)) throw new Error('a font collection is no font');
    return (word) => {
      const run = font.layout(word);
      return {
        advance: run.positions.reduce((sum, position) => sum + position.xAdvance, 0),
        glyphs: run.glyphs.map((glyph) => glyph.id),
        codePoints: codePointsOf(run, word),
        kerns: run.positions.map(
          (position, index) => position.xAdvance - (run.glyphs[index]?.advanceWidth ?? 0),
        ),
        missing: run.glyphs.some((glyph) => glyph.id === 0) ? absentFrom(font, word) : [],
      };
    };
  };
}

/**
 * Characters of each glyph. fontkit keeps a glyph with the characters that it first stood for, and different characters may share
 * one, such as hyphen and soft hyphen: so the word's own are taken, in its order, where they are as many.
 */
function codePointsOf({ glyphs, direction }: GlyphRun, word: string): number[][] {
  const own = [...word].map((character) => character.codePointAt(0) ?? 0);
  const counts = glyphs.map(({ codePoints }) => codePoints.length);
  if (direction !== 'ltr' || counts.reduce((sum, count) => sum + count, 0) !== own.length)
    return glyphs.map(({ codePoints }) => codePoints);
  let from = 0;
  return counts.map((count) => {
    from += count;
    return own.slice(from - count, from);
  });
}

function absentFrom(font: Font, word: string): string[] {
  return [...word].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

/** For documents whose words are all of simple scripts: no word may come to it. */
export const noFullShaper = (): Shaper => (word) => {
  throw new Error(`no shaper for "${word}"`);
};
