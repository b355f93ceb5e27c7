import { type Lang, valueAt } from '../model/index.ts';
import { byLanguage } from '../text/index.ts';
import { type Dictionary, type Lexicon, readLexicon } from './hunspell.ts';
import { parseWordList, type WordList } from './word-list.ts';

/** Looks up words in the dictionaries of several languages. */
export interface Spelling {
  words: WordList;
  /** Whether a dictionary of the language, or the list of new words in the language, contains the word. */
  knows: (word: string, lang: Lang) => boolean;
  /** Like `knows`, but without the compounding rules of the dictionary. */
  hasEntry: (word: string, lang: Lang) => boolean;
  /** Possible corrections of a misspelled word (not necessarily correct words), likeliest first. */
  near: (word: string, lang: Lang) => Iterable<string>;
  /** The languages that have a dictionary. */
  langs: readonly Lang[];
}

const lexicons = new WeakMap<readonly Dictionary[], Lexicon>();

/**
 * Opens the dictionaries of several languages. The dictionaries of a language are read only when a word in that
 * language is looked up for the first time.
 *
 * @param dictionaries one or more dictionaries per language, which must have the same affixes; a word is correct if any
 * of the dictionaries contains it
 * @param wordList text of the project's word list (see `parseWordList`)
 */
export function openSpelling(
  dictionaries: ReadonlyMap<Lang, { dictionaries: readonly Dictionary[] }>,
  wordList: string,
): Spelling {
  const lexicon = byLanguage(({ rules: { newWords, unlinked } }, lang): Lexicon | undefined => {
    const found = dictionaries.get(lang)?.dictionaries ?? [];
    const [first, ...others] = found;
    return (
      first && valueAt(lexicons, found, () => linked(readLexicon([first, ...others], newWords), unlinked))
    );
  });
  return {
    words: parseWordList(wordList),
    langs: [...dictionaries.keys()],
    knows: (word, lang) => lexicon(lang)?.has(word) ?? true,
    hasEntry: (word, lang) => lexicon(lang)?.hasEntry(word) ?? true,
    near: (word, lang) => lexicon(lang)?.near(word) ?? [],
  };
}

/** Rejects compounds that lack a required linking element. */
function linked(
  lexicon: Lexicon,
  unlinked: (word: string) => readonly (readonly string[])[] = () => [],
): Lexicon {
  const { has, hasEntry } = lexicon;
  return {
    ...lexicon,
    has: (word) => has(word) && (hasEntry(word) || !unlinked(word).some((nouns) => nouns.every(hasEntry))),
  };
}
