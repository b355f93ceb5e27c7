import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  type Drawing,
  type DrawingNode,
  type Matrix,
  mapped,
  type Stroke,
  type SvgPicture,
} from '../../../model/index.ts';
import { messageOf, unprintable } from '../messages.ts';
import { type Bounds, boundsOf } from './paths.ts';
import { svgOf } from './write.ts';

/**
 * Maximum number of pixels along the longer side. Drawings with more than `GROUPS` groups are rendered with fewer
 * pixels, because all pixels are processed once for each group.
 */
const PIXELS = 1200;
const GROUPS = 20;
/** The resolution, in dots per inch, of drawings that need fewer pixels because they are printed small. */
const RESOLUTION = 220;

/**
 * The number of pixels along the longer side. Even in a very narrow drawing, the shorter side has at least one pixel.
 */
function pixelsOf({ width, height, nodes }: Drawing, side: number): number {
  const most = PIXELS * Math.sqrt(Math.min(1, GROUPS / groupsIn(nodes)));
  const pixels = Math.max(1, Math.round(Math.min(most, (side / 72) * RESOLUTION)));
  const slimness = Math.max(width, height) / Math.min(width, height);
  return pixels / slimness < 0.5 ? Math.ceil(slimness) : pixels;
}

const groupsIn = (nodes: readonly DrawingNode[]): number =>
  nodes.reduce((sum, node) => sum + (node.kind === 'group' ? 1 + groupsIn(node.nodes) : 0), 0);

type Renderer = typeof import('@resvg/resvg-wasm');

let opened: Promise<Renderer> | undefined;

/**
 * Creates a new instance of the rasterizer. The rasterizer is a WebAssembly module, so it produces the same pixels on
 * all platforms.
 *
 * @throws UserError if the rasterizer cannot be started
 */
async function open(): Promise<Renderer> {
  try {
    const require = createRequire(import.meta.url);
    const file = require.resolve('@resvg/resvg-wasm');
    // The module can create only one instance, so it is loaded again for each instance.
    delete require.cache[file];
    const renderer = require(file) as Renderer;
    await renderer.initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return renderer;
  } catch (error) {
    const [why] = String(error).split('\n');
    throw unprintable(messageOf('pixels-need-webassembly', { why: why ?? '' }));
  }
}

/** The current instance of the rasterizer; a new one if the previous one has failed. */
async function ready(): Promise<Renderer> {
  for (;;) {
    opened ??= open();
    const mine = opened;
    const renderer = await mine;
    if (mine === opened) return renderer;
  }
}

/**
 * Renders an SVG file that this program has written to PNG, including its texts.
 *
 * @param width the width in pixels
 * @param fonts the font files of the families that the texts use, and of fallback faces for characters that these
 * families lack
 */
export async function drawn(svg: string, width: number, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  return pngOf(await ready(), svg, {
    font: { loadSystemFonts: false, fontBuffers: [...fonts] },
    fitTo: { mode: 'width', value: width },
  });
}

function pngOf({ Resvg }: Renderer, ...[svg, options]: ConstructorParameters<Renderer['Resvg']>): Uint8Array {
  const source = new Resvg(svg, options);
  const image = source.render();
  const png = Uint8Array.from(image.asPng());
  image.free();
  source.free();
  return png;
}

/**
 * Adds a PNG version with a transparent background to a drawing.
 *
 * @param side the maximum printed length of the longer side, in points
 * @throws UserError if the drawing cannot be rasterized
 */
export async function rastered(picture: SvgPicture, side: number): Promise<SvgPicture> {
  const renderer = await ready();
  const { width, height, drawing } = picture;
  const seen = withoutOutside(drawing);
  try {
    const raster = pngOf(renderer, svgOf(seen), {
      font: { loadSystemFonts: false },
      fitTo: { mode: width >= height ? 'width' : 'height', value: pixelsOf(drawing, side) },
    });
    return { ...picture, raster };
  } catch {
    // After a failure, the state of the instance's memory is unknown, so the instance is not used again.
    opened = undefined;
    throw unprintable(messageOf('drawing-without-pixels'));
  }
}

/**
 * Distances from the edges of a drawing, as multiples of its width and height. `MAX_OVERHANG` is how far content may
 * extend beyond the edges (at distances of 10,000 or more, the rasterizer draws lines and dashes incorrectly). Content
 * farther away than `OUTSIDE` is removed.
 */
const MAX_OVERHANG = 300;
const OUTSIDE = 0.1;

/**
 * Removes the shapes and groups outside the edges of a drawing, which drawing programs often leave there, such as the
 * parts of a map around a cropped section. The rasterizer fails on groups that are far outside.
 *
 * @throws UserError if some of the remaining shapes still extend too far beyond the edges
 */
export function withoutOutside(drawing: Drawing): Drawing {
  const nodes = visible(drawing.nodes, around(drawing, OUTSIDE));
  const most = around(drawing, MAX_OVERHANG);
  if (nodes.every((node) => extentsOf(node).every((extent) => isInside(extent, most))))
    return { ...drawing, nodes };
  throw unprintable(messageOf('drawing-beyond-edges'));
}

const around = ({ width, height }: Drawing, share: number): Bounds => ({
  x: -share * width,
  y: -share * height,
  width: (1 + 2 * share) * width,
  height: (1 + 2 * share) * height,
});

/** The nodes that are at least partly within a box. */
function visible(nodes: readonly DrawingNode[], box: Bounds): DrawingNode[] {
  return nodes.flatMap((node): DrawingNode[] => {
    if (node.kind === 'shape') return extentsOf(node).some((extent) => overlap(extent, box)) ? [node] : [];
    const isSeen = node.clips.every((outlines) => outlines.some(({ path }) => overlap(boundsOf(path), box)));
    const inner = isSeen ? visible(node.nodes, box) : [];
    return inner.length === 0 ? [] : [{ ...node, nodes: inner }];
  });
}

/** The bounding boxes of the shapes and clip paths of a node, including line widths; undefined for an empty path. */
function extentsOf(node: DrawingNode): (Bounds | undefined)[] {
  if (node.kind === 'group')
    return [...node.clips.flat().map(({ path }) => boundsOf(path)), ...node.nodes.flatMap(extentsOf)];
  const bounds = boundsOf(mapped(node.path, node.matrix));
  if (bounds === undefined || node.stroke === undefined) return [bounds];
  const reach = reachOf(node.stroke, node.matrix);
  const { x, y, width, height } = bounds;
  return [{ x: x - reach, y: y - reach, width: width + 2 * reach, height: height + 2 * reach }];
}

/** The maximum distance between a path and the outer edge of its stroke, in drawing units. */
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
