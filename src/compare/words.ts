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
  const tokens = joinHyphenated([...segmenter(lang).segment(text)].map((part) => part.segment));
  return lang === 'fr' ? tokens.flatMap(splitElision) : tokens;
}

const HYPHEN = /^[-\u2010\u2011]$/u;
const WORD_END = /[\p{L}\p{N}\p{M}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

function joinHyphenated(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index] ?? '';
    const before = joined.at(-1) ?? '';
    const after = tokens[index + 1] ?? '';
    if (HYPHEN.test(token) && WORD_END.test(before) && WORD_START.test(after)) {
      joined[joined.length - 1] = before + token + after;
      index += 2;
    } else {
      joined.push(token);
      index += 1;
    }
  }
  return joined;
}

const ELIDED = /^((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(?=\p{L})/iu;

function splitElision(token: string): string[] {
  const elided = ELIDED.exec(token)?.[1];
  return elided === undefined ? [token] : [elided, token.slice(elided.length)];
}
