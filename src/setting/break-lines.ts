import type { Lang } from '../model/text.ts';
import type { Face, ShapedWord } from './face.ts';

/** Text of one face and language inside a paragraph. `source` is handed through, so that a renderer knows what the piece came from. */
export interface Span<S> {
  text: string;
  face: Face;
  lang: Lang;
  source: S;
}

/** A stretch of one span on one line; its text ends in a space where the paragraph goes on after a space. */
export interface Piece<S> {
  readonly text: string;
  /** The text as shaped words and the spaces between them. */
  readonly words: readonly ShapedWord[];
  readonly face: Face;
  readonly source: S;
}

export interface Line<S> {
  pieces: readonly Piece<S>[];
  /** Width of the printed text, without the space at the end; points. */
  width: number;
}

/** Splits a word into the parts between which it may be hyphenated. */
export type Hyphenate = (word: string, lang: Lang) => readonly string[];

export interface BreakOptions {
  /** Width of the column; points. */
  width: number;
  /** Font size; points. */
  size: number;
  /** Hyphenates words that are wider than the column; without it they are cut between characters. */
  hyphenate?: Hyphenate;
  breaking: Breaking;
}

/**
 * How readily words are broken. `display`: only words that are wider than the column. `running`: also after hyphens, dashes and
 * slashes inside them. `narrow`: also at hyphenation points, where a line would stay rather empty.
 */
export type Breaking = 'display' | 'running' | 'narrow';

/** Printed where a word is hyphenated: readers that take the text out again know that it belongs to the setting. */
export const SOFT_HYPHEN = '\u00ad';

/** A word, or the part of it that is of one span. */
interface Part<S> {
  shaped: ShapedWord;
  span: Span<S>;
}

/** The pieces of a document are many: each keeps its words, and joins their texts only for who asks. */
class SpanPiece<S> implements Piece<S> {
  readonly words: ShapedWord[];
  readonly span: Span<S>;

  constructor(span: Span<S>, word: ShapedWord) {
    this.span = span;
    this.words = [word];
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

/** A word is hyphenated only where it would leave more than this share of a line empty. */
const RAGGED = 0.45;
/** Longer words are measured in pieces, so that a word without end costs no more than its length. UTF-16 units, even. */
const LONGEST_PART = 2048;
/** A part of a hyphenated word has at least this many letters. */
const MINIMUM_PART = 3;

/**
 * Breaks a paragraph into lines that are no wider than the column: at spaces, after hyphens, dashes and slashes between letters,
 * at hyphenation points where the column is narrow, and anywhere in a word that is wider than the column.
 * No character is lost or invented but the soft hyphen at the end of a hyphenated line: joining the texts of all pieces gives the
 * paragraph, with runs of spaces as one space.
 */
export function breakLines<S>(spans: readonly Span<S>[], options: BreakOptions): Line<S>[] {
  const { width, size } = options;
  const lines: Line<S>[] = [];
  let pieces: SpanPiece<S>[] = [];
  let used = 0;

  const widthOf = (parts: readonly Part<S>[]): number => {
    let sum = 0;
    for (const { span, shaped } of parts) sum += advanceOf(shaped, span.face, size);
    return sum;
  };
  const put = (parts: readonly Part<S>[]): void => {
    for (const { span, shaped } of parts) {
      const last = pieces.at(-1);
      if (last?.span === span) last.words.push(shaped);
      else pieces.push(new SpanPiece(span, shaped));
    }
  };
  const putSpace = (): void => {
    const last = pieces.at(-1);
    last?.words.push(last.face.space);
  };
  const endLine = (): void => {
    lines.push({ pieces, width: used });
    pieces = [];
    used = 0;
  };

  for (const word of wordsOf(spans)) {
    const last = pieces.at(-1);
    const space = last === undefined ? 0 : advanceOf(last.face.space, last.face, size);
    const whole = widthOf(word);
    if (used + space + whole <= width) {
      putSpace();
      put(word);
      used += space + whole;
      continue;
    }
    let rest = word;
    let onLine = pieces.length > 0;
    for (;;) {
      const room = width - used - (onLine ? space : 0);
      const tooWide = whole > width;
      const head =
        tooWide || options.breaking !== 'display'
          ? headThatFits(
              rest,
              room,
              tooWide || (options.breaking === 'narrow' && room > RAGGED * width),
              options,
              widthOf,
            )
          : undefined;
      if (head !== undefined) {
        if (onLine) putSpace();
        put(head.parts);
        used += (onLine ? space : 0) + head.width;
        endLine();
        rest = head.rest;
      } else if (onLine) {
        // The space before the next word stays at the end of the line.
        putSpace();
        endLine();
      } else {
        const forced = headByCharacters(rest, width, widthOf);
        put(forced.parts);
        used = forced.width;
        endLine();
        rest = forced.rest;
      }
      onLine = false;
      const left = widthOf(rest);
      if (left <= width) {
        put(rest);
        used = left;
        break;
      }
    }
  }
  if (pieces.length > 0 || lines.length === 0) endLine();
  return lines;
}

/** Width of a word; points. */
export function advance(face: Face, word: string, size: number): number {
  return advanceOf(face.shape(word), face, size);
}

function advanceOf(word: ShapedWord, face: Face, size: number): number {
  return (word.advance * size) / face.font.unitsPerEm;
}

/** Width of a text of several words, as lines are measured: word by word with single spaces; points. */
export function textWidth(face: Face, text: string, size: number): number {
  const words = text.split(' ');
  return words.reduce(
    (sum, word) => sum + advance(face, word, size),
    (words.length - 1) * advance(face, ' ', size),
  );
}

const OTHER_SPACE = /[\t\n]/;
const OTHER_SPACES = /[\t\n]/g;

/** The words of a paragraph; a word goes over several spans where no space stands between them. */
function wordsOf<S>(spans: readonly Span<S>[]): Part<S>[][] {
  const words: Part<S>[][] = [];
  let open = false;
  for (const span of spans) {
    (OTHER_SPACE.test(span.text) ? span.text.replace(OTHER_SPACES, ' ') : span.text)
      .split(' ')
      .forEach((text, index) => {
        if (index > 0) open = false;
        if (text === '') return;
        if (!open) words.push([]);
        for (let from = 0; from < text.length; from += LONGEST_PART) {
          words.at(-1)?.push(partOf(text.slice(from, from + LONGEST_PART), span));
        }
        open = true;
      });
  }
  return words;
}

function partOf<S>(text: string, span: Span<S>): Part<S> {
  return { shaped: span.face.shape(text), span };
}

interface Split<S> {
  parts: Part<S>[];
  width: number;
  rest: Part<S>[];
}

/** A break is allowed after a hyphen, dash or slash that stands between letters. */
const INNER_BREAK = /(?<=\p{L}[-\u2013\u2014/])(?=\p{L})/u;

/** The longest beginning of a word that fits the room and ends at a place where a word may be broken. */
function headThatFits<S>(
  word: readonly Part<S>[],
  room: number,
  mayHyphenate: boolean,
  options: BreakOptions,
  widthOf: (parts: readonly Part<S>[]) => number,
): Split<S> | undefined {
  let best: Split<S> | undefined;
  word.forEach((part, index) => {
    const before = word.slice(0, index);
    const after = word.slice(index + 1);
    let text = '';
    const segments = part.shaped.text.split(INNER_BREAK);
    segments.forEach((segment, position) => {
      const candidates: { head: string; rest: string }[] = [];
      if (mayHyphenate && options.hyphenate !== undefined) {
        for (const head of hyphenations(segment, part.span.lang, options.hyphenate, room >= options.width)) {
          candidates.push({
            head: `${text}${head}${SOFT_HYPHEN}`,
            rest: part.shaped.text.slice(text.length + head.length),
          });
        }
      }
      text += segment;
      if (position < segments.length - 1)
        candidates.push({ head: text, rest: part.shaped.text.slice(text.length) });
      for (const { head, rest } of candidates) {
        const parts = [...before, partOf(head, part.span)];
        const width = widthOf(parts);
        if (width <= room) best = { parts, width, rest: [partOf(rest, part.span), ...after] };
      }
    });
  });
  return best;
}

/** Beginnings of a word up to each hyphenation point. Names are hyphenated only where they have a line to themselves. */
function hyphenations(segment: string, lang: Lang, hyphenate: Hyphenate, alone: boolean): string[] {
  const match = /\p{L}{6,}/u.exec(segment);
  if (match === null || (!alone && /^\p{Lu}/u.test(match[0]))) return [];
  const letters = match[0];
  const heads: string[] = [];
  let length = 0;
  for (const part of hyphenate(letters, lang)) {
    length += part.length;
    if (length >= MINIMUM_PART && letters.length - length >= MINIMUM_PART)
      heads.push(segment.slice(0, match.index + length));
  }
  return heads;
}

/** The longest beginning of a word that fits the column, cut between characters; at least one character. */
function headByCharacters<S>(
  word: readonly Part<S>[],
  room: number,
  widthOf: (parts: readonly Part<S>[]) => number,
): Split<S> {
  const [part, ...after] = word;
  if (part === undefined) throw new Error('a word without parts');
  const characters = [...part.shaped.text];
  if (characters.length > 1 || after.length === 0) {
    let low = 1;
    let high = Math.max(1, characters.length - (after.length === 0 ? 1 : 0));
    const headOf = (count: number): Part<S>[] => [partOf(characters.slice(0, count).join(''), part.span)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (widthOf(headOf(middle)) <= room) low = middle;
      else high = middle - 1;
    }
    const parts = headOf(low);
    const rest = characters.slice(low).join('');
    return {
      parts,
      width: widthOf(parts),
      rest: rest === '' ? after : [partOf(rest, part.span), ...after],
    };
  }
  return { parts: [part], width: widthOf([part]), rest: after };
}
