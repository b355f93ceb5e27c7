import { isRightToLeft, printedText, valueAt } from '../model/index.ts';
import { inVisualOrder, levelsOf } from './bidi.ts';
import type { Direction } from './harfbuzz.ts';
import type { TrueType } from './truetype.ts';

/** The glyphs of a word and their positions, in font units. */
export interface Glyphs {
  /** Sum of advances and kerning. */
  advance: number;
  glyphs: readonly number[];
  /** The text of each glyph: one character, or several for a ligature or a letter with marks. */
  texts: readonly string[];
  /** Kerning after each glyph. */
  kerns: readonly number[];
  /** Characters without a glyph, in order. */
  missing: readonly string[];
  /**
   * Horizontal offset of the first glyph from the start of the word, and height of each glyph above the baseline; left
   * out if 0.
   */
  lead?: number;
  rises?: readonly number[];
}

/** A word and its glyphs, shared by measuring and drawing. */
export interface ShapedWord extends Glyphs {
  text: string;
  /** ActualText, if the texts of the glyphs do not add up to the word. */
  reads?: string;
  /**
   * The fonts of the glyphs, if some of the glyphs are not in the font of the face. Advance and kerning are in units of
   * the face.
   */
  fonts?: readonly GlyphsOfFont[];
}

/** A font, and the number of successive glyphs of a word that are in this font. */
interface GlyphsOfFont {
  font: TrueType;
  glyphs: number;
}

/** A fallback font for characters that a face lacks, and its shaper. */
export interface Fallback {
  font: TrueType;
  full: Shaper;
}

/**
 * ActualText of the later parts of a word whose first part has the text of the whole word. This text is a space,
 * because some readers ignore an empty ActualText and read the glyphs.
 */
export const READ_BEFORE = ' ';

/**
 * Whether a word may be added to a piece of a line. A word with ActualText begins a piece and is the only word of that
 * piece. There is one exception: if the ActualText is a space, a space can follow the word in the same piece.
 *
 * @param first the word that begins the piece
 */
export function joinsPiece(first: ShapedWord | undefined, { reads, text }: ShapedWord): boolean {
  if (reads !== undefined) return false;
  return first?.reads === undefined || (first.reads === READ_BEFORE && text === ' ');
}

/**
 * A complete OpenType shaper, for words that the simple one does not support; returns the glyphs from left to right.
 */
export type Shaper = (word: string, direction: Direction) => Glyphs;

/** Returns the complete shaper of a font. */
export type ShaperOf = (font: TrueType) => Shaper;

/** One font face with its cache of shaped words. */
export interface Face {
  readonly font: TrueType;
  readonly space: ShapedWord;
  /** Whether a shaped word has a character without a glyph in any font. */
  readonly lacking: boolean;
  shape(word: string): ShapedWord;
  /** Whether a text has characters that the font of the face lacks. */
  borrows(text: string): boolean;
  /** Splits a word by the fonts of its characters. */
  stretches(word: string): readonly FontRun[];
  /** Embedding level of the words of this face (UAX 9); an odd level means right-to-left. */
  readonly level: number;
  /** The same face, for words of another embedding level. */
  atLevel(level: number): Face;
}

/**
 * Soft hyphen, which is printed at the end of a hyphenated line: text extraction recognises that typesetting added it.
 */
export const SOFT_HYPHEN = '\u00ad';

/** The shaped words of a single line of text from left to right with the spaces between them, without hyphenation. */
export function shapeText(face: Face, text: string): readonly ShapedWord[] {
  const printed = text.replaceAll(SOFT_HYPHEN, '');
  if (!isRightToLeft(printed)) return shapedWords(face, printed);
  const words = levelsOf(printed).flatMap(({ start, end, level }) =>
    shapedWords(face.atLevel(level), printed.slice(start, end)).map((word) => ({ word, level })),
  );
  return inVisualOrder(words, ({ level }) => level).map(({ word }) => word);
}

function shapedWords(face: Face, printed: string): ShapedWord[] {
  const words: ShapedWord[] = [];
  printed.split(' ').forEach((word, index) => {
    if (index > 0) words.push(face.space);
    if (word !== '') words.push(face.shape(word));
  });
  return words;
}

/** Width of shaped words next to each other, in points. */
export function widthOfWords(words: readonly ShapedWord[], face: Face, size: number): number {
  let units = 0;
  for (let index = 0; index < words.length; index++) units += words[index]?.advance ?? 0;
  return (units * size) / face.font.unitsPerEm;
}

/**
 * Characters that need only advances, pair kerning and standard ligatures, such as Latin and Cyrillic letters without
 * combining marks, digits, punctuation and symbols (not the fraction slash, joiners and direction marks).
 */
const SIMPLE =
  /^[\t\n\u0020-\u02ff\u0400-\u0482\u048a-\u052f\u1e00-\u1eff\u2009\u200a\u2010-\u2027\u202f\u2030-\u2043\u2045-\u205e\u20a0-\u20cf\u2100-\u214f\u2190-\u22ff\u25a0-\u25ff\u2600-\u27bf]*$/;

/** Spaces and hyphens that many fonts lack, each with the character whose glyph is used instead. */
const STAND_INS: Readonly<Record<number, number>> = {
  173: 0x2d,
  8239: 0xa0,
  8201: 0x20,
  8202: 0x20,
  8208: 0x2d,
};

/**
 * Characters that are not passed to a shaper: it would hide the soft hyphen, and would not know which glyphs replace
 * the other characters if the font lacks them.
 */
const APART = /([\u00ad\u202f\u2009\u200a\u2010])/;

/**
 * Maximum number of words in the cache of a face: more than a long programme needs, but it limits the memory for
 * extremely long texts.
 */
const MAX_CACHED = 50_000;

/** Whether a text can be set with the simple shaper. */
function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

const directionAt = (level: number): Direction => (level % 2 === 1 ? 'rtl' : 'ltr');

const NO_FALLBACKS = (): readonly Fallback[] => [];

/**
 * Creates a face for a font. Simple scripts are shaped by the simple shaper, all other text by the complete shaper.
 *
 * @param full shaper for words with combining marks or in other scripts
 * @param fallbacks functions that open fallback fonts; for each character that the font lacks, the first of them that
 * has this character is used
 */
export function createFace(
  font: TrueType,
  full: Shaper,
  fallbacks: () => readonly Fallback[] = NO_FALLBACKS,
): Face {
  const levels: Face[] = [];
  const atLevel = (level: number): Face => {
    levels[level] ??= faceAt(level, font, full, fallbacks, atLevel);
    return levels[level];
  };
  return atLevel(0);
}

function faceAt(
  level: number,
  font: TrueType,
  full: Shaper,
  fallbacks: () => readonly Fallback[],
  atLevel: Face['atLevel'],
): Face {
  const direction = directionAt(level);
  const cache = new Map<string, ShapedWord>();
  const main: Fallback = { font, full };
  let lacking = false;
  const borrowed = new Uint8Array(0x10000);
  const isBorrowed = (code: number): boolean => {
    const known = borrowed[code];
    if (known !== undefined && known !== 0) return known === 2;
    const found = !has(font, String.fromCodePoint(code));
    if (code < borrowed.length) borrowed[code] = found ? 2 : 1;
    return found;
  };
  const stretches = (word: string): FontRun[] => stretchesOf(word, [main, ...fallbacks()]);
  const shape = (word: string): ShapedWord => {
    let shaped = cache.get(word);
    if (shaped === undefined) {
      shaped =
        isSimple(word) && (direction === 'ltr' || word === ' ')
          ? wordOf(word, shapeSimple(font, word))
          : undefined;
      if (shaped === undefined || shaped.missing.length > 0)
        shaped = shapeParts(word, stretches(word), main, direction);
      lacking ||= shaped.missing.length > 0;
      if (cache.size === MAX_CACHED) cache.clear();
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
    borrows(text) {
      for (let index = 0; index < text.length; index++) {
        const code = text.codePointAt(index) ?? 0;
        if (code > 0xffff) index++;
        if (isBorrowed(code)) return true;
      }
      return false;
    },
    stretches,
    level,
    atLevel,
  };
}

/** The glyphs of a word in one font. */
function shapeIn({ font, full }: Fallback, word: string, direction: Direction): Glyphs {
  if (isSimple(word) && direction === 'ltr') return shapeSimple(font, word);
  const parts = word
    .split(APART)
    .map((part, index) => (index % 2 === 1 ? shapeSimple(font, part) : full(part, direction)));
  return joined(seen(parts, direction));
}

/** A part of a word, and the font that contains its characters; undefined if no font contains them. */
interface FontRun {
  text: string;
  by: Fallback | undefined;
}

/** The characters of a word, each with its marks and invisible characters. A soft hyphen counts as visible. */
const clustersOf = (word: string): string[] =>
  (word.match(/\P{M}?(?:(?!\u00ad)[\p{M}\p{Default_Ignorable_Code_Point}])*/gsu) ?? []).filter(
    (cluster) => cluster !== '',
  );
const hasLetters = (text: string): boolean => /[\p{L}\p{M}]/u.test(text);

/** Whether a font has a glyph for each character of a text, or for its composed letters. */
function has(font: TrueType, text: string): boolean {
  const printed = printedText(text.replaceAll(SOFT_HYPHEN, '-'));
  const hasAll = (form: string): boolean => {
    for (const character of form) {
      const code = character.codePointAt(0) ?? 0;
      if (font.glyph(code) === 0 && font.glyph(STAND_INS[code] ?? code) === 0) return false;
    }
    return true;
  };
  return hasAll(printed) || hasAll(printed.normalize('NFC'));
}

/**
 * Splits a word into parts, each of which is in the first font that contains its characters. If the first font lacks a
 * letter, the whole word is printed in one font if possible, because mixed fonts within a word look like a mistake.
 */
function stretchesOf(word: string, fonts: readonly Fallback[]): FontRun[] {
  const by = (text: string): FontRun => ({ text, by: fonts.find(({ font }) => has(font, text)) });
  // If no font has both a letter and its mark, the two come from different fonts, and the mark is placed by its width.
  const found = clustersOf(word).flatMap((cluster) => {
    const whole = by(cluster);
    return whole.by === undefined ? [...cluster].map(by) : [whole];
  });
  if (found.some(({ text, by }) => by !== fonts[0] && hasLetters(text))) {
    const whole = fonts.find(({ font }) => has(font, word));
    if (whole !== undefined) return [{ text: word, by: whole }];
  }
  const stretches: FontRun[] = [];
  for (const { text, by } of found) {
    const last = stretches.at(-1);
    if (last !== undefined && last.by === by) last.text += text;
    else stretches.push({ text, by });
  }
  return stretches;
}

/** A word whose parts may be in different fonts; its widths are in units of the face. */
function shapeParts(
  word: string,
  stretches: readonly FontRun[],
  main: Fallback,
  direction: Direction,
): ShapedWord {
  if (stretches.every(({ by }) => by === main))
    return readable(word, shapeIn(main, word, direction), direction);
  const parts = seen(stretches, direction).map(({ text, by }) => ({
    by,
    glyphs: partIn(text, by, main, direction),
  }));
  const whole = readable(word, joined(parts.map(({ glyphs }) => glyphs)), direction);
  return {
    ...whole,
    fonts: parts.map(({ by = main, glyphs }) => ({ font: by.font, glyphs: glyphs.glyphs.length })),
  };
}

function partIn(text: string, by: Fallback | undefined, main: Fallback, direction: Direction): Glyphs {
  const glyphs = shapeIn(by ?? main, text, direction);
  if (by === undefined) return { ...glyphs, missing: [...printedText(text)] };
  const scale = main.font.unitsPerEm / by.font.unitsPerEm;
  return {
    ...glyphs,
    advance: glyphs.advance * scale,
    kerns: glyphs.kerns.map((kern) => kern * scale),
    missing: NOTHING,
    ...(glyphs.lead && { lead: glyphs.lead * scale }),
    ...(glyphs.rises && { rises: glyphs.rises.map((rise) => rise * scale) }),
  };
}

const wordOf = (text: string, { advance, glyphs, texts, kerns, missing }: Glyphs): ShapedWord => ({
  text,
  advance,
  glyphs,
  texts,
  kerns,
  missing,
});

/** Parts of a word in visual order. */
const seen = <T>(parts: readonly T[], direction: Direction): readonly T[] =>
  direction === 'rtl' ? parts.toReversed() : parts;

/** Joins parts of a word from left to right. */
export function joined(parts: readonly Glyphs[]): Glyphs {
  const lead = parts[0]?.lead;
  const hasRises = parts.some(({ rises }) => rises !== undefined);
  return {
    advance: parts.reduce((sum, { advance }) => sum + advance, 0),
    glyphs: parts.flatMap(({ glyphs }) => glyphs),
    texts: parts.flatMap(({ texts }) => texts),
    kerns: parts.flatMap(({ kerns }, index) => movedBy(kerns, parts[index + 1]?.lead)),
    missing: parts.flatMap(({ missing }) => missing),
    ...(lead && { lead }),
    ...(hasRises && { rises: parts.flatMap(({ glyphs, rises }) => rises ?? glyphs.map(() => 0)) }),
  };
}

/** Kerns of a part; the offset `lead` of the next part is added to the last of them. */
const movedBy = (kerns: readonly number[], lead = 0): readonly number[] =>
  lead === 0 || kerns.length === 0 ? kerns : kerns.with(-1, (kerns.at(-1) ?? 0) + lead);

/** The text of a glyph that has no character of its own. */
const NO_TEXT = '\u200b';

/** A word without invisible characters, except U+034F and the tags of flags, which distinguish words. */
const readText = (word: string): string =>
  word.replace(/(?![\u034f\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/gu, '');

/** Combining marks, which a reader may assign to another letter, and private-use characters (PDF/A-2, 6.2.11.7.3). */
const isUnclear = (text: string): boolean => /[\p{M}\p{Co}]/u.test(text);

/** Adds ActualText to a word if its glyphs do not reliably represent its text. */
function readable(word: string, glyphs: Glyphs, direction: Direction): ShapedWord {
  const { texts } = glyphs;
  const expected = readText(word);
  const shaped = { text: word, ...glyphs };
  const isSaid =
    direction === 'ltr' && texts.join('') === expected && !texts.includes('') && !isUnclear(expected);
  if (isSaid || expected === '') return shaped;
  return { ...shaped, texts: texts.map((text) => text || NO_TEXT), reads: expected };
}

/** One string for each character, which is shared by all words. */
const characters = new Map<number, string>();

const characterOf = (codePoint: number): string =>
  valueAt(characters, codePoint, () => String.fromCodePoint(codePoint));

const NOTHING: readonly string[] = [];

/** Glyphs, ligatures and pair kerning of a word in a simple script. */
export function shapeSimple(font: TrueType, word: string): Glyphs {
  const glyphs: number[] = [];
  const texts: string[] = [];
  let missing: string[] | undefined;
  for (let at = 0; at < word.length; ) {
    const code = word.codePointAt(at) ?? 0;
    const character = characterOf(code);
    const glyph = font.glyph(code) || font.glyph(STAND_INS[code] ?? code);
    if (glyph === 0) {
      missing ??= [];
      missing.push(character);
    }
    glyphs.push(glyph);
    texts.push(character);
    at += code > 0xffff ? 2 : 1;
  }
  joinLigatures(font, glyphs, texts);
  const kerns: number[] = [];
  let advance = 0;
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index] ?? 0;
    const next = glyphs[index + 1];
    const kern = next === undefined ? 0 : font.kern(glyph, next);
    kerns.push(kern);
    advance += font.advance(glyph) + kern;
  }
  // Copies are stored, because a copied array has its exact length, while an array that was extended reserves more
  // memory.
  return {
    advance,
    glyphs: glyphs.slice(),
    texts: texts.slice(),
    kerns: kerns.slice(),
    missing: missing ?? NOTHING,
  };
}

/** Replaces glyphs with the ligatures that they form. */
function joinLigatures(font: TrueType, glyphs: number[], texts: string[]): void {
  let joined = 0;
  for (let index = 0; index < glyphs.length; joined++) {
    const ligature = font.ligature(glyphs, index);
    const length = ligature?.length ?? 1;
    const glyph = ligature?.glyph ?? glyphs[index] ?? 0;
    const text = length === 1 ? (texts[index] ?? '') : texts.slice(index, index + length).join('');
    glyphs[joined] = glyph;
    texts[joined] = text;
    index += length;
  }
  glyphs.length = joined;
  texts.length = joined;
}
