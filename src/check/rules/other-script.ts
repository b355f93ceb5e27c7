import { LANGUAGES } from '../../../languages/index.ts';
import { LANGS, type Lang } from '../../model/index.ts';
import { addressTest } from '../../text/index.ts';
import { functionWords } from '../foreign-clauses.ts';
import { hasScript, inScript } from '../lookalikes.ts';
import { textCalled } from '../message-names.ts';
import { messageOf } from '../messages.ts';
import { type MatchedText, spotsOf, textRule } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

/** Consecutive words in Cyrillic script, with the characters between them. */
const CYRILLIC =
  /\p{Script=Cyrillic}[\p{Script=Cyrillic}\p{M}]*(?:[\s«»„“.,:;-]+[\p{Script=Cyrillic}\p{M}]+)*/gu;
const WORD = /[\p{L}\p{M}]+/gu;
/** Minimum number of consecutive words in another script; fewer words can be a name. */
const MIN_WORDS = 6;
/** Minimum number of function words of one language in a clause in Latin script; names contain hardly any. */
const MIN_FUNCTION_WORDS = 2;
/** A text counts as mostly in Latin script if it has at most this many words per word in Latin script. */
const MAX_WORDS_PER_LATIN_WORD = 1.25;
const LATIN_LANGS = LANGS.filter((lang) => LANGUAGES[lang].script === 'Latin');

function countOf(words: readonly string[], lang: Lang): number {
  return words.filter((word) => functionWords(lang).has(word.toLowerCase())).length;
}

export const otherScript = textRule({ id: 'other-script', severity: 'warning', ownsWords: true }, (text) =>
  LANGUAGES[text.lang].script === 'Cyrillic' ? latinIn(text) : cyrillicStretches(text),
);

function cyrillicStretches({ words, lang }: PrintedText): MatchedText[] {
  if (!hasScript(words, 'Cyrillic')) return [];
  return spotsOf(words, CYRILLIC, ({ 0: stretch, index }) => {
    const isLatin = inScript(stretch, 'Latin') !== undefined;
    const isMixed = touchesLetter(words, index - 1) || touchesLetter(words, index + stretch.length);
    return isLatin || isMixed ? undefined : messageOf('cyrillic-words', { text: textCalled(lang) });
  });
}

/** Whether the character next to a range is a letter, so that the word mixes scripts, which another rule reports. */
function touchesLetter(words: string, index: number): boolean {
  return /\p{L}/u.test(words[index] ?? '');
}

/**
 * Consecutive words in Latin script, with the characters between them. Quotations are excluded, because they are
 * usually titles of works.
 */
const LATIN = /\p{Script=Latin}[\p{Script=Latin}\p{M}’'-]*(?:[\s.,:;&–-]+[\p{Script=Latin}\p{M}’'-]+)*/gu;
const QUOTED = /“[^”\n]{0,500}”|«[^»\n]{0,500}»|„[^“\n]{0,500}“|"[^"\n]{0,500}"/gu;

/** The whole text if it is mostly in Latin script, otherwise its clauses in Latin script. */
function latinIn(text: PrintedText): MatchedText[] {
  const { words, lang } = text;
  if (isName(text)) return [];
  const mostly = mostlyLatin(text);
  if (mostly.length > 0 || !hasScript(words, 'Latin')) return mostly;
  const unquoted = words.replaceAll(QUOTED, (quoted) => '»'.repeat(quoted.length));
  const inAddress = addressTest(words);
  return spotsOf(unquoted, LATIN, ({ 0: stretch, index }) =>
    !inAddress(index) && isClause(stretch.match(WORD) ?? [])
      ? messageOf('latin-words', { text: textCalled(lang) })
      : undefined,
  );
}

/**
 * Whether a text is a name: either a title, such as that of a talk in another language, in a field without
 * translations, or a short text such as a speaker with a place.
 */
function isName({ kind, words, at }: PrintedText): boolean {
  const isByLanguage = LANGS.some((lang) => at.field?.endsWith(`.${lang}`));
  return kind === 'text'
    ? words.length <= SHORT
    : kind === 'title' && !isByLanguage && !hasScript(words, 'Cyrillic');
}

/** Maximum number of characters in the name of a person or body, or in the name of a hall with its description. */
const SHORT = 120;

/** Whether words form a clause, that is, there are enough of them, including enough function words of one language. */
function isClause(words: readonly string[]): boolean {
  return (
    words.length >= MIN_WORDS &&
    LATIN_LANGS.some(
      (lang) =>
        countOf(words, lang) >= MIN_FUNCTION_WORDS &&
        words.some((word) => /^\p{Ll}{3}/u.test(word) && !functionWords(lang).has(word)),
    )
  );
}

function mostlyLatin({ words, lang }: PrintedText): MatchedText[] {
  const all = words.match(WORD) ?? [];
  const latin = all.filter((word) => /^\p{Script=Latin}+$/u.test(word));
  if (!isClause(latin) || latin.length * MAX_WORDS_PER_LATIN_WORD <= all.length) return [];
  return [{ offset: 0, length: words.length, ...messageOf('latin-text', { text: textCalled(lang) }) }];
}
