import { bodyHeight } from '../design/index.ts';
import type { Paragraph, Remark } from '../document/index.ts';
import { codePointOf, type FindingSeverity } from '../model/index.ts';
import { type LineRange, type LineStack, linesOfPart } from './cut.ts';
import { widthOfWords } from './face.ts';
import { numberChip } from './number-chip.ts';
import { type MissingGlyph, type SetLine, type Stack, stackOf, type Typesetter } from './typesetter.ts';

/** The typeset remarks on a row, one below another. */
export interface RemarkStack extends Stack {
  /** For each remark, the index of its first line. */
  remarks: readonly { first: number; severity: FindingSeverity }[];
  /**
   * Positions at which the stack may be split: between two remarks, or between two lines of a remark that is higher
   * than `TALLEST`.
   */
  cuts: LineStack;
}

/** A remark higher than this share of a page is split between its lines. */
const TALLEST = 1 / 4;

/** Texts of a proof sheet. */
export interface RemarkWords {
  one: string;
  none: string;
}

/** Typesets the remarks on a row to the width of the margin, with their numbers; a dash if there are none. */
export function remarkStack(
  remarks: readonly Remark[],
  { one, none }: RemarkWords,
  typesetter: Typesetter,
): RemarkStack {
  const { design } = typesetter;
  const style = design.styles.remark;
  const { remarks: look } = design;
  const width = look.width - look.indent;
  const paragraphs: (readonly SetLine[])[] = [];
  const titles = new Map<number, FindingSeverity>();
  const strong = typesetter.strongFace(style);
  remarks.forEach(({ severity, paragraphs: [title = [], ...others] }, index) => {
    titles.set(paragraphs.length, severity);
    const number = index + 1;
    const chip = numberChip(String(number), severity, `${one} ${number}`, strong, style.size, look.number);
    const space = { text: ' ', words: [strong.space], face: strong, source: { text: ' ' } };
    const lead = chip.width + widthOfWords(space.words, strong, style.size);
    const [first, ...rest] = printable(title, typesetter, width - lead);
    paragraphs.push([
      { pieces: [chip.piece, space, ...(first?.pieces ?? [])], width: lead + (first?.width ?? 0) },
      ...rest,
    ]);
    for (const paragraph of others) paragraphs.push(printable(paragraph, typesetter, width));
  });
  if (remarks.length === 0)
    paragraphs.push(typesetter.stack([[{ text: '–', spoken: none, quiet: true }]], style, width).lines);
  const stack = stackOf(paragraphs, style, (index) => (index > 0 && titles.has(index) ? look.gap : 0));
  const starts = [...titles].map(([index, severity]) => ({ first: stack.paragraphs[index] ?? 0, severity }));
  return { ...stack, remarks: starts, cuts: cutsOf(starts, stack, TALLEST * bodyHeight(design)) };
}

/** The lines of a remark stack that belong to one part of a row that is split across pages (`linesOfPart`). */
export function remarkLines(
  { cuts, remarks, lines }: RemarkStack,
  from: number,
  next: number | undefined,
): LineRange {
  const { first, end } = linesOfPart(cuts, from, next);
  if (cuts.tops.length === lines.length) return { first, end };
  const lineOf = (index: number): number => remarks[index]?.first ?? lines.length;
  return { first: lineOf(first), end: lineOf(end) };
}

function cutsOf(starts: readonly { first: number }[], lines: LineStack, tallest: number): LineStack {
  const tops = starts.map(({ first }) => lines.tops[first] ?? 0);
  const bottoms = starts.map(
    (_, index) => lines.bottoms[(starts[index + 1]?.first ?? lines.bottoms.length) - 1] ?? 0,
  );
  const tall = tops.some((top, index) => (bottoms[index] ?? 0) - top > tallest);
  return starts.length === 0 || tall ? lines : { tops, bottoms };
}

/** The lines of a paragraph. Because remarks quote texts, a character that the fonts lack is printed as `[U+0041]`. */
function printable(paragraph: Paragraph, typesetter: Typesetter, width: number): readonly SetLine[] {
  const style = typesetter.design.styles.remark;
  const { lines } = typesetter.stack([paragraph], style, width);
  const missing = typesetter.takeMissing();
  if (missing.length === 0) return lines;
  const stack = typesetter.stack([named(paragraph, missing)], style, width);
  typesetter.takeMissing();
  return stack.lines;
}

function named(paragraph: Paragraph, missing: readonly MissingGlyph[]): Paragraph {
  const characters = new Set(missing.map(({ character }) => character));
  return paragraph.map((run) => ({
    ...run,
    text: [...run.text]
      .map((character) => (characters.has(character) ? `[${codePointOf(character)}]` : character))
      .join(''),
  }));
}
