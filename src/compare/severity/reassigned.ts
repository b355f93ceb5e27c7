import { fold, type Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';
import { isSameBag, isSameList } from './lists.ts';
import { factOf } from './names.ts';
import { contentWords } from './reading.ts';

/**
 * Whether two parts of a sentence exchanged facts, as when "games in the morning, tea in the afternoon" became "tea in
 * the morning, games in the afternoon", or "from Bath to Wells" became "from Wells to Bath". A mere change to the order
 * of whole parts, of list items or of the words within a part does not count.
 */
export function isReassigned(before: string, after: string, lang: Lang): boolean {
  if (Math.max(before.length, after.length) > LONGEST_SENTENCE) return false;
  return divisionsOf(lang).some((division) => {
    const [old = [], now = []] = [before, after].map((text) => partsOf(text, division, lang));
    return !(division.first && areSamePhrases(old, now)) && isExchangedIn(old, now);
  });
}

/**
 * Whether only phrases moved: each preposition still precedes the same word, these words differ from each other, and
 * the prepositions are in another order.
 */
function areSamePhrases(old: readonly string[][], now: readonly string[][]): boolean {
  const [heads, others] = [old, now].map((parts) => parts.map((words) => words.slice(0, 2).join(' ')));
  const [firsts, newFirsts] = [old, now].map((parts) => parts.map(([first = '']) => first));
  return (
    isSameBag(heads ?? [], others ?? []) &&
    !isSameList(firsts ?? [], newFirsts ?? []) &&
    new Set(old.map(([, head]) => head)).size === old.length
  );
}

/** Whether two parts exchanged words, while a word between the exchanged words stayed in place. */
function isExchangedIn(old: readonly string[][], now: readonly string[][]): boolean {
  const sorted = (parts: readonly string[][]): string[] => parts.map((words) => [...words].sort().join(' '));
  if (old.length !== now.length || !isSameBag(old.flat(), now.flat()) || isSameBag(sorted(old), sorted(now)))
    return false;
  const changed = old.flatMap((words, at) => {
    const newWords = now[at] ?? [];
    const stays = words.map((word) => newWords.includes(word));
    const [first, last] = [stays.indexOf(false), stays.lastIndexOf(false)];
    const moved = words.filter((_, place) => stays[place] === false);
    return first < 0
      ? []
      : [{ words, come: newWords, moved, start: words.slice(0, first), end: words.slice(last + 1) }];
  });
  return changed.some((one, at) =>
    changed.slice(at + 1).some((other) => {
      const isMoved =
        one.moved.some((word) => other.come.includes(word)) ||
        other.moved.some((word) => one.come.includes(word));
      const isShared = (word: string): boolean => one.words.includes(word) && other.words.includes(word);
      return isMoved && ![...one.end, ...other.start].every(isShared);
    }),
  );
}

/** A method of dividing a sentence into parts. */
interface Division {
  end: RegExp;
  /** A pattern for the preposition at the beginning of a part. The preposition is compared as well. */
  first?: RegExp;
}

/** The words of each part of a text in the form in which they are compared, without function words. */
function partsOf(text: string, { end, first }: Division, lang: Lang): string[][] {
  return text
    .split(end)
    .map((part) => {
      const preposition = first?.exec(part)?.[0] ?? '';
      return [
        // Only the first letter of a preposition is compared, because it can be contracted with an article (à, au; von,
        // vom).
        ...fold(preposition).slice(0, 1),
        ...contentWords(part.slice(preposition.length), lang).map((word) => factOf(word, lang)),
      ];
    })
    .filter(({ length }) => length > 0);
}

/**
 * Maximum number of characters of a sentence that is searched for exchanged facts; a longer one could take more than a
 * second.
 */
const LONGEST_SENTENCE = 2000;

/**
 * The methods of dividing a sentence into parts, from large to small parts ("A, B; C, D" consists of two or of four
 * parts).
 */
const divisionsOf = byLanguage(({ dates, meaning, rules }): Division[] => {
  const { from = '', to = '', and = '' } = dates.read.small;
  const word = (words: string): string => `(?<![\\p{L}-])(?:${words.replaceAll('.', '\\.')})(?![\\p{L}-])`;
  const small = new Set(rules.functionWords.split('|'));
  const before = meaning.beforeNames.split('|').filter((name) => small.has(name));
  const preposition = word([rules.titles.prepositions, ...before, from, to].join('|'));
  const clause = `[,;:.](?=\\s)|\\s[-–—/]\\s|${word(and)}`;
  return [
    { end: /[;.](?=\s)|\s[-–—/]\s/u },
    { end: new RegExp(`[,;.](?=\\s)|${word(and)}`, 'iu') },
    {
      end: new RegExp(`${clause}|(?=${preposition})`, 'iu'),
      first: new RegExp(`^${preposition}`, 'iu'),
    },
  ];
});
