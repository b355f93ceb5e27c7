import { LANGUAGES } from '../../../languages/index.ts';
import { type Lang, valueAt } from '../../model/index.ts';
import { editDistance } from '../../reference/index.ts';
import { inFull } from './abbreviations.ts';
import { alternativesIn, isExchanged } from './alternatives.ts';
import { isSameBag } from './lists.ts';
import { hasCapitalNouns, introducesNames, isCommonWord, plainOf, SPELLING_WITHIN } from './names.ts';
import { isNumberWord } from './numbers.ts';
import { isTimeWord } from './numerals.ts';
import { smallWords, WORDS } from './reading.ts';
import { isIdle, isPractical, synonymGroup } from './word-list.ts';

/** An abbreviation: a short word with a full stop within a sentence, or after a number or a price. */
const ABBREVIATED =
  /(?<![\p{L}\p{M}\p{N}.])(?:(\p{L}{1,8})\.(?=[ \u00a0]([\p{L}\p{N}]))|(?<=[\p{L}\p{N},.:][ \u00a0]|[(/])(\p{L}?\p{Ll}(?=\.$)|\p{L}{1,8}(?=\.[,;)»”“"/]))\.|(?<=[\d€£$₽][ \u00a0])(\p{L}{1,8})\.(?=$|[ \u00a0)]))/gu;
/** A word within a sentence, and the first letter of the capitalised word after it. */
const BEFORE_CAPITAL = /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}\p{N}]+)[ \u00a0](?=(\p{Lu}))/gu;
/** Initials with full stops, such as "z. B." and "P.M.R." */
const INITIALS = /(?<![\p{L}\p{M}\p{N}.])\p{L}\.(?:[ \u00a0]?\p{L}\.)+/gu;
/** A contraction that consists of the beginning and the end of a word: р-на, д-ром. */
const CONTRACTED = /(?<![\p{L}\p{M}-])(\p{L}{1,3})-(\p{L}{1,3})(?![\p{L}\p{M}-])/gu;
/** The initials of several words, either in capitals or without vowels, such as `ДК`, `VHS` or `rdc`. */
const ACRONYM =
  /(?<![\p{L}\p{M}\p{N}])(?:(\p{Lu}\p{Ll}\p{Lu}{1,4}(?!\p{Ll})|\p{Lu}{2,5})\p{Ll}{0,2}|[b-df-hj-np-tv-xz]{2,4})(?![\p{L}\p{M}\p{N}])/gu;
/** Several words and their initials, one of them in brackets. */
const BESIDE_FULL = /(?<![\p{L}\p{N}])(\p{Lu}{2,6}) \(([^()]*)\)| \((\p{Lu}{2,6})\)/gu;
/** The first part of a compound that shares its last part with the next one ("Ton- und Bildaufnahmen"). */
const HANGING = /(?<!\p{L})(\p{L}{2,})(?=- \p{L}+ \p{L}*(\p{L}{3})(?!\p{L}))/gu;
/** A word in the possessive. The apostrophe of such a word is often forgotten ("St Oswalds"). */
const POSSESSIVE = /(?<!\p{L})(\p{L}+)['’]s(?!\p{L})/gu;
/** Two words separated by a hyphen or a space. */
const SPLIT = /(?<![\p{L}\p{M}\p{N}])(\p{L}[\p{L}\p{M}]*)[ \u00a0\u2010\u2011-](?=(\p{L}[\p{L}\p{M}]*))/gu;
/**
 * A word that is at most this many letters longer than an abbreviation may itself be a different abbreviation (M.,
 * Mme).
 */
const LONGEST_OTHER = 2;
/**
 * Minimum number of letters of a word in which a typing error is ignored; shorter words are too similar to other words.
 */
const SLIP_FROM = 7;
/**
 * Minimum number of letters of a capitalised word for which two spellings count as the same word; shorter capitalised
 * words are probably names.
 */
const SPELT_FROM = 10;
/**
 * Minimum number of letters of a capitalised word that can also be written as two words; shorter capitalised words are
 * probably names.
 */
const COMPOUND_FROM = 9;
/** Minimum number of letters of a word in which a doubled letter may be missing. */
const DOUBLED_FROM = 4;
/** Minimum number of letters of the parts of a compound, and the letters that may join them. */
const SHORTEST_PART = 3;
const JOINT = /^(?:e?s|e?n|e|)$/u;
/** The last word of a text, and the number of characters that are searched for it. */
const BEFORE = /(\p{L}+)\.?\s$/u;
const LONGEST_BEFORE = 40;
const CAPITAL = /^\p{Lu}/u;
/** Maximum number of differing words; if more words differ, they are not compared in pairs. */
const MANY_WORDS = 200;

/**
 * Rewrites a text in the spelling of another text: abbreviations are expanded (Amt f. Kultur, z. B.), words that have
 * two correct spellings take the spelling of the other text (Fotografie, Photographie), synonyms are replaced with
 * those of the other text (tips, advice), and typing errors in long words are corrected (neccessary).
 */
export function spelledAs(text: string, other: string, lang: Lang): string {
  const model = withoutAcronyms(other, lang);
  const words = model.match(WORDS) ?? [];
  const inInitials = initialsOf(words, lang);
  const acronyms = new Map<string, string>();
  const known = new Set(words);
  const longForms = new Map<string, string>();
  const beforeCapital = new Set(
    [...model.matchAll(BEFORE_CAPITAL)].map(([, word = '', next = '']) => word + next),
  );
  const compounds = new Set(words.map(plainOf));
  /** The parts of a compound if the other text contains them as separate words ("Kulturamt", "Amt für Kultur"). */
  const parts = words.filter((word) => word.length >= SHORTEST_PART).slice(0, MANY_WORDS);
  const inParts = (compound: string): string => {
    const letters = compound.toLowerCase();
    const last = parts.find((word) => letters.endsWith(word.toLowerCase()));
    const rest = letters.slice(0, letters.length - (last ?? '').length);
    const first = parts.find(
      (word) =>
        rest.startsWith(word.toLowerCase().replace(/e[mn]?$/u, '')) && JOINT.test(rest.slice(word.length)),
    );
    return last === undefined || first === undefined ? compound : `${last} ${first}`;
  };
  const inWhole = (found: string, start: string, end: string): string =>
    parts.find((word) => word.length > found.length && word.startsWith(start) && word.endsWith(end)) ?? found;
  const full = withoutAcronyms(text, lang)
    .replace(HANGING, inWhole)
    .replace(WORDS, (compound) =>
      hasCapitalNouns(lang) && !known.has(compound) ? inParts(compound) : compound,
    )
    .replace(POSSESSIVE, (found, name: string) => (known.has(`${name}s`) ? `${name}s` : found))
    .replace(SPLIT, (found, first: string, second: string) => {
      const compound = plainOf(first + second);
      const isName = /^\p{Lu}/u.test(first) && /^\p{Lu}/u.test(second);
      return compounds.has(compound) && (!isName || compound.length >= COMPOUND_FROM) ? first : found;
    })
    .replace(CONTRACTED, inWhole)
    .replace(INITIALS, (found) => inInitials(found.toLowerCase().replace(/\P{L}/gu, '')) ?? found)
    .replace(ACRONYM, (found, capitals: string = found) =>
      known.has(found) ? found : valueAt(acronyms, found, () => inInitials(capitals.toLowerCase()) ?? found),
    )
    .replace(ABBREVIATED, (found, inside?: string, next = '', atEnd?: string, behind?: string) => {
      const short = inside ?? atEnd ?? behind ?? '';
      // Before a capitalised word, the full stop may end a sentence, unless the word in full is also before that word.
      const capital = CAPITAL.test(next) ? next : '';
      const isFull = (word: string): boolean =>
        isInFull(short, word, lang) && (capital === '' || beforeCapital.has(word + capital));
      return known.has(short)
        ? found
        : valueAt(longForms, `${short} ${capital}`, () => words.find(isFull) ?? found);
    });
  const inText = new Set(full.match(WORDS));
  const missing = words.filter((word) => !inText.has(word)).slice(0, MANY_WORDS);
  const unknown = [...inText].filter((word) => !known.has(word)).slice(0, MANY_WORDS);
  const [variants, slips] = [isVariant, isSlip].map(
    (isSame) => new Map(unknown.map((word) => [word, missing.find((one) => isSame(word, one, lang))])),
  );
  return full.replace(WORDS, (word, at: number) => {
    const slip = slips?.get(word);
    const before = full.slice(Math.max(0, at - LONGEST_BEFORE), at);
    return variants?.get(word) ?? (slip === undefined || isBesideName(word, before, lang) ? word : slip);
  });
}

/** Removes acronyms that stand beside the words they abbreviate ("Maison des jeunes (MJ)"). */
function withoutAcronyms(text: string, lang: Lang): string {
  const inInitials = initialsOf(text.match(WORDS) ?? [], lang);
  return text.replace(BESIDE_FULL, (found, first?: string, inside = '', last?: string) =>
    inInitials((first ?? last ?? '').toLowerCase()) === undefined ? found : inside,
  );
}

/**
 * Creates a function that finds the words with the given initials, with or without function words ("des" in "Maison des
 * jeunes"). A compound may contribute more than one letter.
 */
function initialsOf(words: readonly string[], lang: Lang): (letters: string) => string | undefined {
  const runs = [
    (word: string) => word.length > 1,
    (word: string) => word.length > 2 && !smallWords(lang).has(word.toLowerCase()),
  ].map((isCounted) => words.filter((word) => isCounted(word) && word !== word.toUpperCase()));
  /** The words from a position on whose initials are the given letters. */
  const wordsFrom = (run: readonly string[], at: number, letters: string): string | undefined => {
    let [end, rest] = [at - 1, ''];
    for (const letter of letters) {
      const next = run[end + 1]?.toLowerCase() ?? '';
      const inside = rest.indexOf(letter);
      if (next.startsWith(letter)) [end, rest] = [end + 1, next.slice(1)];
      else if (inside >= 0 && (hasCapitalNouns(lang) || (end === at && letters.length > 2)))
        rest = rest.slice(inside + 1);
      else return undefined;
    }
    return run.slice(at, end + 1).join(' ');
  };
  return (letters) =>
    runs.flatMap((run) => run.map((_, at) => wordsFrom(run, at, letters))).find((full) => full !== undefined);
}

/**
 * Whether a word is the full form of an abbreviation that ends in a full stop; "M." is not an abbreviation of "Mme".
 */
const isInFull = (short: string, word: string, lang: Lang): boolean =>
  fullOf(word, lang) === fullOf(short, lang) ||
  (word.length > short.length + LONGEST_OTHER && isShortened(fullOf(short, lang), fullOf(word, lang)));

/**
 * Whether an abbreviation consists of letters of a word in order, the first one included ("assn", "association"), or
 * of a doubled letter in the plural.
 */
function isShortened(short: string, word: string): boolean {
  const letters = [...short.replace(/^(.)\1$/u, '$1')].map((letter) => `[^${letter}]*${letter}`);
  return word[0] === short[0] && new RegExp(`^${letters.join('')}`, 'u').test(word);
}

/** A word in full. A single capital letter is the initial of a name: "R. Martin" is not "rue Martin". */
const fullOf = (word: string, lang: Lang): string =>
  (/^\p{Lu}$/u.test(word) ? word.toLowerCase() : inFull(word.toLowerCase(), lang)).replaceAll('ß', 'ss');

/**
 * Whether a capitalised word is probably a name, because it follows a word that introduces names or a capitalised word
 * other than an article or a kind of place or body.
 */
function isBesideName(word: string, textBefore: string, lang: Lang): boolean {
  const before = BEFORE.exec(textBefore)?.[1] ?? '';
  const isKind =
    smallWords(lang).has(before.toLowerCase()) ||
    (!hasCapitalNouns(lang) &&
      alternativesIn(before, lang).some(({ kind }) => kind === 'place' || kind === 'body'));
  return CAPITAL.test(word) && ((CAPITAL.test(before) && !isKind) || introducesNames(before, lang));
}

/** Whether two words are correct spellings of the same word or synonyms, or one is an abbreviation of the other. */
function isVariant(word: string, other: string, lang: Lang): boolean {
  const [one, two] = [word.toLowerCase(), other.toLowerCase()];
  if (one !== two && fullOf(word, lang) === fullOf(other, lang)) return true;
  const group = synonymGroup(lang)(one);
  if (group >= 0 && group === synonymGroup(lang)(two)) return true;
  const isName = one !== word || two !== other;
  const { variantKey } = LANGUAGES[lang].rules;
  return (
    variantKey?.(one) === variantKey?.(two) &&
    variantKey !== undefined &&
    (!isName || word.length >= SPELT_FROM || (isCommonWord(one, lang) && isCommonWord(two, lang)))
  );
}

/** Whether one of two words is probably a misspelling of the other: one letter differs, or two have changed places. */
function isSlip(word: string, other: string, lang: Lang): boolean {
  const [one, two] = [word.toLowerCase(), other.toLowerCase()];
  const isName = one !== word || two !== other;
  const isOneCommon =
    hasMeaning(one, lang) !== hasMeaning(two, lang) || isKnown(one, lang) !== isKnown(two, lang);
  const shortest = Math.min(one.length, two.length);
  const isNoun = hasCapitalNouns(lang) && shortest >= COMPOUND_FROM;
  return (
    one[0] === two[0] &&
    !isNumberWord(one, lang) &&
    !isTimeWord(one, lang) &&
    !isExchanged(alternativesIn(one, lang), alternativesIn(two, lang)) &&
    ((!isName && shortest >= DOUBLED_FROM && withoutDoubled(one) === withoutDoubled(two)) ||
      (shortest >= (isOneCommon ? SLIP_FROM - 1 : SLIP_FROM) &&
        (!isName || isOneCommon || isNoun) &&
        // Words that differ in their last two letters may be different forms of a word, which is not a typing error.
        ((one.slice(-2) === two.slice(-2) && editDistance(one, two) === 1) ||
          (isSameBag([...one], [...two]) && editDistance(one, two) === SPELLING_WITHIN))))
  );
}

/** Whether a word list contains a word, so that it is neither a name nor misspelt. */
function isKnown(word: string, lang: Lang): boolean {
  return isCommonWord(word, lang) || isPractical(lang)(word) || isIdle(lang)(word);
}

/** Whether a word has alternatives. Words for professions do not count, because they are also surnames. */
const hasMeaning = (word: string, lang: Lang): boolean =>
  alternativesIn(word, lang).some(({ kind }) => kind !== 'role');

const withoutDoubled = (word: string): string => word.replace(/(.)\1+/gu, '$1');
