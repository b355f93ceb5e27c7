import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Drawing, DrawingNode, SvgPicture } from '../../../model/index.ts';
import { unprintable } from '../unprintable.ts';
import { cutAtEdges, SAVE_AS_PNG } from './edges.ts';
import { svgOf } from './write.ts';

/** Most pixels along the longer side; of a drawing with more groups fewer, since each takes the time of all pixels. */
const PIXELS = 1200;
const GROUPS = 20;
/** Dots an inch of what is printed smaller. */
const RESOLUTION = 220;

/** Pixels along the longer side; of a thin drawing so many that there is one along the shorter side. */
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
 * A new instance of the renderer: WebAssembly, which gives the same pixels everywhere.
 *
 * @throws UserError where it cannot be started
 */
async function open(): Promise<Renderer> {
  try {
    const require = createRequire(import.meta.url);
    const file = require.resolve('@resvg/resvg-wasm');
    // A module makes one instance only.
    delete require.cache[file];
    const renderer = require(file) as Renderer;
    await renderer.initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return renderer;
  } catch (error) {
    const [why] = String(error).split('\n');
    throw unprintable(
      `drawings in Word need WebAssembly, which cannot be started: ${why}`,
      `start Node without --jitless, install the program again, or ${SAVE_AS_PNG}`,
    );
  }
}

/** The renderer, and not one that failed while it was waited for. */
async function ready(): Promise<Renderer> {
  for (;;) {
    opened ??= open();
    const mine = opened;
    const renderer = await mine;
    if (mine === opened) return renderer;
  }
}

/**
 * A drawing with the same as PNG, transparent where nothing is drawn.
 *
 * @param side how long its longer side is printed at most, points
 * @throws UserError when it cannot be drawn in pixels
 */
export async function rastered(picture: SvgPicture, side: number): Promise<SvgPicture> {
  const { Resvg } = await ready();
  const { width, height, drawing, chunks } = picture;
  const cut = cutAtEdges(drawing);
  try {
    const source = new Resvg(cut === drawing ? Buffer.concat(chunks).toString() : svgOf(cut), {
      font: { loadSystemFonts: false },
      fitTo: { mode: width >= height ? 'width' : 'height', value: pixelsOf(drawing, side) },
    });
    const image = source.render();
    const raster = Uint8Array.from(image.asPng());
    image.free();
    source.free();
    return { ...picture, raster };
  } catch {
    // It stopped in the middle: what its memory holds is not known.
    opened = undefined;
    throw unprintable('the drawing cannot be drawn in pixels, which Word needs', SAVE_AS_PNG);
  }
}
