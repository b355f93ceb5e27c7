/**
 * Parsers for the values of SVG attributes and properties: numbers, lengths, colours and matrices. Each parser returns
 * undefined for an invalid value.
 */

import { colord, extend } from 'colord';
import names from 'colord/plugins/names';
import { IDENTITY, LIMITS, type Matrix, multiply, ownProperty } from '../../../model/index.ts';

extend([names]);

const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?';
const NUMBERS = new RegExp(NUMBER, 'g');
const ONE_NUMBER = new RegExp(`^${NUMBER}$`);
const LENGTH = new RegExp(`^(${NUMBER})(px|pt|pc|mm|cm|in|q|%)?$`, 'i');

/** Parses a number; also undefined if the number exceeds the limit for drawings. */
export function numberOf(value: string): number | undefined {
  const text = value.trim();
  return ONE_NUMBER.test(text) ? bounded(Number(text)) : undefined;
}

/** Returns a number unchanged, or undefined if it exceeds the limit for drawings. */
export const bounded = (value: number): number | undefined =>
  Math.abs(value) <= LIMITS.drawingNumber ? value : undefined;

/**
 * Parses numbers that are separated by spaces or commas; a new number can also begin with a plus sign, a minus sign or
 * a decimal point.
 */
export function numbersOf(value: string): number[] | undefined {
  const words = value.match(NUMBERS) ?? [];
  const numbers = words.flatMap((word) => numberOf(word) ?? []);
  const isWhole = numbers.length === words.length && /^[\s,]*$/.test(value.replace(NUMBERS, ''));
  return isWhole ? numbers : undefined;
}

/** Parses a number or percentage, clamped to the range from 0 to 1. */
export function shareOf(value: string): number | undefined {
  const text = value.trim();
  const number = numberOf(text.replace(/%$/, ''));
  return number === undefined
    ? undefined
    : Math.min(1, Math.max(0, text.endsWith('%') ? number / 100 : number));
}

const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  q: 96 / 101.6,
};

/**
 * Parses a length and converts it to CSS pixels.
 *
 * @param whole length that percentages refer to
 */
export function lengthOf(value: string, whole: number): number | undefined {
  const [, number, unit = 'px'] = LENGTH.exec(value.trim()) ?? [];
  if (number === undefined) return undefined;
  return bounded(Number(number) * (unit === '%' ? whole / 100 : (PIXELS[unit.toLowerCase()] ?? 1)));
}

/**
 * Creates a function that reads lengths from attributes. A missing attribute has the length 0, unless the call
 * specifies a fallback.
 *
 * @param refuse called for a length that cannot be parsed
 */
export const lengthsOf =
  (attribute: (name: string) => string | undefined, refuse: (name: string) => void): Lengths =>
  (name, whole, fallback = '0') => {
    const read = lengthOf(attribute(name) ?? fallback, whole);
    if (read === undefined) refuse(name);
    return read ?? 0;
  };

/** @param whole length that percentages refer to */
export type Lengths = (name: string, whole: number, fallback?: string) => number;

export interface Colour {
  /** The colour as `#rrggbb`. */
  colour: string;
  /** The opacity, from 0 to 1. */
  opacity: number;
}

export function colourOf(value: string): Colour | undefined {
  const colour = colord(value.trim().replace(/\s+icc-color\([^)]*\)$/i, ''));
  if (!colour.isValid()) return undefined;
  return { colour: colour.alpha(1).toHex(), opacity: colour.alpha() };
}

/**
 * A `fill` or `stroke` value: none, a colour, the current colour, or a reference to an element in the file, with a
 * fallback.
 */
export type PaintName =
  | { kind: 'none' }
  | ({ kind: 'colour' } & Colour)
  | { kind: 'current' }
  | { kind: 'reference'; id: string; fallback: PaintName };

const REFERENCE = /^url\(\s*(["']?)#([^"')\s]+)\1\s*\)\s*(.*)$/;

export function paintNameOf(text: string): PaintName | undefined {
  const found = REFERENCE.exec(text);
  if (found !== null) {
    const [, , id = '', rest = ''] = found;
    const fallback = rest === '' ? ({ kind: 'none' } as const) : paintNameOf(rest);
    return fallback && { kind: 'reference', id, fallback };
  }
  if (/^none$/i.test(text)) return { kind: 'none' };
  if (/^currentcolor$/i.test(text)) return { kind: 'current' };
  const colour = colourOf(text);
  return colour && { kind: 'colour', ...colour };
}

/** The id in `url(#id)`; null for `none`. */
export function referenceOf(text: string): string | null | undefined {
  if (text === 'none') return null;
  const [, , id, rest] = REFERENCE.exec(text) ?? [];
  return rest === '' ? id : undefined;
}

const STEP = /^[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*/;
const RADIANS = Math.PI / 180;

/**
 * Parses a list of transformations and combines them into one matrix. Lengths may have the unit px, and angles the unit
 * deg.
 */
export function matrixOf(value: string): Matrix | undefined {
  let matrix = IDENTITY;
  let rest = value.trim();
  if (rest === 'none') return matrix;
  while (rest !== '') {
    const [whole = '', name = '', list = ''] = STEP.exec(rest) ?? [];
    const numbers = numbersOf(list.replace(/(\d)(?:px|deg)\b/g, '$1'));
    const next = numbers && stepOf(name, numbers);
    if (next === undefined) return undefined;
    matrix = multiply(matrix, next);
    rest = rest.slice(whole.length);
  }
  return matrix.every((entry) => bounded(entry) !== undefined) ? matrix : undefined;
}

function stepOf(name: string, numbers: readonly number[]): Matrix | undefined {
  const step = ownProperty(STEPS, name);
  return step?.counts.includes(numbers.length) ? step.matrix(...numbers) : undefined;
}

/** Transformations, each with its allowed numbers of arguments and its matrix. */
const STEPS: Readonly<
  Record<string, { counts: readonly number[]; matrix: (...numbers: number[]) => Matrix }>
> = {
  matrix: { counts: [6], matrix: (a = 0, b = 0, c = 0, d = 0, e = 0, f = 0) => [a, b, c, d, e, f] },
  translate: { counts: [1, 2], matrix: (x = 0, y = 0) => [1, 0, 0, 1, x, y] },
  translateX: { counts: [1], matrix: (x = 0) => [1, 0, 0, 1, x, 0] },
  translateY: { counts: [1], matrix: (y = 0) => [1, 0, 0, 1, 0, y] },
  scale: { counts: [1, 2], matrix: (x = 0, y = x) => [x, 0, 0, y, 0, 0] },
  scaleX: { counts: [1], matrix: (x = 0) => [x, 0, 0, 1, 0, 0] },
  scaleY: { counts: [1], matrix: (y = 0) => [1, 0, 0, y, 0, 0] },
  rotate: { counts: [1, 3], matrix: rotation },
  skewX: { counts: [1], matrix: (angle = 0) => [1, 0, Math.tan(angle * RADIANS), 1, 0, 0] },
  skewY: { counts: [1], matrix: (angle = 0) => [1, Math.tan(angle * RADIANS), 0, 1, 0, 0] },
};

function rotation(angle = 0, x = 0, y = 0): Matrix {
  const [cos, sin] = [Math.cos(angle * RADIANS), Math.sin(angle * RADIANS)];
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}
