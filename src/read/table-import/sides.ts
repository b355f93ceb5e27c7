import type { Side } from '../../model/programme.ts';
import { LANGS, type Text } from '../../model/text.ts';
import { foldName } from '../../reference/fold.ts';
import type { SideWords } from './heading.ts';

/** Letters that a country's name and its adjective share at least: Russie and russe, Polen and polnisch. */
const SHARED = 4;

/**
 * Words that name each side in headings: its id, what its own heading and name say and the others do not, and the beginning of the
 * name of its country in the three languages (France, français, французский).
 */
export function sideWords(sides: readonly Side[]): SideWords {
  const own = sides.map((side) => [side.id, ...wordsOf(side.heading), ...wordsOf(side.name)]);
  return new Map(
    sides.map((side, index) => {
      const others = new Set(own.filter((_, other) => other !== index).flat());
      const special = (own[index] ?? []).filter((word) => word.length >= SHARED && !others.has(word));
      const stems = countryNames(side.country).map((name) => `${name.slice(0, SHARED)}*`);
      return [side.id, [...new Set([...special, ...stems])]];
    }),
  );
}

function wordsOf(text: Text): string[] {
  const all = typeof text === 'string' ? [text] : LANGS.flatMap((lang) => text[lang] ?? []);
  return all.flatMap((words) => foldName(words).split(' '));
}

/** Folded names of a country that are one word of at least four letters, in English, French and Russian. */
function countryNames(code: string): string[] {
  return LANGS.flatMap((lang) => {
    const name = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }).of(code);
    const folded = name === undefined ? '' : foldName(name);
    return folded.length >= SHARED && !folded.includes(' ') ? [folded] : [];
  });
}

/** A country that the words of a heading name by its name or adjective. */
export interface NamedCountry {
  /** ISO 3166-1 alpha-2. */
  code: string;
  /** The word that names it, folded. */
  word: string;
}

/** The country whose name shares the longest beginning with a word of the heading. */
export function countryNamed(heading: string): NamedCountry | undefined {
  let best: (NamedCountry & { shared: number }) | undefined;
  for (const word of foldName(heading).split(' ')) {
    for (const { code, name } of allCountries()) {
      const shared = sharedBeginning(word, name);
      if (shared >= SHARED && shared > (best?.shared ?? 0)) best = { code, word, shared };
    }
  }
  return best === undefined ? undefined : { code: best.code, word: best.word };
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

let countries: { code: string; name: string }[] | undefined;

function allCountries(): { code: string; name: string }[] {
  if (countries === undefined) {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    countries = codes.flatMap((code) => countryNames(code).map((name) => ({ code, name })));
  }
  return countries;
}
