import { LANGUAGES } from '../../languages/index.ts';
import type { Lang } from '../model/text.ts';
import { parseWordList, type WordList } from './word-list.ts';

/** Dictionaries of some languages and the project's word list. */
export interface Spelling {
  words: WordList;
  /** True when a dictionary of the language, or its list of new words, has the word. */
  knows: (word: string, lang: Lang) => boolean;
  /** Right spellings that the dictionary thinks likely, the likeliest first; it takes some 50 ms. */
  suggest: (word: string, lang: Lang) => readonly string[];
  /** The languages that there is a dictionary for. */
  langs: readonly Lang[];
}

/** The two files of a Hunspell dictionary. */
export interface Dictionary {
  aff: Uint8Array;
  dic: Uint8Array;
}

/**
 * Loads Hunspell with the dictionaries of some languages; only `check` needs them.
 *
 * @param dictionaries of each language one or more: a word of any is right
 * @param wordList text of the project's word list (see `parseWordList`)
 */
export async function loadSpelling(
  dictionaries: ReadonlyMap<Lang, readonly Dictionary[]>,
  wordList: string,
): Promise<Spelling> {
  const { loadModule } = await import('hunspell-asm');
  const hunspell = await loadModule();
  const checkers = new Map(
    [...dictionaries].map(([lang, all]) => {
      const created = all.map(({ aff, dic }, index) =>
        hunspell.create(
          hunspell.mountBuffer(aff, `${lang}${index}.aff`),
          hunspell.mountBuffer(dic, `${lang}${index}.dic`),
        ),
      );
      const [first] = created;
      for (const [model, words] of Object.entries(LANGUAGES[lang].rules.newWords)) {
        for (const word of words.split('|')) {
          first?.addWord(word);
          if (model !== '') first?.addWordWithAffix(word, model);
        }
      }
      return [lang, created];
    }),
  );
  return {
    words: parseWordList(wordList),
    langs: [...dictionaries.keys()],
    knows: (word, lang) => checkers.get(lang)?.some((checker) => checker.spell(word)) ?? true,
    suggest: (word, lang) => checkers.get(lang)?.[0]?.suggest(word) ?? [],
  };
}
