/**
 * Reads what a content stream paints, by marked content (ISO 32000-1, 8 and 14.6): texts with their positions, and
 * whether all content is marked.
 */
import { arrayOf, Keyword, Lexer, Name, numberOf, PdfString, type PdfValue } from './pdf-objects.ts';

/** The properties of a font that are needed to read its texts. */
export interface ReadFont {
  name: string;
  /** Text of a two-byte code, from the ToUnicode map. */
  text(code: number): string | undefined;
  /** Width of a glyph in thousandths of the font size. */
  width(code: number): number;
}

/** One text-showing operation. Positions are in points from the lower left corner of the page. */
export interface Show {
  text: string;
  /** Start and end on the baseline. */
  x: number;
  end: number;
  y: number;
  size: number;
  colour: Colour;
  /** Colour below the start of the text. */
  background: Colour;
}

/** Red, green and blue from 0 to 1. */
export type Colour = readonly [number, number, number];

/** A marked-content sequence: an artifact, or content of a structure element. */
export interface Mark {
  tag: string;
  mcid?: number;
  shows: Show[];
  /** Number of painted paths. */
  paths: number;
}

export interface Content {
  marks: Mark[];
  problems: string[];
}

/** Left, bottom, right, top. */
type Box = readonly [number, number, number, number];

type Matrix = readonly [number, number, number, number, number, number];

interface State {
  matrix: Matrix;
  colour: Colour;
  font?: ReadFont;
  size: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [1, 1, 1];

/** Operators that paint nothing and do not affect this reader. */
const NEUTRAL = new Set(['Ts', 'w', 'J', 'j', 'M', 'd', 'gs', 'cs', 'CS', 'RG', 'G', 'W', 'n', 'h']);

/** Reads the content of a page. Faults are listed and not thrown. */
export function readContent(text: string, fonts: ReadonlyMap<string, ReadFont>): Content {
  const marks: Mark[] = [];
  const problems: string[] = [];
  const open: { mark: Mark | undefined; inText: boolean; actual?: string }[] = [];
  const saved: State[] = [];
  let state: State = { matrix: IDENTITY, colour: BLACK, size: 0 };
  let path: Box[] = [];
  const filled: { box: readonly [number, number, number, number]; colour: Colour }[] = [];
  let line: Matrix | undefined;
  let pen: Matrix = IDENTITY;

  const holder = (what: string): Mark => {
    const mark = open.findLast((entry) => entry.mark !== undefined)?.mark;
    if (mark !== undefined) return mark;
    problems.push(`${what} is painted outside marked content`);
    return { tag: '', shows: [], paths: 0 };
  };
  const begin = (tag: PdfValue | undefined, properties: PdfValue | undefined): void => {
    const name = tag instanceof Name ? tag.name : '';
    const id = properties instanceof Map ? properties.get('MCID') : undefined;
    const counts = name === 'Artifact' || id !== undefined;
    if (counts && open.some((entry) => entry.mark !== undefined))
      problems.push(`${name} begins inside other marked content`);
    const mark: Mark = { tag: name, ...(typeof id === 'number' ? { mcid: id } : {}), shows: [], paths: 0 };
    if (counts) marks.push(mark);
    const actual = properties instanceof Map ? properties.get('ActualText') : undefined;
    open.push({
      mark: counts ? mark : undefined,
      inText: line !== undefined,
      ...(actual instanceof PdfString ? { actual: actual.text } : {}),
    });
  };
  const show = (parts: readonly PdfValue[]): void => {
    const { font, size } = state;
    if (line === undefined) problems.push('text is shown outside a text object');
    if (font === undefined) {
      problems.push('text is shown without a font');
      return;
    }
    const from = transform(pen, state.matrix);
    let shown = '';
    for (const part of parts) {
      if (typeof part === 'number') pen = multiply([1, 0, 0, 1, (-part / 1000) * size, 0], pen);
      else if (part instanceof PdfString) {
        for (let at = 0; at < part.bytes.length; at += 2) {
          const code = part.bytes.charCodeAt(at) * 256 + part.bytes.charCodeAt(at + 1);
          const characters = font.text(code);
          if (code === 0) problems.push(`the glyph .notdef is shown in ${font.name}`);
          if (characters === undefined || characters === '')
            problems.push(`code ${code} of ${font.name} has no characters`);
          shown += characters ?? '';
          pen = multiply([1, 0, 0, 1, (font.width(code) / 1000) * size, 0], pen);
        }
      }
    }
    const to = transform(pen, state.matrix);
    // The replacement text of a sequence is read once for all its content (14.9.4).
    const reading = open.findLast((entry) => entry.actual !== undefined);
    if (reading !== undefined) {
      shown = reading.actual ?? '';
      reading.actual = '';
    }
    const under = filled.findLast(
      ({ box }) => from.x >= box[0] && from.x <= box[2] && from.y >= box[1] && from.y <= box[3],
    );
    holder(`the text "${shown}"`).shows.push({
      text: shown,
      x: from.x,
      end: to.x,
      y: from.y,
      size: size * Math.abs(state.matrix[3] * (line?.[3] ?? 1)),
      colour: state.colour,
      background: under?.colour ?? WHITE,
    });
  };

  const run = (operator: string, operands: readonly PdfValue[]): void => {
    const numbers = operands.filter((operand) => typeof operand === 'number');
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    switch (operator) {
      case 'q':
        saved.push(state);
        break;
      case 'Q': {
        const last = saved.pop();
        if (last === undefined) problems.push('Q without q');
        else state = last;
        break;
      }
      case 'cm':
        state = { ...state, matrix: multiply([a, b, c, d, e, f], state.matrix) };
        break;
      case 'rg':
      case 'scn':
        if (numbers.length !== 3) problems.push(`${operator} with ${numbers.length} components`);
        state = { ...state, colour: [a, b, c] };
        break;
      case 'g':
        state = { ...state, colour: [a, a, a] };
        break;
      case 're':
        path.push([a, b, a + c, b + d]);
        break;
      case 'm':
        path.push([a, b, a, b]);
        break;
      // Only the end points of a curve are used.
      case 'l':
        path.push(around(path.pop(), a, b));
        break;
      case 'c':
        path.push(around(path.pop(), e, f));
        break;
      case 'Do':
        holder('a picture').paths++;
        break;
      case 'f':
      case 'S':
        holder('a path').paths++;
        if (operator === 'f')
          for (const box of path) filled.push({ box: boxOf(box, state.matrix), colour: state.colour });
        path = [];
        break;
      case 'BT':
        if (line !== undefined) problems.push('a text object begins inside another');
        line = IDENTITY;
        pen = IDENTITY;
        break;
      case 'ET':
        if (line === undefined) problems.push('ET without BT');
        line = undefined;
        break;
      case 'Tf': {
        const name = operands[0] instanceof Name ? operands[0].name : '';
        const font = fonts.get(name);
        if (font === undefined) problems.push(`no font ${name} on the page`);
        else state = { ...state, font, size: a };
        break;
      }
      case 'Td':
        line = multiply([1, 0, 0, 1, a, b], line ?? IDENTITY);
        pen = line;
        break;
      case 'Tm':
        line = [a, b, c, d, e, f];
        pen = line;
        break;
      case 'Tj':
        show(operands);
        break;
      case 'TJ':
        show(arrayOf(operands[0]));
        break;
      case 'BMC':
      case 'BDC':
        begin(operands[0], operands[1]);
        break;
      case 'EMC': {
        const last = open.pop();
        if (last === undefined) problems.push('EMC without BDC');
        else if (last.inText !== (line !== undefined)) problems.push('marked content and text objects cross');
        break;
      }
      default:
        if (!NEUTRAL.has(operator)) problems.push(`the operator ${operator} is not known`);
        if (operator === 'n') path = [];
    }
  };

  const lexer = new Lexer(text);
  let operands: PdfValue[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (token instanceof Keyword) {
      run(token.word, operands);
      operands = [];
    } else operands.push(token);
  }
  if (open.length > 0) problems.push('marked content without end');
  if (saved.length > 0) problems.push('q without Q');
  if (line !== undefined) problems.push('BT without ET');
  return { marks, problems };
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

/** The position of a matrix's origin on the page. */
function transform(pen: Matrix, matrix: Matrix): { x: number; y: number } {
  const [, , , , x, y] = multiply(pen, matrix);
  return { x, y };
}

/** A box extended to include a point. */
function around(box: Box | undefined, x: number, y: number): Box {
  if (box === undefined) return [x, y, x, y];
  return [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
}

function boxOf(
  [left, bottom, right, top]: readonly [number, number, number, number],
  matrix: Matrix,
): [number, number, number, number] {
  const a = transform([1, 0, 0, 1, left, bottom], matrix);
  const b = transform([1, 0, 0, 1, right, top], matrix);
  return [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)];
}

const BFCHAR = /beginbfchar([\s\S]*?)endbfchar/g;
const BFRANGE = /beginbfrange([\s\S]*?)endbfrange/g;

/** The characters of codes according to a ToUnicode map (9.10.3). */
export function readToUnicode(text: string): Map<number, string> {
  const characters = new Map<number, string>();
  const codeOf = (value: PdfValue): number =>
    value instanceof PdfString ? Buffer.from(value.bytes, 'latin1').readUIntBE(0, value.bytes.length) : -1;
  const textOf = (value: PdfValue | undefined): string =>
    value instanceof PdfString ? Buffer.from(value.bytes, 'latin1').swap16().toString('utf16le') : '';
  for (const [, body = ''] of text.matchAll(BFCHAR)) {
    const values = arrayOf(new Lexer(`[${body}]`).value());
    for (let at = 0; at + 1 < values.length; at += 2)
      characters.set(codeOf(values[at] ?? null), textOf(values[at + 1]));
  }
  for (const [, body = ''] of text.matchAll(BFRANGE)) {
    const values = arrayOf(new Lexer(`[${body}]`).value());
    for (let at = 0; at + 2 < values.length; at += 3) {
      const first = codeOf(values[at] ?? null);
      const last = codeOf(values[at + 1] ?? null);
      const target = values[at + 2];
      for (let code = first; code <= last; code++) {
        if (Array.isArray(target)) characters.set(code, textOf(target[code - first]));
        else {
          const start = textOf(target);
          const end = String.fromCodePoint((start.codePointAt(start.length - 1) ?? 0) + code - first);
          characters.set(code, start.slice(0, -1) + end);
        }
      }
    }
  }
  return characters;
}

/** The CIDs of codes according to a CMap (9.7.5.4). */
export function readCids(text: string): Map<number, number> {
  const lines = [...text.matchAll(/begincidchar\n(.*?)endcidchar/gs)].flatMap(([, body = '']) => [
    ...body.matchAll(/<([0-9a-f]{4})> (\d+)/g),
  ]);
  return new Map(lines.map(([, code = '', cid]) => [Number.parseInt(code, 16), Number(cid)]));
}

/** Glyph widths from the W array of a CID font (9.7.4.3). */
export function readWidths(widths: PdfValue | undefined): Map<number, number> {
  const read = new Map<number, number>();
  const values = widths === undefined ? [] : arrayOf(widths);
  for (let at = 0; at < values.length; ) {
    const first = numberOf(values[at]);
    const next = values[at + 1];
    if (Array.isArray(next)) {
      next.forEach((width, index) => {
        read.set(first + index, numberOf(width));
      });
      at += 2;
    } else {
      for (let code = first; code <= numberOf(next); code++) read.set(code, numberOf(values[at + 2]));
      at += 3;
    }
  }
  return read;
}
