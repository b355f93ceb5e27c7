import { LANGS, LANGUAGES } from '../../languages/index.ts';

/** A word of a text, folded, or a mark that no name goes across; where it stands in the text, in UTF-16 units. */
export interface Token {
  /** The folded word; for a mark, `BOUNDARY`. */
  word: string;
  start: number;
  end: number;
  /** The word begins with a capital letter. */
  capital: boolean;
}

/** Stands for a comma, bracket, slash, colon, line break …: "Moscow, Region of Perm" does not name Moscow Region. */
const BOUNDARY = ',';

// A soft hyphen stands inside a word, not between words.
const WORD_OR_MARK = /([\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*)|[,;:!?()[\]{}/|…\n\r\t]/gu;
const CAPITAL = /^\p{Lu}/u;
const ASCII = /^[a-z0-9]+$/i;
const NO_LETTER_OR_DIGIT = /[^\p{L}\p{N}]/gu;
/** Spellings of words of names in all languages: st is saint. */
const SPELLINGS = new Map(LANGS.flatMap((lang) => Object.entries(LANGUAGES[lang].spellingsInNames)));

/** Words and marks of a text in order. Hyphens, dashes, apostrophes, full stops and quotation marks only part words. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD_OR_MARK)) {
    const [whole, word] = match;
    tokens.push({
      word: word === undefined ? BOUNDARY : foldWord(word),
      start: match.index,
      end: match.index + whole.length,
      capital: word !== undefined && CAPITAL.test(word),
    });
  }
  return tokens;
}

function foldWord(word: string): string {
  const plain = (ASCII.test(word) ? word : word.normalize('NFKD').replace(NO_LETTER_OR_DIGIT, ''))
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  return SPELLINGS.get(plain) ?? plain;
}

/**
 * A name reduced to what tells it from others: lower case, without accents and punctuation, words parted by one space,
 * "St" written "saint"; in Cyrillic ё is е. Two spellings of one name fold to the same string.
 */
export function foldName(name: string): string {
  return foldedName(tokensOf(name));
}

/** The same of a name whose tokens are known. */
export function foldedName(tokens: readonly Token[]): string {
  return tokens
    .map(({ word }) => word)
    .filter((word) => word !== BOUNDARY && word !== '')
    .join(' ');
}
