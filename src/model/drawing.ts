/** Drawings of lines and areas, as vectors: what an SVG file shows, with nothing left to look up. */

/** Maps points (x, y) to (a x + c y + e, b x + d y + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A piece of a path: to where the pen moves, a line, a curve with its two handles, the way back to where it was put down. */
export type Segment =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export type Path = readonly Segment[];

/** What is inside a path that crosses itself. */
export type FillRule = 'nonzero' | 'evenodd';

/** A path and what is inside it, in units of the drawing. */
export interface Outline {
  path: Path;
  rule: FillRule;
}

/** A colour on the way from one to another. */
export interface Stop {
  /** 0 to 1, not before the stop in front of it. */
  at: number;
  /** `#rrggbb` */
  colour: string;
  /** 0 to 1. */
  opacity: number;
}

/** Colours from a point or circle to another; before the first and behind the last stop goes on what these have. */
export interface Gradient {
  /** Of a line from (x1, y1) to (x2, y2); of circles from the point (fx, fy) to that about (cx, cy). */
  along:
    | { kind: 'linear'; x1: number; y1: number; x2: number; y2: number }
    | { kind: 'radial'; fx: number; fy: number; cx: number; cy: number; r: number };
  /** From the gradient's own units to those of the shape that it paints. */
  matrix: Matrix;
  /** Two at least. */
  stops: readonly Stop[];
}

/** A colour `#rrggbb`, or several that go over into each other; and how much of them covers what is below, from 0 to 1. */
export interface Paint {
  paint: string | Gradient;
  opacity: number;
}

export interface Stroke extends Paint {
  width: number;
  cap: 'butt' | 'round' | 'square';
  join: 'miter' | 'round' | 'bevel';
  miterLimit: number;
  /** Lengths of dashes and gaps in turn; none for a line without gaps. */
  dashes: readonly number[];
  dashOffset: number;
}

/** A path, filled first and then drawn along. */
export interface Shape {
  kind: 'shape';
  /** In units of its own, as the stroke's are. */
  path: Path;
  /** From these to those of the drawing. */
  matrix: Matrix;
  fill?: Paint & { rule: FillRule };
  stroke?: Stroke;
}

/** Nodes that are covered or cut together. */
export interface Group {
  kind: 'group';
  /** 0 to 1, of all that it holds as one. */
  opacity: number;
  /** What is seen lies in one outline at least of each of these. */
  clips: readonly (readonly Outline[])[];
  nodes: readonly DrawingNode[];
}

export type DrawingNode = Shape | Group;

export interface Drawing {
  /** Its longer side has a thousand units. */
  width: number;
  height: number;
  /** From back to front. */
  nodes: readonly DrawingNode[];
}

/** Units of the longer side of a drawing. */
export const DRAWING_SIDE = 1000;

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Both, the second first. */
export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** A path with all its points in their places by a matrix. */
export function mapped(path: Path, [a, b, c, d, e, f]: Matrix): Path {
  const x = (px: number, py: number): number => a * px + c * py + e;
  const y = (px: number, py: number): number => b * px + d * py + f;
  return path.map((segment): Segment => {
    if (segment[0] === 'Z') return segment;
    if (segment[0] !== 'C') return [segment[0], x(segment[1], segment[2]), y(segment[1], segment[2])];
    const [, x1, y1, x2, y2, x3, y3] = segment;
    return ['C', x(x1, y1), y(x1, y1), x(x2, y2), y(x2, y2), x(x3, y3), y(x3, y3)];
  });
}

/** Digits that a number of a drawing is written with, and places behind the point at most. */
const DIGITS = 8;
const PLACES = 12;

/** A number as PDF and SVG write it: never with an exponent. */
export function decimal(value: number): string {
  if (Number.isInteger(value)) return String(value === 0 ? 0 : value);
  const places = Math.min(PLACES, Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)))));
  const written = value.toFixed(places);
  const short = written.includes('.') ? written.replace(/\.?0+$/, '') : written;
  return short === '-0' ? '0' : short;
}
