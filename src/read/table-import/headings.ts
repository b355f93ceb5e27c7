/** Interprets headings in all languages, and detects the language of a text. */
import { type HeadingRole, LANGUAGES } from '../../../languages/index.ts';
import {
  highest,
  LANGS,
  type Lang,
  perObject,
  type Side,
  type Text,
  valueAt,
  withoutUndefined,
  wordsInAll,
} from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { byLanguage, inAllLanguages } from '../../text/index.ts';
import { pictureRole } from './picture-columns.ts';

/**
 * The roles that headings can give to columns, regardless of sides and languages. If a heading contains words for
 * several roles, the first role in this list applies: "Date de début" is a start, "Description of the project" a
 * description, "Nom de la collectivité" a body, "Event ID" an id.
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

/** The heading words of a language, by role. */
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

/** For each language, the heading words that denote titles (not projects or kinds of events), the likeliest first. */
const TITLES: readonly (readonly [string])[][] = LANGS.map((lang) =>
  LANGUAGES[lang].headings.plainTitle.split('|').map((term) => [term] as const),
);
const PLAIN_TITLE: readonly string[] = TITLES.flat(2);

/**
 * How likely it is that a column with this heading contains the titles; 0 is the likeliest. "Title" has a lower rank
 * than "Name", which may denote the names of persons.
 */
export function titleRank(words: string): number {
  const folded = foldedHeading(words);
  const ranks = TITLES.flatMap((terms) => terms.flatMap((term, rank) => (hasAny(folded, term) ? rank : [])));
  return Math.min(...ranks);
}

/** The heading words of a given kind, in all languages. */
const inAll = (kind: 'doubtful' | 'prices' | 'times' | 'durations' | 'towns' | 'venues'): readonly string[] =>
  inAllLanguages(({ headings }) => headings[kind]).split('|');

/** Words in the headings of columns that are published in some lists but not in others. */
const DOUBTFUL = inAll('doubtful');

/**
 * Complete headings, such as "Remarks", about which the user is asked, although they contain words that denote internal
 * notes.
 */
const DOUBTFUL_WHOLE: readonly string[] = DOUBTFUL.filter((term) => term.startsWith('='));

const TIMES = inAll('times');

const naming =
  (terms: readonly string[]) =>
  (words: string): boolean =>
    hasAny(foldedHeading(words), terms);

/** Whether a heading denotes prices that visitors pay, such as Eintritt or Tarifs. */
export const namesPrices = naming(inAll('prices'));

/** Whether a heading denotes durations, whose cells look like times of day (1 h). */
export const namesDurations = naming(inAll('durations'));

/** Whether a heading denotes venues, such as Ort or Salle. */
export const namesVenues = naming(inAll('venues'));

/** Whether a heading for bodies denotes towns. */
export const namesTowns = naming(inAll('towns'));

/** The names by which headings in any language refer to a language. */
const languageNames = byLanguage((_, lang) =>
  LANGS.flatMap((other) => LANGUAGES[other].headings.languages[lang]?.split('|') ?? []),
);

/** A prefix before the title of a theme, as in "Theme: sport". */
export const THEME_PREFIX = new RegExp(
  `^\\s*(?:${inAllLanguages(({ headings }) => headings.themePrefix)})(?:\\s*(?:n°|№)?\\s*[\\dIVX]+)?\\s*[:.–—-]\\s*`,
  'iu',
);

/** The meaning of a heading. */
export interface Heading {
  /** The role of the column; undefined if the heading is unknown. */
  role: HeadingRole | 'field' | undefined;
  /** The id of the field of the programme that has this heading. */
  field?: string;
  /** The id of the side that the heading names. */
  side?: string;
  /** The language that the heading names, as in "Title (FR)". */
  named?: Lang;
  /** The languages in which the heading may be written, judging by its words. */
  written: readonly Lang[];
  /** Whether the heading contains a word for "title" or "name", not just a word for "project" or "event". */
  plainTitle: boolean;
  /** Whether the heading consists only of the word for its role ("Title" but not "Original title"). */
  whole: boolean;
  /** Whether columns with this heading are published in some lists but not in others. */
  doubtful: boolean;
}

/** A column and its heading. */
export interface Column {
  column: number;
  words: string;
  heading: Heading;
  /** What the column contains, if the user has answered this question. */
  answer?: 'title' | 'date' | undefined;
}

/**
 * Stands for the heading of a hidden column. The content of a hidden column is not guessed, because a guess would
 * publish the column.
 */
export const NO_HEADING: Heading = {
  role: 'other',
  written: [],
  plainTitle: false,
  whole: false,
  doubtful: false,
};

/** The words that name each side in headings, by side id; an asterisk stands for any ending. */
export type SideWords = ReadonlyMap<string, readonly string[]>;

/** The names that a programme uses for its columns. */
export interface OwnNames {
  sides: SideWords;
  /** The ids of fields, keyed by their folded headings. */
  fields: ReadonlyMap<string, string>;
}

/** The names to use if a list is read without a programme: none. */
export const NO_OWN_NAMES: OwnNames = { sides: new Map(), fields: new Map() };

/**
 * Reads a heading of a table of events in any of the languages.
 *
 * @param lang the language of the list, on which the meaning of some words depends
 */
export function readHeading(words: string, { sides, fields }: OwnNames, lang?: Lang): Heading {
  const field = words.length > LONGEST_HEADING ? undefined : fields.get(foldName(words));
  const folded = foldedHeading(words);
  if (field !== undefined)
    return { role: 'field', field, written: [], plainTitle: false, whole: true, doubtful: false };
  const side = [...sides].find(([, names]) => hasAny(folded, names))?.[0];
  // "Description of the picture" does not denote a description of the event.
  const isOfPicture = ['alternatives', 'captions'].includes(pictureRole(folded) ?? '');
  const { role: found, doubtful } = isOfPicture
    ? ({ role: 'other', doubtful: false } as const)
    : roleIn(folded, lang);
  const role = folded === '' ? 'other' : (found ?? (side === undefined ? undefined : 'body'));
  const written = LANGS.filter((lang) => found !== undefined && says(folded, found, lang));
  const named = languageNamed(folded, role);
  return {
    role,
    ...withoutUndefined({ side, named }),
    written,
    plainTitle: hasAny(folded, PLAIN_TITLE),
    whole:
      found !== undefined && written.some((lang) => isWhole(folded, headingWords(lang).get(found) ?? [])),
    doubtful,
  };
}

/**
 * The first role that matches a heading. If the heading denotes both a date and a time ("Date et heure de fin"), the
 * words for the time are ignored.
 */
function roleOf(folded: string, langs: readonly Lang[]): HeadingRole | undefined {
  const bare = folded
    .split(' ')
    .filter((word) => !hasAny(word, TIMES))
    .join(' ');
  const isDate = bare !== folded && LANGS.some((lang) => says(bare, 'date', lang));
  return ROLES.find((role) => langs.some((lang) => says(isDate ? bare : folded, role, lang)));
}

/**
 * The role of a heading in a list. A word may have different meanings in different languages: "nombre" is a number in
 * French but a name in Spanish, and "Referent" is a contact in French but a speaker in German. The meaning in the
 * language of the list is used. If a heading has no meaning in the language of the list, denotes internal notes in one
 * language and has another meaning in a different language, its role is doubtful.
 */
function roleIn(folded: string, lang: Lang | undefined) {
  const role = roleOf(folded, LANGS);
  if (role !== 'internal' && role !== 'other') return { role, doubtful: hasAny(folded, DOUBTFUL) };
  const others = LANGS.filter((one) => !says(folded, role, one));
  const ofLanguage = lang !== undefined && others.includes(lang) ? roleOf(folded, [lang]) : undefined;
  if (ofLanguage !== undefined) return { role: ofLanguage, doubtful: false };
  if (role === 'other') return { role, doubtful: hasAny(folded, DOUBTFUL) };
  const isClear = lang !== undefined && !others.includes(lang);
  const isOpen = hasAny(folded, DOUBTFUL_WHOLE);
  return { role, doubtful: isOpen || (!isClear && roleOf(folded, others) !== undefined) };
}

/**
 * Maximum number of characters of a heading that are inspected; cells in which a heading is expected can contain long
 * texts.
 */
const LONGEST_HEADING = 1_000;

/** The folded words of a heading; identifiers such as startDate are split into words. */
function foldedHeading(words: string): string {
  return foldName(words.slice(0, LONGEST_HEADING).replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '));
}

/** Whether a heading denotes times of day, such as Uhrzeit or Horaires. */
export function namesTimes(words: string): boolean {
  return foldedHeading(words)
    .split(' ')
    .some((word) => hasAny(word, TIMES));
}

/**
 * Whether a heading contains a word for the start or the end, as "Heure de début" and "End time" do; its other words do
 * not matter.
 */
export function namesEnd(words: string): 'start' | 'end' | undefined {
  const folded = foldedHeading(words);
  return (['start', 'end'] as const).find((role) => LANGS.some((lang) => says(folded, role, lang)));
}

/** The language that a heading names. In a heading for bodies, an adjective names the side, not a language. */
function languageNamed(folded: string, role: Heading['role'] | undefined): Lang | undefined {
  const byName = LANGS.find((lang) => hasAny(folded, languageNames(lang)));
  if (byName !== undefined && role !== 'body' && role !== 'region') return byName;
  const last = folded.slice(folded.lastIndexOf(' ') + 1);
  return folded.includes(' ')
    ? LANGS.find((lang) => LANGUAGES[lang].headings.codes.split('|').includes(last))
    : undefined;
}

/** The language at the end of a heading such as "Venue (EN)", and the words before the language. */
export function languageAtEnd(heading: string, role?: Heading['role']): { words: string; lang?: Lang } {
  const end = heading.length > LONGEST_HEADING ? null : /[\s_()[\]/:,–—-]+(\p{L}+)[\s)\].]*$/u.exec(heading);
  const words = heading.slice(0, end?.index);
  const lang = words === '' ? undefined : languageNamed(`x ${foldName(end?.[1] ?? '')}`, role);
  return lang === undefined ? { words: heading } : { words, lang };
}

function says(folded: string, role: HeadingRole, lang: Lang): boolean {
  return hasAny(folded, headingWords(lang).get(role) ?? []);
}

const isWhole = (folded: string, terms: readonly string[]): boolean =>
  terms.some((term) => foldName(term.replace(/[*=]/, '')) === folded);

function hasAny(folded: string, terms: readonly string[]): boolean {
  return patternOf(terms).test(` ${folded} `);
}

/**
 * A pattern that matches terms as whole words in a folded heading. The terms are folded too, because folding changes
 * letters (Russian й loses its breve).
 */
const patternOf = perObject((terms: readonly string[]): RegExp => {
  const sources = terms.map((term) => {
    const words = ` ${foldName(term.replace(/[*=]/, ''))}${term.endsWith('*') ? '' : ' '}`;
    return term.startsWith('=') ? `^${words}$` : words;
  });
  return new RegExp(terms.length === 0 ? '(?!)' : sources.join('|'));
});

/** Minimum number of letters in a word that names a side or a country. */
const MIN_LETTERS = 4;

/**
 * The words that name each side in headings: its id, the words in its heading and name that no other side has, and the
 * stems of the names of its country and languages in all languages (France, French, français, французский).
 */
export function sideWords(sides: readonly Side[]): SideWords {
  const wordsOfSides = sides.map((side) => [side.id, ...wordsOf(side.heading), ...wordsOf(side.name)]);
  return new Map(
    sides.map((side, index) => {
      const others = new Set(wordsOfSides.filter((_, other) => other !== index).flat());
      const special = (wordsOfSides[index] ?? []).filter(
        (word) => word.length >= MIN_LETTERS && !others.has(word),
      );
      const stems = (countries().get(side.country) ?? []).map((stem) => `${stem}*`);
      return [side.id, [...new Set([...special, ...stems])]];
    }),
  );
}

function wordsOf(text: Text): string[] {
  return wordsInAll(text).flatMap((words) => foldName(words).split(' '));
}

/**
 * The stem of a country or language name, which is short enough to match derived words (Canada, canadien), but too long
 * to match unrelated words (the stem of Hausa does not match the German word Haus).
 */
const stemOf = (name: string): string =>
  name.slice(0, name.length - (name.length > 6 ? 2 : name.length > 5 ? 1 : 0));

/**
 * Maximum number of letters that may follow a stem in a word: enough for endings, but too few for unrelated words that
 * begin with the stem.
 */
const MAX_ENDING = 7;

/**
 * The country (ISO 3166-1 alpha-2) that a heading names by its own name or a language name. If several match, the
 * country with the longest matching stem.
 */
export function countryNamed(heading: string): string | undefined {
  const words = foldName(heading).split(' ');
  const isNamed = (stem: string): boolean =>
    words.some((word) => word.startsWith(stem) && word.length <= stem.length + MAX_ENDING);
  const named = [...countries()].flatMap(([country, stems]) =>
    stems.filter(isNamed).map((stem) => ({ country, length: stem.length })),
  );
  return highest(named, ({ length }) => length)?.country;
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * For each country, the folded stems of its names and of the names of the languages for which it is the likely region
 * (CLDR, likely subtags). Only single-word names with at least four letters are included.
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
    if (country === undefined || folded.length < MIN_LETTERS || folded.includes(' ')) return;
    valueAt(found, country, () => new Set()).add(stemOf(folded));
  };
  for (const code of codes) {
    // Intl.Locale replaces codes of former countries, such as DD, with current codes.
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

/**
 * The headings may come from a form in another language. If the cells contain at least this many more function words of
 * one language than of any other, that language takes precedence over the language of the headings.
 */
export const CLEAR_VOTES = 8;

/** Maximum number of characters of a text that are inspected to detect its language. */
const SAMPLE = 20_000;

const smallWords = byLanguage(({ rules }) => rules.functionWords.split('|'));

/**
 * The language with the most function words in a text; undefined unless it has at least `more` function words more than
 * every other language.
 */
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

/** The language with the most votes; undefined unless it has at least `more` votes more than every other language. */
export function mostVotes(votes: readonly Lang[], more = 1): Lang | undefined {
  const counts = LANGS.map((lang) => ({ lang, votes: votes.filter((vote) => vote === lang).length }));
  const [first, second] = counts.sort((a, b) => b.votes - a.votes);
  return first !== undefined && first.votes >= (second?.votes ?? 0) + more ? first.lang : undefined;
}
