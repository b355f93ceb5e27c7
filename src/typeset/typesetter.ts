import { type Design, strongFace, type TextStyle } from '../design/index.ts';
import { LINE_BREAK, type Paragraph, type Run } from '../document/index.ts';
import { type FindingSeverity, type Lang, valueAt } from '../model/index.ts';
import { type Breaking, breakLines, type Hyphenate, type Line, type Span } from './break-lines.ts';
import type { LineStack } from './cut.ts';
import type { Face } from './face.ts';
import type { Faces } from './faces.ts';

/** A run on a line. In a proof sheet, a run can be the number of a remark or the words to which a remark refers. */
export interface SetRun extends Run {
  remark?: { severity: FindingSeverity; part: 'number' | 'words' };
}

export type SetLine = Line<SetRun>;

/** Lines of one style, stacked. */
export interface Stack extends LineStack {
  style: TextStyle;
  lines: readonly SetLine[];
  /** Index of the first line of each paragraph. */
  paragraphs: readonly number[];
}

/** A character that no face of the document can print, and the word that contains it. */
export interface MissingGlyph {
  character: string;
  word: string;
  /** Name of the font. */
  font: string;
}

/** Typesets paragraphs as lines and records missing characters. */
export interface Typesetter {
  readonly design: Design;
  /** Language of runs that do not state a language. */
  readonly lang: Lang;
  /**
   * Typesets paragraphs in a style and a column width (points), one below the other.
   *
   * @param breaking positions at which words may be broken; `running` by default
   */
  stack(paragraphs: readonly Paragraph[], style: TextStyle, width: number, breaking?: Breaking): Stack;
  readonly faces: Faces;
  /** Face of bold runs in a style. */
  strongFace(style: TextStyle): Face;
  /** Returns the missing characters that were recorded since the last call. */
  takeMissing(): MissingGlyph[];
}

const NOTHING: readonly MissingGlyph[] = [];

/** @param lang language of runs that do not state a language */
export function createTypesetter(design: Design, faces: Faces, hyphenate: Hyphenate, lang: Lang): Typesetter {
  let missing: MissingGlyph[] = [];
  const between = paragraphGap(design);
  let emphasised = false;
  const faceOf = ({ strong, emphasis }: Run, style: TextStyle): Face => {
    const name = strong ? strongFace(style.face) : style.face;
    if (!emphasis) return faces[name];
    emphasised = true;
    return faces.emphasis?.(name) ?? faces[strongFace(name)];
  };
  const lines = (paragraph: Paragraph, style: TextStyle, width: number, breaking: Breaking): SetLine[] => {
    const spanOf = (run: Run): Span<Run> => ({
      text: run.text,
      face: faceOf(run, style),
      lang: run.lang ?? lang,
      source: run,
    });
    const stretches = brokenAt(paragraph).map((runs) =>
      breakLines(runs.map(spanOf), { width, size: style.size, hyphenate, breaking }),
    );
    return stretches.flatMap((lines, index) => (index < stretches.length - 1 ? spaced(lines) : lines));
  };
  const missingIn = ({ style, lines }: Stack): readonly MissingGlyph[] => {
    if (!emphasised && !faces[style.face].lacking && !faces[strongFace(style.face)].lacking) return NOTHING;
    const found: MissingGlyph[] = [];
    for (const { pieces } of lines) {
      for (const { words, face } of pieces) {
        for (const { text, missing: absent } of words)
          for (const character of absent)
            found.push({ character, word: text, font: face.font.info.postscriptName });
      }
    }
    return found;
  };
  return {
    design,
    lang,
    faces,
    stack(paragraphs, style, width, breaking = 'running') {
      const stack = stackOf(
        paragraphs.map((paragraph) => lines(paragraph, style, width, breaking)),
        style,
        between,
      );
      const lacking = missingIn(stack);
      if (lacking.length > 0) missing.push(...lacking);
      return stack;
    },
    strongFace: (style) => faces[strongFace(style.face)],
    takeMissing() {
      const taken = missing;
      missing = [];
      return taken;
    },
  };
}

/** Adds a space at the end of the last line, so that text extraction separates it from the following text. */
function spaced(lines: readonly SetLine[]): SetLine[] {
  const line = lines.at(-1);
  const piece = line?.pieces.at(-1);
  if (line === undefined || piece === undefined) return [...lines];
  const { face, source } = piece;
  const words = [...piece.words, face.space];
  const last = { text: `${piece.text} `, words, face, source };
  return [...lines.slice(0, -1), { ...line, pieces: [...line.pieces.slice(0, -1), last] }];
}

/** Adds a space to the end of a stack, in the same way as `spaced`. */
export function endingInSpace(stack: Stack): Stack {
  return { ...stack, lines: spaced(stack.lines) };
}

/** The parts into which its line breaks divide a paragraph. */
function brokenAt(paragraph: Paragraph): Paragraph[] {
  if (!paragraph.some(({ text }) => text === LINE_BREAK)) return [paragraph];
  const stretches: Run[][] = [[]];
  for (const run of paragraph) {
    if (run.text === LINE_BREAK) stretches.push([]);
    else stretches.at(-1)?.push(run);
  }
  return stretches.filter((runs) => runs.length > 0);
}

/** The space between the paragraphs of a cell. */
export function paragraphGap({ table }: Design): (paragraph: number) => number {
  return (index) => (index > 0 ? table.paragraphGap : 0);
}

/**
 * Lines of paragraphs as one stack.
 *
 * @param gap space before a paragraph, in points
 */
export function stackOf(
  paragraphs: readonly (readonly SetLine[])[],
  style: TextStyle,
  gap: (paragraph: number) => number,
): Stack {
  const [only] = paragraphs;
  if (paragraphs.length === 1 && only !== undefined && gap(0) === 0) {
    const { tops, bottoms } = evenly(style.leading, only.length);
    return { style, lines: only.slice(), paragraphs: FIRST, tops, bottoms };
  }
  const lines: SetLine[] = [];
  const tops: number[] = [];
  const bottoms: number[] = [];
  const starts: number[] = [];
  let y = 0;
  paragraphs.forEach((paragraph, index) => {
    y += gap(index);
    starts.push(lines.length);
    for (let at = 0; at < paragraph.length; at++) {
      const line = paragraph[at];
      if (line === undefined) break;
      lines.push(line);
      tops.push(y);
      y += style.leading;
      bottoms.push(y);
    }
  });
  // Copies are stored, because a document has many stacks, and a copied array has its exact length, while an array that
  // was extended reserves more memory.
  return {
    style,
    lines: lines.slice(),
    paragraphs: starts.slice(),
    tops: tops.slice(),
    bottoms: bottoms.slice(),
  };
}

const FIRST = [0];

/** Maximum number of lines of stacks that share their positions; stacks with more lines are rare. */
const MAX_SHARED = 100;

/**
 * Positions of evenly spaced lines, by line distance and number of lines. The positions are shared, because a document
 * has many stacks with few different heights.
 */
const even = new Map<number, LineStack[]>();

function evenly(leading: number, count: number): LineStack {
  const known = valueAt(even, leading, () => []);
  const places = known[count] ?? {
    tops: Array.from({ length: count }, (_, line) => line * leading),
    bottoms: Array.from({ length: count }, (_, line) => (line + 1) * leading),
  };
  if (count <= MAX_SHARED) known[count] = places;
  return places;
}

/** The lines of each paragraph of a stack. */
export function linesOf({ lines, paragraphs }: Stack): SetLine[][] {
  return paragraphs.map((start, index) => lines.slice(start, paragraphs[index + 1]));
}

/** Distance from the top of a line to its baseline: the face is centred in the leading. */
export function baselineOf({ font: { ascent, descent, unitsPerEm } }: Face, style: TextStyle): number {
  const scale = style.size / unitsPerEm;
  return (style.leading - (ascent - descent) * scale) / 2 + ascent * scale;
}

/** Height of a stack from the top of its first line to the bottom of its last. */
export function heightOf(stack: LineStack): number {
  return stack.bottoms.at(-1) ?? 0;
}
