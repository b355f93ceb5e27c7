import { LANGUAGES } from '../../languages/index.ts';
import type { Lang } from '../model/index.ts';
import { figuresOf } from './facts.ts';
import type { NamesIn } from './names.ts';
import { sentencesOf } from './sentences.ts';

/** What readers of texts know beside the texts. */
export interface Context {
  names: NamesIn;
  /** Year of the programme, for dates that give none. */
  year: number | undefined;
}

/** Share of common words from which two sentences are versions of one. */
const VERSION_FROM = 0.3;

/**
 * Whether a text says something else than it did: that what it tells of is called off or no longer, that something is not so, another
 * number, date, weekday, place or person. A sentence that came or went as a whole says nothing else of what stood before, but where
 * others went or came in its place.
 */
export function saysOtherwise(before: string, after: string, lang: Lang, context: Context): boolean {
  const { calledOff } = LANGUAGES[lang].meaning;
  if (!isSameBag(found(before, calledOff), found(after, calledOff))) return true;
  const { versions, gone, come } = pairSentences(sentencesOf(before, lang), sentencesOf(after, lang));
  if (versions.some(([old, now]) => isOtherVersion(old, now, lang, context))) return true;
  return gone.length > 0 && come.length > 0 && isReplaced(gone.join('\n'), come.join('\n'), lang, context);
}

function isOtherVersion(before: string, after: string, lang: Lang, context: Context): boolean {
  const { negations } = LANGUAGES[lang].meaning;
  return (
    found(before, negations).length !== found(after, negations).length ||
    isDenied(before, after, lang) ||
    !isSameFigures(before, after, lang, context) ||
    !isSameBag(context.names(before, lang), context.names(after, lang))
  );
}

/** Whether a word went and its opposite came, or the other way round: available, unavailable. */
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
 * Whether two texts give the same numbers and dates: in any order, but not exchanged (20 towns and 30 schools). An article may be a
 * number: one school, 1 school.
 */
function isSameFigures(before: string, after: string, lang: Lang, { year }: Context): boolean {
  return [false, true].some((ones) => {
    const old = figuresOf(before, lang, year, ones);
    const now = figuresOf(after, lang, year, ones);
    if (isSameList(old.written, now.written) || isSameList(old.resolved, now.resolved)) return true;
    return isSameBag(old.resolved, now.resolved) && old.around !== now.around;
  });
}

/** Whether figures or names went that did not come again, and others came. */
function isReplaced(before: string, after: string, lang: Lang, { names, year }: Context): boolean {
  const kinds: ((text: string) => readonly string[])[] = [
    (text) => figuresOf(text, lang, year).resolved,
    (text) => names(text, lang),
  ];
  return kinds.some((kind) => {
    const [old, now] = [kind(before), kind(after)];
    return old.some((item) => !now.includes(item)) && now.some((item) => !old.includes(item));
  });
}

function found(text: string, pattern: RegExp): string[] {
  return (text.match(pattern) ?? []).map((word) => word.toLowerCase());
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.join('\n') === b.join('\n');
}

function isSameBag(a: readonly string[], b: readonly string[]): boolean {
  return isSameList([...a].sort(), [...b].sort());
}

interface Pairing {
  versions: [string, string][];
  gone: string[];
  come: string[];
}

/** The sentences that changed: two versions each, the most alike first come, and those that have none. */
function pairSentences(before: readonly string[], after: readonly string[]): Pairing {
  const gone = without(before, after);
  const left = without(after, before).map((text) => ({ text, words: wordSet(text) }));
  const versions: [string, string][] = [];
  const alone = gone.filter((old) => {
    const words = wordSet(old);
    const likely = left.map((now) => likeness(words, now.words));
    const best = likely.indexOf(Math.max(...likely));
    if ((likely[best] ?? 0) < VERSION_FROM) return true;
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
