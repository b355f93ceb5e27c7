import { isRightToLeft, printedText } from '../model/index.ts';
import type { TrueType } from './truetype.ts';

/** The glyphs of a word and their places. Font units. */
export interface Glyphs {
  /** Sum of advances and kerning. */
  advance: number;
  glyphs: readonly number[];
  /** The text that each glyph stands for: a character, or several for a ligature or a letter with marks. */
  texts: readonly string[];
  /** Kerning after each glyph. */
  kerns: readonly number[];
  /** Characters that the font has no glyph for, in order. */
  missing: readonly string[];
}

/** A word and its glyphs: what measuring and drawing share, so that no word is shaped twice. */
export interface ShapedWord extends Glyphs {
  text: string;
  /** What a reader is told instead of the texts of the glyphs, where these do not say it. */
  reads?: string;
  /** The fonts of its glyphs, where not all are the face's own. Advance and kerning are in units of the face all the same. */
  fonts?: readonly GlyphsOfFont[];
}

/** So many glyphs of a word, after those before, are of a font. */
interface GlyphsOfFont {
  font: TrueType;
  glyphs: number;
}

/** A stretch of a word, and the font that has its characters; none where none has them. */
interface FontStretch {
  text: string;
  font: TrueType | undefined;
}

/** A font that stands in for what a face lacks. */
export interface Fallback {
  font: TrueType;
  full: Shaper;
}

/**
 * What is read for the parts of a word after the first, where the first is read as all of them: a space, since some readers take no text
 * for no answer and read the glyphs.
 */
export const READ_BEFORE = ' ';

/**
 * Whether a word may follow in a piece of a line: a word that is read as another text begins a piece and is alone in it, but for the
 * space after one that is read as a space.
 *
 * @param first the word that begins the piece
 */
export function joinsPiece(first: ShapedWord | undefined, { reads, text }: ShapedWord): boolean {
  if (reads !== undefined) return false;
  return first?.reads === undefined || (first.reads === READ_BEFORE && text === ' ');
}

/** A full OpenType shaper, for what the plain one does not know. */
export type Shaper = (word: string) => Glyphs;

/** Gives the full shaper of a font. */
export type ShaperOf = (font: TrueType) => Shaper;

/** One font face with its cache of shaped words. */
export interface Face {
  readonly font: TrueType;
  readonly space: ShapedWord;
  /** Whether a word that was shaped has a character that no font has a glyph for. */
  readonly lacking: boolean;
  shape(word: string): ShapedWord;
  /** Whether a text has characters that are not set in the face's own font. */
  borrows(text: string): boolean;
  /** A word by the fonts that its characters are set in. */
  stretches(word: string): readonly FontStretch[];
}

/** Printed where a word is hyphenated: readers that take the text out again know that it belongs to the setting. */
export const SOFT_HYPHEN = '\u00ad';

/** The words of a text of one line, shaped, with the spaces between them; what may be hyphenated is not. */
export function shapeText(face: Face, text: string): ShapedWord[] {
  const words: ShapedWord[] = [];
  const printed = text.replaceAll(SOFT_HYPHEN, '');
  printed.split(' ').forEach((word, index) => {
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
 * combining marks, digits, punctuation and symbols (not the fraction slash, not the joiners and direction marks).
 */
const SIMPLE =
  /^[\t\n\u0020-\u02ff\u0400-\u0482\u048a-\u052f\u1e00-\u1eff\u2009\u200a\u2010-\u2027\u202f\u2030-\u2043\u2045-\u205e\u20a0-\u20cf\u2100-\u214f\u2190-\u22ff\u25a0-\u25ff\u2600-\u27bf]*$/;

/** Spaces and hyphens that many fonts lack, and the character whose glyph stands in for them. */
const STAND_INS: Readonly<Record<number, number>> = {
  173: 0x2d,
  8239: 0xa0,
  8201: 0x20,
  8202: 0x20,
  8208: 0x2d,
};

/** What no shaper needs to see: it would take the soft hyphen for one that is not printed, and miss what another glyph stands in for. */
const APART = /([\u00ad\u202f\u2009\u200a\u2010])/;

/** Words that a face keeps: more than a long programme has, and few enough for words without end, whose parts are all different. */
const MOST_KEPT = 50_000;

/** Whether a text can be set without the full shaper: all its words are of simple scripts. */
function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

const NO_FALLBACKS = (): readonly Fallback[] => [];

/**
 * A face over a font: plain shaping for simple scripts, the full shaper for all else.
 *
 * @param full what shapes words with combining marks or of other scripts
 * @param fallbacks opens the fonts that stand in for what the font lacks, the first that has it
 */
export function createFace(
  font: TrueType,
  full: Shaper,
  fallbacks: () => readonly Fallback[] = NO_FALLBACKS,
): Face {
  const cache = new Map<string, ShapedWord>();
  const own: Fallback = { font, full };
  let lacking = false;
  const borrowed = new Uint8Array(0x10000);
  const isBorrowed = (code: number): boolean => {
    const known = borrowed[code];
    if (known !== undefined && known !== 0) return known === 2;
    const found = !has(font, String.fromCodePoint(code));
    if (code < borrowed.length) borrowed[code] = found ? 2 : 1;
    return found;
  };
  const stretches = (word: string): Stretch[] => stretchesOf(word, [own, ...fallbacks()]);
  const shape = (word: string): ShapedWord => {
    let shaped = cache.get(word);
    if (shaped === undefined) {
      shaped = isSimple(word) ? wordOf(word, shapeSimple(font, word)) : undefined;
      if (shaped === undefined || shaped.missing.length > 0) shaped = shapeParts(word, stretches(word), own);
      lacking ||= shaped.missing.length > 0;
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
    borrows(text) {
      for (let index = 0; index < text.length; index++) {
        const code = text.codePointAt(index) ?? 0;
        if (code > 0xffff) index++;
        if (isBorrowed(code)) return true;
      }
      return false;
    },
    stretches: (word) => stretches(word).map(({ text, by }) => ({ text, font: by?.font })),
  };
}

/** The glyphs of a word in one font. */
function shapeIn({ font, full }: Fallback, word: string): Glyphs {
  if (isSimple(word)) return shapeSimple(font, word);
  return joined(
    word.split(APART).map((part, index) => (index % 2 === 1 ? shapeSimple(font, part) : full(part))),
  );
}

/** A stretch of a word, and what has glyphs for it. */
interface Stretch {
  text: string;
  by: Fallback | undefined;
}

/** The characters of a word, each with what belongs to it: marks, and signs that are never seen. A soft hyphen is seen. */
const clustersOf = (word: string): string[] =>
  (word.match(/\P{M}?(?:(?!\u00ad)[\p{M}\p{Default_Ignorable_Code_Point}])*/gsu) ?? []).filter(
    (cluster) => cluster !== '',
  );
const hasLetters = (text: string): boolean => /[\p{L}\p{M}]/u.test(text);

/** Whether a font can print a text: it has a glyph for each character, or for a letter composed of several. */
function has(font: TrueType, text: string): boolean {
  const printed = printedText(text.replaceAll(SOFT_HYPHEN, '-'));
  if (isRightToLeft(printed)) return false;
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
 * A word by the first of the fonts that have its characters. A word with a letter that the first font lacks is in one font, if any has it
 * whole: letters of two fonts side by side look like an accident.
 */
function stretchesOf(word: string, fonts: readonly Fallback[]): Stretch[] {
  const by = (text: string): Stretch => ({ text, by: fonts.find(({ font }) => has(font, text)) });
  // A mark that no font has with its character is set over it by its own width.
  const found = clustersOf(word).flatMap((cluster) => {
    const whole = by(cluster);
    return whole.by === undefined ? [...cluster].map(by) : [whole];
  });
  if (found.some(({ text, by }) => by !== fonts[0] && hasLetters(text))) {
    const whole = fonts.find(({ font }) => has(font, word));
    if (whole !== undefined) return [{ text: word, by: whole }];
  }
  const stretches: Stretch[] = [];
  for (const { text, by } of found) {
    const last = stretches.at(-1);
    if (last !== undefined && last.by === by) last.text += text;
    else stretches.push({ text, by });
  }
  return stretches;
}

/** A word whose stretches may be of several fonts, in units of its face's own. */
function shapeParts(word: string, stretches: readonly Stretch[], own: Fallback): ShapedWord {
  if (stretches.every(({ by }) => by === own)) return readable(word, shapeIn(own, word));
  const parts = stretches.map(({ text, by }) => ({ by, glyphs: partIn(text, by, own) }));
  const whole = readable(word, joined(parts.map(({ glyphs }) => glyphs)));
  return {
    ...whole,
    fonts: parts.map(({ by = own, glyphs }) => ({ font: by.font, glyphs: glyphs.glyphs.length })),
  };
}

function partIn(text: string, by: Fallback | undefined, own: Fallback): Glyphs {
  const glyphs = shapeIn(by ?? own, text);
  if (by === undefined) return { ...glyphs, missing: [...printedText(text)] };
  const scale = own.font.unitsPerEm / by.font.unitsPerEm;
  return {
    ...glyphs,
    advance: glyphs.advance * scale,
    kerns: glyphs.kerns.map((kern) => kern * scale),
    missing: NOTHING,
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

/** Stretches of a word, one after another. */
export function joined(parts: readonly Glyphs[]): Glyphs {
  return {
    advance: parts.reduce((sum, { advance }) => sum + advance, 0),
    glyphs: parts.flatMap(({ glyphs }) => glyphs),
    texts: parts.flatMap(({ texts }) => texts),
    kerns: parts.flatMap(({ kerns }) => kerns),
    missing: parts.flatMap(({ missing }) => missing),
  };
}

/** Stands for nothing, where a glyph must stand for something. */
const NO_TEXT = '\u200b';

/** Marks, which a reader that goes by places may take to stand over another letter, and private characters (PDF/A-2, 6.2.11.7.3). */
const isUnclear = (text: string): boolean => /[\p{M}\p{Co}]/u.test(text);

/** A word that says itself to a reader, where the glyphs that the shaper made of it do not, or not for sure. */
function readable(word: string, glyphs: Glyphs): ShapedWord {
  const { texts } = glyphs;
  const own = printedText(word);
  const shaped = wordOf(word, glyphs);
  if (texts.join('') === own && !texts.includes('') && !isUnclear(own)) return shaped;
  return { ...shaped, texts: texts.map((text) => text || NO_TEXT), reads: own };
}

/** The characters, each once for all words: a long programme has many words and few characters. */
const characters = new Map<number, string>();

function characterOf(codePoint: number): string {
  let character = characters.get(codePoint);
  if (character === undefined) {
    character = String.fromCodePoint(codePoint);
    characters.set(codePoint, character);
  }
  return character;
}

const NOTHING: readonly string[] = [];

/** Glyphs, ligatures and pair kerning of a word of a simple script. */
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
  // Copies are as long as they need to be; arrays that grew are longer.
  return {
    advance,
    glyphs: glyphs.slice(),
    texts: texts.slice(),
    kerns: kerns.slice(),
    missing: missing ?? NOTHING,
  };
}

/** Puts ligatures in the places of the glyphs that form them. */
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
