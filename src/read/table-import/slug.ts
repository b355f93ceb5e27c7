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
 * An id for a new event or theme that no other has: made of the first words that have Latin or Cyrillic letters, of more of them if
 * the id is taken, and at last with a number.
 */
export function newId(candidates: readonly string[], taken: ReadonlySet<string>, otherwise: string): string {
  const ids = candidates.map((words) => slug(words)).filter((id) => id !== '');
  const first = ids[0] ?? otherwise;
  const free = [first, ...ids.slice(1).map((_, index) => slug(ids.slice(0, index + 2).join(' '), 72))].find(
    (id) => !taken.has(id),
  );
  if (free !== undefined) return free;
  for (let number = 2; ; number++) if (!taken.has(`${first}-${number}`)) return `${first}-${number}`;
}
