import { binarySearch, isRightToLeft, type Lang, printedText } from '../model/index.ts';
import { levelsOf } from './bidi.ts';
import { type Face, joinsPiece, READ_BEFORE, type ShapedWord, SOFT_HYPHEN } from './face.ts';

/** Text in one face and one language within a paragraph. `source` is passed through to the renderer unchanged. */
export interface Span<S> {
  text: string;
  face: Face;
  lang: Lang;
  source: S;
}

/** The part of a span on one line. Its text ends in a space if the paragraph continues after a space. */
export interface Piece<S> {
  readonly text: string;
  /** The text as shaped words and spaces. The first word can have ActualText that replaces all of them. */
  readonly words: readonly ShapedWord[];
  readonly face: Face;
  readonly source: S;
}

export interface Line<S> {
  pieces: readonly Piece<S>[];
  /** Width in points of the printed text, without a trailing space. */
  width: number;
}

/** Splits a word at its hyphenation points. */
export type Hyphenate = (word: string, lang: Lang) => readonly string[];

export interface BreakOptions {
  /** Width of the column, in points. */
  width: number;
  /** Font size, in points. */
  size: number;
  /**
   * Hyphenates words that are wider than the column. Without this function, such words are split between characters.
   */
  hyphenate?: Hyphenate;
  breaking: Breaking;
}

/**
 * Positions at which words may be broken. `display`: only words that are wider than the column. `running`: also any
 * other word, but only after its hyphens, dashes and slashes. `narrow`: as `running`, and also at hyphenation points if
 * the line would otherwise be too short.
 */
export type Breaking = 'display' | 'running' | 'narrow';

/** A word, or the part of a word that is in one span. The part is shaped when it is measured or printed. */
class WordPart<S> {
  readonly text: string;
  readonly span: Span<S>;
  /** ActualText of a word that is split across lines. */
  readonly reads: string | undefined;
  private known: ShapedWord | undefined = undefined;

  constructor(text: string, span: Span<S>, reads?: string) {
    this.text = text;
    this.span = span;
    this.reads = reads;
  }

  /** The part as printed on its line. */
  get printed(): ShapedWord {
    return this.reads === undefined ? this.shaped : { ...this.shaped, reads: this.reads };
  }

  get shaped(): ShapedWord {
    this.known ??= this.span.face.shape(this.text);
    return this.known;
  }
}

/** The text between two spaces, or what remains of it after earlier lines. */
interface Word<S> {
  text: string;
  /** Whether the whole text is a web or e-mail address, which is never hyphenated. */
  address: boolean;
  parts: readonly WordPart<S>[];
}

/** A piece to which words can still be added. */
interface OpenPiece<S> {
  span: Span<S>;
  words: ShapedWord[];
}

/**
 * Because a document has many pieces, each stores its words in an array of exact length and joins their texts only on
 * request.
 */
class SpanPiece<S> implements Piece<S> {
  readonly words: readonly ShapedWord[];
  readonly span: Span<S>;

  constructor({ span, words }: OpenPiece<S>) {
    this.span = span;
    this.words = words.slice();
  }

  get text(): string {
    return this.words.map((word) => word.text).join('');
  }

  get face(): Face {
    return this.span.face;
  }

  get source(): S {
    return this.span.source;
  }
}

/** A word is hyphenated only if more than this share of the line would remain empty. */
const RAGGED = 0.45;
/** Maximum number of UTF-16 units of a word on one line, so that extremely long words take linear time. */
const LONGEST_HEAD = 2048;
/** Minimum number of letters in each part of a hyphenated word. */
const MINIMUM_PART = 3;
/**
 * In a word of up to this many UTF-16 units, every break point is tried; in longer words, only break points that may
 * fit.
 */
const SHORT = 64;
/** Number of letters after a break point that are passed to hyphenation; all patterns are shorter. */
const LOOK_AHEAD = 24;
/** Maximum number of combining marks that stay with their letter; no language uses more. */
const MAX_MARKS = 16;

/**
 * Breaks a paragraph into lines of at most the column width: at spaces; after hyphens, dashes and slashes between
 * letters; at hyphenation points if the column is narrow; and anywhere in a word that is wider than the column. The
 * joined texts of all pieces are the paragraph, with three differences: a run of spaces is a single space, existing
 * soft hyphens are removed, and a soft hyphen is added wherever a word is hyphenated.
 */
export function breakLines<S>(spans: readonly Span<S>[], options: BreakOptions): Line<S>[] {
  const { width, size } = options;
  const lines: Line<S>[] = [];
  let pieces: OpenPiece<S>[] = [];
  let used = 0;

  const put = (span: Span<S>, shaped: ShapedWord): void => {
    const last = pieces[pieces.length - 1];
    if (last?.span === span && joinsPiece(last.words[0], shaped)) last.words.push(shaped);
    else pieces.push({ span, words: [shaped] });
  };
  /** Embedding level of the next space. */
  let level = 0;
  const putSpace = (): void => {
    const last = pieces[pieces.length - 1];
    if (last !== undefined) put(atLevel(last.span, level), last.span.face.space);
  };
  /** Width of the space before the next word; 0 at the beginning of a line. */
  const spaceWidth = (): number => {
    const last = pieces[pieces.length - 1];
    return last === undefined ? 0 : advanceOf(last.span.face.space, last.span.face, size);
  };
  const endLine = (): void => {
    // A space at the end of a line has the level of the paragraph (UAX 9, rule L1).
    const last = pieces[pieces.length - 1];
    if (last !== undefined && last.span.face.level > 0 && last.words.every(({ text }) => text === ' '))
      last.span = atLevel(last.span, 0);
    lines.push({ pieces: pieces.map((piece) => new SpanPiece(piece)), width: used });
    pieces = [];
    used = 0;
  };
  /** Adds a word that is in one span to the line if it fits, which is the case for most words. */
  const putWhole = (text: string, span: Span<S>): boolean => {
    const shaped = span.face.shape(text);
    const space = spaceWidth();
    const whole = advanceOf(shaped, span.face, size);
    if (used + space + whole > width) return false;
    putSpace();
    put(span, shaped);
    used += space + whole;
    return true;
  };
  /** Adds a word to the current line, to the next line, or to several lines. */
  const putWord = (word: Word<S>): void => {
    const whole = wordWidth(word, size);
    const tooWide = whole > width;
    let rest = word;
    let left = whole;
    let space = spaceWidth();
    while (used + space + left > width) {
      const alone = pieces.length === 0;
      const room = width - used - space;
      const hyphenate = tooWide || (options.breaking === 'narrow' && room > RAGGED * width);
      const mayBreak = tooWide || options.breaking !== 'display';
      const head =
        (mayBreak
          ? headThatFits(rest, room, hyphenate ? options.hyphenate : undefined, alone, size)
          : undefined) ?? (alone ? headByCharacters(rest, room, size) : undefined);
      // A character that is wider than the column gets its own line.
      if (alone && head === undefined) break;
      putSpace();
      if (head !== undefined) {
        for (const { span, printed } of head.parts) put(span, printed);
        used += space + head.width;
        rest = head.rest;
        left = wordWidth(rest, size);
      }
      endLine();
      space = 0;
    }
    putSpace();
    for (const { span, printed } of rest.parts) put(span, printed);
    used += space + left;
  };

  /**
   * A word that is not placed yet, because it extends over several spans without a space between them, or because it
   * did not fit on the line.
   */
  let open: { text: string; parts: WordPart<S>[] } | undefined;
  for (const span of levelled(spans)) {
    const text = plainText(span.text);
    for (let from = 0; from <= text.length; ) {
      const space = text.indexOf(' ', from);
      const end = space < 0 ? text.length : space;
      if (end > from) {
        const part = text.slice(from, end);
        const whole = open === undefined && space >= 0 && part.length <= LONGEST_HEAD;
        if (!whole || !putWhole(part, span)) {
          open ??= { text: '', parts: [] };
          open.text += part;
          open.parts.push(new WordPart(part, span));
        }
      }
      if (space >= 0 && open !== undefined) {
        putWord({ ...open, address: isAddress(open.text) });
        open = undefined;
      }
      if (space >= 0) level = span.face.level;
      from = end + 1;
    }
  }
  if (open !== undefined) putWord({ ...open, address: isAddress(open.text) });
  if (pieces.length > 0 || lines.length === 0) endLine();
  return lines;
}

/** Splits spans so that each has one embedding level. */
function levelled<S>(spans: readonly Span<S>[]): readonly Span<S>[] {
  if (!spans.some(({ text }) => isRightToLeft(text))) return spans;
  const plain = spans.map((span) => ({ ...span, text: plainText(span.text) }));
  const levels = levelsOf(plain.map(({ text }) => text).join(''));
  let begin = 0;
  return plain.flatMap((span) => {
    const from = begin;
    begin += span.text.length;
    return levels
      .filter(({ start, end }) => start < begin && end > from)
      .map(({ start, end, level }) => ({
        ...atLevel(span, level),
        text: span.text.slice(Math.max(0, start - from), end - from),
      }));
  });
}

function atLevel<S>(span: Span<S>, level: number): Span<S> {
  return span.face.level === level ? span : { ...span, face: span.face.atLevel(level) };
}

/** Whether any line ends inside a word, except after a hyphen, dash or slash. */
export function cutsWords<S>(lines: readonly Pick<Line<S>, 'pieces'>[]): boolean {
  return lines.slice(0, -1).some(({ pieces }) => /[\p{L}\p{M}\p{N}]$/u.test(pieces.at(-1)?.text ?? ''));
}

const NOT_WORDS = /[\t\n\u00ad]/;

/** A text with spaces instead of tabs and line ends, and without soft hyphens. */
function plainText(text: string): string {
  return NOT_WORDS.test(text) ? text.replace(/[\t\n]/g, ' ').replaceAll(SOFT_HYPHEN, '') : text;
}

/** Width of a word, in points. */
export function advance(face: Face, word: string, size: number): number {
  return advanceOf(face.shape(word), face, size);
}

function advanceOf(word: ShapedWord, face: Face, size: number): number {
  return (word.advance * size) / face.font.unitsPerEm;
}

/** Width of a word; infinite if the word is too long for any line. */
function wordWidth<S>({ text, parts }: Word<S>, size: number): number {
  return text.length > LONGEST_HEAD ? Number.POSITIVE_INFINITY : partsWidth(parts, size);
}

function partsWidth<S>(parts: readonly WordPart<S>[], size: number): number {
  let sum = 0;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (part !== undefined) sum += advanceOf(part.shaped, part.span.face, size);
  }
  return sum;
}

/** The first part of a word, which ends a line, and the rest. */
interface Head<S> {
  parts: readonly WordPart<S>[];
  width: number;
  rest: Word<S>;
}

/**
 * ActualText for the first part of a broken word: the whole word, so that the word can be found and spoken. A part that
 * reading programs do not treat as a word has no ActualText.
 */
function wholeReading<S>({ text, reads }: WordPart<S>): string | undefined {
  return reads ?? (text.length > LONGEST_HEAD ? undefined : printedText(text));
}

function restReading<S>(part: WordPart<S>): string | undefined {
  return wholeReading(part) === undefined ? undefined : READ_BEFORE;
}

/** The first `length` units of a word as parts, with the hyphen at the end if one is given. */
function headOf<S>({ parts }: Word<S>, length: number, hyphen = ''): WordPart<S>[] {
  const head: WordPart<S>[] = [];
  let left = length;
  for (const part of parts) {
    const { text, span } = part;
    if (left <= 0) break;
    const printed = text.slice(0, left) + (text.length >= left ? hyphen : '');
    head.push(printed === text ? part : new WordPart(printed, span, wholeReading(part)));
    left -= text.length;
  }
  return head;
}

function restOf<S>({ text, address, parts }: Word<S>, from: number): Word<S> {
  const rest: WordPart<S>[] = [];
  let skip = from;
  for (const part of parts) {
    if (skip <= 0) rest.push(part);
    else if (part.text.length > skip)
      rest.push(new WordPart(part.text.slice(skip), part.span, restReading(part)));
    skip -= part.text.length;
  }
  return { text: text.slice(from), address, parts: rest };
}

/**
 * The longest first part of a word that fits and ends at a break point.
 *
 * @param alone whether the word is the only one on its line
 */
function headThatFits<S>(
  word: Word<S>,
  room: number,
  hyphenate: Hyphenate | undefined,
  alone: boolean,
  size: number,
): Head<S> | undefined {
  const { length: whole } = word.text;
  const longest = whole <= SHORT ? whole : lengthThatFits(word, room, size);
  const points = innerBreaks(word, longest);
  if (hyphenate !== undefined) points.push(...hyphenations(word, longest, hyphenate, alone));
  points.sort((a, b) => b.length - a.length);
  for (const { length, hyphen } of points) {
    const parts = headOf(word, length, hyphen);
    const width = partsWidth(parts, size);
    if (width <= room) return { parts, width, rest: restOf(word, length) };
  }
  return undefined;
}

/** The longest first part that fits the column, cut between characters: at least one character, but not all. */
function headByCharacters<S>(word: Word<S>, room: number, size: number): Head<S> | undefined {
  const length = characterEnd(word.text, lengthThatFits(word, room, size)) || firstCharacter(word.text);
  if (length >= word.text.length) return undefined;
  const parts = headOf(word, length);
  return { parts, width: partsWidth(parts, size), rest: restOf(word, length) };
}

/** UTF-16 units of the longest first part that fits. */
function lengthThatFits<S>(word: Word<S>, room: number, size: number): number {
  const most = Math.min(word.text.length, LONGEST_HEAD);
  const fits = (length: number): boolean =>
    partsWidth(headOf(word, wholeUnits(word.text, length)), size) <= room;
  let low = 0;
  let high = 1;
  while (high <= most && fits(high)) {
    low = high;
    high *= 2;
  }
  high = Math.min(high, most + 1);
  return wholeUnits(word.text, binarySearch(low + 1, high, (length) => !fits(length)) - 1);
}

/** A break point within a word: the number of units before it, and the character that is printed there. */
interface BreakPoint {
  length: number;
  hyphen: string;
}

/** A break is allowed after a hyphen, dash or slash between letters. */
const INNER_BREAK = /\p{L}[-\u2013\u2014/](?=\p{L})/gu;

const ADDRESS = /:\/\/|[^\s@]@[^\s@]+\.|[\p{L}\d]\.\p{Ll}{2}/u;
/** An address can be broken after punctuation marks. */
const ADDRESS_BREAK = /[^\s/.?&=@_-][/.?&=@_-]+(?=[^\s/.?&=@_-])/gu;

function isAddress(text: string): boolean {
  return ADDRESS.test(text.slice(0, LONGEST_HEAD));
}

function innerBreaks(
  { text, address }: Pick<Word<unknown>, 'text' | 'address'>,
  longest: number,
): BreakPoint[] {
  const signs = address ? ADDRESS_BREAK : INNER_BREAK;
  return [...text.slice(0, longest + LOOK_AHEAD).matchAll(signs)]
    .map(({ 0: found, index }) => ({ length: index + found.length, hyphen: '' }))
    .filter(({ length }) => length <= longest);
}

/** The parts of a word after its hyphens, dashes and slashes, or of an address after its punctuation. */
export function unbrokenParts(word: string): string[] {
  if (!SIGNS.test(word)) return [word];
  const parts: string[] = [];
  let from = 0;
  for (const { length } of innerBreaks({ text: word, address: isAddress(word) }, word.length)) {
    parts.push(word.slice(from, length));
    from = length;
  }
  return [...parts, word.slice(from)];
}

/** Most words contain no character after which a line may be broken. */
const SIGNS = /[-\u2013\u2014/.@]/;

/** Hyphenation points of a word. Names are hyphenated only if they have a line to themselves. */
function hyphenations<S>(word: Word<S>, longest: number, hyphenate: Hyphenate, alone: boolean): BreakPoint[] {
  const points: BreakPoint[] = [];
  if (word.address) return points;
  for (const { 0: letters, index } of word.text.slice(0, longest + LOOK_AHEAD).matchAll(/\p{L}{6,}/gu)) {
    if (!alone && /^\p{Lu}/u.test(letters)) continue;
    let length = 0;
    for (const part of hyphenate(letters, langAt(word, index))) {
      length += part.length;
      if (length >= MINIMUM_PART && letters.length - length >= MINIMUM_PART && index + length <= longest)
        points.push({ length: index + length, hyphen: SOFT_HYPHEN });
    }
  }
  return points;
}

function langAt<S>({ parts }: Word<S>, index: number): Lang {
  let end = 0;
  for (const { text, span } of parts) {
    end += text.length;
    if (index < end) return span.lang;
  }
  throw new Error('a place after the end of the word');
}

/** The length, or one unit less if it would split a surrogate pair. */
function wholeUnits(text: string, length: number): number {
  return isInsidePair(text, length) ? length - 1 : length;
}

function isInsidePair(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** The length, reduced so that a letter is not separated from its marks. */
function characterEnd(text: string, length: number): number {
  let end = length;
  while (end > 0 && length - end < MAX_MARKS && isMark(text, end)) end = wholeUnits(text, end - 1);
  return end;
}

/** Length of the first character with its marks. */
function firstCharacter(text: string): number {
  let end = 0;
  do end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  while (end < MAX_MARKS && isMark(text, end));
  return end;
}

/** Characters that continue the one before them: marks, joiners, the tags of flags. */
const CONTINUES = /^(?:\p{M}|\u200c|\u200d|[\u{e0020}-\u{e007f}])/u;
/** Viramas, which join a consonant to the next consonant, and the zero-width joiner. */
const JOINS_NEXT = /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2\u200d]/;

function isMark(text: string, at: number): boolean {
  return CONTINUES.test(text.slice(at, at + 2)) || JOINS_NEXT.test(text.charAt(at - 1));
}
