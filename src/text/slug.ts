import { CYRILLIC_IN_LATIN, LATIN_IN_ASCII } from '../../languages/index.ts';

/** Maximum number of characters of an id, if word boundaries allow. */
const LONGEST = 48;

/**
 * Converts words to an id: Latin letters and digits without accents, with hyphens between words. Cyrillic letters are
 * transliterated; letters of other scripts are dropped.
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

/** Device names on Windows, which no file or folder can have, whatever its extension. */
const DEVICES: readonly string[] = [
  ...['con', 'prn', 'aux', 'nul'],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((number) => [`com${number}`, `lpt${number}`]),
];

/** Whether a name is a device name on Windows, which no file or folder can have. */
export function isDevice(name: string): boolean {
  return DEVICES.includes(name.toLowerCase().split('.', 1)[0] ?? '');
}

/**
 * Unique names in a folder or list: no two names are equal on any file system, whatever their case and Unicode
 * normalisation.
 */
class Names {
  readonly #taken: Set<string>;
  /** The first number that may be available, by name. */
  readonly #numbers = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set([...taken].map(asFileSystemsCompare));
  }

  isFree(name: string): boolean {
    return !this.#taken.has(asFileSystemsCompare(name));
  }

  /** Adds a name, or if it exists, the name with the first available number: `hall-2`. */
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
 * Makes the names of a list different from each other and from the existing ones. The first entry with a name stays
 * unchanged, wherever it is in the list; the others get the first number that no name of the list has: `hall`, `hall`,
 * `hall-2` give `hall`, `hall-3`, `hall-2`.
 */
export function uniqueNames(wanted: readonly string[], taken: Iterable<string> = []): string[] {
  const names = new Names(taken);
  return wanted
    .map((name) => ({ name, first: names.isFree(name) ? names.add(name) : undefined }))
    .map(({ name, first }) => first ?? names.add(name));
}

/**
 * Returns a function that creates unique ids for new events or themes, which are also used as file names. An id
 * consists of the first words with Latin or Cyrillic letters; if that id exists, further words are added, and finally a
 * number.
 *
 * @param taken existing ids
 * @param otherwise the id if no words have such letters
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
