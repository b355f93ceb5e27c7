import { LANGS, type Side, type Text } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import type { SideWords } from './heading.ts';

/** Letters, and share of a name's letters, that a word begins with if it means the same country: Russie and russe. */
const SHARED_LETTERS = 4;
const SHARED_PART = 0.6;

/**
 * Words that name each side in headings: its id, what its own heading and name say and the others do not, and the beginning of the
 * names of its country and its languages in all languages of the registry (France, French, français, французский).
 */
export function sideWords(sides: readonly Side[]): SideWords {
  const own = sides.map((side) => [side.id, ...wordsOf(side.heading), ...wordsOf(side.name)]);
  return new Map(
    sides.map((side, index) => {
      const others = new Set(own.filter((_, other) => other !== index).flat());
      const special = (own[index] ?? []).filter((word) => word.length >= SHARED_LETTERS && !others.has(word));
      const stems = (countries().get(side.country) ?? []).map((name) => `${name.slice(0, needed(name))}*`);
      return [side.id, [...new Set([...special, ...stems])]];
    }),
  );
}

function wordsOf(text: Text): string[] {
  const all = typeof text === 'string' ? [text] : LANGS.flatMap((lang) => text[lang] ?? []);
  return all.flatMap((words) => foldName(words).split(' '));
}

/** Letters that a word must share with a name. */
function needed(name: string): number {
  return Math.max(SHARED_LETTERS, Math.ceil(name.length * SHARED_PART));
}

/** Letters that names of at least so many letters may end with otherwise, as in Россия and российский, Canada and canadien. */
const ENDINGS: readonly (readonly [letters: number, ending: number])[] = [
  [7, 2],
  [6, 1],
];
/** Letters that a word may have besides those that it shares with a name: those of endings, not of other words. */
const MOST_BESIDES = 5;

/** Whether a word means a country, by the letters that it shares with its name or that of its language: German Haus is no Hausa. */
function means(word: string, name: string, shared: number): boolean {
  const [, ending = 0] = ENDINGS.find(([letters]) => name.length >= letters) ?? [];
  return shared >= name.length - ending && word.length - shared <= MOST_BESIDES;
}

/** The country (ISO 3166-1 alpha-2) whose name, or language, shares the longest beginning with a word of a heading. */
export function countryNamed(heading: string): string | undefined {
  let best: { country: string; shared: number } | undefined;
  for (const word of foldName(heading).split(' ')) {
    for (const [country, names] of countries()) {
      for (const name of names) {
        const shared = sharedBeginning(word, name);
        if (means(word, name, shared) && shared > (best?.shared ?? 0)) best = { country, shared };
      }
    }
  }
  return best?.country;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * Names of each country and of the languages whose country it is (CLDR, likely subtags), as far as they are one word of at least four
 * letters; folded.
 */
function countries(): ReadonlyMap<string, readonly string[]> {
  if (known !== undefined) return known;
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const names = LANGS.map((lang) => ({
    region: new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }),
    language: new Intl.DisplayNames([lang], { type: 'language', fallback: 'none' }),
  }));
  const found = new Map<string, Set<string>>();
  const add = (country: string | undefined, name: string | undefined): void => {
    const folded = name === undefined ? '' : foldName(name);
    if (country === undefined || folded.length < SHARED_LETTERS || folded.includes(' ')) return;
    const list = found.get(country) ?? new Set();
    found.set(country, list.add(folded));
  };
  for (const code of codes) {
    // Codes of countries that are no more, such as DD, are aliases of today's.
    const country = new Intl.Locale(`und-${code}`).region;
    for (const { region, language } of names) {
      if (country === code.toUpperCase()) add(country, region.of(country));
      const spoken = language.of(code);
      if (spoken !== undefined) add(new Intl.Locale(code).maximize().region, spoken);
    }
  }
  known = new Map([...found].map(([country, list]) => [country, [...list]]));
  return known;
}
