import { type Hyphenator, LANGUAGES } from '../../languages/index.ts';
import { type Lang, valueAt } from '../model/index.ts';
import type { Hyphenate } from './break-lines.ts';

const MARK = '\u0001';

/**
 * Hyphenates words by the patterns of the given languages; words in other languages are not hyphenated. Only the
 * patterns of these languages are loaded.
 */
export async function loadHyphenation(langs: Iterable<Lang>): Promise<Hyphenate> {
  const hyphenators = new Map<Lang, Hyphenator>();
  for (const lang of new Set(langs)) hyphenators.set(lang, (await LANGUAGES[lang].hyphenation()).default);
  const cache = new Map<string, readonly string[]>();
  return (word, lang) =>
    valueAt(
      cache,
      `${lang}${word}`,
      () => hyphenators.get(lang)?.hyphenateSync(word, { hyphenChar: MARK }).split(MARK) ?? [word],
    );
}
