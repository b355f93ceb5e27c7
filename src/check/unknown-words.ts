import { LANGUAGES } from '../../languages/index.ts';
import { LANGS, type Lang } from '../model/text.ts';
import { editDistance } from '../reference/distance.ts';
import { byLanguage } from '../text/by-language.ts';
import { addressTest } from '../text/typography.ts';
import { nameVariants } from './name-variants.ts';
import type { CheckContext } from './rule.ts';
import type { Spelling } from './spelling.ts';
import type { PrintedText } from './texts.ts';

/** A word that neither a dictionary nor the project knows, or that the project does not want. */
export interface UnknownWord {
  text: PrintedText;
  word: string;
  offset: number;
  /** A capital in the middle of a sentence, or capitals throughout, make a name. */
  kind: 'word' | 'name' | 'unwanted';
  /** What may have been meant. */
  better?: string;
}

const TOKENS = /[\p{L}\p{M}\p{N}]+(?:[-‑'’][\p{L}\p{M}\p{N}]+)*/gu;
const ROMAN = /^[IVXLCDM]+$/;
const SENTENCE_START = /(?:^|[.!?…]["”»)\s]*\s|\n)["“«„*(\s]*$/u;
const CAPITALS = /^[\p{Lu}\p{M}]{2,}$/u;
const CAPITAL = /^\p{Lu}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Letters by which a suggestion may differ to count as what was meant. */
const NEAR = 2;

const found = new WeakMap<CheckContext, readonly UnknownWord[]>();

/** The unknown words of all texts, each once in a text. None when there are no dictionaries. */
export function unknownWords(context: CheckContext): readonly UnknownWord[] {
  const { spelling } = context;
  if (spelling === undefined) return [];
  let words = found.get(context);
  if (words === undefined) {
    const knowledge = knowledgeOf(context, spelling);
    const variants = nameVariants(context);
    words = context.texts.flatMap((text) =>
      unknownIn(text, spelling, knowledge).filter(
        ({ offset }) =>
          !variants.get(text)?.some((name) => offset >= name.offset && offset < name.offset + name.length),
      ),
    );
    found.set(context, words);
  }
  return words;
}

/** What is known of words. */
interface Knowledge {
  isKnown: (word: string, lang: Lang) => boolean;
  /** Tokens of each language of which no part is suspect: most tokens come again and again. */
  sound: (lang: Lang) => Set<string>;
}

function unknownIn(text: PrintedText, spelling: Spelling, knowledge: Knowledge): UnknownWord[] {
  if (!spelling.langs.includes(text.lang)) return [];
  const unknown: UnknownWord[] = [];
  const seen = new Set<string>();
  const sound = knowledge.sound(text.lang);
  const inAddress = addressTest(text.words);
  for (const { 0: token, index } of text.words.matchAll(TOKENS)) {
    if (sound.has(token) || seen.has(token)) continue;
    if (inAddress(index)) continue;
    seen.add(token);
    const suspects = suspectParts(token, text.lang, spelling, knowledge);
    if (suspects.length === 0) sound.add(token);
    for (const { part, start } of suspects) unknown.push(judged(text, part, index + start, spelling));
  }
  return unknown;
}

/** The parts of a token that nothing knows; a compound counts as known when its parts are. */
function suspectParts(
  token: string,
  lang: Lang,
  { words }: Spelling,
  { isKnown }: Knowledge,
): { part: string; start: number }[] {
  if (words.unwanted.has(token.toLowerCase())) return [{ part: token, start: 0 }];
  if (/\d/.test(token) || isKnown(token, lang)) return [];
  return [...token.matchAll(/[^-‑]+/gu)]
    .map(({ 0: part, index }) => ({ part, start: index }))
    .filter(({ part }) => words.unwanted.has(part.toLowerCase()) || !isKnown(part, lang));
}

function judged(text: PrintedText, word: string, offset: number, spelling: Spelling): UnknownWord {
  const unwanted = spelling.words.unwanted.get(word.toLowerCase());
  if (unwanted !== undefined)
    return { text, word, offset, kind: 'unwanted', better: likeCase(unwanted, word) };
  if (CAPITALS.test(word)) return { text, word, offset, kind: 'name' };
  const small = !CAPITAL.test(word);
  if (!small && !SENTENCE_START.test(text.words.slice(Math.max(0, offset - 8), offset))) {
    return { text, word, offset, kind: 'name' };
  }
  const better = spelling.suggest(word, text.lang);
  if (better !== undefined && editDistance(word.toLowerCase(), better.toLowerCase()) <= NEAR) {
    return { text, word, offset, kind: 'word', better };
  }
  return { text, word, offset, kind: small ? 'word' : 'name' };
}

/** What is known: dictionaries in all languages of the programme, the word list, and the names of the reference. */
function knowledgeOf({ programme }: CheckContext, spelling: Spelling): Knowledge {
  const { regions, places } = programme.reference;
  const names = [
    ...regions.flatMap(({ names: byLang }) => Object.values(byLang)),
    ...places.flatMap(({ name }) => (typeof name === 'string' ? [name] : Object.values(name))),
  ];
  const own = new Set([
    ...spelling.words.right,
    ...names.flatMap((name) => name?.match(/[\p{L}\p{M}]+/gu) ?? []),
  ]);
  const answersIn = byLanguage(() => new Map<string, boolean>());
  return {
    sound: byLanguage(() => new Set<string>()),
    isKnown: (word, lang) => {
      const answers = answersIn(lang);
      const known =
        answers.get(word) ??
        forms(word).some((form) => isOwn(form, own) || isInDictionary(form, lang, spelling));
      answers.set(word, known);
      return known;
    },
  };
}

/** The word, and what is left of it without what any language attaches to words: a name keeps that of its own. */
function forms(word: string): string[] {
  let bare = word;
  for (const lang of LANGS) {
    const { before, after } = LANGUAGES[lang].rules.attached ?? {};
    if (before !== undefined) bare = bare.replace(before, '');
    if (after !== undefined) bare = bare.replace(after, '');
  }
  return bare === word ? [word] : [word, bare];
}

function isOwn(word: string, own: ReadonlySet<string>): boolean {
  return own.has(word) || own.has(word.charAt(0).toLowerCase() + word.slice(1));
}

function isInDictionary(word: string, lang: Lang, { knows, langs }: Spelling): boolean {
  if (word.length === 1 || ROMAN.test(word)) return true;
  const script = CYRILLIC.test(word) ? 'Cyrillic' : 'Latin';
  const readable = langs.filter((other) => LANGUAGES[other].script === script);
  if (readable.length === 0) return true;
  const ordered = readable.includes(lang) ? [lang, ...readable] : readable;
  const plain = word.replaceAll('’', "'").replaceAll('‑', '-');
  return ordered.some((other) => knows(plain, other) || knows(listed(plain, other), other));
}

/** The spelling that the dictionary of a language lists; how mixed the spellings are is the business of another rule. */
function listed(word: string, lang: Lang): string {
  return LANGUAGES[lang].rules.listed?.(word) ?? word;
}

function likeCase(word: string, model: string): string {
  return CAPITAL.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
