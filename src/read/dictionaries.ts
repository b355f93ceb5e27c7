import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LANGUAGES } from '../../languages/index.ts';
import { ifPossible, UserError } from '../errors.ts';
import { type Lang, LIMITS } from '../model/index.ts';
import { DISK, type FileLimit, readBytes } from './file.ts';
import { messageOf } from './messages.ts';

/** The dictionaries of a language, and their source. */
export interface FoundDictionary {
  dictionaries: readonly DictionaryFiles[];
  /** The path of the .dic file; undefined if the dictionaries come with the program or are installed as packages. */
  file?: string;
  /** Set if the file was found in one of the folders in which the computer's programs keep dictionaries. */
  isOfComputer?: true;
}

/** Folders that may contain Hunspell dictionaries, in order of precedence. */
interface DictionaryFolders {
  /** The dataset folder for dictionaries; its files are named after the language, such as `de.aff` and `de.dic`. */
  dataset?: string | undefined;
  /** The folder that the caller specifies. */
  given?: string | undefined;
  /** Folders on this computer where programs such as LibreOffice keep dictionaries. */
  computer?: readonly string[];
}

const DICTIONARY_FILE: FileLimit = {
  maxBytes: LIMITS.dictionaryFileBytes,
  hint: messageOf('take-smaller-dictionary'),
};

/**
 * Reads the Hunspell dictionaries for each language. The dataset, the given folder, packages and the folders of this
 * computer are searched in this order. Languages without a dictionary are missing from the result.
 *
 * @throws UserError if a dictionary in the dataset or in the given folder cannot be used, or if the given folder
 * contains none
 */
export async function readDictionaries(
  langs: readonly Lang[],
  { dataset, given, computer = [] }: DictionaryFolders = {},
): Promise<Map<Lang, FoundDictionary>> {
  const read = langs.map(async (lang): Promise<[Lang, FoundDictionary | undefined]> => {
    const inDataset = await ownDictionary(lang, dataset, 0);
    const called = inDataset ?? (await ownDictionary(lang, given, SUBFOLDERS));
    return [lang, called ?? (await packageDictionary(lang)) ?? (await computerDictionary(lang, computer))];
  });
  const found = await Promise.all(read);
  if (given !== undefined) {
    const stems = await Promise.all(langs.map((lang) => stemIn(given, lang, SUBFOLDERS)));
    if (stems.every((stem) => stem === undefined))
      throw new UserError(messageOf('dictionary-folder-without', { file: `${langs[0]}.dic` }), {
        file: given,
      });
  }
  return new Map(found.flatMap(([lang, one]) => (one === undefined ? [] : [[lang, one]])));
}

/** Maximum number of levels of subfolders that are searched for dictionaries. */
const SUBFOLDERS = 5;
/** Maximum number of folder entries that are searched in total. */
const MAX_ENTRIES = 5000;
const ENDINGS = ['.aff', '.dic'];

async function ownDictionary(lang: Lang, folder: string | undefined, levels: number) {
  const stem = folder === undefined ? undefined : await stemIn(folder, lang, levels);
  return stem === undefined ? undefined : { dictionaries: [await filesOf(stem)], file: `${stem}.dic` };
}

/**
 * A cache for the dictionaries in packages, keyed by their file paths. The desk needs the dictionaries for every check.
 */
const packaged = new Map<string, readonly DictionaryFiles[]>();

async function packageDictionary(lang: Lang): Promise<FoundDictionary | undefined> {
  const [first, ...others] = LANGUAGES[lang].dictionaries.map(entryOf);
  if (first === undefined) return undefined;
  const installed = [first, ...others.filter((entry) => entry !== undefined)];
  const key = installed.join('\n');
  const dictionaries = packaged.get(key) ?? (await Promise.all(installed.map(filesBeside)));
  packaged.set(key, dictionaries);
  return { dictionaries };
}

/** The first dictionary in the folders of this computer that can be used. */
async function computerDictionary(lang: Lang, folders: readonly string[]) {
  for (const folder of folders) {
    const found = await ifPossible(ownDictionary(lang, folder, SUBFOLDERS));
    if (found !== undefined) return { ...found, isOfComputer: true as const };
  }
  return undefined;
}

/**
 * The path, without extension, of the dictionary for a language in a folder or its subfolders. `de` and `de_DE` take
 * precedence over all other names, such as `de_AT`.
 *
 * @param levels the number of levels of subfolders to search
 */
async function stemIn(folder: string, lang: Lang, levels: number): Promise<string | undefined> {
  const stems = new Set<string>();
  let left = MAX_ENTRIES;
  await collect(folder, levels);
  const ranks = [lang, LANGUAGES[lang].tag.replace('-', '_')];
  const rank = (stem: string): number => {
    const at = ranks.indexOf(path.basename(stem).replace('-', '_'));
    return at === -1 ? ranks.length : at;
  };
  return [...stems].sort((a, b) => rank(a) - rank(b) || a.length - b.length || (a < b ? -1 : 1))[0];

  async function collect(place: string, below: number): Promise<void> {
    const names = [...(await DISK.names(place))].sort();
    left -= names.length;
    if (left < 0) return;
    for (const name of names) {
      const { name: stem, ext } = path.parse(name);
      if (ENDINGS.includes(ext) && stem.split(/[_-]/u)[0] === lang) stems.add(path.join(place, stem));
      else if (below > 0) await collect(path.join(place, name), below - 1);
    }
  }
}

async function filesOf(stem: string): Promise<DictionaryFiles> {
  const names = { aff: `${stem}.aff`, dic: `${stem}.dic` };
  const [aff, dic] = await Promise.all([
    readBytes(names.aff, DICTIONARY_FILE),
    readBytes(names.dic, DICTIONARY_FILE),
  ]);
  return hunspellFiles({ aff, dic }, names);
}

async function filesBeside(entry: string): Promise<DictionaryFiles> {
  const file = (extension: string) => readFile(entry.replace(/js$/, extension));
  const [aff, dic] = await Promise.all([file('aff'), file('dic')]);
  return { aff, dic };
}

/** The path of the main file of a package, which is in the same folder as the dictionary. */
function entryOf(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined;
  }
}

/** The two files of a Hunspell dictionary. */
interface DictionaryFiles {
  aff: Uint8Array;
  dic: Uint8Array;
}

/** The reason why a dictionary cannot be used. */
type Why =
  | 'encoding-unknown'
  | 'without-count'
  | 'too-many-words'
  | 'too-many-rules'
  | 'feature-unknown'
  | 'number-invalid'
  | 'condition-invalid';

/**
 * Converts a dictionary to UTF-8 with LF line endings, removes repeated entries, and checks that the program supports
 * the Hunspell features that the dictionary uses.
 *
 * @param files the names of the two files, for messages
 * @throws UserError if the files are not a Hunspell dictionary, are too large, or need a feature that is not supported
 */
function hunspellFiles(
  { aff, dic }: DictionaryFiles,
  files: Readonly<Record<'aff' | 'dic', string>>,
): DictionaryFiles {
  const refuse = (file: string, line: number | undefined, why: Why): never => {
    throw new UserError(messageOf('dictionary-invalid', { why: messageOf(`dictionary-${why}`) }), {
      file,
      ...(line !== undefined && { line }),
    });
  };
  const set = lines(new TextDecoder('latin1').decode(aff))
    .map((line) => line.trim().split(/\s+/u))
    .find(([name]) => name === 'SET');
  const decoder = decoderOf(set?.[1] ?? 'ISO8859-1') ?? refuse(files.aff, undefined, 'encoding-unknown');
  const rules = lines(decoder.decode(aff));
  const entries = lines(decoder.decode(dic));
  if (!/^\s*\d+\s*$/u.test(entries[0] ?? '')) refuse(files.dic, 1, 'without-count');
  if (entries.length > LIMITS.dictionaryWords) refuse(files.dic, undefined, 'too-many-words');
  const counts = new Map<string, number>();
  for (const [index, line] of rules.entries()) {
    const [name = '', first = '', second = '', third = '', condition = '.'] = line.trim().split(/\s+/u);
    const at = index + 1;
    if (name === 'AF' || (name === 'FLAG' && first === 'num')) refuse(files.aff, at, 'feature-unknown');
    if (name === 'COMPOUNDMIN' && !/^[1-9]$/u.test(first)) refuse(files.aff, at, 'number-invalid');
    if (name === 'TRY' && first.length > LIMITS.dictionaryLetters) refuse(files.aff, at, 'too-many-rules');
    const isAffix = (name === 'PFX' || name === 'SFX') && third !== '';
    if (!isAffix && name !== 'REP' && name !== 'ICONV') continue;
    if (isAffix && !CONDITION.test(condition)) refuse(files.aff, at, 'condition-invalid');
    if (name === 'ICONV' && second !== '' && !LETTERS.test(first)) refuse(files.aff, at, 'condition-invalid');
    for (const key of [name, `${name} ${isAffix ? third.split('/')[0] : ''}`]) {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const most = key === name ? LIMITS.dictionaryRules : LIMITS.dictionaryRulesOfOneAffix;
      if (count > (isAffix ? most : LIMITS.dictionaryRulesOfOneAffix))
        refuse(files.aff, at, 'too-many-rules');
    }
  }
  const encoder = new TextEncoder();
  // Repeated entries are removed, because looking up a word compares it with each of them.
  return { aff: encoder.encode(rules.join('\n')), dic: encoder.encode([...new Set(entries)].join('\n')) };
}

const lines = (text: string): string[] => text.split(/\r\n?|\n/u);

/**
 * A valid condition of an affix: letters and character classes. Repetition operators are not allowed, because matching
 * them could take unlimited time.
 */
const CONDITION = /^(?:[^[\]\\(){}*+?|^$]|\[\^?[^[\]\\]+\])+$/u;
const LETTERS = /^[^[\]\\(){}*+?|^$.]+$/u;

/** The decoder for an encoding, which is given by its name in Hunspell files; undefined if the encoding is unknown. */
function decoderOf(name: string): InstanceType<typeof TextDecoder> | undefined {
  const label = name.toLowerCase().replace('iso8859', 'iso-8859').replace('microsoft-cp', 'windows-');
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
