/** Order of right-to-left text in left-to-right lines: the Unicode Bidirectional Algorithm (UAX 9), by the package bidi-js. */
import bidiJs from 'bidi-js';

/** The function that this module uses; the type declarations of the package describe a different export. */
const { getEmbeddingLevels } = (
  bidiJs as unknown as () => {
    getEmbeddingLevels(text: string, base: 'ltr'): { levels: Uint8Array };
  }
)();

/**
 * Right-to-left characters of two UTF-16 units, which need special treatment because the package reads single units.
 */
const OF_TWO_UNITS = /[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;
const HEBREW_LETTERS = String.fromCodePoint(0x5d0, 0x5d0);

/**
 * Patterns for right-to-left characters, for characters that are not letters, brackets or quotation marks, and for both
 * kinds.
 */
const TURNED = '[\\u0590-\\u08ff\\u200f\\ufb1d-\\ufdff\\ufe70-\\ufefc]';
const NEUTRAL = `(?!${TURNED})[^\\p{L}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}]`;
const INNER = `(?:${TURNED}|${NEUTRAL})*`;
const [OPENING, CLOSING] = ['[\\p{Ps}\\p{Pi}]', '[\\p{Pe}\\p{Pf}]'];

/** Consecutive right-to-left words, with the neutral characters between them and any brackets that they open. */
const ISOLATED = new RegExp(
  [
    `${TURNED}(?:(?:${NEUTRAL})*(?:${OPENING}${INNER}${CLOSING}(?:${NEUTRAL})*)*${TURNED})*`,
    `(?:(?:${NEUTRAL})*${OPENING}(?:${NEUTRAL})*${TURNED}${INNER}${CLOSING})?`,
  ].join(''),
  'gu',
);
/** Start and end of an isolate; forbidden in the texts of a dataset. */
const [ISOLATE, END] = ['\u2067', '\u2069'];

/** A part of a text with one embedding level; an odd level means right-to-left. */
interface Level {
  start: number;
  end: number;
  level: number;
}

/**
 * The embedding levels of a left-to-right paragraph. Right-to-left words are isolated, so that a number after them, such as a time, stays
 * on their right; the algorithm alone would place it on their left.
 */
export function levelsOf(text: string): Level[] {
  const isolated = text.replace(OF_TWO_UNITS, HEBREW_LETTERS).replace(ISOLATED, `${ISOLATE}$&${END}`);
  const { levels } = getEmbeddingLevels(isolated, 'ltr');
  const found: Level[] = [];
  let at = 0;
  levels.forEach((level, index) => {
    if (isolated[index] === ISOLATE || isolated[index] === END) return;
    const last = found.at(-1);
    if (last?.level === level) last.end = at + 1;
    else found.push({ start: at, end: at + 1, level });
    at++;
  });
  return found;
}

/** The items of a line in visual order (UAX 9, rule L2). */
export function inVisualOrder<T>(items: readonly T[], levelOf: (item: T) => number): readonly T[] {
  let ordered = items;
  for (let level = Math.max(0, ...items.map(levelOf)); level > 0; level--) {
    const next: T[] = [];
    let turned = next.length;
    for (const item of ordered) {
      if (levelOf(item) < level) {
        next.push(item);
        turned = next.length;
      } else next.splice(turned, 0, item);
    }
    ordered = next;
  }
  return ordered;
}
