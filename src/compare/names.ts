import { LANGUAGES } from '../../languages/index.ts';
import { fold, LANGS, type Lang, type Programme } from '../model/index.ts';
import { byLanguage } from '../text/index.ts';
import type { FieldWords } from './change.ts';
import { isTimeWord } from './facts.ts';
import { isNumberWord } from './numbers.ts';

/** Finds the names of places and persons in a sentence, each as often as it stands there, without what declension adds. */
export type NamesIn = (sentence: string, lang: Lang) => string[];

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const SMALL = /(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}\p{N}]*/gu;
/** A word with a capital behind a word without. */
const INSIDE =
  /(?=\p{Lu})(?<=(?<![\p{L}\p{M}])(?:\p{Ll}[\p{L}\p{M}]*|\p{Ll}{1,2}\.) )\p{Lu}[\p{L}\p{M}\p{N}]*/gu;
const CAPITAL = /^\p{Lu}/u;
/** Words at least this long have a capital in a title that is set in capitals. */
const TITLE_WORD = 4;
/** What is left of a name without its ending. */
const SHORTEST_STEM = 3;

/** How the words of a language are written in the new edition. */
interface Usage {
  /** Seen without a capital: no names. */
  small: Set<string>;
  /** Seen with a capital where only names have one. */
  capital: Set<string>;
}

/**
 * A finder of names. A name has a capital where other words have none; the rest the new edition tells itself: a word that it also
 * writes without a capital is no name, one that is a place or region of the editions is. It is read when a name is first asked for.
 */
export function namesOf(
  items: readonly { fields: readonly FieldWords[] }[],
  references: readonly Programme['reference'][],
): NamesIn {
  let known: { usage: Record<Lang, Usage>; places: Set<string> } | undefined;
  return (sentence, lang) => {
    known ??= { usage: usageIn(items), places: placeWords(references) };
    const { usage, places } = known;
    const { small, capital } = usage[lang];
    const common = (word: string): boolean =>
      small.has(word) || functionWords(lang).has(word) || introducers(lang).has(word);
    const isNameLike = (word: string | undefined): boolean =>
      word !== undefined && CAPITAL.test(word) && !common(plainOf(word)) && !isNumberWord(word, lang);
    return capitalised(sentence, lang).flatMap(({ word, where, before, after }) => {
      const folded = plainOf(word);
      if (isTimeWord(word, lang) || isNumberWord(word, lang)) return [];
      if (places.has(folded)) return [stemOf(folded, lang)];
      if (common(folded)) return [];
      const introduced = introducers(lang).has(plainOf(before ?? ''));
      const isName =
        LANGUAGES[lang].meaning.capitals === 'nouns'
          ? introduced || isNameLike(before) || isNameLike(after)
          : introduced ||
            where === 'inside' ||
            (where === 'begins' && isNameLike(after)) ||
            capital.has(folded);
      return isName ? [stemOf(folded, lang)] : [];
    });
  };
}

interface Capitalised {
  word: string;
  /** At the beginning of a sentence every word has a capital, in some titles every long word. */
  where: 'inside' | 'begins' | 'title';
  /** The words beside it. */
  before?: string | undefined;
  after?: string | undefined;
}

function capitalised(sentence: string, lang: Lang): Capitalised[] {
  const words = [...sentence.matchAll(WORD)]
    .map(([word]) => wordOf(word, lang))
    .filter((word) => word !== '');
  const long = words.filter((word) => word.length >= TITLE_WORD);
  const isTitle = long.length > 1 && long.every((word) => CAPITAL.test(word));
  return words.flatMap((word, index): Capitalised[] => {
    if (!CAPITAL.test(word)) return [];
    const where = isTitle ? 'title' : index === 0 ? 'begins' : 'inside';
    return [{ word, where, before: words[index - 1], after: words[index + 1] }];
  });
}

/** A word without an elided article or a possessive. */
function wordOf(word: string, lang: Lang): string {
  const { before, after } = LANGUAGES[lang].rules.attached ?? {};
  const bare = before === undefined ? word : word.replace(before, '');
  return after === undefined ? bare : bare.replace(after, '');
}

/** A word in small letters, without accents. */
function plainOf(word: string): string {
  return fold(word).replaceAll('ß', 'ss');
}

/** Without its ending: Москве is Москва. */
function stemOf(plain: string, lang: Lang): string {
  const { nameEnding } = LANGUAGES[lang].meaning;
  const stem = nameEnding === undefined ? plain : plain.replace(nameEnding, '');
  return stem.length < SHORTEST_STEM ? plain : stem;
}

const functionWords = byLanguage(({ rules }) => new Set(rules.functionWords.split('|').map(plainOf)));

const introducers = byLanguage(({ meaning }) => new Set(meaning.beforeNames.split('|').map(plainOf)));

function usageIn(items: readonly { fields: readonly FieldWords[] }[]): Record<Lang, Usage> {
  const written = byLanguageOf(() => ({ small: new Set<string>(), capital: new Set<string>() }));
  for (const { fields } of items) {
    for (const { lang, words } of fields) {
      if (lang === undefined) continue;
      const { small, capital } = written[lang];
      for (const word of words.match(SMALL) ?? []) small.add(word);
      for (const word of words.match(INSIDE) ?? []) capital.add(word);
    }
  }
  return byLanguageOf((lang) => ({
    small: plain(written[lang].small),
    capital: plain(written[lang].capital),
  }));
}

const plain = (words: ReadonlySet<string>): Set<string> => new Set([...words].map(plainOf));

const byLanguageOf = <T>(value: (lang: Lang) => T): Record<Lang, T> =>
  Object.fromEntries(LANGS.map((lang) => [lang, value(lang)])) as Record<Lang, T>;

/** Places and regions that are called by one word; other names hold common words too. */
function placeWords(references: readonly Programme['reference'][]): Set<string> {
  const names = references.flatMap(({ regions, places }) => [
    ...regions.flatMap((region) => Object.values(region.names)),
    ...places.flatMap(({ name }) => (typeof name === 'string' ? [name] : Object.values(name))),
  ]);
  return new Set(names.filter((name) => name?.match(WORD)?.[0] === name).map((name) => plainOf(name ?? '')));
}
