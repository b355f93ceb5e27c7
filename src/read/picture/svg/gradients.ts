/** Reads the gradients in SVG files. */
import { type Gradient, IDENTITY, type Matrix, multiply, type Stop } from '../../../model/index.ts';
import { messageOf } from '../messages.ts';
import { type Bounds, diagonal, type Viewport } from './paths.ts';
import type { Refusals } from './refusals.ts';
import { BLACK, type StyleSheet } from './style.ts';
import type { SvgElement } from './tree.ts';
import { type Colour, colourOf, lengthsOf, matrixOf, shareOf } from './values.ts';

export interface GradientContext {
  byId: ReadonlyMap<string, SvgElement>;
  sheet: StyleSheet;
  refusals: Refusals;
  viewport: Viewport;
  /** Counts a gradient stop towards the limits of the drawing. */
  count(stop: SvgElement): void;
}

/**
 * The result of applying a gradient: a gradient, a single colour, or nothing. `no area` if the bounding box of the path
 * has no area.
 */
export type Painted = Gradient | Colour | 'no area' | undefined;

/** The attribute that sets the radius of the focal circle. */
const FOCUS_RADIUS = /^fr$/;

export const isGradient = ({ name }: SvgElement): boolean => /^(?:linear|radial)Gradient$/.test(name);

/** Maximum number of gradients in a chain of `href` references. */
const MAX_LINKS = 16;

/**
 * Returns the paint that results from applying a gradient to a path.
 *
 * @param bounds the bounding box of the path, in the units of the path
 */
export function gradientOf(
  element: SvgElement,
  context: GradientContext,
  bounds: Bounds | undefined,
): Painted {
  const { byId, sheet, refusals, viewport } = context;
  const chain = [element];
  while (chain.length <= MAX_LINKS) {
    const target = byId.get(chain.at(-1)?.attributes.get('href')?.slice(1) ?? '');
    if (target === undefined || !isGradient(target) || chain.includes(target)) break;
    chain.push(target);
  }
  const attribute = (name: string): string | undefined =>
    chain.find(({ attributes }) => attributes.has(name))?.attributes.get(name);
  const withStops = chain.find(({ children }) => children.some(({ name }) => name === 'stop'));
  const stops = stopsOf(withStops, context);
  const last = stops.at(-1);
  if (last === undefined) return undefined;
  const inBox = attribute('gradientUnits') !== 'userSpaceOnUse';
  const room = inBox ? { width: 1, height: 1 } : viewport;
  const boxMatrix = inBox ? matrixOfBox(bounds) : IDENTITY;
  const transform = matrixOf(attribute('gradientTransform') ?? 'none');
  const spread = attribute('spreadMethod') ?? 'pad';
  if (spread !== 'pad') refusals.add(element.line, messageOf('gradient-spread', { method: spread }));
  if (transform === undefined) {
    refusals.add(element.line, messageOf('gradient-transform'));
    return undefined;
  }
  if (transform !== IDENTITY && chain.some((one) => sheet.first(one, 'transform-origin') !== undefined))
    refusals.add(element.line, messageOf('gradient-origin'));
  if (boxMatrix === undefined) return 'no area';
  const length = lengthsOf(attribute, (name) =>
    refusals.add(element.line, messageOf('gradient-attribute', { name })),
  );
  const across = (name: string, fallback: string): number => length(name, room.width, fallback);
  const down = (name: string, fallback: string): number => length(name, room.height, fallback);
  const whole = { matrix: multiply(boxMatrix, transform), stops };
  if (element.name === 'linearGradient') {
    const along = {
      kind: 'linear',
      x1: across('x1', '0%'),
      y1: down('y1', '0%'),
      x2: across('x2', '100%'),
      y2: down('y2', '0%'),
    } as const;
    const isPoint = along.x1 === along.x2 && along.y1 === along.y2;
    return stops.length === 1 || isPoint ? last : { along, ...whole };
  }
  const [cx, cy] = [across('cx', '50%'), down('cy', '50%')];
  const r = length('r', diagonal(room), '50%');
  const fx = attribute('fx') === undefined ? cx : across('fx', '50%');
  const fy = attribute('fy') === undefined ? cy : down('fy', '50%');
  if (r <= 0 || stops.length === 1) return last;
  const isWide = chain.some(({ attributes }) =>
    [...attributes.keys()].some((name) => FOCUS_RADIUS.test(name)),
  );
  if (isWide || Math.hypot(fx - cx, fy - cy) >= r) refusals.add(element.line, messageOf('gradient-focus'));
  return { along: { kind: 'radial', fx, fy, cx, cy, r }, ...whole };
}

/** @returns undefined for a box without an area, in which a gradient relative to the box is invisible */
const matrixOfBox = (bounds: Bounds | undefined): Matrix | undefined =>
  bounds === undefined || bounds.width === 0 || bounds.height === 0
    ? undefined
    : [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y];

function stopsOf(gradient: SvgElement | undefined, { sheet, refusals, count }: GradientContext): Stop[] {
  let before = 0;
  return (gradient?.children ?? [])
    .filter(({ name }) => name === 'stop')
    .map((stop) => {
      count(stop);
      const colour = sheet.value(stop, 'stop-color', (value) =>
        value.toLowerCase() === 'currentcolor'
          ? (sheet.nearest(stop, 'color', colourOf) ?? BLACK)
          : colourOf(value),
      );
      const opacity = sheet.value(stop, 'stop-opacity', shareOf) ?? 1;
      const offset = stop.attributes.get('offset');
      const at = offset === undefined ? 0 : shareOf(offset);
      if (at === undefined) refusals.add(stop.line, messageOf('gradient-stop'));
      before = Math.max(before, at ?? 0);
      return { at: before, colour: colour?.colour ?? '#000000', opacity: opacity * (colour?.opacity ?? 1) };
    });
}
