import { LANGUAGES } from '../../../languages/index.ts';
import { fold, LANGS, type Lang, type Programme } from '../../model/index.ts';
import { editDistance } from '../../reference/index.ts';
import { byLanguage } from '../../text/index.ts';
import type { FieldWords } from '../change.ts';
import { inFull, withoutStops } from './abbreviations.ts';
import { type AlternativeKind, alternativesIn, meaningOf } from './alternatives.ts';
import { isNumberWord } from './numbers.ts';
import { isTimeWord, moneyIn } from './numerals.ts';
import { isIdle, isNegation, isOnly, wordTest } from './word-list.ts';

/** Compares the names of places, persons and bodies in two versions of a text. */
export interface Names {
  /** Whether the names in two versions of a text differ. */
  differ: (before: string, after: string, lang: Lang) => boolean;
  /** Whether a name that is not a known place is written with different accents (José, Jose). */
  accentsDiffer: (before: string, after: string, lang: Lang) => boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const SMALL = /(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}\p{N}]*/gu;
/** The start of a text, and characters after which any word may be capitalised. */
const BEGINS = /(?:^|[.!?:;–—(«„“"])\s*$/u;
/** Punctuation marks that separate two names. */
const PARTS = /[,;:!?]\s*$/u;
const CAPITAL = /^\p{Lu}/u;
/**
 * The end of a complete sentence. Such a sentence may begin with any word, whereas a title without a full stop usually
 * begins with its subject.
 */
const SENTENCE = /[.!?…]$/u;
/** Minimum number of letters of words that are always capitalised in title case. */
const TITLE_WORD = 4;
/** Minimum number of letters that remain when the ending of a name is removed. */
const SHORTEST_STEM = 3;
/** Maximum number of replaced words in a sentence; if more are replaced, the sentence counts as reworded. */
const MOST_REPLACED = 3;
/** Maximum number of names in a sentence that are compared in pairs. */
const MAX_NAMES = 200;
/** Maximum edit distance, in letters, between two spellings of the same name. */
export const SPELLING_WITHIN = 2;

/** Minimum number of letters of a noun that may be misspelt; shorter nouns resemble other nouns. */
const MISSPELT_FROM = 7;
/** Minimum number of letters of the last part of a compound, and of that part after a known or shared first part. */
const SHORTEST_PART = 5;
export const SHORTEST_LAST = 4;

/** The words of a text by category, in the form in which they are compared. */
interface NamesInText {
  /** Words that are part of a name. */
  sure: ReadonlySet<string>;
  /** In languages that capitalise all nouns: words after a word that introduces names, such as "Dr.". */
  introduced: ReadonlySet<string>;
  /** Words that denote a place or an audience. */
  spots: ReadonlySet<string>;
  /** The units to which prices apply, such as a person or an hour. */
  units: ReadonlySet<string>;
  /** Words that are part of a name, or are possibly capitalised for another reason. */
  possible: ReadonlySet<string>;
  /** Words that are likely nouns, and whether the word before them proves it. */
  nouns: ReadonlyMap<string, boolean>;
  /** Lower-case words. */
  small: readonly string[];
  /** All words, except lower-case words that would be names if they were capitalised. */
  all: ReadonlySet<string>;
  /**
   * Pairs of adjacent names: the first name and the surname in the form in which they are compared, and both as written.
   */
  pairs: readonly (readonly [string, string, string, string])[];
}

/**
 * Creates the comparison of names. A name is a word that is capitalised where other words are not. In ambiguous cases,
 * a word that also occurs in lower case in the new edition is not a name, and a word that is a place or region of one
 * of the editions is a name. The new edition is read only if the comparison needs it.
 */
export function namesOf(
  items: readonly { fields: readonly FieldWords[] }[],
  references: readonly Programme['reference'][],
): Names {
  let known: { small: ReturnType<typeof smallWordsIn>; places: ReturnType<typeof placeWords> } | undefined;
  const read = (text: string, lang: Lang): NamesInText => {
    known ??= { small: smallWordsIn(items), places: placeWords(references) };
    return namesIn(text, lang, known.small[lang], known.places.alone);
  };
  return {
    differ: (before, after, lang) => {
      const [old, now] = [read(before, lang), read(after, lang)];
      const isAlone = (one: NamesInText, other: NamesInText): boolean =>
        lacking(one.sure, other.all)
          .slice(0, MAX_NAMES)
          .some((name) => !other.small.some((word) => isForm(name, word, lang))) ||
        lacking(one.introduced, other.all)
          .slice(0, MAX_NAMES)
          .some((name) => ![...other.all].some((word) => isForm(name, word, lang) || isPartOf(name, word)));
      const isOther = (removed: string, added: string): boolean =>
        !isForm(removed, added, lang) &&
        !(now.nouns.has(added) && isMisspelt(removed, added, old.nouns.get(removed))) &&
        ((!hasCapitalNouns(lang) && !SENTENCE.test(before)) ||
          editDistance(removed, added) <= SPELLING_WITHIN);
      return (
        isAlone(old, now) ||
        isAlone(now, old) ||
        isSwapped(old.pairs, now.pairs) ||
        (hasCapitalNouns(lang) &&
          isOtherEnding(old.pairs, now.pairs, before.split(' ').length === after.split(' ').length)) ||
        lacking(old.units, now.units).some((unit) =>
          lacking(now.units, old.units).some((other) => !isForm(unit, other, lang)),
        ) ||
        (!isReworded(old, now) &&
          isReplaced(old, now, 'spots', (removed, added) => !isForm(removed, added, lang))) ||
        isReplaced(old, now, 'possible', isOther)
      );
    },
    accentsDiffer: (before, after, lang) =>
      isReplaced(
        read(before, lang),
        read(after, lang),
        'possible',
        (removed, added) =>
          fold(removed) === fold(added) &&
          known?.places.all.has(fold(removed)) !== true &&
          alternativesIn(added, lang).length === 0 &&
          !isCommonWord(added, lang),
      ),
  };
}

function lacking(words: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...words].filter((word) => !others.has(word));
}

/** Whether so many words were replaced that a word after a preposition of place is not necessarily a place. */
function isReworded(old: NamesInText, now: NamesInText): boolean {
  return Math.min(lacking(old.all, now.all).length, lacking(now.all, old.all).length) > MOST_REPLACED;
}

/** Whether a word of a category, such as a name, was replaced with another word of that category. */
function isReplaced(
  old: NamesInText,
  now: NamesInText,
  sort: 'spots' | 'possible',
  by: (removed: string, added: string) => boolean,
): boolean {
  const added = lacking(now[sort], old.all).slice(0, MAX_NAMES);
  return lacking(old[sort], now.all)
    .slice(0, MAX_NAMES)
    .some((removed) => added.some((other) => by(removed, other)));
}

/** Whether two people exchanged their surnames ("Ann Lee and Tom Ray" became "Ann Ray and Tom Lee"). */
function isSwapped(old: NamesInText['pairs'], now: NamesInText['pairs']): boolean {
  const has = (pairs: NamesInText['pairs'], first: string, last: string): boolean =>
    pairs.some(([one, other]) => one === first && other === last);
  const removed = old.filter(([first, last]) => !has(now, first, last)).slice(0, MAX_NAMES);
  return removed.some(([first, last]) =>
    removed.some(([other, name]) => last !== name && has(now, first, name) && has(now, other, last)),
  );
}

/**
 * Whether the first name before a surname was written with a different ending ("Andrea Seidel" became "Andreas
 * Seidel"), or the surname, unless words were added or removed ("works by Anna Seidel", "Anna Seidels Werke").
 */
function isOtherEnding(old: NamesInText['pairs'], now: NamesInText['pairs'], isSameLength: boolean): boolean {
  const without = (pairs: NamesInText['pairs'], others: NamesInText['pairs']): NamesInText['pairs'] => {
    const known = new Set(others.map((pair) => pair.join(' ')));
    return pairs.filter((pair) => !known.has(pair.join(' '))).slice(0, MAX_NAMES);
  };
  const added = without(now, old);
  return without(old, now).some(([first, last, written]) =>
    added.some(([one, other, now]) => one === first && other === last && (isSameLength || now !== written)),
  );
}

/**
 * Whether two words differ only in a plural or case ending, or are two correct spellings of the same word that differ
 * in more than accents.
 */
export function isForm(a: string, b: string, lang: Lang): boolean {
  const { variantKey } = LANGUAGES[lang].rules;
  if (variantKey !== undefined && variantKey(a) === variantKey(b) && fold(a) !== fold(b)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const { formEnding } = LANGUAGES[lang].meaning;
  return long.startsWith(short) && formEnding?.test(long.slice(short.length)) === true;
}

/** Whether a word is the last part of the other (Regen, Dauerregen). */
export function isPartOf(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= SHORTEST_PART && (a.endsWith(b) || b.endsWith(a));
}

/**
 * Whether two words are probably spellings of the same noun, one of them misspelt: they sound the same or, if the word
 * is certainly a noun, differ in one letter.
 */
function isMisspelt(a: string, b: string, isNoun: boolean | undefined): boolean {
  return (
    isNoun !== undefined &&
    Math.min(a.length, b.length) >= MISSPELT_FROM &&
    (soundOf(a) === soundOf(b) || (isNoun && editDistance(a, b) === 1))
  );
}

/**
 * A word without letters that do not change its pronunciation: accents, doubled letters, h after a consonant, y for i.
 */
function soundOf(word: string): string {
  return fold(word)
    .replaceAll('ph', 'f')
    .replace(/(?<=[rt])h/gu, '')
    .replaceAll('y', 'i')
    .replace(/(.)\1+/gu, '$1');
}

function namesIn(
  text: string,
  lang: Lang,
  small: ReadonlySet<string>,
  places: ReadonlySet<string>,
): NamesInText {
  const { capitals, adjectiveEnding } = LANGUAGES[lang].meaning;
  const nouns = capitals === 'nouns';
  const known = (plain: string): boolean => small.has(plain) || isListed(plain, lang);
  const isNameLike = (word = ''): boolean =>
    CAPITAL.test(word) &&
    !known(plainOf(word)) &&
    !commonWords(lang).ending(plainOf(word)) &&
    !isNumberWord(word, lang);
  const sure = new Set<string>();
  const introduced = new Set<string>();
  const spots = spotsIn(text, lang);
  const possible = new Set<string>();
  const common = new Map<string, boolean>();
  const pairs: [string, string, string, string][] = [];
  const hidden = nouns ? new Set<string>() : new Set(capitals.split('|'));
  const all = new Set<string>();
  let nameBefore: string | undefined;
  let isArticleBefore = false;
  for (const { word, where, before, after } of wordsOf(text, lang)) {
    const plain = plainOf(word);
    const key = keyOf(word, lang);
    if (!hidden.has(word)) all.add(key);
    const isPlace = places.has(plain);
    // A letter after a noun is a name, as in "building A", even if the letter is also a word.
    const isSign =
      word.length === 1 &&
      where !== 'begins' &&
      (after === undefined || !(CAPITAL.test(after) || functionWords(lang).has(plainOf(before ?? ''))));
    const previous: string | undefined = before === undefined ? undefined : nameBefore;
    const follows: boolean = previous !== undefined || isNameLike(before);
    nameBefore = undefined;
    // A capitalised article within a sentence is the beginning of a name, as in "the group The Wanderers".
    const begins: boolean = isArticleBefore;
    isArticleBefore = where === 'inside' && CAPITAL.test(word) && articles(lang).has(plain);
    if (!CAPITAL.test(word) || isTimeWord(inFull(word.toLowerCase(), lang), lang) || isNumberWord(word, lang))
      continue;
    // A name can also be an ordinary word of the language (Eva Lange, calle Nueva).
    const isStreet = where === 'inside' && !CAPITAL.test(before ?? '') && isPlaceWord(before ?? '', lang);
    if (
      known(plain) &&
      !isPlace &&
      !isSign &&
      !begins &&
      !(isStreet || ((nouns || where === 'inside') && follows))
    )
      continue;
    const isAtStart = where === 'title' || (where === 'begins' && !isNameLike(after));
    if (isAtStart && !follows && !isPlace && (titleWords(lang)(plain) || idleWords(lang)(plain))) continue;
    // A noun with a known meaning after a preposition is no name, as in "bei Regen".
    const isAfterPreposition = functionWords(lang).has(plainOf(before ?? ''));
    const isIntroduced =
      (introducers(lang).has(plainOf(before ?? '')) &&
        !(nouns && isAfterPreposition && alternativesIn(word, lang).length > 0)) ||
      (nouns && isPlaceWord(before ?? '', lang));
    const isInside = !nouns && where === 'inside' && !CAPITAL.test(before ?? '');
    if (commonWords(lang).ending(plain) && !isPlace && !isIntroduced && !follows && !begins && !isInside)
      continue;
    const isName: boolean =
      isPlace ||
      isSign ||
      begins ||
      follows ||
      (isIntroduced && !nouns) ||
      (nouns || where === 'title'
        ? isNameLike(after)
        : where === 'inside' || (where === 'begins' && isNameLike(after)));
    const isAfterArticle = articles(lang).has(plainOf(before ?? ''));
    if (isName) {
      nameBefore = word;
      sure.add(key);
      if (previous !== undefined) pairs.push([keyOf(previous, lang), key, previous, word]);
    } else if (isIntroduced) (CAPITAL.test(before ?? '') ? sure : introduced).add(key);
    else if (isAfterArticle || (nouns && where === 'inside' && !CAPITAL.test(before ?? '')))
      common.set(key, true);
    else if (nouns && CAPITAL.test(before ?? '') && adjectiveEnding?.test(before ?? '') !== true)
      spots.add(key);
    else if (functionWords(lang).has(plainOf(after ?? ''))) common.set(key, false);
    possible.add(key);
  }
  return {
    sure,
    introduced,
    spots,
    units: new Set(unitsIn(text, lang)),
    possible,
    nouns: common,
    small: text.match(SMALL) ?? [],
    all: new Set([...all, ...spots]),
    pairs,
  };
}

/** Whether a word is known as a kind of place or body or as another common word, so that it is not a name. */
export function isCommonWord(word: string, lang: Lang): boolean {
  return (
    commonWords(lang).whole(plainOf(word)) ||
    alternativesIn(word, lang).some(({ kind }) => kind === 'place' || kind === 'body')
  );
}

/** Whether a word is a function word, a negation or a common word. */
function isListed(plain: string, lang: Lang): boolean {
  return (
    functionWords(lang).has(plain) ||
    isNegation(lang)(plain) ||
    isOnly(lang)(plain) ||
    introducers(lang).has(plain) ||
    commonWords(lang).whole(plain) ||
    (hasCapitalNouns(lang) && idleWords(lang)(plain))
  );
}

/** The words in a text that denote places and audiences; synonyms are represented by their common meaning. */
function spotsIn(text: string, lang: Lang): Set<string> {
  const runs = [...text.matchAll(spotPattern(lang))].map(({ groups }) => groups?.run ?? '');
  return new Set(
    runs.flatMap((run) => {
      const words = (run.match(WORD) ?? []).map((word) => wordOf(word, lang));
      // The noun after a kind of place identifies it, as in "the hall of the castle".
      const end = words.findIndex(
        (word, at) => functionWords(lang).has(plainOf(word)) && !isPlaceWord(words[at - 1] ?? '', lang),
      );
      return (end < 0 ? words : words.slice(0, end))
        .filter((word) => word.length > 1 && !isTimeWord(word, lang) && !isNumberWord(word, lang))
        .filter(
          (word) =>
            alternativesIn(word, lang).length > 0 ||
            !(isListed(plainOf(word), lang) || isIdle(lang)(word) || isNoNoun(word, lang)),
        )
        .map((word) => factOf(word, lang));
    }),
  );
}

/** Whether a word is an adjective, adverb or verb, judging by its form. */
const isNoNoun = (word: string, lang: Lang): boolean => LANGUAGES[lang].meaning.noNoun.test(`${word} .`);

/** The units to which prices in a text apply, such as a person or an hour. */
function unitsIn(text: string, lang: Lang): string[] {
  return [...text.matchAll(unitPattern(lang))].flatMap(({ groups }) => {
    const words = (groups?.run?.match(WORD) ?? [])
      .map((word) => wordOf(word, lang).toLowerCase())
      .filter((word) => !functionWords(lang).has(plainOf(word)));
    const unit = words.find((word) => !isIdle(lang)(word)) ?? words[0];
    return unit === undefined ? [] : [factOf(unit, lang)];
  });
}

/** An amount of money, and up to three words after it. */
const unitPattern = byLanguage(({ meaning }) => {
  const money = moneyIn(meaning);
  return new RegExp(`(?:(?:${money})\\s?\\d[\\d.,]*|\\d\\s?(?:${money}))[\\s/]+(?<run>${RUN})`, 'giu');
});

/** The source of a pattern for one to three words. */
const RUN = "[\\p{L}\\p{M}’'-]+(?: [\\p{L}\\p{M}’'-]+){0,2}";

/** A phrase that introduces a place or an audience, and up to three words after it. */
const spotPattern = byLanguage(
  ({ meaning }) =>
    new RegExp(
      `(?<!\\p{L})(?:${meaning.beforePlaces
        .split('|')
        .sort((a, b) => b.length - a.length)
        .join('|')
        .replaceAll(' ', "[\\s’']")})[\\s’'](?<run>${RUN})`,
      'giu',
    ),
);

/** Whether a word denotes a kind of place, such as a hall or a library. */
function isPlaceWord(word: string, lang: Lang): boolean {
  return alternativesIn(word, lang).some(({ kind }) => kind === 'place');
}

interface WordInText {
  word: string;
  /**
   * The position of the word. At the beginning of a sentence, every word is capitalised; in some titles, every long
   * word.
   */
  where: 'inside' | 'begins' | 'title';
  /** The preceding word, unless a comma or a similar punctuation mark separates the two words. */
  before?: string | undefined;
  after?: string | undefined;
}

function wordsOf(text: string, lang: Lang): WordInText[] {
  const closed = withoutStops(text);
  const words = [...closed.matchAll(WORD)]
    .map(({ 0: word, index }, place, found) => {
      const last = found[place - 1];
      // The search starts at the last letter before the word, because searching all text before each word would take
      // quadratic time.
      const before = closed.slice(last === undefined ? 0 : last.index + last[0].length - 1, index);
      return { word: wordOf(word, lang), begins: BEGINS.test(before), parted: PARTS.test(before) };
    })
    .filter(({ word }) => word !== '');
  const long = words.filter(({ word }) => word.length >= TITLE_WORD);
  const isTitle = long.length > 1 && long.every(({ word }) => CAPITAL.test(word));
  return words.map(({ word, begins, parted }, index): WordInText => {
    const where = isTitle ? 'title' : begins ? 'begins' : 'inside';
    const next = words[index + 1];
    return {
      word,
      where,
      before: parted ? undefined : words[index - 1]?.word,
      after: next?.parted === true ? undefined : next?.word,
    };
  });
}

/** Removes an elided article and a possessive ending from a word. */
function wordOf(word: string, lang: Lang): string {
  const { before, after } = LANGUAGES[lang].rules.attached ?? {};
  const bare = before === undefined ? word : word.replace(before, '');
  return after === undefined ? bare : bare.replace(after, '');
}

/** Converts a word to lower case and removes its accents. */
export function plainOf(word: string): string {
  return fold(word).replaceAll('ß', 'ss');
}

/**
 * The form in which a word is compared: with accents, expanded if it is an abbreviation, and without its ending
 * (`Москве` and `Москва` have the same form).
 */
export function keyOf(word: string, lang: Lang): string {
  const { nameEnding } = LANGUAGES[lang].meaning;
  const small = word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ё', 'е')
    .replaceAll('’', "'");
  const full = inFull(small, lang);
  const stem = nameEnding === undefined ? full : full.replace(nameEnding, '');
  return stem.length < SHORTEST_STEM ? full : stem;
}

/** The form in which a word is compared; all synonyms have the same form. */
export function factOf(word: string, lang: Lang): string {
  const [meant] = alternativesIn(word, lang);
  const isCompound =
    hasCapitalNouns(lang) && FIRST_PARTS.includes(meant?.kind) && (meant?.last ?? '').length >= SHORTEST_LAST;
  return meant === undefined || isCompound ? keyOf(word, lang) : meaningOf(meant);
}

/** Whether all nouns are capitalised and form compounds that are written as one word, as in German. */
export const hasCapitalNouns = (lang: Lang): boolean => LANGUAGES[lang].meaning.capitals === 'nouns';

/** Kinds of alternatives that often are the first part of a compound, whose last part is the fact ("Sommerfest"). */
const FIRST_PARTS: readonly (AlternativeKind | undefined)[] = ['audience', 'season', 'dayTime', 'size'];

/** Whether a full stop after a word marks an abbreviation (St., Prof.). */
export function isAbbreviation(word: string, lang: Lang): boolean {
  const small = word.toLowerCase();
  return (
    inFull(small, lang).length > small.length ||
    (small.length <= LONGEST_TITLE && introducesNames(word, lang))
  );
}

/** Maximum number of letters of an abbreviated title, such as "Prof."; longer ones are written in full ("mayor"). */
const LONGEST_TITLE = 4;

/** Whether a word often precedes the name of a place or person. */
export const introducesNames = (word: string, lang: Lang): boolean => introducers(lang).has(plainOf(word));

const functionWords = byLanguage(({ rules }) => new Set(rules.functionWords.split('|').map(plainOf)));

const articles = byLanguage((language) => new Set(language.articles.split('|')));

const idleWords = byLanguage(({ meaning }) => wordTest(meaning.idle.split('|').map(plainOf)));

const titleWords = byLanguage(({ meaning }) => wordTest((meaning.titleWords ?? '').split('|').map(plainOf)));

const introducers = byLanguage(({ meaning }) => new Set(meaning.beforeNames.split('|').map(plainOf)));

/**
 * Finds words of a language that are not names although they may be capitalised: `whole` matches a word or its
 * beginning, `ending` matches its ending. Accents are ignored.
 */
const commonWords = byLanguage(({ meaning }) => {
  const words = meaning.commonWords.split('|').map(plainOf);
  const isEnding = (word: string): boolean => word.startsWith('*');
  return {
    whole: wordTest(words.filter((word) => !isEnding(word))),
    ending: wordTest(words.filter(isEnding)),
  };
});

/** The words that occur in lower case in a programme and are therefore not names, by language. */
function smallWordsIn(
  items: readonly { fields: readonly FieldWords[] }[],
): Record<Lang, ReadonlySet<string>> {
  const written = byLanguageOf(() => new Set<string>());
  for (const { lang, words } of items.flatMap(({ fields }) => fields))
    if (lang !== undefined) for (const word of words.match(SMALL) ?? []) written[lang].add(word);
  return byLanguageOf((lang) => new Set([...written[lang]].map(plainOf)));
}

const byLanguageOf = <T>(value: (lang: Lang) => T): Record<Lang, T> =>
  Object.fromEntries(LANGS.map((lang) => [lang, value(lang)])) as Record<Lang, T>;

/**
 * All words in the names of places and regions. The words that are a complete name by themselves are listed again,
 * because the words of a longer name may be common words.
 */
function placeWords(
  references: readonly Programme['reference'][],
): Record<'alone' | 'all', ReadonlySet<string>> {
  const names = references.flatMap(({ regions, places }) => [
    ...regions.flatMap((region) => Object.values(region.names)),
    ...places.flatMap(({ name }) => (typeof name === 'string' ? [name] : Object.values(name))),
  ]);
  const words = names.map((name) => (name?.match(WORD) ?? []).map(plainOf));
  return {
    alone: new Set(words.flatMap((phrase) => (phrase.length === 1 ? phrase : []))),
    all: new Set(words.flat()),
  };
}
