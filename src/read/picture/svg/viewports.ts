/** Fits view boxes into boxes (SVG 1.1, 7.8). */
import type { Matrix } from '../../../model/index.ts';
import type { Bounds } from './paths.ts';
import { numbersOf } from './values.ts';

/** @returns undefined if an element has no view box, or one without an area */
export function viewBoxOf(attributes: ReadonlyMap<string, string>): Bounds | undefined {
  const [x, y, width, height, ...more] = numbersOf(attributes.get('viewBox') ?? '') ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return more.length === 0 && width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

const SHARES: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 };
const ALIGN = /^\s*(?:defer\s+)?(?:none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?\s*$/;

/**
 * Matrix that fits a view box into a box.
 *
 * @param align value of `preserveAspectRatio`
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
