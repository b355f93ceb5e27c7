import { LANGS, LANGUAGES } from '../../languages/index.ts';

/** A folded word of a text, or a mark that separates names, with its position in the text in UTF-16 code units. */
export interface Token {
  /** The folded word; for a mark, `BOUNDARY`. */
  word: string;
  start: number;
  end: number;
  /** Whether the word begins with a capital letter. */
  capital: boolean;
}

/**
 * The token for a mark that separates names, such as a comma, bracket, slash, colon or line break: "Moscow, Region of
 * Perm" does not contain the name "Moscow Region".
 */
const BOUNDARY = ',';

// A word, or a mark that separates names. A soft hyphen is part of a word.
const WORD_OR_MARK = /([\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*)|[,;:!?()[\]{}/|…\n\r\t]/gu;
const CAPITAL = /^\p{Lu}/u;
const ASCII = /^[a-z0-9]+$/i;
const NO_LETTER_OR_DIGIT = /[^\p{L}\p{N}]/gu;
/** Normalised forms of words in names, in all languages, such as "saint" for "st". */
const SPELLINGS = new Map(LANGS.flatMap((lang) => Object.entries(LANGUAGES[lang].spellingsInNames)));

/**
 * The words and marks in a text, in order. Hyphens, dashes, apostrophes, full stops and quotation marks separate words,
 * but not names.
 */
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
  const plain = ASCII.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replace(NO_LETTER_OR_DIGIT, '')
        .toLowerCase()
        .replaceAll('œ', 'oe')
        .replaceAll('æ', 'ae');
  return SPELLINGS.get(plain) ?? plain;
}

/**
 * Normalises a name, so that different spellings of it become the same string: in lower case, without accents and
 * punctuation, with single spaces between words, with "saint" for "St", and with Cyrillic е for ё.
 */
export function foldName(name: string): string {
  return foldedName(tokensOf(name));
}

/** Like `foldName`, for a name that is already split into tokens. */
export function foldedName(tokens: readonly Token[]): string {
  return tokens
    .map(({ word }) => word)
    .filter((word) => word !== BOUNDARY && word !== '')
    .join(' ');
}
