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

interface Dictionary {
  aff: Uint8Array;
  dic: Uint8Array;
}

/** A suggestion costs some 50 ms, so a run asks for this many; words found later are reported without one. */
const MOST_SUGGESTIONS = 20;

/**
 * Loads Hunspell and the dictionaries of the languages; only `check` needs them.
 *
 * @param langs languages that the programme has texts in (see `languagesOf`)
 * @param wordList text of the project's word list (see `parseWordList`)
 */
export async function loadSpelling(langs: readonly Lang[], wordList: string): Promise<Spelling> {
  const { loadModule } = await import('hunspell-asm');
  const hunspell = await loadModule();
  const checkers = new Map(
    await Promise.all(
      langs.map(async (lang) => {
        const { aff, dic } = await loadDictionary(lang);
        const checker = hunspell.create(
          hunspell.mountBuffer(aff, `${lang}.aff`),
          hunspell.mountBuffer(dic, `${lang}.dic`),
        );
        return [lang, checker] as const;
      }),
    ),
  );
  let suggestions = 0;
  return {
    words: parseWordList(wordList),
    langs,
    knows: (word, lang) => checkers.get(lang)?.spell(word) ?? true,
    suggest: (word, lang) => {
      suggestions += 1;
      return suggestions > MOST_SUGGESTIONS ? undefined : checkers.get(lang)?.suggest(word)[0];
    },
  };
}

async function loadDictionary(lang: Lang): Promise<Dictionary> {
  switch (lang) {
    case 'en':
      return (await import('dictionary-en-gb')).default;
    case 'fr':
      return (await import('dictionary-fr')).default;
    case 'ru':
      return (await import('dictionary-ru')).default;
  }
}
