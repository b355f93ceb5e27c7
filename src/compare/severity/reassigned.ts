import type { Lang } from '../../model/index.ts';
import { isSameBag, isSameList } from './lists.ts';
import { readingOf, wordsOfReading } from './reading.ts';

/**
 * Whether alternatives of one kind exchanged the words that belong to them: games in the morning and tea in the
 * afternoon, or the reverse. Words belong to the alternative before or after them, which depends on the language and
 * the sentence. An amount is an alternative to a free admission.
 */
export function isReassigned(before: string, after: string, lang: Lang): boolean {
  const [old, now] = [readingOf(before, lang), readingOf(after, lang)];
  if (
    !isSameBag(wordsOfReading(old), wordsOfReading(now)) ||
    isSameList(wordsOfReading(old), wordsOfReading(now))
  )
    return false;
  if (isSameList(clausesOf(before, lang), clausesOf(after, lang))) return false;
  return [...new Set(old.alternatives.map(({ kind }) => kind))].some((kind) => {
    const isOne = (word: string): boolean =>
      word.startsWith(`${kind} `) || (kind === 'price' && word === '#');
    const [some, them] = [old, now].map((reading) => {
      const words = wordsOfReading(reading).filter((word) => kind === 'price' || word !== '#');
      return [assigned(words, isOne), assigned([...words].reverse(), isOne)];
    });
    const isShared = some?.some((one) => them?.includes(one)) === true;
    return new Set(wordsOfReading(old).filter(isOne)).size > 1 && !isShared;
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

/** The words after each alternative; their order is ignored. */
function assigned(words: readonly string[], isAlternative: (word: string) => boolean): string {
  const parts: string[][] = [];
  for (const word of words) {
    if (isAlternative(word)) parts.push([word]);
    else parts.at(-1)?.push(word);
  }
  return parts
    .map(([alternative, ...own]) => [alternative, ...own.sort()].join(' '))
    .sort()
    .join('\n');
}
