/**
 * Removes content outside the edges of a drawing, which drawing programs often leave there, such as the rest of a map.
 * The rasterizer fails on groups that are far outside.
 */
import { type Drawing, type DrawingNode, type Matrix, mapped, type Stroke } from '../../../model/index.ts';
import { unprintable } from '../unprintable.ts';
import { type Bounds, boundsOf } from './paths.ts';

/** Hint for drawings that cannot be rasterized. */
export const SAVE_AS_PNG = 'save it as PNG';

/**
 * Shares of the width and height of a drawing: how far it may extend beyond its edges (from 10,000, the rasterizer
 * draws lines and dashes incorrectly), and how far beyond the edges content counts as outside.
 */
const MAX_OVERHANG = 300;
const OUTSIDE = 0.1;

/**
 * The drawing without shapes and groups outside its edges; the same drawing if there are none.
 *
 * @throws UserError if the rest still extends far beyond the edges
 */
export function withoutOutside(drawing: Drawing): Drawing {
  const nodes = visible(drawing.nodes, around(drawing, OUTSIDE));
  const most = around(drawing, MAX_OVERHANG);
  if (nodes.every((node) => extentsOf(node).every((extent) => isInside(extent, most))))
    return nodes === drawing.nodes ? drawing : { ...drawing, nodes };
  throw unprintable(
    'the drawing extends too far beyond its edges to be drawn in pixels, which Word needs',
    `remove what is outside the edges, or ${SAVE_AS_PNG}`,
  );
}

const around = ({ width, height }: Drawing, share: number): Bounds => ({
  x: -share * width,
  y: -share * height,
  width: (1 + 2 * share) * width,
  height: (1 + 2 * share) * height,
});

/** The nodes that reach into a box; the same list if all do. */
function visible(nodes: readonly DrawingNode[], box: Bounds): readonly DrawingNode[] {
  const kept = nodes.flatMap((node): DrawingNode[] => {
    if (node.kind === 'shape') return extentsOf(node).some((extent) => overlap(extent, box)) ? [node] : [];
    const isSeen = node.clips.every((outlines) => outlines.some(({ path }) => overlap(boundsOf(path), box)));
    const inner = isSeen ? visible(node.nodes, box) : [];
    if (inner.length === 0) return [];
    return [inner === node.nodes ? node : { ...node, nodes: inner }];
  });
  return kept.length === nodes.length && kept.every((node, index) => node === nodes[index]) ? nodes : kept;
}

/** The boxes of the shapes and clips of a node, including the width of lines; undefined for an empty path. */
function extentsOf(node: DrawingNode): (Bounds | undefined)[] {
  if (node.kind === 'group')
    return [...node.clips.flat().map(({ path }) => boundsOf(path)), ...node.nodes.flatMap(extentsOf)];
  const bounds = boundsOf(mapped(node.path, node.matrix));
  if (bounds === undefined || node.stroke === undefined) return [bounds];
  const reach = reachOf(node.stroke, node.matrix);
  const { x, y, width, height } = bounds;
  return [{ x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach }];
}

/** Maximum distance from the path at which a line is visible, in drawing units. */
function reachOf({ width, join, miterLimit }: Stroke, [a, b, c, d]: Matrix): number {
  return (width / 2) * Math.max(Math.SQRT2, join === 'miter' ? miterLimit : 1) * Math.hypot(a, b, c, d);
}

const overlap = (one: Bounds | undefined, box: Bounds): boolean =>
  one !== undefined &&
  one.x <= box.x + box.width &&
  one.x + one.width >= box.x &&
  one.y <= box.y + box.height &&
  one.y + one.height >= box.y;

const isInside = (one: Bounds | undefined, box: Bounds): boolean =>
  one === undefined ||
  (one.x >= box.x &&
    one.y >= box.y &&
    one.x + one.width <= box.x + box.width &&
    one.y + one.height <= box.y + box.height);
