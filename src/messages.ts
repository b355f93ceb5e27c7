/** The messages of the program as values, each with a code, parameters and an English text. */
import { general } from '../languages/en/messages/index.ts';
import {
  type Catalogue,
  type Counted,
  LANGUAGES,
  type Lang,
  MESSAGES,
  type MessageWords,
  type Places,
} from '../languages/index.ts';

/**
 * A value that each language writes differently: a day (EDTF), a weekday (1 is Monday), a language, a key of
 * programme.yaml, or the kind of object that has a field. `message` is the value in English.
 */
export type Term = { readonly message: string } & (
  | { readonly date: string }
  | { readonly weekday: number }
  | { readonly language: Lang }
  | { readonly setting: string }
  | { readonly about: 'programme' | 'side' | 'theme' | 'event' | 'region' | 'place' }
);

/**
 * A term for a key of programme.yaml. English messages contain the key itself, messages in other languages its label.
 */
export const settingCalled = (key: string): Term => ({ setting: key, message: key });

/**
 * A parameter of a message: a text that is inserted unchanged, a number, a list (truncated if it is long), alternatives
 * or items joined by "or" or "and", a quoted text, a command to type, a term, or another message.
 */
export type Parameter =
  | string
  | number
  | readonly (string | Message)[]
  | { readonly and: readonly string[] }
  | { readonly or: readonly string[] }
  | { readonly quoted: readonly string[] }
  | { readonly command: readonly string[] }
  | Term
  | Message;

/** A message of the program. */
export interface Message {
  /**
   * Code that identifies the message in every language. A code consists of lower-case words and hyphens, and never
   * changes.
   */
  readonly code: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The text in English. */
  readonly message: string;
  /** The hint that states what the user can do, in English. */
  readonly hint?: string;
}

type ParametersOf<Entry> = {
  readonly [Place in Places<Entry>]: Place extends 'count' ? number : Parameter;
};

/** Returns a function that creates messages from the English catalogue for an area of the program. */
export function messagesOf<const C extends Catalogue>(
  catalogue: C,
): <Code extends string & keyof C>(
  code: Code,
  ...parameters: Places<C[Code]> extends never ? [] : [parameters: ParametersOf<C[Code]>]
) => Message {
  return (code, ...given) => {
    const parameters: Message['parameters'] = given[0] ?? {};
    return { code, parameters, ...wordsOf(catalogue[code], parameters, ENGLISH) };
  };
}

/** Adds a message as the hint of another message, whose catalogue entry has no hint. */
export const withHint = (message: Message, hint: Message): Message => ({
  ...message,
  parameters: { ...message.parameters, hint },
  hint: hint.message,
});

/** Fills a text from the general catalogue with parameters. */
type Say = (code: keyof typeof general, parameters: Message['parameters']) => string;

/** The data and functions for writing parameters in one language. */
interface Wording {
  lang: Lang;
  general: Readonly<Record<keyof typeof general, MessageWords>>;
  /** Returns the text of a message that is a parameter of another message. */
  inner: (message: Message) => string;
  term: (term: Term, say: Say) => string;
  /** Inserts the no-break spaces of the language. The language files contain ordinary spaces. */
  tied: (words: string) => string;
}

const ENGLISH: Wording = {
  lang: MESSAGES,
  general,
  inner: ({ message }) => message,
  term: ({ message }) => message,
  tied: (words) => words,
};

/** The text of a message and, if it has one, of its hint. */
type Words = Pick<Message, 'message' | 'hint'>;

function wordsOf(
  entry: MessageWords | undefined,
  parameters: Message['parameters'],
  wording: Wording,
): Words {
  if (entry === undefined) throw new Error('a message without words');
  const filled = (words: string | Counted<string>): string => filledIn(words, parameters, wording);
  const { hint = '' } = parameters;
  if (typeof entry === 'string' || 'other' in entry)
    return {
      message: filled(entry),
      ...(typeof hint === 'object' && 'code' in hint && { hint: wording.inner(hint) }),
    };
  return { message: filled(entry.message), hint: filled(entry.hint) };
}

function filledIn(
  words: string | Counted<string>,
  parameters: Message['parameters'],
  wording: Wording,
): string {
  const form =
    typeof words === 'string'
      ? words
      : (words[LANGUAGES[wording.lang].plural(Number(parameters.count))] ?? words.other);
  return wording.tied(form).replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = parameters[name];
    return value === undefined ? place : shown(value, wording);
  });
}

/** Maximum number of list items to show. */
const MAX_ITEMS = 20;

/** A parameter, written as text. */
function shown(value: Parameter, wording: Wording): string {
  if (typeof value === 'string') return value;
  const say: Say = (code, parameters) => wordsOf(wording.general[code], parameters, wording).message;
  if (typeof value === 'number') {
    const [whole = '', decimals] = String(value).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, say('group-of-digits', {}));
    return decimals === undefined ? grouped : `${grouped}${say('decimal-mark', {})}${decimals}`;
  }
  if ('code' in value) return wording.inner(value);
  if ('message' in value) return wording.term(value, say);
  if ('quoted' in value) return value.quoted.map((words) => say('quoted', { words })).join(', ');
  if ('command' in value) return `\`programme ${value.command.map(shellWord).join(' ')}\``;
  if ('and' in value) return joined(value.and, (first, last) => say('list-and', { first, last }));
  if ('or' in value) return joined(value.or, (first, last) => say('list-or', { first, last }));
  const list = value
    .slice(0, MAX_ITEMS)
    .map((item) => (typeof item === 'string' ? item : wording.inner(item)))
    .join(', ');
  return value.length <= MAX_ITEMS ? list : say('list-cut', { shown: list, count: value.length - MAX_ITEMS });
}

function joined(items: readonly string[], join: (first: string, last: string) => string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : join(items.slice(0, -1).join(', '), last);
}

/** Returns a text unchanged, or the English text of a message. */
export const englishOf = (text: string | Message): string => (typeof text === 'string' ? text : text.message);

/** A message in the requested language. */
export interface TranslatedMessage {
  readonly message: string;
  readonly hint?: string;
  /** The language of the texts; English if there is no translation. */
  readonly lang: Lang;
}

/** Translates a message. */
export type Speaker = (message: Message) => TranslatedMessage;

/**
 * Returns the function that translates messages into a language; messages without a translation remain in English.
 *
 * @param dateWords writes an EDTF date in words
 */
export async function speakerOf(
  lang: Lang,
  dateWords: (edtf: string, lang: Lang) => string,
): Promise<Speaker> {
  const areas = await LANGUAGES[lang].messages?.();
  if (areas === undefined) return inEnglish;
  const entries: Catalogue = Object.assign({}, ...Object.values(areas));
  const wording: Wording = {
    lang,
    general: areas.general,
    inner: (message) => speak(message).message,
    term: (term, say) => {
      if ('date' in term) return dateWords(term.date, lang);
      if ('weekday' in term) return LANGUAGES[lang].cldr.weekdays[term.weekday - 1] ?? term.message;
      if ('setting' in term) {
        const names: Readonly<Record<string, string>> = LANGUAGES[lang].labels.changes.programme;
        return Object.hasOwn(names, term.setting)
          ? say('quoted', { words: names[term.setting] ?? '' })
          : term.message;
      }
      if ('about' in term) return LANGUAGES[lang].labels.changes.about[term.about];
      const code = `language-${term.language}`;
      return isGeneral(code) ? say(code, {}) : term.message;
    },
    tied: tieIn(lang),
  };
  const speak: Speaker = (message) => {
    const entry = entries[message.code];
    return entry === undefined
      ? inEnglish(message)
      : { ...wordsOf(entry, message.parameters, wording), lang };
  };
  return speak;
}

const isGeneral = (code: string): code is keyof typeof general => code in general;

/** Returns a message with its English text. */
export const inEnglish: Speaker = ({ message, hint }) => ({
  message,
  ...(hint !== undefined && { hint }),
  lang: MESSAGES,
});

/**
 * Returns a function that inserts no-break spaces next to punctuation and quotation marks, as the language requires.
 */
function tieIn(lang: Lang): (words: string) => string {
  const { spaceBefore, quotes } = LANGUAGES[lang].typography;
  const [{ open, space }] = quotes;
  return (words) =>
    words
      .replace(/ ([:;!?»])/g, (all, mark: string) =>
        mark in spaceBefore ? `${spaceBefore[mark]}${mark}` : all,
      )
      .replaceAll(`${open} `, `${open}${space}`);
}

/**
 * A word of a command, quoted so that the command can be pasted into a POSIX shell. Words without quotes also work in
 * PowerShell.
 */
export function shellWord(word: string): string {
  if (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
