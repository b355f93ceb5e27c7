import { type HeadingRole, LANGUAGES } from '../../../languages/index.ts';
import { LANGS, type Lang } from '../../model/index.ts';
import { foldName } from '../../reference/index.ts';
import { headingWords, languageNames, PLAIN_TITLE, ROLES, TIMES, TOWNS } from './vocabulary.ts';

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
  const field = fields.get(foldName(words));
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

/** Words of a heading, also as programs write them: startDate. */
function foldedHeading(words: string): string {
  return foldName(words.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '));
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
