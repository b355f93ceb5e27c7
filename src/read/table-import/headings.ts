/** What headings say, in any of the languages, and the language of what is below them. */
import { type HeadingRole, LANGUAGES } from '../../../languages/index.ts';
import { LANGS, type Lang, type Side, type Text, wordsInAll } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { byLanguage } from '../../text/index.ts';

/**
 * What a heading says that its column holds, before sides and languages are looked at. The first role of the list that a heading has a
 * word of wins: "Date de début" is a start, "Description of the project" a description, "Nom de la collectivité" a body,
 * "Event ID" an id.
 */
const ROLES: readonly HeadingRole[] = [
  'deadline',
  'internal',
  'other',
  'when',
  'start',
  'end',
  'date',
  'status',
  'category',
  'description',
  'region',
  'body',
  'theme',
  'id',
  'title',
];

/** Words of headings of a language, by role. */
const headingWords = byLanguage(
  ({ headings: { roles, kindsOfEvents } }) =>
    new Map(
      ROLES.map((role) => [
        role,
        [
          ...roles[role].split('|'),
          ...(role === 'title' ? kindsOfEvents.split('|').map((word) => `=${word}`) : []),
        ],
      ]),
    ),
);

/** Words of title headings that mean nothing but a title, in all languages. */
const PLAIN_TITLE: readonly string[] = LANGS.flatMap((lang) =>
  LANGUAGES[lang].headings.plainTitle.split('|'),
);

/** Words of headings that mean times of day, in all languages. */
const TIMES: readonly string[] = LANGS.flatMap((lang) => LANGUAGES[lang].headings.times.split('|'));

/** Words of headings that mean a town, in all languages. */
const TOWNS: readonly string[] = LANGS.flatMap((lang) => LANGUAGES[lang].headings.towns.split('|'));

/** What a language is called in headings, in all languages. */
const languageNames = byLanguage((_, lang) =>
  LANGS.flatMap((other) => LANGUAGES[other].headings.languages[lang]?.split('|') ?? []),
);

/** Words before the title of a theme: "Theme: sport". */
export const THEME_PREFIX = new RegExp(
  `^\\s*(?:${LANGS.map((lang) => LANGUAGES[lang].headings.themePrefix).join('|')})(?:\\s*(?:n°|№)?\\s*[\\dIVX]+)?\\s*[:.–—-]\\s*`,
  'iu',
);

/** What a heading says. */
export interface Heading {
  /** Undefined: it says nothing that is known. */
  role: HeadingRole | 'field' | undefined;
  /** Id of the field whose heading it is. */
  field?: string;
  /** Id of the side that it names. */
  side?: string;
  /** Language that it names: "Title (FR)". */
  named?: Lang;
  /** Languages that it is written in, as far as its words tell. */
  written: readonly Lang[];
  /** It says "title" itself, not "project" or "event". */
  plainTitle: boolean;
}

/** A column under its heading. */
export interface Column {
  column: number;
  words: string;
  heading: Heading;
}

/** Of a hidden column nothing is known that others should read. */
export const NO_HEADING: Heading = { role: 'other', written: [], plainTitle: false };

/** Words that name a side in headings, with a star for any ending, by id of the side. */
export type SideWords = ReadonlyMap<string, readonly string[]>;

/** What a programme itself calls its columns. */
export interface OwnWords {
  sides: SideWords;
  /** Ids of fields by their headings, folded. */
  fields: ReadonlyMap<string, string>;
}

/** Words of no programme yet. */
export const NO_WORDS: OwnWords = { sides: new Map(), fields: new Map() };

/** Reads a heading of a table of events in any of the languages. */
export function readHeading(words: string, { sides, fields }: OwnWords): Heading {
  const field = words.length > LONGEST_HEADING ? undefined : fields.get(foldName(words));
  const folded = foldedHeading(words);
  if (field !== undefined) return { role: 'field', field, written: [], plainTitle: false };
  const side = [...sides].find(([, names]) => names.some((name) => has(folded, name)))?.[0];
  const found = roleOf(folded);
  const role = folded === '' ? 'other' : (found ?? (side === undefined ? undefined : 'body'));
  const written = LANGS.filter((lang) => found !== undefined && says(folded, found, lang));
  const named = languageNamed(folded, role);
  return {
    role,
    ...(side === undefined ? {} : { side }),
    ...(named === undefined ? {} : { named }),
    written,
    plainTitle: hasAny(folded, PLAIN_TITLE),
  };
}

/** The first role that a heading says; one of dates and times is that of the date: "Date et heure de fin". */
function roleOf(folded: string): HeadingRole | undefined {
  const bare = folded
    .split(' ')
    .filter((word) => !hasAny(word, TIMES))
    .join(' ');
  const isDate = bare !== folded && LANGS.some((lang) => says(bare, 'date', lang));
  return ROLES.find((role) => LANGS.some((lang) => says(isDate ? bare : folded, role, lang)));
}

/** What stands behind so many characters names no column: cells that may be headings hold whole texts, too. */
const LONGEST_HEADING = 1_000;

/** Words of a heading, also as programs write them: startDate. */
function foldedHeading(words: string): string {
  return foldName(words.slice(0, LONGEST_HEADING).replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '));
}

/** Whether a heading names times of day: Uhrzeit, Horaires. */
export function namesTimes(words: string): boolean {
  return foldedHeading(words)
    .split(' ')
    .some((word) => hasAny(word, TIMES));
}

/** Which end of a span a heading names, whatever else it says: "Heure de début", "End time". */
export function namesEnd(words: string): 'start' | 'end' | undefined {
  const folded = foldedHeading(words);
  return (['start', 'end'] as const).find((role) => LANGS.some((lang) => says(folded, role, lang)));
}

/** Whether a heading of bodies means towns. */
export function namesTowns(words: string): boolean {
  return hasAny(foldName(words), TOWNS);
}

/** The adjective of a body names its side, not the language of the column. */
function languageNamed(folded: string, role: HeadingRole | undefined): Lang | undefined {
  const byName = LANGS.find((lang) => hasAny(folded, languageNames(lang)));
  if (byName !== undefined && role !== 'body' && role !== 'region') return byName;
  const last = folded.slice(folded.lastIndexOf(' ') + 1);
  return folded.includes(' ')
    ? LANGS.find((lang) => LANGUAGES[lang].headings.codes.split('|').includes(last))
    : undefined;
}

function says(folded: string, role: HeadingRole, lang: Lang): boolean {
  return hasAny(folded, headingWords(lang).get(role) ?? []);
}

function hasAny(folded: string, terms: readonly string[]): boolean {
  return terms.some((term) => has(folded, term));
}

/** Russian й loses its breve when it is folded; so must the words that it is compared with. */
const foldedTerms = new Map<string, string>();

function has(folded: string, term: string): boolean {
  let plain = foldedTerms.get(term);
  if (plain === undefined) {
    plain = ` ${foldName(term.replace(/[*=]/, ''))}${term.endsWith('*') ? '' : ' '}`;
    foldedTerms.set(term, plain);
  }
  return term.startsWith('=') ? ` ${folded} ` === plain : ` ${folded} `.includes(plain);
}

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
  return wordsInAll(text).flatMap((words) => foldName(words).split(' '));
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

/** Small words of a language from which on cells say more of it than their heading does, which may be that of a form. */
export const CLEAR_VOTES = 8;

/** Characters of the texts that are looked at to tell their language. */
const SAMPLE = 20_000;

const smallWords = byLanguage(({ rules }) => rules.functionWords.split('|'));

/** The language whose small words are the most frequent in a text, with at least so many more than those of any other. */
export function textLanguage(text: string, more = 1): Lang | undefined {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return mostVotes(
    LANGS.flatMap((lang) => words.filter((word) => smallWords(lang).includes(word)).map(() => lang)),
    more,
  );
}

/** The language with the most votes, at least so many more than any other. */
export function mostVotes(votes: readonly Lang[], more = 1): Lang | undefined {
  const counts = LANGS.map((lang) => ({ lang, votes: votes.filter((vote) => vote === lang).length }));
  const [first, second] = counts.sort((a, b) => b.votes - a.votes);
  return first !== undefined && first.votes >= (second?.votes ?? 0) + more ? first.lang : undefined;
}
