import type { TrueType } from './truetype.ts';

/** The glyphs of a word and their places. Font units. */
export interface Glyphs {
  /** Sum of advances and kerning. */
  advance: number;
  glyphs: readonly number[];
  /** Characters of each glyph; more than one for a ligature. */
  codePoints: readonly (readonly number[])[];
  /** Kerning after each glyph. */
  kerns: readonly number[];
  /** Characters that the font has no glyph for, in order. */
  missing: readonly string[];
}

/** A word and its glyphs: what measuring and drawing share, so that no word is shaped twice. */
export interface ShapedWord extends Glyphs {
  text: string;
}

/** A full OpenType shaper, for what the plain one does not know. */
export type Shaper = (word: string) => Glyphs;

/** One font face with its cache of shaped words. */
export interface Face {
  readonly font: TrueType;
  readonly space: ShapedWord;
  /** Whether a word that was shaped has a character that the font has no glyph for. */
  readonly lacking: boolean;
  shape(word: string): ShapedWord;
}

/** The words of a text of one line, shaped, with the spaces between them. */
export function shapeText(face: Face, text: string): ShapedWord[] {
  const words: ShapedWord[] = [];
  text.split(' ').forEach((word, index) => {
    if (index > 0) words.push(face.space);
    if (word !== '') words.push(face.shape(word));
  });
  return words;
}

/** Width of shaped words side by side; points. */
export function widthOfWords(words: readonly ShapedWord[], face: Face, size: number): number {
  let units = 0;
  for (let index = 0; index < words.length; index++) units += words[index]?.advance ?? 0;
  return (units * size) / face.font.unitsPerEm;
}

/**
 * Characters whose setting needs nothing but advances, pair kerning and standard ligatures: Latin and Cyrillic letters without
 * combining marks, digits, punctuation and symbols (not the fraction slash, not the joiners and direction marks). The hyphen is
 * another, but many fonts lack it.
 */
const SIMPLE_CHARACTERS =
  '\\t\\n\\u0020-\\u02ff\\u0400-\\u0482\\u048a-\\u052f\\u1e00-\\u1eff\\u2011-\\u2027\\u2030-\\u2043\\u2045-\\u205e\\u20a0-\\u20cf\\u2100-\\u214f\\u2190-\\u22ff\\u25a0-\\u25ff\\u2600-\\u27bf';
const SIMPLE = new RegExp(`^[${SIMPLE_CHARACTERS}]*$`);
const SIMPLE_OR_HYPHEN = new RegExp(`^[${SIMPLE_CHARACTERS}\\u2010]*$`);

/** Spaces and hyphens that many fonts lack, and the character whose glyph stands in for them. */
const STAND_INS: Readonly<Record<number, number>> = { 8239: 0xa0, 8201: 0x20, 8202: 0x20, 8208: 0x2d };
const STAND_IN_CHARACTERS = /[\u202f\u2009\u200a\u2010]/g;

const SIMPLE_OR_STAND_IN = new RegExp(`^[${SIMPLE_CHARACTERS}${STAND_IN_CHARACTERS.source.slice(1, -1)}]*$`);

/** Words that a face keeps: more than a long programme has, and few enough for words without end, whose parts are all different. */
const MOST_KEPT = 50_000;

/** Whether a text can be set without the full shaper: all its words are of simple scripts. */
export function isSimple(text: string): boolean {
  return SIMPLE_OR_STAND_IN.test(text);
}

/**
 * A face over a font: plain shaping for simple scripts, the full shaper for all else.
 *
 * @param full what shapes words with combining marks or of other scripts
 */
export function createFace(font: TrueType, full: Shaper): Face {
  const cache = new Map<string, ShapedWord>();
  let lacking = false;
  const shapeOther = (word: string): Glyphs => {
    const settable = word.replace(STAND_IN_CHARACTERS, (character) =>
      font.glyph(character.codePointAt(0) ?? 0) === 0
        ? String.fromCodePoint(STAND_INS[character.codePointAt(0) ?? 0] ?? 0x20)
        : character,
    );
    return SIMPLE_OR_HYPHEN.test(settable) ? shapeSimple(font, settable) : full(settable);
  };
  const shape = (word: string): ShapedWord => {
    let shaped = cache.get(word);
    if (shaped === undefined) {
      const { advance, glyphs, codePoints, kerns, missing } = SIMPLE.test(word)
        ? shapeSimple(font, word)
        : shapeOther(word);
      shaped = { text: word, advance, glyphs, codePoints, kerns, missing };
      lacking ||= missing.length > 0;
      if (cache.size === MOST_KEPT) cache.clear();
      cache.set(word, shaped);
    }
    return shaped;
  };
  return {
    font,
    space: shape(' '),
    get lacking() {
      return lacking;
    },
    shape,
  };
}

/** The lists of one character, shared by all words: a long programme has many words and few characters. */
const alone = new Map<number, readonly number[]>();

function listOf(codePoint: number): readonly number[] {
  let list = alone.get(codePoint);
  if (list === undefined) {
    list = [codePoint];
    alone.set(codePoint, list);
  }
  return list;
}

const NOTHING: readonly string[] = [];

/** Glyphs, ligatures and pair kerning of a word of a simple script. */
export function shapeSimple(font: TrueType, word: string): Glyphs {
  const glyphs: number[] = [];
  const codePoints: (readonly number[])[] = [];
  let missing = NOTHING;
  for (let at = 0; at < word.length; ) {
    const code = word.codePointAt(at) ?? 0;
    const glyph = font.glyph(code);
    if (glyph === 0) missing = [...missing, String.fromCodePoint(code)];
    glyphs.push(glyph);
    codePoints.push(listOf(code));
    at += code > 0xffff ? 2 : 1;
  }
  joinLigatures(font, glyphs, codePoints);
  const kerns: number[] = [];
  let advance = 0;
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index] ?? 0;
    const next = glyphs[index + 1];
    const kern = next === undefined ? 0 : font.kern(glyph, next);
    kerns.push(kern);
    advance += font.advance(glyph) + kern;
  }
  // Copies are as long as they need to be; arrays that grew are longer.
  return { advance, glyphs: glyphs.slice(), codePoints: codePoints.slice(), kerns: kerns.slice(), missing };
}

/** Puts ligatures in the places of the glyphs that form them. */
function joinLigatures(font: TrueType, glyphs: number[], codePoints: (readonly number[])[]): void {
  for (let index = 0; index < glyphs.length; index++) {
    const ligature = font.ligature(glyphs, index);
    if (ligature === undefined) continue;
    const { glyph, length } = ligature;
    glyphs.splice(index, length, glyph);
    codePoints.splice(index, length, codePoints.slice(index, index + length).flat());
  }
}
