import type { Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';
import { isSameBag, isSameList } from './lists.ts';
import { contentWords, readingOf, WORDS, wordsOfReading } from './reading.ts';

/**
 * Whether two facts of a sentence were exchanged, and the words between them stayed: games in the morning and tea in
 * the afternoon, or the reverse; 2 pm for pupils and 3 pm for adults, or the reverse; from Bath to Wells, or the
 * reverse. Clauses, items of a list, and other words within a clause may change their order.
 */
export function isReassigned(before: string, after: string, lang: Lang): boolean {
  if (before.length > LONGEST_SENTENCE) return false;
  const [words, exact] = [contentWords, allWords].map((wordsOf) => exchangeIn(before, after, lang, wordsOf));
  const meant = exchangeIn(before, after, lang, meanings);
  return (
    [words, meant].some((one) => one !== undefined && isBetweenClauses(one)) ||
    [words, exact].some((one) => one?.isSingle === true && one.between.every(isPreposition(lang))) ||
    meant?.isOneKind === true
  );
}

const allWords = (text: string): string[] => text.toLowerCase().match(WORDS) ?? [];
const meanings = (text: string, lang: Lang): string[] => wordsOfReading(readingOf(text, lang));

/** Two sequences of words that changed places. */
interface Exchange {
  /** The words between them. */
  between: readonly string[];
  /** Whether each of them is a single word. */
  isSingle: boolean;
  /** Whether they are single alternatives of one kind. */
  isOneKind: boolean;
  /** Whether each clause has the same words as before. */
  areSameClauses: boolean;
}

/** The exchange of the first and the last of the words that differ. */
function exchangeIn(
  before: string,
  after: string,
  lang: Lang,
  wordsOf: typeof contentWords,
): Exchange | undefined {
  const [clauses, others] = [clausesOf(before, lang, wordsOf), clausesOf(after, lang, wordsOf)];
  const inOrder = (some: readonly string[][]): string[] => some.flatMap((words) => [...words, END]);
  const [old, now] = [inOrder(clauses), inOrder(others)];
  if (!isSameBag(old, now) || isSameList(old, now)) return undefined;
  const start = old.findIndex((word, at) => word !== now[at]);
  const behind = [...old].reverse().findIndex((word, at) => word !== now.at(-1 - at));
  const [words, moved] = [old, now].map((some) => some.slice(start, some.length - behind));
  if (words === undefined || moved === undefined || words.length > MOST_WORDS) return undefined;
  const from = words.findIndex((_, at) => isSameList(words.slice(at), moved.slice(0, words.length - at)));
  const to = words.findIndex((_, at) => at > 0 && isSameList(words.slice(0, at), moved.slice(-at)));
  const between = words.slice(to, from);
  if (to < 0 || between.length === 0 || !isSameList(between, moved.slice(words.length - from, -to)))
    return undefined;
  const sorted = (some: readonly string[][]): string[] => some.map((clause) => [...clause].sort().join(' '));
  const [first = '', last = ''] = [words[0], words.at(-1)].map((word) => word?.replace(/ \d+$/u, ''));
  const isSingle = to === 1 && from === words.length - 1;
  return {
    between,
    isSingle,
    isOneKind: isSingle && first === last && first !== words[0] && !between.includes(END),
    areSameClauses: isSameBag(sorted(clauses), sorted(others)),
  };
}

/** Whether words of two clauses were exchanged, but not items of an enumeration. */
function isBetweenClauses({ between, areSameClauses }: Exchange): boolean {
  const isItem = between[0] === END && between.at(-1) === END;
  return between.includes(END) && !isItem && !areSameClauses;
}

/** The words of each clause. */
function clausesOf(text: string, lang: Lang, wordsOf: typeof contentWords): string[][] {
  return text
    .split(endOfClause(lang))
    .map((clause) => wordsOf(clause, lang))
    .filter(({ length }) => length > 0);
}

/** Stands at the end of a clause. */
const END = ',';
/** Maximum number of characters of a sentence; longer texts would take a second or more. */
const LONGEST_SENTENCE = 2000;
/** Maximum number of words that are compared in order. */
const MOST_WORDS = 60;

const endOfClause = byLanguage(
  ({ dates }) =>
    new RegExp(
      `[,;:.](?=\\s)|\\s[-–—]\\s|(?<!\\p{L})(?:${(dates.read.small.and ?? '').replaceAll('.', '\\.')})(?!\\p{L})`,
      'iu',
    ),
);

/** Whether a word leads from one place or time to another: to, after. */
const isPreposition = byLanguage(({ dates, rules }) => {
  const words = new Set(`${rules.titles.prepositions}|${dates.read.small.to ?? ''}`.split('|'));
  return (word: string): boolean => words.has(word);
});
