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
/** The stretches of Cyrillic words with the spaces and punctuation between them. */
const cyrillicStretches = (text: string): Iterable<RegExpExecArray> =>
  text.matchAll(
    /\p{Script=Cyrillic}(?:[\p{Script=Cyrillic}\p{M}\d\s«»„“”"'’().,:;!?№–—-]*[\p{Script=Cyrillic}\p{M}])?/gu,
  );

/**
 * Splits a text where its script shows a change of language: Cyrillic words within a text in Latin script are in the
 * language with Cyrillic script, the first if there are several. Latin words within a Cyrillic text stay in its
 * language, because their script does not determine another.
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
