import { LANGUAGES, type Parting } from '../../languages/index.ts';
import { countsOf, LANGS, type Lang, perObject, valueAt } from '../model/index.ts';
import { editDistance } from '../reference/index.ts';
import { addressTest, byLanguage, capitalised } from '../text/index.ts';
import { columnsOf } from './columns.ts';
import { foreignClauses } from './foreign-clauses.ts';
import { nameVariants } from './name-variants.ts';
import type { CheckContext, MatchedText } from './rule.ts';
import type { Spelling } from './spelling.ts';
import { isProofed, type PrintedText } from './texts.ts';
import { type Diacritics, withDiacritic, withoutTypingError } from './typing-errors.ts';

/** A word that is in none of the dictionaries and lists of the project, or that the project's word list rejects. */
export interface UnknownWord {
  text: PrintedText;
  word: string;
  offset: number;
  /**
   * `name`: the word is capitalised within a sentence, or is in capitals. `title`: hardly any word of a title is known,
   * so that the title is probably in another language.
   */
  kind: 'word' | 'name' | 'title' | 'unwanted';
  /** The suggested replacement. */
  better?: string;
}

const TOKENS = /[\p{L}\p{M}\p{Nd}]+(?:[-‑'’][\p{L}\p{M}\p{Nd}]+)*/gu;
const ROMAN = /^[IVXLCDM]+$/;
const SENTENCE_START = /(?:^|[.!?…]["”»)\s]*\s|\n)["“«„*(\s]*$/u;
const CAPITALS = /^[\p{Lu}\p{M}]{2,}$/u;
const CAPITAL = /^\p{Lu}/u;
const APOSTROPHE = /['’]/;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** The scripts for which there are dictionaries; words in other scripts are ignored. */
const READABLE = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
/** Maximum edit distance between a word and a suggestion, in letters. */
const NEAR = 2;
/**
 * Minimum number of letters of a word in which two errors are corrected. In a shorter word, two changed letters result
 * in an unrelated word.
 */
const LETTERS_FOR_NEAR = 7;
/**
 * Minimum number of letters of a word that can be corrected reliably; "co", for example, is not necessarily a mistyped
 * "quo".
 */
const MIN_LETTERS = 4;
/**
 * Minimum number of letters of a capitalised word that is checked for typing errors, within a sentence and at its
 * start, where every word is capitalised. Shorter names resemble ordinary words by chance.
 */
const LETTERS_OF_SLIP = { within: 8, start: 6 };
/**
 * Minimum number of letters of a capitalised word that is checked for typing errors in languages in which all nouns are
 * capitalised. Shorter names resemble nouns by chance.
 */
const LETTERS_OF_NOUN = 6;
/** A capitalised word that has fewer letters than this and resembles no known word counts as a name. */
const LETTERS_OF_COMPOUND = 12;
/**
 * Maximum number of searches for intended words; each search takes milliseconds. If there are more unknown words than
 * this, the text is probably in another language or garbled.
 */
const MAX_SEARCHES = 1000;
/** Maximum number of words for which common typing errors are tried after `MAX_SEARCHES` searches. */
const MAX_HASTY_SEARCHES = 200;
/** A spelling counts as the intended one if it is at least this many times as frequent as the other spelling. */
const MANY_TIMES = 3;

/** Finds the unknown words of all texts. A word is returned only once per text. Empty if there are no dictionaries. */
export const unknownWords = perObject((context: CheckContext): readonly UnknownWord[] => {
  const { spelling } = context;
  if (spelling === undefined) return [];
  const knowledge = knowledgeOf(context, spelling);
  const variants = nameVariants(context);
  const addresses = columnsOf('addresses', context.programme.config);
  const suspects = context.texts
    .filter(({ column = '' }) => !addresses.has(column))
    .map((text) => ({ text, parts: suspectsIn(text, spelling, knowledge, variants.get(text) ?? []) }));
  const all = new Set(suspects.flatMap(({ text, parts }) => parts.map(({ part }) => `${text.lang} ${part}`)));
  const judging = { ...knowledge, likeness: likenessOf(spelling, knowledge, all.size <= MAX_SEARCHES) };
  return suspects.flatMap(({ text, parts }) =>
    isForeignTitle(text, parts, spelling)
      ? [{ text, word: text.words, offset: 0, kind: 'title' as const }]
      : parts.flatMap(({ part, start }) => judged(text, part, start, spelling, judging)),
  );
});

/** An unknown part of a text. */
interface Suspect {
  part: string;
  start: number;
}

/**
 * A title counts as being in another language if at least `words` of its words are unknown, and if, of its words with
 * at least `letters` letters, at least the share `share` is unknown.
 */
const FOREIGN = { words: 3, share: 0.6, letters: 3 };

function isForeignTitle(
  { kind, words }: PrintedText,
  unknown: readonly Suspect[],
  spelling: Spelling,
): boolean {
  if (kind !== 'title' || unknown.length < FOREIGN.words) return false;
  if (unknown.some(({ part }) => spelling.words.unwanted.has(part.toLowerCase()))) return false;
  const long = (words.match(TOKENS) ?? []).filter((word) => word.length >= FOREIGN.letters);
  return unknown.filter(({ part }) => part.length >= FOREIGN.letters).length >= long.length * FOREIGN.share;
}

/** Tests whether words are in the dictionaries, the word list or the reference. */
interface Knowledge {
  /** Whether the word list or the reference of the project contains a word. */
  isOwn: (word: string) => boolean;
  isKnown: (word: string, lang: Lang) => boolean;
  /** Whether a word may be a known word with a typing error. */
  isSlip: (word: string, lang: Lang) => boolean;
  /**
   * In a language in which all nouns are capitalised, whether a noun occurs anywhere in the texts next to another noun,
   * like the parts of a name (Rachel Kanter).
   */
  isPartOfName: (word: string, lang: Lang) => boolean;
  /**
   * The correct spelling of a misspelled name: the spelling in the project's word list or reference, or a more frequent
   * spelling in its texts.
   */
  ownSpelling: (word: string) => string | undefined;
  /**
   * The tokens in a language that are known to contain no unknown part. The tokens are cached because most of them
   * occur repeatedly.
   */
  sound: (lang: Lang) => Set<string>;
}

/**
 * What an unknown word is: a typing error (with its correction), a word formed by rules, a word that resembles no known
 * word, or a word for which there was no search for similar words.
 */
type Likeness = { meant: string } | 'formed' | 'unlike' | 'unsearched';

/** Classifies an unknown word by the words that it resembles or from which it is formed. */
type LikenessOf = (word: string, lang: Lang) => Likeness;

/** The unknown parts of a text, without duplicates and without parts of names that are already reported. */
function suspectsIn(
  text: PrintedText,
  spelling: Spelling,
  knowledge: Knowledge,
  names: readonly MatchedText[],
): Suspect[] {
  if (!spelling.langs.includes(text.lang) || !isProofed(text)) return [];
  const suspects: Suspect[] = [];
  const seen = new Set<string>();
  const sound = knowledge.sound(text.lang);
  let isNoWord: ((offset: number) => boolean) | undefined;
  for (const { 0: token, index } of text.words.matchAll(TOKENS)) {
    if (sound.has(token) || seen.has(token)) continue;
    const parts = READABLE.test(token) ? suspectParts(token, text.lang, spelling, knowledge) : [];
    if (parts.length === 0) {
      sound.add(token);
      continue;
    }
    isNoWord ??= noWordTest(text);
    if (isNoWord(index)) continue;
    seen.add(token);
    suspects.push(...parts.map(({ part, start }) => ({ part, start: index + start })));
  }
  return suspects.filter(
    ({ start }) => !names.some(({ offset, length }) => start >= offset && start < offset + length),
  );
}

/**
 * Abbreviated weekdays and months. Such abbreviations are matched anywhere in a date text, but in other texts only next
 * to a number or before a full stop.
 */
const shortDates = byLanguage(({ dates: { read } }) => {
  const short = [...read.weekdays, ...read.months]
    .flatMap((words) => words.split('|'))
    .filter((word) => word.endsWith('.'))
    .map((word) => word.slice(0, -1));
  const word = `(?<![\\p{L}\\p{M}])(?:${short.join('|')})(?![\\p{L}\\p{M}])`;
  return {
    inDates: new RegExp(word, 'giu'),
    elsewhere: new RegExp(`${word}(?=\\.|\\s?\\d)|(?<=\\d\\.?\\s?)${word}`, 'giu'),
  };
});

/**
 * Creates a test of whether an offset is in a part of the text that is not checked: an address, an abbreviated weekday
 * or month, an added ending, an ordinal number, a street, or a clause in another language.
 */
function noWordTest(text: PrintedText): (offset: number) => boolean {
  const inAddress = addressTest(text.words);
  const covered = new Uint8Array(text.words.length);
  const { ordinals, addedEndings, streets } = LANGUAGES[text.lang].rules;
  const short = shortDates(text.lang)[text.kind === 'date' ? 'inDates' : 'elsewhere'];
  for (const pattern of [
    short,
    ordinals.pattern,
    streets,
    ...(addedEndings === undefined ? [] : [addedEndings]),
  ])
    for (const { 0: found, index } of text.words.matchAll(pattern))
      covered.fill(1, index, index + found.length);
  for (const { offset, length } of foreignClauses(text)) covered.fill(1, offset, offset + length);
  return (offset) => covered[offset] === 1 || inAddress(offset);
}

/** The unknown parts of a token. The result is empty for a hyphenated compound whose parts are all known. */
function suspectParts(token: string, lang: Lang, { words }: Spelling, { isKnown }: Knowledge): Suspect[] {
  if (words.unwanted.has(token.toLowerCase())) return [{ part: token, start: 0 }];
  if (/\d/.test(token) || isKnown(token, lang)) return [];
  const parts = [...token.matchAll(/[^-‑]+/gu)];
  const isPrefixed = prefixes(lang).has(parts[0]?.[0].toLowerCase() ?? '');
  if (isPrefixed && isKnown(token.replace(/[-‑]/u, ''), lang)) return [];
  return parts
    .filter(({ 0: part }, at) => at === parts.length - 1 || !prefixes(lang).has(part.toLowerCase()))
    .map(({ 0: part, index }) => {
      const bare = LANGUAGES[lang].rules.attached?.before?.exec(part)?.[0] ?? '';
      return { part: part.slice(bare.length), start: index + bare.length };
    })
    .filter(({ part }) => words.unwanted.has(part.toLowerCase()) || !isKnown(part, lang));
}

/** Classifies a word that no dictionary contains. Empty if the word is formed from other words by rules. */
function judged(
  text: PrintedText,
  word: string,
  offset: number,
  spelling: Spelling,
  knowledge: Knowledge & { likeness: LikenessOf },
): UnknownWord[] {
  const unknown = (kind: UnknownWord['kind'], better?: string): UnknownWord[] => [
    { text, word, offset, kind, ...(better !== undefined && { better }) },
  ];
  const unwanted = spelling.words.unwanted.get(word.toLowerCase());
  if (unwanted !== undefined) return unknown('unwanted', likeCase(unwanted, word));
  const right = knowledge.ownSpelling(word);
  if (right !== undefined) return unknown('word', right);
  if (isName(text, word, offset, knowledge)) return unknown('name');
  const likeness = knowledge.likeness(word, text.lang);
  if (likeness === 'formed') return [];
  if (likeness === 'unlike')
    return unknown(CAPITAL.test(word) && word.length < LETTERS_OF_COMPOUND ? 'name' : 'word');
  return unknown('word', likeness === 'unsearched' ? undefined : likeness.meant);
}

/**
 * Whether a capitalised word counts as a name. A word that differs from a word of the language by only one typing error
 * does not count as a name.
 */
function isName(
  { words, lang }: PrintedText,
  word: string,
  offset: number,
  { isSlip, isPartOfName }: Knowledge,
): boolean {
  if (CAPITALS.test(word)) return true;
  if (!CAPITAL.test(word)) return false;
  if (LANGUAGES[lang].rules.capitalNouns === true)
    return word.length < LETTERS_OF_SLIP.within && isPartOfName(word, lang)
      ? true
      : (word.length < LETTERS_OF_NOUN || isPartOfName(word, lang)) && !isSlip(word, lang);
  const starts = SENTENCE_START.test(words.slice(Math.max(0, offset - 8), offset));
  return word.length < LETTERS_OF_SLIP[starts ? 'start' : 'within'] || !isSlip(word.toLowerCase(), lang);
}

/** Maximum number of characters of a word; longer strings are not words. */
const LONGEST = 40;

/**
 * Creates the tests from the dictionaries for the programme's languages, the word list, and the names of regions and
 * places.
 */
function knowledgeOf({ programme, texts }: CheckContext, spelling: Spelling): Knowledge {
  const { regions, places } = programme.reference;
  const names = [
    ...regions.flatMap(({ names: byLang }) => Object.values(byLang)),
    ...places.flatMap(({ name }) => (typeof name === 'string' ? [name] : Object.values(name))),
  ];
  const known = new Set([
    ...spelling.words.right,
    ...names.flatMap((name) => name?.match(/[\p{L}\p{M}]+/gu) ?? []),
  ]);
  const isKnown = (word: string, lang: Lang): boolean =>
    forms(word).some((form) => isOwn(form, known) || isInDictionary(form, lang, spelling));
  const isOfLanguage = (word: string, lang: Lang): boolean =>
    isOwn(word, known) || isWordOf(lang, word, spelling.knows);
  return {
    isOwn: (word) => isOwn(word, known),
    sound: byLanguage(() => new Set<string>()),
    isKnown: once(isKnown),
    isSlip: once(
      (word, lang) =>
        withoutTypingError(word, marks(lang), (right) => isOfLanguage(right, lang)) !== undefined,
    ),
    isPartOfName: partsOfNames(texts, spelling),
    ownSpelling: ownSpellings(known, countsOf(texts.flatMap(({ words }) => words.match(TOKENS) ?? []))),
  };
}

/**
 * Classifies unknown words. Typing errors in dictionary words are tried first, because a word with such an error often
 * looks like a word formed by rules. Words formed by rules are tried next, and typing errors in compounds last.
 *
 * @param isThorough whether to search for all similar words for every unknown word
 */
function likenessOf(spelling: Spelling, knowledge: Knowledge, isThorough: boolean): LikenessOf {
  const { knows, hasEntry } = spelling;
  let searches = 0;
  return once((word, lang): Likeness => {
    const isListed = (other: string) => knowledge.isOwn(other) || hasEntry(other, lang);
    if (word.length < MIN_LETTERS || word.length > LONGEST) return 'unsearched';
    if (!isThorough) {
      if (isFormed(word, lang, knows)) return 'formed';
      searches += 1;
      const meant =
        searches > MAX_HASTY_SEARCHES ? undefined : withoutTypingError(word, marks(lang), isListed);
      return meant === undefined ? 'unsearched' : { meant };
    }
    const isRight = (other: string) => knows(other, lang);
    const listed = likelyOf(word, lang, isListed, spelling) ?? withDiacritic(word, marks(lang), isRight);
    if (listed !== undefined) return { meant: listed };
    if (isFormed(word, lang, knows)) return 'formed';
    const isMade = (other: string) => isWordOf(lang, other, knows) || isFormed(other, lang, knows);
    const meant =
      withoutTypingError(word, marks(lang), isMade) ?? partedWords(word, lang, isListed, spelling);
    return meant === undefined ? 'unlike' : { meant };
  });
}

/** The most likely intended word, if a typing error could have turned it into this word. */
function likelyOf(
  word: string,
  lang: Lang,
  isRight: (word: string) => boolean,
  { near }: Spelling,
): string | undefined {
  const slip = withoutTypingError(word, marks(lang), isRight);
  if (slip !== undefined) return slip;
  for (const other of near(word, lang)) if (isLikely(other, word) && isRight(other)) return other;
  return undefined;
}

/** The two words of which an unknown word consists if a space is missing. */
function partedWords(
  word: string,
  lang: Lang,
  isRight: (word: string) => boolean,
  { near }: Spelling,
): string | undefined {
  return [...near(word, lang)].find((other) => other.includes(' ') && other.split(' ').every(isRight));
}

/**
 * Whether a word is formed from other words according to the rules of the language, or consists of a prefix and a known
 * word.
 */
function isFormed(word: string, lang: Lang, knows: Spelling['knows']): boolean {
  if (word.length > LONGEST) return false;
  const { formed, capitalNouns } = LANGUAGES[lang].rules;
  if (formed?.(word).some((parting) => isRightlyParted(parting, lang, knows)) === true) return true;
  const lower = word.toLowerCase();
  return prefixesOf(lang).some((prefix) => {
    // A short prefix may be part of any short word by chance.
    const shortest = prefix.length < MIN_LETTERS ? MIN_LETTERS : MIN_LETTERS - 1;
    if (!lower.startsWith(prefix) || word.length < prefix.length + shortest) return false;
    const rest = word.slice(prefix.length);
    return knows(capitalNouns === true && CAPITAL.test(word) ? capitalised(rest) : rest, lang);
  });
}

/** Caches the result for each word and language. */
function once<T>(answer: (word: string, lang: Lang) => T): (word: string, lang: Lang) => T {
  const answersIn = byLanguage(() => new Map<string, { answer: T }>());
  return (word, lang) => {
    const answers = answersIn(lang);
    return valueAt(answers, word, () => ({ answer: answer(word, lang) })).answer;
  };
}

const TWO_CAPITALS = /(?<!\p{L})(\p{Lu}[\p{L}-]+) (?=(\p{Lu}[\p{L}-]+))/gu;

/**
 * Creates a test of whether a noun occurs next to another noun in the texts. A capitalised word counts as a noun if it
 * is unknown in lower case. A final "s" is ignored, because it may mark a genitive.
 */
function partsOfNames(
  texts: readonly PrintedText[],
  { knows }: Spelling,
): (word: string, lang: Lang) => boolean {
  const partsIn = byLanguage(({ rules }, lang) => {
    const pairs = texts
      .filter((text) => text.lang === lang && rules.capitalNouns === true)
      .flatMap(({ words }) => [...words.matchAll(TWO_CAPITALS)]);
    const isNoun = (word: string): boolean => !knows(word.toLowerCase(), lang);
    return new Set(
      pairs.flatMap(([, first = '', second = '']) => [
        ...(isNoun(second) ? [first] : []),
        ...(isNoun(first) ? [second] : []),
      ]),
    );
  });
  return (word, lang) => partsIn(lang).has(word) || partsIn(lang).has(word.replace(/s$/, ''));
}

/**
 * Finds typing errors in names. The intended name differs by one letter and is listed by the project or occurs more
 * often in its texts.
 */
function ownSpellings(
  known: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
): (word: string) => string | undefined {
  const isLongName = (word: string) => CAPITAL.test(word) && word.length > MIN_LETTERS;
  const common = [...counts].filter(([, count]) => count >= MANY_TIMES).map(([word]) => word);
  const byRest = new Map<string, string[]>();
  for (const right of [...known, ...common].filter(isLongName)) {
    for (const rest of restsOf(right)) valueAt(byRest, rest, () => []).push(right);
  }
  return (word) => {
    if (!isLongName(word)) return undefined;
    const most = MANY_TIMES * (counts.get(word) ?? 1);
    return restsOf(word)
      .flatMap((rest) => byRest.get(rest) ?? [])
      .find(
        (right) => (known.has(right) || (counts.get(right) ?? 0) >= most) && editDistance(right, word) === 1,
      );
  };
}

/**
 * A word, and the strings that result from removing one of its letters. Two words that differ by one letter have at
 * least one of these strings in common.
 */
function restsOf(word: string): string[] {
  if (word.length > LONGEST) return [];
  return [word, ...[...word].map((_, at) => word.slice(0, at) + word.slice(at + 1))];
}

/**
 * Whether a word may be the intended one: it is similar, and it is not a name unless the unknown word is capitalised.
 */
function isLikely(right: string, word: string): boolean {
  if (word.length < MIN_LETTERS || (!CAPITAL.test(word) && CAPITAL.test(right))) return false;
  return editDistance(word.toLowerCase(), right.toLowerCase()) <= (word.length < LETTERS_FOR_NEAR ? 1 : NEAR);
}

/** The mark of a stressed vowel in Russian, as in сто́ит. */
const STRESS_MARK = '\u0301';
const STRESS = /\p{Script=Cyrillic}\u0301/u;

/**
 * The forms of a word that are looked up: as written, and without stress marks or without elements that are attached
 * with an apostrophe, such as elided articles.
 */
function forms(word: string): string[] {
  if (STRESS.test(word)) return [word, word.replaceAll(STRESS_MARK, '')];
  if (!APOSTROPHE.test(word)) return [word];
  let bare = word;
  for (const lang of LANGS) {
    const { before, after } = LANGUAGES[lang].rules.attached ?? {};
    if (before !== undefined) bare = bare.replace(before, '');
    if (after !== undefined) bare = bare.replace(after, '');
  }
  return bare === word ? [word] : [word, bare];
}

function isOwn(word: string, known: ReadonlySet<string>): boolean {
  return known.has(word) || known.has(word.charAt(0).toLowerCase() + word.slice(1));
}

/**
 * Whether a word is correct in a language or in another language of the programme, from which texts may quote words.
 */
function isInDictionary(word: string, lang: Lang, { knows, langs }: Spelling): boolean {
  if (word.length === 1 || ROMAN.test(word)) return true;
  const script = scriptOf(word);
  const plain = word.replaceAll('’', "'").replaceAll('‑', '-');
  const isReader = (other: Lang) => LANGUAGES[other].script === script;
  if (langs.includes(lang) && isReader(lang) && isWordOf(lang, plain, knows)) return true;
  if (!langs.some(isReader)) return true;
  return langs.some((other) => other !== lang && isReader(other) && isWordOf(other, plain, knows));
}

/**
 * Whether a dictionary of the language contains a word, an equivalent spelling of it, or the parts of which it
 * consists.
 */
function isWordOf(lang: Lang, word: string, knows: Spelling['knows']): boolean {
  const { respelt, parted } = LANGUAGES[lang].rules;
  if (knows(word, lang)) return true;
  if (word.length > LONGEST) return false;
  if (respelt?.(word).some((other) => other !== word && knows(other, lang)) === true) return true;
  return parted?.(word).some((parting) => isRightlyParted(parting, lang, knows)) === true;
}

function isRightlyParted({ words, noWord }: Parting, lang: Lang, knows: Spelling['knows']): boolean {
  return words.every((word) => knows(word, lang)) && (noWord === undefined || !knows(noWord, lang));
}

const marks = byLanguage(({ rules }): Diacritics => {
  const others = new Map<string, string[]>();
  for (const [bare = '', marked = ''] of rules.marks?.split('|') ?? [])
    for (const [letter, other] of [
      [bare, marked],
      [marked, bare],
    ] as const)
      others.set(letter, [...(others.get(letter) ?? []), other]);
  return others;
});

const prefixesOf = byLanguage(({ rules }): readonly string[] => rules.prefixes.split('|'));

/** Prefixes before a hyphen that are not words themselves, as in co-auteur and pre-book. */
const prefixes = byLanguage(
  ({ rules }): ReadonlySet<string> =>
    new Set([...rules.prefixes.split('|'), ...(rules.hyphenPrefixes?.split('|') ?? [])]),
);

function scriptOf(word: string): 'Cyrillic' | 'Latin' {
  return CYRILLIC.test(word) ? 'Cyrillic' : 'Latin';
}

function likeCase(word: string, model: string): string {
  return CAPITAL.test(model) ? capitalised(word) : word;
}
