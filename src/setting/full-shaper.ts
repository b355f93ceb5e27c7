import type { Shaper } from './face.ts';

/** Opens the full OpenType shaper; loads it when it is called for. */
export async function loadFullShaper(): Promise<(bytes: Uint8Array) => Shaper> {
  const { create } = await import('fontkit');
  return (bytes) => {
    const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (!('layout' in font)) throw new Error('a font collection is no font');
    return (word) => {
      const run = font.layout(word);
      const absent = run.glyphs.filter((glyph) => glyph.id === 0);
      return {
        advance: run.positions.reduce((sum, position) => sum + position.xAdvance, 0),
        glyphs: run.glyphs.map((glyph) => glyph.id),
        codePoints: run.glyphs.map((glyph) => glyph.codePoints),
        kerns: run.positions.map(
          (position, index) => position.xAdvance - (run.glyphs[index]?.advanceWidth ?? 0),
        ),
        missing: absent.flatMap((glyph) => glyph.codePoints.map((code) => String.fromCodePoint(code))),
      };
    };
  };
}

/** For documents whose words are all of simple scripts: no word may come to it. */
export const noFullShaper = (): Shaper => (word) => {
  throw new Error(`no shaper for "${word}"`);
};
