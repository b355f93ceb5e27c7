import { UserError } from '../errors.ts';
import { perObject, valueAt } from '../model/index.ts';
import { capitalised } from '../text/index.ts';
import { messageOf } from './messages.ts';

/** The two files of a Hunspell dictionary. */
export interface Dictionary {
  aff: Uint8Array;
  dic: Uint8Array;
}

/** Looks up words in the dictionaries of one language. */
export interface Lexicon {
  /**
   * Whether a word is correct. A word that the dictionary contains in lower case is also correct if it is capitalised
   * or in capitals.
   */
  has: (word: string) => boolean;
  /** Whether a word is correct without the compounding rules. */
  hasEntry: (word: string) => boolean;
  /**
   * Possible corrections of a misspelled word, likeliest first: words (not necessarily correct ones) that differ from
   * it by one letter, by a space, or by a common mistake that the dictionary lists.
   */
  near: (word: string) => ReadonlySet<string>;
}

/** An affix: letters that replace the beginning or the end of a word. */
interface Affix {
  flag: string;
  /** Flags of the resulting form. */
  flags: string;
  /** Whether the affix may be added to a stem. */
  applies: (stem: string) => boolean;
  /** Whether the affix can be combined with an affix at the other end of the word. */
  crosses: boolean;
}

/** Affixes, by the letters that they add and then by the letters that they remove. */
type Affixes = Map<string, Map<string, Affix[]>>;

interface Affixation {
  prefixes: Affixes;
  suffixes: Affixes;
  /** The letters that prefixes add, and all beginnings of them. */
  beginnings: ReadonlySet<string>;
  /** The letters that suffixes add, and all endings of them. */
  endings: ReadonlySet<string>;
}

/** An analysis of a word: the flags of its dictionary entry, and its affixes. */
interface Form {
  entry: string;
  prefix?: Affix | undefined;
  suffix?: Affix | undefined;
}

/** The role of a form: a word on its own, or part of a compound. */
type Role = 'word' | 'COMPOUNDBEGIN' | 'COMPOUNDMIDDLE' | 'COMPOUNDEND';

/** Maximum number of characters of a word; longer strings are not looked up. */
const LONGEST = 60;
/** Minimum number of letters of each part when a word is split in two. */
const SHORTEST_WORD = 3;

/**
 * Reads the dictionaries of one language as a single dictionary: a word is correct if any of them contains it. Affixes
 * are read from the first dictionary only; the other dictionaries must have the same affixes. Compounding patterns
 * (such as those for English numbers) are not supported.
 *
 * @param newWords words to add; each key is a word with the same inflection as the added words, and the empty key is
 * for words for which there is no such word
 */
export function readLexicon(
  dictionaries: readonly [Dictionary, ...Dictionary[]],
  newWords: Readonly<Record<string, string>>,
): Lexicon {
  const rules = rulesOf(textOf(dictionaries[0].aff));
  const entries = dictionaries.map(({ dic }) => textOf(dic)).join('\n');
  const anyEntry = indexed([entries, ...addedEntries(newWords, entries)].join('\n'));
  return {
    has: lookup(anyEntry, rules, rules.makesCompounds),
    hasEntry: lookup(anyEntry, rules, false),
    near: (word) => new Set(nearWords(word, rules)),
  };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Creates dictionary entries for new words. Each entry has the flags of the word with the same inflection. */
function addedEntries(newWords: Readonly<Record<string, string>>, entries: string): string[] {
  return Object.entries(newWords).flatMap(([model, words]) => {
    const entry = `\n${model}/`;
    const start = model === '' ? -1 : entries.indexOf(entry);
    const flags = start === -1 ? '' : flagsAt(entries, start + entry.length);
    return words.split('|').map((word) => `${word}/${flags}`);
  });
}

/** Whether a word has an entry whose flags pass a test. */
type AnyEntry = (word: string, test: (flags: string) => boolean) => boolean;

/**
 * Indexes the entries of a file by word (one entry per line). Building a table of line offsets takes a tenth of the
 * time that building a Map of strings would take.
 */
function indexed(text: string): AnyEntry {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  const slots = 2 ** Math.ceil(Math.log2(2 * lines));
  const table = new Int32Array(slots).fill(-1);
  let probes = 0;
  const isEnd = (at: number): boolean => {
    if (text.charCodeAt(at) > SPACE) return false;
    WORD_END.lastIndex = at;
    return WORD_END.test(text);
  };
  for (let start = 0, end = 0; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    let hash = 0;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === SLASH || (code <= SPACE && isEnd(at))) break;
      hash = mixed(hash, code);
    }
    let slot = slotOf(hash, slots);
    for (; table[slot] !== -1; slot = (slot + 1) % slots)
      if (++probes > MOST_PROBES * lines) throw new UserError(messageOf('dictionary-repeats-words'));
    table[slot] = start;
  }
  return (word, test) => {
    for (let slot = slotOf(hashOf(word), slots); ; slot = (slot + 1) % slots) {
      const start = table[slot] ?? -1;
      if (start === -1) return false;
      const end = start + word.length;
      if (!text.startsWith(word, start)) continue;
      if (text.charCodeAt(end) === SLASH ? test(flagsAt(text, end + 1)) : isEnd(end) && test('')) return true;
    }
  };
}

/**
 * Maximum average number of table slots that are tried for each entry. This average is usually about one, but higher if
 * a file repeats a word very often.
 */
const MOST_PROBES = 100;

const SPACE = 32;
const SLASH = 47;
/** The end of a word without flags, which may be followed by morphological notes. */
const WORD_END = /\n|\t| {1,9}[a-z]{2}:|$/y;

function mixed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = mixed(hash, word.charCodeAt(at));
  return hash;
}

function slotOf(hash: number, slots: number): number {
  return ((hash ^ (hash >>> 15)) >>> 0) % slots;
}

/** The flags after a word that ends at an offset of a word list. */
function flagsAt(list: string, start: number): string {
  let end = start;
  while (list.charCodeAt(end) > SPACE) end++;
  return list.slice(start, end);
}

/** The rules of an affix file. */
interface Rules {
  affixes: Readonly<Record<Role, Affixation>>;
  /** The suffixes that may follow another suffix, as in aplicar, aplicación, aplicaciones. */
  second: Affixation;
  /**
   * Whether the flags include the one to which the affix file assigns a meaning, such as NEEDAFFIX or COMPOUNDBEGIN.
   */
  means: (flags: string, meaning: string) => boolean;
  holds: (flags: string, flag: string) => boolean;
  /** Replaces letters of a word with the equivalent letters in the dictionary. */
  converted: (word: string) => string;
  /** Common misspellings and their corrections. */
  mistakes: readonly (readonly [wrong: string, right: string])[];
  /** The letters of the language, beginning with the most frequent. */
  letters: readonly string[];
  makesCompounds: boolean;
  shortestPart: number;
  /** Whether ß is written as SS in capitals. */
  hasSharpS: boolean;
}

function rulesOf(text: string): Rules {
  const options = new Map<string, string>();
  const pairs = { REP: [] as [string, string][], ICONV: [] as [string, string][] };
  const affixes = { PFX: new Map() as Affixes, SFX: new Map() as Affixes };
  const crossing = new Map<string, boolean>();
  for (const line of text.split('\n')) {
    const [name = '', first = '', second = '', third = '', condition = '.'] = line.trim().split(/\s+/);
    if (name === 'PFX' || name === 'SFX') {
      const key = `${name} ${first}`;
      const crosses = crossing.get(key);
      if (crosses === undefined) {
        crossing.set(key, second === 'Y');
        continue;
      }
      const [added = '', flags = ''] = third.split('/');
      const byRemoved = valueAt(affixes[name], added === '0' ? '' : added, () => new Map<string, Affix[]>());
      valueAt(byRemoved, second === '0' ? '' : second, () => []).push({
        flag: first,
        flags,
        crosses,
        applies: conditionOf(name === 'PFX' ? `^${condition}` : `${condition}$`),
      });
    } else if ((name === 'REP' || name === 'ICONV') && second !== '') {
      pairs[name].push([first, second.replaceAll('_', ' ')]);
    } else options.set(name, first);
  }
  const isLong = options.get('FLAG') === 'long';
  const holds = isLong ? holdsLong : (flags: string, flag: string) => flags.includes(flag);
  const means = (flags: string, meaning: string): boolean => {
    const flag = options.get(meaning);
    return flag !== undefined && flags !== '' && holds(flags, flag);
  };
  const conversions = new Map(pairs.ICONV);
  const convertible = new RegExp([...conversions.keys()].join('|') || '(?!)', 'gu');
  // Between two parts of a compound, only affixes with the flag for COMPOUNDPERMITFLAG are allowed.
  const isInner = ({ flags }: Affix) => means(flags, 'COMPOUNDPERMITFLAG');
  const [prefixes, suffixes] = [affixes.PFX, affixes.SFX];
  const followed = [...suffixes.values()].flatMap((byRemoved) => [...byRemoved.values()].flat());
  const following = new Set(followed.map(({ flags }) => flags).filter((flags) => flags !== ''));
  const flagsOfSecond = new Set(
    [...new Set(followed.map(({ flag }) => flag))].filter((flag) =>
      [...following].some((flags) => holds(flags, flag)),
    ),
  );
  const makesCompounds = options.has('COMPOUNDBEGIN');
  const inner = makesCompounds
    ? { prefixes: filtered(prefixes, isInner), suffixes: filtered(suffixes, isInner) }
    : { prefixes, suffixes };
  return {
    affixes: {
      word: affixation(prefixes, suffixes),
      COMPOUNDBEGIN: affixation(prefixes, inner.suffixes),
      COMPOUNDMIDDLE: affixation(inner.prefixes, inner.suffixes),
      COMPOUNDEND: affixation(inner.prefixes, suffixes),
    },
    second: affixation(
      new Map(),
      filtered(suffixes, ({ flag }) => flagsOfSecond.has(flag)),
    ),
    holds,
    means,
    converted: (word) => word.replace(convertible, (letter) => conversions.get(letter) ?? letter),
    mistakes: pairs.REP,
    letters: [...(options.get('TRY') ?? '')].filter((letter) => /[\p{Ll}']/u.test(letter)),
    makesCompounds,
    shortestPart: Number(options.get('COMPOUNDMIN') ?? 3),
    hasSharpS: options.has('CHECKSHARPS'),
  };
}

function filtered(affixes: Affixes, test: (affix: Affix) => boolean): Affixes {
  const left: Affixes = new Map();
  for (const [added, byRemoved] of affixes)
    for (const [removed, all] of byRemoved) {
      const matching = all.filter(test);
      if (matching.length > 0) valueAt(left, added, () => new Map<string, Affix[]>()).set(removed, matching);
    }
  return left;
}

function affixation(prefixes: Affixes, suffixes: Affixes): Affixation {
  return { prefixes, suffixes, beginnings: beginningsOf(prefixes), endings: endingsOf(suffixes) };
}

/** Cuts a number of letters from one end of a word. */
type Cut = (word: string, length: number) => string;
const first: Cut = (word, length) => word.slice(0, length);
const last: Cut = (word, length) => word.slice(word.length - length);

const beginningsOf = perObject((affixes: Affixes) => partsOf(affixes, first));
const endingsOf = perObject((affixes: Affixes) => partsOf(affixes, last));

function partsOf(affixes: Affixes, cut: Cut): Set<string> {
  return new Set([...affixes.keys()].flatMap((added) => added.split('').map((_, at) => cut(added, at + 1))));
}

/** The maximum number of letters at one end of a word that can belong to an affix. */
function longestIn(word: string, parts: ReadonlySet<string>, cut: Cut): number {
  let length = 0;
  while (length < word.length && parts.has(cut(word, length + 1))) length++;
  return length;
}

function holdsLong(flags: string, flag: string): boolean {
  for (let at = flags.indexOf(flag); at !== -1; at = flags.indexOf(flag, at + 1))
    if (at % 2 === 0) return true;
  return false;
}

function conditionOf(pattern: string): (stem: string) => boolean {
  if (/^\^?\.\$?$/.test(pattern)) return () => true;
  let expression: RegExp | undefined;
  return (stem) => {
    expression ??= new RegExp(pattern, 'u');
    return expression.test(stem);
  };
}

function lookup(anyEntry: AnyEntry, rules: Rules, makesCompounds: boolean): (word: string) => boolean {
  const { affixes, holds, means } = rules;

  const anySuffixed = (
    word: string,
    allowed: Affixation,
    prefix: Affix | undefined,
    test: (form: Form) => boolean,
  ): boolean => {
    for (let length = longestIn(word, allowed.endings, last); length >= 0; length--) {
      const byRemoved = allowed.suffixes.get(word.slice(word.length - length));
      if (byRemoved === undefined) continue;
      const start = word.slice(0, word.length - length);
      for (const [removed, all] of byRemoved) {
        const stem = removed === '' ? start : start + removed;
        const isFormWith = (entry: string): boolean =>
          all.some(
            (suffix) =>
              (holds(entry, suffix.flag) || (prefix !== undefined && holds(prefix.flags, suffix.flag))) &&
              (prefix === undefined ||
                (suffix.crosses && (holds(entry, prefix.flag) || holds(suffix.flags, prefix.flag)))) &&
              suffix.applies(stem) &&
              test({ entry, prefix, suffix }),
          );
        if (anyEntry(stem, isFormWith)) return true;
      }
    }
    return false;
  };

  const anySuffixedTwice = (word: string, test: (form: Form) => boolean): boolean => {
    for (let length = longestIn(word, rules.second.endings, last); length >= 0; length--)
      for (const [removed, all] of rules.second.suffixes.get(word.slice(word.length - length)) ?? []) {
        const stem = word.slice(0, word.length - length) + removed;
        for (const suffix of all) {
          const isFirst = ({ entry, suffix: first }: Form): boolean =>
            first !== undefined && holds(first.flags, suffix.flag) && test({ entry, suffix });
          if (suffix.applies(stem) && anySuffixed(stem, affixes.word, undefined, isFirst)) return true;
        }
      }
    return false;
  };

  const anyPrefixed = (word: string, allowed: Affixation, test: (form: Form) => boolean): boolean => {
    for (let length = longestIn(word, allowed.beginnings, first); length >= 0; length--) {
      for (const [removed, all] of allowed.prefixes.get(word.slice(0, length)) ?? []) {
        const rest = removed + word.slice(length);
        for (const prefix of all) {
          if (!prefix.applies(rest)) continue;
          if (anyEntry(rest, (entry) => holds(entry, prefix.flag) && test({ entry, prefix }))) return true;
          if (prefix.crosses && anySuffixed(rest, allowed, prefix, test)) return true;
        }
      }
    }
    return false;
  };

  const anyForm = (word: string, role: Role, test: (form: Form) => boolean): boolean =>
    anyEntry(word, (entry) => test({ entry })) ||
    anySuffixed(word, affixes[role], undefined, test) ||
    (role === 'word' && anySuffixedTwice(word, test)) ||
    anyPrefixed(word, affixes[role], test);

  // Results are cached, because words that differ by only one letter have most parts in common.
  const parts = { COMPOUNDBEGIN: new Map(), COMPOUNDMIDDLE: new Map(), COMPOUNDEND: new Map() };
  const isPart = (part: string, role: keyof typeof parts): boolean =>
    valueAt<string, boolean>(parts[role], part, () => anyForm(part, role, (form) => fits(form, role, means)));

  /** Whether the rest of a word, from an index on, consists of parts of compounds. */
  const goesOn = (word: string, start: number, hopeless: Set<number>): boolean => {
    if (hopeless.has(start)) return false;
    if (start > 0 && isPart(word.slice(start), 'COMPOUNDEND')) return true;
    const role = start === 0 ? 'COMPOUNDBEGIN' : 'COMPOUNDMIDDLE';
    for (let end = start + rules.shortestPart; end <= word.length - rules.shortestPart; end++)
      if (isPart(word.slice(start, end), role) && goesOn(word, end, hopeless)) return true;
    hopeless.add(start);
    return false;
  };

  const isWord = (word: string, isExact: boolean): boolean => {
    let isForbidden = false;
    const isRight = anyForm(word, 'word', (form) => {
      if (means(form.entry, 'FORBIDDENWORD')) isForbidden = true;
      return isForbidden || (fits(form, 'word', means) && (isExact || !means(form.entry, 'KEEPCASE')));
    });
    return isRight ? !isForbidden : makesCompounds && goesOn(word, 0, new Set());
  };

  const isUnbroken = (word: string): boolean => {
    if (isWord(word, true)) return true;
    const lower = word.toLowerCase();
    if (lower === word) return false;
    if (word === capitalised(lower)) return isWord(lower, false);
    if (word !== word.toUpperCase()) return false;
    const spellings = rules.hasSharpS ? [lower, lower.replaceAll('ss', 'ß')] : [lower];
    return spellings.some((small) => isWord(small, false) || isWord(capitalised(small), false));
  };

  const has = (word: string): boolean => {
    if (isUnbroken(word)) return true;
    for (let at = word.indexOf('-'); at !== -1; at = word.indexOf('-', at + 1))
      if (isRightPart(word.slice(0, at)) && isRightPart(word.slice(at + 1))) return true;
    return false;
  };
  const isRightPart = (part: string): boolean => part !== '' && has(part);

  return (word) => word.length <= LONGEST && has(rules.converted(word));
}

/** Whether a form is allowed in a role. */
function fits({ entry, prefix, suffix }: Form, role: Role, means: Rules['means']): boolean {
  const [before, after] = [prefix?.flags ?? '', suffix?.flags ?? ''];
  if (prefix === undefined && suffix === undefined && means(entry, 'NEEDAFFIX')) return false;
  if (prefix === undefined && means(after, 'NEEDAFFIX')) return false;
  if (suffix === undefined && means(before, 'NEEDAFFIX')) return false;
  if (means(before, 'CIRCUMFIX') !== means(after, 'CIRCUMFIX')) return false;
  const anyMeans = (meaning: string) => [entry, before, after].some((flags) => means(flags, meaning));
  return role === 'word' ? !anyMeans('ONLYINCOMPOUND') : anyMeans(role) && !means(entry, 'FORBIDDENWORD');
}

/**
 * Variants of a word: with a common mistake corrected, with two letters swapped, with a letter removed, added or
 * replaced, or split in two.
 */
function* nearWords(word: string, { mistakes, letters }: Rules): Generator<string> {
  for (const [wrong, right] of mistakes)
    for (let at = word.indexOf(wrong); at !== -1; at = word.indexOf(wrong, at + 1))
      yield word.slice(0, at) + right + word.slice(at + wrong.length);
  // The first letter is changed last, because it is rarely mistyped.
  const places = [...word.slice(1).split('').keys()].map((at) => at + 1).concat(0);
  const around = (at: number, between: string, length: number) =>
    word.slice(0, at) + between + word.slice(at + length);
  for (const at of places) yield around(at, word.charAt(at + 1) + word.charAt(at), 2);
  for (const at of places) yield around(at, '', 1);
  for (const at of [...places, word.length]) for (const letter of letters) yield around(at, letter, 0);
  for (const at of places) for (const letter of letters) yield around(at, letter, 1);
  for (let at = SHORTEST_WORD; at <= word.length - SHORTEST_WORD; at++) yield around(at, ' ', 0);
}
