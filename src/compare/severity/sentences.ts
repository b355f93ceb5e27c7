import type { Lang } from '../../model/index.ts';
import { isAbbreviation } from './names.ts';
import { WORDS } from './reading.ts';

/** Two sentences that have at least this share of words in common count as versions of the same sentence. */
const VERSION_FROM = 0.3;
/**
 * If only one sentence was removed and only one was added, this share of words in common is sufficient for them to
 * count as versions of the same sentence.
 */
const ONLY_VERSION_FROM = 0.2;

/**
 * The end of a sentence. The end mark must follow two lower-case letters, digits or closing marks, because the full
 * stops in "St." and "No." do not end a sentence, and must not follow a number of one or two digits, because the full
 * stop in "der 75. Geburtstag" marks an ordinal.
 */
const SENTENCE_END =
  /(?<=[\p{Ll}\p{M}\d)»”"]{2}(?:\.{3}|[.!?…]|[ \u00a0\u202f][!?])["»”)]?)(?<!(?<!\d)\d{1,2}\.)\s+|\n+/u;

/** Splits a text into sentences. */
export function sentencesOf(text: string, lang: Lang): string[] {
  const abbreviated = text.replace(/(?<!\p{L})(\p{L}+)\.(?=[ \u00a0])/gu, (found, word: string) =>
    isAbbreviation(word, lang) ? word : found,
  );
  return abbreviated.split(SENTENCE_END).filter((sentence) => sentence !== '');
}

interface Pairing {
  versions: [string, string][];
  removed: string[];
  added: string[];
}

/**
 * Matches removed and added sentences. Returns pairs of versions of the same sentence, and the sentences without a
 * counterpart.
 */
export function pairSentences(removed: readonly string[], added: readonly string[]): Pairing {
  const left = added.map((text) => ({ text, words: wordSet(text) }));
  const versions: [string, string][] = [];
  const isOnly = removed.length === 1 && added.length === 1;
  const alone = removed.filter((old) => {
    const words = wordSet(old);
    const likely = left.map((now) => likeness(words, now.words));
    const best = likely.indexOf(Math.max(...likely));
    if ((likely[best] ?? 0) < (isOnly ? ONLY_VERSION_FROM : VERSION_FROM)) return true;
    versions.push([old, left.splice(best, 1)[0]?.text ?? '']);
    return false;
  });
  return { versions, removed: alone, added: left.map(({ text }) => text) };
}

/** The sentences of the first list that the second list does not contain. */
export function wordsNotIn(list: readonly string[], other: readonly string[]): string[] {
  const known = new Set(other);
  return list.filter((item) => !known.has(item));
}

function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((word) => right.has(word)).length;
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
}

/** The distinct words of a text, in lower case. */
export function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(WORDS) ?? []);
}
