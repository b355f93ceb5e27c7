import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type Lang } from '../model/text.ts';
import { byLanguage } from '../text/by-language.ts';
import type { PrintedText } from './texts.ts';

const functionWords = byLanguage(({ rules }): ReadonlySet<string> => new Set(rules.functionWords.split('|')));

const SEGMENTS = /[^.,;:!?()/«»“”"—–\n]+/gu;
/** Longer stretches between two marks are no quotation of a title. */
const QUOTED = /“[^”\n]{0,500}”|«[^»\n]{0,500}»|"[^"\n]{0,500}"/gu;
const WORDS = /\p{L}+/gu;
/** A segment says something about its language from here on. */
const FEWEST_WORDS = 4;
const FEWEST_FUNCTION_WORDS = 2;
const SHARE_OF_FUNCTION_WORDS = 0.3;

/** A clause in another language than its text. */
export interface ForeignClause {
  offset: number;
  length: number;
  lang: Lang;
}

/** The clauses of a title or description that are in another language in Latin letters; quotations are left out. */
export function foreignClauses({ words, lang, kind }: PrintedText): ForeignClause[] {
  if (LANGUAGES[lang].script !== 'Latin' || (kind !== 'title' && kind !== 'description')) return [];
  const unquoted = words.replaceAll(QUOTED, (quoted) => ' '.repeat(quoted.length));
  return [...unquoted.matchAll(SEGMENTS)].flatMap(({ 0: segment, index }) => {
    const other = otherLanguageOf(segment, lang);
    if (other === undefined) return [];
    const clause = segment.trim();
    return [{ offset: index + segment.indexOf(clause), length: clause.length, lang: other }];
  });
}

/** The language in Latin letters that a clause is in, if it is not in the one that it is marked as. */
function otherLanguageOf(segment: string, marked: Lang): Lang | undefined {
  const words = segment.match(WORDS) ?? [];
  if (words.length < FEWEST_WORDS) return undefined;
  const lower = words.map((word) => word.toLowerCase());
  if (lower.some((word) => functionWords(marked).has(word))) return undefined;
  let found: { lang: Lang; count: number } | undefined;
  for (const lang of LANGS) {
    if (LANGUAGES[lang].script !== 'Latin') continue;
    const count = lower.filter((word) => functionWords(lang).has(word)).length;
    const sentence = words.some(
      (word, index) => word === lower[index] && word.length > 2 && !functionWords(lang).has(word),
    );
    const enough = count >= FEWEST_FUNCTION_WORDS && count >= words.length * SHARE_OF_FUNCTION_WORDS;
    if (sentence && enough && count > (found?.count ?? 0)) found = { lang, count };
  }
  return found?.lang;
}
