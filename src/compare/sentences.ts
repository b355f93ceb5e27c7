import { LANGUAGES } from '../../languages/index.ts';
import type { Lang } from '../model/index.ts';

/** Where a sentence ends: after a word, for the full stops of St. and No. end none. */
const SENTENCE_END = /(?<=[\p{Ll}\p{M}\d)»”"]{2}[.!?…]["»”)]?)\s+|\n+/u;
/** The same, but not after a number of one or two digits: der 75. Geburtstag. */
const SENTENCE_END_NO_ORDINAL = /(?<=[\p{Ll}\p{M}\d)»”"]{2}[.!?…]["»”)]?)(?<!(?<!\d)\d{1,2}\.)\s+|\n+/u;

/** The sentences of a text. */
export function sentencesOf(text: string, lang: Lang): string[] {
  const end = LANGUAGES[lang].meaning.ordinalStop === true ? SENTENCE_END_NO_ORDINAL : SENTENCE_END;
  return text.split(end).filter((sentence) => sentence !== '');
}
