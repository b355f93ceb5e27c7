import type { Language } from '../../../languages/index.ts';
import { countsOf, type Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';
import { lettersBefore, listedWord } from './word-list.ts';

/** What a group of alternatives is about, such as price, admission or place. */
export type AlternativeKind = keyof Language['meaning']['alternatives'];

/** A word or phrase of a text for which a language file lists alternatives, such as "free" and "paid". */
export interface Alternative {
  start: number;
  end: number;
  kind: AlternativeKind;
  /** The index of the meaning among the alternatives of this kind; synonyms have the same index. */
  index: number;
  /** In a compound, the letters before the listed word (`Schloss` in `Schlosspark`); otherwise empty. */
  first: string;
  /** In a compound, the letters after the listed word (`fest` in `Sommerfest`); otherwise empty or an ending. */
  last: string;
  /** Whether the addition or removal of this alternative is always a major change. */
  alone: boolean;
  /**
   * Whether the alternative is the negation of the first alternative of its kind, as in "forbidden", which means "not
   * allowed".
   */
  denies: boolean;
}

interface Phrase extends Pick<Alternative, 'kind' | 'index' | 'alone' | 'denies'> {
  words: readonly ReturnType<typeof listedWord>[];
}

/** The kinds in which the second alternative is the negation of the first. */
const DENIED: readonly string[] = ['permission', 'duty'] satisfies AlternativeKind[];

const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|#|[€£$₽]|[-–—](?=\s?#)/gu;
const LISTED = /[*\p{L}\p{N}][*\p{L}\p{M}\p{N}]*|#|[€£$₽]|[-–—](?=#)/gu;

/**
 * The words and phrases in a text that have alternatives, in order. If several phrases begin at the same position, only
 * the longest is returned. A word can belong to several kinds.
 *
 * @param text the text, with numbers and dates replaced by `#`
 */
export function alternativesIn(text: string, lang: Lang): Alternative[] {
  const phrases = phrasesOf(lang);
  const tokens = [...text.normalize('NFC').matchAll(TOKEN)].map(({ 0: token, index }) => ({
    word: isDash(token) ? '–' : token.toLowerCase().replaceAll('ß', 'ss'),
    start: index,
    end: index + token.length,
  }));
  const wordAt = (at: number): string => tokens[at]?.word ?? '';
  const found: Alternative[] = [];
  for (let at = 0; at < tokens.length; ) {
    const fits = phrases(wordAt(at)).filter(({ words }) =>
      words.every((word, next) => lettersBefore(wordAt(at + next), word) !== undefined),
    );
    const length = Math.max(1, ...fits.map(({ words }) => words.length));
    const [start, end] = [tokens[at]?.start ?? 0, tokens[at + length - 1]?.end ?? 0];
    const meanings = new Set<string>();
    for (const { words, ...one } of fits) {
      const [word] = words;
      if (word === undefined || words.length !== length || meanings.has(meaningOf(one))) continue;
      meanings.add(meaningOf(one));
      const first = lettersBefore(wordAt(at), word) ?? '';
      found.push({ ...one, first, last: wordAt(at).slice(first.length + word.letters.length), start, end });
    }
    at += length;
  }
  return found;
}

/** Whether an alternative was replaced with another alternative of the same kind. */
export function isExchanged(before: readonly Alternative[], after: readonly Alternative[]): boolean {
  const [removed, added] = [without(before, after), without(after, before)];
  return removed.some((old) =>
    added.some((now) => {
      const isOtherFirst = old.first !== '' && now.first !== '' && old.first !== now.first;
      return old.kind === now.kind && (old.index !== now.index || isOtherFirst);
    }),
  );
}

/**
 * Whether the addition or removal of an alternative makes the change major: always if the alternative is marked as
 * `alone`, otherwise only if it is of one of the given kinds.
 */
export function isOneMore(
  before: readonly Alternative[],
  after: readonly Alternative[],
  kinds: readonly AlternativeKind[],
): boolean {
  const lacks = (list: readonly Alternative[], others: readonly Alternative[]): boolean => {
    const known = new Set(others.map(meaningOf));
    return list.some((one) => (one.alone || kinds.includes(one.kind)) && !known.has(meaningOf(one)));
  };
  return lacks(before, after) || lacks(after, before);
}

/** A key for the meaning of an alternative; synonyms have the same key. */
export function meaningOf({ kind, index }: Pick<Alternative, 'kind' | 'index'>): string {
  return `${kind} ${index}`;
}

/** The alternatives that occur more often in the first list than in the second. */
function without(list: readonly Alternative[], others: readonly Alternative[]): Alternative[] {
  const [counts, other] = [countsOf(list.map(keyOf)), countsOf(others.map(keyOf))];
  return list.filter((one) => (counts.get(keyOf(one)) ?? 0) > (other.get(keyOf(one)) ?? 0));
}

function keyOf(one: Alternative): string {
  return `${meaningOf(one)} ${one.first}`;
}

/**
 * Finds the phrases that can begin with a lower-case word. The phrases are indexed by their first word or, if that has
 * a wildcard, by the beginning or the end of that word.
 */
const phrasesOf = byLanguage(({ meaning }) => {
  const known = new Map<string, Phrase[]>();
  for (const [kind, alternatives] of Object.entries(meaning.alternatives)) {
    for (const [index, phrases] of alternatives.entries()) {
      for (const written of phrases.split('|')) {
        const words = (written.match(LISTED) ?? []).map((word) => listedWord(isDash(word) ? '–' : word));
        const denies = index === 1 && DENIED.includes(kind);
        const phrase = {
          words,
          kind: kind as AlternativeKind,
          index: denies ? 0 : index,
          alone: written.startsWith('!'),
          denies,
        };
        const key = keyOfWord(words[0]);
        known.set(key, [...(known.get(key) ?? []), phrase]);
      }
    }
  }
  return (word: string): Phrase[] =>
    [word, `${word.slice(0, SHARED)}*`, `*${word.slice(-SHARED)}`].flatMap((key) => known.get(key) ?? []);
});

/** Number of letters by which listed words with a wildcard are indexed. */
const SHARED = 2;

function keyOfWord({ letters, star }: Phrase['words'][number] = { letters: '' }): string {
  if (star === undefined) return letters;
  return star === 'before' ? `*${letters.slice(-SHARED)}` : `${letters.slice(0, SHARED)}*`;
}

const isDash = (token: string): boolean => /^[-–—]$/u.test(token);
