import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { LANGUAGES } from '../../languages/index.ts';
import type { Lang } from '../model/index.ts';

/** The two files of a Hunspell dictionary. */
export interface DictionaryFiles {
  aff: Uint8Array;
  dic: Uint8Array;
}

/** The Hunspell dictionaries by language. A language has none if its first package is not installed. */
export async function readDictionaries(langs: readonly Lang[]): Promise<Map<Lang, DictionaryFiles[]>> {
  const found = langs.flatMap((lang) => {
    const [first, ...others] = LANGUAGES[lang].dictionaries.map(entryOf);
    return first === undefined ? [] : [{ lang, entries: [first, ...others] }];
  });
  const read = found.map(async ({ lang, entries }): Promise<[Lang, DictionaryFiles[]]> => {
    const installed = entries.filter((entry) => entry !== undefined);
    return [lang, await Promise.all(installed.map(filesBeside))];
  });
  return new Map(await Promise.all(read));
}

/** Of some languages, those whose first dictionary package is not installed. */
export function languagesWithoutDictionary(langs: readonly Lang[]): Lang[] {
  return langs.filter((lang) => entryOf(LANGUAGES[lang].dictionaries[0]) === undefined);
}

async function filesBeside(entry: string): Promise<DictionaryFiles> {
  const file = (extension: string) => readFile(entry.replace(/js$/, extension));
  const [aff, dic] = await Promise.all([file('aff'), file('dic')]);
  return { aff, dic };
}

/** Entry file of a package; its dictionary is in the same folder. */
function entryOf(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined;
  }
}
