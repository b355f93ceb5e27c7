import type { Lang } from '../model/text.ts';

const SEGMENTERS = new Map<Lang, Intl.Segmenter>();

function segmenter(lang: Lang): Intl.Segmenter {
  const known = SEGMENTERS.get(lang);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(lang, { granularity: 'word' });
  SEGMENTERS.set(lang, made);
  return made;
}

/**
 * A text as words, spaces and punctuation marks; joined they are the text again. Words are those of Unicode (UAX 29), but
 * words joined by hyphens are one (Saint-Nicolas, из-за, COVID-19, 9-19), and French elided words are two (l’ + art).
 */
export function wordTokens(text: string, lang: Lang): string[] {
  const tokens = joinHyphenated(piecesOf(text).flatMap((piece) => segmentsOf(piece, lang)));
  return lang === 'fr' ? tokens.flatMap(splitElision) : tokens;
}

/**
 * Runs of at least so many characters, each up to a space before a letter or figure, where a word always begins. Segments are made of
 * pieces because each segment costs a copy of all the text that it is cut from.
 */
const PIECE = /.{200}.{0,800}?(?:\s(?=[\p{L}\p{N}])|$)|.{1,1000}/gsu;

function piecesOf(text: string): string[] {
  return text.match(PIECE) ?? [];
}

function segmentsOf(text: string, lang: Lang): string[] {
  return Array.from(segmenter(lang).segment(text), (part) => part.segment);
}

const HYPHEN = /^[-\u2010\u2011]$/u;
const WORD_END = /[\p{L}\p{N}\p{M}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

function joinHyphenated(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  /** Parts of the word that goes on. */
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

const ELIDED = /^((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(?=\p{L})/iu;

function splitElision(token: string): string[] {
  const elided = ELIDED.exec(token)?.[1];
  return elided === undefined ? [token] : [elided, token.slice(elided.length)];
}
