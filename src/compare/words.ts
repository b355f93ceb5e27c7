import { LANGUAGES } from '../../languages/index.ts';
import type { Lang } from '../model/index.ts';

/**
 * Line ends, spaces, words, and other characters with their combining marks (the subset of Unicode UAX #29 that
 * alphabetic scripts need). Intl is not used, so that the result is the same in every version of Node.
 */
const PIECE =
  /\r\n|[\u0020\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+|[\p{L}\p{N}_][\p{L}\p{N}_\p{M}\p{Cf}]*(?:(?:(?<=\p{L}[\p{M}\p{Cf}]*)[.'’‘:·](?=\p{L})|(?<=\p{Nd}[\p{M}\p{Cf}]*)[.,;'’‘](?=\p{Nd}))[\p{L}\p{N}_\p{M}\p{Cf}]+)*|[\s\S][\p{M}\p{Cf}]*/gu;

/**
 * Splits a text into words, spaces and punctuation; if these are joined, the result is the original text. Words joined
 * by hyphens count as one word (Saint-Nicolas, из-за, COVID-19, 9-19). A French elided article is a separate word (l’ +
 * art).
 */
export function wordTokens(text: string, lang: Lang): string[] {
  const tokens = joinHyphenated(text.match(PIECE) ?? []);
  const elided = LANGUAGES[lang].rules.attached?.before;
  return elided === undefined ? tokens : tokens.flatMap((token) => splitElision(token, elided));
}

const HYPHEN = /^[-\u2010\u2011]$/u;
const WORD_END = /[\p{L}\p{N}\p{M}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

function joinHyphenated(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  /** The pieces of the current word that were found so far. */
  let word: string[] = [];
  tokens.forEach((token, index) => {
    const before = tokens[index - 1] ?? '';
    const joins = HYPHEN.test(token)
      ? WORD_END.test(before) && WORD_START.test(tokens[index + 1] ?? '')
      : HYPHEN.test(before) && word.length > 1;
    if (!joins) {
      if (word.length > 0) joined.push(word.join(''));
      word = [];
    }
    word.push(token);
  });
  if (word.length > 0) joined.push(word.join(''));
  return joined;
}

function splitElision(token: string, elided: RegExp): string[] {
  const before = elided.exec(token)?.[0];
  return before === undefined ? [token] : [before, token.slice(before.length)];
}
