/**
 * Clips a drawing slightly outside its edges. Drawing programs often leave content there, such as the rest of a map.
 * The rasterizer fails on groups far outside, and draws shapes that extend far beyond the edges incorrectly.
 */
import {
  type Drawing,
  type DrawingNode,
  type Group,
  IDENTITY,
  type Matrix,
  mapped,
  multiply,
  type Outline,
  type Paint,
  type Path,
  type Segment,
  type Shape,
  type Stroke,
} from '../../../model/index.ts';
import { unprintable } from '../unprintable.ts';
import { type Bounds, boundsOf, rectangle } from './paths.ts';

type Point = readonly [x: number, y: number];

/** A cubic Bézier curve with its control points. */
type Curve = readonly [Point, Point, Point, Point];
type Piece = readonly [Point, Point] | Curve;

/** Tolerance in drawing units below which a curve counts as a line. */
const STRAIGHT = 0.02;
/** Maximum number of bisections of a curve. */
const HALVINGS = 40;
/** Maximum distance in drawing units that a line reaches from its centre: the rasterizer's numbers have seven digits. */
const WIDEST = 1e7;
/** Number of chords that approximate the length of a curve. */
const CHORDS = 32;

/** Hint for drawings that cannot be rasterized. */
export const SAVE_AS_PNG = 'save it as PNG';

/**
 * Distance that a drawing may extend beyond its edges, and the distance at which larger drawings are clipped, as shares
 * of width and height.
 */
const MAX_OVERHANG = 0.9;
const CUT_BEYOND = 0.1;

/**
 * Clips a drawing slightly outside its edges.
 *
 * @returns the same drawing if it does not reach far beyond them
 * @throws UserError if a line is too wide
 */
export function cutAtEdges(drawing: Drawing): Drawing {
  const { nodes } = drawing;
  const most = around(drawing, MAX_OVERHANG);
  if (nodes.every((node) => holds(most, node))) return drawing;
  return { ...drawing, nodes: new Cutter(drawing).nodes(nodes) };
}

const around = ({ width, height }: Drawing, share: number): Bounds => ({
  x: -share * width,
  y: -share * height,
  width: (1 + 2 * share) * width,
  height: (1 + 2 * share) * height,
});

/** Whether a node is within a box, including the width of its lines. */
function holds(box: Bounds, node: DrawingNode): boolean {
  if (node.kind === 'group')
    return (
      node.nodes.every((inner) => holds(box, inner)) &&
      node.clips.flat().every(({ path }) => isInside(boundsOf(path), box))
    );
  const bounds = boundsOf(mapped(node.path, node.matrix));
  return isInside(node.stroke ? widened(bounds, reachOf(node.stroke, node.matrix)) : bounds, box);
}

class Cutter {
  readonly #box: Bounds;
  /** Invisible shape that limits the bounds that the rasterizer computes for a group. */
  readonly #anchor: Shape;

  constructor(drawing: Drawing) {
    this.#box = around(drawing, CUT_BEYOND);
    this.#anchor = {
      kind: 'shape',
      path: rectangle(0, 0, drawing.width, drawing.height),
      matrix: IDENTITY,
      fill: { paint: '#000000', opacity: 0, rule: 'nonzero' },
    };
  }

  nodes(nodes: readonly DrawingNode[]): readonly DrawingNode[] {
    return nodes.flatMap((node) => (node.kind === 'group' ? this.#group(node) : this.#shape(node)));
  }

  #group(group: Group): DrawingNode[] {
    const clips = group.clips.map((outlines) =>
      outlines.flatMap((outline): Outline[] => {
        const path = areaIn(outline.path, this.#box);
        return path.length === 0 ? [] : [{ ...outline, path }];
      }),
    );
    const nodes = clips.some((outlines) => outlines.length === 0) ? [] : this.nodes(group.nodes);
    return nodes.length === 0 ? [] : [{ ...group, clips, nodes: [this.#anchor, ...nodes] }];
  }

  #shape(shape: Shape): DrawingNode[] {
    if (holds(this.#box, shape)) return [shape];
    const { path, matrix, fill, stroke } = shape;
    const area = fill === undefined ? [] : areaIn(mapped(path, matrix), this.#box);
    const filled: Shape[] =
      fill === undefined || area.length === 0
        ? []
        : [{ kind: 'shape', path: area, matrix: IDENTITY, fill: { ...fill, paint: moved(fill, matrix) } }];
    return stroke === undefined ? filled : [...filled, ...this.#line(path, matrix, stroke)];
  }

  #line(path: Path, matrix: Matrix, stroke: Stroke): DrawingNode[] {
    const { opacity, dashes, dashOffset } = stroke;
    const isDashed = dashes.length > 0;
    const reach = reachOf(stroke, matrix);
    if (reachOf({ ...stroke, join: 'round' }, matrix) > WIDEST)
      throw unprintable(
        'a line of the drawing is too wide to be drawn in pixels, which Word needs',
        SAVE_AS_PNG,
      );
    const stretches = stretchesIn(path, matrix, isDashed, widened(this.#box, reach));
    if (stretches.length === 0) return [];
    if (!isDashed) return [{ kind: 'shape', path: stretches.flatMap((one) => one.path), matrix, stroke }];
    // Dashes restart in each part and are therefore shifted. Crossing parts must cover the background as one.
    const lines = stretches.map(({ path: own, start }): Shape => {
      return {
        kind: 'shape',
        path: own,
        matrix,
        stroke: { ...stroke, opacity: 1, dashOffset: dashOffset + start },
      };
    });
    return [{ kind: 'group', opacity, clips: [], nodes: [this.#anchor, ...lines] }];
  }
}

/** The paint for a shape whose matrix has been applied. */
function moved({ paint }: Paint, matrix: Matrix): Paint['paint'] {
  return typeof paint === 'string' ? paint : { ...paint, matrix: multiply(matrix, paint.matrix) };
}

/** Maximum distance from the path at which a line is visible, in drawing units. */
function reachOf({ width, join, miterLimit }: Stroke, [a, b, c, d]: Matrix): number {
  return (width / 2) * Math.max(Math.SQRT2, join === 'miter' ? miterLimit : 1) * Math.hypot(a, b, c, d);
}

function widened<Box extends Bounds | undefined>(box: Box, by: number): Box {
  if (box === undefined) return box;
  const { x, y, width, height } = box;
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by } as Box;
}

const isInside = (bounds: Bounds | undefined, box: Bounds): boolean =>
  bounds === undefined ||
  areWithin(
    [
      [bounds.x, bounds.y],
      [bounds.x + bounds.width, bounds.y + bounds.height],
    ],
    box,
  );

/** Distances of a point from the sides of a box; negative outside. */
const sidesOf = ({ x, y, width, height }: Bounds): ((point: Point) => number)[] => [
  ([px]) => px - x,
  ([px]) => x + width - px,
  ([, py]) => py - y,
  ([, py]) => y + height - py,
];

/** Whether all points are beyond the same side of a box, so that nothing between them is in it. */
const areBeyond = (points: readonly Point[], box: Bounds): boolean =>
  sidesOf(box).some((depthOf) => points.every((point) => depthOf(point) < 0));

const areWithin = (points: readonly Point[], box: Bounds): boolean =>
  sidesOf(box).every((depthOf) => points.every((point) => depthOf(point) >= 0));

/** A subpath; a closed one ends where it starts. */
interface Part {
  pieces: Piece[];
  isClosed: boolean;
}

function partsOf(path: Path): Part[] {
  const parts: Part[] = [];
  let start: Point = [0, 0];
  let pen = start;
  for (const segment of path) {
    const part = parts.at(-1);
    if (segment[0] === 'M' || part === undefined) {
      if (segment[0] === 'M') start = [segment[1], segment[2]];
      pen = start;
      parts.push({ pieces: [], isClosed: false });
    } else if (segment[0] === 'C') {
      const [, x1, y1, x2, y2, x3, y3] = segment;
      part.pieces.push([pen, [x1, y1], [x2, y2], [x3, y3]]);
      pen = [x3, y3];
    } else {
      const end: Point = segment[0] === 'Z' ? start : [segment[1], segment[2]];
      part.pieces.push([pen, end]);
      part.isClosed = segment[0] === 'Z';
      pen = end;
    }
  }
  return parts;
}

const between = ([ax, ay]: Point, [bx, by]: Point, t: number): Point => [
  ax + t * (bx - ax),
  ay + t * (by - ay),
];

/** Splits a curve at a parameter. */
function split([a, b, c, d]: Curve, t: number): [Curve, Curve] {
  const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)];
  const [abc, bcd] = [between(ab, bc, t), between(bc, cd, t)];
  const at = between(abc, bcd, t);
  return [
    [a, ab, abc, at],
    [at, bcd, cd, d],
  ];
}

/** Whether the control points of a curve are on the line between its ends. */
function isStraight([a, b, c, d]: Curve): boolean {
  const [width, height] = [d[0] - a[0], d[1] - a[1]];
  const square = width ** 2 + height ** 2;
  return [b, c].every(([x, y]) => {
    const share = square === 0 ? 0 : ((x - a[0]) * width + (y - a[1]) * height) / square;
    const [nearX, nearY] = between(a, d, Math.min(1, Math.max(0, share)));
    return Math.hypot(x - nearX, y - nearY) <= STRAIGHT;
  });
}

const endOf = (piece: Piece): Point => piece[piece.length - 1] ?? piece[0];

/** End points of the lines that approximate a piece in a box; outside the box any route from start to end is valid. */
function straightened(piece: Piece, box: Bounds, depth = 0): Point[] {
  const isLine = piece.length === 2 || areBeyond(piece, box) || depth === HALVINGS || isStraight(piece);
  return isLine ? [endOf(piece)] : split(piece, 0.5).flatMap((half) => straightened(half, box, depth + 1));
}

/**
 * The areas of a path within a box (Sutherland and Hodgman). The same points of the box are inside, under either fill
 * rule.
 */
function areaIn(path: Path, box: Bounds): Path {
  if (isInside(boundsOf(path), box)) return path;
  return partsOf(path).flatMap(({ pieces }): Segment[] => {
    const [first] = pieces;
    if (first === undefined) return [];
    let points: Point[] = [first[0], ...pieces.flatMap((piece) => straightened(piece, box))];
    for (const depthOf of sidesOf(box))
      points = points.flatMap((point, index): Point[] => {
        const before = points.at(index - 1) ?? point;
        const [from, to] = [depthOf(before), depthOf(point)];
        const crossing = from < 0 === to < 0 ? [] : [between(before, point, from / (from - to))];
        return to < 0 ? crossing : [...crossing, point];
      });
    const [start, ...others] = points;
    return start === undefined
      ? []
      : [['M', ...start], ...others.map((point): Segment => ['L', ...point]), ['Z']];
  });
}

/** A remaining part of a line. */
interface Stretch {
  path: Segment[];
  /** Length of the line before this part. */
  start: number;
}

/**
 * The parts of a line within a box, in units of the line. At the start of a closed line the parts are merged, unless
 * it is dashed.
 */
function stretchesIn(path: Path, matrix: Matrix, isDashed: boolean, box: Bounds): Stretch[] {
  return partsOf(path).flatMap(({ pieces, isClosed }): Stretch[] => {
    const stretches: Stretch[] = [];
    let length = 0;
    let isDown = false;
    const draw = (from: Point, to: Segment, start: number): void => {
      if (!isDown) stretches.push({ path: [['M', ...from]], start });
      stretches.at(-1)?.path.push(to);
      isDown = true;
    };
    const add = (piece: Piece, depth: number): void => {
      const points = piece.map((point) => placed(point, matrix)) as unknown as Piece;
      const [from] = piece;
      const end = endOf(piece);
      if (areWithin(points, box)) draw(from, segmentOf(piece), length);
      else if (areBeyond(points, box)) isDown = false;
      else if (piece.length === 4 && depth < HALVINGS && points.length === 4 && !isStraight(points)) {
        for (const half of split(piece, 0.5)) add(half, depth + 1);
        return;
      } else {
        const [first, last] = shareIn(points[0], endOf(points), box);
        isDown &&= first === 0;
        if (first <= last)
          draw(
            between(from, end, first),
            ['L', ...between(from, end, last)],
            length + first * lengthOf(piece),
          );
        isDown &&= last === 1;
      }
      length += lengthOf(piece);
    };
    for (const piece of pieces) add(piece, 0);
    const [first, ...others] = stretches;
    const last = others.at(-1);
    if (!isClosed || !isDown || first?.start !== 0) return stretches;
    if (last === undefined) first.path.push(['Z']);
    else if (!isDashed) last.path.push(...first.path.slice(1));
    return last === undefined || isDashed ? stretches : others;
  });
}

const placed = ([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point => [a * x + c * y + e, b * x + d * y + f];

function segmentOf(piece: Piece): Segment {
  if (piece.length === 2) return ['L', ...piece[1]];
  const [, first, second, end] = piece;
  return ['C', ...first, ...second, ...end];
}

function lengthOf(piece: Piece): number {
  if (piece.length === 2) return Math.hypot(piece[1][0] - piece[0][0], piece[1][1] - piece[0][1]);
  let [length, before] = [0, piece[0]];
  for (let index = 1; index <= CHORDS; index++) {
    const [, [at]] = split(piece, index / CHORDS);
    length += Math.hypot(at[0] - before[0], at[1] - before[1]);
    before = at;
  }
  return length;
}

/**
 * Range of a line within a box, from 0 to 1 (Liang and Barsky). The second number is the smaller one if no part is in
 * the box.
 */
function shareIn(from: Point, to: Point, box: Bounds): [first: number, last: number] {
  let [first, last] = [0, 1];
  for (const depthOf of sidesOf(box)) {
    const [start, end] = [depthOf(from), depthOf(to)];
    if (start < 0 && end < 0) return [1, 0];
    if (start < 0) first = Math.max(first, start / (start - end));
    else if (end < 0) last = Math.min(last, start / (start - end));
  }
  return [first, last];
}
