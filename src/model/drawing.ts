/** Vector drawings: the visible content of SVG files, with all references resolved. */

/** Maps points (x, y) to (a x + c y + e, b x + d y + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A path segment: move, line, cubic curve with two control points, or close. */
export type Segment =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export type Path = readonly Segment[];

/** The rule by which the interior of a path that crosses itself is determined. */
export type FillRule = 'nonzero' | 'evenodd';

/** A path, in the units of the drawing, and its fill rule. */
export interface Outline {
  path: Path;
  rule: FillRule;
}

/** A colour stop of a gradient. */
export interface Stop {
  /** The offset, from 0 to 1. The offset must not be less than that of the previous stop. */
  at: number;
  /** The colour, as `#rrggbb`. */
  colour: string;
  /** The opacity, from 0 to 1. */
  opacity: number;
}

/** A gradient from one point or circle to another. The first and the last colour continue beyond its ends. */
export interface Gradient {
  /** Linear: a line from (x1, y1) to (x2, y2). Radial: from the focal point (fx, fy) to the circle around (cx, cy). */
  along:
    | { kind: 'linear'; x1: number; y1: number; x2: number; y2: number }
    | { kind: 'radial'; fx: number; fy: number; cx: number; cy: number; r: number };
  /** Maps the units of the gradient to the units of the painted shape. */
  matrix: Matrix;
  /** The stops; there are at least two. */
  stops: readonly Stop[];
}

/** A colour `#rrggbb` or a gradient, and its opacity from 0 to 1. */
export interface Paint {
  paint: string | Gradient;
  opacity: number;
}

export interface Stroke extends Paint {
  width: number;
  cap: 'butt' | 'round' | 'square';
  join: 'miter' | 'round' | 'bevel';
  miterLimit: number;
  /** The lengths of dashes and gaps, alternately; empty for a solid line. */
  dashes: readonly number[];
  dashOffset: number;
}

/** A path that is filled first and then stroked. */
export interface Shape {
  kind: 'shape';
  /** The path, in the units of the shape (like the stroke). */
  path: Path;
  /** Maps the units of the shape to the units of the drawing. */
  matrix: Matrix;
  fill?: Paint & { rule: FillRule };
  stroke?: Stroke;
}

/** Nodes with a common opacity or common clipping paths. */
export interface Group {
  kind: 'group';
  /** The opacity from 0 to 1, applied to the group as a whole. */
  opacity: number;
  /**
   * Clipping paths, each of which consists of outlines. A point is visible if every clipping path has an outline that
   * contains the point.
   */
  clips: readonly (readonly Outline[])[];
  nodes: readonly DrawingNode[];
}

export type DrawingNode = Shape | Group;

export interface Drawing {
  /** The width in units; the longer side of a drawing is 1000 units. */
  width: number;
  height: number;
  /** The nodes, from back to front. */
  nodes: readonly DrawingNode[];
}

/** The length of the longer side of a drawing, in the units of the drawing. */
export const DRAWING_SIDE = 1000;

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The product of two matrices; the second one is applied first. */
export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** Applies a matrix to every point of a path. */
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

/** Maximum number of significant digits and decimal places of a number in a drawing. */
const DIGITS = 8;
const PLACES = 12;

/** A number in decimal notation, as PDF and SVG require, never with an exponent. */
export function decimal(value: number): string {
  if (Number.isInteger(value)) return String(value === 0 ? 0 : value);
  const places = Math.min(PLACES, Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)))));
  const written = value.toFixed(places);
  const short = written.includes('.') ? written.replace(/\.?0+$/, '') : written;
  return short === '-0' ? '0' : short;
}
