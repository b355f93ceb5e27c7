import { LANGUAGES } from '../../../languages/index.ts';
import type { ChangeKind, Lang } from '../../model/index.ts';
import { otherLanguageOf } from '../../text/index.ts';
import {
  type Alternative,
  type AlternativeKind,
  alternativesIn,
  isExchanged,
  isOneMore,
} from './alternatives.ts';
import { isOtherFact, isTerse, MAX_SHORT_TEXT } from './facts.ts';
import { isSameBag, isSameList } from './lists.ts';
import type { Names } from './names.ts';
import { numeralsOf } from './numerals.ts';
import {
  contentWords,
  type Reading,
  readingOf,
  spelledOut,
  WORDS,
  withoutFigure,
  wordsOfReading,
} from './reading.ts';
import { isReassigned } from './reassigned.ts';
import { pairSentences, sentencesOf, wordSet, wordsNotIn } from './sentences.ts';

/** The data that the comparison of meanings needs in addition to the two texts. */
export interface Context {
  names: Names;
  /** The year of the programme, which applies to dates without a year. */
  year: number | undefined;
}

/** The kinds of changes to texts that describe an event. */
const EVENT_TEXTS: readonly ChangeKind[] = ['title-reworded', 'description-reworded', 'text-changed'];

/** Kinds of alternatives that are essential in a short text, such as "breakfast" or "for children". */
const TELL_IN_SHORT_TEXT: readonly AlternativeKind[] = ['audience', 'dayTime'];

/**
 * Whether the meaning of a text changed: a number, date, time, place, person, price or audience is different, or a
 * cancellation or negation was added or removed. An added or removed sentence does not change the meaning of the other
 * sentences unless it replaces one of them.
 *
 * @param kind the kind of change, which determines which words are facts: nouns in descriptions, all words in titles
 */
export function saysOtherwise(
  before: string,
  after: string,
  lang: Lang,
  context: Context,
  kind: ChangeKind,
): boolean {
  const isOther = (old: string, now: string): boolean =>
    EVENT_TEXTS.includes(kind) && isOtherFact(old, now, lang, kind === 'title-reworded');
  const kinds = Math.max(before.length, after.length) <= MAX_SHORT_TEXT ? TELL_IN_SHORT_TEXT : [];
  const hasOneMore = (before: string, after: string): boolean => {
    const [old, now] = [readingOf(before, lang), readingOf(after, lang)];
    const isSame = old.negations === now.negations;
    const told = ({ alternatives }: Reading): Alternative[] =>
      alternatives.map((one) => ({ ...one, alone: one.alone && !(isSame && one.denies) }));
    return isOneMore(told(old), told(now), kinds);
  };
  const [olds, nows] = [sentencesOf(before, lang), sentencesOf(after, lang)];
  const [changed, others] = [wordsNotIn(olds, nows), wordsNotIn(nows, olds)];
  // A statement that is also in an unchanged sentence was neither added nor removed.
  if (hasOneMore(changed.join('\n'), others.join('\n')) && hasOneMore(before, after)) return true;
  const { versions, removed, added } = pairSentences(changed, others);
  const haveSameFigures = isSameFigures(before, after, lang, context);
  const isOtherIn = (old: string, now: string, inLang: Lang): boolean =>
    isOtherStatement(old, now, inLang) || (!haveSameFigures && !isSameFigures(old, now, inLang, context));
  const isOtherPair = ([old, now]: [string, string]): boolean => {
    const other = otherLanguageOf(`${old}\n${now}`, lang);
    return (
      isOtherIn(old, now, lang) ||
      isReassigned(old, now, lang) ||
      isOtherChoice(old, now, lang) ||
      isOtherGroup(old, now, lang) ||
      context.names.differ(old, now, lang) ||
      isOther(old, now) ||
      (other !== undefined && isOtherIn(old, now, other))
    );
  };
  // If sentences were joined or split, or if the end of a sentence was not found because of an abbreviation, facts only
  // seem to move to another sentence.
  const isRecut = changed.length !== others.length && !isOtherPair([before, after]);
  if (!isRecut && versions.some(isOtherPair)) return true;
  if (removed.length === 0 || added.length === 0) return false;
  const [old, now] = [removed.join('\n'), added.join('\n')];
  return (
    isReplaced(old, now, lang, context) ||
    isOther(old, now) ||
    (isTerse(old, lang) && isTerse(now, lang) && isOtherIn(old, now, lang))
  );
}

/**
 * Whether two texts have the same meaning: the same numbers, dates, times and amounts in the same order (the notation
 * may differ), and otherwise the same words.
 */
export function saysTheSame(before: string, after: string, lang: Lang, { year }: Context): boolean {
  const [old, now] = [readingOf(before, lang), readingOf(after, lang)];
  const figures = numeralsOf(before, lang, year).resolved;
  const inOrder = (values: readonly string[]): readonly string[] =>
    figures.length > 1 ? values : [...values].sort();
  return (
    old.negations === now.negations &&
    isSameList(figures, numeralsOf(after, lang, year).resolved) &&
    isSameList(inOrder(withoutFigure(wordsOfReading(old))), inOrder(withoutFigure(wordsOfReading(now)))) &&
    isSameBag([...new Set(old.currencies)], [...new Set(now.currencies)])
  );
}

/** Whether two texts differ only in word order, function words and punctuation. */
export function isReordered(before: string, after: string, lang: Lang): boolean {
  return isSameBag(contentWords(spelledOut(before, lang), lang), contentWords(spelledOut(after, lang), lang));
}

/**
 * Whether a group was added to, or removed from, the audience in a short text ("for women and men" became "for women").
 */
function isOtherGroup(before: string, after: string, lang: Lang): boolean {
  if (Math.max(before.length, after.length) > MAX_SHORT_TEXT) return false;
  const [old = [], now = []] = [before, after].map((text) => readingOf(text, lang).alternatives);
  const isForGroup = (list: readonly Alternative[]): boolean => list.some(({ kind }) => kind === 'audience');
  return isForGroup(old) && isForGroup(now) && isOneMore(old, now, ['audience']);
}

/**
 * Whether two texts that otherwise contain the same words contain a different number of words for "or" ("members or
 * volunteers" became "members and volunteers").
 */
function isOtherChoice(before: string, after: string, lang: Lang): boolean {
  const or = LANGUAGES[lang].dates.read.small.or?.split('|') ?? [];
  const [old = [], now = []] = [before, after].map((text) => text.toLowerCase().match(WORDS) ?? []);
  const [less = [], more = []] = [old, now].map((words) => words.filter((word) => or.includes(word)));
  const facts = (text: string): string[] => contentWords(text, lang).filter((word) => !or.includes(word));
  return less.length !== more.length && isSameBag(facts(before), facts(after));
}

/** Whether a word in a name was replaced with another word. */
export function isOtherName(before: string, after: string, lang: Lang): boolean {
  const [old, now] = [before, after].map((text) => wordsOfReading(readingOf(spelledOut(text, lang), lang)));
  return hasOther(old ?? [], now ?? []) && hasOther(now ?? [], old ?? []);
}

/** Whether a list contains an item that the other list lacks. */
function hasOther(list: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others);
  return list.some((item) => !known.has(item));
}

/** Whether two versions of a sentence make different statements, apart from names and figures. */
function isOtherStatement(before: string, after: string, lang: Lang): boolean {
  const [old, now] = [readingOf(before, lang), readingOf(after, lang)];
  return (
    old.negations !== now.negations ||
    isExchanged(old.alternatives, now.alternatives) ||
    isExchanged(durationsIn(before, lang), durationsIn(after, lang)) ||
    // If admission is restricted, a group that the text no longer names is perhaps no longer admitted.
    (old.limits > 0 && isOneMore(old.alternatives, now.alternatives, ['admission'])) ||
    isDenied(before, after, lang)
  );
}

/** The units of time in a text, including those of hours, which are otherwise read as times of day ("3 hours"). */
function durationsIn(text: string, lang: Lang): Alternative[] {
  return alternativesIn(text, lang).filter(({ kind }) => kind === 'duration');
}

/** Minimum number of letters of a word that can be negated by a prefix; "into" is not the negation of "to". */
const SHORTEST_DENIED = 4;

/** Whether a word was replaced with its negation by a prefix ("available" became "unavailable"). */
function isDenied(before: string, after: string, lang: Lang): boolean {
  const [old, now] = [wordSet(before), wordSet(after)];
  const prefixes = LANGUAGES[lang].meaning.denyingPrefixes.split('|');
  const isDeniedIn = (words: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
    [...words].some(
      (word) =>
        word.length >= SHORTEST_DENIED &&
        !others.has(word) &&
        prefixes.some((prefix) => others.has(prefix + word) && !words.has(prefix + word)),
    );
  return isDeniedIn(old, now) || isDeniedIn(now, old);
}

/**
 * Whether two texts contain the same numbers and dates, in any order, but not swapped ("20 towns and 30 schools" became
 * "30 towns and 20 schools"). An article may count as a number ("one school", "1 school").
 */
function isSameFigures(before: string, after: string, lang: Lang, { year }: Context): boolean {
  return [false, true].some((ones) => {
    const old = numeralsOf(before, lang, year, ones);
    const now = numeralsOf(after, lang, year, ones);
    if (isSameList(old.written, now.written) || isSameList(old.resolved, now.resolved)) return true;
    return isSameBag(old.resolved, now.resolved) && old.around !== now.around;
  });
}

/** Whether figures, names or alternatives were replaced with different ones. */
function isReplaced(before: string, after: string, lang: Lang, context: Context): boolean {
  const [old, now] = [readingOf(before, lang), readingOf(after, lang)];
  const figures = numeralsOf(before, lang, context.year).resolved;
  const others = numeralsOf(after, lang, context.year).resolved;
  return (
    isExchanged(old.alternatives, now.alternatives) ||
    (hasOther(figures, others) && hasOther(others, figures)) ||
    context.names.replaced(before, after, lang)
  );
}
