import { LANGS, LANGUAGES } from '../../languages/index.ts';
import { type Lang, valueAt } from '../model/index.ts';
import { byLanguage } from './by-language.ts';

/**
 * Returns a comparison function that sorts names in the index order of a language. Accents, and then case, matter only
 * if names are otherwise equal; numbers are sorted by value; and names in the script of the language precede names in
 * other scripts. The function does not use Intl, so that the order is the same in every version of Node.
 */
export function compareNames(lang: Lang): (a: string, b: string) => number {
  const weights = weightsIn(lang);
  const keys = new Map<string, Key>();
  const keyOf = (name: string): Key => valueAt(keys, name, () => makeKey(name, weights));
  return (a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    for (const [level, weights] of first.entries()) {
      const difference = compareLists(weights, second[level] ?? []);
      if (difference !== 0) return difference;
    }
    return a === b ? 0 : a < b ? -1 : 1;
  };
}

/**
 * Sort key of a name: the weights of its letters, numbers and punctuation marks; then their accents, 0 for none; then 1
 * for each capital letter and 0 for other characters. Two keys are compared up to their first difference.
 */
type Key = readonly (readonly number[])[];

/** Punctuation marks in the order of the Unicode Collation Algorithm, before digits and letters. */
const MARKS = [...'_-‐‑–—,;:!?.…\'‘’‚‹›"“”„«»()[]{}§@*/\\&#%°+±×<=>|~№€$'];
/** Letters that are sorted like one or more other letters. */
const EXPANSIONS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};
const SPACE = 1;
const FIRST_MARK = 2;
const NUMBER = 1_000;
const FIRST_LETTER = 2_000;
const UNKNOWN = 100_000;

/** White space, a number, or other characters. */
const ELEMENT = /(\s+)|(\d+)|([^\s\d]+)/g;
/** The first code point in the range of combining accents. */
const FIRST_ACCENT = 0x300;

function makeKey(name: string, weights: ReadonlyMap<string, number>): Key {
  const key: number[][] = [[], [], []];
  const put = (letter: number, accent = 0, isCapital = false): void =>
    [letter, accent, isCapital ? 1 : 0].forEach((weight, level) => {
      key[level]?.push(weight);
    });
  const putCharacter = (character: string): void => {
    const lower = character.toLowerCase();
    const isCapital = lower !== character;
    const whole = weights.get(lower);
    if (whole !== undefined) {
      put(whole, 0, isCapital);
      return;
    }
    const expansion = EXPANSIONS[lower];
    if (expansion !== undefined) {
      for (const letter of expansion) put(weights.get(letter) ?? 0, lower.codePointAt(0) ?? 0, isCapital);
      return;
    }
    const [base = '', ...accents] = lower.normalize('NFD');
    // All accents of a letter as a single number, which is computed from their code points.
    const accent = accents.reduce((sum, mark) => sum * 0x1_0000 + (mark.codePointAt(0) ?? 0), 0);
    put(weights.get(base) ?? UNKNOWN + (base.codePointAt(0) ?? 0), accent, isCapital);
  };
  for (const [, space, digits, characters = ''] of name.normalize('NFC').matchAll(ELEMENT)) {
    if (space !== undefined) put(SPACE);
    else if (digits !== undefined) {
      const number = digits.replace(/^0+(?=\d)/, '');
      put(NUMBER + Math.min(number.length, 500));
      for (const digit of number) put(Number(digit));
    } else for (const character of withAccents(characters, weights)) putCharacter(character);
  }
  return key;
}

/** Splits a text into characters, each with its combining accents. */
function withAccents(characters: string, weights: ReadonlyMap<string, number>): string[] {
  const found: string[] = [];
  for (const character of characters) {
    const isAccent =
      character.charCodeAt(0) >= FIRST_ACCENT && !weights.has(character) && /^\p{M}/u.test(character);
    if (isAccent && found.length > 0) found.push(`${found.pop()}${character}`);
    else found.push(character);
  }
  return found;
}

/**
 * Weights of punctuation marks and letters: first the alphabet of the language, then those of the other languages. An
 * accented letter has its own weight if the first alphabet of its script contains it, like й in Russian; otherwise it
 * is sorted as its base letter with an accent.
 */
const weightsIn = byLanguage((language) => {
  const weights = new Map(MARKS.map((mark, index) => [mark, FIRST_MARK + index]));
  const scripts = new Set<string>();
  for (const { alphabet, script } of [language, ...LANGS.map((other) => LANGUAGES[other])]) {
    for (const letter of alphabet) {
      const accented = scripts.has(script) && weights.has(letter.normalize('NFD').charAt(0));
      if (!weights.has(letter) && !accented) weights.set(letter, FIRST_LETTER + weights.size);
    }
    scripts.add(script);
  }
  return weights;
});

function compareLists(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
