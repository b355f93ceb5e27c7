import { createHash } from 'node:crypto';
import type { Hunspell, HunspellFactory } from 'hunspell-asm';
import { LANGUAGES } from '../../languages/index.ts';
import type { Lang } from '../model/index.ts';
import { byLanguage } from '../text/index.ts';
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
  hunspell ??= loadModule();
  const factory = await hunspell;
  const open = (lang: Lang, dictionary: Dictionary): Hunspell => opened(factory, lang, dictionary);
  const checkers = new Map(
    [...dictionaries].map(([lang, all]) => [lang, joined(all).map((dictionary) => open(lang, dictionary))]),
  );
  // What is suggested is of the language's first dictionary alone, which is opened when it is first needed.
  const suggesters = byLanguage((_, lang) => {
    const [first, ...others] = dictionaries.get(lang) ?? [];
    if (first === undefined) return undefined;
    return others.length === 0 ? checkers.get(lang)?.[0] : open(lang, first);
  });
  return {
    words: parseWordList(wordList),
    langs: [...dictionaries.keys()],
    knows: (word, lang) => checkers.get(lang)?.some((checker) => checker.spell(word)) ?? true,
    suggest: (word, lang) => suggesters(lang)?.suggest(word) ?? [],
  };
}

let hunspell: Promise<HunspellFactory> | undefined;
/** By language and content: to open a dictionary takes a second, and its memory is never given back. Nothing changes one afterwards. */
const known = new Map<string, Hunspell>();

function opened(factory: HunspellFactory, lang: Lang, { aff, dic }: Dictionary): Hunspell {
  const key = `${lang} ${createHash('sha256').update(aff).update(dic).digest('hex')}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = factory.create(factory.mountBuffer(aff), factory.mountBuffer(dic));
  for (const [model, words] of Object.entries(LANGUAGES[lang].rules.newWords)) {
    for (const word of words.split('|')) {
      made.addWord(word);
      if (model !== '') made.addWordWithAffix(word, model);
    }
  }
  known.set(key, made);
  return made;
}

/** Dictionaries as few as can be: those with the same affixes are one, in which a word of two entries may be either. */
function joined(dictionaries: readonly Dictionary[]): Dictionary[] {
  const byAffixes = new Map<string, Dictionary>();
  for (const { aff, dic } of dictionaries) {
    const affixes = Buffer.from(aff).toString('latin1');
    const known = byAffixes.get(affixes);
    byAffixes.set(affixes, { aff, dic: known === undefined ? dic : withEntries(known.dic, dic) });
  }
  return [...byAffixes.values()];
}

/** The entries of one list of words and those that another has beside them; the first line of a list says how many it has. */
function withEntries(dic: Uint8Array, more: Uint8Array): Uint8Array {
  const entries = [dic, more].flatMap((list) => Buffer.from(list).toString('latin1').split('\n').slice(1));
  const all = new Set(entries);
  return Buffer.from([all.size, ...all].join('\n'), 'latin1');
}
