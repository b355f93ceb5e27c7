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
  const open = (lang: Lang, parts: readonly Dictionary[]): Hunspell => opened(factory, lang, parts);
  const checkers = new Map(
    [...dictionaries].map(([lang, all]) => [lang, withSameAffixes(all).map((parts) => open(lang, parts))]),
  );
  // What is suggested is of the language's first dictionary alone, which is opened when it is first needed.
  const suggesters = byLanguage((_, lang) => {
    const [first, ...others] = dictionaries.get(lang) ?? [];
    if (first === undefined) return undefined;
    return others.length === 0 ? checkers.get(lang)?.[0] : open(lang, [first]);
  });
  return {
    words: parseWordList(wordList),
    langs: [...dictionaries.keys()],
    knows: (word, lang) => checkers.get(lang)?.some((checker) => checker.spell(word)) ?? true,
    suggest: (word, lang) => suggesters(lang)?.suggest(word) ?? [],
  };
}

let hunspell: Promise<HunspellFactory> | undefined;
/**
 * By language and content of what was joined: to open a dictionary takes a second, and its memory is never given back. Nothing changes one
 * afterwards.
 */
const known = new Map<string, Hunspell>();

/** Dictionaries with the same affixes as one. */
function opened(factory: HunspellFactory, lang: Lang, parts: readonly Dictionary[]): Hunspell {
  const key = [lang, ...parts.map(({ aff, dic }) => sumOf(aff, dic))].join(' ');
  const found = known.get(key);
  if (found !== undefined) return found;
  const { aff, dic } = parts.reduce(joined);
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

function sumOf(...files: readonly Uint8Array[]): string {
  const sum = createHash('sha256');
  for (const file of files) sum.update(file);
  return sum.digest('hex');
}

/** Dictionaries in groups, each of those with the same affixes. */
function withSameAffixes(dictionaries: readonly Dictionary[]): Dictionary[][] {
  const groups: Dictionary[][] = [];
  for (const dictionary of dictionaries) {
    const group = groups.find(([first]) => first && Buffer.compare(first.aff, dictionary.aff) === 0);
    if (group === undefined) groups.push([dictionary]);
    else group.push(dictionary);
  }
  return groups;
}

/** Two dictionaries with the same affixes as one, in which a word of two entries may be either. */
function joined(first: Dictionary, second: Dictionary): Dictionary {
  return { aff: first.aff, dic: withEntries(first.dic, second.dic) };
}

/** The entries of one list of words and those that another has beside them; the first line of a list says how many it has. */
function withEntries(dic: Uint8Array, more: Uint8Array): Uint8Array {
  const entries = [dic, more].flatMap((list) => Buffer.from(list).toString('latin1').split('\n').slice(1));
  const all = new Set(entries);
  return Buffer.from([all.size, ...all].join('\n'), 'latin1');
}
