import { LANGUAGES } from '../../../languages/index.ts';
import type { Lang } from '../../model/index.ts';
import { withoutGroups } from './numbers.ts';

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/gu;
const QUOTES = /[«»‹›„“”‟‚‘’‛"'`´′″]/gu;
const APOSTROPHE = /(?<=\p{L})['’ʼ`´](?=\p{L})/gu;
const DASHES = /[-\u2010-\u2015\u2212]/gu;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Characters that stand for an apostrophe and a minus sign while texts are compared; no dataset contains them. */
const KEPT_APOSTROPHE = '\u0001';
const MINUS = '\u0002';

/** Writes superscript letters such as "ᵉ" on the baseline. */
export const onBaseline = (text: string): string =>
  text.replace(/\p{Lm}/gu, (letter) => letter.normalize('NFKC'));

/**
 * Whether two texts differ only in typography, that is, in spaces next to punctuation and digits, in quotation marks
 * and dashes, and in capitals and accents that do not make a different word. The following differences are not
 * typographic: spaces within words ("an ice", "a nice"), apostrophes within words, minus signs, and spaces and dashes
 * between digits (20 21 and 20-21 are not 2021, but 7 000 is 7000).
 *
 * @param lang the language of the texts, which determines which capitals and accents make a different word
 */
export function isTypographic(before: string, after: string, lang: Lang): boolean {
  // If a text is entirely in capitals, its capitals do not distinguish words.
  const shouting = shouts(before) || shouts(after);
  return skeleton(before, lang, shouting) === skeleton(after, lang, shouting);
}

function skeleton(text: string, lang: Lang, shouting: boolean): string {
  const plain = text.normalize('NFC').replace(INVISIBLE, '').replaceAll('…', '...').replace(DASHES, '-');
  return plainWords(
    withoutGroups(plain, lang).replace(APOSTROPHE, KEPT_APOSTROPHE).replace(QUOTES, ''),
    lang,
    shouting,
  )
    .replace(/(?<=\d)\s*-\s*(?=\d)/gu, '–')
    .replace(/(?<=^|[\s([])-(?=\d)/gu, MINUS)
    .replaceAll('-', ' ')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\d)\s+(?=\d)/gu, '_')
    .replace(/(?<!\p{L})\s+|\s+(?!\p{L})/gu, '');
}

/** Maximum number of letters of an abbreviation in capitals that is a different word in lower case (US, IT, WHO). */
const LONGEST_ABBREVIATION = 3;

function shouts(text: string): boolean {
  const words = text.match(WORD) ?? [];
  return words.every(isUpper) && words.some((word) => word.length > LONGEST_ABBREVIATION);
}

/** Converts a text to lower case and removes accents, except where this would result in a different word. */
function plainWords(text: string, lang: Lang, shouting: boolean): string {
  const { capitals, plainMarks } = LANGUAGES[lang].meaning;
  const telling = capitals === 'nouns' ? undefined : new Set(capitals.split('|'));
  return text.replace(WORD, (word, offset: number) => {
    const plain = plainMarks(word).replace(/œ/giu, 'oe').replace(/æ/giu, 'ae');
    const abbreviation = isUpper(word) && word.length > 1 && word.length <= LONGEST_ABBREVIATION;
    const tells = telling === undefined ? !beginsSentence(text, offset) : telling.has(word.toLowerCase());
    return !shouting && (abbreviation || tells) ? plain : plain.toLowerCase();
  });
}

function isUpper(word: string): boolean {
  return word === word.toUpperCase();
}

function beginsSentence(text: string, offset: number): boolean {
  return /(?:^|[.!?:\n])[^\p{L}\p{N}]*$/u.test(text.slice(Math.max(0, offset - 10), offset));
}
