import { CYRILLIC_IN_LATIN, LATIN_IN_ASCII } from '../../languages/index.ts';

/** Maximum number of characters of an id. A word that would exceed it is omitted; only a first word is truncated. */
const LONGEST = 48;

/**
 * Converts words to an id: Latin letters and digits without accents, with hyphens between words. Cyrillic letters are
 * transliterated; letters in other scripts are omitted.
 */
export function slug(words: string, longest = LONGEST): string {
  const plain = [...words.normalize('NFC').toLowerCase()]
    .map((letter) => CYRILLIC_IN_LATIN[letter] ?? LATIN_IN_ASCII[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼ]/g, '-');
  const parts = plain.match(/[a-z0-9]+/g) ?? [];
  let id = '';
  for (const part of parts) {
    const longer = id === '' ? part.slice(0, longest) : `${id}-${part}`;
    if (longer.length > longest) break;
    id = longer;
  }
  return id;
}

/** Windows device names, which no file or folder can have, regardless of its extension. */
const DEVICES: readonly string[] = [
  ...['con', 'prn', 'aux', 'nul'],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((number) => [`com${number}`, `lpt${number}`]),
];

/** Whether a name is a Windows device name, which no file or folder can have. */
export function isDevice(name: string): boolean {
  return DEVICES.includes(name.toLowerCase().split('.', 1)[0] ?? '');
}

/**
 * Unique names in a folder or list. Names that differ only in case or Unicode normalisation count as equal, as on some
 * file systems.
 */
class Names {
  readonly #taken: Set<string>;
  /** For each name, the smallest number that may still be available. */
  readonly #numbers = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set([...taken].map(asFileSystemsCompare));
  }

  isFree(name: string): boolean {
    return !this.#taken.has(asFileSystemsCompare(name));
  }

  /** Adds a name. If it already exists, the name is followed by the first available number, as in `hall-2`. */
  add(name: string): string {
    let free = name;
    let number = this.#numbers.get(name) ?? 2;
    while (!this.isFree(free)) free = `${name}-${number++}`;
    this.#numbers.set(name, number);
    this.#taken.add(asFileSystemsCompare(free));
    return free;
  }
}

function asFileSystemsCompare(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/**
 * Makes the names in a list unique, also with respect to existing names. The first entry with a name stays unchanged;
 * each further one is followed by the first number with which the name does not occur in the list. For example, `hall`,
 * `hall`, `hall-2` become `hall`, `hall-3`, `hall-2`.
 */
export function uniqueNames(wanted: readonly string[], taken: Iterable<string> = []): string[] {
  const names = new Names(taken);
  return wanted
    .map((name) => ({ name, first: names.isFree(name) ? names.add(name) : undefined }))
    .map(({ name, first }) => first ?? names.add(name));
}

/**
 * Returns a function that creates unique ids for new events or themes, which are also used as file names. An id
 * consists of the first words with Latin or Cyrillic letters. If that id exists, more words are added, and finally a
 * number.
 *
 * @param taken existing ids
 * @param otherwise the id if no words contain Latin or Cyrillic letters
 */
export function idMaker(
  taken: Iterable<string>,
  otherwise: string,
): (candidates: readonly string[]) => string {
  const names = new Names([...DEVICES, ...taken]);
  return (candidates) => {
    const ids = candidates.map((words) => slug(words)).filter((id) => id !== '');
    const first = ids[0] ?? otherwise;
    const longer = ids.slice(1).map((_, index) => slug(ids.slice(0, index + 2).join(' '), 72));
    return names.add([first, ...longer].find((id) => names.isFree(id)) ?? first);
  };
}
