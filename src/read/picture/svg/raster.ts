import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { DrawingNode, Group, SvgPicture } from '../../../model/index.ts';

/** Most pixels along the longer side; of a drawing with more groups fewer, since each takes the time of all pixels. */
const PIXELS = 1200;
const GROUPS = 20;
/** Dots an inch of what is printed smaller. */
const RESOLUTION = 220;

function pixelsOf({ nodes }: Pick<Group, 'nodes'>, side: number): number {
  const most = PIXELS * Math.sqrt(Math.min(1, GROUPS / groupsIn(nodes)));
  return Math.max(1, Math.round(Math.min(most, (side / 72) * RESOLUTION)));
}

const groupsIn = (nodes: readonly DrawingNode[]): number =>
  nodes.reduce((sum, node) => sum + (node.kind === 'group' ? 1 + groupsIn(node.nodes) : 0), 0);

let opened: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/** The renderer: WebAssembly, which gives the same pixels everywhere. */
async function open(): Promise<typeof import('@resvg/resvg-wasm')> {
  const renderer = await import('@resvg/resvg-wasm');
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await renderer.initWasm(await readFile(file));
  return renderer;
}

/**
 * A drawing with the same as PNG, transparent where nothing is drawn.
 *
 * @param side how long its longer side is printed at most, points
 */
export async function rastered(picture: SvgPicture, side: number): Promise<SvgPicture> {
  opened ??= open();
  const { Resvg } = await opened;
  const { width, height } = picture;
  const drawing = new Resvg(Buffer.concat(picture.chunks).toString(), {
    font: { loadSystemFonts: false },
    fitTo: { mode: width >= height ? 'width' : 'height', value: pixelsOf(picture.drawing, side) },
  });
  const image = drawing.render();
  const raster = Uint8Array.from(image.asPng());
  image.free();
  drawing.free();
  return { ...picture, raster };
}
