import { ROMAN, WORD_ENDS } from '../../../languages/index.ts';
import { fold, type Lang } from '../../model/index.ts';
import { byLanguage } from '../by-language.ts';
import { type Entry, type Lexicon, lexiconOf, type Meaning } from './lexicon.ts';

export type Mark =
  | 'dash'
  | 'slash'
  | 'dot'
  | 'comma'
  | 'colon'
  | 'semicolon'
  | 'open'
  | 'close'
  | 'and'
  | 'other';

export type Value =
  | Meaning
  /**
   * A number in Arabic digits. `ordinal`: an ordinal ending follows, as in 1st, 2e or 3-й. `clipped`: two digits of a
   * year after an apostrophe, as in May ’21.
   */
  | { kind: 'number'; number: number; digits: number; ordinal: boolean; clipped: boolean }
  | { kind: 'mark'; mark: Mark }
  /** A Roman numeral from V to XII, which can only be a month, not a quarter. */
  | { kind: 'roman'; number: number }
  /** A word without a meaning in dates. */
  | { kind: 'word' };

/** A token of a text, with its meaning in dates. */
export interface Token {
  /** Offset of the start of the token in the text. */
  start: number;
  end: number;
  /** Whether the token is preceded by white space or is at the start of the text. */
  spaced: boolean;
  /** Whether the token contains a capital letter. */
  capital: boolean;
  value: Value;
}

/** The patterns that depend on the language and with which a text is split into pieces. */
interface Pieces {
  /**
   * The ordinal ending of a number. In text extracted from files, a space may precede it (`1 st`, `2 e`); in carefully
   * typed text, it may be superscript (`1ᵉʳ`). The pattern is for text in lower case, because V8 takes ten times as long
   * to compile case-insensitive patterns with `\p{…}`.
   */
  ending: RegExp;
  /** Roman numerals before quarters and semesters, such as II and IIe. */
  roman: RegExp;
}

const piecesIn = byLanguage(({ dates }): Pieces => {
  const ending = dates.read.ordinalEnding;
  return {
    ending: new RegExp(String.raw`${ending}|\p{Lm}{1,3}${WORD_ENDS}`, 'uy'),
    roman: new RegExp(`^(I{1,3}|IV)(?:${ending})?$`, 'u'),
  };
});

/** A number, a word (including combining accents, soft hyphens and digits after letters) or any other character. */
const PIECE = /(\d+)|(\p{L}[\p{L}\p{M}\p{N}\p{Cf}]*)|[^\s\p{Cf}]/gu;

const MARKS: ReadonlyMap<string, Mark> = new Map(
  (
    [
      ['-‐‑‒–—―−→›>➔', 'dash'],
      ['/', 'slash'],
      ['.', 'dot'],
      [',·•|', 'comma'],
      [':', 'colon'],
      [';', 'semicolon'],
      ['([', 'open'],
      [')]', 'close'],
      ['&+', 'and'],
    ] as const
  ).flatMap(([signs, mark]) => [...signs].map((sign) => [sign, mark] as const)),
);

/** Apostrophes, including the opening quotation mark, which is often typed instead of an apostrophe. */
const APOSTROPHE = /['’ʼ‘]/;

/** The minutes of a time after its hour, such as `h30` in 14h30. */
const MINUTES = /^h\d\d$/i;

/** Roman numerals of months that cannot be those of quarters. */
const ROMAN_MONTHS = ['V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The tokens of a text, with the meanings of their words in dates of a language. Apostrophes are skipped. */
export function tokensOf(text: string, lang: Lang): Token[] {
  const lexicon = lexiconOf(lang);
  const compounds = compoundsIn(lang);
  const written = piecesOf(text, piecesIn(lang));
  const pieces = compounds === undefined ? written : written.flatMap((piece) => partsOf(piece, compounds));
  const tokens: Token[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (piece === undefined) break;
    let next = at + 1;
    const entry =
      piece.word === undefined
        ? undefined
        : lexicon.get(piece.word)?.find((one) => {
            const end = isMeant(one, pieces, at, lexicon) ? endOf(one, pieces, at) : undefined;
            next = end ?? next;
            return end !== undefined;
          });
    const last = pieces[next - 1] ?? piece;
    const stop = entry?.abbreviation === true ? fullStopAfter(pieces, next) : undefined;
    const { start, spaced, capital, value } = piece;
    tokens.push({ start, end: (stop ?? last).end, spaced, capital, value: entry?.meaning ?? value });
    at = next + (stop === undefined ? 0 : 1);
  }
  return tokens;
}

/**
 * Splits a German compound into two pieces and reverses their order: `Junianfang` becomes `Anfang Juni`, `Samstagabend`
 * becomes `Abend Samstag`.
 */
function partsOf(piece: Piece, compounds: RegExp): Piece[] {
  const [, month = '', end] = (piece.word !== undefined && compounds.exec(piece.word)) || [];
  return end === undefined
    ? [piece]
    : [
        { ...piece, word: end },
        { ...piece, word: month, spaced: true },
      ];
}

/**
 * Compounds of the name of a month or weekday, or of the word for "month", with an ending such as that for "beginning".
 */
const compoundsIn = byLanguage(({ cldr, dates: { read } }) => {
  if (read.compoundEnds === undefined) return undefined;
  const months = [
    ...cldr.months,
    ...cldr.weekdays,
    ...(read.small.of ?? '').split('|').filter((word) => word !== ''),
  ].map(fold);
  return new RegExp(`^(${months.join('|')})s?(${fold(read.compoundEnds)})$`, 'u');
});

interface Piece extends Token {
  /** The case-folded word; undefined if the piece is not a word. */
  word: string | undefined;
}

function piecesOf(text: string, patterns: Pieces): Piece[] {
  const pieces: Piece[] = [];
  // İ is the only letter that has a different length in lower case.
  const lower = text.replaceAll('İ', 'i').toLowerCase();
  let end = 0;
  let apostrophe = false;
  let clips = false;
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(text); match !== null; match = PIECE.exec(text)) {
    const [, digits, word] = match;
    const start = match.index;
    const ending = digits === undefined ? undefined : endingAt(PIECE.lastIndex, lower, patterns);
    const whole = text.slice(start, PIECE.lastIndex + (ending?.length ?? 0));
    const spaced = start > end || start === 0 || apostrophe;
    const clipped = clips && digits?.length === 2 && ending === undefined;
    apostrophe = APOSTROPHE.test(whole);
    clips = apostrophe && start > end;
    end = start + whole.length;
    PIECE.lastIndex = end;
    if (apostrophe) continue;
    const capital = whole !== whole.toLowerCase();
    pieces.push({
      start,
      end,
      spaced,
      capital,
      word: word === undefined ? undefined : fold(word),
      value: meaningless(whole, digits, ending, word, patterns.roman, clipped),
    });
  }
  return pieces;
}

function endingAt(at: number, text: string, { ending }: Pieces): string | undefined {
  ending.lastIndex = at;
  return ending.exec(text)?.[0];
}

function meaningless(
  whole: string,
  digits: string | undefined,
  ending: string | undefined,
  word: string | undefined,
  roman: RegExp,
  clipped: boolean,
): Value {
  if (digits !== undefined) {
    const ordinal = ending !== undefined;
    return { kind: 'number', number: Number(digits), digits: digits.length, ordinal, clipped };
  }
  if (whole === '?') return { kind: 'note', qualifier: 'uncertain', side: 'both' };
  if (word === undefined) return { kind: 'mark', mark: MARKS.get(whole) ?? 'other' };
  if (MINUTES.test(word)) return { kind: 'hour' };
  const number = roman.exec(word)?.[1];
  if (number !== undefined) return { kind: 'ordinal', number: ROMAN.indexOf(number) + 1 };
  const month = ROMAN_MONTHS.indexOf(word);
  return month < 0 ? { kind: 'word' } : { kind: 'roman', number: ROMAN.length + month + 1 };
}

/**
 * Whether an abbreviation that can have another meaning has, at a position, the meaning of its entry: `mar` is a month
 * in `5 mar 2026` and a weekday in `mar 5 mayo`; `sa` is a weekday in `sa 5 juin`, but not in `sa fille`.
 */
function isMeant(
  { isShared, meaning }: Entry,
  pieces: readonly Piece[],
  at: number,
  lexicon: Lexicon,
): boolean {
  const after = pieces[at + 1];
  if (meaning.kind === 'weekday' && meaning.isShort)
    return after !== undefined && (after.word === undefined || lexicon.get(after.word)?.some(isAnd) === true);
  if (isShared !== true) return true;
  const before = pieces[at - 1];
  const isJoined = before?.spaced === false && before.value.kind === 'mark' && pieces[at]?.spaced === false;
  const next = pieces[(fullStopAfter(pieces, at + 1) === undefined ? 1 : 2) + at]?.value;
  const isMonth =
    (isJoined ? pieces[at - 2] : before)?.value.kind === 'number' ||
    (next?.kind === 'number' && next.digits === 4);
  return isMonth === (meaning.kind === 'month');
}

function isAnd({ words, meaning }: Entry): boolean {
  return words.length === 1 && meaning.kind === 'small' && meaning.roles.includes('and');
}

/** The position after the words of an entry, which can be joined by hyphens; undefined if the words do not match. */
function endOf({ words: [, ...words] }: Entry, pieces: readonly Piece[], at: number): number | undefined {
  let next = at + 1;
  for (const word of words) {
    if (isHyphen(pieces[next]) && pieces[next + 1]?.spaced === false) next += 1;
    if (pieces[next]?.word !== word) return undefined;
    next += 1;
  }
  return next;
}

function isHyphen(piece: Piece | undefined): boolean {
  return piece?.value.kind === 'mark' && piece.value.mark === 'dash' && !piece.spaced;
}

function fullStopAfter(pieces: readonly Piece[], at: number): Piece | undefined {
  const next = pieces[at];
  return next?.value.kind === 'mark' && next.value.mark === 'dot' && !next.spaced ? next : undefined;
}

const DATE_KINDS: ReadonlySet<Value['kind']> = new Set([
  'number',
  'month',
  'weekday',
  'unit',
  'part',
  'season',
  'year',
  'rough',
]);

/** Whether a token has a meaning in dates. */
export function tellsDate({ value }: Token): boolean {
  return DATE_KINDS.has(value.kind);
}
