import type { FontFiles } from '../design/index.ts';
import { printedText } from '../model/index.ts';
import { type Glyphs, joined, type ShaperOf } from './face.ts';
import { openShaping, type ShapedGlyph, type ShapeText } from './harfbuzz.ts';
import type { TrueType } from './truetype.ts';

/** A longer word is shaped in pieces. */
const PIECE = /.{1,2000}/gsu;

/**
 * Scripts whose letters change with their neighbours or their places, and those set from right to left: a shaper must know that it has
 * one of them before it.
 */
const COMPLEX =
  'Adlm Arab Beng Deva Gujr Guru Hebr Khmr Knda Laoo Mand Mlym Mong Mymr Nkoo Orya Rohg Samr Sinh Syrc Taml Telu Thaa Thai Tibt'.split(
    ' ',
  );

const LETTERS = COMPLEX.map((script) => `\\p{Script=${script}}`);

/** Characters of one complex script with the marks and joiners among them, or of all other scripts. */
const RUN = new RegExp(
  [
    ...LETTERS.map((letter) => `${letter}[${letter}\\p{M}\u200c\u200d]*`),
    `(?:(?!${LETTERS.join('|')}).)+`,
  ].join('|'),
  'gsu',
);

/**
 * The shaper for all scripts, HarfBuzz; it is loaded at the first word that comes to it. The texts of its glyphs are without characters
 * that are never printed; where one character became several glyphs, the texts of the later ones are empty.
 */
export const fullShaper =
  ({ harfbuzz }: Pick<FontFiles, 'harfbuzz'>): ShaperOf =>
  (font) => {
    let shape: ShapeText | undefined;
    return (word) => {
      shape ??= openShaping(harfbuzz('harfbuzz'), font.bytes);
      const glyphs: Glyphs[] = [];
      for (const piece of word.match(PIECE) ?? [])
        for (const run of withoutForeignSigns(piece).match(RUN) ?? [])
          glyphs.push(glyphsOf(run, shape(run, 'ltr'), font));
      const all = joined(glyphs);
      return all.glyphs.includes(0) ? { ...all, missing: absentFrom(font, word) } : all;
    };
  };

/**
 * Characters that are never seen but belong to a script, such as the Arabic letter mark: a shaper would take what they stand in for a
 * word of that script.
 */
const withoutForeignSigns = (word: string): string =>
  word.replace(/(?=\p{Default_Ignorable_Code_Point})[^\p{Script=Common}\p{Script=Inherited}]/gu, '');

const absentFrom = (font: TrueType, word: string): string[] =>
  [...printedText(word)].filter((character) => font.glyph(character.codePointAt(0) ?? 0) === 0);

function glyphsOf(run: string, all: readonly ShapedGlyph[], font: TrueType): Glyphs {
  // Controls of shorthand, which HarfBuzz does not leave out, have no glyph and are not printed.
  const shaped = all.filter(
    ({ id, cluster }) => id !== 0 || printedText(String.fromCodePoint(run.codePointAt(cluster) ?? 0)) !== '',
  );
  const kerns = shaped.map(({ id, advance }) => advance - font.advance(id));
  // A mark stands over its letter: what comes before it gives way, and what follows stays where it is.
  shaped.forEach(({ xOffset }, index) => {
    if (index === 0 || xOffset === 0) return;
    kerns[index - 1] = (kerns[index - 1] ?? 0) + xOffset;
    kerns[index] = (kerns[index] ?? 0) - xOffset;
  });
  return {
    advance: shaped.reduce((sum, { advance }) => sum + advance, 0),
    glyphs: shaped.map(({ id }) => id),
    texts: textsOf(run, shaped),
    kerns,
    missing: [],
  };
}

/** The text that each glyph stands for: the first of those of a cluster for all of it. */
function textsOf(run: string, shaped: readonly ShapedGlyph[]): string[] {
  const texts: string[] = [];
  let end = run.length;
  for (let index = shaped.length - 1; index >= 0; index--) {
    const cluster = shaped[index]?.cluster ?? 0;
    if (shaped[index - 1]?.cluster === cluster) {
      texts[index] = '';
      continue;
    }
    texts[index] = printedText(run.slice(cluster, end));
    end = cluster;
  }
  return texts;
}
