import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type Lang } from '../model/index.ts';
import { byLanguage } from '../text/index.ts';
import { type ForeignClause, functionWords } from './foreign-clauses.ts';
import type { Spelling } from './spelling.ts';
import type { PrintedText } from './texts.ts';

const articles = byLanguage(({ articles: words }): ReadonlySet<string> => new Set(words.split('|')));

/** Separators between the parts of a title. */
const PARTS = /(?: [-–—] |[/|:()#]|\d)+/u;
const QUOTED = /[“«„"]/u;
const WORDS = /\p{L}[\p{L}\p{M}]*/gu;
/** Minimum share of the words after the article that are unknown in the language of the title. */
const SHARE_OF_UNKNOWN = 0.6;

/**
 * Finds a part of a title that begins with an article of another language in Latin script and continues with words that
 * are not in the dictionary of the title's language. Another part of the title must be in that language. Two kinds of
 * parts are ignored: a part of two capitalised words, which may be a name, and a part whose words are all capitalised,
 * if the language of its article capitalises titles of works in this way (The Matrix Reboot).
 */
export function foreignTitleParts(
  { words, lang, kind }: PrintedText,
  { knows, langs }: Spelling,
): ForeignClause[] {
  if (kind !== 'title' || LANGUAGES[lang].script !== 'Latin' || !langs.includes(lang)) return [];
  const parts = words.split(PARTS).map((part) => part.trim());
  const isForeign = (part: string): Lang | undefined => {
    const [first = '', ...others] = part.match(WORDS) ?? [];
    if (others.length < 2 || QUOTED.test(part) || functionWords(lang).has(first.toLowerCase()))
      return undefined;
    const telling = others.filter((word) => word.length > 2);
    const strange = telling.filter((word) => !knows(word, lang) && !knows(word.toLowerCase(), lang));
    if (strange.length < 2 || strange.length < telling.length * SHARE_OF_UNKNOWN) return undefined;
    const isCapitalised = telling.every((word) => /^\p{Lu}/u.test(word));
    return LANGS.find(
      (other) =>
        other !== lang &&
        !(LANGUAGES[other].rules.capitalTitles && isCapitalised) &&
        LANGUAGES[other].script === 'Latin' &&
        articles(other).has(first.toLowerCase()) &&
        (!langs.includes(other) ||
          strange.every((word) => knows(word, other) || knows(word.toLowerCase(), other))),
    );
  };
  return parts.flatMap((part) => {
    const other = part === '' ? undefined : isForeign(part);
    const hasRest = parts.some((rest) => rest !== part && (rest.match(WORDS) ?? []).length > 1);
    return other === undefined || !hasRest
      ? []
      : [{ offset: words.indexOf(part), length: part.length, lang: other }];
  });
}
