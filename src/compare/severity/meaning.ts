import { LANGUAGES } from '../../../languages/index.ts';
import { type ChangeKind, fold, type Lang } from '../../model/index.ts';
import { byLanguage, otherLanguageOf } from '../../text/index.ts';
import { inFull } from './abbreviations.ts';
import {
  type Alternative,
  type AlternativeKind,
  alternativesIn,
  isExchanged,
  isOneMore,
  meaningOf,
} from './alternatives.ts';
import { isAlike, isOtherFact, isOtherTitle, isTerse, MAX_SHORT_TEXT, STEM } from './facts.ts';
import { isSameBag, isSameList } from './lists.ts';
import { factOf, isCommonWord, isForm, keyOf, type Names } from './names.ts';
import { isNumberWord } from './numbers.ts';
import { numeralsOf, valuesIn } from './numerals.ts';
import {
  contentWords,
  isNumeral,
  type Reading,
  readingOf,
  spelledOut,
  WORDS,
  type WordInReading,
} from './reading.ts';
import { isReassigned } from './reassigned.ts';
import { pairSentences, sentencesOf, wordSet, wordsNotIn } from './sentences.ts';
import { isAll, isIdle, isUsualPrice } from './word-list.ts';

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
    (EVENT_TEXTS.includes(kind) && isOtherFact(old, now, lang, kind === 'title-reworded')) ||
    (kind === 'title-reworded' && isOtherTitle(old, now, lang));
  const hasOneMore = (before: string, after: string): boolean => {
    const [old, now] = [readingOf(before, lang), readingOf(after, lang)];
    const isSame = old.negations === now.negations;
    const told = ({ alternatives }: Reading): Alternative[] =>
      alternatives.map((one) => ({ ...one, alone: one.alone && !(isSame && one.denies) }));
    return isOneMore(told(old), told(now), kinds);
  };
  const [olds, nows] = [sentencesOf(before, lang), sentencesOf(after, lang)];
  const [changed, others] = [wordsNotIn(olds, nows), wordsNotIn(nows, olds)];
  // An exclamation such as "What an evening!" praises the event.
  const isPraise = [...changed, ...others].every((sentence) => sentence.endsWith('!'));
  const kinds =
    Math.max(before.length, after.length) > MAX_SHORT_TEXT
      ? []
      : TELL_IN_SHORT_TEXT.filter((kind) => !(isPraise && kind === 'dayTime'));
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
      isOneOfTwo(old, now, lang) ||
      isOneOfTwo(now, old, lang) ||
      isNarrowed(old, now, lang) ||
      isNarrowed(now, old, lang) ||
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
  return isOther(old, now) || (isTerse(old, lang) && isTerse(now, lang) && isOtherIn(old, now, lang));
}

/**
 * Whether two texts have the same meaning: the same numbers, dates, times and amounts in the same order (the notation
 * may differ), and otherwise the same words; or the same list items in any order, such as prices with those who pay
 * them.
 */
export function saysTheSame(before: string, after: string, lang: Lang, { year }: Context): boolean {
  const told = (text: string, isUsual: (word: WordInReading) => boolean = () => false): string => {
    const { negations, words, currencies } = readingOf(text, lang);
    const figures = numeralsOf(text, lang, year).resolved;
    const others = words.flatMap((one) => (one.word === '#' || isUsual(one) ? [] : [one.word]));
    if (figures.length < 2) others.sort();
    return [negations, ...figures, '', ...others, '', ...[...new Set(currencies)].sort()].join('\n');
  };
  const items = (text: string): string[] => {
    const parts = itemsOf(text, lang);
    return parts.map((part) =>
      told(
        part,
        ({ word, written }) =>
          (parts.length > 1 && word === ADULT) ||
          word === EVERYBODY ||
          (written.match(WORDS) ?? []).every(isUsualPrice(lang)),
      ),
    );
  };
  return told(before) === told(after) || isSameBag(items(before), items(after));
}

/** The meanings that do not distinguish a price from other prices: everybody pays it, or all but the groups named. */
const ADULT = meaningOf({ kind: 'audience', index: 0 });
const EVERYBODY = meaningOf({ kind: 'admission', index: 0 });
const FREE = meaningOf({ kind: 'price', index: 0 });

/** The items of a list, such as prices. Words without an amount belong to the item before them. */
function itemsOf(text: string, lang: Lang): string[] {
  const items: string[] = [];
  const hasAmount = (part: string): boolean =>
    alternativesIn(part, lang).some((one) => one.kind === 'currency' || meaningOf(one) === FREE);
  for (const part of text.split(ITEM_END)) {
    const last = items.at(-1);
    if (last === undefined || (hasAmount(part) && hasAmount(last))) items.push(part);
    else items.push(`${items.pop()} ${part}`);
  }
  return items;
}

/** Punctuation marks between list items. */
const ITEM_END = /,(?=\s)|\.$|[;()|\n]|(?<=\d\P{L}{0,3}(?:\p{L}{1,8}\.?)?)\s?[-–—/]\s|\/(?=[^/]{0,40}\d)/u;

/** Whether two texts differ only in word order, function words, punctuation and derived forms of common words. */
export function isReordered(before: string, after: string, lang: Lang): boolean {
  const [old = [], now = []] = [before, after].map((text) => contentWords(spelledOut(text, lang), lang));
  const [removed, added] = [wordsNotIn(old, now), wordsNotIn(now, old)];
  const isSmall = (word: string): boolean =>
    isCommonWord(word, lang) || before.includes(word) || after.includes(word);
  const isVersion = (word: string, one: string): boolean =>
    isDerived(word, one) || keyOf(word, lang) === keyOf(one, lang);
  return (
    isSameBag(old, now) ||
    (removed.length > 0 &&
      removed.length === added.length &&
      removed.every((word) => added.some((one) => isVersion(word, one) && (isSmall(word) || isSmall(one)))))
  );
}

/** Whether one of two words is probably derived from the other, such as "regional" from "region". */
function isDerived(a: string, b: string): boolean {
  const [short = '', long = ''] = [fold(a), fold(b)].sort((one, other) => one.length - other.length);
  return long.startsWith(short.slice(0, Math.max(SHORTEST_DENIED, short.length - 1)));
}

const isLong = (word: string): boolean => word.length >= SHORTEST_DENIED;

/** The words that only one of two texts contains, in any form, from each text; none if these are too many. */
function differingWords(before: string, after: string, lang: Lang): [string[], string[]] {
  const [old = [], now = []] = [before, after].map((text) => contentWords(text, lang));
  const [gone, come] = [wordsNotIn(old, now), wordsNotIn(now, old)];
  if (Math.max(gone.length, come.length) > MOST_DIFFERING) return [[], []];
  const isNew = (others: readonly string[], kept: readonly string[]) => (word: string) =>
    !others.some((other) => isAlike(word, other, lang)) &&
    !kept.some((other) => other.slice(0, STEM) === word.slice(0, STEM));
  return [gone.filter(isNew(come, now)), come.filter(isNew(gone, old))];
}

/** Maximum number of words in which two versions of a sentence differ if these words are compared. */
const MOST_DIFFERING = 10;

/** Whether one of two things joined by "and" was removed ("open to writers and painters" became "open to painters"). */
function isOneOfTwo(before: string, after: string, lang: Lang): boolean {
  const [removed, added] = differingWords(before, after, lang);
  if (removed.length === 0 || added.length > 0) return false;
  const isFact = (word: string): boolean => isLong(word) && (!isIdle(lang)(word) || isForGroup(word, lang));
  return [...before.toLowerCase().matchAll(pairPattern(lang))].some(([, ...pair]) => {
    const parts = pair.map((part = '') => inFull(part, lang));
    return (
      removed.some((word) => parts.includes(word) && isFact(word)) &&
      removed.every((word) => parts.includes(word) || isIdle(lang)(word))
    );
  });
}

/** Whether a text names an audience. */
const isForGroup = (text: string, lang: Lang): boolean =>
  alternativesIn(text, lang).some(({ kind }) => kind === 'audience' || kind === 'admission');

/** Whether "all" of an audience became a part of it ("pupils of all schools" became "pupils of the town school"). */
function isNarrowed(before: string, after: string, lang: Lang): boolean {
  const [old = [], now = []] = [before, after].map((text) => text.toLowerCase().match(WORDS) ?? []);
  return (
    old.slice(0, -1).some(isAll(lang)) &&
    !now.some(isAll(lang)) &&
    isForGroup(before, lang) &&
    isForGroup(after, lang) &&
    differingWords(before, after, lang)[1].some(
      (word) => (isLong(word) || isNumberWord(word, lang)) && !isIdle(lang)(word),
    )
  );
}

/** Two words joined by "and", in lower case, with an article, preposition or pronoun before the second one. */
const pairPattern = byLanguage(
  ({ dates }) =>
    new RegExp(
      `(?<![\\p{L}\\p{M}])([\\p{L}\\p{M}]+) (?:${dates.read.small.and ?? '&'}) (?:([\\p{L}\\p{M}]{1,5})[ ’'])?([\\p{L}\\p{M}]+)`,
      'gu',
    ),
);

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

/** Whether a word in a name was replaced with another word; in the name of a place, not with a form of it. */
export function isOtherName(before: string, after: string, lang: Lang, isPlace: boolean): boolean {
  const [old, now] = [before, after].map((text) => {
    const { words, alternatives } = readingOf(spelledOut(text, lang), lang);
    if (!isPlace) return words.map(({ word }) => word);
    // Changes of numbers are recognised separately (2nd floor, second floor).
    const told = words.filter((word) => !isNumeral(word, lang));
    return [
      ...told.map(({ word, written }) => (word === written ? factOf(word, lang) : word)),
      ...alternatives.flatMap(({ first }) => first || []),
    ];
  });
  const hasNew = (words: readonly string[] = [], others: readonly string[] = []): boolean =>
    words.some((word) => !others.some((one) => one === word || (isPlace && isForm(one, word, lang))));
  return hasNew(old, now) && hasNew(now, old);
}

/** Whether two versions of a sentence make different statements, apart from names and figures. */
function isOtherStatement(before: string, after: string, lang: Lang): boolean {
  const [old, now] = [readingOf(before, lang), readingOf(after, lang)];
  return (
    old.negations + deniedIn(before, after, lang) !== now.negations + deniedIn(after, before, lang) ||
    isExchanged(old.alternatives, now.alternatives) ||
    isExchanged(durationsIn(before, lang), durationsIn(after, lang)) ||
    ([old, now].every(({ alternatives }) => alternatives.some(({ kind }) => kind === 'language')) &&
      isOneMore(old.alternatives, now.alternatives, ['language'])) ||
    // If admission is restricted, a group that the text no longer names is perhaps no longer admitted.
    (old.limits > 0 && isOneMore(old.alternatives, now.alternatives, ['admission']))
  );
}

/** The units of time in a text, including those of hours, which are otherwise read as times of day ("3 hours"). */
function durationsIn(text: string, lang: Lang): Alternative[] {
  return alternativesIn(text, lang).filter(({ kind }) => kind === 'duration');
}

/** Minimum number of letters of a word that can be negated by a prefix; "into" is not the negation of "to". */
const SHORTEST_DENIED = 4;

/** Number of words of a text that another text contains without a negating prefix ("unavailable", "available"). */
function deniedIn(text: string, other: string, lang: Lang): number {
  const [words, others] = [wordSet(text), wordSet(other)];
  const prefixes = LANGUAGES[lang].meaning.denyingPrefixes.split('|');
  return [...others].filter(
    (word) =>
      word.length >= SHORTEST_DENIED &&
      !words.has(word) &&
      prefixes.some((prefix) => words.has(prefix + word) && !others.has(prefix + word)),
  ).length;
}

/**
 * Whether two texts contain the same numbers and dates, in any order, but not swapped ("20 towns and 30 schools" became
 * "30 towns and 20 schools"). An article may count as a number ("one school", "1 school").
 */
function isSameFigures(before: string, after: string, lang: Lang, { year }: Context): boolean {
  return [false, true].some((ones) => {
    if (isSameList(valuesIn(before, lang, ones), valuesIn(after, lang, ones))) return true;
    const old = numeralsOf(before, lang, year, ones);
    const now = numeralsOf(after, lang, year, ones);
    if (isSameList(old.resolved, now.resolved)) return true;
    return isSameBag(old.resolved, now.resolved) && old.around !== now.around;
  });
}
