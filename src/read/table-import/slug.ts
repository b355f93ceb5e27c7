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

/**
 * A function that gives ids for new events or themes that no other has: made of the first words that have Latin or Cyrillic letters,
 * of more of them if the id is taken, and at last with a number. Each is taken from then on.
 *
 * @param taken ids that there are
 */
export function idMaker(
  taken: Iterable<string>,
  otherwise: string,
): (candidates: readonly string[]) => string {
  const known = new Set(taken);
  /** By what stands before it: the first number that may be free. */
  const numbers = new Map<string, number>();
  const freeId = (candidates: readonly string[]): string => {
    const ids = candidates.map((words) => slug(words)).filter((id) => id !== '');
    const first = ids[0] ?? otherwise;
    const free = [first, ...ids.slice(1).map((_, index) => slug(ids.slice(0, index + 2).join(' '), 72))].find(
      (id) => !known.has(id),
    );
    if (free !== undefined) return free;
    let number = numbers.get(first) ?? 2;
    while (known.has(`${first}-${number}`)) number++;
    numbers.set(first, number);
    return `${first}-${number}`;
  };
  return (candidates) => {
    const id = freeId(candidates);
    known.add(id);
    return id;
  };
}
