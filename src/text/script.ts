import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type Lang } from '../model/index.ts';

/** A stretch of a text and its language. */
export interface LangStretch {
  text: string;
  lang: Lang;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** The language of Cyrillic words within a text in another language. */
const CYRILLIC_LANGUAGE = LANGS.find((lang) => LANGUAGES[lang].script === 'Cyrillic');
/** A stretch of Cyrillic words with the spaces and punctuation between them, for `split`, which keeps it. */
const CYRILLIC_STRETCH =
  /(\p{Script=Cyrillic}(?:[\p{Script=Cyrillic}\p{M}\d\s«»„“”"'’().,:;!?№–—-]*[\p{Script=Cyrillic}\p{M}])?)/u;

/**
 * Splits a text where its script shows a change of language: Cyrillic words within a text in Latin script are in the
 * language with Cyrillic script, the first if there are several. Latin words within a Cyrillic text stay in its
 * language, because their script does not determine another.
 */
export function languageStretches(text: string, lang: Lang): LangStretch[] {
  if (CYRILLIC_LANGUAGE === undefined || LANGUAGES[lang].script === 'Cyrillic' || !CYRILLIC.test(text)) {
    return [{ text, lang }];
  }
  return text
    .split(CYRILLIC_STRETCH)
    .map((part, index) => ({ text: part, lang: index % 2 === 0 ? lang : CYRILLIC_LANGUAGE }))
    .filter((stretch) => stretch.text !== '');
}
