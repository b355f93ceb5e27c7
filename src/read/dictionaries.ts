import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { LANGUAGES } from '../../languages/index.ts';
import type { Lang } from '../model/text.ts';

/** The two files of a Hunspell dictionary. */
export interface DictionaryFiles {
  aff: Uint8Array;
  dic: Uint8Array;
}

/** The Hunspell dictionaries of languages; a language whose package is not installed has none. */
export async function readDictionaries(langs: readonly Lang[]): Promise<Map<Lang, DictionaryFiles>> {
  const found = langs.flatMap((lang) => {
    const entry = entryOf(LANGUAGES[lang].dictionary);
    return entry === undefined ? [] : [{ lang, entry }];
  });
  const read = found.map(async ({ lang, entry }): Promise<[Lang, DictionaryFiles]> => {
    const file = (extension: string) => readFile(entry.replace(/js$/, extension));
    const [aff, dic] = await Promise.all([file('aff'), file('dic')]);
    return [lang, { aff, dic }];
  });
  return new Map(await Promise.all(read));
}

/** The file that a package is loaded by, beside which its dictionary lies. */
function entryOf(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined;
  }
}
