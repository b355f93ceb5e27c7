import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SvgPicture } from '../../../model/picture.ts';

/** Pixels along the longer side. */
const PIXELS = 1200;

let opened: Promise<typeof import('@resvg/resvg-wasm')> | undefined;

/** The renderer: WebAssembly, which gives the same pixels everywhere. */
async function open(): Promise<typeof import('@resvg/resvg-wasm')> {
  const renderer = await import('@resvg/resvg-wasm');
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await renderer.initWasm(await readFile(file));
  return renderer;
}

/** A drawing with the same as PNG, transparent where nothing is drawn. */
export async function rastered(picture: SvgPicture): Promise<SvgPicture> {
  opened ??= open();
  const { Resvg } = await opened;
  const { width, height } = picture;
  const drawing = new Resvg(Buffer.concat(picture.chunks).toString(), {
    font: { loadSystemFonts: false },
    fitTo: { mode: width >= height ? 'width' : 'height', value: PIXELS },
  });
  const image = drawing.render();
  const raster = Uint8Array.from(image.asPng());
  image.free();
  drawing.free();
  return { ...picture, raster };
}
