import { LANGUAGES, type Parting } from '../../languages/index.ts';
import { LANGS, type Lang } from '../model/index.ts';
import { editDistance } from '../reference/index.ts';
import { addressTest, byLanguage } from '../text/index.ts';
import { columnsOf } from './columns.ts';
import { foreignClauses } from './foreign-clauses.ts';
import { nameVariants } from './name-variants.ts';
import type { CheckContext, Spot } from './rule.ts';
import { type Marks, undoneSlip, withMark } from './slips.ts';
import type { Spelling } from './spelling.ts';
import { isProofed, type PrintedText } from './texts.ts';

/** A word that neither a dictionary nor the project knows, or that the project does not want. */
export interface UnknownWord {
  text: PrintedText;
  word: string;
  offset: number;
  /** A capital in the middle of a sentence, or capitals throughout, make a name. A title of which hardly a word is known is one: it is in another language. */
  kind: 'word' | 'name' | 'title' | 'unwanted';
  /** What may have been meant. */
  better?: string;
}

const TOKENS = /[\p{L}\p{M}\p{Nd}]+(?:[-‑'’][\p{L}\p{M}\p{Nd}]+)*/gu;
const ROMAN = /^[IVXLCDM]+$/;
const SENTENCE_START = /(?:^|[.!?…]["”»)\s]*\s|\n)["“«„*(\s]*$/u;
const CAPITALS = /^[\p{Lu}\p{M}]{2,}$/u;
const CAPITAL = /^\p{Lu}/u;
const APOSTROPHE = /['’]/;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Letters that a dictionary could know; words of other scripts are passed over. */
const READABLE = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
/** Letters by which a suggestion may differ to count as what was meant. */
const NEAR = 2;
/** In words with fewer letters two changes make any other word. */
const LETTERS_FOR_NEAR = 7;
/** Shorter words have no likely spelling: co is not quo. */
const FEWEST_LETTERS = 4;
/** Names are near to words by chance; longer ones less so. At the start of a sentence any word has a capital. */
const LETTERS_OF_SLIP = { within: 8, start: 6 };
/** Nouns of a language that writes all with capitals, as names: shorter ones are near to names by chance. */
const LETTERS_OF_NOUN = 6;
/** Names are shorter. */
const LETTERS_OF_COMPOUND = 12;
/** To look for what was meant takes some milliseconds a word; where more words are unknown they are of another language, or the text is broken. */
const MOST_SEARCHES = 1000;
/** Of these, so many are looked up among the usual slips. */
const MOST_HASTY_SEARCHES = 200;
/** A spelling that is so many times as common is the one that was meant. */
const MANY_TIMES = 3;

const found = new WeakMap<CheckContext, readonly UnknownWord[]>();

/** The unknown words of all texts, each once in a text. None when there are no dictionaries. */
export function unknownWords(context: CheckContext): readonly UnknownWord[] {
  const { spelling } = context;
  if (spelling === undefined) return [];
  let words = found.get(context);
  if (words === undefined) {
    const knowledge = knowledgeOf(context, spelling);
    const variants = nameVariants(context);
    const addresses = columnsOf('addresses', context.programme.config);
    const suspects = context.texts
      .filter(({ column = '' }) => !addresses.has(column))
      .map((text) => ({ text, parts: suspectsIn(text, spelling, knowledge, variants.get(text) ?? []) }));
    const all = new Set(
      suspects.flatMap(({ text, parts }) => parts.map(({ part }) => `${text.lang} ${part}`)),
    );
    const likeness = likenessOf(spelling, knowledge, all.size <= MOST_SEARCHES);
    words = suspects.flatMap(({ text, parts }) =>
      isForeignTitle(text, parts, spelling)
        ? [{ text, word: text.words, offset: 0, kind: 'title' as const }]
        : parts.flatMap(({ part, start }) => judged(text, part, start, spelling, { ...knowledge, likeness })),
    );
    found.set(context, words);
  }
  return words;
}

/** A part of a text that nothing knows. */
interface Suspect {
  part: string;
  start: number;
}

/** So many words, and so large a part of all that have as many letters, are unknown in a title in another language. */
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

/** What is known of words. */
interface Knowledge {
  /** Whether the project vouches for a word: its list and its reference. */
  isOwn: (word: string) => boolean;
  isKnown: (word: string, lang: Lang) => boolean;
  /** Whether a word may be a known one in which a slip was made. */
  isSlip: (word: string, lang: Lang) => boolean;
  /** Whether a noun stands beside another somewhere in the texts of a language in which all nouns have capitals (Rachel Kanter), or is made of two. */
  isPartOfName: (word: string, lang: Lang) => boolean;
  /** The spelling that the project itself has of an unknown name: of its word list, its reference, or commoner in its texts. */
  ownSpelling: (word: string) => string | undefined;
  /** Tokens of each language of which no part is suspect: most tokens come again and again. */
  sound: (lang: Lang) => Set<string>;
}

/** A slip in a word, a word that rules make of others, like no word, or not looked for. */
type Likeness = { meant: string } | 'formed' | 'unlike' | 'unsearched';

/** What an unknown word is, by the words that it is like or made of. */
type LikenessOf = (word: string, lang: Lang) => Likeness;

/** The parts of a text that nothing knows, each once, without those of the names that are reported already. */
function suspectsIn(
  text: PrintedText,
  spelling: Spelling,
  knowledge: Knowledge,
  names: readonly Spot[],
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

/** Days of the week and months in short, in a date and beside a number or a full stop in other texts. */
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

/** Whether an offset lies in what is no word, or what other rules report: addresses, dates in short, endings, ordinal numbers with theirs, streets, clauses in another language. */
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

/** The parts of a token that nothing knows; a compound counts as known when its parts are. */
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

/** What is to be said of a word that no dictionary has: nothing where rules make it of others. */
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
  const own = knowledge.ownSpelling(word);
  if (own !== undefined) return unknown('word', own);
  if (isName(text, word, offset, knowledge)) return unknown('name');
  const likeness = knowledge.likeness(word, text.lang);
  if (likeness === 'formed') return [];
  if (likeness === 'unlike')
    return unknown(CAPITAL.test(word) && word.length < LETTERS_OF_COMPOUND ? 'name' : 'word');
  return unknown('word', likeness === 'unsearched' ? undefined : likeness.meant);
}

/** A capital makes a name, but not of a word that is one slip away from a word of the language. */
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

/** Longer ones are no words. */
const LONGEST = 40;

/** What is known: dictionaries in all languages of the programme, the word list, and the names of the reference. */
function knowledgeOf({ programme, texts }: CheckContext, spelling: Spelling): Knowledge {
  const { regions, places } = programme.reference;
  const names = [
    ...regions.flatMap(({ names: byLang }) => Object.values(byLang)),
    ...places.flatMap(({ name }) => (typeof name === 'string' ? [name] : Object.values(name))),
  ];
  const own = new Set([
    ...spelling.words.right,
    ...names.flatMap((name) => name?.match(/[\p{L}\p{M}]+/gu) ?? []),
  ]);
  const isKnown = (word: string, lang: Lang): boolean =>
    forms(word).some((form) => isOwn(form, own) || isInDictionary(form, lang, spelling));
  const isOfLanguage = (word: string, lang: Lang): boolean =>
    isOwn(word, own) || isWordOf(lang, word, spelling.knows);
  return {
    isOwn: (word) => isOwn(word, own),
    sound: byLanguage(() => new Set<string>()),
    isKnown: once(isKnown),
    isSlip: once(
      (word, lang) => undoneSlip(word, marks(lang), (right) => isOfLanguage(right, lang)) !== undefined,
    ),
    isPartOfName: partsOfNames(texts, spelling),
    ownSpelling: ownSpellings(own, countsOf(texts)),
  };
}

/**
 * A word of the dictionary that a slip was made in comes before a word that is made by rule, for such a slip makes many of these; a compound
 * of the dictionary comes after it.
 *
 * @param isThorough whether what was meant is looked for among all that is near, of every word
 */
function likenessOf(spelling: Spelling, knowledge: Knowledge, isThorough: boolean): LikenessOf {
  const { knows, lists } = spelling;
  let searches = 0;
  return once((word, lang): Likeness => {
    const isListed = (other: string) => knowledge.isOwn(other) || lists(other, lang);
    if (word.length < FEWEST_LETTERS) return 'unsearched';
    if (!isThorough) {
      if (isFormed(word, lang, knows)) return 'formed';
      searches += 1;
      const meant = searches > MOST_HASTY_SEARCHES ? undefined : undoneSlip(word, marks(lang), isListed);
      return meant === undefined ? 'unsearched' : { meant };
    }
    const isRight = (other: string) => knows(other, lang);
    const listed = likelyOf(word, lang, isListed, spelling) ?? withMark(word, marks(lang), isRight);
    if (listed !== undefined) return { meant: listed };
    if (isFormed(word, lang, knows)) return 'formed';
    const isMade = (other: string) => isWordOf(lang, other, knows) || isFormed(other, lang, knows);
    const meant = undoneSlip(word, marks(lang), isMade) ?? partedWords(word, lang, isListed, spelling);
    return meant === undefined ? 'unlike' : { meant };
  });
}

/** The likeliest right word that a slip may have made a word of. */
function likelyOf(
  word: string,
  lang: Lang,
  isRight: (word: string) => boolean,
  { near }: Spelling,
): string | undefined {
  const slip = undoneSlip(word, marks(lang), isRight);
  if (slip !== undefined) return slip;
  for (const other of near(word, lang)) if (isLikely(other, word) && isRight(other)) return other;
  return undefined;
}

/** Two words that were written together. */
function partedWords(
  word: string,
  lang: Lang,
  isRight: (word: string) => boolean,
  { near }: Spelling,
): string | undefined {
  return [...near(word, lang)].find((other) => other.includes(' ') && other.split(' ').every(isRight));
}

/** Whether rules of the language make a word of others, or a prefix stands before one. */
function isFormed(word: string, lang: Lang, knows: Spelling['knows']): boolean {
  if (word.length > LONGEST) return false;
  const { formed, capitalNouns } = LANGUAGES[lang].rules;
  if (formed?.(word).some((parting) => isRightlyParted(parting, lang, knows)) === true) return true;
  const lower = word.toLowerCase();
  return prefixesOf(lang).some((prefix) => {
    if (!lower.startsWith(prefix) || word.length < prefix.length + FEWEST_LETTERS) return false;
    const rest = word.slice(prefix.length);
    return knows(capitalNouns === true && CAPITAL.test(word) ? capitalised(rest) : rest, lang);
  });
}

/** What is asked of words, answered once a word and language. */
function once<T>(answer: (word: string, lang: Lang) => T): (word: string, lang: Lang) => T {
  const answersIn = byLanguage(() => new Map<string, { answer: T }>());
  return (word, lang) => {
    const answers = answersIn(lang);
    let known = answers.get(word);
    if (known === undefined) {
      known = { answer: answer(word, lang) };
      answers.set(word, known);
    }
    return known.answer;
  };
}

const TWO_CAPITALS = /(?<!\p{L})(\p{Lu}[\p{L}-]+) (?=(\p{Lu}[\p{L}-]+))/gu;

/** Words that stand beside a noun, which is no word in small letters, as the first of a sentence may be; the genitive of a name has an s. */
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

/** How often each word stands in the texts. */
function countsOf(texts: readonly PrintedText[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of texts)
    for (const [word] of words.matchAll(TOKENS)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** A copied slip is no name: one letter away, what the project vouches for or prints more often is what was meant. */
function ownSpellings(
  own: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
): (word: string) => string | undefined {
  const isLongName = (word: string) => CAPITAL.test(word) && word.length > FEWEST_LETTERS;
  const common = [...counts].filter(([, count]) => count >= MANY_TIMES).map(([word]) => word);
  const byRest = new Map<string, string[]>();
  for (const right of [...own, ...common].filter(isLongName)) {
    for (const rest of restsOf(right)) byRest.set(rest, [...(byRest.get(rest) ?? []), right]);
  }
  return (word) => {
    if (!isLongName(word)) return undefined;
    const most = MANY_TIMES * (counts.get(word) ?? 1);
    return restsOf(word)
      .flatMap((rest) => byRest.get(rest) ?? [])
      .find(
        (right) => (own.has(right) || (counts.get(right) ?? 0) >= most) && editDistance(right, word) === 1,
      );
  };
}

/** A word and what is left of it without one of its letters: words one letter apart share one of these. */
function restsOf(word: string): string[] {
  if (word.length > LONGEST) return [];
  return [word, ...[...word].map((_, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** A spelling that may have been meant: near, and a word for a word, not a name. */
function isLikely(right: string, word: string): boolean {
  if (word.length < FEWEST_LETTERS || (!CAPITAL.test(word) && CAPITAL.test(right))) return false;
  return editDistance(word.toLowerCase(), right.toLowerCase()) <= (word.length < LETTERS_FOR_NEAR ? 1 : NEAR);
}

/** The word, and what is left of it without what any language attaches to words: a name keeps that of its own. */
function forms(word: string): string[] {
  if (!APOSTROPHE.test(word)) return [word];
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

/** Whether a word is right in a language, or in another one of the programme, which may be quoted. */
function isInDictionary(word: string, lang: Lang, { knows, langs }: Spelling): boolean {
  if (word.length === 1 || ROMAN.test(word)) return true;
  const script = scriptOf(word);
  const plain = word.replaceAll('’', "'").replaceAll('‑', '-');
  const isReader = (other: Lang) => LANGUAGES[other].script === script;
  if (langs.includes(lang) && isReader(lang) && isWordOf(lang, plain, knows)) return true;
  if (!langs.some(isReader)) return true;
  return langs.some((other) => other !== lang && isReader(other) && isWordOf(other, plain, knows));
}

/** A word of a language, in one of its right spellings. */
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

const marks = byLanguage(({ rules }): Marks => {
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

/** What stands before a hyphen without being a word: co-auteur, pre-book. */
const prefixes = byLanguage(
  ({ rules }): ReadonlySet<string> =>
    new Set([...rules.prefixes.split('|'), ...(rules.hyphenPrefixes?.split('|') ?? [])]),
);

function scriptOf(word: string): 'Cyrillic' | 'Latin' {
  return CYRILLIC.test(word) ? 'Cyrillic' : 'Latin';
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function likeCase(word: string, model: string): string {
  return CAPITAL.test(model) ? capitalised(word) : word;
}
