/** Converts the shapes in SVG files to paths, and fits view boxes into viewports (SVG 1.1, 7.8). */

import svgpath from 'svgpath';
import type { Matrix, Path, Segment } from '../../../model/index.ts';
import { bounded, type Lengths, lengthsOf, numbersOf } from './values.ts';

/** The width and height to which percentages refer. */
export interface Viewport {
  width: number;
  height: number;
}

/** The reference length for percentages that are neither horizontal nor vertical. */
export const diagonal = ({ width, height }: Viewport): number => Math.hypot(width, height) / Math.SQRT2;

/** Whether elements with this name are shapes, so that they have a path. */
export const isShape = (name: string): boolean => Object.hasOwn(SHAPES, name);

/**
 * Whether shapes with this name have only coordinates without units, so that their paths do not depend on the viewport.
 */
export const isOfPoints = (name: string): boolean => /^(?:path|polyline|polygon)$/.test(name);

/**
 * The path of a shape; empty if the shape is invisible.
 *
 * @param refuse called for an attribute that cannot be parsed
 */
export function pathOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  viewport: Viewport,
  refuse: (attribute: string) => void,
): Path {
  const length = lengthsOf((attribute) => attributes.get(attribute), refuse);
  return SHAPES[name]?.({ attributes, length, viewport, refuse }) ?? [];
}

interface Given {
  attributes: ReadonlyMap<string, string>;
  length: Lengths;
  viewport: Viewport;
  refuse: (attribute: string) => void;
}

const SHAPES: Readonly<Record<string, (given: Given) => Path>> = {
  path: ({ attributes, refuse }) => dataPath(attributes.get('d') ?? '', () => refuse('d')),
  rect(given) {
    const { length } = given;
    const { width: across, height: down } = given.viewport;
    const [x, y] = [length('x', across), length('y', down)];
    const [width, height] = [length('width', across), length('height', down)];
    const [ownX, ownY] = radii(given);
    const rx = Math.min(ownX, width / 2);
    const ry = Math.min(ownY, height / 2);
    if (width <= 0 || height <= 0) return [];
    return rx > 0 && ry > 0 ? roundRectangle(x, y, width, height, rx, ry) : rectangle(x, y, width, height);
  },
  circle({ length, viewport }) {
    const radius = length('r', diagonal(viewport));
    return ellipse(length('cx', viewport.width), length('cy', viewport.height), radius, radius);
  },
  ellipse(given) {
    const { length, viewport } = given;
    return ellipse(length('cx', viewport.width), length('cy', viewport.height), ...radii(given));
  },
  line: ({ length, viewport: { width, height } }) => [
    ['M', length('x1', width), length('y1', height)],
    ['L', length('x2', width), length('y2', height)],
  ],
  polyline,
  polygon(given) {
    const path = polyline(given);
    return path.length === 0 ? [] : [...path, ['Z']];
  },
};

/**
 * The horizontal and the vertical radius. If one radius is missing, `auto` or negative, the other radius is used for
 * both.
 */
function radii({ attributes, length, viewport }: Given): [number, number] {
  const radius = (name: string, whole: number): number | undefined => {
    const read = attributes.get(name) === 'auto' || !attributes.has(name) ? -1 : length(name, whole);
    return read < 0 ? undefined : read;
  };
  const [rx, ry] = [radius('rx', viewport.width), radius('ry', viewport.height)];
  return [rx ?? ry ?? 0, ry ?? rx ?? 0];
}

export const rectangle = (x: number, y: number, width: number, height: number): Path => [
  ['M', x, y],
  ['L', x + width, y],
  ['L', x + width, y + height],
  ['L', x, y + height],
  ['Z'],
];

/** A rectangle with rounded corners. */
function roundRectangle(x: number, y: number, width: number, height: number, rx: number, ry: number): Path {
  const [right, foot] = [x + width, y + height];
  const arc = `A${rx} ${ry} 0 0 1`;
  return dataPath(
    `M${x + rx} ${y}H${right - rx}${arc} ${right} ${y + ry}V${foot - ry}${arc} ${right - rx} ${foot}` +
      `H${x + rx}${arc} ${x} ${foot - ry}V${y + ry}${arc} ${x + rx} ${y}Z`,
  );
}

function ellipse(x: number, y: number, rx: number, ry: number): Path {
  if (rx <= 0 || ry <= 0) return [];
  const arc = `A${rx} ${ry} 0 0 1`;
  const [left, right] = [`${x - rx} ${y}`, `${x + rx} ${y}`];
  return dataPath(`M${right}${arc} ${x} ${y + ry}${arc} ${left}${arc} ${x} ${y - ry}${arc} ${right}Z`);
}

function polyline({ attributes, refuse }: Given): Path {
  const numbers = numbersOf(attributes.get('points') ?? '');
  if (numbers === undefined) refuse('points');
  const path: Segment[] = [];
  for (let at = 0; at + 1 < (numbers?.length ?? 0); at += 2)
    path.push([at === 0 ? 'M' : 'L', numbers?.[at] ?? 0, numbers?.[at + 1] ?? 0]);
  return path.length < 2 ? [] : path;
}

/** Converts path data to a path. Arcs and quadratic curves become cubic curves. */
function dataPath(data: string, refuse: () => void = () => {}): Path {
  if (/^\s*(?:none)?\s*$/.test(data)) return [];
  const read = svgpath(data) as ReturnType<typeof svgpath> & { readonly err: string };
  if (read.err !== '') refuse();
  const path: Segment[] = [];
  let [startX, startY] = [0, 0];
  read
    .abs()
    .unshort()
    .unarc()
    .iterate((segment, _, x, y) => {
      if (path.at(-1)?.[0] === 'Z' && segment[0] !== 'M') path.push(['M', startX, startY]);
      const next = segmentOf(segment, x, y);
      if (
        next === undefined ||
        next.some((value) => typeof value === 'number' && bounded(value) === undefined)
      )
        return refuse();
      if (next[0] === 'M') [, startX, startY] = next;
      path.push(next);
    });
  return path;
}

type DataSegment = Parameters<Parameters<ReturnType<typeof svgpath>['iterate']>[0]>[0];

/** @param x the current horizontal position */
function segmentOf(segment: DataSegment, x: number, y: number): Segment | undefined {
  switch (segment[0]) {
    case 'M':
    case 'L':
    case 'C':
      return segment;
    case 'H':
      return ['L', segment[1], y];
    case 'V':
      return ['L', x, segment[1]];
    case 'Q': {
      const [, x1, y1, x2, y2] = segment;
      return ['C', (x + 2 * x1) / 3, (y + 2 * y1) / 3, (x2 + 2 * x1) / 3, (y2 + 2 * y1) / 3, x2, y2];
    }
    case 'Z':
    case 'z':
      return ['Z'];
    default:
      return undefined;
  }
}

/** The bounding box of a path. */
export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** @returns undefined for a path without points */
export function boundsOf(path: Path): Bounds | undefined {
  const xs: number[] = [];
  const ys: number[] = [];
  let [x, y] = [0, 0];
  for (const segment of path) {
    if (segment[0] === 'Z') continue;
    if (segment[0] === 'C') {
      const [, x1, y1, x2, y2, x3, y3] = segment;
      for (const at of [...turns(x, x1, x2, x3), ...turns(y, y1, y2, y3)]) {
        xs.push(onCurve(at, x, x1, x2, x3));
        ys.push(onCurve(at, y, y1, y2, y3));
      }
      [x, y] = [x3, y3];
    } else [, x, y] = segment;
    xs.push(x);
    ys.push(y);
  }
  if (xs.length === 0) return undefined;
  const [left, right, top, foot] = [least(xs), most(xs), least(ys), most(ys)];
  return { x: left, y: top, width: right - left, height: foot - top };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

const onCurve = (t: number, a: number, b: number, c: number, d: number): number =>
  (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;

/** The parameters between 0 and 1 at which one coordinate of a cubic curve has an extremum. */
function turns(a: number, b: number, c: number, d: number): number[] {
  const [p, q, r] = [d - a + 3 * (b - c), 2 * (a - 2 * b + c), b - a];
  const roots =
    Math.abs(p) < 1e-12
      ? [-r / q]
      : [1, -1].map((sign) => (-q + sign * Math.sqrt(q * q - 4 * p * r)) / (2 * p));
  return roots.filter((t) => t > 0 && t < 1);
}

/** @returns undefined if the element has no view box, or if its view box has no area */
export function viewBoxOf(attributes: ReadonlyMap<string, string>): Bounds | undefined {
  const [x, y, width, height, ...more] = numbersOf(attributes.get('viewBox') ?? '') ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return more.length === 0 && width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

const SHARES: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 };
const ALIGN = /^\s*(?:defer\s+)?(?:none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?\s*$/;

/**
 * Returns the matrix that fits a view box into a box.
 *
 * @param align the value of `preserveAspectRatio`
 * @returns undefined for an invalid value
 */
export function fitted(view: Bounds, box: Bounds, align = 'xMidYMid'): Matrix | undefined {
  const found = ALIGN.exec(align);
  if (found === null) return undefined;
  const [, x, y, way = 'meet'] = found;
  const [across, down] = [box.width / view.width, box.height / view.height];
  if (x === undefined || y === undefined)
    return [across, 0, 0, down, box.x - across * view.x, box.y - down * view.y];
  const scale = way === 'meet' ? Math.min(across, down) : Math.max(across, down);
  const left = box.x + (SHARES[x] ?? 0) * (box.width - scale * view.width);
  const top = box.y + (SHARES[y] ?? 0) * (box.height - scale * view.height);
  return [scale, 0, 0, scale, left - scale * view.x, top - scale * view.y];
}
