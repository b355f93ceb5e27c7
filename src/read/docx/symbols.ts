/** Signs of symbol fonts (Wingdings, Webdings, Symbol …), which have letters or private codes in a file, as characters of Unicode. */
import { codePoint } from 'dingbat-to-unicode';

/** Arrows of the supplementary planes, which text fonts lack, go round by direction: west, north, east, south, then the diagonals. */
const ARROWS = ['←', '↑', '→', '↓', '↖', '↗', '↘', '↙'] as const;
const FOUR_ARROWS = { first: 0x1f800, last: 0x1f84f };
const EIGHT_ARROWS = { first: 0x1f850, last: 0x1f88f };
/** The same with heads of triangles. */
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
/** Codes for private use that stand for the same code of a symbol font without its first digits. */
const PRIVATE = /[\uf020-\uf0ff]/;
/** What no font but one knows. */
export const PRIVATE_USE = /[\ue000-\uf8ff]/gu;

/** Whether the letters of a font are signs. */
export const isSymbolFont = (font: string | undefined): boolean =>
  font !== undefined && SYMBOL_FONTS.has(font);

/** A character of a font as one of Unicode: itself in a text font; undefined where nobody knows which sign it is. */
export function unicodeOf(character: string, font: string | undefined): string | undefined {
  const code = character.charCodeAt(0);
  const own = PRIVATE.test(character) ? code - 0xf000 : code;
  const sign = isSymbolFont(font) && own <= 0xff ? codePoint(font ?? '', own) : undefined;
  if (sign !== undefined) return commonSign(sign.codePoint) ?? sign.string;
  return isSymbolFont(font) || character.search(PRIVATE_USE) === 0 ? undefined : character;
}

/** The sign of text fonts for one that they lack. */
function commonSign(code: number): string | undefined {
  if (code >= FOUR_ARROWS.first && code <= FOUR_ARROWS.last) return ARROWS[code % 4];
  if (code >= EIGHT_ARROWS.first && code <= EIGHT_ARROWS.last) return ARROWS[code % 8];
  return code === LIGHT_CHECK_MARK ? '✓' : TRIANGLE_ARROWS[code - FIRST_TRIANGLE_ARROW];
}
