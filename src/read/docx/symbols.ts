/**
 * Converts characters of symbol fonts (such as Wingdings, Webdings and Symbol), which files store as letters or
 * private-use characters, to Unicode.
 */
import { codePoint } from 'dingbat-to-unicode';

/** Arrows in the order of their directions in Unicode: west, north, east, south, then the diagonals. */
const ARROWS = ['←', '↑', '→', '↓', '↖', '↗', '↘', '↙'] as const;

/**
 * Ranges of symbols that text fonts lack, and the common symbols that replace them, in the order of their codes. If a
 * range is longer than its list of symbols, the list is repeated.
 */
const COMMON_SIGNS = [
  { first: 0x1f800, last: 0x1f84f, signs: ARROWS.slice(0, 4) },
  { first: 0x1f850, last: 0x1f88f, signs: ARROWS },
  // Arrows with triangular heads.
  { first: 0x2b60, last: 0x2b69, signs: [...ARROWS.slice(0, 4), '↔', '↕', ...ARROWS.slice(4)] },
  // A light check mark.
  { first: 0x1f5f8, last: 0x1f5f8, signs: ['✓'] },
];

const SYMBOL_FONTS: ReadonlySet<string> = new Set([
  'Symbol',
  'Webdings',
  'Wingdings',
  'Wingdings 2',
  'Wingdings 3',
]);
/** Private-use characters whose codes are 0xf000 plus the code in a symbol font. */
const PRIVATE = /[\uf020-\uf0ff]/;
/** Private-use characters, whose meaning depends on the font. */
export const PRIVATE_USE = /[\ue000-\uf8ff]/gu;

/** Whether a font is a symbol font. */
export const isSymbolFont = (font: string | undefined): boolean =>
  font !== undefined && SYMBOL_FONTS.has(font);

/**
 * Converts a character in a font to Unicode. A character in a text font is returned unchanged; the result for an
 * unknown symbol is undefined.
 */
export function unicodeOf(character: string, font: string | undefined): string | undefined {
  const code = character.charCodeAt(0);
  const symbolCode = PRIVATE.test(character) ? code - 0xf000 : code;
  const sign = isSymbolFont(font) && symbolCode <= 0xff ? codePoint(font ?? '', symbolCode) : undefined;
  if (sign !== undefined) return commonSign(sign.codePoint) ?? sign.string;
  return isSymbolFont(font) || character.search(PRIVATE_USE) === 0 ? undefined : character;
}

/** The common symbol that replaces a symbol that text fonts lack; undefined for all other symbols. */
function commonSign(code: number): string | undefined {
  const range = COMMON_SIGNS.find(({ first, last }) => code >= first && code <= last);
  return range?.signs[(code - range.first) % range.signs.length];
}
