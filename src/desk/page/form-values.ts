/** The values in forms: where each value is stored in an event or in the settings, and in which notation. */

import type { Lang, Text } from '../../index.ts';
import type { Edit } from '../api.ts';
import {
  type ProgrammeLanguages,
  pictureIn,
  pictureObject,
  pictureText,
  pictureValue,
} from './picture-values.ts';

/** A value in a form. */
export interface Slot {
  /**
   * Key of the value in the form, by which findings and problems refer to the value: `title`, `title.fr`,
   * `bodies.north`, `color.primary`.
   */
  key: string;
  /** The keys that lead to the value in the event or the settings. */
  path: readonly string[];
  kind: keyof typeof KINDS;
  /** Language of the words; missing for values that are not in a natural language. */
  lang?: Lang;
  /** The reasons that can be stated instead of regions. */
  reasons?: readonly string[];
  isRequired?: boolean;
}

/** For each kind of value, the conversion to the text in a form and back; undefined removes the value. */
const KINDS = {
  words: kind<unknown>({
    read: (value) => (value === undefined ? '' : String(value)),
    write: (words) => words || undefined,
  }),
  flag: kind<boolean>({
    read: (value) => (value === undefined ? '' : String(value)),
    write: (words) => ({ true: true, false: false })[words],
  }),
  text: kind<Text>({
    read: (text, { lang }, { language }) => wordsInForm(text, lang, language),
    write: (words, { lang }, { language }, old) => textWith(old, lang ?? language, words, language),
  }),
  picture: kind<Text>({
    read: (text, _, spoken) => pictureValue(pictureText(text, spoken), spoken),
    write: (words, _, spoken) => pictureIn(words, spoken)?.text,
  }),
  pictureObject: kind<object>({
    read: (value, _, spoken) => pictureValue(pictureObject(value, spoken), spoken),
    write: (words, _, spoken) => pictureIn(words, spoken)?.object,
  }),
  /** Region codes, or the reason why there are no regions. */
  regions: kind<string | string[]>({
    read: (regions = []) => (typeof regions === 'string' ? regions : regions.join(' ')),
    write: (words, { reasons }) => (reasons?.includes(words) ? words : words.split(' ').filter(Boolean)),
  }),
  json: kind<unknown>({
    read: (value) => (value === undefined ? '' : JSON.stringify(value)),
    write: (words) => (words === '' ? undefined : JSON.parse(words)),
  }),
};

interface Kind<V> {
  read(value: V | undefined, slot: Slot, spoken: ProgrammeLanguages): string;
  write(words: string, slot: Slot, spoken: ProgrammeLanguages, old: V | undefined): V | undefined;
}

function kind<V>(specific: Kind<V>): Kind<unknown> {
  return specific as Kind<unknown>;
}

/** The text that a form shows for a slot; empty if the slot has no value. */
export function wordsAt(state: object, slot: Slot, spoken: ProgrammeLanguages): string {
  return KINDS[slot.kind].read(valueAt(state, slot.path), slot, spoken);
}

/**
 * Replaces the text of a slot in a state. An empty value is removed unless it is required; an empty required value is
 * kept, so that it is rejected.
 */
export function withWords<T extends object>(
  state: T,
  slot: Slot,
  words: string,
  spoken: ProgrammeLanguages,
): T {
  const value = KINDS[slot.kind].write(words, slot, spoken, valueAt(state, slot.path));
  return withValue(state as Group, slot.path, value === undefined && slot.isRequired ? '' : value) as T;
}

/** Reads, writes and saves the values of an event or of settings in a form. */
export interface FormStore<T> {
  keys(state: T): readonly string[];
  at(state: T, key: string): string;
  with(state: T, key: string, value: string): T;
  /**
   * Saves the differences between two states.
   *
   * @returns the edits that undo the save, and the state as it was written
   * @throws Conflict if the state in the files is no longer `before`
   */
  send(before: T, after: T): Promise<{ undo: readonly Edit[]; state: T }>;
}

/** Reads and writes the values of a form by their keys. */
export function valuesOf<T extends object>(
  slotsOf: (state: T) => readonly Slot[],
  spoken: ProgrammeLanguages,
): Omit<FormStore<T>, 'send'> {
  const slotIn = (state: T, key: string): Slot | undefined => slotsOf(state).find((slot) => slot.key === key);
  return {
    keys: (state) => slotsOf(state).map(({ key }) => key),
    at: (state, key) => {
      const slot = slotIn(state, key);
      return slot === undefined ? '' : wordsAt(state, slot, spoken);
    },
    with: (state, key, words) => {
      const slot = slotIn(state, key);
      return slot === undefined ? state : withWords(state, slot, words, spoken);
    },
  };
}

/**
 * The form keys of a text: one for each language of the programme, and one for each other language in which the text
 * has words, because these words are printed if the text has no others.
 */
export function keysOf(
  key: string,
  { language, languages }: ProgrammeLanguages,
  text?: unknown,
): { key: string; lang: Lang }[] {
  const langs = isGroup(text) ? (Object.keys(text) as Lang[]) : [];
  return [...new Set([...languages, ...langs])].map((lang) => ({
    key: lang === language ? key : `${key}.${lang}`,
    lang,
  }));
}

/** The text in one language; empty if there is none in this language. */
export function wordsInForm(text: Text | undefined, lang: Lang | undefined, main: Lang): string {
  if (text === undefined || lang === undefined) return typeof text === 'string' ? text : '';
  if (typeof text === 'string') return lang === main ? text : '';
  return text[lang] ?? '';
}

/** Replaces the text in one language; undefined if no text is left in any language. */
function textWith(old: Text | undefined, lang: Lang, words: string, main: Lang): Text | undefined {
  if (typeof old !== 'object' && lang === main) return words === '' ? undefined : words;
  const { [lang]: _, ...others } = typeof old === 'string' ? { [main]: old } : (old ?? {});
  const now = words === '' ? others : { ...others, [lang]: words };
  const [first, ...more] = Object.keys(now);
  if (first === undefined) return undefined;
  return typeof old !== 'object' && first === main && more.length === 0
    ? (now as Record<string, string>)[main]
    : (now as Text);
}

type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null;

/**
 * Groups of keys for which there is a short form: instead of the group, the value of the key listed here can be
 * written.
 */
const SHORT: Readonly<Record<string, string>> = {
  'design.cover': 'layout',
  'design.presentation': 'as',
  'design.typography.base': 'family',
  'design.typography.headings': 'family',
};

/** The path of a key in a settings file. */
export function pathOf(file: string, key: string): string[] {
  const short = key.includes('.') ? SHORT[`${file}.${key}`] : undefined;
  return [file, ...key.split('.'), ...(short === undefined ? [] : [short])];
}

function groupIn(value: unknown, place: string): Group {
  if (isGroup(value)) return value;
  const short = SHORT[place];
  return value === undefined || short === undefined ? {} : { [short]: value };
}

export function valueAt(state: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, step, index) => groupIn(value, path.slice(0, index).join('.'))[step],
    state,
  );
}

function withValue(group: Group, [step = '', ...rest]: readonly string[], value: unknown, place = ''): Group {
  const at = `${place}${step}`;
  const next =
    rest.length === 0 ? value : shortened(withValue(groupIn(group[step], at), rest, value, `${at}.`), at);
  if (Array.isArray(group)) return Object.assign([...group], { [step]: next });
  const { [step]: _, ...others } = group;
  return next === undefined ? others : { ...group, [step]: next };
}

/**
 * Leaves out an empty group, unless it is a file or one of the groups of an event. If the only key in a group is the
 * one in `SHORT`, the value of this key replaces the group.
 */
function shortened(group: Group, place: string): unknown {
  const [first, ...more] = Object.keys(group);
  if (first === undefined && place.includes('.')) return undefined;
  return more.length === 0 && first !== undefined && first === SHORT[place] ? group[first] : group;
}
