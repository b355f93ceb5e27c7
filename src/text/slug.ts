/** Russian letters in Latin ones, as addresses of pages usually write them (close to ICAO 9303, without its "ie" and "iu"). */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  є: 'ye',
  і: 'i',
  ї: 'yi',
  ґ: 'g',
  ў: 'u',
};
/** Latin letters that are no letter with an accent. */
const LATIN: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Characters of an id at most, where words allow. */
const LONGEST = 48;

/** Words as an id writes them: Latin letters and digits without accents, joined by hyphens. Other scripts give nothing. */
export function slug(words: string, longest = LONGEST): string {
  const plain = [...words.normalize('NFC').toLowerCase()]
    .map((letter) => CYRILLIC[letter] ?? LATIN[letter] ?? letter)
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

/** Names of devices on Windows: there no file or folder can have one, whatever its ending. */
const DEVICES: readonly string[] = [
  ...['con', 'prn', 'aux', 'nul'],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((number) => [`com${number}`, `lpt${number}`]),
];

/** Whether no file or folder can have a name on Windows, for it names a device. */
export function isDevice(name: string): boolean {
  return DEVICES.includes(name.toLowerCase().split('.', 1)[0] ?? '');
}

/** Names that lie in one folder or list: no two of them are the same to any file system, by case or by how their letters are encoded. */
class Names {
  readonly #taken: Set<string>;
  /** By name: the first number that may be free. */
  readonly #numbers = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set([...taken].map(asFileSystemsCompare));
  }

  isFree(name: string): boolean {
    return !this.#taken.has(asFileSystemsCompare(name));
  }

  /** Takes a name, or where it is not free, the name with the first number that makes it so: `hall-2`. */
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
 * The names of a list, each unlike all others and unlike those taken. The first that has a name keeps it, wherever it stands; the others
 * get the first number that no name of the list has: `hall`, `hall`, `hall-2` give `hall`, `hall-3`, `hall-2`.
 */
export function uniqueNames(wanted: readonly string[], taken: Iterable<string> = []): string[] {
  const names = new Names(taken);
  return wanted
    .map((name) => ({ name, first: names.isFree(name) ? names.add(name) : undefined }))
    .map(({ name, first }) => first ?? names.add(name));
}

/**
 * A function that gives ids for new events or themes, which name files as well: each unlike all that there are. It is made of the first
 * words that have Latin or Cyrillic letters, of more of them where that id is taken, and at last with a number.
 *
 * @param taken ids that there are
 * @param otherwise the id where no words have such letters
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
