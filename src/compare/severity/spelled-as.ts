import { LANGUAGES } from '../../../languages/index.ts';
import type { Lang } from '../../model/index.ts';
import { editDistance } from '../../reference/index.ts';
import { inFull } from './abbreviations.ts';
import { alternativesIn } from './alternatives.ts';
import { isNumberWord } from './numbers.ts';
import { isTimeWord } from './numerals.ts';
import { WORDS } from './reading.ts';

/** A short word with a full stop within a sentence, or after a number or a price. */
const ABBREVIATED =
  /(?<![\p{L}\p{M}\p{N}.])(?:(\p{L}{1,8})\.(?=[ \u00a0][\p{L}\p{N}])|(?<=[\p{L}\p{N}][ \u00a0])(\p{L}{1,2})\.(?=$|[,;)»”“"])|(?<=[\d€£$₽][ \u00a0])(\p{L}{1,8})\.(?=$|[ \u00a0)]))/gu;
/** Initials with full stops: z. B., P.M.R. */
const INITIALS = /(?<![\p{L}\p{M}\p{N}.])\p{L}\.(?:[ \u00a0]?\p{L}\.)+/gu;
/** An abbreviation of several words by their first letters, which is in capitals or has no vowel: ДК, VHS, rdc. */
const ACRONYM = /(?<![\p{L}\p{M}\p{N}])(?:\p{Lu}{2,5}|[b-df-hj-np-tv-xz]{2,4})(?![\p{L}\p{M}\p{N}])/gu;
/** A possessive, whose apostrophe is easily forgotten: St Oswalds. */
const POSSESSIVE = /(\p{L}+)['’]s(?!\p{L})/gu;
/** Two words with a hyphen or a space between them. */
const SPLIT = /(?<![\p{L}\p{M}\p{N}])(\p{L}[\p{L}\p{M}]*)[ \u00a0\u2010\u2011-](?=(\p{L}[\p{L}\p{M}]*))/gu;
/** Length of words that an abbreviation of several words may skip: Maison des jeunes, MJ. */
const SHORTEST = 3;
/** A word of this number of letters more can be another abbreviation: M., Mme. */
const LONGEST_OTHER = 2;
/** Minimum length of a word with a slip; shorter words resemble other words. */
const SLIP_FROM = 7;
/** Minimum length of a capitalised word with another spelling; shorter ones are names. */
const SPELT_FROM = 10;
/** Minimum length of a capitalised word that is also written as two; shorter ones are names. */
const COMPOUND_FROM = 9;
/** Texts that differ in more words than this are not compared in pairs. */
const MANY_WORDS = 200;

/**
 * A text with the spelling of another text: with words in full where it has abbreviations (Amt f. Kultur, z. B.), with
 * the other correct spelling of a word (Fotografie, Photographie), and without slips in long words (neccessary).
 */
export function spelledAs(text: string, other: string, lang: Lang): string {
  const words = other.match(WORDS) ?? [];
  const runs = [1, SHORTEST].map((longerThan) => {
    const some = words.filter((word) => word.length > longerThan);
    return { some, initials: some.map((word) => word.charAt(0).toLowerCase()).join('') };
  });
  const inInitials = (letters: string): string | undefined =>
    runs.flatMap(({ some, initials }) => {
      const at = initials.indexOf(letters);
      return at < 0 ? [] : [some.slice(at, at + letters.length).join(' ')];
    })[0];
  const acronyms = new Map<string, string | undefined>();
  const known = new Set(words);
  const longForms = new Map<string, string | undefined>();
  const compounds = new Set(words.map((word) => word.toLowerCase()));
  const full = text
    .replace(POSSESSIVE, (found, name: string) => (known.has(`${name}s`) ? `${name}s` : found))
    .replace(SPLIT, (found, first: string, second: string) => {
      const compound = (first + second).toLowerCase();
      const isName = /^\p{Lu}/u.test(first) && /^\p{Lu}/u.test(second);
      return compounds.has(compound) && (!isName || compound.length >= COMPOUND_FROM) ? first : found;
    })
    .replace(INITIALS, (found) => inInitials(found.toLowerCase().replace(/\P{L}/gu, '')) ?? found)
    .replace(ACRONYM, (found) => {
      if (known.has(found)) return found;
      if (!acronyms.has(found)) acronyms.set(found, inInitials(found.toLowerCase()));
      return acronyms.get(found) ?? found;
    })
    .replace(ABBREVIATED, (found, inside?: string, atEnd?: string, behind?: string) => {
      const short = inside ?? atEnd ?? behind ?? '';
      if (known.has(short)) return found;
      if (!longForms.has(short))
        longForms.set(
          short,
          words.find((word) => isInFull(short, word, lang)),
        );
      return longForms.get(short) ?? found;
    });
  const own = new Set(full.match(WORDS));
  const come = words.filter((word) => !own.has(word)).slice(0, MANY_WORDS);
  const respelled = new Map(
    [...own]
      .filter((word) => !known.has(word))
      .slice(0, MANY_WORDS)
      .map((word) => [word, come.find((one) => isSpelling(word, one, lang))]),
  );
  return full.replace(WORDS, (word) => respelled.get(word) ?? word);
}

/** Whether a word is the full form of an abbreviation with a full stop; M. does not abbreviate Mme. */
const isInFull = (short: string, word: string, lang: Lang): boolean =>
  fullOf(word, lang) === fullOf(short, lang) ||
  (word.length > short.length + LONGEST_OTHER && fullOf(word, lang).startsWith(fullOf(short, lang)));

/** A word in lower case and in full. */
const fullOf = (word: string, lang: Lang): string => inFull(word.toLowerCase(), lang).replaceAll('ß', 'ss');

/** Whether two different words are spellings of one word, or one abbreviates the other. */
function isSpelling(word: string, other: string, lang: Lang): boolean {
  const [one, two] = [word.toLowerCase(), other.toLowerCase()];
  if (one !== two && fullOf(word, lang) === fullOf(other, lang)) return true;
  const isName = one !== word || two !== other;
  const { variantKey } = LANGUAGES[lang].rules;
  if (variantKey?.(one) === variantKey?.(two) && variantKey !== undefined)
    return !isName || word.length >= SPELT_FROM;
  return (
    Math.min(one.length, two.length) >= SLIP_FROM &&
    one[0] === two[0] &&
    !isNumberWord(one, lang) &&
    !isTimeWord(one, lang) &&
    !(alternativesIn(one, lang).length > 0 && alternativesIn(two, lang).length > 0) &&
    // Words with different endings may be forms of one word.
    ((!isName && one.slice(-2) === two.slice(-2) && editDistance(one, two) === 1) || isTransposed(one, two))
  );
}

/** Whether two words differ only in the order of two adjacent letters. */
function isTransposed(one: string, two: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== two[index]);
  return one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2) === two;
}
