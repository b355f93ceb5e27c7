import { LANGUAGES } from '../../languages/index.ts';
import type { Lang } from '../model/index.ts';
import { type Dictionary, type Lexicon, readLexicon } from './hunspell.ts';
import { parseWordList, type WordList } from './word-list.ts';

/** Dictionaries of some languages and the project's word list. */
export interface Spelling {
  words: WordList;
  /** True when a dictionary of the language, or its list of new words, has the word. */
  knows: (word: string, lang: Lang) => boolean;
  /** As `knows`, without the compounds that a dictionary makes by its rules. */
  lists: (word: string, lang: Lang) => boolean;
  /** What a word may have been before a slip, right or not, the likeliest first. */
  near: (word: string, lang: Lang) => Iterable<string>;
  /** The languages that there is a dictionary for. */
  langs: readonly Lang[];
}

/**
 * Reads the dictionaries of some languages; one is read when the first word of its language is looked up.
 *
 * @param dictionaries of each language one or more with the same affixes: a word of any is right
 * @param wordList text of the project's word list (see `parseWordList`)
 */
export function openSpelling(
  dictionaries: ReadonlyMap<Lang, readonly Dictionary[]>,
  wordList: string,
): Spelling {
  const lexicons = new Map<Lang, Lexicon | undefined>();
  const lexicon = (lang: Lang): Lexicon | undefined => {
    if (!lexicons.has(lang)) {
      const [first, ...others] = dictionaries.get(lang) ?? [];
      lexicons.set(lang, first && readLexicon([first, ...others], LANGUAGES[lang].rules.newWords));
    }
    return lexicons.get(lang);
  };
  return {
    words: parseWordList(wordList),
    langs: [...dictionaries.keys()],
    knows: (word, lang) => lexicon(lang)?.has(word) ?? true,
    lists: (word, lang) => lexicon(lang)?.lists(word) ?? true,
    near: (word, lang) => lexicon(lang)?.near(word) ?? [],
  };
}
