import { LANGUAGES } from '../../../languages/index.ts';
import { byLanguage } from '../../text/index.ts';
import { functionWords } from '../foreign-clauses.ts';
import { messageOf } from '../messages.ts';
import { type MatchedText, textRule } from '../rule.ts';

const WORDS = /\p{L}[\p{L}-]*/gu;
const ITEM = /^\p{L}{4,}(?: \p{L}+)*$/u;
/** Words that may correctly occur twice in a row. */
const doubledByGrammar = byLanguage(({ rules }): ReadonlySet<string> => new Set(rules.doubled.split('|')));
/** A comma, and at most one word after it, at the end of a text. The comma shows that a clause begins after it. */
const BEGINS_CLAUSE = /,\s(?:\p{L}+\s)?$/u;
/** Number of characters before a repeated word that are searched for the comma before a clause. */
const NEAR = 30;
/** A line break before a capitalised word, which begins a new sentence or item. */
const BEGINS_LINE = /\n\s*(?=\p{Lu})/u;
/** At least two separators, because a list has at least three items. */
const COMMAS = /[,;:].*[,;:]/u;
const LONGEST_ITEM = 6;
/**
 * A house number between commas, which shows that the text is an address. Addresses may repeat the name of the town.
 */
const ADDRESS = /,[^,]*(?<![\p{L}\d])\d+\p{L}?\s*,/u;

export const repeatedWords = textRule({ id: 'repeated-words', severity: 'warning' }, ({ words, lang }) => [
  ...wordsTwice(words, doubledByGrammar(lang), LANGUAGES[lang].rules.capitalNouns === true),
  ...itemsTwice(words, functionWords(lang)),
]);

/**
 * Words that occur twice in a row. Three or more in a row are assumed to be intended (ha ha ha).
 *
 * @param hasNouns whether all nouns are capitalised in the language, so that two capitalised words are not necessarily
 *   a name
 */
function wordsTwice(words: string, doubled: ReadonlySet<string>, hasNouns: boolean): MatchedText[] {
  const spots: MatchedText[] = [];
  const found = [...words.matchAll(WORDS)];
  const repeats = ({ 0: word, index }: RegExpExecArray, last: RegExpExecArray | undefined): boolean =>
    last?.[0].toLowerCase() === word.toLowerCase() &&
    words.slice(last.index + word.length, index).trim() === '';
  for (const [at, match] of found.entries()) {
    const [last, next] = [found[at - 1], found[at + 1]];
    if (last === undefined || !repeats(match, last) || repeats(last, found[at - 2])) continue;
    if (next !== undefined && repeats(next, match)) continue;
    const { 0: word, index } = match;
    const lower = word.toLowerCase();
    const before = words.slice(Math.max(0, last.index - NEAR), last.index);
    if (doubled.has(lower) || (doubled.has(`,${lower}`) && BEGINS_CLAUSE.test(before))) continue;
    if (BEGINS_LINE.test(words.slice(last.index, index + 1)) || (!hasNouns && isName(last[0], word)))
      continue;
    spots.push({
      offset: last.index,
      length: index + word.length - last.index,
      ...messageOf('word-doubled', { word }),
      fix: { words: last[0], safe: false },
    });
  }
  return spots;
}

/**
 * Whether a repetition is not a mistake: both words are capitalised (Baden Baden, Yada Yada), or a word precedes an
 * abbreviation with the same letters (по ПО).
 */
function isName(first: string, second: string): boolean {
  return /^\p{Lu}/u.test(second) && (/^\p{Lu}/u.test(first) || second === second.toUpperCase());
}

/**
 * Items between commas that occur twice in a sentence. A phrase that starts with a function word is not a list item and
 * may be repeated on purpose, as in songs.
 */
function itemsTwice(words: string, small: ReadonlySet<string>): MatchedText[] {
  const spots: MatchedText[] = [];
  for (const { 0: sentence, index } of words.matchAll(/[^.!?\n]+/gu)) {
    // Words can be repeated in an exclamation, as in "fly, Prince Propeller, fly!"
    if (!COMMAS.test(sentence) || ADDRESS.test(sentence) || words[index + sentence.length] === '!') continue;
    const seen = new Set<string>();
    const items = sentence.matchAll(/[^,;:]+/gu);
    for (const { 0: part, index: start } of items) {
      if (sentence[start - 1] === ':') seen.clear();
      const item = part.trim();
      const key = item.toLowerCase();
      const [first = '', ...others] = key.split(' ');
      // The words before the first item may introduce the list.
      const last = others.at(-1);
      if (start === 0 && last !== undefined) seen.add(last);
      if (!ITEM.test(item) || others.length >= LONGEST_ITEM || small.has(first)) continue;
      if (seen.has(key)) {
        spots.push({
          offset: index + start + part.indexOf(item),
          length: item.length,
          ...messageOf('item-doubled', { item }),
        });
      }
      seen.add(key);
    }
  }
  return spots;
}
