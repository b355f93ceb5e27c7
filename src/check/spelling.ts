import type { Lang } from '../model/text.ts';
import { parseWordList, type WordList } from './word-list.ts';

/** Dictionaries of some languages and the project's word list. */
export interface Spelling {
  words: WordList;
  /** True when a dictionary of one of the languages has the word. */
  knows: (word: string, lang: Lang) => boolean;
  /** The likeliest right spelling of a word. */
  suggest: (word: string, lang: Lang) => string | undefined;
  /** The languages that there is a dictionary for. */
  langs: readonly Lang[];
}

/** The two files of a Hunspell dictionary. */
export interface Dictionary {
  aff: Uint8Array;
  dic: Uint8Array;
}

/** A suggestion costs some 50 ms, so a run asks for this many; words found later are reported without one. */
const MOST_SUGGESTIONS = 20;

/**
 * Loads Hunspell with the dictionaries of some languages; only `check` needs them.
 *
 * @param wordList text of the project's word list (see `parseWordList`)
 */
export async function loadSpelling(
  dictionaries: ReadonlyMap<Lang, Dictionary>,
  wordList: string,
): Promise<Spelling> {
  const { loadModule } = await import('hunspell-asm');
  const hunspell = await loadModule();
  const checkers = new Map(
    [...dictionaries].map(([lang, { aff, dic }]) => [
      lang,
      hunspell.create(hunspell.mountBuffer(aff, `${lang}.aff`), hunspell.mountBuffer(dic, `${lang}.dic`)),
    ]),
  );
  let suggestions = 0;
  return {
    words: parseWordList(wordList),
    langs: [...dictionaries.keys()],
    knows: (word, lang) => checkers.get(lang)?.spell(word) ?? true,
    suggest: (word, lang) => {
      suggestions += 1;
      return suggestions > MOST_SUGGESTIONS ? undefined : checkers.get(lang)?.suggest(word)[0];
    },
  };
}
