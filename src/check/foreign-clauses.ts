import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type Lang, perObject } from '../model/index.ts';
import { byLanguage } from '../text/index.ts';
import { hasScript } from './lookalikes.ts';
import type { PrintedText } from './texts.ts';

/** The function words of a language. */
export const functionWords = byLanguage(
  ({ rules }): ReadonlySet<string> => new Set(rules.functionWords.split('|')),
);

/** The function words and prepositions of a language, and its words that require a continuation. */
export const smallWords = byLanguage(
  ({ rules }): ReadonlySet<string> =>
    new Set(`${rules.functionWords}|${rules.leading}|${rules.titles.prepositions}`.split('|')),
);

/** Words without punctuation marks between them, in one script. */
const SEGMENTS =
  /(?:(?!\p{Script=Cyrillic})[^.,;:!?()/«»“”"—–\n])+|(?:(?!\p{Script=Latin})[^.,;:!?()/«»“”"—–\n])+/gu;
/** Quotations of limited length, and addresses, which are not searched for clauses. */
const QUOTED = /“[^”\n]{0,500}”|«[^»\n]{0,500}»|„[^“\n]{0,500}“|"[^"\n]{0,500}"|https?:\/\/\S+/gu;
const WORDS = /\p{L}+(?:[-‑·•]\p{L}+)*/gu;
/** A word in capitals. Next to words that are not in capitals, such a word is part of a name (THE MARCH FROM 1941). */
const CAPITALS = /^\p{Lu}{2,}$/u;
/** An elided article, which occurs both in French and in Italian. */
const ELIDED = /(?<!\p{L})\p{L}(?=['’]\p{L})/gu;
/**
 * How a clause is recognised, by the script of its text. In a text in Cyrillic script, few function words suffice,
 * because the clause is in another script; but such texts contain names in Latin script.
 *
 * - `words`: the minimum number of words
 * - `functionWords`: the minimum number of function words of one language; `share`: their minimum share of the words
 * - `lower`: the minimum share of words in lower case; a clause with a smaller share counts as a name (The Doors
 *   Tribute band)
 */
const EVIDENCE = {
  Latin: { words: 4, functionWords: 2, share: 0.3, lower: 1 / 4 },
  Cyrillic: { words: 6, functionWords: 1, share: 0, lower: 1 / 2 },
};
/**
 * A clause that contains function words of the text's language still counts as being in another language if it contains
 * at least this many times as many function words of that language. Some function words exist in both languages, such
 * as “an” in English and German.
 */
const CHANCE = 5;

/** A clause in a language other than that of its text. */
export interface ForeignClause {
  offset: number;
  length: number;
  lang: Lang;
}

/**
 * Finds the clauses of a text that are in another language in Latin script, except quotations. Consecutive clauses are
 * merged, together with segments between them whose language is unknown. For short values, such as names, the result is
 * empty.
 */
export const foreignClauses = perObject(clausesIn);

/**
 * If at least this share of a text is in another language, the whole text counts as being in that language, and the
 * rest as names.
 */
const WHOLE = 0.4;

/**
 * Whether a text is in another language. It may contain a few words of its declared language, because some words exist
 * in both (`on` is both French and English).
 */
export function isForeign(text: PrintedText, share = WHOLE): boolean {
  const foreign = lengthOf(foreignClauses(text));
  if (foreign === 0 || foreign < share * text.words.length) return false;
  const segments = [...withoutQuotations(text.words).matchAll(SEGMENTS)].map(([segment]) => segment);
  return (
    MANY_TIMES * lengthOf(segments.filter((segment) => languageOf(segment, text.lang) === text.lang)) <
    foreign
  );
}

/** Whether an offset of a text is within a clause in another language, or the whole text is in another language. */
export function isInForeignWords(text: PrintedText, at: number): boolean {
  return (
    isForeign(text) || foreignClauses(text).some(({ offset, length }) => at >= offset && at < offset + length)
  );
}

/**
 * Whether the paragraph that contains an offset of a text is in another language. The language of the rest of the
 * paragraph may be unknown.
 */
export function isInForeignParagraph(text: PrintedText, offset: number): boolean {
  const { words } = text;
  const end = words.indexOf('\n', offset);
  const paragraph = words.slice(words.lastIndexOf('\n', offset) + 1, end === -1 ? undefined : end);
  return isForeign({ ...text, kind: 'description', words: paragraph }, 0);
}

/**
 * A text counts as being in another language if the clauses in that language are longer than those in the declared
 * language by more than this factor.
 */
const MANY_TIMES = 3;

function lengthOf(parts: readonly { length: number }[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function withoutQuotations(words: string): string {
  return words.replaceAll(QUOTED, (quoted) => ' '.repeat(quoted.length));
}

/**
 * Maximum number of characters of a text that may be a name, such as a person with a body or the title of the
 * programme.
 */
const LONGEST_NAME = 120;

function clausesIn({ words, lang, kind }: PrintedText): readonly ForeignClause[] {
  const isLong = (kind === undefined || kind === 'text') && words.length > LONGEST_NAME;
  if (!isLong && kind !== 'title' && kind !== 'description') return [];
  // The parts of a title that are separated by vertical bars are titles of works (Which side are you on? | Harlan
  // County).
  if (kind === 'title' && words.includes(' | ')) return [];
  const clauses: ForeignClause[] = [];
  let goesOn = false;
  for (const { 0: segment, index } of withoutQuotations(words).matchAll(SEGMENTS)) {
    const language = languageOf(segment, lang, goesOn ? clauses.at(-1)?.lang : undefined);
    if (language === lang) goesOn = false;
    if (language === lang || language === undefined) continue;
    const clause = segment.trim();
    const offset = index + segment.indexOf(clause);
    const last = clauses.at(-1);
    if (goesOn && last?.lang === language) last.length = offset + clause.length - last.offset;
    else clauses.push({ offset, length: clause.length, lang: language });
    goesOn = true;
  }
  return clauses;
}

/**
 * The language of a clause: the declared language if the clause contains enough of its function words, otherwise
 * another language in Latin script; undefined if there is none. After a clause in another language, less evidence is
 * needed that the next clause is in that language too.
 */
function languageOf(segment: string, marked: Lang, before?: Lang): Lang | undefined {
  const { script, rules } = LANGUAGES[marked];
  if (script === 'Cyrillic' && hasScript(segment, script)) return marked;
  const elides = rules.attached?.before !== undefined;
  const all = (elides ? segment.replace(ELIDED, '') : segment).match(WORDS) ?? [];
  const words = all.filter((word) => !CAPITALS.test(word));
  const lower = words.map((word) => word.toLowerCase());
  const small = words.filter((word, index) => word === lower[index]);
  const functionWordsOf = (lang: Lang): string[] => {
    const known = functionWords(lang);
    return lower.filter((word) => known.has(word));
  };
  const own = functionWordsOf(marked);
  const least = EVIDENCE[script];
  if (words.length < least.words) return own.length > 0 ? marked : undefined;
  let found: { lang: Lang; count: number } | undefined;
  for (const lang of LANGS) {
    if (LANGUAGES[lang].script !== 'Latin' || lang === marked) continue;
    const counted = functionWordsOf(lang);
    if (counted.length <= (found?.count ?? 0)) continue;
    // A word that exists in both languages is not evidence, as in "bis in alle Zeit".
    const telling = counted.filter((word) => !smallWords(marked).has(word));
    const sentence =
      small.length >= words.length * least.lower &&
      small.some((word) => word.length > 2 && !functionWords(lang).has(word));
    const enough =
      telling.length >= (lang === before ? 1 : least.functionWords) &&
      counted.length >= words.length * least.share &&
      counted.length >= CHANCE * own.filter((word) => !smallWords(lang).has(word)).length;
    if (sentence && enough) found = { lang, count: counted.length };
  }
  return own.length === 0 ? found?.lang : (found?.lang ?? marked);
}
