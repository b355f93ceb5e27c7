import { LANGS, LANGUAGES } from '../../languages/index.ts';
import type { Lang } from '../model/index.ts';
import { byLanguage } from './by-language.ts';

/**
 * A comparison that puts names in the order of an index in that language: accents and then case count only between names that are
 * otherwise equal, numbers go by value, and names in the script of the language come before those in others. It is our own, and not that
 * of Intl, so that every Node prints the same order.
 */
export function compareNames(lang: Lang): (a: string, b: string) => number {
  const weights = weightsIn(lang);
  const keys = new Map<string, Key>();
  const keyOf = (name: string): Key => {
    let key = keys.get(name);
    if (key === undefined) {
      key = makeKey(name, weights);
      keys.set(name, key);
    }
    return key;
  };
  return (a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    return (
      compareLists(first.letters, second.letters) ||
      compareLists(first.accents, second.accents) ||
      compareLists(first.cases, second.cases) ||
      (a === b ? 0 : a < b ? -1 : 1)
    );
  };
}

/** What a name is compared by, the first that differs. */
interface Key {
  /** Weights of letters, digits and marks. */
  letters: readonly number[];
  /** The accents of each, 0 for none. */
  accents: readonly number[];
  /** 1 for a capital. */
  cases: readonly number[];
}

/** Marks in the order of the Unicode Collation Algorithm, before digits and letters. */
const MARKS = [...'_-‐‑–—,;:!?.…\'‘’‚‹›"“”„«»()[]{}§@*/\\&#%°+±×<=>|~№€$'];
/** Letters that are others in disguise. */
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

/** Spaces, a number, or other characters. */
const ELEMENT = /(\s+)|(\d+)|([^\s\d]+)/g;
/** The first code of an accent. */
const FIRST_ACCENT = 0x300;

function makeKey(name: string, weights: ReadonlyMap<string, number>): Key {
  const key = { letters: [] as number[], accents: [] as number[], cases: [] as number[] };
  const put = (letter: number, accent: number, capital: boolean): void => {
    key.letters.push(letter);
    key.accents.push(accent);
    key.cases.push(capital ? 1 : 0);
  };
  for (const [, space, digits, characters = ''] of name.normalize('NFC').matchAll(ELEMENT)) {
    if (space !== undefined) put(SPACE, 0, false);
    else if (digits !== undefined) {
      const number = digits.replace(/^0+(?=\d)/, '');
      put(NUMBER + Math.min(number.length, 500), 0, false);
      for (const digit of number) put(Number(digit), 0, false);
    } else for (const character of withAccents(characters, weights)) putCharacter(character, weights, put);
  }
  return key;
}

/** Characters, each with the accents behind it. */
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

function putCharacter(
  character: string,
  weights: ReadonlyMap<string, number>,
  put: (letter: number, accent: number, capital: boolean) => void,
): void {
  const lower = character.toLowerCase();
  const capital = lower !== character;
  const whole = weights.get(lower);
  if (whole !== undefined) {
    put(whole, 0, capital);
    return;
  }
  const expansion = EXPANSIONS[lower];
  if (expansion !== undefined) {
    for (const letter of expansion) put(weights.get(letter) ?? 0, lower.codePointAt(0) ?? 0, capital);
    return;
  }
  const [base = '', ...accents] = lower.normalize('NFD');
  // The accents of one letter: their code points, as one number.
  const accent = accents.reduce((sum, mark) => sum * 0x1_0000 + (mark.codePointAt(0) ?? 0), 0);
  put(weights.get(base) ?? UNKNOWN + (base.codePointAt(0) ?? 0), accent, capital);
}

/**
 * Weights of marks and letters: the alphabet of the language, then those of the others. A letter with a mark has a place of its own where
 * the first alphabet of its script lists it, as Russian does й; elsewhere it sorts as the plain one with an accent.
 */
const weightsIn = byLanguage((own) => {
  const weights = new Map(MARKS.map((mark, index) => [mark, FIRST_MARK + index]));
  const scripts = new Set<string>();
  for (const { alphabet, script } of [own, ...LANGS.map((other) => LANGUAGES[other])]) {
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
