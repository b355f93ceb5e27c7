import { LANGUAGES } from '../../../languages/index.ts';
import type { Lang } from '../../model/index.ts';
import { withoutGroups } from './numbers.ts';

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/gu;
const QUOTES = /[«»‹›„“”‟‚‘’‛"'`´′″]/gu;
const APOSTROPHE = /(?<=\p{L})['’ʼ`´](?=\p{L})/gu;
const DASHES = /[-\u2010-\u2015\u2212]/gu;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** Placeholders for an apostrophe and a minus sign, which no dataset contains. */
const KEPT_APOSTROPHE = '\u0001';
const MINUS = '\u0002';

/**
 * Whether two texts differ at most in typography, so that readers cannot confuse different words: spaces next to
 * punctuation and digits, quotation marks, dashes, and capitals and accents that do not make a different word. The
 * following are not typography: spaces within words (an ice is not a nice), an apostrophe within a word, a minus sign,
 * spaces and dashes between digits (20 21 and 20-21 are not 2021, but 7 000 is 7000).
 *
 * @param lang language of the text: it determines which capitals and accents make a different word
 */
export function isTypographic(before: string, after: string, lang: Lang): boolean {
  // In words that are all in capitals, a capital has no meaning.
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

/** Maximum length of an abbreviation in capitals, which may be a different word in lower case (US, IT, WHO). */
const LONGEST_ABBREVIATION = 3;

function shouts(text: string): boolean {
  const words = text.match(WORD) ?? [];
  return words.every(isUpper) && words.some((word) => word.length > LONGEST_ABBREVIATION);
}

/** A text in lower case and without accents, unless that makes a different word. */
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
