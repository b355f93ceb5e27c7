import { LANGUAGES } from '../../../languages/index.ts';
import { fold, type Lang } from '../../model/index.ts';
import { editDistance } from '../../reference/index.ts';
import { type AlternativeKind, alternativesIn } from './alternatives.ts';
import { factOf, hasCapitalNouns, isPartOf, SHORTEST_LAST, SPELLING_WITHIN } from './names.ts';
import { isNumberWord } from './numbers.ts';
import { contentWords, isNumeral, readingOf, spelledOut, WORDS, type WordInReading } from './reading.ts';
import { isIdle, isNegation, isOnly, isPractical } from './word-list.ts';

/** Maximum number of characters of a short text. */
export const MAX_SHORT_TEXT = 80;
/** Number of initial letters that two forms of the same word have in common. */
export const STEM = 5;

/**
 * Whether a text is short, and either states few facts or contains practical information (admission, prices, hours,
 * directions). In such a text, every word counts as a fact.
 */
export function isTerse(text: string, lang: Lang): boolean {
  if (text.length > MAX_SHORT_TEXT) return false;
  const plain = spelledOut(text, lang);
  return factsOf(plain, lang).length <= FEW_FACTS || (plain.match(WORDS) ?? []).some(isPractical(lang));
}

/**
 * Whether facts were replaced, even with words that no word list contains, that is, whether the texts have the same
 * beginning and the same end, but different words in between. If words moved, the text was reworded. In a text that is
 * not terse, only a few words may differ. A different form or spelling of a word is not a replacement, nor is one
 * practical word in place of another. In a title, or in a text without practical words, only nouns are facts; verbs and
 * adjectives are a matter of wording.
 */
export function isOtherFact(before: string, after: string, lang: Lang, isTitle: boolean): boolean {
  const [older, newer] = [spelledOut(before, lang), spelledOut(after, lang)];
  const [old, now] = [factsOf(older, lang), factsOf(newer, lang)];
  const isSame = isSameWord(lang);
  const start = old.findIndex((one, at) => !isSame(one, now[at]));
  const end = old.toReversed().findIndex((one, at) => !isSame(one, now.at(-1 - at)));
  const [less, more] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  if (start < 0 || end < 0 || Math.max(less.length, more.length) > MANY_FACTS) return false;
  const isWhole = less.length === old.length && Math.max(before.length, after.length) <= MAX_SHORT_TEXT;
  const isShort = isTitle || isWhole || (isTerse(older, lang) && isTerse(newer, lang));
  const isMoved = (one: WordInReading, at: number): boolean =>
    more.some((other, to) => !(isShort && at === to) && isSame(one, other));
  if (less.some(isMoved)) return false;
  const missing = (words: readonly WordInReading[], others: typeof words, text: string): string[] => {
    const known = new Set(contentWords(text, lang).map((word) => factOf(word, lang)));
    const isNew = (one: WordInReading, at: number): boolean =>
      !isSame(one, others[at]) && !known.has(factOf(one.written, lang));
    return words.filter(isNew).map(({ written }) => written);
  };
  const [removed, added] = [missing(less, more, newer), missing(more, less, older)];
  return (
    removed.length > 0 &&
    added.length > 0 &&
    (isShort || Math.max(removed.length, added.length) <= MOST_CORRECTED) &&
    !isAlike(removed.join(''), added.join(''), lang) &&
    !(!isTitle && isHead(removed.join(' '), added.join(' '), lang)) &&
    !([...removed, ...added].every(isPractical(lang)) && ![removed, added].every(hasSpot(lang))) &&
    // One adjective in place of another can be another subject, as in "copyright law" and "labour law" in Russian.
    ((isTitle && removed.length === 1 && added.length === 1) ||
      !(isWording(removed, before, lang, isTitle) && isWording(added, after, lang, isTitle)))
  );
}

/** Whether no word of a title is left, so that it names another event, even with words that state no fact. */
export function isOtherTitle(before: string, after: string, lang: Lang): boolean {
  const [old = [], now = []] = [before, after].map((text) => readingOf(spelledOut(text, lang), lang).words);
  return (
    old.length > 0 && now.length > 0 && !old.some((one) => now.some((other) => isSameWord(lang)(one, other)))
  );
}

/** Whether two words of the given language are the same word, forms of it, or synonyms. */
const isSameWord =
  (lang: Lang) =>
  (one?: WordInReading, other?: WordInReading): boolean =>
    isAlike(one?.written ?? '', other?.written ?? '', lang) ||
    (one?.word === other?.word && !isOtherCompound(one?.written ?? '', other?.written ?? '', lang)) ||
    factOf(one?.written ?? '', lang) === factOf(other?.written ?? '', lang);

/**
 * Whether the given words of a text are verbs, adjectives or adverbs, and the text contains no practical information.
 * In a title, practical words are ignored ("The Map Room").
 */
function isWording(chosen: readonly string[], text: string, lang: Lang, isTitle: boolean): boolean {
  const { noNoun } = LANGUAGES[lang].meaning;
  const words = [...text.matchAll(WORD_AND_NEXT)];
  const known = new Map(
    words.map(({ 1: word = '', 2: next = '.' }) => [
      spelledOut(word, lang),
      `${word} ${isTitle ? '' : next}`,
    ]),
  );
  const isNoNoun = (word: string): boolean => noNoun.test(known.get(word) ?? '');
  return (
    (isTitle || ![...known.keys()].some(isPractical(lang))) &&
    chosen.every(
      (word) => isNoNoun(word) && alternativesIn(word, lang).every(({ kind }) => LOOKS.includes(kind)),
    )
  );
}

/** Whether one of several words denotes a kind of place or a storey. */
const hasSpot =
  (lang: Lang) =>
  (words: readonly string[]): boolean =>
    words.some((word) => alternativesIn(word, lang).some(({ kind }) => kind === 'place' || kind === 'level'));

/**
 * The words of a text except figures, number words, function words, negations, restrictions and words that state no
 * fact.
 */
function factsOf(text: string, lang: Lang): WordInReading[] {
  return readingOf(text, lang).words.filter(
    (word) =>
      !/^[#\d]/u.test(word.written) &&
      !isIdle(lang)(word.written) &&
      !isNegation(lang)(word.written) &&
      !isOnly(lang)(word.written) &&
      !isNumeral(word, lang),
  );
}

/** Whether two words are probably forms or spellings of the same word. */
export function isAlike(a: string, b: string, lang: Lang): boolean {
  const [short = '', long = ''] = [fold(a), fold(b)].sort((one, other) => one.length - other.length);
  const ending = long.length - short.length;
  if (
    long.startsWith(short) &&
    ending <= Math.min(short.length, LONGEST_ENDING) &&
    short.length >= SHORTEST_FORM
  )
    return true;
  if (short.length < STEM) return short === long;
  if (isOtherCompound(short, long, lang)) return false;
  const stem = short.slice(0, STEM);
  if ([0, 1, 2].some((prefix) => long.startsWith(stem, prefix))) return true;
  const isLong = short.length > STEM && short[0] === long[0];
  const mostSlips = a.slice(0, 2) === b.slice(0, 2) || isLong ? SPELLING_WITHIN : 1;
  return editDistance(a, b) <= mostSlips;
}

/** Whether two words are compounds with the same first part and different last parts ("Stadtlauf", "Stadtfest"). */
function isOtherCompound(a: string, b: string, lang: Lang): boolean {
  const shared = [...a].findIndex((letter, at) => letter !== b[at]);
  return (
    hasCapitalNouns(lang) &&
    shared >= STEM &&
    Math.min(a.length, b.length) - shared >= LONGEST_ENDING &&
    Math.max(a.length, b.length) - shared >= SHORTEST_LAST &&
    editDistance(a, b) > SPELLING_WITHIN
  );
}

/** Whether a compound was shortened to its last part, which is the same thing ("Tischtücher", "Tücher"). */
function isHead(a: string, b: string, lang: Lang): boolean {
  const [short = '', long = ''] = [a, b].sort((one, other) => one.length - other.length);
  return (
    isPartOf(short, long) &&
    !isNumberWord(long.slice(0, -short.length), lang) &&
    [short, long].every((word) => alternativesIn(word, lang).length === 0)
  );
}

/** A word and, if only a space separates them, the next word. */
const WORD_AND_NEXT = /([\p{L}\p{M}\p{N}]+)(?=(?: ([\p{L}\p{M}\p{N}]+))?)/gu;
/** Kinds of alternatives that only describe a thing, for example its age or size. */
const LOOKS: readonly AlternativeKind[] = ['age', 'size', 'colour', 'language'];
/** Maximum number of words in which two texts may differ if they are to be compared word by word. */
const MANY_FACTS = 100;
/** Maximum number of adjacent words that a correction of a longer text replaces. */
const MOST_CORRECTED = 3;
/** A short text with at most this number of facts counts as terse, even if it contains no practical information. */
const FEW_FACTS = 4;
/**
 * Minimum number of letters of a word to which an ending can be added, and maximum number of letters of such an ending.
 */
const SHORTEST_FORM = 2;
const LONGEST_ENDING = 3;
