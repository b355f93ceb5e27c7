/** Inserts the numbers of remarks into the lines of a typeset cell without changing its line breaks. */
import type { Design } from '../design/index.ts';
import { type Paragraph, type TextPlace, type TextRange, wordsOf } from '../document/index.ts';
import { consecutive, type FindingSeverity, valueAt } from '../model/index.ts';
import type { Piece } from './break-lines.ts';
import { type Face, joinsPiece, READ_BEFORE, type ShapedWord } from './face.ts';
import { gapBeside, type NumberChip, numberChip } from './number-chip.ts';
import type { SetLine, SetRun } from './typesetter.ts';

/** The number of a remark, as printed in the cell of the remark. */
export interface CellNumber {
  number: number;
  severity: FindingSeverity;
  words?: TextRange;
}

export interface MarkOptions {
  /** Face of the numbers. */
  face: Face;
  /** Size of the cell's text, and the width at which its lines were broken, in points. */
  size: number;
  width: number;
  /** The word that is spoken before a number. */
  one: string;
  look: Design['remarks'];
}

/**
 * Adds a number after the words of each remark, which are underlined, or at the end of the cell for a remark on the
 * whole cell. The rest of the line moves to the right, with reduced letter spacing if necessary. A line with too many
 * numbers has one box for all of them at its end.
 *
 * @param set lines of each paragraph
 * @param numbers the numbers, in the order of their positions
 */
export function markRemarks(
  paragraphs: readonly Paragraph[],
  set: readonly (readonly SetLine[])[],
  numbers: readonly CellNumber[],
  options: MarkOptions,
): SetLine[][] {
  const all = set.length === 0 ? [[EMPTY_LINE]] : set;
  const last = all.length - 1;
  return all.map((lines, index) => {
    const text = wordsOf(paragraphs[index] ?? []);
    const total = letters(text);
    /** Number of letters before a position, limited to the letters of this paragraph. */
    const at = ({ paragraph, offset }: TextPlace): number =>
      paragraph < index ? 0 : paragraph > index ? total : letters(text.slice(0, offset));
    const ranges = numbers.flatMap(({ severity, words }) =>
      words === undefined ? [] : [{ severity, from: at(words.from), to: at(words.to) }],
    );
    const ends = numbers
      .filter(({ words }) => (words?.to.paragraph ?? last) === index)
      .map((number) => ({ number, after: number.words === undefined ? total : at(number.words.to) }));
    return markedParagraph(lines, ranges, ends, options);
  });
}

const EMPTY_LINE: SetLine = { pieces: [], width: 0 };

/**
 * Characters that typesetting changes: consecutive spaces become a single space or end a line, and soft hyphens are
 * removed.
 */
const UNSTEADY = /[\t\n \u00ad]/g;
const letters = (text: string): number => text.replace(UNSTEADY, '').length;

/** A range of underlined words; positions are numbers of letters from the beginning of the paragraph. */
interface Underlined {
  severity: FindingSeverity;
  from: number;
  to: number;
}

interface End {
  number: CellNumber;
  /** Number of letters of the paragraph that precede the number. */
  after: number;
}

/** A word, or a part of a word, with uniform formatting. */
interface Token {
  word: ShapedWord;
  face: Face;
  source: SetRun;
}

interface CellToken extends Token {
  /** The run without its underline. */
  plain: SetRun;
  /** Number of letters of the paragraph up to the end of the word. */
  end: number;
}

function markedParagraph(
  lines: readonly SetLine[],
  ranges: readonly Underlined[],
  ends: readonly End[],
  options: MarkOptions,
): SetLine[] {
  const cuts = [
    ...new Set([...ranges.flatMap(({ from, to }) => [from, to]), ...ends.map(({ after }) => after)]),
  ];
  const looks = new Map<SetRun, Map<FindingSeverity, SetRun>>();
  let count = 0;
  return lines.map((line, index) => {
    const begin = count;
    const tokens: CellToken[] = [];
    for (const { words, face, source } of line.pieces) {
      for (const word of words) {
        for (const part of partsOf(word, face, cuts, count)) {
          const start = count;
          count += letters(part.text);
          // A space is underlined if the underlined words are on both sides of it on the line.
          const range = ranges.find(
            ({ from, to }) => (count > start ? from <= start : from < start) && start < to,
          );
          const look = underlined(source, range, looks);
          tokens.push({ word: part, face, source: look, plain: source, end: count });
        }
      }
    }
    const final = tokens.at(-1);
    if (final !== undefined && letters(final.word.text) === 0) final.source = final.plain;
    const ofLine = ends.filter(({ after }) => (after > begin || index === 0) && after <= count);
    return ofLine.length === 0 && ranges.length === 0 ? line : numberedLine(line, tokens, ofLine, options);
  });
}

/** Splits a word at the positions at which ranges begin or end inside it. */
function partsOf(word: ShapedWord, face: Face, cuts: readonly number[], before: number): ShapedWord[] {
  const after = before + letters(word.text);
  if (!cuts.some((cut) => cut > before && cut < after)) return [word];
  const parts: ShapedWord[] = [];
  let count = before;
  let text = '';
  for (const unit of word.text.split('')) {
    if (text !== '' && cuts.includes(count) && letters(unit) > 0) {
      parts.push(face.shape(text));
      text = '';
    }
    text += unit;
    count += letters(unit);
  }
  parts.push(face.shape(text));
  const { reads } = word;
  return reads === undefined
    ? parts
    : parts.map((part, index) => ({ ...part, reads: index === 0 ? reads : READ_BEFORE }));
}

function underlined(
  source: SetRun,
  range: Underlined | undefined,
  looks: Map<SetRun, Map<FindingSeverity, SetRun>>,
): SetRun {
  if (range === undefined) return source;
  const known = valueAt(looks, source, () => new Map<FindingSeverity, SetRun>());
  const { severity } = range;
  return valueAt(known, severity, () => ({ ...source, remark: { severity, part: 'words' } }));
}

function numberedLine(
  line: SetLine,
  tokens: readonly CellToken[],
  ends: readonly End[],
  options: MarkOptions,
): SetLine {
  if (ends.length === 0) return { ...line, pieces: piecesOf(tokens) };
  const { face, size, width, one, look } = options;
  const chips = ends.map(
    ({ number: { number, severity }, after }): PlacedChip => ({
      chip: numberChip(String(number), severity, `${one} ${number}`, face, size, look.number),
      after,
    }),
  );
  const glyphs = tokens.reduce((sum, { word }) => sum + word.glyphs.length, 0);
  const taken = (list: readonly PlacedChip[]): number =>
    list.reduce((sum, { chip }) => sum + chip.width + look.number.gap * size, 0);
  const excess = (list: readonly PlacedChip[]): number => line.width + taken(list) - width - look.hang;
  const fitting = excess(chips) <= look.closest * size * glyphs ? chips : [collected(ends, options)];
  const closer = Math.max(0, excess(fitting)) / Math.max(1, glyphs) / size;
  const placed: Token[] = [];
  let left = fitting;
  for (const token of tokens) {
    placed.push(closer === 0 ? token : { ...token, word: tightened(token, closer) });
    placed.push(
      ...chipTokens(
        left.filter(({ after }) => after <= token.end),
        token,
        look,
      ),
    );
    left = left.filter(({ after }) => after > token.end);
  }
  placed.push(...chipTokens(left, tokens.at(-1), look));
  return { pieces: piecesOf(placed), width: line.width + taken(fitting) - closer * size * glyphs };
}

interface PlacedChip {
  chip: NumberChip;
  /** Number of letters of the paragraph before the number. */
  after: number;
}

/**
 * Creates a single box for all numbers on a line. The numbers are consecutive, because remarks are numbered in the
 * order of their positions.
 */
function collected(ends: readonly End[], { face, size, one, look }: MarkOptions): PlacedChip {
  const numbers = ends.map(({ number }) => number);
  const [first, last] = [numbers[0], numbers.at(-1)];
  const worst = (['error', 'warning'] as const).find((severity) =>
    numbers.some((number) => number.severity === severity),
  );
  const label = first === last ? `${first?.number}` : `${first?.number}–${last?.number}`;
  return {
    chip: numberChip(label, worst ?? 'note', `${one} ${label}`, face, size, look.number),
    after: Number.POSITIVE_INFINITY,
  };
}

/** Numbers, each preceded by a space with the formatting of the words before it. */
function chipTokens(
  chips: readonly PlacedChip[],
  before: CellToken | undefined,
  look: MarkOptions['look'],
): Token[] {
  const numbers = chips.flatMap(({ chip: { piece } }) =>
    piece.words.map((word) => ({ word, face: piece.face, source: piece.source })),
  );
  if (before === undefined || numbers.length === 0) return numbers;
  return [{ word: gapBeside(before.face, look.number), face: before.face, source: before.plain }, ...numbers];
}

/** A word with its letter spacing reduced by a share of the font size. */
function tightened({ word, face }: Token, closer: number): ShapedWord {
  const units = closer * face.font.unitsPerEm;
  return {
    ...word,
    advance: word.advance - units * word.glyphs.length,
    kerns: word.glyphs.map((_, index) => (word.kerns[index] ?? 0) - units),
  };
}

/** Converts consecutive tokens with the same formatting to pieces. */
function piecesOf(tokens: readonly Token[]): Piece<SetRun>[] {
  const joins = ({ word, face, source }: Token, first: Token): boolean =>
    first.source === source && first.face === face && joinsPiece(first.word, word);
  return consecutive(tokens, joins).map((group) => {
    const [{ face, source }] = group;
    const words = group.map(({ word }) => word);
    return { text: words.map(({ text }) => text).join(''), words, face, source };
  });
}
