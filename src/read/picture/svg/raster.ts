import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Drawing, DrawingNode, SvgPicture } from '../../../model/index.ts';
import { unprintable } from '../unprintable.ts';
import { SAVE_AS_PNG, withoutOutside } from './edges.ts';
import { svgOf } from './write.ts';

/**
 * Maximum number of pixels along the longer side. Drawings with more than `GROUPS` groups get fewer pixels, because all
 * pixels are processed for each group.
 */
const PIXELS = 1200;
const GROUPS = 20;
/** Resolution in dots per inch for smaller prints. */
const RESOLUTION = 220;

/** Pixels along the longer side. A thin drawing gets enough pixels for at least one along its shorter side. */
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
 * Creates a new instance of the rasterizer as WebAssembly, which gives the same pixels on all platforms.
 *
 * @throws UserError if it cannot be started
 */
async function open(): Promise<Renderer> {
  try {
    const require = createRequire(import.meta.url);
    const file = require.resolve('@resvg/resvg-wasm');
    // A module can create only one instance, so it is loaded again for each instance.
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

/** The rasterizer; an instance that failed in the meantime is not returned. */
async function ready(): Promise<Renderer> {
  for (;;) {
    opened ??= open();
    const mine = opened;
    const renderer = await mine;
    if (mine === opened) return renderer;
  }
}

/**
 * Renders an SVG file that this program wrote, including its texts, as PNG.
 *
 * @param width width in pixels
 * @param fonts font files of the families that the texts name, and of fallback faces for characters that these families
 * lack
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
 * Adds a PNG version to a drawing, transparent where nothing is drawn.
 *
 * @param side maximum printed length of the longer side, in points
 * @throws UserError if the drawing cannot be rasterized
 */
export async function rastered(picture: SvgPicture, side: number): Promise<SvgPicture> {
  const renderer = await ready();
  const { width, height, drawing, chunks } = picture;
  const seen = withoutOutside(drawing);
  try {
    const svg = seen === drawing ? Buffer.concat(chunks).toString() : svgOf(seen);
    const raster = pngOf(renderer, svg, {
      font: { loadSystemFonts: false },
      fitTo: { mode: width >= height ? 'width' : 'height', value: pixelsOf(drawing, side) },
    });
    return { ...picture, raster };
  } catch {
    // The instance stopped midway, so the state of its memory is unknown.
    opened = undefined;
    throw unprintable('the drawing cannot be drawn in pixels, which Word needs', SAVE_AS_PNG);
  }
}
