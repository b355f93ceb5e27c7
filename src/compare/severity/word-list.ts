import { LANGUAGES } from '../../../languages/index.ts';
import type { Lang } from '../../model/index.ts';
import { byLanguage } from '../../text/index.ts';

/**
 * An entry of a word list in a language file: a lower-case word, or a part of a word with `*` for any letters before or
 * after it.
 */
interface ListedWord {
  letters: string;
  star?: 'before' | 'behind';
}

/** Parses an entry of a word list, replacing `ß` with `ss`. */
export function listedWord(written: string): ListedWord {
  const letters = written.replaceAll('*', '').toLowerCase().replaceAll('ß', 'ss');
  if (written.startsWith('*')) return { letters, star: 'before' };
  return written.endsWith('*') ? { letters, star: 'behind' } : { letters };
}

/**
 * The letters before a listed word within a lower-case word; undefined if the word does not match the entry of the
 * list.
 */
export function lettersBefore(word: string, { letters, star }: ListedWord): string | undefined {
  if (star === 'before')
    return word.endsWith(letters) ? word.slice(0, word.length - letters.length) : undefined;
  return word === letters || (star === 'behind' && word.startsWith(letters)) ? '' : undefined;
}

/** Creates a function that tests whether a word matches an entry of a word list. */
export function wordTest(words: readonly string[]): (word: string) => boolean {
  const listed = words.map(listedWord);
  const whole = new Set(listed.flatMap(({ letters, star }) => (star === undefined ? [letters] : [])));
  const ends = listed.filter(({ star }) => star === 'before');
  const beginnings = new Set(listed.flatMap(({ letters, star }) => (star === 'behind' ? [letters] : [])));
  const lengths = [...new Set([...beginnings].map(({ length }) => length))];
  return (word) =>
    whole.has(word) ||
    lengths.some((length) => beginnings.has(word.slice(0, length))) ||
    ends.some((one) => lettersBefore(word, one) !== undefined);
}

/** Whether a lower-case word indicates practical information. */
export const isPractical = byLanguage(({ meaning }) => wordTest(meaning.practical.split('|')));

/** Whether a lower-case word is listed as a word that does not state a fact. */
export const isIdle = byLanguage(({ meaning }) => {
  const [isListed, isExcepted] = [wordTest(meaning.idle.split('|')), wordTest(meaning.notIdle.split('|'))];
  return (word: string): boolean => isListed(word) && !isExcepted(word);
});

/** Whether a lower-case word in a price states neither an amount nor who pays it. */
export const isUsualPrice = byLanguage(({ meaning }) => wordTest(meaning.usualPrice.split('|')));

/** Whether a word is a negation. */
export const isNegation = (lang: Lang) => (word: string) =>
  word.match(LANGUAGES[lang].meaning.negations) !== null;

/** Whether a lower-case word means "all". */
export const isAll = byLanguage(({ meaning }) => wordTest(meaning.all.split('|')));

/** Whether a lower-case word restricts a statement, such as "only". */
export const isOnly = (lang: Lang) => (word: string) => restrictions(lang).has(word);

const restrictions = byLanguage(({ meaning }) => new Set(meaning.only.split('|')));

/** The index of the group of synonyms to which a lower-case word belongs; -1 if it belongs to none. */
export const synonymGroup = byLanguage(({ meaning }) => {
  const groups = new Map(
    meaning.synonyms.flatMap((words, group) => words.split('|').map((word) => [word, group] as const)),
  );
  const lengths = [...new Set([...groups.keys()].map((word) => word.indexOf('*')))].filter((at) => at > 0);
  return (word: string): number => {
    const beginning = lengths.find((length) => groups.has(`${word.slice(0, length)}*`));
    return groups.get(word) ?? groups.get(`${word.slice(0, beginning ?? 0)}*`) ?? -1;
  };
});
