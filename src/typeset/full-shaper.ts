import type { Font, Glyph } from 'fontkit';
import { printedText } from '../model/index.ts';
import type { Shaper } from './face.ts';
import type { ShaperOf } from './faces.ts';

/** A longer word is shaped in pieces, for a glyph takes a kilobyte while it is shaped. */
const PIECE = /.{1,2000}/gsu;

/**
 * Opens the full OpenType shaper; loads it when it is called for. The texts of its glyphs are without characters that are never
 * printed, and a glyph for nothing else is left out; where one character became several glyphs, the texts of the later ones are empty.
 */
export async function loadFullShaper(): Promise<ShaperOf> {
  const { create } = await import('fontkit');
  return ({ bytes }) => {
    const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (!('layout' in font)) throw new Error('a font collection is no font');
    nameGlyphsAnew(font);
    return (word) => {
      const shaped = word.match(PIECE)?.flatMap((piece) => shapePiece(font, piece)) ?? [];
      return {
        advance: shaped.reduce((sum, { advance }) => sum + advance, 0),
        glyphs: shaped.map(({ id }) => id),
        texts: shaped.map(({ text }) => text),
        kerns: shaped.map(({ kern }) => kern),
        missing: shaped.some(({ id }) => id === 0) ? absentFrom(font, word) : [],
      };
    };
  };
}

/** What fontkit puts in the place of characters that are not printed; no word has one of its own. */
const HIDDEN = ' ';

/**
 * Characters that are never seen but belong to a script, such as the Arabic letter mark: a shaper would take what they stand in for a
 * word of that script, and set it from right to left.
 */
const withoutForeignSigns = (word: string): string =>
  word.replace(/(?=\p{Default_Ignorable_Code_Point})[^\p{Script=Common}\p{Script=Inherited}]/gu, '');

function shapePiece(font: Font, word: string): { id: number; text: string; advance: number; kern: number }[] {
  const run = font.layout(withoutForeignSigns(word), undefined, undefined, undefined, 'ltr');
  const shaped = run.glyphs.flatMap(({ id, advanceWidth, codePoints }, index) => {
    const text = printedText(String.fromCodePoint(...codePoints));
    if (codePoints.length > 0 && (text === '' || text === HIDDEN)) return [];
    const { xAdvance = 0, xOffset = 0 } = run.positions[index] ?? {};
    return [{ id, text, advance: xAdvance, kern: xAdvance - advanceWidth, xOffset }];
  });
  // A mark stands over its letter: what comes before it gives way, and what follows stays where it is.
  shaped.forEach((mark, index) => {
    const before = shaped[index - 1];
    if (before === undefined || mark.xOffset === 0) return;
    before.kern += mark.xOffset;
    mark.kern -= mark.xOffset;
  });
  return shaped;
}

/**
 * fontkit makes one object of a glyph and keeps it with the characters that it first stood for in any word. Now each use is an object of
 * its own.
 */
function nameGlyphsAnew(font: Font): void {
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph: Glyph = Object.create(getGlyph(id, codePoints));
    return Object.assign(glyph, { codePoints });
  };
}

function absentFrom(font: Font, word: string): string[] {
  return [...printedText(word)].filter(
    (character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  );
}

/** For documents whose words are all of simple scripts: no word may come to it. */
export const noFullShaper = (): Shaper => (word) => {
  throw new Error(`no shaper for "${word}"`);
};
