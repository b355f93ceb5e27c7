import type { Lang } from '../../model/index.ts';
import { isSameBag, isSameList } from './lists.ts';
import { readingOf, wordsOfReading } from './reading.ts';

/**
 * Whether alternatives of one kind exchanged the words that belong to them: games in the morning and tea in the
 * afternoon, or the reverse. Words belong to the alternative before or after them, which depends on the language and
 * the sentence. An amount is an alternative to a free admission.
 */
export function isReassigned(before: string, after: string, lang: Lang): boolean {
  const old = readingOf(before, lang);
  const [words, others] = [wordsOfReading(old), wordsOfReading(readingOf(after, lang))];
  if (!isSameBag(words, others) || isSameList(words, others)) return false;
  if (isSameList(clausesOf(before, lang), clausesOf(after, lang))) return false;
  return [...new Set(old.alternatives.map(({ kind }) => kind))].some((kind) => {
    const isOne = (word: string): boolean =>
      word.startsWith(`${kind} `) || (kind === 'price' && word === '#');
    const kept = (some: readonly string[]): string[] =>
      some.filter((word) => kind === 'price' || word !== '#');
    const ownersIn = (inOrder: typeof kept) =>
      [ownersOf(inOrder(words), isOne), ownersOf(inOrder(others), isOne)] as const;
    const directions = [ownersIn(kept), ownersIn((some) => kept(some).reverse())];
    return (
      new Set(words.filter(isOne)).size > 1 &&
      directions.every(([one, other]) => !isSameBag([...one].map(String), [...other].map(String))) &&
      directions.some(([one, other]) =>
        [...one].some(([word, owner]) => (other.get(word) ?? owner) !== owner),
      )
    );
  });
}

/** The words of each clause, if a text has several clauses of more than one word; their order is ignored. */
function clausesOf(text: string, lang: Lang): string[] {
  const clauses = text
    .split(text.includes(';') ? ';' : ',')
    .map((clause) => wordsOfReading(readingOf(clause, lang)).sort());
  const isList = clauses.length > 1 && clauses.every(({ length }) => length > 1);
  return isList ? clauses.map((words) => words.join(' ')).sort() : [text];
}

/** The alternative before each word. */
function ownersOf(
  words: readonly string[],
  isAlternative: (word: string) => boolean,
): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  let owner: string | undefined;
  for (const word of words) {
    if (isAlternative(word)) owner = word;
    else if (owner !== undefined) owners.set(word, owner);
  }
  return owners;
}
