import type { Lang } from '../model/text.ts';

/** A stretch of a text and the language it is in. */
export interface LangStretch {
  text: string;
  lang: Lang;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** A stretch of Cyrillic words with the spaces and signs between them. */
const CYRILLIC_STRETCH =
  /\p{Script=Cyrillic}(?:[\p{Script=Cyrillic}\p{M}\d\s«»„“”"'’().,:;!?№–—-]*[\p{Script=Cyrillic}\p{M}])?/gu;

/**
 * Splits a text where its script shows that the language changes: Cyrillic words inside an English or French text are Russian.
 * Latin words inside a Russian text stay Russian: their letters do not tell their language.
 */
export function languageStretches(text: string, lang: Lang): LangStretch[] {
  if (lang === 'ru' || !CYRILLIC.test(text)) return [{ text, lang }];
  const stretches: LangStretch[] = [];
  let from = 0;
  for (const match of text.matchAll(CYRILLIC_STRETCH)) {
    if (match.index > from) stretches.push({ text: text.slice(from, match.index), lang });
    stretches.push({ text: match[0], lang: 'ru' });
    from = match.index + match[0].length;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), lang });
  return stretches;
}
