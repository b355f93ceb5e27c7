import { type Hyphenator, LANGUAGES } from '../../languages/index.ts';
import type { Lang } from '../model/index.ts';
import type { Hyphenate } from './break-lines.ts';

const MARK = '\u0001';

/**
 * Hyphenation by the patterns of the given languages; words of other languages are not hyphenated. Only these
 * patterns are loaded.
 */
export async function loadHyphenation(langs: Iterable<Lang>): Promise<Hyphenate> {
  const hyphenators = new Map<Lang, Hyphenator>();
  for (const lang of new Set(langs)) hyphenators.set(lang, (await LANGUAGES[lang].hyphenation()).default);
  const cache = new Map<string, readonly string[]>();
  return (word, lang) => {
    const key = `${lang}${word}`;
    let parts = cache.get(key);
    if (parts === undefined) {
      parts = hyphenators.get(lang)?.hyphenateSync(word, { hyphenChar: MARK }).split(MARK) ?? [word];
      cache.set(key, parts);
    }
    return parts;
  };
}
