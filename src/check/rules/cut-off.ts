import { LANGUAGES } from '../../../languages/index.ts';
import { LANGS, type Lang } from '../../model/index.ts';
import { addressTest, byLanguage } from '../../text/index.ts';
import { bracketsIn } from '../brackets.ts';
import { functionWords, smallWords } from '../foreign-clauses.ts';
import { messageOf } from '../messages.ts';
import { textRule } from '../rule.ts';

/** A final word or punctuation mark that requires a continuation. */
const openEnd = byLanguage(({ rules, script }) => {
  const before = script === 'Latin' ? "\\s'’" : '\\s';
  return new RegExp(`(?:(?:^|[${before}])(?:${rules.leading})|[)\\]]*[,:;(/–—]|[ ][-&]|\\p{L}-)$`, 'iu');
});
/** A last word in capitals, such as the letter in "Room A" or an abbreviation. */
const IN_CAPITALS = /^\p{Lu}+$/u;
const CAPITAL = /^\p{Lu}/u;
const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;
const WORDS = /\p{L}+/gu;
const DOT_OR_SPACE = /[.…\s]/u;
/** A line or a word between two dashes, such as "- with guests -". */
const FRAMED = /(?:^|\n)([-–—]) ?[^\n]* \1$|(?:^|\s)-\S+-$/u;
/** A word between two slashes, such as /r/. */
const PATH = /^\/\S*\/$/u;
const EMOJI_CODE = /:\w+:$/u;

export const cutOff = textRule(
  { id: 'cut-off', severity: 'error', ownsWords: true },
  ({ words, lang, event }) => {
    if (event === undefined) return [];
    const end = withoutEllipsis(words);
    const found = openEnd(lang).exec(end);
    const last = found?.[0].trimStart() ?? '';
    if (last !== '' && !isWhole(end, last, lang)) {
      return [
        {
          offset: end.length - last.length,
          length: words.trimEnd().length - end.length + last.length,
          ...messageOf('text-stops', { last }),
        },
      ];
    }
    const [bracket] = bracketsIn(words).unclosed.slice(-1);
    return bracket === undefined ? [] : [{ offset: bracket, length: 1, ...messageOf('bracket-unclosed') }];
  },
);

/** Removes a final ellipsis, which would hide that a text is cut off, in linear time. */
function withoutEllipsis(words: string): string {
  let start = words.length;
  while (start > 0 && DOT_OR_SPACE.test(words.charAt(start - 1))) start--;
  const dots = words.slice(start).search(/\.\.|…/u);
  return (dots < 0 ? words : words.slice(0, start + dots)).trimEnd();
}

/**
 * Whether a text that seems to be cut off is complete, because it ends with a name, a foreign title, an address or an
 * emoji code.
 */
function isWhole(words: string, last: string, lang: Lang): boolean {
  return (
    (IN_CAPITALS.test(last) && (last.length === 1 || words !== words.toUpperCase())) ||
    isName(words, last, lang) ||
    isForeign(words, last, lang) ||
    LANGUAGES[lang].rules.stranded?.test(words) ||
    FRAMED.test(words) ||
    PATH.test(words) ||
    EMOJI_CODE.test(words) ||
    addressTest(words)(words.length - 1)
  );
}

/**
 * Whether the second-to-last word is `&` or a function word that exists only in other languages (Father and son, Ich
 * und du).
 */
function isForeign(words: string, last: string, lang: Lang): boolean {
  const before = words.slice(0, -last.length).trimEnd().split(/\s/u).at(-1)?.toLowerCase() ?? '';
  const isOf = (other: Lang): boolean => smallWords(other).has(before);
  return before === '&' || (!isOf(lang) && LANGS.some(isOf));
}

/**
 * Whether a capitalised last word is a name (Lucio Dalla). If a function word before it is capitalised, the text is in
 * title case, so that the word is not necessarily a name.
 */
function isName(words: string, last: string, lang: Lang): boolean {
  const inside = (words.slice(0, -last.length).match(WORDS) ?? []).slice(1);
  return (
    words.length > last.length &&
    CAPITALISED.test(last) &&
    !inside.some((word) => CAPITAL.test(word) && functionWords(lang).has(word.toLowerCase()))
  );
}
