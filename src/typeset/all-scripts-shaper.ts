import type { FontFiles } from '../design/index.ts';
import { printedText } from '../model/index.ts';
import { type Glyphs, joined, type ShaperOf } from './face.ts';
import { openShaping, type ShapedGlyph, type ShapeText } from './harfbuzz.ts';
import type { TrueType } from './truetype.ts';

/**
 * Splits a text into the pieces that are shaped together, so that extremely long words are shaped in several pieces.
 */
const PIECE = /.{1,2000}/gsu;

/**
 * Scripts in which the shape or position of a letter depends on its neighbours, and right-to-left scripts. The shaper
 * must be told when a text is in such a script.
 */
const COMPLEX =
  'Adlm Arab Beng Deva Gujr Guru Hebr Khmr Knda Laoo Mand Mlym Mong Mymr Nkoo Orya Rohg Samr Sinh Syrc Taml Telu Thaa Thai Tibt'.split(
    ' ',
  );

const LETTERS = COMPLEX.map((script) => `\\p{Script=${script}}`);

/**
 * A run of characters of one complex script, with the marks and joiners among them; or a run of characters of other
 * scripts.
 */
const RUN = new RegExp(
  [
    ...LETTERS.map((letter) => `${letter}[${letter}\\p{M}\u200c\u200d]*`),
    `(?:(?!${LETTERS.join('|')}).)+`,
  ].join('|'),
  'gsu',
);

/**
 * The shaper for all scripts, HarfBuzz, loaded on first use. The texts of its glyphs omit characters that are never
 * printed; if one character becomes several glyphs, all except the first have an empty text.
 */
export const fullShaper =
  ({ harfbuzz }: Pick<FontFiles, 'harfbuzz'>): ShaperOf =>
  (font) => {
    let shape: ShapeText | undefined;
    return (word, direction) => {
      shape ??= openShaping(harfbuzz('harfbuzz'), font.bytes);
      const glyphs: Glyphs[] = [];
      for (const piece of word.match(PIECE) ?? [])
        for (const run of withoutForeignSigns(piece).match(RUN) ?? [])
          glyphs.push(glyphsOf(run, shape(run, direction), font));
      const all = joined(direction === 'rtl' ? glyphs.reverse() : glyphs);
      return all.glyphs.includes(0) ? { ...all, missing: absentFrom(font, word) } : all;
    };
  };

/**
 * Removes invisible characters that belong to a script, such as the Arabic letter mark, because a shaper would treat
 * the surrounding word as part of that script.
 */
const withoutForeignSigns = (word: string): string =>
  word.replace(/(?=\p{Default_Ignorable_Code_Point})[^\p{Script=Common}\p{Script=Inherited}]/gu, '');

const absentFrom = (font: TrueType, word: string): string[] =>
  [...printedText(word)].filter((character) => font.glyph(character.codePointAt(0) ?? 0) === 0);

function glyphsOf(run: string, all: readonly ShapedGlyph[], font: TrueType): Glyphs {
  // Shorthand format controls, which HarfBuzz does not remove, have no glyph and are not printed.
  const shaped = all.filter(
    ({ id, cluster }) => id !== 0 || printedText(String.fromCodePoint(run.codePointAt(cluster) ?? 0)) !== '',
  );
  const lead = shaped[0]?.xOffset ?? 0;
  const kerns = shaped.map(({ id, advance }) => advance - font.advance(id));
  // An offset places a mark above or below its letter: the kern before the mark adds the offset, and the kern after the
  // mark subtracts it again.
  shaped.forEach(({ xOffset }, index) => {
    if (xOffset === 0) return;
    if (index > 0) kerns[index - 1] = (kerns[index - 1] ?? 0) + xOffset;
    kerns[index] = (kerns[index] ?? 0) - xOffset;
  });
  return {
    advance: shaped.reduce((sum, { advance }) => sum + advance, 0),
    glyphs: shaped.map(({ id }) => id),
    texts: textsOf(run, shaped),
    kerns,
    missing: [],
    ...(lead !== 0 && { lead }),
    ...(shaped.some(({ yOffset }) => yOffset !== 0) && { rises: shaped.map(({ yOffset }) => yOffset) }),
  };
}

/** The text of each glyph: the first glyph of a cluster has the text of the whole cluster. */
function textsOf(run: string, shaped: readonly ShapedGlyph[]): string[] {
  const starts = [...new Set(shaped.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? run.length]));
  return shaped.map(({ cluster }, index) =>
    shaped[index - 1]?.cluster === cluster ? '' : printedText(run.slice(cluster, ends.get(cluster))),
  );
}
