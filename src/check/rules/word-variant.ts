import { LANGUAGES } from '../../../languages/index.ts';
import type { Message } from '../../messages.ts';
import { countsOf, LANGS, type Lang, valueAt } from '../../model/index.ts';
import { addressTest } from '../../text/index.ts';
import { columnsOf } from '../columns.ts';
import type { BareFinding } from '../finding.ts';
import { functionWords } from '../foreign-clauses.ts';
import { messageOf } from '../messages.ts';
import { type CheckContext, type Rule, spotted } from '../rule.ts';
import type { PrintedText } from '../texts.ts';

export const wordVariant: Rule = {
  id: 'word-variant',
  severity: 'note',
  readsLanguage: true,
  run: (context) => LANGS.flatMap((lang) => variantsOf(lang, context)),
};

/** A word in a text, or two adjacent words of a name. */
interface Use {
  offset: number;
  words: string;
}

/** Words, except codes (words joined by underscores) and hashtags. */
const TOKENS = /(?<![_#\p{L}\p{M}])[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?![_\p{L}\p{M}])/gu;
/** Capitalised words except Roman numerals, because "Concert II" is not another spelling of "Concert III". */
const CAPITAL_WORDS = /(?![IVXLC]{1,8}(?!\p{L}))\p{Lu}[\p{L}\p{M}]+/gu;
const NAME = /^\p{Lu}/u;
const SMALL_PART = /(?:^|-)\p{Ll}/u;
/** A word that is spoken in syllables, such as won-der-ful. */
const SYLLABLES = /^\p{L}{1,3}(?:-\p{L}{1,3}){2,}$/u;
/** Minimum number of letters of a word whose spellings are compared; shorter words are too similar to other words. */
const MIN_LETTERS = 5;

function variantsOf(lang: Lang, context: CheckContext): BareFinding[] {
  const texts = context.texts.filter((text) => text.lang === lang);
  const uses = new Map(texts.map((text) => [text, usesIn(text, context)]));
  const counts = countsOf([...uses.values()].flatMap((ofText) => ofText.map(({ words }) => words)));
  const rarer = rarerSpellings(counts, lang, texts);
  return rarer.size === 0 ? [] : [...uses].flatMap(([text, ofText]) => findingsIn(text, ofText, rarer));
}

/** A finding for each rarer spelling in a text. Each spelling and each word is reported only once. */
function findingsIn(
  text: PrintedText,
  uses: readonly Use[],
  rarer: ReadonlyMap<string, Message>,
): BareFinding[] {
  const findings: BareFinding[] = [];
  for (const { offset, words } of uses) {
    const message = rarer.get(words);
    const isOf = (other: BareFinding): boolean =>
      other.words === words || (offset < other.offset + other.length && other.offset < offset + words.length);
    if (message !== undefined && !findings.some(isOf))
      findings.push(spotted(text, { offset, length: words.length, ...message }));
  }
  return findings;
}

/** The words and pairs of names in a text, except place names and addresses. */
function usesIn(text: PrintedText, { mentionsIn, programme }: CheckContext): Use[] {
  const inAddress = addressTest(text.words);
  // The first names of different people can differ in their spelling.
  const isOfNames = columnsOf('names', programme.config).has(text.column ?? '');
  const words = isOfNames ? [] : wordUsesIn(text.words);
  const uses = [...words, ...namePairsIn(text)].filter(({ offset }) => !inAddress(offset));
  const places = mentionsIn(text);
  if (places.length === 0) return uses;
  return uses.filter(
    ({ offset, words }) => !places.some(({ start, end }) => offset < end && start < offset + words.length),
  );
}

/** The words and hyphenated compounds in a text. A hyphenated name is split into pairs of words. */
function wordUsesIn(text: string): Use[] {
  const uses: Use[] = [];
  for (const { 0: words, index: offset } of text.matchAll(TOKENS)) {
    if (!words.includes('-') || (SMALL_PART.test(words) && !SYLLABLES.test(words)))
      uses.push({ offset, words });
  }
  return uses;
}

/**
 * Pairs of capitalised words, separated by a space or a hyphen. In languages in which nouns are capitalised, a function
 * word and a noun are not a pair, nor are two words of a longer compound (Open-Air-Konzert).
 */
function namePairsIn({ words: text, lang }: PrintedText): Use[] {
  const pairs: Use[] = [];
  let last = { offset: 0, end: -1 };
  const { capitalNouns } = LANGUAGES[lang].rules;
  for (const { 0: word, index: offset } of text.matchAll(CAPITAL_WORDS)) {
    if (capitalNouns && functionWords(lang).has(word.toLowerCase())) continue;
    const end = offset + word.length;
    const isInCompound = capitalNouns && (text[last.offset - 1] === '-' || text[end] === '-');
    if (!isInCompound && offset === last.end + 1 && (text[last.end] === ' ' || text[last.end] === '-')) {
      pairs.push({ offset: last.offset, words: text.slice(last.offset, end) });
    }
    last = { offset, end };
  }
  return pairs;
}

/**
 * Capitalised words that occur only next to another capitalised word. Such words are probably first names and surnames,
 * whose spelling can differ between people.
 */
function namesOfPersons(texts: readonly PrintedText[]): ReadonlySet<string> {
  const paired = new Set<string>();
  const alone = new Set<string>();
  for (const text of texts) {
    const inPairs = new Set(
      namePairsIn(text).flatMap(({ words, offset }) => [offset, offset + words.search(/[ -]/) + 1]),
    );
    for (const { 0: word, index } of text.words.matchAll(CAPITAL_WORDS))
      (inPairs.has(index) ? paired : alone).add(word);
  }
  return new Set([...paired].filter((word) => !alone.has(word)));
}

/**
 * A key that is the same for all spellings of a word. For names in Latin script, accents are ignored. A word is not
 * treated as a name if its form without accents is a different word in the programme (Formé, forme).
 */
function keyOf(words: string, lang: Lang, counts: ReadonlyMap<string, number>): string {
  const joined = words.toLowerCase().replace(/[- ]/g, '');
  const { rules, script } = LANGUAGES[lang];
  const plain = rules.variantKey?.(joined) ?? joined;
  // In a language in which all nouns are capitalised, a capital does not show that a word is a name: "Gärten" is the
  // plural of "Garten", not another spelling.
  if (!NAME.test(words) || script !== 'Latin' || rules.capitalNouns) return plain;
  const bare = plain.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ph', 'f');
  return counts.has(bare) ? plain : bare;
}

const wordsIn = (pair: string): string[] => pair.split(' ');

/** Whether one of two spellings is a compound that has a hyphen because it precedes a noun: a double-choir work. */
function isAttribute(words: string, printed: string): boolean {
  const [pair, compound] = words.includes(' ') ? [words, printed] : [printed, words];
  return pair.includes(' ') && compound.includes('-') && SMALL_PART.test(compound);
}

/** A spelling of a word, regardless of case. */
interface Spelling {
  /** The spelling with its most frequent capitalisation. */
  printed: string;
  most: number;
  count: number;
}

/** The rarer spellings of each word, each with its message. */
function rarerSpellings(
  counts: ReadonlyMap<string, number>,
  lang: Lang,
  texts: readonly PrintedText[],
): Map<string, Message> {
  const byKey = new Map<string, Map<string, Spelling>>();
  const spellingsOf = new Map<string, ReadonlyMap<string, Spelling>>();
  for (const [words, count] of counts) {
    const key = keyOf(words, lang, counts);
    if (key.length < MIN_LETTERS) continue;
    const spellings = valueAt(byKey, key, () => new Map<string, Spelling>());
    spellingsOf.set(words, spellings);
    const known = valueAt(spellings, words.toLowerCase(), () => ({ printed: words, most: 0, count: 0 }));
    if (count > known.most) Object.assign(known, { printed: words, most: count });
    known.count += count;
  }
  const persons = namesOfPersons(LANGUAGES[lang].rules.capitalNouns ? [] : texts);
  const isOtherPerson = (words: string, printed: string): boolean =>
    words.includes(' ') && printed.includes(' ')
      ? wordsIn(words).some((part) => counts.has(part.toLowerCase()))
      : persons.has(words) && persons.has(printed);
  const rarer = new Map<string, Message>();
  // A pair is not reported if one of its words, which come first, is reported.
  const varied = [...spellingsOf]
    .filter(([, spellings]) => spellings.size > 1)
    .sort(([a], [b]) => wordsIn(a).length - wordsIn(b).length);
  for (const [words, spellings] of varied) {
    const [usual, { printed, count }] = [...spellings].reduce((most, other) =>
      other[1].count > most[1].count ? other : most,
    );
    if (words.toLowerCase() === usual || isOtherPerson(words, printed)) continue;
    const isReported = wordsIn(`${words} ${printed}`).some((word) => rarer.has(word));
    if (isReported || isAttribute(words, printed)) continue;
    rarer.set(words, messageOf('word-variant', { words, printed, count }));
  }
  return rarer;
}
