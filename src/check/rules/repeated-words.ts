import { LANGUAGES } from '../../../languages/index.ts';
import { countsOf } from '../../model/index.ts';
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
/**
 * An opening quotation mark, after which a title or an exclamation may begin with a repetition, or a mark before an
 * ending that is no word of its own (Leiter*in in der Schule).
 */
const OPENING = /[“„«"‘*:/_·]$/u;
/** The beginning of a sentence, where every word is capitalised. */
const BEGINS_SENTENCE = /(?:^|[.!?:\n]\s*)$/u;
/** A line break before a capitalised word, which begins a new sentence or item. */
const BEGINS_LINE = /\n\s*(?=\p{Lu})/u;
/** At least two separators, because a list has at least three items. */
const COMMAS = /[,;:].*[,;:]/u;
const LONGEST_ITEM = 6;
/**
 * A house number between commas, which shows that the text is an address. Addresses may repeat the name of the town.
 */
const ADDRESS = /,[^,]*(?<![\p{L}\d])\d+\p{L}?\s*,/u;

export const repeatedWords = textRule(
  { id: 'repeated-words', severity: 'warning', ownsWords: true, readsLanguage: true },
  ({ words, lang }) => {
    const hasNouns = LANGUAGES[lang].rules.capitalNouns === true;
    return [
      ...wordsTwice(words, doubledByGrammar(lang), hasNouns),
      ...itemsTwice(words, functionWords(lang), hasNouns),
    ];
  },
);

/**
 * Words that occur twice in a row. Three or more in a row are assumed to be intended (ha ha ha).
 *
 * @param hasNouns whether all nouns are capitalised in the language, so that two capitalised words are not necessarily
 *   a name
 */
function wordsTwice(words: string, doubled: ReadonlySet<string>, hasNouns: boolean): MatchedText[] {
  const all = (words.match(WORDS) ?? []).map((word) => word.toLowerCase());
  if (!all.some((word, at) => word === all[at - 1])) return [];
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
    // A noun and a verb: beim Spielen spielen.
    const isNoun = hasNouns && isCapitalised(last[0]) && !BEGINS_SENTENCE.test(before);
    if (OPENING.test(before) || (isNoun && !isCapitalised(word))) continue;
    if (doubled.has(lower) || (doubled.has(`,${lower}`) && BEGINS_CLAUSE.test(before))) continue;
    const end = index + word.length;
    // Two nouns before a third one are a name: Yada Yada Abend.
    const isNamed = hasNouns
      ? isCapitalised(word) && /^ \p{Lu}/u.test(words.slice(end, end + 3))
      : isName(last[0], word);
    if (isNamed || BEGINS_LINE.test(words.slice(last.index, index + 1))) continue;
    const [offset, fix] = [last.index, { words: last[0], safe: false }];
    spots.push({ offset, length: end - offset, ...messageOf('word-doubled', { word }), fix });
  }
  return spots;
}

/**
 * Whether a repetition is not a mistake: both words are capitalised (Baden Baden, Yada Yada), or a word precedes an
 * abbreviation with the same letters (по ПО).
 */
function isName(first: string, second: string): boolean {
  return isCapitalised(second) && (isCapitalised(first) || second === second.toUpperCase());
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/**
 * Items between commas that occur twice in a sentence. Three or more are assumed to be intended. A phrase that starts
 * with a function word is not a list item and may be repeated on purpose, as in songs; nor is a clause of several words
 * in lower case.
 */
function itemsTwice(words: string, small: ReadonlySet<string>, hasNouns: boolean): MatchedText[] {
  const spots: MatchedText[] = [];
  for (const { 0: sentence, index } of words.matchAll(/[^.!?\n]+/gu)) {
    // Words can be repeated in an exclamation, as in "fly, Prince Propeller, fly!"
    if (!COMMAS.test(sentence) || ADDRESS.test(sentence) || words[index + sentence.length] === '!') continue;
    const items = [...sentence.matchAll(/[^,;:]+/gu)].map(({ 0: part, index: start }) => {
      const item = part.trim();
      return { start, item, key: item.toLowerCase().replaceAll('-', '') };
    });
    const counts = countsOf(items.map(({ key }) => key));
    const seen = new Set<string>();
    for (const { start, item, key } of items) {
      if (sentence[start - 1] === ':') seen.clear();
      const [first = '', ...others] = key.split(' ');
      // The words before the first item may introduce the list.
      const last = others.at(-1);
      if (start === 0 && last !== undefined) seen.add(last);
      const longest = isCapitalised(item) ? LONGEST_ITEM : hasNouns ? 0 : 2;
      if (!ITEM.test(item) || others.length >= longest || small.has(first)) continue;
      if (seen.has(key) && (counts.get(key) ?? 0) <= 2) {
        const offset = index + sentence.indexOf(item, start);
        spots.push({ offset, length: item.length, ...messageOf('item-doubled', { item }), severity: 'note' });
      }
      seen.add(key);
    }
  }
  return spots;
}
