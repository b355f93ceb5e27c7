import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type LangText } from '../model/index.ts';

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** The language to which Cyrillic words within a text in another language are assigned. */
const CYRILLIC_LANGUAGE = LANGS.find((lang) => LANGUAGES[lang].script === 'Cyrillic');
/**
 * Consecutive Cyrillic words with the spaces and punctuation between them. The pattern has a capturing group, so that
 * `split` also returns these words.
 */
const CYRILLIC_STRETCH =
  /(\p{Script=Cyrillic}(?:[\p{Script=Cyrillic}\p{M}\d\s«»„“”"'’().,:;!?№–—-]*[\p{Script=Cyrillic}\p{M}])?)/u;

/**
 * Splits a text where a change of script shows a change of language. Cyrillic words within a text in Latin script are
 * assigned to the first language with Cyrillic script. Latin words within a Cyrillic text stay in the language of the
 * text, because Latin script alone does not identify a language.
 */
export function languageStretches({ words, lang }: LangText): LangText[] {
  if (CYRILLIC_LANGUAGE === undefined || LANGUAGES[lang].script === 'Cyrillic' || !CYRILLIC.test(words)) {
    return [{ words, lang }];
  }
  return words
    .split(CYRILLIC_STRETCH)
    .map((part, index) => ({ words: part, lang: index % 2 === 0 ? lang : CYRILLIC_LANGUAGE }))
    .filter((stretch) => stretch.words !== '');
}
