/**
 * Converts characters of symbol fonts (Wingdings, Webdings, Symbol …), stored as letters or private-use codes, to
 * Unicode.
 */
import { codePoint } from 'dingbat-to-unicode';

/**
 * Arrows of the supplementary planes, which text fonts lack. They repeat by direction: west, north, east, south, then
 * the diagonals.
 */
const ARROWS = ['←', '↑', '→', '↓', '↖', '↗', '↘', '↙'] as const;
const FOUR_ARROWS = { first: 0x1f800, last: 0x1f84f };
const EIGHT_ARROWS = { first: 0x1f850, last: 0x1f88f };
/** Replacements for arrows with triangle heads. */
const TRIANGLE_ARROWS = ['←', '↑', '→', '↓', '↔', '↕', '↖', '↗', '↘', '↙'] as const;
const FIRST_TRIANGLE_ARROW = 0x2b60;
const LIGHT_CHECK_MARK = 0x1f5f8;

const SYMBOL_FONTS: ReadonlySet<string> = new Set([
  'Symbol',
  'Webdings',
  'Wingdings',
  'Wingdings 2',
  'Wingdings 3',
]);
/** Private-use characters whose code is 0xf000 plus the code in a symbol font. */
const PRIVATE = /[\uf020-\uf0ff]/;
/** Private-use characters, which have a meaning only in their own font. */
export const PRIVATE_USE = /[\ue000-\uf8ff]/gu;

/** Whether a font is a symbol font. */
export const isSymbolFont = (font: string | undefined): boolean =>
  font !== undefined && SYMBOL_FONTS.has(font);

/**
 * Converts a character of a font to Unicode. A character of a text font is unchanged; the result is undefined if a
 * symbol is unknown.
 */
export function unicodeOf(character: string, font: string | undefined): string | undefined {
  const code = character.charCodeAt(0);
  const own = PRIVATE.test(character) ? code - 0xf000 : code;
  const sign = isSymbolFont(font) && own <= 0xff ? codePoint(font ?? '', own) : undefined;
  if (sign !== undefined) return commonSign(sign.codePoint) ?? sign.string;
  return isSymbolFont(font) || character.search(PRIVATE_USE) === 0 ? undefined : character;
}

/** A common replacement for a symbol that text fonts lack. */
function commonSign(code: number): string | undefined {
  if (code >= FOUR_ARROWS.first && code <= FOUR_ARROWS.last) return ARROWS[code % 4];
  if (code >= EIGHT_ARROWS.first && code <= EIGHT_ARROWS.last) return ARROWS[code % 8];
  return code === LIGHT_CHECK_MARK ? '✓' : TRIANGLE_ARROWS[code - FIRST_TRIANGLE_ARROW];
}
