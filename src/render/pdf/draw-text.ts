import {
  accentText,
  type ColourName,
  type Design,
  type FaceName,
  type TextStyle,
} from '../../design/index.ts';
import type { Run } from '../../document/index.ts';
import { consecutive, type Lang, valueAt } from '../../model/index.ts';
import {
  baselineOf,
  type Face,
  inVisualOrder,
  type SetRun,
  type ShapedWord,
  type Stack,
  shapeText,
  type TrueType,
  widthOfWords,
} from '../../typeset/index.ts';
import {
  type Attributes,
  DECORATION,
  type Element,
  type EmbeddedFont,
  embeddedFont,
  PAGINATION,
  type PdfFile,
  pdfColour,
  pdfNumber,
  type Rectangle,
  type StructureTree,
  type SubsetOf,
} from './engine/index.ts';

/** Draws lines of text with their tags. All positions are in points from the lower left corner of the page. */
export interface TextPen {
  /**
   * Draws the lines of a stack from `first` up to but not including `end`; the top of the first line is at `top`.
   *
   * @param tail additional words on the last line
   */
  stack(
    stack: Stack,
    first: number,
    end: number,
    x: number,
    top: number,
    element: Element,
    tail?: Tail,
  ): void;
  /** Draws one line as an artifact: running heads, folios, repeated labels. */
  artifact(text: string, style: TextStyle, x: number, top: number): void;
  /** Draws lines as an artifact; the lines are already typeset. */
  artifactStack(stack: Stack, x: number, top: number): void;
}

/** Words at the end of a line, with a space before them, such as the page number of an index entry. */
export interface Tail {
  words: readonly ShapedWord[];
  face: Face;
  x: number;
}

/**
 * @param subsetOf creates the subset of a font
 * @param lang language of the document
 */
export function createTextPen(
  design: Design,
  file: PdfFile,
  tree: StructureTree,
  faces: Readonly<Record<FaceName, Face>>,
  subsetOf: SubsetOf,
  lang: Lang,
): TextPen {
  const { colours, wordRules } = design;
  const accents = new Map<number, string>();
  const inkOf = (run: SetRun | undefined, style: TextStyle): string => {
    const accent = run?.change === undefined ? run?.accent : undefined;
    if (accent === undefined) return colours[colourName(run, style)];
    return valueAt(accents, accent, () => accentText(design, accent));
  };
  const embedded = new Map<TrueType, EmbeddedFont>();
  const codes = new Map<ShapedWord, string>();

  const encoded = (font: EmbeddedFont, word: ShapedWord): string => {
    const code = file.encode(font, word, font.unitsPerEm);
    codes.set(word, code);
    return code;
  };
  const embeddedOf = (font: TrueType): EmbeddedFont =>
    valueAt(embedded, font, () => embeddedFont(font, subsetOf));
  /**
   * Glyphs of a word in one font. A glyph above or below the baseline ends the array of glyphs and begins a new array.
   */
  const raised = (
    font: TrueType,
    word: ShapedWord,
    units: number,
    size: number,
    from: number,
    end: number,
  ): string => {
    const { rises } = word;
    if (rises === undefined) return file.encode(embeddedOf(font), word, units, from, end);
    let text = '';
    for (let at = from; at < end; at++) {
      const codes = file.encode(embeddedOf(font), word, units, at, at + 1);
      const rise = pdfNumber(((rises[at] ?? 0) * size) / units);
      text += rise === 0 ? codes : `)] TJ ${rise} Ts [(${codes})] TJ 0 Ts [(`;
    }
    return text;
  };
  /**
   * A word with raised or lowered glyphs or with glyphs from several fonts, among words in the face's own font. Each
   * such part ends the array of glyphs and begins a new array.
   */
  const mixed = (word: ShapedWord, face: Face, size: number): string => {
    const { unitsPerEm } = face.font;
    if (word.fonts === undefined) return raised(face.font, word, unitsPerEm, size, 0, word.glyphs.length);
    let text = '';
    let from = 0;
    const inFont = (font: TrueType, glyphs = ''): string =>
      `)] TJ /${file.fontResource(embeddedOf(font))} ${size} Tf [(${glyphs}`;
    for (const { font, glyphs } of word.fonts) {
      const end = from + glyphs;
      text += inFont(font, raised(font, word, unitsPerEm, size, from, end));
      from = end;
    }
    return text + inFont(face.font);
  };

  /** Operators that draw pieces, each on its baseline. Colour and font are set only if they change. */
  const operators = (placed: readonly PlacedPiece[], style: TextStyle): string => {
    let face: Face | undefined;
    let font: EmbeddedFont | undefined;
    let colour: string | undefined;
    let text = 'BT';
    let x = 0;
    let y = 0;
    for (const piece of placed) {
      const ink = inkOf(piece.run, style);
      if (ink !== colour) {
        colour = ink;
        text += ` ${pdfColour(ink)} rg`;
      }
      if (piece.face !== face || font === undefined) {
        face = piece.face;
        font = embeddedOf(face.font);
        // A subset always begins with the space, so that it does not depend on the first word.
        if (!codes.has(face.space)) encoded(font, face.space);
        text += ` /${file.fontResource(font)} ${style.size} Tf`;
      }
      const right = pdfNumber(piece.x - x);
      const up = pdfNumber(piece.y - y);
      text += ` ${right} ${up} Td [(`;
      const { words } = piece;
      for (let at = 0; at < words.length; at++) {
        const word = words[at];
        if (word === undefined) break;
        if (word.fonts !== undefined || word.rises !== undefined) text += mixed(word, face, style.size);
        else text += codes.get(word) ?? encoded(font, word);
      }
      text += ')] TJ';
      x += right;
      y += up;
    }
    return `${text} ET`;
  };

  const place = (stack: Stack, first: number, end: number, left: number, top: number): PlacedPiece[] => {
    const placed: PlacedPiece[] = [];
    const { style, lines, tops } = stack;
    const offset = tops[first] ?? 0;
    let lastFace: Face | undefined;
    let rise = 0;
    for (let index = first; index < end; index++) {
      let x = left;
      let isTurned = false;
      const lineTop = top - ((tops[index] ?? 0) - offset);
      const pieces = lines[index]?.pieces ?? [];
      for (let at = 0; at < pieces.length; at++) {
        const piece = pieces[at];
        if (piece === undefined) break;
        const { words, face, source } = piece;
        if (face !== lastFace) rise = baselineOf(face, style);
        lastFace = face;
        placed.push({ words, face, run: source, x, y: lineTop - rise });
        isTurned ||= face.level > 0;
        if (at + 1 < pieces.length) x += widthOfWords(words, face, style.size);
      }
      if (isTurned) placeInOrder(placed.slice(-pieces.length), left, style);
    }
    return placed;
  };

  /**
   * Draws pieces within an element. If all pieces are in one language, the element gets this language; otherwise the
   * pieces in other languages become spans.
   */
  const drawTagged = (placed: readonly PlacedPiece[], style: TextStyle, parent: Element): void => {
    if (parent.kids === '' && parent.lang === undefined) parent.lang = commonLang(placed);
    for (const alike of consecutive(placed, (piece, first) => sameTagging(first.run, piece.run)))
      drawAlike(alike, style, parent);
  };

  /** Draws pieces, each with its own ActualText. */
  const drawRead = (pieces: readonly PlacedPiece[], style: TextStyle, element: Element): void => {
    // The sequences are not nested, because Poppler ends the outer sequence where the inner one ends.
    for (const group of consecutive(pieces, isUnreadWith))
      file.draw(tree.content(element, readingOf(group[0])), operators(group, style));
  };

  /** Draws pieces with the same tagging. */
  const drawAlike = (
    pieces: readonly [PlacedPiece, ...PlacedPiece[]],
    style: TextStyle,
    parent: Element,
  ): void => {
    const [{ run }] = pieces;
    const runLang = run.lang ?? lang;
    const foreign = runLang !== (parent.lang ?? lang);
    const span = foreign || isSpecial(run) || run.link !== undefined;
    const type = run.link === undefined ? 'Span' : 'Link';
    const element = span
      ? tree.open(parent, type, spanAttributes(run, foreign ? runLang : undefined))
      : parent;
    const signs = remarkSigns(pieces, design, style);
    if (signs !== '') file.draw(DECORATION, signs);
    if (pieces.every(isPlain)) file.draw(tree.content(element), operators(pieces, style));
    else
      for (const stretch of consecutive(pieces, isTurnedWith))
        if (levelOf(stretch[0]) === 0) drawRead(stretch, style, element);
        else {
          // Programs that read glyphs expect them in visual order; programs that read tags get the text in logical
          // order.
          const inner = tree.open(element, 'Span', { actualText: turnedText(stretch) });
          drawRead(inVisualOrder(stretch, levelOf), style, inner);
          tree.close(inner);
        }
    if (run.link !== undefined) {
      const words = [...new Set(pieces.map((piece) => piece.run))].map(({ text }) => text).join('');
      for (const rectangle of linesOf(pieces, style)) tree.outerLink(element, rectangle, run.link, words);
    }
    if (span) tree.close(element);
    if (run.change !== undefined)
      file.draw(DECORATION, decoration(pieces, pdfColour(colours[run.change]), wordRules[run.change], style));
  };

  return {
    stack(stack, first, end, x, top, element, tail) {
      if (end <= first) return;
      const { style, tops } = stack;
      const placed = place(stack, first, end, x, top);
      if (tail !== undefined) {
        const { words, face } = tail;
        const y = top - ((tops[end - 1] ?? 0) - (tops[first] ?? 0)) - baselineOf(face, style);
        placed.push({ words, face, run: tailRun(placed.at(-1)?.run.lang), x: tail.x, y });
      }
      drawTagged(placed, style, element);
    },
    artifact(text, style, x, top) {
      if (text === '') return;
      const face = faces[style.face];
      const piece = {
        words: shapeText(face, text),
        face,
        run: { text },
        x,
        y: top - baselineOf(face, style),
      };
      file.draw(PAGINATION, operators([piece], style));
    },
    artifactStack(stack, x, top) {
      if (stack.lines.length === 0) return;
      const placed = place(stack, 0, stack.lines.length, x, top);
      const signs = remarkSigns(placed, design, stack.style);
      const drawn = operators(placed, stack.style);
      file.draw(PAGINATION, signs === '' ? drawn : `${signs} ${drawn}`);
    },
  };
}

/** Creates a run for additional words at the end of a line, in the language of the words before them. */
const tailRun = (lang: Lang | undefined): SetRun => (lang === undefined ? { text: '' } : { text: '', lang });

interface PlacedPiece {
  words: readonly ShapedWord[];
  face: Face;
  run: SetRun;
  x: number;
  /** Baseline, in points from the lower edge of the page. */
  y: number;
}

/** Sets the positions of the pieces of a line in visual order. */
function placeInOrder(line: readonly PlacedPiece[], left: number, { size }: TextStyle): void {
  let x = left;
  for (const piece of inVisualOrder(line, levelOf)) {
    piece.x = x;
    x += widthOfWords(piece.words, piece.face, size);
  }
}

function colourName(run: SetRun | undefined, style: TextStyle): ColourName {
  if (run?.remark?.part === 'number') return 'paper';
  if (run?.severity !== undefined) return run.severity;
  return run?.change ?? (run?.quiet ? 'quiet' : style.colour);
}

/** The language of all pieces, if all of their runs name the same language. */
function commonLang(placed: readonly PlacedPiece[]): Lang | undefined {
  const lang = placed[0]?.run.lang;
  return placed.every(({ run }) => run.lang === lang) ? lang : undefined;
}

/**
 * ActualText of a piece, if its glyphs do not represent its text. The ActualText is in visual order like the glyphs,
 * because reading programs reverse right-to-left text.
 */
function readingOf({ words, face }: PlacedPiece): string | undefined {
  const word = words[0];
  if (word?.reads === undefined || face.level % 2 === 0) return word?.reads;
  const turned = [...word.reads].reverse().join('');
  return word.texts.join('') === turned ? undefined : turned;
}

const isUnreadWith = (piece: PlacedPiece, first: PlacedPiece): boolean =>
  readingOf(piece) === undefined && readingOf(first) === undefined;

const isPlain = (piece: PlacedPiece): boolean => levelOf(piece) === 0 && readingOf(piece) === undefined;

const levelOf = ({ face }: PlacedPiece): number => face.level;

/**
 * Whether two consecutive pieces are drawn together: both have the embedding level 0, or both have a higher level and
 * are on the same line.
 */
const isTurnedWith = (piece: PlacedPiece, first: PlacedPiece): boolean =>
  levelOf(first) === 0 ? levelOf(piece) === 0 : levelOf(piece) > 0 && piece.y === first.y;

/** The text of pieces in logical order. */
const turnedText = (pieces: readonly PlacedPiece[]): string =>
  pieces.flatMap(({ words }) => words.map(({ reads, text }) => reads ?? text)).join('');

function sameTagging(a: Run, b: Run): boolean {
  return a === b || (!isSpecial(a) && !isSpecial(b) && a.link === b.link && a.lang === b.lang);
}

/**
 * Whether a run needs a span for a reason other than its language: it is spoken differently, or it is marked as
 * changed.
 */
function isSpecial(run: Run): boolean {
  return run.spoken !== undefined || run.change !== undefined;
}

/** @param lang language, if it differs from that of the parent */
function spanAttributes({ spoken, change }: Run, lang: Lang | undefined): Attributes {
  return {
    ...(lang === undefined ? {} : { lang }),
    ...(spoken === undefined ? {} : { alt: spoken }),
    ...(change === undefined ? {} : { decoration: change === 'inserted' ? 'Underline' : 'LineThrough' }),
  };
}

/** The boxes behind the numbers of remarks, and the lines under the words to which the remarks refer. */
function remarkSigns(placed: readonly PlacedPiece[], design: Design, { size }: TextStyle): string {
  const signs: string[] = [];
  for (const piece of placed)
    if (piece.run.remark !== undefined) signs.push(remarkSign(piece, piece.run.remark, design, size));
  return signs.join(' ');
}

function remarkSign(
  { words, face, x, y }: PlacedPiece,
  { severity, part }: NonNullable<SetRun['remark']>,
  { colours, wordRules, remarks: { number } }: Design,
  size: number,
): string {
  const colour = pdfColour(colours[severity]);
  const width = widthOfWords(words, face, size);
  if (part === 'words') {
    const level = pdfNumber(y + wordRules.remark.level * size);
    return `${colour} RG ${wordRules.remark.weight} w ${pdfNumber(x)} ${level} m ${pdfNumber(x + width)} ${level} l S`;
  }
  const foot = pdfNumber(y + number.foot * size);
  const height = pdfNumber((number.head - number.foot) * size);
  const box = pdfNumber(width - number.gap * size);
  return `${colour} rg ${pdfNumber(x)} ${foot} ${box} ${height} re f`;
}

/** For each line, the rectangle that the pieces on this line cover. */
function linesOf(pieces: readonly PlacedPiece[], { size }: TextStyle): Rectangle[] {
  const lines = new Map<number, Rectangle>();
  for (const { words, face, x, y } of pieces) {
    const right = x + widthOfWords(words, face, size);
    const { ascent, descent, unitsPerEm } = face.font;
    const scale = size / unitsPerEm;
    const line = lines.get(y) ?? { left: x, bottom: y + descent * scale, right, top: y + ascent * scale };
    lines.set(y, { ...line, left: Math.min(line.left, x), right: Math.max(line.right, right) });
  }
  return [...lines.values()];
}

/** Underlines inserted text and strikes through deleted text. */
function decoration(
  pieces: readonly PlacedPiece[],
  colour: string,
  { weight, level: share }: Design['wordRules']['inserted'],
  { size }: TextStyle,
): string {
  const lines = pieces.map(({ words, face, x, y }) => {
    const level = pdfNumber(y + share * size);
    const end = x + widthOfWords(words, face, size);
    return `${pdfNumber(x)} ${level} m ${pdfNumber(end)} ${level} l`;
  });
  return `${colour} RG ${weight} w ${lines.join(' ')} S`;
}
