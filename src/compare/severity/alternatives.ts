import type { Language } from '../../../languages/index.ts';
import type { Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';
import { countsOf } from './lists.ts';
import { lettersBefore, listedWord } from './word-list.ts';

/** The subject of alternatives: price, admission, place and so on. */
export type AlternativeKind = keyof Language['meaning']['alternatives'];

/** A word or phrase in a text that has alternatives. */
export interface Alternative {
  start: number;
  end: number;
  kind: AlternativeKind;
  /** The number of the alternative; synonyms have the same number. */
  index: number;
  /** The letters before the word in a compound (Schloss in Schlosspark). */
  first: string;
  /** Whether adding or removing the alternative is always a major change. */
  alone: boolean;
  /**
   * Whether the alternative means the opposite of the first alternative of its kind, as "forbidden" means "not
   * allowed".
   */
  denies: boolean;
}

interface Phrase extends Pick<Alternative, 'kind' | 'index' | 'alone' | 'denies'> {
  words: readonly ReturnType<typeof listedWord>[];
}

/** The kinds whose second alternative negates the first. */
const DENIED: readonly string[] = ['permission', 'duty'] satisfies AlternativeKind[];

const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|#|[€£$₽]|[-–—](?=\s?#)/gu;
const LISTED = /[*\p{L}\p{N}][*\p{L}\p{M}\p{N}]*|#|[€£$₽]|[-–—](?=#)/gu;

/**
 * The words and phrases in a text that have alternatives, in order; if several begin at the same position, only the
 * longest. A word can have several kinds.
 *
 * @param text the text, in which `#` replaces numbers and dates
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
      found.push({ ...one, first: lettersBefore(wordAt(at), word) ?? '', start, end });
    }
    at += length;
  }
  return found;
}

/** Whether an alternative was replaced with another alternative of the same kind. */
export function isExchanged(before: readonly Alternative[], after: readonly Alternative[]): boolean {
  const [gone, come] = [without(before, after), without(after, before)];
  return gone.some((old) =>
    come.some((now) => {
      const isOtherFirst = old.first !== '' && now.first !== '' && old.first !== now.first;
      return old.kind === now.kind && (old.index !== now.index || isOtherFirst);
    }),
  );
}

/**
 * Whether the addition or removal of an alternative makes the change major: always for a marked alternative,
 * otherwise only for the given kinds.
 */
export function isOneMore(
  before: readonly Alternative[],
  after: readonly Alternative[],
  kinds: readonly AlternativeKind[],
): boolean {
  const lacks = (some: readonly Alternative[], others: readonly Alternative[]): boolean => {
    const known = new Set(others.map(meaningOf));
    return some.some((one) => (one.alone || kinds.includes(one.kind)) && !known.has(meaningOf(one)));
  };
  return lacks(before, after) || lacks(after, before);
}

/** A key for the meaning of an alternative; synonyms have the same key. */
export function meaningOf({ kind, index }: Pick<Alternative, 'kind' | 'index'>): string {
  return `${kind} ${index}`;
}

/** The items that occur more often than in the other list, each once. */
function without(some: readonly Alternative[], others: readonly Alternative[]): Alternative[] {
  const [own, other] = [countsOf(some.map(keyOf)), countsOf(others.map(keyOf))];
  const distinct = new Map(some.map((one) => [keyOf(one), one]));
  return [...distinct].flatMap(([key, one]) => ((own.get(key) ?? 0) > (other.get(key) ?? 0) ? [one] : []));
}

function keyOf(one: Alternative): string {
  return `${meaningOf(one)} ${one.first}`;
}

/** Phrases by the first word with which they may begin: the whole word in lower case, its beginning, or its end. */
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

/** Number of letters by which compounds with a listed word are looked up. */
const SHARED = 2;

function keyOfWord({ letters, star }: Phrase['words'][number] = { letters: '' }): string {
  if (star === undefined) return letters;
  return star === 'before' ? `*${letters.slice(-SHARED)}` : `${letters.slice(0, SHARED)}*`;
}

const isDash = (token: string): boolean => /^[-–—]$/u.test(token);
