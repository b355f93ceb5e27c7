import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type Lang } from '../model/index.ts';

/** A stretch of a text and the language it is in. */
export interface LangStretch {
  text: string;
  lang: Lang;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Its words in a text of another language tell what language they are in. */
const CYRILLIC_LANGUAGE = LANGS.find((lang) => LANGUAGES[lang].script === 'Cyrillic');
/** The stretches of Cyrillic words with the spaces and signs between them. */
const cyrillicStretches = (text: string): Iterable<RegExpExecArray> =>
  text.matchAll(
    /\p{Script=Cyrillic}(?:[\p{Script=Cyrillic}\p{M}\d\s«»„“”"'’().,:;!?№–—-]*[\p{Script=Cyrillic}\p{M}])?/gu,
  );

/**
 * Splits a text where its script shows that the language changes: Cyrillic words inside a text in Latin letters are
 * of the language with Cyrillic letters, the first of several. Latin words inside a Cyrillic text stay in its language: their letters do
 * not tell theirs.
 */
export function languageStretches(text: string, lang: Lang): LangStretch[] {
  if (CYRILLIC_LANGUAGE === undefined || LANGUAGES[lang].script === 'Cyrillic' || !CYRILLIC.test(text)) {
    return [{ text, lang }];
  }
  const stretches: LangStretch[] = [];
  let from = 0;
  for (const match of cyrillicStretches(text)) {
    if (match.index > from) stretches.push({ text: text.slice(from, match.index), lang });
    stretches.push({ text: match[0], lang: CYRILLIC_LANGUAGE });
    from = match.index + match[0].length;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), lang });
  return stretches;
}
