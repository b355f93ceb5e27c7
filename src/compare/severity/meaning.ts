import { LANGUAGES } from '../../../languages/index.ts';
import type { Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';
import {
  type Alternative,
  type AlternativeKind,
  alternativesIn,
  isExchanged,
  isOneMore,
  meaningOf,
} from './alternatives.ts';
import { figuresOf, withoutFigures } from './figures.ts';
import { inFull, isAbbreviation, type Names } from './names.ts';

/** Data in addition to the texts. */
export interface Context {
  names: Names;
  /** Year of the programme, for dates without a year. */
  year: number | undefined;
}

/** Share of common words from which two sentences are versions of each other. */
const VERSION_FROM = 0.3;
/** The same if a single sentence was replaced with another one: one common word in four is enough. */
const ONLY_VERSION_FROM = 0.2;
/** Kinds of alternatives that are essential in a short text: breakfast, for children. */
const TELL_IN_SHORT_TEXT: readonly AlternativeKind[] = ['audience', 'dayTime'];
/** Maximum number of characters of a short text. */
const MAX_SHORT_TEXT = 80;

/**
 * Whether the meaning of a text changed: another number, date, hour, place, person, price or audience, a
 * cancellation, or a negation. A sentence that was added or removed as a whole does not change the meaning of the
 * others, unless it replaces another sentence.
 */
export function saysOtherwise(before: string, after: string, lang: Lang, context: Context): boolean {
  const kinds = Math.max(before.length, after.length) <= MAX_SHORT_TEXT ? TELL_IN_SHORT_TEXT : [];
  const hasOneMore = (old: string, now: string): boolean =>
    isOneMore(readingOf(old, lang).alternatives, readingOf(now, lang).alternatives, kinds);
  const [olds, nows] = [sentencesOf(before, lang), sentencesOf(after, lang)];
  const [changed, others] = [without(olds, nows), without(nows, olds)];
  // A statement that an unchanged sentence also contains is neither added nor removed.
  if (hasOneMore(changed.join('\n'), others.join('\n')) && hasOneMore(before, after)) return true;
  const { versions, gone, come } = pairSentences(changed, others);
  if (versions.some(([one, other]) => isOtherVersion(one, other, lang, context))) return true;
  return gone.length > 0 && come.length > 0 && isReplaced(gone.join('\n'), come.join('\n'), lang, context);
}

/**
 * Whether two texts have the same meaning in a different form: the same numbers, dates, hours and amounts in the same
 * order, and otherwise the same words.
 */
export function saysTheSame(before: string, after: string, lang: Lang, { year }: Context): boolean {
  const [old, now] = [readingOf(before, lang), readingOf(after, lang)];
  const figures = figuresOf(before, lang, year).resolved;
  const inOrder = (some: readonly string[]): readonly string[] =>
    figures.length > 1 ? some : [...some].sort();
  return (
    old.negations === now.negations &&
    old.limits === now.limits &&
    isSameList(figures, figuresOf(after, lang, year).resolved) &&
    isSameList(inOrder(old.words), inOrder(now.words)) &&
    isSameBag(old.currencies, now.currencies)
  );
}

/** Whether texts differ only in word order, function words and punctuation. */
export function isReordered(before: string, after: string, lang: Lang): boolean {
  return isSameBag(contentWords(before, lang), contentWords(after, lang));
}

/** Whether two texts have no words in common except function words. */
export function isOtherThing(before: string, after: string, lang: Lang): boolean {
  if (Math.max(before.length, after.length) > MAX_SHORT_TEXT) return false;
  const stem = (word: string): string => word.slice(0, STEM);
  const [old, now] = [contentWords(before, lang).map(stem), contentWords(after, lang).map(stem)];
  return old.length > 0 && now.length > 0 && !old.some((word) => now.includes(word));
}

/** Whether a word of a name was replaced. */
export function isOtherName(before: string, after: string, lang: Lang): boolean {
  const [old, now] = [before, after].map((text) => {
    const full = text.replace(/\p{L}+/gu, (word) => inFull(word.toLowerCase().replaceAll('ß', 'ss'), lang));
    return readingOf(full, lang).words;
  });
  const lacks = (some: readonly string[] = [], others: readonly string[] = []): boolean =>
    some.some((word) => !others.includes(word));
  return lacks(old, now) && lacks(now, old);
}

/** Minimum number of common first letters of two forms of a word. */
const STEM = 5;

/** The meaning of a text, as expressed by the word lists. */
interface Reading {
  alternatives: readonly Alternative[];
  negations: number;
  /** Number of exclusive restrictions: only for members, guide dogs only. */
  limits: number;
  /** The words next to them; alternatives by meaning. */
  words: readonly string[];
  currencies: readonly string[];
}

function readingOf(text: string, lang: Lang): Reading {
  const plain = withoutFigures(text, lang);
  const alternatives = alternativesIn(plain, lang);
  const isMoney = ({ kind }: Alternative): boolean => kind === 'currency';
  let rest = '';
  for (const { start, end } of alternatives)
    if (start >= rest.length) rest += plain.slice(rest.length, start) + ' '.repeat(end - start);
  rest += plain.slice(rest.length);
  const words = [...rest.matchAll(/#|[\p{L}\p{M}\p{N}]+/gu)]
    .filter(([word]) => !smallWords(lang).has(word.toLowerCase()))
    .map(({ 0: word, index }) => ({ start: index, word: word.toLowerCase() }));
  const told = alternatives
    .filter((one) => !isMoney(one))
    .map((one) => ({ start: one.start, word: meaningOf(one) }));
  return {
    alternatives,
    limits:
      alternatives.filter((one) => isLimited(one, plain, lang)).length + Number(endsWithOnly(plain, lang)),
    negations: (rest.match(LANGUAGES[lang].meaning.negations) ?? []).length,
    words: [...words, ...told].sort((a, b) => a.start - b.start).map(({ word }) => word),
    currencies: alternatives.filter(isMoney).map(meaningOf),
  };
}

/** Whether an audience excludes all others. */
function isLimited({ kind, start, end }: Alternative, text: string, lang: Lang): boolean {
  if (kind !== 'audience' && kind !== 'admission') return false;
  const [before, after] = [text.slice(0, start).match(WORDS) ?? [], text.slice(end).match(WORDS) ?? []];
  return [...before.slice(-WORDS_BETWEEN), ...after.slice(0, 1)].some((word) =>
    onlyWords(lang).has(word.toLowerCase()),
  );
}

/** Whether the last word excludes all others: guide dogs only. */
const endsWithOnly = (text: string, lang: Lang): boolean =>
  onlyWords(lang).has(text.match(WORDS)?.at(-1)?.toLowerCase() ?? '');

/** Maximum number of words between an exclusive word and the audience after it: only for the members. */
const WORDS_BETWEEN = 3;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

const onlyWords = byLanguage(({ meaning }) => new Set(meaning.only.split('|')));

const smallWords = byLanguage(
  ({ rules, articles }) => new Set([...rules.functionWords.split('|'), ...articles.split('|')]),
);

function contentWords(text: string, lang: Lang): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((word) => !smallWords(lang).has(word))
    .map((word) => inFull(word, lang));
}

function isOtherVersion(before: string, after: string, lang: Lang, context: Context): boolean {
  const [old, now] = [readingOf(before, lang), readingOf(after, lang)];
  return (
    old.negations !== now.negations ||
    old.limits !== now.limits ||
    isExchanged(old.alternatives, now.alternatives) ||
    isDenied(before, after, lang) ||
    !isSameFigures(before, after, lang, context) ||
    context.names.differ(before, after, lang)
  );
}

/** Whether a word was replaced with its opposite: available, unavailable. */
function isDenied(before: string, after: string, lang: Lang): boolean {
  const [old, now] = [wordSet(before), wordSet(after)];
  const gone = [...old].filter((word) => !now.has(word));
  const come = [...now].filter((word) => !old.has(word));
  const prefixes = LANGUAGES[lang].meaning.denyingPrefixes.split('|');
  const denies = (word: string, others: readonly string[]): boolean =>
    prefixes.some((prefix) => others.includes(prefix + word));
  return gone.some((word) => denies(word, come)) || come.some((word) => denies(word, gone));
}

/**
 * Whether two texts contain the same numbers and dates: in any order, but not swapped (20 towns and 30 schools). An
 * article may be a number: one school, 1 school.
 */
function isSameFigures(before: string, after: string, lang: Lang, { year }: Context): boolean {
  return [false, true].some((ones) => {
    const old = figuresOf(before, lang, year, ones);
    const now = figuresOf(after, lang, year, ones);
    if (isSameList(old.written, now.written) || isSameList(old.resolved, now.resolved)) return true;
    return isSameBag(old.resolved, now.resolved) && old.around !== now.around;
  });
}

/** Whether figures, names or alternatives were replaced with others. */
function isReplaced(before: string, after: string, lang: Lang, context: Context): boolean {
  const [old, now] = [readingOf(before, lang), readingOf(after, lang)];
  const figures = figuresOf(before, lang, context.year).resolved;
  const others = figuresOf(after, lang, context.year).resolved;
  const isOther = (some: readonly string[], them: readonly string[]): boolean =>
    some.some((figure) => !them.includes(figure));
  return (
    isExchanged(old.alternatives, now.alternatives) ||
    (isOther(figures, others) && isOther(others, figures)) ||
    context.names.replaced(before, after, lang)
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.join('\n') === b.join('\n');
}

function isSameBag(a: readonly string[], b: readonly string[]): boolean {
  return isSameList([...a].sort(), [...b].sort());
}

/** End of a sentence: after a word, since the full stops of St. and No. do not end one. */
const SENTENCE_END = /(?<=[\p{Ll}\p{M}\d)»”"]{2}[.!?…]["»”)]?)\s+|\n+/u;
/** The same, but not after a number of one or two digits: der 75. Geburtstag. */
const SENTENCE_END_NO_ORDINAL = /(?<=[\p{Ll}\p{M}\d)»”"]{2}[.!?…]["»”)]?)(?<!(?<!\d)\d{1,2}\.)\s+|\n+/u;

/** The sentences of a text. */
function sentencesOf(text: string, lang: Lang): string[] {
  const end = LANGUAGES[lang].meaning.ordinalStop === true ? SENTENCE_END_NO_ORDINAL : SENTENCE_END;
  const abbreviated = text.replace(/(\p{L}+)\.(?=[ \u00a0])/gu, (found, word: string) =>
    isAbbreviation(word, lang) ? word : found,
  );
  return abbreviated.split(end).filter((sentence) => sentence !== '');
}

interface Pairing {
  versions: [string, string][];
  gone: string[];
  come: string[];
}

/** Changed sentences: pairs of versions, and sentences without a counterpart. */
function pairSentences(gone: readonly string[], come: readonly string[]): Pairing {
  const left = come.map((text) => ({ text, words: wordSet(text) }));
  const versions: [string, string][] = [];
  const isOnly = gone.length === 1 && come.length === 1;
  const alone = gone.filter((old) => {
    const words = wordSet(old);
    const likely = left.map((now) => likeness(words, now.words));
    const best = likely.indexOf(Math.max(...likely));
    if ((likely[best] ?? 0) < (isOnly ? ONLY_VERSION_FROM : VERSION_FROM)) return true;
    versions.push([old, left.splice(best, 1)[0]?.text ?? '']);
    return false;
  });
  return { versions, gone: alone, come: left.map(({ text }) => text) };
}

function without(list: readonly string[], other: readonly string[]): string[] {
  const known = new Set(other);
  return list.filter((item) => !known.has(item));
}

function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((word) => right.has(word)).length;
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
}

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}
