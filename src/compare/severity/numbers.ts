import type { Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';

/** A number in a text, in digits or in words. */
export interface NumberInText {
  start: number;
  end: number;
  /** The value in digits, without thousands separators. */
  value: string;
  /** Whether the number is the word "first" or the word "one", which is also an article in some languages. */
  isOne: boolean;
}

interface Token {
  word: string;
  start: number;
  end: number;
}

/** A number that the next word may continue. */
interface Open {
  amount: number;
  digits: boolean;
  /** Whether the word "and" follows the number. */
  joined: boolean;
  end: number;
}

const TOKEN =
  /(?<![\p{L}\p{N}.,])[-\u2212]?\d+(?:[ \u00a0\u202f]\d{3}(?!\d)|[.,:]\d+)*|\d+|\p{L}[\p{L}\p{M}]*/gu;
const BETWEEN = /^[ \u00a0\u202f\u2011-]?$/u;
/** Maximum number of letters of a number word. */
const LONGEST = 80;

/**
 * The numbers in a text, in order. A number in digits and the same number in words have the same value, such as 10,000
 * and "ten thousand", 2nd and "second", 21 and "einundzwanzig".
 */
export function numbersIn(text: string, lang: Lang): NumberInText[] {
  const { values, first, joint } = wordsOf(lang);
  const found: NumberInText[] = [];
  let open: Open | undefined;
  for (const { word, start, end } of tokensOf(text, lang)) {
    const before = open !== undefined && BETWEEN.test(text.slice(open.end, start)) ? open : undefined;
    if (before?.joined === false && word === joint) {
      open = { ...before, joined: true, end };
      continue;
    }
    const digits = /\d/.test(word);
    const value = digits ? withoutGroups(word, lang).replace('\u2212', '-') : values.get(word);
    open = undefined;
    if (value === undefined) continue;
    const amount = Number(value.replace(',', '.'));
    const last = found.at(-1);
    const sum = before === undefined || digits || first.has(word) ? undefined : together(before, amount);
    if (sum !== undefined && last !== undefined)
      Object.assign(last, { end, value: String(sum), isOne: false });
    else found.push({ start, end, value, isOne: !digits && amount === 1 });
    if (!first.has(word))
      open = { amount: sum ?? amount, digits: digits && sum === undefined, joined: false, end };
  }
  return found;
}

/** The values of the lower-case number words of a language, in digits. */
export const valuesOfWords = (lang: Lang): ReadonlyMap<string, string> => wordsOf(lang).values;

/** Whether a word is a number word, such as `twelve`, `zwölf` or `двенадцатого`. */
export function isNumberWord(word: string, lang: Lang): boolean {
  return !/\d/.test(word) && numbersIn(word, lang).length > 0;
}

/**
 * The words and numbers of a text, in lower case. A number that is written as one word is split into its parts
 * (`einundzwanzig` into `ein`, `und` and `zwanzig`).
 */
function* tokensOf(text: string, lang: Lang): Generator<Token> {
  const { values, parts } = wordsOf(lang);
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const word = token.toLowerCase();
    const split = values.has(word) || word.length > LONGEST ? undefined : parts?.exec(word)?.[0];
    if (split === undefined) yield { word, start: index, end: index + token.length };
    else
      for (const { 0: part, index: at } of word.matchAll(wordsOf(lang).part))
        yield { word: part, start: index + at, end: index + at + part.length };
  }
}

/**
 * Combines a number with the number word after it; undefined if they are separate numbers. After a number in digits,
 * only words such as "thousand" or "million" can continue the number. After "and", units can follow tens and hundreds,
 * and tens can follow units, as in German.
 */
function together({ amount, digits, joined }: Open, next: number): number | undefined {
  if (next >= 1000) {
    const part = amount % (next * 1000);
    return !joined && part > 0 && part < next ? amount - part + part * next : undefined;
  }
  if (digits || !Number.isInteger(amount) || !Number.isInteger(next) || amount === 0) return undefined;
  const [hundreds, tens] = [amount % 1000, amount % 100];
  const afterTens = tens >= 20 && tens % 10 === 0;
  if (next < 100 && tens === 0) return amount + next;
  if (joined) {
    if (afterTens && (next === 1 || next === 11)) return amount + next;
    return tens === hundreds && tens < 10 && next >= 20 && next % 10 === 0 && next < 100
      ? amount + next
      : undefined;
  }
  if (next > 100) return hundreds === 0 ? amount + next : undefined;
  if (next === 100) return hundreds < 100 ? amount + hundreds * 99 : undefined;
  if (afterTens && next < 10) return amount + next;
  // French number words that are sums or products, such as `quatre-vingt`, `soixante-dix` and `dix-sept`.
  if (next === 20) return tens === 4 ? amount + 76 : undefined;
  if (tens === 60 || tens === 80) return next >= 10 && next < 20 ? amount + next : undefined;
  return tens === 10 && next >= 7 && next < 10 ? amount + next : undefined;
}

/** Replaces parts of a text, in order, by their values. */
export function withValues(
  text: string,
  parts: readonly Pick<NumberInText, 'start' | 'end' | 'value'>[],
): string {
  let [valued, from] = ['', 0];
  for (const { start, end, value } of parts) {
    valued += text.slice(from, start) + value;
    from = end;
  }
  return valued + text.slice(from);
}

/** Removes the thousands separators from a text: 7 000 and 7,000 become 7000. */
export function withoutGroups(text: string, lang: Lang): string {
  return text.replace(groupsOf(lang), (number) => number.replace(/\D/gu, ''));
}

const groupsOf = byLanguage(
  ({ meaning: { groupMark = '' } }) =>
    new RegExp(`(?<![\\d.,])\\d{1,3}(?:[ \\u00a0\\u202f${groupMark}]\\d{3})+(?![.,]?\\d)`, 'gu'),
);

/** The values of the lower-case number words of a language, and how these words are combined. */
const wordsOf = byLanguage(({ meaning: { numbers, first = '', numberJoint, closedNumbers } }) => {
  const values = new Map(
    [...Object.entries(numbers), ['1', first] as const].flatMap(([value, words]) =>
      words.split('|').map((word): [string, string] => [word, value]),
    ),
  );
  values.delete('');
  const longestFirst = [...values.keys(), ...(numberJoint === undefined ? [] : [numberJoint])]
    .sort((a, b) => b.length - a.length)
    .join('|');
  return {
    values,
    first: new Set(first.split('|')),
    joint: numberJoint,
    part: new RegExp(`(?:${longestFirst})(?=(?:${longestFirst})*$)`, 'gu'),
    parts: closedNumbers === true ? new RegExp(`^(?:${longestFirst}){2,}$`, 'u') : undefined,
  };
});
